"""What was done before the flares of a place, and how often it was done anyway."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import midnight
from journal.analysis.pain.flares import flare_days_of, workout_before
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.earlier import by_exercise
from journal.analysis.training.workouts import Bout
from journal.exercises import Exercise
from journal.vocabulary import ExerciseTag


class Flare(NamedTuple):
    """A flare: the date (ordinal) on which it began, the entry from which it is known, and its linked workout."""

    day: int
    entry: PainRow
    workout: Bout | None

    @property
    def linked(self) -> tuple[Bout, ...]:
        """Its linked workout, if any."""
        return (self.workout,) if self.workout else ()


@dataclass(frozen=True, slots=True)
class Flares:
    """The flares of a place in time order, and its ordinary dates: at risk, and none began."""

    flares: tuple[Flare, ...]
    ordinary: tuple[int, ...]

    def ordinary_days(self, first: int, last: int) -> Sequence[int]:
        """The ordinary dates of `[first, last]`, both included."""
        return self.ordinary[bisect_left(self.ordinary, first) : bisect_right(self.ordinary, last)]


def flares_of(frames: Frames, place: Place) -> Flares:
    """The flares of a place that was written of."""
    days = flare_days_of(frames, place)
    return Flares(
        tuple(
            Flare(day.day, day.hot, workout_before(frames, place, day.hot))
            for day in days
            if day.onset and day.hot
        ),
        tuple(day.day for day in days if day.at_risk and not day.onset),
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """An exercise of the workouts linked to some flares: the flares that it came before, and of how many."""

    exercise: Exercise
    flares: tuple[Flare, ...]
    of: int


def shared(flares: Sequence[Flare]) -> list[Shared]:
    """The exercises of the workouts that the flares are linked to, relief exercises left out."""
    exercises: dict[str, Exercise] = {}
    before: dict[str, list[Flare]] = {}
    for flare in flares:
        for work in (one for bout in flare.linked for one in bout.work):
            if ExerciseTag.RELIEF not in work.exercise.tags:
                exercises[work.exercise.slug] = work.exercise
                before.setdefault(work.exercise.slug, []).append(flare)
    return [Shared(exercises[slug], tuple(some), len(flares)) for slug, some in before.items()]


class Done:
    """On which dates each exercise was done."""

    def __init__(self, frames: Frames) -> None:
        self._by_slug = by_exercise(frames)

    def share(self, slug: str, days: Sequence[int], *, width: int, known_at: int) -> float:
        """The share of the dates on which, or on the `width - 1` dates before which, the exercise was done.

        By what was known at an instant; `days` are in order, and there is one at least.
        """
        done = self._by_slug[slug]
        first = bisect_left(done, midnight(days[0] - width, 0), key=lambda one: one[0].ts)
        last = bisect_right(done, known_at, key=lambda one: one[0].ts)
        around = {bout.day + later for bout, _ in done[first:last] for later in range(width)}
        return sum(day in around for day in days) / len(days)
