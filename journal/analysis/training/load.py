"""How much was done: daily sums of training, the usual load of a week, and hard sets by muscle group.

Nothing here warns: the rules about load compare these numbers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from journal.analysis.coverage import UNKNOWN_SHARE, covered_days
from journal.analysis.flags import plain
from journal.analysis.frames import Frames
from journal.analysis.instants import midnight
from journal.analysis.training.workouts import Bout
from journal.exercises import Exercise
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag, Muscle, WorkoutKind

WEEK = 7
USUAL_DAYS = 180
USUAL_WEEKS = 8
"""The usual range of a week needs this many weeks of trailing sums."""
BIGGEST_DAYS = 30
SECONDARY_SHARE = 0.5
"""What a hard set counts for a muscle that it trains second (Pelland 2024)."""
_NO_SETS = frozenset({ExerciseTag.RELIEF, ExerciseTag.STRETCH, ExerciseTag.LOW_IMPACT_CARDIO})

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Marks = np.ndarray[Any, np.dtype[np.bool_]]


class Metric(StrEnum):
    """What a week of training is measured by."""

    LOAD = "load"
    RUNNING_KM = "running-km"
    TONNAGE = "tonnage"
    MINUTES = "minutes"


UNITS = {Metric.LOAD: "AU", Metric.RUNNING_KM: "km", Metric.TONNAGE: "kg", Metric.MINUTES: "min"}


def amount(bout: Bout, metric: Metric) -> float | None:
    """What one workout amounts to in `UNITS`; 0 where the metric is not about it, None when it is not known."""
    if metric is Metric.LOAD:
        return bout.load
    if metric is Metric.MINUTES:
        return bout.minutes
    if metric is Metric.TONNAGE:
        return bout.tonnage_kg
    return (bout.km or None) if bout.kind == WorkoutKind.RUN else 0.0


@dataclass(frozen=True, slots=True)
class Daily:
    """One metric by date: place 0 is the date `first` (an ordinal).

    `sums` are of the sessions that are known; `unknown` marks dates with one that is not.
    """

    first: int
    sums: Numbers
    unknown: Marks


def daily(bouts: Sequence[Bout], metric: Metric, first: int, last: int) -> Daily:
    """The metric on each of the dates `[first, last]`, workouts outside them left out."""
    return by_date(bouts, [amount(bout, metric) for bout in bouts], first, last)


def by_date(bouts: Iterable[Bout], amounts: Iterable[float | None], first: int, last: int) -> Daily:
    """What each workout amounts to, by its date: see `daily`."""
    sums, unknown = [0.0] * (last - first + 1), np.zeros(last - first + 1, dtype=bool)
    for bout, value in zip(bouts, amounts, strict=True):
        if first <= bout.day <= last:
            if value is None:
                unknown[bout.day - first] = True
            else:
                sums[bout.day - first] += value
    return Daily(first, np.array(sums), unknown)


def trailing_sums(values: "Numbers | Marks", days: int = WEEK) -> Numbers:
    """The sum of each run of `days` dates (of each row), in order: the first one ends at place `days - 1`.

    Numbers are summed each run by itself: a running total would carry the rounding of years along.  There must be
    as many dates.
    """
    if values.dtype == np.bool_:
        running = np.cumsum(values, axis=-1, dtype=np.float64)
        counts: Numbers = running[..., days - 1 :].copy()
        counts[..., 1:] -= running[..., :-days]
        return counts
    windows = np.lib.stride_tricks.sliding_window_view(values, days, axis=-1)
    sums: Numbers = windows.sum(axis=-1, dtype=np.float64)
    return sums


def week_of(frames: Frames, day: int, instant: int) -> list[int]:
    """The places in `frames.bouts` of the workouts of the 7 dates that end with `day`, as known at an instant."""
    bouts = frames.bouts
    started = bisect_right(frames.starts, instant)
    # No clock is more than a day from UTC, so nothing of those dates began before this.
    first = bisect_left(frames.starts, midnight(day - WEEK, 0))
    return [place for place in range(first, started) if day - WEEK < bouts[place].day <= day]


@dataclass(frozen=True, slots=True)
class LoadContext:
    """The load of the last 7 dates beside what is usual; loads in AU (session RPE x minutes).

    `usual_low` and `usual_high` are the 10th and 90th percentile of the trailing 7-date sums of 180 dates, None
    with less than 8 weeks of them.  `biggest` is the largest single session of 30 dates.
    """

    load: float
    usual_low: float | None
    usual_high: float | None
    biggest: float | None
    biggest_days_ago: int | None
    last_session_days_ago: int | None

    def as_json(self) -> dict[str, Any]:
        """As the report prints it."""
        return {name: None if value is None else plain(value) for name, value in asdict(self).items()}


def load_context(frames: Frames, day: int) -> LoadContext | None:
    """The load of the 7 dates that end with `day` (an ordinal); None when more than a quarter of them is unknown.

    A date is unknown when nobody was writing, or when the effort or the time of a session is not known.
    """
    sums, known = _seven_dates(frames, day)
    if not known[-1]:
        return None
    low, high = _usual(sums[known]) or (None, None)
    sessions = [bout for bout in frames.bouts if bout.day <= day]
    recent = [bout for bout in sessions if bout.load is not None and bout.day > day - BIGGEST_DAYS]
    biggest = max(recent, key=lambda bout: (bout.load or 0, bout.ts), default=None)
    return LoadContext(
        load=float(sums[-1]),
        usual_low=low,
        usual_high=high,
        biggest=None if biggest is None else biggest.load,
        biggest_days_ago=None if biggest is None else day - biggest.day,
        last_session_days_ago=day - max(bout.day for bout in sessions) if sessions else None,
    )


def usual_load(frames: Frames, day: int) -> tuple[float, float] | None:
    """The usual range of the load of 7 dates, as of `day` (an ordinal): see `LoadContext`.

    It is there also when the last 7 dates themselves are unknown.
    """
    sums, known = _seven_dates(frames, day)
    return _usual(sums[known])


def _seven_dates(frames: Frames, day: int) -> "tuple[Numbers, Marks]":
    """The load of each 7 dates of the last 180, and which of these sums are known well enough to be told."""
    first = day - USUAL_DAYS - WEEK + 2
    loads = daily(frames.bouts, Metric.LOAD, first, day)
    recorded = covered_days(one for one in frames.recorded_from if one <= day)
    uncovered = np.array([one not in recorded for one in range(first, day + 1)])
    known: Marks = trailing_sums(loads.unknown | uncovered) <= UNKNOWN_SHARE * WEEK
    return trailing_sums(loads.sums), known


def _usual(sums: Numbers) -> tuple[float, float] | None:
    if len(sums) < USUAL_WEEKS * WEEK:
        return None
    low, high = np.percentile(sums, [10, 90])
    return float(low), float(high)


def sets_per_muscle(bouts: Iterable[Bout], first_day: int, last_day: int) -> dict[Muscle, float]:
    """Hard sets of each muscle group over the dates `[first_day, last_day]` (ordinals), the most first.

    Hard: a working set with RPE 6 or more, or with no RPE told.  A muscle trained second counts half a set.
    """
    total: dict[Muscle, float] = {}
    for bout in bouts:
        if first_day <= bout.day <= last_day:
            for work in bout.work:
                for muscle, share in _shares(work.exercise).items():
                    total[muscle] = total.get(muscle, 0.0) + share * work.hard
    return {
        muscle: total[muscle] for muscle in sorted(total, key=lambda one: (-total[one], one)) if total[muscle]
    }


def _shares(exercise: Exercise) -> Mapping[Muscle, float]:
    if exercise.kind in ENDURANCE_KINDS or exercise.tags & _NO_SETS:
        return {}
    shares = dict.fromkeys(exercise.secondary, SECONDARY_SHARE)
    return shares | dict.fromkeys(exercise.primary, 1.0)
