"""What was drunk on a date, and the range that a document gives for a body weight.

The lower mark of the range is a tip at most, and the upper one no target: food adds about a fifth, thirst and
the colour of urine are better guides.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, local_day, midnight
from journal.analysis.rows import CheckInRow, DrinkRow
from journal.vocabulary import KG_PER_LB, ML_PER_OZ, ConditionName

LOW_ML_PER_KG = 0.5 * ML_PER_OZ / KG_PER_LB
"""Half a fluid ounce for each pound of body weight: 32.5991 ml for each kg."""
HIGH_ML_PER_KG = 2 * LOW_ML_PER_KG
WEIGHT_DAYS = 30
"""A body weight counts for so many days."""
LEAST_DRINKS = 4
MORNING_H = 12
EVENING_H = 17
"""A date is logged whole with four drinks, the first before 12:00 and the last after 17:00."""


def body_weight(frames: Frames, day: int, instant: int) -> CheckInRow | None:
    """The latest check-in with a body weight, known at that instant and at most 30 days old on that date."""
    place = bisect_right(frames.checkins, day + 1, key=lambda row: row.day)
    while place and frames.checkins[place - 1].day >= day - WEIGHT_DAYS:
        row = frames.checkins[place - 1]
        if row.body_weight_kg is not None and row.ts <= instant:
            return row
        place -= 1
    return None


def day_range(frames: Frames, instant: int) -> tuple[int, int] | None:
    """The range of fluid for the date of an instant, in whole ml.

    None without a recent body weight, or when the writer was told to limit fluids.
    """
    day = local_day(instant, frames.offset_at(instant))
    weighed = body_weight(frames, day, instant)
    if weighed is None or weighed.body_weight_kg is None or is_limited(frames, day):
        return None
    return floor(weighed.body_weight_kg * LOW_ML_PER_KG), ceil(weighed.body_weight_kg * HIGH_ML_PER_KG)


def is_limited(frames: Frames, day: int) -> bool:
    """Whether the writer was told to limit fluids on that date."""
    return any(one.id == ConditionName.FLUID_LIMIT and one.holds_on(day) for one in frames.conditions)


def fluid_ml(frames: Frames, day: int) -> int:
    """What was drunk on a local date, in ml."""
    return sum(drink.ml for drink in frames.drinks if drink.day == day)


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A date that was logged whole, as it was known when it was over.

    `ml` is what was drunk; `over` is its midnight in the offset of its newest drink (seconds since 1970 UTC).
    """

    day: int
    over: int
    ml: int
    drinks: tuple[DrinkRow, ...]

    @property
    def newest(self) -> DrinkRow:
        """Its last drink."""
        return self.drinks[-1]


def whole_days(frames: Frames) -> Iterator[WholeDay]:
    """The dates that were logged whole: 4 drinks or more, the first before 12:00 and the last after 17:00.

    A drink that its own clock gives to a date which was over by the clock before does not count: a date that
    was judged is not judged again.
    """
    by_day: dict[int, list[DrinkRow]] = {}
    for drink in frames.drinks:
        drinks = by_day.setdefault(drink.day, [])
        if not drinks or drink.ts < _over(drinks):
            drinks.append(drink)
    found = [
        WholeDay(day, _over(drinks), sum(drink.ml for drink in drinks), tuple(drinks))
        for day, drinks in by_day.items()
        if _is_whole(drinks)
    ]
    yield from sorted(found, key=lambda one: (one.over, one.day))


def _over(drinks: Sequence[DrinkRow]) -> int:
    return midnight(drinks[-1].day + 1, drinks[-1].offset)


def _is_whole(drinks: Sequence[DrinkRow]) -> bool:
    def hour(drink: DrinkRow) -> float:
        return ((drink.ts + drink.offset) % DAY) / HOUR

    return len(drinks) >= LEAST_DRINKS and hour(drinks[0]) < MORNING_H and hour(drinks[-1]) > EVENING_H
