"""Pains that come back after training: which episodes of a place count as what, and from when."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, local_day, midnight
from journal.analysis.pain.doms import State, soreness
from journal.analysis.pain.episodes import ONSET_MAX_DAYS, Episode
from journal.analysis.rows import PainRow
from journal.analysis.stretches import Point, Stretch
from journal.vocabulary import Severity

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class AfterTraining:
    """An episode that came after a workout; `day` is the local date (ordinal) on which it started.

    `turns` are the instants at which it began to count as something else: soreness (True), another pain (False)
    or nothing (None).
    """

    episode: Episode
    workout_id: str
    day: int
    turns: tuple[tuple[int, bool | None], ...]

    @property
    def first(self) -> PainRow:
        """Its first entry."""
        return self.episode.entries[0]

    def is_soreness(self, instant: int) -> bool | None:
        """What it counted as at an instant; None for nothing."""
        place = bisect_right(self.turns, instant, key=lambda turn: turn[0])
        return self.turns[place - 1][1] if place else None


def after_training(
    frames: Frames, episodes: Sequence[Episode], least_nrs: int, unsure_nrs: int
) -> list[AfterTraining]:
    """The episodes that came after a workout and count as something at some time, in their order.

    Soreness: its course is that of delayed soreness so far, with a peak of `least_nrs`.  Another pain: it is not,
    or lasts too long for it; only with a peak of `unsure_nrs` where that is unclear, or where too little is written
    of it yet.
    """
    made = []
    for episode in episodes:
        peak = episode.peak(episode.closed_at)
        if episode.workout is None or peak is None or peak.score < least_nrs:
            continue
        turns = tuple(_turns(frames, episode, least_nrs, unsure_nrs))
        if any(kind is not None for _, kind in turns):
            day = local_day(episode.start, episode.entries[0].offset)
            made.append(AfterTraining(episode, episode.workout.id, day, turns))
    return made


def _turns(
    frames: Frames, episode: Episode, least_nrs: int, unsure_nrs: int
) -> Iterator[tuple[int, bool | None]]:
    compared = soreness(frames, episode)
    # What is never judged as soreness, such as a headache, is unclear.
    states = [(since, verdict.state) for since, _, verdict in compared.course] if compared else []
    states = states or [(episode.entries[0].ts, State.UNCLEAR)]
    reached = [
        next((e.ts for e in episode.entries if e.score >= nrs), None) for nrs in (least_nrs, unsure_nrs)
    ]
    instants = {since for since, _ in states} | {at for at in reached if at is not None}
    before: bool | None = None
    for instant in sorted(instants):
        state = states[bisect_right(states, instant, key=lambda one: one[0]) - 1][1]
        known, sure = (at is not None and at <= instant for at in reached)
        kind = _kind(state, known=known, sure=sure)
        if kind is not before:
            yield instant, kind
            before = kind


def _kind(state: State, *, known: bool, sure: bool) -> bool | None:
    """Soreness (True), another pain (False), or nothing; `known` and `sure`: the peak is high enough for each."""
    if state is State.TYPICAL:
        return True if known else None
    if state in (State.NOT, State.LATE):
        return False if known else None
    return False if sure else None


class Window(NamedTuple):
    """The episodes that counted together at the instant `at`, by their first entry, and the clock of the newest."""

    at: int
    offset: int
    episodes: Sequence[AfterTraining]


def windows(after: Sequence[AfterTraining], days: int) -> Iterator[Window]:
    """What counted at every instant at which an episode began to count as something else."""
    starts = [one.first.ts for one in after]
    turned = {at: one for one in after for at, _ in one.turns}
    for at in sorted(turned):
        begun = bisect_right(starts, at)
        offset = turned[at].episode.until(at)[-1].offset
        first = local_day(at, offset) - days + 1
        # One that came later by the clock may have started a date earlier on a journey to the west.
        earliest = bisect_left(starts, midnight(first - ONSET_MAX_DAYS, offset) - DAY)
        yield Window(at, offset, [one for one in after[earliest:begun] if one.day >= first])


def _counted(window: Window, soreness: bool) -> Sequence[AfterTraining]:
    """Those of one kind, the newest of each workout."""
    counted = {one.workout_id: one for one in window.episodes if one.is_soreness(window.at) is soreness}
    return list(counted.values())


def point_of(
    window: Window, soreness: bool, least: int, days: int, level: Severity | None
) -> Point[tuple[Window, Sequence[AfterTraining]]]:
    """Whether there are `least` of one kind (soreness, or other pain) after different workouts, and which."""
    counted = _counted(window, soreness)
    if len(counted) < least:
        return Point(window.at, None, window.at, (window, counted))
    # They become too few when the oldest of the newest `least` leaves the window.
    leaves = sorted(one.day for one in counted)[-least] + days
    return Point(window.at, level, midnight(leaves, window.offset), (window, counted))


def held(points: Iterable[Point[Seen]]) -> Iterator[Stretch[Seen]]:
    """The stretches of points that are all of one level or none; the newest point says until when it holds.

    A pain that counted may turn out to be soreness, so that too few are left sooner than it seemed.
    """
    now: Stretch[Seen] | None = None
    for point in points:
        if now is not None and point.at < now.until:
            if point.level is not None:
                now = Stretch(now.since, point.ends, now.level, now.seen)
                continue
            now = Stretch(now.since, point.at, now.level, now.seen)
        if now is not None:
            yield now
        now = None if point.level is None else Stretch(point.at, point.ends, point.level, point.seen)
    if now is not None:
        yield now
