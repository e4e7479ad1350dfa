"""What training lacks: kinds of exercise that were not done for some time, by what was known then.

A date that nobody wrote of and a workout whose exercises were not told may hide what seems to be missing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np

from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, HOUR, midnight
from journal.analysis.pain.painful import ACTIVE_H, active_back_pain, is_telling
from journal.analysis.rulebook import EVENT_DAYS
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.training.workouts import Bout
from journal.vocabulary import BACK, ENDURANCE_KINDS, ExerciseTag

EXERCISES = "the exercises of every workout"
ENTRIES = "entries on most dates"

Seen = TypeVar("Seen")
_NEVER = 0


class Occasion(NamedTuple):
    """A time at which training is judged: the newest date by then, and the instant.

    `asked_until` is how long something is asked for that is missing then: until training is judged again, for a
    week at most.  Instants are seconds since 1970 UTC.
    """

    day: int
    at: int
    asked_until: int


def occasions(times: Iterable[tuple[int, int]]) -> list[Occasion]:
    """The (date, instant) pairs in time order as occasions: who travels west does not live a date twice."""
    ordered = list(times)
    days = accumulate((day for day, _ in ordered), max)
    ends = [at + EVENT_DAYS * DAY for _, at in ordered]
    judged_again = [*(at for _, at in ordered[1:]), *ends[-1:]]
    return [
        Occasion(day, at, min(end, again))
        for day, (_, at), end, again in zip(days, ordered, ends, judged_again, strict=True)
    ]


def judged_times(frames: Frames) -> Sequence[tuple[Occasion, Bout | None]]:
    """When training is judged: at each workout, which comes along, and at the first record of each date."""
    return frames.once(_judged_times)


def _judged_times(frames: Frames) -> list[tuple[Occasion, Bout | None]]:
    times: list[tuple[int, int, int, Bout | None]] = [
        *((bout.ts, 0, bout.day, bout) for bout in frames.bouts),
        *((at, 1, day, None) for day, at in frames.recorded_from.items()),
    ]
    times.sort(key=lambda one: one[:3])
    points = occasions((day, at) for at, _, day, _ in times)
    return [(point, bout) for point, (*_, bout) in zip(points, times, strict=True)]


def untold(bout: Bout) -> bool:
    """Whether nobody wrote what was done in the workout; a run or a ride tells it by its kind."""
    return not bout.work and bout.kind not in ENDURANCE_KINDS


@dataclass(slots=True)
class Done:
    """When exercises with one of some tags were done last, going through the workouts in time order.

    All three are ordinals of dates: the newest with such an exercise, with any exercise, and with a workout whose
    exercises were not told; 0 when there was none.
    """

    tags: Collection[ExerciseTag]
    last: int = field(default=_NEVER, init=False)
    told: int = field(default=_NEVER, init=False)
    untold: int = field(default=_NEVER, init=False)

    def add(self, bout: Bout) -> None:
        """One more workout."""
        if not bout.tags.isdisjoint(self.tags):
            self.last = max(self.last, bout.day)
        if bout.work:
            self.told = max(self.told, bout.day)
        elif untold(bout):
            self.untold = max(self.untold, bout.day)


class Window(NamedTuple):
    """Dates that end with an occasion: the ordinal of the first, None when too few of them are recorded.

    `is_gap` says then that dates are missing in the midst of a journal, not before it began.
    """

    first: int | None
    is_gap: bool = False


def known_dates(
    frames: Frames, points: Sequence[Occasion], width: int
) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which of the `width` dates that end with each occasion were covered, as it was known then."""
    return covered_at(frames.recorded_from, [(point.day, point.at) for point in points], width)


