"""How often the core was trained in ISO weeks, as it was known on each recorded date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from journal.analysis.coverage import UNKNOWN_SHARE
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, block_of, first_of_block, says_day
from journal.analysis.training.lacking import (
    ENTRIES,
    EXERCISES,
    Occasion,
    judged_times,
    known_dates,
    untold,
)
from journal.analysis.training.workouts import Bout
from journal.vocabulary import ExerciseTag

CORE_TAGS = frozenset({ExerciseTag.CORE_GENTLE, ExerciseTag.CORE_INTENSE})
WEEK = 7
_WIDTH = 5 * WEEK


@dataclass(slots=True)
class Week:
    """One ISO week: dates with core work, dates with a workout whose exercises are not told, and its workouts."""

    core: set[int] = field(default_factory=set)
    untold: set[int] = field(default_factory=set)
    bouts: list[Bout] = field(default_factory=list)

    def add(self, bout: Bout) -> None:
        """One more workout of the week."""
        self.bouts.append(bout)
        if not bout.tags.isdisjoint(CORE_TAGS):
            self.core.add(bout.day)
        elif untold(bout):
            self.untold.add(bout.day)


class TwoWeeks(NamedTuple):
    """An instant, the ISO week (block of 7 dates) of it, and the two complete weeks before.

    `is_low`: there was training in both, and in neither of them, nor so far in the current one, enough core work,
    as far as is known.  `hides`: too little is recorded to be sure of that; `missing` says then what to ask for, until
    the instant `asked_until`.
    `core` has the dates with core work of the earlier and the later week, `bouts` the workouts of both.
    """

    at: int
    week: int
    is_low: bool
    hides: bool = False
    missing: tuple[str, ...] = ()
    asked_until: int = 0
    core: tuple[int, int] = (0, 0)
    bouts: tuple[Bout, ...] = ()


def two_weeks(frames: Frames, least: int) -> Iterator[TwoWeeks]:
    """On each recorded date and at each workout its week and the two before; `least` core dates a week are enough."""
    judged, nothing = judged_times(frames), Week()
    gaps_of = _gaps(frames, [point for point, _ in judged])
    weeks: dict[int, Week] = {}
    told = 0
    for (point, bout), gaps in zip(judged, gaps_of, strict=True):
        if bout is not None:
            weeks.setdefault(block_of(bout.day, WEEK), Week()).add(bout)
            told = max(told, bout.day if bout.work else 0)
        week = block_of(point.day, WEEK)
        earlier, later, current = known = [weeks.get(week - back, nothing) for back in (2, 1, 0)]
        enough = max(len(earlier.core), len(later.core), len(current.core)) >= least
        if enough or not (earlier.bouts and later.bouts):
            yield TwoWeeks(point.at, week, is_low=False)
            continue
        untold_ones = any(len(one.core | one.untold) >= least for one in known)
        asked = [f"{ENTRIES} of the week from {says_day(gap.day)}" for gap in gaps if gap.is_within]
        if untold_ones and told > point.day - ASKED_DAYS:
            asked.append(EXERCISES)
        yield TwoWeeks(
            point.at,
            week,
            is_low=True,
            hides=untold_ones or bool(gaps),
            missing=tuple(asked),
            asked_until=point.asked_until,
            core=(len(earlier.core), len(later.core)),
            bouts=(*earlier.bouts, *later.bouts),
        )


class _Gap(NamedTuple):
    """A week from the date `day` on that is not recorded; `is_within`: something was recorded before it."""

    day: int
    is_within: bool


def _gaps(frames: Frames, points: Sequence[Occasion]) -> list[list[_Gap]]:
    """Which of the two ISO weeks before each occasion have more than a quarter of dates that nobody wrote of."""
    if not points:
        return []
    covered = known_dates(frames, points, _WIDTH)
    mondays = [first_of_block(block_of(point.day, WEEK) - 2, WEEK) for point in points]
    places = [_WIDTH - 1 - (point.day - monday) for point, monday in zip(points, mondays, strict=True)]
    counts = np.concatenate([np.zeros((len(points), 1), int), np.cumsum(covered, axis=1)], axis=1)
    # How many covered dates there are before the first of the two weeks, before the second, and up to its end.
    marks = np.take_along_axis(counts, np.array(places)[:, None] + [0, WEEK, 2 * WEEK], axis=1).tolist()
    most = UNKNOWN_SHARE * WEEK
    return [
        [
            _Gap(monday + WEEK * week, seen[week] > 0)
            for week in (0, 1)
            if WEEK - (seen[week + 1] - seen[week]) > most
        ]
        for monday, seen in zip(mondays, marks, strict=True)
    ]
