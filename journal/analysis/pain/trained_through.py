"""Workouts that were done while a place hurt: its pain before, during and after each of them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR
from journal.analysis.pain.climbing import Workouts
from journal.analysis.pain.painful import before_workout, began_with, open_episode
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Region

AFTER_H = 24
"""Pain of this many hours after the end of a workout is told beside it, unless the next workout came first."""


@dataclass(frozen=True, slots=True)
class TrainedThrough:
    """A workout while an episode of a place was open.

    `loads`: whether one of its exercises loads the place.  `before` is the score of the newest entry before it,
    `during` and `after` are the highest felt in it and within 24 h after its end; None where nothing was written.
    """

    place: Place
    bout: Bout
    loads: bool
    before: int | None
    during: int | None
    after: int | None


def trained_through(frames: Frames, place: Place, first: int, last: int) -> tuple[TrainedThrough, ...]:
    """The workouts of the dates `[first, last]` that began while the place hurt, in time order.

    A workout of relief exercises alone is none; nor is one that the newest entry before it says not to have hurt
    (0), or of which it is not known whether it came before the pain.
    """
    felt_in = frames.once(Workouts.of)
    return tuple(
        _trained(frames, place, number, felt_in)
        for number, bout in enumerate(frames.bouts)
        if first <= bout.day <= last and not bout.is_relief_only and _was_hurting(frames, place, bout)
    )


def _was_hurting(frames: Frames, place: Place, bout: Bout) -> bool:
    episode = open_episode(frames, place, bout.ts)
    if episode is None:
        return False
    began, before = episode.entries[0], before_workout(frames, place, bout.ts)
    if before is not None and not before.is_painful:
        return False
    if bout.time_known and began.time_known:
        return not began_with(began, bout.ts)
    return began.day < bout.day


def _trained(frames: Frames, place: Place, number: int, felt_in: Workouts) -> TrainedThrough:
    bout = frames.bouts[number]
    follows = next((one.ts for one in frames.bouts[number + 1 :] if one.ts > bout.ts), None)
    until = bout.end + AFTER_H * HOUR
    entries, written = frames.entries[place], frames.written[place]
    # What was felt in a workout may be written down with the time of its start, or up to two days later.
    near = entries[bisect_left(written, bout.ts) : bisect_right(written, bout.end + 2 * AFTER_H * HOUR)]
    during = [entry for entry in near if felt_in.felt_in(entry) is bout]
    after = [
        entry
        for entry in near
        if entry.ts > bout.ts
        and felt_in.felt_in(entry) is None
        and entry.ts <= until
        and (follows is None or entry.ts < follows)
    ]
    before = before_workout(frames, place, bout.ts)
    return TrainedThrough(
        place,
        bout,
        Region(place.region) in bout.loads,
        None if before is None else before.score,
        _highest(during),
        _highest(after),
    )


def _highest(entries: list[PainRow]) -> int | None:
    return max((entry.score for entry in entries), default=None)
