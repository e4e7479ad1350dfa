"""Muscle groups trained again: how long they had rested, and what was done before and after."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H
from journal.analysis.training.regions import LOADED_BY
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Muscle, Region

REST_DAYS = 7
"""A group that was not trained for this long has rested."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What was done for one muscle group: counted working sets by the slug of the exercise, and the workouts."""

    by_exercise: dict[str, int]
    bouts: tuple[Bout, ...]

    @property
    def sets(self) -> int:
        """Working sets of the group."""
        return sum(self.by_exercise.values())

    def plus(self, other: "Trained") -> "Trained":
        """The two together."""
        slugs = {*self.by_exercise, *other.by_exercise}
        total = {slug: self.by_exercise.get(slug, 0) + other.by_exercise.get(slug, 0) for slug in slugs}
        return Trained(total, (*self.bouts, *other.bouts))


class Repeat(NamedTuple):
    """A muscle group trained again within a week, as it was known at the start of the second workout.

    `hours` is the rest from the end of the first, `before`, to the start of the second, `now`, at least 0, and
    may be off by `unsure_h` either way.  `today` and `yesterday` are what was done for the group on the local date
    of the second and on the date before.
    """

    muscle: Muscle
    now: Trained
    before: Trained
    hours: float
    unsure_h: float
    today: Trained
    yesterday: Trained | None

    @property
    def bout(self) -> Bout:
        """The second workout."""
        return self.now.bouts[0]


def repeats(frames: Frames, *, include_endurance: bool = False) -> Sequence[Repeat]:
    """Every muscle group of every workout that had been trained in the seven days before.

    Easy sets, relief work and, unless it is included, endurance do not count; nor do muscles trained second.
    """
    return frames.once(_repeats, include_endurance)


def _repeats(frames: Frames, include_endurance: bool) -> tuple[Repeat, ...]:
    found: list[Repeat] = []
    dates: dict[tuple[Muscle, int], Trained] = {}
    history: dict[Muscle, list[Trained]] = {}
    for bout in frames.bouts:
        for muscle, now in _trained(bout, include_endurance=include_endurance).items():
            earlier = dates.get((muscle, bout.day))
            today = dates[muscle, bout.day] = now if earlier is None else earlier.plus(now)
            past = history.setdefault(muscle, [])
            place = len(past) - 1
            while place >= 0 and past[place].bouts[0].ts >= bout.ts:
                place -= 1
            past.append(now)
            if place < 0:
                continue
            before = past[place]
            last = before.bouts[0]
            if bout.ts - last.ts <= (REST_DAYS + 1) * DAY:
                found.append(
                    Repeat(
                        muscle=muscle,
                        now=now,
                        before=before,
                        hours=max(0.0, (bout.ts - last.end) / HOUR),
                        unsure_h=UNSURE_H * ((not bout.time_known) + (not last.time_known)),
                        today=today,
                        yesterday=dates.get((muscle, bout.day - 1)),
                    )
                )
    return tuple(found)


def _trained(bout: Bout, *, include_endurance: bool) -> dict[Muscle, Trained]:
    trained: dict[Muscle, Trained] = {}
    for work in bout.training(include_endurance=include_endurance):
        for muscle in work.exercise.primary:
            if muscle not in trained:
                trained[muscle] = Trained({}, (bout,))
            trained[muscle].by_exercise[work.exercise.slug] = work.counted
    return trained


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
