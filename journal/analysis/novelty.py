"""Whether a workout was new or unusually hard for somebody, by what they had done in the weeks before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, above
from journal.analysis.regions import GENTLE, loaded_regions, touched_regions
from journal.analysis.workouts import Bout
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


def novelty(frames: Frames, bout: Bout, region: Region, days: int) -> Novelty:
    """The workout beside those of the `days` dates before its own, as far as it works that region."""
    bouts = frames.bouts
    first = bisect_left(bouts, bout.ts - (days + 2) * DAY, key=lambda one: one.ts)
    started = bisect_right(bouts, bout.ts, key=lambda one: one.ts)
    before = [one for one in bouts[first:started] if bout.day - days <= one.day < bout.day]
    done = {work.exercise.slug for one in before for work in one.work}
    new = [work.exercise for work in bout.work if work.exercise.slug not in done]
    loads = [one.load for one in before]
    known = [load for load in loads if load is not None]
    return Novelty(
        bout,
        tuple(one for one in new if _works(one, region)),
        max(known, default=None),
        _lacking(bout, loads, known, days),
    )


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
    if exercise.tags & GENTLE:
        return False
    unknown = not (exercise.primary or exercise.secondary or exercise.tags)
    return unknown or region in loaded_regions(exercise) | touched_regions(exercise)


def is_known_before(
    frames: Frames, bouts: Sequence[Bout], days: int, least_dates: int
) -> list[tuple[bool, bool]]:
    """For each workout, whether the journal was old enough by then, and whether the dates before it are known.

    Old enough: `least_dates` covered dates in the 90 before it.  Known: at most a quarter of the `days` is not.
    """
    points = [(bout.day, bout.ts) for bout in bouts]
    # With the date of the workout itself, which closes a short gap before it.
    covered = covered_at(frames.recorded_from, points, max(HISTORY_DAYS, days) + 1)[:, :-1]
    return [
        (bool(row.sum() >= least_dates), bool((~row[-days:]).sum() <= UNKNOWN_SHARE * days))
        for row in covered
    ]
