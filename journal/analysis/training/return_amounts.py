"""What was done for a place in a workout, beside what was done before its pain and the last time."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from journal.analysis.frames import Frames
from journal.analysis.instants import above, local_day
from journal.analysis.pain.way_back import Phase
from journal.analysis.rows import Place
from journal.analysis.training.regions import loaded_regions
from journal.analysis.training.workouts import Bout, Work


@dataclass(frozen=True, slots=True)
class Compared:
    """A workout beside those before a pain: `tonnage` in kg x repetitions, or `load` in AU (session RPE x minutes).

    `usual` is the median of those before.
    """

    measure: str
    unit: str
    now: float
    usual: float
    before: tuple[Bout, ...]

    @property
    def share(self) -> float:
        """The workout as a share of what was usual."""
        return self.now / self.usual


def before_pain(frames: Frames, phase: Phase, sessions: int, days: int) -> list[Bout]:
    """The last workouts that loaded the place before its pain began."""
    episode, found = phase.episode, list[Bout]()
    first_day = local_day(episode.start, episode.entries[0].offset) - days
    for at in range(bisect_left(frames.starts, episode.start) - 1, -1, -1):
        bout = frames.bouts[at]
        # Two clocks may be a day apart, so dates are not quite in the order of instants.
        if bout.day < first_day - 2 or len(found) == sessions:
            break
        if bout.day >= first_day and phase.place.region in bout.loads:
            found.append(bout)
    return found


def compare(place: Place, bout: Bout, before: Sequence[Bout], least: int) -> Compared | None:
    """What a workout lifted for the place, else its load; None when `least` of those before do not tell the same."""
    lifted = {one.id: _tonnage(place, one) for one in before}
    with_weights = tuple(one for one in before if lifted[one.id] > 0)
    now = _tonnage(place, bout)
    if now > 0 and len(with_weights) >= least:
        return Compared("tonnage", "kg", now, median(lifted[one.id] for one in with_weights), with_weights)
    loads = {one.id: one.load for one in before if one.load is not None and one.load > 0}
    if bout.load is None or len(loads) < least:
        return None
    known = tuple(one for one in before if one.id in loads)
    return Compared("load", "AU", bout.load, median(loads.values()), known)


def _tonnage(place: Place, bout: Bout) -> float:
    """What was lifted in the exercises that load the place."""
    return sum(work.tonnage_kg for work in loading(place, bout))


def loading(place: Place, bout: Bout) -> Iterator[Work]:
    """The exercises of a workout that load the place."""
    return (work for work in bout.work if place.region in loaded_regions(work.exercise))


@dataclass(frozen=True, slots=True)
class Step:
    """An exercise in one workout and in the one before that had it."""

    before: Bout
    work_before: Work
    bout: Bout
    work: Work

    @property
    def weight(self) -> float | None:
        """Growth of the heaviest set (0.1 = 10 % more); None where there is none to compare."""
        return _growth(self.work_before.top_kg, self.work.top_kg)

    @property
    def volume(self) -> float | None:
        """Growth of what was done in all: kg x repetitions, else repetitions, distance or time."""
        for measure in ("tonnage_kg", "reps", "km", "seconds"):
            before, now = getattr(self.work_before, measure), getattr(self.work, measure)
            if before or now:
                return _growth(before, now)
        return None

    def excess(self, weight_share: float, volume_share: float) -> float:
        """How many times the larger of the two goes beyond its mark; 0 when neither does."""
        marks = ((self.weight, weight_share), (self.volume, volume_share))
        return max(
            (value / mark for value, mark in marks if value is not None and above(value, mark)), default=0.0
        )


def _growth(before: float | None, now: float | None) -> float | None:
    return now / before - 1 if before and now and before > 0 else None
