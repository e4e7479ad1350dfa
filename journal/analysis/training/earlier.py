"""What came before a workout: how much of an exercise, on how many dates there was training, and which sessions."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.training.workouts import Bout, Work
from journal.exercises import Exercise
from journal.vocabulary import ExerciseTag, Muscle

_BACK_TAGS = frozenset({ExerciseTag.BACK_EXTENSOR, ExerciseTag.AXIAL_LOAD, ExerciseTag.PRONE_ARCH})

Done = tuple[Bout, Work]
"""An exercise in a workout."""


def by_exercise(frames: Frames) -> Mapping[str, Sequence[Done]]:
    """Every exercise, by its slug, in each of the workouts that had it, in time order."""
    return frames.once(_by_exercise)


def _by_exercise(frames: Frames) -> dict[str, list[Done]]:
    found: dict[str, list[Done]] = {}
    for bout in frames.bouts:
        for work in bout.work:
            found.setdefault(work.exercise.slug, []).append((bout, work))
    return found


def works_the_back(exercise: Exercise) -> bool:
    """Whether it trains the back or loads the spine: a jump of its volume counts from a smaller share on."""
    return Muscle.BACK in exercise.primary or bool(exercise.tags & _BACK_TAGS)


def most_before(
    history: Sequence[Done], start: int, days: float, less_than_kg: float
) -> tuple[Done | None, int]:
    """When the most of an exercise was done in the `days` before an instant, and in how many workouts it was.

    `history` is the exercise in time order.  (None, 0) when there was none, or when the last one alone reached
    `less_than_kg`.
    """
    # Mostly it is no more than last time, and then the others need not be looked at.
    if history and history[-1][0].ts < start and history[-1][1].tonnage_kg >= less_than_kg:
        return None, 0
    window = history[bisect_left(history, start - days * DAY, key=lambda past: past[0].ts) :]
    window = [past for past in window if past[0].ts < start]
    return max(window, key=lambda past: (past[1].tonnage_kg, past[0].ts), default=None), len(window)


def training_dates(bouts: Sequence[Bout], days: float) -> list[int]:
    """For each workout, on how many dates but its own there was one in the `days` (elapsed time) before it."""
    counts: list[int] = []
    dates: Counter[int] = Counter()
    first = 0
    for bout in bouts:
        while bouts[first].ts < bout.ts - days * DAY:
            dates[bouts[first].day] -= 1
            if not dates[bouts[first].day]:
                del dates[bouts[first].day]
            first += 1
        counts.append(len(dates) - (bout.day in dates))
        dates[bout.day] += 1
    return counts


def of_dates(bouts: Sequence[Bout], days: int) -> Iterator[list[Bout]]:
    """For each workout, those of the `days` local dates that end with its own, as known when it started.

    It is among them, and so are others that started at the same instant.
    """
    first = end = 0
    for bout in bouts:
        # No clock is more than a day from UTC, so nothing of those dates began before this.
        while bouts[first].ts < bout.ts - (days + 2) * DAY:
            first += 1
        while end < len(bouts) and bouts[end].ts <= bout.ts:
            end += 1
        yield [one for one in bouts[first:end] if bout.day - days < one.day <= bout.day]
