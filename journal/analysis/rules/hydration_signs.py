"""Signs of too little fluid: dark urine, and several signs on one date."""

from collections.abc import Iterator, Mapping, Sequence

from journal.analysis.documents import LOWER_BACK
from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, midnight, says, says_day
from journal.analysis.life.hydration import DARK_COLOR, IF_LIMITED, is_dark
from journal.analysis.rows import SymptomRow, UrineRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.analysis.stretches import Point, stretches
from journal.analysis.telling import sentence, tell_sign
from journal.analysis.urgent import joined
from journal.vocabulary import Act, Severity, Symptom

_DRY = (
    Symptom.DARK_URINE,
    Symptom.TIRED,
    Symptom.DIZZY,
    Symptom.DRY_MOUTH,
    Symptom.FAST_HEARTBEAT,
)
_HEART_ADVICE = (
    "A fast heartbeat with dizziness: do not train. Sit or lie down and drink, and have it checked when it does not "
    "settle soon; if you faint or your chest feels tight, call your local emergency number."
)


@rule(
    theme="hydration",
    checks="dark urine",
    threshold=(
        "colour 6 or more of 8 in one reading (not the first of the day); or 5 or more in 3 of the last 5 readings "
        "within 7 days; never a reading that vitamins coloured"
    ),
    severity=(Severity.CAUTION,),
    documents=(LOWER_BACK,),
    grade="●●",
    advice="Dark urine is a sign of too little fluid: drink, and look again. Brown urine is another matter: "
    "answer yes to brown-urine." + IF_LIMITED,
    looks_back=15,
)
def urine_dark(
    frames: Frames,
    *,
    urine_dark: int = DARK_COLOR,
    often_color: int = 5,
    often_readings: int = 3,
    of_readings: int = 5,
    within_days: int = 7,
) -> Iterator[Finding]:
    """A dark reading counts for a week; often rather dark is judged anew with every reading."""
    readings = [row for row in frames.urine if row.vitamin_b is not True]
    found = [
        _dark((row,), row.ts, row.ts + EVENT_DAYS * DAY, urine_dark, 1)
        for row in readings
        if is_dark(row, urine_dark)
    ]
    points: list[Point[tuple[tuple[UrineRow, ...], int]]] = []
    for place, row in enumerate(readings):
        if place + 1 < len(readings) and readings[place + 1].ts == row.ts:
            continue
        recent = readings[max(0, place + 1 - of_readings) : place + 1]
        near = [one for one in recent if one.day > row.day - within_days]
        dark = tuple(one for one in near if one.color >= often_color)
        level = Severity.CAUTION if len(dark) >= often_readings else None
        points.append(Point(row.ts, level, row.ts + EVENT_DAYS * DAY, (dark, len(near))))
    for stretch in stretches(points):
        dark, count = stretch.seen
        found.append(_dark(dark, stretch.since, stretch.until, often_color, count, often_readings))
    yield from joined(found)


def _dark(
    rows: Sequence[UrineRow], since: int, until: int, color: int, count: int, least: int = 1
) -> Occurrence:
    newest, single = rows[-1], least == 1
    often = f"{color} or darker (of 8) in {len(rows)} of the last {count} readings"
    told = f"{newest.color} of 8" if single else often
    return Occurrence(
        subject={},
        since=since,
        until=until,
        severity=Severity.CAUTION,
        message=sentence(f"urine colour {told} ({says(newest.ts, newest.offset)})"),
        evidence=tuple(Evidence("urine", row.id) for row in rows),
        value=newest.color if single else len(rows),
        unit="colour" if single else "readings",
        threshold=Threshold(">=", color if single else least, "colour" if single else "readings"),
        offset=newest.offset,
    )


@rule(
    theme="hydration",
    checks="several signs of too little fluid on one date",
    threshold=(
        "two or more of dark urine (a dark-urine sign, or a reading of 6 or more), tired, dizzy, dry mouth and fast "
        "heartbeat on one date; warning with fast heartbeat and dizzy"
    ),
    severity=(Severity.WARNING, Severity.CAUTION),
    documents=(LOWER_BACK,),
    grade="●",
    advice="Several signs of too little fluid: drink before you train." + IF_LIMITED,
    looks_back=2,
    details={"signs": "the different signs of the date"},
)
def dehydration_signs(frames: Frames, *, signs: int = 2, urine_dark: int = DARK_COLOR) -> Iterator[Finding]:
    """Different signs on one local date, until its end; of two at least one is always other than tired."""
    rows: list[SymptomRow | UrineRow] = [
        *(row for row in frames.symptoms if row.present and row.symptom in _DRY),
        *(row for row in frames.urine if is_dark(row, urine_dark)),
    ]
    rows.sort(key=lambda row: (row.ts, row.day, row.id))
    by_day: dict[int, dict[str, SymptomRow | UrineRow]] = {}
    for place, row in enumerate(rows):
        seen = by_day.setdefault(row.day, {})
        seen.setdefault(row.symptom if isinstance(row, SymptomRow) else Symptom.DARK_URINE, row)
        after = rows[place + 1] if place + 1 < len(rows) else None
        is_last = after is None or (after.ts, after.day) != (row.ts, row.day)
        # The engine keeps the first of a date, and a worse one.
        if is_last and len(seen) >= signs:
            yield _dry(row, seen, signs)


def _dry(newest: SymptomRow | UrineRow, seen: Mapping[str, SymptomRow | UrineRow], least: int) -> Occurrence:
    heart = Symptom.FAST_HEARTBEAT in seen and Symptom.DIZZY in seen
    told = [
        tell_sign(row)
        if isinstance(row, SymptomRow)
        else f"urine colour {row.color} of 8 ({says(row.ts, row.offset)})"
        for row in seen.values()
    ]
    return Occurrence(
        subject={},
        since=newest.ts,
        until=midnight(newest.day + 1, newest.offset),
        severity=Severity.WARNING if heart else Severity.CAUTION,
        act=Act.THIS_WEEK if heart else None,
        message=sentence(
            f"{len(seen)} signs of too little fluid on {says_day(newest.day)}: {', '.join(told)}"
        ),
        evidence=tuple(
            Evidence("symptoms" if isinstance(row, SymptomRow) else "urine", row.id) for row in seen.values()
        ),
        value=len(seen),
        unit="signs",
        threshold=Threshold(">=", least, "signs"),
        advice=_HEART_ADVICE if heart else "",
        episode=str(newest.day),
        offset=newest.offset,
        details={"signs": list(seen)},
    )
