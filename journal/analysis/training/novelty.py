"""Whether a workout was new or unusually hard for somebody, by what they had done in the weeks before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above
from journal.analysis.training.earlier import by_exercise
from journal.analysis.training.regions import GENTLE, loaded_regions, touched_regions
from journal.analysis.training.workouts import Bout
from journal.exercises import Exercise
from journal.vocabulary import Region

HISTORY_DAYS = 90
"""How far back dates are counted to tell whether a journal is old enough to say what is new."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """What was new about a workout.

    `new` are the exercises not done in the dates before.  `highest` is the session load of the hardest of those
    dates in AU (session RPE x minutes), None when no load is known; `missing` says what keeps one from telling
    whether this one was harder ("" when nothing does).
    """

    bout: Bout
    new: tuple[Exercise, ...]
    highest: float | None
    missing: str

    @property
    def is_hardest(self) -> bool:
        """Whether its load was above every one before."""
        load = self.bout.load
        return (
            not self.missing and load is not None and self.highest is not None and above(load, self.highest)
        )


class Before:
    """What had been done in the `days` dates before a workout."""

    def __init__(self, frames: Frames, days: int) -> None:
        self._bouts, self._days = frames.bouts, days
        self._starts = frames.starts
        self._done = by_exercise(frames)

    def novelty(self, bout: Bout, region: Region) -> Novelty:
        """The workout beside those dates, as far as it works that region."""
        new = tuple(
            work.exercise
            for work in bout.work
            if _works(work.exercise, region) and not self._was_done(work.exercise.slug, bout)
        )
        first = bisect_left(self._starts, bout.ts - (self._days + 2) * DAY)
        started = bisect_right(self._starts, bout.ts)
        earliest, latest = bout.day - self._days, bout.day - 1
        loads = [one.load for one in self._bouts[first:started] if earliest <= one.day <= latest]
        known = [load for load in loads if load is not None]
        missing = _lacking(bout, loads, known, self._days)
        return Novelty(bout, new, max(known, default=None), missing)

    def _was_done(self, slug: str, bout: Bout) -> bool:
        done = self._done[slug]
        for place in range(bisect_right(done, bout.ts, key=lambda one: one[0].ts) - 1, -1, -1):
            one, _ = done[place]
            if bout.day - self._days <= one.day < bout.day:
                return True
            if one.ts < bout.ts - (self._days + 2) * DAY:
                break
        return False


def _lacking(bout: Bout, loads: Sequence[float | None], known: Sequence[float], days: int) -> str:
    if not known:
        return ""  # Who never writes effort and minutes down misses nothing.
    if bout.load is None:
        return "the effort and the minutes of the workout"
    if len(known) < len(loads) and above(bout.load, max(known)):
        return f"the effort and the minutes of every workout in the {days} days before"
    return ""


def _works(exercise: Exercise, region: Region) -> bool:
    """Whether the exercise may make that region sore; of one without muscles and tags nobody knows."""
    if not exercise.tags.isdisjoint(GENTLE):
        return False
    unknown = not (exercise.primary or exercise.secondary or exercise.tags)
    return unknown or region in loaded_regions(exercise) or region in touched_regions(exercise)


def is_known_before(
    frames: Frames, bouts: Sequence[Bout], days: int, least_dates: int
) -> list[tuple[bool, bool]]:
    """For each workout, whether the journal was old enough by then, and whether the dates before it are known.

    Old enough: `least_dates` covered dates in the 90 before it.  Known: at most a quarter of the `days` is not.
    """
    points = [(bout.day, bout.ts) for bout in bouts]
    # With the date of the workout itself, which closes a short gap before it.
    covered = covered_at(frames.recorded_from, points, max(HISTORY_DAYS, days) + 1)[:, :-1]
    old_enough = covered.sum(axis=1) >= least_dates
    known = (~covered[:, -days:]).sum(axis=1) <= UNKNOWN_SHARE * days
    return list(zip(old_enough.tolist(), known.tolist(), strict=True))
