"""The way back to training after a pain, place by place: pain, settling, returning, normal.

A place is in pain when it hurts at 4 or more, when a warning or an urgent flag is raised on its open episode, or
when pain comes back after a workout while it is returning.  It settles once nothing above 3 was written for 24 h
and the newest entry lies clearly below the peak; silence settles it when the episode closes.  The first workout
that loads it again begins the return, which is over after 14 dates.  Ordinary soreness up to 3 never begins it.

At any instant a phase rests only on what was known then; its `until` may come of what came later.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journal.analysis.doms import MILD, State, soreness
from journal.analysis.episodes import MCID_PTS, MCID_SHARE, Episode
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, at_least, midnight
from journal.analysis.painful import open_episode
from journal.analysis.rows import PainRow, Place, places
from journal.analysis.rulebook import RULES, Found, Occurrence, Rule
from journal.analysis.workouts import Bout
from journal.vocabulary import Context, Severity

SETTLED_H = 24
"""So long nothing above 3 must have been written."""
RETURN_DATES = 14
"""So many dates of returning make it normal again."""
FORGOTTEN_DAYS = 90
"""What settled so long ago and was not loaded since is nothing to return from."""
REACH_DAYS = RETURN_DATES + FORGOTTEN_DAYS + 28
"""How long after an entry a phase may still rest on it, for an episode of four weeks."""

_WARNED = frozenset({Severity.URGENT, Severity.WARNING})
_THEMES = frozenset({"red flags", "course of a pain"})
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


def rests_on_flags(one: Rule) -> bool:
    """The rules whose warnings put a place in pain: what a rule about phases rests on."""
    return one.theme in _THEMES and bool(_WARNED.intersection(one.severity))


def phases(frames: Frames, occurrences: Iterable[Occurrence], setback: Setback | None = None) -> list[Phase]:
    """The phases of every place that ever was in pain, by place and time.

    `occurrences` are what the rules found, in any order; those that do not matter here may be among them.
    """
    raised = _raised(frames, occurrences)
    return [
        phase
        for place in sorted(frames.course)
        for phase in _Way(frames, place, raised.get(place, ()), setback or Setback()).phases()
    ]


def in_stage(stage: Stage, frames: Frames, found: Found, setback: Setback | None = None) -> Iterator[Phase]:
    """The phases of one stage, for a rule that rests on `rests_on_flags`."""
    every = (one for some in found.values() for one in some)
    return (phase for phase in phases(frames, every, setback) if phase.stage is stage)


def phase_at(made: Iterable[Phase], place: Place, instant: int) -> Phase | None:
    """The phase of a place at an instant; None when it has been normal all along."""
    return next(
        (
            phase
            for phase in made
            if phase.place == place
            and phase.since <= instant
            and (phase.until is None or instant < phase.until)
        ),
        None,
    )


class _Alarm(NamedTuple):
    """What puts a place in pain.  Of those at one instant, what was there before a workout sorts first."""

    ts: int
    after_workout: bool
    episode: Episode
    back: CameBack | None = None


def _raised(frames: Frames, occurrences: Iterable[Occurrence]) -> dict[Place, list[_Alarm]]:
    """The warnings and urgent flags that were raised on an open episode of their place."""
    found: dict[Place, list[_Alarm]] = {}
    for one in occurrences:
        if one.severity not in _WARNED or "region" not in one.subject or RULES[one.rule].theme not in _THEMES:
            continue
        for place in places(one.subject["region"], one.subject.get("side", "")):
            episode = open_episode(frames, place, one.since)
            at = None if episode is None else _not_mere_soreness(frames, episode, one)
            if episode is not None and at is not None:
                found.setdefault(place, []).append(_Alarm(at, True, episode))
    return found


def _not_mere_soreness(frames: Frames, episode: Episode, one: Occurrence) -> int | None:
    """From when on the flag counts: not as long as the pain is mild and follows the course of soreness."""
    peak = episode.peak(one.since)
    if peak is None or peak.score > MILD:
        return one.since
    course = soreness(frames, episode)
    if course is None or course.verdict(one.since).state is not State.TYPICAL:
        return one.since
    ends = episode.closed_at if one.until is None else min(one.until, episode.closed_at)
    turns = (since for since, _, verdict in course.course() if verdict.state is not State.TYPICAL)
    return next((since for since in turns if one.since < since < ends), None)


class _Way:
    """The way of one place."""

    def __init__(self, frames: Frames, place: Place, raised: Sequence[_Alarm], setback: Setback) -> None:
        self._place, self._setback = place, setback
        self._episodes = frames.course[place]
        self._entries = sorted(frames.entries[place], key=lambda entry: (entry.ts, entry.id))
        self._bouts = frames.bouts
        severe = [
            _Alarm(entry.ts, entry.context in _AT_ONCE, self._episode(entry.ts))
            for entry in self._entries
            if entry.score > MILD
        ]
        self._alarms = sorted([*severe, *raised], key=lambda alarm: alarm[:2])

    def _episode(self, instant: int) -> Episode:
        return self._episodes[bisect_right(self._episodes, instant, key=lambda one: one.entries[0].ts) - 1]

    def phases(self) -> Iterator[Phase]:
        """All of it, in time order."""
        alarm = self._alarms[0] if self._alarms else None
        while alarm is not None:
            settled, sure_from = self._settles(alarm)
            workouts = tuple(self._bouts_within(alarm.ts + alarm.after_workout, settled))
            yield Phase(self._place, Stage.PAIN, alarm.ts, settled, alarm.episode, workouts, alarm.back)
            made, alarm = self._way_back(alarm.episode, settled, sure_from)
            yield from made

    def _next_alarm(self, instant: int) -> _Alarm | None:
        place = bisect_left(self._alarms, instant, key=lambda alarm: alarm.ts)
        return self._alarms[place] if place < len(self._alarms) else None

    def _settles(self, alarm: _Alarm) -> tuple[int, int | None]:
        """When a place in pain has settled, and when that was certain."""
        episode, bad = alarm.episode, alarm.ts
        again = {one.ts for one in self._alarms if one.episode is episode}
        told = {entry.ts for entry in episode.between(alarm.ts, episode.closed_at)} | again | {alarm.ts}
        instants = sorted(instant for instant in told if instant >= alarm.ts)
        for instant, following in zip(instants, (*instants[1:], episode.closed_at), strict=True):
            bad = instant if instant in again else bad
            settled = max(bad + SETTLED_H * HOUR, instant)
            if settled < following and _is_clearly_less(episode, instant):
                return settled, settled
        return episode.closed_at, episode.confirmed_at

    def _bouts_within(self, first: int, until: int) -> Iterator[Bout]:
        """The workouts of `[first, until)` that load the place."""
        for at in range(bisect_left(self._bouts, first, key=lambda bout: bout.ts), len(self._bouts)):
            bout = self._bouts[at]
            if bout.ts >= until:
                break
            if self._place.region in bout.loads:
                yield bout

    def _way_back(
        self, episode: Episode, settled: int, sure_from: int | None
    ) -> tuple[list[Phase], _Alarm | None]:
        """The stages after the pain, and what puts the place in pain again."""

        def stage(stage: Stage, since: int, until: int | None, workouts: tuple[Bout, ...] = ()) -> Phase:
            return Phase(self._place, stage, since, until, episode, workouts, sure_from=sure_from)

        made: list[Phase] = []
        alarm = self._next_alarm(settled)
        ends = _first(settled + FORGOTTEN_DAYS * DAY, alarm)
        workout = next(self._bouts_within(settled, settled + FORGOTTEN_DAYS * DAY), None)
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

    def _comes_back(self, since: int, over: int, alarm: _Alarm | None) -> _Alarm | None:
        """The first entry of a return that says that pain came back, no later than what ends it otherwise."""
        begin = bisect_left(self._entries, since, key=lambda entry: entry.ts)
        for at in range(begin, bisect_right(self._entries, _first(over - 1, alarm), key=lambda one: one.ts)):
            entry, before = self._entries[at], self._entries[at - 1] if at else None
            rose = before is not None and at_least(entry.score - before.score, self._setback.rise)
            if entry.is_painful and (rose or at_least(entry.score, self._setback.nrs)):
                workout = self._followed(entry, since)
                if workout is not None:
                    back = CameBack(entry, before, workout)
                    return _Alarm(entry.ts, entry.context in _AT_ONCE, self._episode(entry.ts), back)
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


def _first(instant: int, alarm: _Alarm | None) -> int:
    return instant if alarm is None else min(instant, alarm.ts)


def _is_before(alarm: _Alarm | None, bout: Bout) -> bool:
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
