"""Fluid: days on which little was drunk."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from journal.analysis.documents import LOWER_BACK
from journal.analysis.flags import Evidence, Threshold, plain
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, at_least, block_of, local_day, says_day
from journal.analysis.life.hydration import LOW_ML_PER_KG, WholeDay, body_weight, is_limited, whole_days
from journal.analysis.rows import CheckInRow
from journal.analysis.rulebook import EVENT_DAYS, Finding, Occurrence, rule
from journal.vocabulary import Severity


@rule(
    theme="hydration",
    checks="little to drink on every one of the last days that were logged whole",
    threshold="under 32.6 ml for each kg of body weight on all of the last 5 whole days within 14 days",
    severity=(Severity.INFO,),
    documents=(LOWER_BACK,),
    grade="○",
    advice="Food adds about a fifth, and thirst and the colour of urine are better guides than any amount. "
    "Leave this aside if you were told to limit fluids.",
    looks_back=60,
    details={"low_ml": "the article's lower mark for the body weight", "ml": "what was drunk, by date"},
)
def fluid_low(
    frames: Frames,
    *,
    low_ml_per_kg: float = LOW_ML_PER_KG,
    days: int = 5,
    within_days: int = 14,
    once_days: int = 28,
) -> Iterator[Finding]:
    """All of the last `days` dates logged whole lie below the mark; at most once in `once_days`."""
    told: set[int] = set()
    held, until = None, 0
    known: list[WholeDay] = []
    for whole in whole_days(frames):
        known.append(whole)
        recent = _recent(known, days, within_days)
        weighed = _drank_little(frames, recent, low_ml_per_kg)
        if held is not None and whole.over < until:
            until = whole.over if weighed is None else _until(whole)
            if weighed is not None:
                continue
        if held is not None:
            yield replace(held, until=until)
            held = None
        block = block_of(local_day(whole.over, whole.newest.offset), once_days)
        if weighed is not None and block not in told:
            told.add(block)
            held, until = _little(whole, recent, weighed, low_ml_per_kg), _until(whole)
    if held is not None:
        yield replace(held, until=until)


def _recent(known: Sequence[WholeDay], days: int, within_days: int) -> list[WholeDay]:
    """The last `days` whole dates; none when there are fewer within `within_days`."""
    recent = sorted(known[-days:], key=lambda one: one.day)
    return recent if len(recent) == days and recent[-1].day - recent[0].day < within_days else []


def _drank_little(frames: Frames, recent: Sequence[WholeDay], low_ml_per_kg: float) -> CheckInRow | None:
    """The body weight by which all of these dates lie below the mark; None when they do not."""
    if not recent:
        return None
    day = recent[-1].day + 1
    weighed = body_weight(frames, day, max(one.over for one in recent))
    if weighed is None or is_limited(frames, day):
        return None
    low = (weighed.body_weight_kg or 0.0) * low_ml_per_kg
    return None if any(at_least(one.ml, low) for one in recent) else weighed


def _until(newest: WholeDay) -> int:
    return newest.newest.ts + EVENT_DAYS * DAY


def _little(
    newest: WholeDay, recent: Sequence[WholeDay], weighed: CheckInRow, low_ml_per_kg: float
) -> Occurrence:
    weight = weighed.body_weight_kg or 0.0
    amounts = sorted({one.ml for one in recent})
    drunk = f"{amounts[0]:,} to {amounts[-1]:,}" if len(amounts) > 1 else f"{amounts[0]:,}"
    return Occurrence(
        subject={},
        since=newest.over,
        until=_until(newest),
        severity=Severity.INFO,
        message=(
            f"On the last {len(recent)} days that you logged whole ({says_day(recent[0].day)} to "
            f"{says_day(recent[-1].day)}) you drank {drunk} ml; the article's lower mark for "
            f"{weight:g} kg is {int(weight * low_ml_per_kg):,} ml."
        ),
        evidence=(
            *(Evidence("hydration", drink.id) for one in recent for drink in one.drinks),
            Evidence("checkins", weighed.id),
        ),
        value=amounts[-1] / weight,
        unit="ml/kg",
        threshold=Threshold("<", low_ml_per_kg, "ml/kg"),
        offset=newest.newest.offset,
        details={
            "low_ml": plain(int(weight * low_ml_per_kg)),
            "ml": {date.fromordinal(one.day).isoformat(): one.ml for one in recent},
        },
    )
