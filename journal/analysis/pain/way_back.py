"""The way of one place back to training, from what hurt there, what was raised on it and what loaded it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, at_least, midnight
from journal.analysis.pain.doms import MILD
from journal.analysis.pain.episodes import MCID_PTS, MCID_SHARE, Episode
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Context

SETTLED_H = 24
"""So long nothing above 3 must have been written."""
RETURN_DATES = 14
"""So many dates of returning make it normal again."""
FORGOTTEN_DAYS = 90
"""What settled so long ago and was not loaded since is nothing to return from; and so long after a place last hurt at
4 or was flagged, a rise of mild pain is no setback any more."""
REACH_DAYS = 28 + 2 * FORGOTTEN_DAYS + RETURN_DATES
"""How many days of records a phase may rest on, for an episode of four weeks; a longer one adds its length."""

_AT_ONCE = frozenset({Context.DURING, Context.RIGHT_AFTER})


class Stage(StrEnum):
    """How far a place is on its way back to training."""

    PAIN = "pain"
    SETTLING = "settling"
    RETURNING = "returning"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Setback:
    """What makes pain come back after a workout: a score, or a rise above the entry before, within some hours."""

    nrs: float = 4
    rise: float = 2
    hours: float = 24


class CameBack(NamedTuple):
    """Pain that came back: the entry, the one before it, and the workout that it followed."""

    entry: PainRow
    before: PainRow | None
    workout: Bout


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage of a place: instants in seconds since 1970 UTC, `until` None while it is normal.

    `episode` is the one that began the way back.  `workouts` are those that loaded the place, of the stages pain
    and returning.  `back` is what ended a return and began this pain.  `sure_from` is when the end of the pain was
    certain, None when only silence ended it.  A return that ends as it begins has no length, but its workout.
    """

    place: Place
    stage: Stage
    since: int
    until: int | None
    episode: Episode
    workouts: tuple[Bout, ...] = ()
    back: CameBack | None = None
    sure_from: int | None = None


class Alarm(NamedTuple):
    """What puts a place in pain.  Of those at one instant, what was there before a workout sorts first."""

    ts: int
    after_workout: bool
    episode: Episode
    back: CameBack | None = None


