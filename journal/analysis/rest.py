"""Muscle groups trained again: how long they had rested, and what was done before and after."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H
from journal.analysis.regions import LOADED_BY
from journal.analysis.workouts import Bout
from journal.vocabulary import Muscle, Region

REST_DAYS = 7
"""A group that was not trained for this long has rested."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What was done for one muscle group on a date: counted working sets by exercise, and the workouts."""

    sets: "Counter[str]" = field(default_factory=Counter)
    bouts: tuple[Bout, ...] = ()

    def plus(self, bout: Bout, sets: "Counter[str]") -> "Trained":
        """With one more workout."""
        return Trained(self.sets + sets, (*self.bouts, bout))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A muscle group trained again within a week, as it was known at the start of the second workout.

    `hours` is the rest from the end of `before` to the start of `bout`, at least 0, and may be off by `unsure_h`
    either way.  `sets` and `sets_before` are the working sets of the group in the two.  `today` and `yesterday`
    are what was done for it on the local date of `bout` and on the date before.
    """

    muscle: Muscle
    bout: Bout
    before: Bout
    hours: float
    unsure_h: float
    sets: int
    sets_before: int
    today: Trained
    yesterday: Trained | None


def repeats(frames: Frames, *, include_endurance: bool = False) -> Iterator[Repeat]:
    """Every muscle group of every workout that had been trained in the seven days before.

    Easy sets, relief work and, unless it is included, endurance do not count; nor do muscles trained second.
    """
    dates: dict[tuple[Muscle, int], Trained] = {}
    newest: dict[Muscle, list[tuple[Bout, int]]] = {}
    for bout in frames.bouts:
        for muscle, sets in _sets(bout, include_endurance=include_endurance).items():
            today = dates.get((muscle, bout.day), Trained()).plus(bout, sets)
            dates[muscle, bout.day] = today
            history = newest.setdefault(muscle, [])
            before = next(((one, count) for one, count in reversed(history) if one.ts < bout.ts), None)
            history.append((bout, sets.total()))
            if before is not None and bout.ts - before[0].ts <= (REST_DAYS + 1) * DAY:
                yield Repeat(
                    muscle=muscle,
                    bout=bout,
                    before=before[0],
                    hours=max(0.0, (bout.ts - before[0].end) / HOUR),
                    unsure_h=UNSURE_H * ((not bout.time_known) + (not before[0].time_known)),
                    sets=sets.total(),
                    sets_before=before[1],
                    today=today,
                    yesterday=dates.get((muscle, bout.day - 1)),
                )


def _sets(bout: Bout, *, include_endurance: bool) -> dict[Muscle, "Counter[str]"]:
    sets: dict[Muscle, Counter[str]] = {}
    for work in bout.training(include_endurance=include_endurance):
        for muscle in work.exercise.primary:
            sets.setdefault(muscle, Counter())[work.exercise.slug] += work.counted
    return sets


class Hurting:
    """When an episode was open in a region that a muscle group loads."""

    def __init__(self, frames: Frames) -> None:
        self._spans: dict[Muscle, list[tuple[int, int]]] = {}
        for episode in frames.episodes:
            muscles, _ = LOADED_BY.get(Region(episode.place.region), ((), ()))
            for muscle in muscles:
                spans = self._spans.setdefault(muscle, [])
                start, end = episode.entries[0].ts, episode.closed_at
                if spans and start <= spans[-1][1]:
                    start, end = spans[-1][0], max(end, spans.pop()[1])
                spans.append((start, end))

    def at(self, muscle: Muscle, instant: int) -> bool:
        """Whether one was open then, as far as one could know then."""
        spans = self._spans.get(muscle, [])
        started = bisect_right(spans, instant, key=lambda span: span[0])
        return started > 0 and instant < spans[started - 1][1]
