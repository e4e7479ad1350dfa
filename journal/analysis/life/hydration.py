"""What was drunk on a date or within some hours, and the range that a document gives for a body weight.

The lower mark of the range is a tip at most, and the upper one no target: food adds about a fifth, thirst and
the colour of urine are better guides.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, above, local_day, midnight
from journal.analysis.rows import CheckInRow, DrinkRow, UrineRow
from journal.analysis.timeline import Timeline
from journal.analysis.training.workouts import Bout
from journal.vocabulary import KG_PER_LB, ML_PER_OZ, ConditionName

LOW_ML_PER_KG = 0.5 * ML_PER_OZ / KG_PER_LB
"""Half a fluid ounce for each pound of body weight: 32.5991 ml for each kg."""
HIGH_ML_PER_KG = 2 * LOW_ML_PER_KG
WEIGHT_DAYS = 30
"""A body weight counts for so many days."""
LEAST_DRINKS = 4
MORNING_H = 12
NOON_H = 12
"""Where an entry of a date stands whose time was not told."""
EVENING_H = 17
"""A date is logged whole with four drinks, the first before 12:00 and the last after 17:00."""
LEAST_ENTRIES = 2
"""One entry may stand for a whole day's drinks: how fast somebody drank shows from two on."""
IF_LIMITED = " Leave this aside if you were told to limit fluids."
"""Said with every advice to drink."""
DARK_COLOR = 6
"""From this colour of the Armstrong scale on a reading is dark (a 4 is usual for many healthy people)."""


def body_weight(frames: Frames, day: int, instant: int) -> CheckInRow | None:
    """The latest check-in with a body weight, known at that instant and at most 30 days old on that date."""
    place = bisect_right(frames.once(_checkin_days), day + 1)
    while place and frames.checkins[place - 1].day >= day - WEIGHT_DAYS:
        row = frames.checkins[place - 1]
        if row.body_weight_kg is not None and row.ts <= instant:
            return row
        place -= 1
    return None


def _checkin_days(frames: Frames) -> list[int]:
    return [row.day for row in frames.checkins]


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


class WholeDay(NamedTuple):
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
        if not drinks or drink.offset == drinks[-1].offset or drink.ts < _over(drinks):
            drinks.append(drink)
    found = [
        WholeDay(day, _over(drinks), sum([drink.ml for drink in drinks]), tuple(drinks))
        for day, drinks in by_day.items()
        if _is_whole(drinks)
    ]
    yield from sorted(found, key=lambda one: (one.over, one.day))


def _over(drinks: Sequence[DrinkRow]) -> int:
    return midnight(drinks[-1].day + 1, drinks[-1].offset)


def _is_whole(drinks: Sequence[DrinkRow]) -> bool:
    first, last = drinks[0], drinks[-1]
    return (
        len(drinks) >= LEAST_DRINKS
        and (first.ts + first.offset) % DAY < MORNING_H * HOUR
        and (last.ts + last.offset) % DAY > EVENING_H * HOUR
    )


@dataclass(frozen=True, slots=True)
class Much:
    """Very much drunk, as it was known at the last of its drinks.

    `hours`: within so many hours, None for the whole of its date; then `weighed` is the body weight by which it is
    much, and `limit` in ml for each kg of it, else in ml.
    """

    drinks: tuple[DrinkRow, ...]
    hours: float | None
    limit: float
    weighed: CheckInRow | None = None

    @property
    def newest(self) -> DrinkRow:
        """Its last drink."""
        return self.drinks[-1]

    @property
    def ml(self) -> int:
        """What was drunk."""
        return sum(drink.ml for drink in self.drinks)


def drunk_within(drinks: Sequence[DrinkRow], hours: float, limit_ml: float) -> Iterator[Much]:
    """Where more than `limit_ml` was drunk within some hours in at least two drinks, at each drink up to then.

    `drinks` are in time order; what was drunk exactly so many hours before is out, and so is what was written down
    for a date without its time: several at the very same noon.
    """
    drinks = _timed(drinks)
    if not drinks:
        return
    at = np.array([drink.ts for drink in drinks], np.int64)
    total = np.concatenate([[0], np.cumsum([drink.ml for drink in drinks])])
    last = np.searchsorted(at, at, "right")
    first = np.searchsorted(at, at - round(hours * HOUR), "right")
    much = (total[last] - total[first] > limit_ml) & (last - first >= LEAST_ENTRIES)
    for place in np.flatnonzero(much & (last == np.arange(1, len(at) + 1))).tolist():
        yield Much(tuple(drinks[int(first[place]) : place + 1]), hours, limit_ml)


def _timed(drinks: Sequence[DrinkRow]) -> list[DrinkRow]:
    """The drinks whose time was told: a drink of a past date stands at noon, and two never do by chance."""
    at = Counter(drink.ts for drink in drinks)
    return [drink for drink in drinks if at[drink.ts] < 2 or (drink.ts + drink.offset) % DAY != NOON_H * HOUR]


def drunk_by_weight(frames: Frames, limit_ml_per_kg: float) -> Iterator[Much]:
    """Where more than that was drunk on one local date for the body weight, at each drink from then on."""
    weights = [row.body_weight_kg for row in frames.checkins if row.body_weight_kg is not None]
    totals: dict[int, int] = {}
    for drink in frames.drinks if weights else ():
        totals[drink.day] = totals.get(drink.day, 0) + drink.ml
    least = min(weights, default=0.0) * limit_ml_per_kg
    many = {day: list[DrinkRow]() for day, total in totals.items() if above(total, least)}
    for drink in frames.drinks if many else ():
        if drink.day in many:
            drinks = many[drink.day]
            drinks.append(drink)
            weighed = body_weight(frames, drink.day, drink.ts)
            kg = weighed.body_weight_kg if weighed else None
            if kg and above(sum(one.ml for one in drinks) / kg, limit_ml_per_kg):
                yield Much(tuple(drinks), None, limit_ml_per_kg, weighed)


def is_dark(reading: UrineRow, color: int = DARK_COLOR) -> bool:
    """Whether a reading of the urine is dark by itself: in the morning it is so for many healthy people."""
    return reading.color >= color and reading.vitamin_b is not True and reading.first_of_day is not True


def lost_percent(bout: Bout) -> float | None:
    """The share of the body weight lost in a workout, in percent; None when it was not weighed before and after."""
    before, after = bout.weight_before_kg, bout.weight_after_kg
    return None if not before or after is None else (before - after) / before * 100


@dataclass(frozen=True, slots=True)
class LongSession:
    """A long workout on a date with a drink, as it was known at `over`: after its hours, and the first drink.

    `drank`: anything was drunk from some hours before its start to as many after its end.
    """

    bout: Bout
    over: int
    drank: bool


def long_sessions(frames: Frames, minutes: float, around_h: float) -> list[LongSession]:
    """Workouts of more than `minutes` on dates with a drink and no limit to fluids, in the order of `over`."""
    drinks, span = Timeline(frames.drinks), round(around_h * HOUR)
    first = {drink.day: drink.ts for drink in reversed(frames.drinks)}
    found: list[LongSession] = []
    for bout in frames.bouts:
        long = bout.minutes is not None and above(bout.minutes, minutes)
        if long and bout.day in first and not is_limited(frames, bout.day):
            drank = bool(drinks.between(bout.ts - span, bout.end + span))
            found.append(LongSession(bout, max(first[bout.day], bout.end + span), drank))
    return sorted(found, key=lambda one: (one.over, one.bout.ts, one.bout.id))
