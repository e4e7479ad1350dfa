"""Red flags of an illness behind the pain: fever, nausea, brown urine, pain at night."""

from bisect import insort
from collections.abc import Iterator

from journal.analysis.answers.asking import Asking
from journal.analysis.documents import PREVENT, science
from journal.analysis.flags import Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import COUNT_DAYS, DAY, HOUR
from journal.analysis.rows import PainRow, SymptomRow
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS, Finding, Missing, Occurrence, rule
from journal.analysis.rules.red_flags_signs import back_pain
from journal.analysis.telling import evidence_of, latest, sentence, tell_pain, tell_sign
from journal.analysis.timeline import Timeline
from journal.analysis.urgent import ENDED, Endings, joined
from journal.vocabulary import Act, Severity, Symptom

_FEVER = (Symptom.FEVER, Symptom.CHILLS)


@rule(
    theme="red flags",
    checks="fever or chills with back pain",
    threshold="fever or chills yes within 3 days before or after back pain",
    severity=(Severity.URGENT,),
    documents=(PREVENT,),
    grade="●",
    advice="Back pain with fever or chills needs a doctor promptly: an infection must be ruled out.",
    looks_back=URGENT_DAYS + 3,
    details=ENDED,
)
def rf_fever(frames: Frames, *, within_days: float = 3, clear_days: float = 7) -> Iterator[Finding]:
    """Clears when the last "yes" is a week old."""
    endings, back, found = Endings(frames), back_pain(frames), list[Occurrence]()
    for sign in _FEVER:
        rows = [row for row in frames.symptoms if row.present and row.symptom == sign]
        clears = 0
        for place in reversed(range(len(rows))):
            row = rows[place]
            week = row.ts + round(clear_days * DAY)
            goes_on = place + 1 < len(rows) and rows[place + 1].ts < week
            clears = clears if goes_on else week
            entry = back.beside(row.ts, round(within_days * DAY))
            if entry is not None:
                found.append(_fever(row, entry, clears, endings))
    yield from joined(found)
    yield from frames.once(Asking).unanswered(Symptom.FEVER)


def _fever(row: SymptomRow, entry: PainRow, clears: int, endings: Endings) -> Occurrence:
    last = latest(row, entry)
    doctor = endings.doctor(last.ts)
    return Occurrence(
        subject={"symptom": row.symptom},
        since=last.ts,
        until=clears if doctor is None else min(clears, doctor),
        severity=Severity.URGENT,
        act=Act.TODAY,
        message=sentence(f"{tell_sign(row)}, with {tell_pain(entry)}"),
        evidence=evidence_of(row, entry),
        offset=last.offset,
    )


@rule(
    theme="red flags",
    checks="nausea with back pain",
    threshold=(
        "nausea yes within 3 days before or after back pain of 4 or more; urgent with back pain of 7 or more, "
        "or with fever or chills"
    ),
    severity=(Severity.URGENT, Severity.CAUTION),
    documents=(PREVENT,),
    grade="●",
    advice="Nausea alongside severe back pain is on the list of reasons to see a doctor.",
    looks_back=URGENT_DAYS + 6,
    details=ENDED,
)
def rf_nausea(
    frames: Frames, *, within_days: float = 3, hours: float = 48, back_nrs: int = 4, severe_nrs: int = 7
) -> Iterator[Finding]:
    """A caution for two days; urgent when fever or severe back pain stands beside it."""
    within, found = round(within_days * DAY), list[Occurrence]()
    endings, back, severe = Endings(frames), back_pain(frames, back_nrs), back_pain(frames, severe_nrs)
    feverish = Timeline(row for row in frames.symptoms if row.present and row.symptom in _FEVER)
    for row in frames.symptoms:
        if not row.present or row.symptom != Symptom.NAUSEA:
            continue
        entry, worst, fever = (one.beside(row.ts, within) for one in (back, severe, feverish))
        if isinstance(entry, PainRow):
            found.append(_nausea(endings, row, entry, None, back_nrs, hours))
            if isinstance(worst, PainRow):
                found.append(_nausea(endings, row, worst, None, severe_nrs, None))
            if isinstance(fever, SymptomRow):
                found.append(_nausea(endings, row, entry, fever, back_nrs, None))
    yield from joined(found)