class Way:
    """The way of one place."""

    def __init__(self, frames: Frames, place: Place, raised: Sequence[Alarm], setback: Setback) -> None:
        self._place, self._setback = place, setback
        self._episodes = frames.course[place]
        self._first = [one.entries[0].ts for one in self._episodes]
        self._entries = sorted(frames.entries[place], key=lambda entry: (entry.ts, entry.id))
        self._written = [entry.ts for entry in self._entries]
        severe = [
            Alarm(entry.ts, entry.context in _AT_ONCE, self._episode(entry.ts))
            for entry in self._entries
            if entry.score > MILD
        ]
        self._alarms = sorted([*severe, *raised], key=lambda alarm: alarm[:2])
        self._instants = [alarm.ts for alarm in self._alarms]
        self._bouts = [bout for bout in frames.bouts if place.region in bout.loads] if self._alarms else []
        self._starts = [bout.ts for bout in self._bouts]

    def _episode(self, instant: int) -> Episode:
        return self._episodes[bisect_right(self._first, instant) - 1]

    def phases(self) -> Iterator[Phase]:
        """All of it, in time order."""
        alarm = self._alarms[0] if self._alarms else None
        while alarm is not None:
            settled, sure_from = self._settles(alarm)
            workouts = tuple(self._bouts_within(alarm.ts + alarm.after_workout, settled))
            yield Phase(self._place, Stage.PAIN, alarm.ts, settled, alarm.episode, workouts, alarm.back)
            made, alarm = self._way_back(alarm.episode, settled, sure_from)
            yield from made

    def _next_alarm(self, instant: int) -> Alarm | None:
        at = bisect_left(self._instants, instant)
        return self._alarms[at] if at < len(self._alarms) else None

    def _last_alarm(self, instant: int) -> int:
        return self._instants[bisect_right(self._instants, instant) - 1]

    def _settles(self, alarm: Alarm) -> tuple[int, int | None]:
        """When a place in pain has settled, and when that was certain."""
        episode, bad = alarm.episode, alarm.ts
        first, last = (bisect_left(self._instants, at) for at in (alarm.ts, episode.closed_at))
        again = set(self._instants[first:last])
        told = {entry.ts for entry in episode.between(alarm.ts, episode.closed_at)}
        instants = sorted({alarm.ts} | again | told)
        for instant, following in zip(instants, (*instants[1:], episode.closed_at), strict=True):
            bad = instant if instant in again else bad
            settled = max(bad + SETTLED_H * HOUR, instant)
            if settled < following and _is_clearly_less(episode, instant):
                return settled, settled
        return episode.closed_at, episode.confirmed_at

    def _bouts_within(self, first: int, until: int) -> Sequence[Bout]:
        """The workouts of `[first, until)` that load the place."""
        return self._bouts[bisect_left(self._starts, first) : bisect_left(self._starts, until)]

    def _way_back(
        self, episode: Episode, settled: int, sure_from: int | None
    ) -> tuple[list[Phase], Alarm | None]:
        """The stages after the pain, and what puts the place in pain again."""

        def stage(stage: Stage, since: int, until: int | None, workouts: tuple[Bout, ...] = ()) -> Phase:
            return Phase(self._place, stage, since, until, episode, workouts, sure_from=sure_from)

        made: list[Phase] = []
        alarm = self._next_alarm(settled)
        ends = _first(settled + FORGOTTEN_DAYS * DAY, alarm)
        workout = next(iter(self._bouts_within(settled, settled + FORGOTTEN_DAYS * DAY)), None)
        if workout is not None and not _is_before(alarm, workout):
            if workout.ts > settled:
                made.append(stage(Stage.SETTLING, settled, workout.ts))
            over = midnight(workout.day + RETURN_DATES, workout.offset)
            alarm = self._comes_back(workout.ts, over, alarm) or alarm
            ends = _first(over, alarm)
            # What hurt during a workout ends the return after it began.
            late = alarm is not None and alarm.ts == ends and alarm.after_workout
            done = tuple(self._bouts_within(workout.ts, ends + late))
            made.append(stage(Stage.RETURNING, workout.ts, ends, done))
        elif ends > settled:
            made.append(stage(Stage.SETTLING, settled, ends))
        if alarm is None or alarm.ts > ends:
            made.append(stage(Stage.NORMAL, ends, None if alarm is None else alarm.ts))
        return made, alarm

    def _comes_back(self, since: int, over: int, alarm: Alarm | None) -> Alarm | None:
        """The first entry of a return that says that pain came back, no later than what ends it otherwise."""
        begin = bisect_left(self._written, since)
        for at in range(begin, bisect_right(self._written, _first(over - 1, alarm))):
            entry, before = self._entries[at], self._entries[at - 1] if at else None
            rose = before is not None and at_least(entry.score - before.score, self._setback.rise)
            rose = rose and entry.ts - self._last_alarm(entry.ts) <= FORGOTTEN_DAYS * DAY
            if entry.is_painful and (rose or at_least(entry.score, self._setback.nrs)):
                workout = self._followed(entry, since)
                if workout is not None:
                    back = CameBack(entry, before, workout)
                    return Alarm(entry.ts, entry.context in _AT_ONCE, self._episode(entry.ts), back)
        return None

    def _followed(self, entry: PainRow, since: int) -> Bout | None:
        """The latest workout of the return that was going on then or had ended at most so many hours before."""
        last = entry.ts + (entry.context in _AT_ONCE)
        near = [
            bout
            for bout in self._bouts_within(since, last)
            if entry.ts <= bout.end + self._setback.hours * HOUR
        ]
        return near[-1] if near else None


def _first(instant: int, alarm: Alarm | None) -> int:
    return instant if alarm is None else min(instant, alarm.ts)


def _is_before(alarm: Alarm | None, bout: Bout) -> bool:
    """Whether the place was in pain again before the workout began."""
    if alarm is None:
        return False
    return alarm.ts < bout.ts or (alarm.ts == bout.ts and not alarm.after_workout)


def _is_clearly_less(episode: Episode, instant: int) -> bool:
    """Whether the newest entry says at most 3, and 2 points or 30 % less than the worst so far."""
    latest, peak = episode.latest(instant), episode.peak(instant)
    if latest is None or peak is None or latest.score > MILD:
        return False
    less = peak.score - latest.score
    return at_least(less, MCID_PTS) or at_least(less / peak.score, MCID_SHARE)
