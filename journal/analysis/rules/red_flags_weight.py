"""The red flag of weight that falls without a reason."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from statistics import median

from journal.analysis.documents import PREVENT, science
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, at_least, local_day
from journal.analysis.rows import CheckInRow
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.telling import evidence_of, sentence, tell_sign
from journal.analysis.urgent import ENDED, Endings, give_way, joined
from journal.vocabulary import Act, Severity, Symptom

_SUBJECT = {"metric": "body-weight"}
NOW = (6, 0)
"""First and last date of the window that counts as now, in days before the weighing."""
THEN = (34, 28)
"""The same for the window that it is compared with."""
_WEIGHED_BEFORE = (THEN[0] + 28, THEN[1])
"""Nobody is asked to have weighed themselves before they began to: then, or in the 28 days before that."""


@rule(
    theme="red flags",
    checks="weight that falls without a reason",
    threshold=(
        "unexplained-weight-loss yes: urgent; the median weight of 7 days 5 % or more below that of 28 to 34 days "
        "ago, when no weight-loss goal is set: warning"
    ),
    severity=(Severity.URGENT, Severity.WARNING),
    documents=(
        PREVENT,
        science("5 % is a clinical convention for 6 to 12 months, kept strict over one month"),
    ),
    grade="●●",
    advice="Unexplained weight loss together with back pain should be discussed with a doctor.",
    looks_back=THEN[0] + URGENT_DAYS,
    details=ENDED,
)
def rf_weight_loss(
    frames: Frames, *, percent: float = 5, weighings: int = 3, days: float = URGENT_DAYS
) -> Iterator[Finding]:
    """Told as unexplained, or measured; a weight that is meant to fall is no flag."""
    endings, measured = Endings(frames), list[Occurrence]()
    if frames.profile.get("weight_goal") != "lose":
        for found in _measured(frames, percent, weighings, days):
            if isinstance(found, Missing):
                yield found
            else:
                measured.append(found)
    ticked = (
        Occurrence(
            subject={"symptom": row.symptom},
            since=row.ts,
            until=endings.urgent(row.ts),
            severity=Severity.URGENT,
            act=Act.THIS_WEEK,
            message=sentence(f"answered yes: {tell_sign(row)}"),
            evidence=evidence_of(row),
            offset=row.offset,
        )
        for row in frames.symptoms
        if row.present and row.symptom == Symptom.UNEXPLAINED_WEIGHT_LOSS
    )
    yield from give_way(joined(measured), joined(ticked))


def _measured(frames: Frames, percent: float, weighings: int, days: float) -> Iterator[Finding]:
    rows = sorted(
        (row for row in frames.checkins if row.body_weight_kg is not None), key=lambda row: (row.ts, row.id)
    )
    known: list[tuple[int, float, str]] = []
    for place, row in enumerate(rows):
        insort(known, (row.day, row.body_weight_kg or 0.0, row.id))
        day = local_day(row.ts, row.offset)
        now, then = _window(known, day, NOW), _window(known, day, THEN)
        if len(now) >= weighings and len(then) >= weighings:
            # Mostly no two weighings of the weeks are so far apart, and then nor are their medians.
            heaviest, lightest = max(kg for _, kg, _ in then), min(kg for _, kg, _ in now)
            if not at_least((heaviest - lightest) / heaviest * 100, percent):
                continue
            before, after = median(kg for _, kg, _ in then), median(kg for _, kg, _ in now)
            fall = (before - after) / before * 100
            if at_least(fall, percent):
                yield _fallen(row, before, after, fall, percent, days, [*then, *now])
        elif _window(known, day, _WEIGHED_BEFORE):
            late = rows[place + 1].ts if place + 1 < len(rows) else None
            week = row.ts + EVENT_DAYS * DAY
            few = "in the last 7 days" if len(now) < weighings else "28 to 34 days ago"
            yield Missing(
                subject=_SUBJECT,
                since=row.ts,
                until=week if late is None else min(late, week),
                what=(f"{weighings} weighings {few}",),
            )


def _window(
    known: list[tuple[int, float, str]], day: int, window: tuple[int, int]
) -> list[tuple[int, float, str]]:
    first, last = day - window[0], day - window[1]
    return known[bisect_left(known, (first,)) : bisect_left(known, (last + 1,))]


def _fallen(
    row: CheckInRow,
    before: float,
    after: float,
    fall: float,
    percent: float,
    days: float,
    weighed: list[tuple[int, float, str]],
) -> Occurrence:
    return Occurrence(
        subject=_SUBJECT,
        since=row.ts,
        until=row.ts + round(days * DAY),
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        value=fall,
        unit="%",
        threshold=Threshold(">=", percent, "%"),
        message=(
            f"Body weight went from {before:g} to {after:g} kg (medians of 7 days, four weeks apart): "
            f"{fall:.1f} % less, and no goal to lose weight is set."
        ),
        evidence=tuple(Evidence("checkins", key) for _, _, key in weighed),
        offset=row.offset,
    )