def _nausea(
    endings: Endings, row: SymptomRow, entry: PainRow, fever: SymptomRow | None, nrs: int, hours: float | None
) -> Occurrence:
    """A caution for `hours`; urgent without them."""
    last = latest(row, entry, *((fever,) if fever else ()))
    until = (
        endings.urgent(last.ts, endings.denied_on_two_dates(Symptom.NAUSEA, last.ts, last.day))
        if hours is None
        else last.ts + round(hours * HOUR)
    )
    too = f" and {tell_sign(fever)}" if fever else ""
    return Occurrence(
        subject={"symptom": row.symptom},
        since=last.ts,
        until=until,
        severity=Severity.URGENT if hours is None else Severity.CAUTION,
        act=Act.TODAY if hours is None else None,
        value=entry.score,
        unit="NRS",
        threshold=Threshold(">=", nrs, "NRS"),
        message=sentence(f"{tell_sign(row)}, with {tell_pain(entry)}{too}"),
        evidence=evidence_of(row, entry, *((fever,) if fever else ())),
        offset=last.offset,
    )


@rule(
    theme="red flags",
    checks="brown urine",
    threshold="brown-urine yes",
    severity=(Severity.URGENT,),
    documents=(science("muscle breakdown after hard exercise (rhabdomyolysis)"),),
    grade="●●",
    advice=(
        "Brown urine after hard exercise can be muscle breakdown. Seek emergency care now; drink only as told."
    ),
    looks_back=URGENT_DAYS,
    details=ENDED,
)
def rf_brown_urine(frames: Frames) -> Iterator[Finding]:
    """Stays until a doctor was seen."""
    endings = Endings(frames)
    yield from joined(
        Occurrence(
            subject={"symptom": row.symptom},
            since=row.ts,
            until=endings.urgent(row.ts),
            severity=Severity.URGENT,
            act=Act.NOW,
            message=sentence(f"answered yes: {tell_sign(row)}"),
            evidence=evidence_of(row),
            offset=row.offset,
        )
        for row in frames.symptoms
        if row.present and row.symptom == Symptom.BROWN_URINE
    )


@rule(
    theme="red flags",
    checks="pain that wakes at night",
    threshold="night-pain yes on at least 3 of the last 7 dates with an answer to it",
    severity=(Severity.WARNING,),
    documents=(science("night pain as a red flag (Finucane 2020)"),),
    grade="●",
    advice="Pain that wakes you on several nights should be mentioned to a doctor.",
    looks_back=COUNT_DAYS + EVENT_DAYS,
)
def rf_night_pain(frames: Frames, *, nights: int = 3, of_nights: int = 7) -> Iterator[Finding]:
    """Counted over dates, so that a date answered twice counts once."""
    rows = [row for row in frames.symptoms if row.symptom == Symptom.NIGHT_PAIN]
    answered: dict[int, list[SymptomRow]] = {}
    dates: list[int] = []
    found: list[Occurrence] = []
    for place, row in enumerate(rows):
        if row.day not in answered:
            insort(dates, row.day)
        answered.setdefault(row.day, []).append(row)
        after = rows[place + 1].ts if place + 1 < len(rows) else None
        if after == row.ts:
            continue
        days = [day for day in dates[-of_nights:] if day > row.day - COUNT_DAYS]
        woken = [next((one for one in answered[day] if one.present), None) for day in days]
        yes = [one for one in woken if one is not None]
        end = row.ts + EVENT_DAYS * DAY
        # Each answer judges anew; what held before it goes on only if it still holds.
        until = end if after is None else min(end, after)
        if len(yes) >= nights:
            found.append(_night(row, yes, len(days), nights, until))
        elif len(days) < nights:
            yield Missing(
                subject={"symptom": row.symptom},
                since=row.ts,
                until=until,
                what=(f"night-pain answers on {nights} dates",),
            )
    yield from joined(found, afresh=True)


def _night(row: SymptomRow, yes: list[SymptomRow], dates: int, nights: int, until: int) -> Occurrence:
    return Occurrence(
        subject={"symptom": row.symptom},
        since=row.ts,
        until=until,
        severity=Severity.WARNING,
        act=Act.THIS_WEEK,
        value=len(yes),
        unit="nights",
        threshold=Threshold(">=", nights, "nights"),
        message=f"Pain woke you on {len(yes)} of the last {dates} nights that you answered for.",
        evidence=evidence_of(*yes),
        offset=row.offset,
    )