def covered_dates(frames: Frames, points: Sequence[Occasion], days: int) -> list[Window]:
    """For each occasion the newest `days` covered dates, as long as no more than a quarter in between is not."""
    width = int(days / (1 - UNKNOWN_SHARE))
    covered = known_dates(frames, points, width)
    # How many covered dates there are from each date on, the newest first.
    counts = np.cumsum(covered[:, ::-1], axis=1)
    reached = counts >= days
    back = np.argmax(reached, axis=1).tolist()
    enough, before = _any(reached), _any(covered[:, : width - days + 1])
    return [
        Window(point.day - place) if is_enough else Window(None, is_gap)
        for point, place, is_enough, is_gap in zip(points, back, enough, before, strict=True)
    ]


def calendar_dates(frames: Frames, points: Sequence[Occasion], days: int) -> list[Window]:
    """For each occasion the `days` dates that end with it, unless more than a quarter of them is not covered."""
    covered = known_dates(frames, points, 2 * days)
    known = ((~covered[:, -days:]).sum(axis=1) <= UNKNOWN_SHARE * days).tolist()
    before = _any(covered[:, :days])
    return [
        Window(point.day - days + 1) if is_known else Window(None, is_gap)
        for point, is_known, is_gap in zip(points, known, before, strict=True)
    ]


def _any(marks: "np.ndarray[Any, np.dtype[np.bool_]]") -> list[bool]:
    return cast("list[bool]", marks.any(axis=1).tolist())


class Verdict(NamedTuple):
    """Whether some kind of exercise is lacking; `missing` says what is not recorded when that cannot be told.

    `missing` is "" where nobody is to be asked.
    """

    lacks: bool
    missing: str = ""


def verdict(done: Done, window: Window, at: Occasion, days: int) -> Verdict:
    """Whether what `done` watches was not done in a window of `days` dates that ends with an occasion."""
    if done.last > at.day - days or (window.first is not None and done.last >= window.first):
        return Verdict(lacks=False)
    told = done.told > at.day - ASKED_DAYS
    if window.first is None:
        return Verdict(lacks=False, missing=ENTRIES if window.is_gap and told else "")
    hidden = done.untold >= window.first
    return Verdict(lacks=not hidden, missing=EXERCISES if hidden and told else "")


def weekly(points: Iterable[tuple[int, Point[Seen]]]) -> Iterator[tuple[int, Stretch[Seen]]]:
    """The stretches of each ISO week (a block of 7 dates) that was judged, each over when the next week is.

    What goes on for months is then raised once a week, and no flag needs to know how long it has been so.
    """
    weeks = [(week, [point for _, point in group]) for week, group in groupby(points, lambda one: one[0])]
    for (_, judged), (_, following) in pairwise(weeks):
        judged.append(following[0]._replace(level=None))
    for week, judged in weeks:
        holds = any(point.level is not None for point in judged)
        for stretch in stretches(judged) if holds else ():
            yield week, stretch


def while_nothing_hurts(
    frames: Frames, points: Iterable[tuple[int, Point[Seen]]]
) -> Iterator[tuple[int, Point[Seen]]]:
    """The points of each week, none of them holding while the back is in active pain, from its first entry on."""
    telling = [entry.ts for entry in frames.pain if entry.region in BACK and is_telling(entry)]
    place = 0
    before: tuple[int, Point[Seen]] | None = None
    for week, point in points:
        while place < len(telling) and telling[place] <= point.at:
            if before is not None and before[1].level is not None:
                yield before[0], before[1]._replace(at=telling[place], level=None)
            place += 1
        lately = place > 0 and telling[place - 1] >= point.at - ACTIVE_H * HOUR
        hurts = lately and point.level is not None and active_back_pain(frames, point.at) is not None
        before = week, point._replace(level=None) if hurts else point
        yield before
    if before is not None and before[1].level is not None:
        for at in telling[place:]:
            yield before[0], before[1]._replace(at=at, level=None)


def workouts_since(frames: Frames, first: int, until: int) -> list[Bout]:
    """The workouts of the dates from `first` (an ordinal) on that had begun by an instant."""
    bouts = frames.bouts
    # No clock is more than a day from UTC, so nothing of those dates began before this.
    known = bouts[bisect_left(frames.starts, midnight(first, DAY)) : bisect_right(frames.starts, until)]
    return [bout for bout in known if bout.day >= first]
