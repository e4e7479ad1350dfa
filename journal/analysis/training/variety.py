"""How much of training is the same movement again and again, over the last dates that are recorded."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journal.analysis.frames import Frames
from journal.analysis.training.lacking import covered_dates, occasions
from journal.analysis.training.workouts import Bout, Work, trains_muscles
from journal.exercises import Exercise
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag


@dataclass(frozen=True, slots=True)
class Variety:
    """What the sessions of some dates were made of, as it was known at the newest of them, `bout`.

    `first` is the ordinal of the first of the dates.  `sets` are all working sets, `most_sets` those of `most`, the
    movement with most of them.  `same` counts the sessions in a row, this one the last, that had the same
    `exercises`.
    """

    bout: Bout
    first: int
    sessions: int
    sets: int
    most: Exercise
    most_sets: int
    same: int
    exercises: tuple[Exercise, ...]

    @property
    def share(self) -> float:
        """The share of the working sets that the most used movement has."""
        return self.most_sets / self.sets


def counted(bout: Bout) -> tuple[Work, ...]:
    """The work of a session that tells how varied it was: no endurance; nothing when none of it is training.

    Relief, stretches and gentle core work count beside other work, but no session is made of them.
    """
    work = tuple(one for one in bout.work if not _is_endurance(one.exercise))
    return work if any(trains_muscles(one.exercise) for one in work) else ()


def varieties(frames: Frames, *, days: int, least: int) -> Iterator[Variety]:
    """Each session as the last of at least `least` on the last `days` covered dates."""
    sessions = [(bout, work) for bout in frames.bouts if (work := counted(bout))]
    points = occasions((bout.day, bout.ts) for bout, _ in sessions)
    seen = _Sliding()
    for (bout, work), window in zip(sessions, covered_dates(frames, points, days), strict=True):
        seen.add(bout.day, work)
        if window.first is None:
            continue
        seen.move_to(window.first)
        if seen.sessions >= least and seen.sets.total():
            most = seen.most()
            exercises = tuple(one.exercise for one in work)
            yield Variety(
                bout,
                window.first,
                seen.sessions,
                seen.sets.total(),
                most,
                seen.sets[most.slug],
                len(seen.same),
                exercises,
            )


class _Sliding:
    """Sessions of a window of dates that only moves on."""

    def __init__(self) -> None:
        self._by_day: dict[int, list[tuple[Work, ...]]] = {}
        self._movements: dict[str, Exercise] = {}
        self._last: frozenset[str] = frozenset()
        self.sets: Counter[str] = Counter()
        self.sessions = 0
        self.same: list[int] = []
        """The dates of the sessions in a row with the exercises of the newest."""

    def add(self, day: int, work: tuple[Work, ...]) -> None:
        """One more session."""
        self._by_day.setdefault(day, []).append(work)
        self.sessions += 1
        for one in work:
            self.sets[one.exercise.slug] += one.sets
            if trains_muscles(one.exercise):
                self._movements[one.exercise.slug] = one.exercise
        slugs = frozenset(one.exercise.slug for one in work)
        self.same = [*self.same, day] if slugs == self._last else [day]
        self._last = slugs

    def move_to(self, first: int) -> None:
        """Forget the sessions before a date."""
        for day in [day for day in self._by_day if day < first]:
            for work in self._by_day.pop(day):
                self.sessions -= 1
                for one in work:
                    self.sets[one.exercise.slug] -= one.sets
        self.same = [day for day in self.same if day >= first]

    def most(self) -> Exercise:
        """The movement with the most working sets; the first by name of equals."""
        return min(self._movements.values(), key=lambda one: (-self.sets[one.slug], one.slug))


def _is_endurance(exercise: Exercise) -> bool:
    return exercise.kind in ENDURANCE_KINDS or ExerciseTag.LOW_IMPACT_CARDIO in exercise.tags
