"""Ask the rules: at an instant, of a planned workout, or of what was just recorded.

These are the entry points of the command line and the screens.  They take a `Read`, a function from a first
date to the stored rows since then, and read only as far back as the rules look; an episode or a row of flags
that reaches the edge of what was read doubles the reading.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from journal.analysis.engine import RANK, History, Parameters, evaluate, rulebook
from journal.analysis.flags import Flag, Judgement
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, local_day
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS
from journal.analysis.stored import Snapshot, exercises_of
from journal.records import Record, Session
from journal.vocabulary import Status

Read = Callable[[date | None], Snapshot]
"""Gives the stored rows from a first local date on; None = all of history."""

_EDGE_DAYS = 35
"""What lies this close to the first date read may have begun before it."""
_MOST_DAYS = 40_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The journal as it was known at an instant, and everything that the rules found in it."""

    frames: Frames
    history: History
    at: int
    offset: int

    def judge(self, *, past: bool = False) -> Judgement:
        """The flags of that instant."""
        return self.history.judge(self.at, offset=self.offset, past=past)


def reading(read: Read, as_of: datetime, parameters: Parameters | None = None) -> Reading:
    """As much of the journal as the rules need to judge `as_of`, and what they find."""
    days = max((one.looks_back for one in rulebook().values()), default=0) + EVENT_DAYS + URGENT_DAYS
    while days < _MOST_DAYS:
        made = _read(read, as_of, as_of.date() - timedelta(days=days), parameters)
        if not _touches_edge(made):
            return made
        days *= 2
    return whole(read, as_of, parameters)


def whole(read: Read, as_of: datetime, parameters: Parameters | None = None) -> Reading:
    """All of the journal up to `as_of`, and what the rules find in it."""
    return _read(read, as_of, None, parameters)


def flags_at(
    read: Read, as_of: datetime, *, parameters: Parameters | None = None, past: bool = False
) -> Judgement:
    """The flags active at `as_of`; with `past` also those that ended before."""
    made = whole(read, as_of, parameters) if past else reading(read, as_of, parameters)
    return made.judge(past=past)


def what_if(
    read: Read, planned: Sequence[Session], as_of: datetime, *, parameters: Parameters | None = None
) -> Judgement:
    """The flags that planned workouts would raise: those whose `since` is a planned workout's start.

    Nothing is recorded: the journal with the workouts is judged, less what it says without them.
    """
    base = reading(read, as_of, parameters)
    starts = {int(session.workout.started_at.timestamp()) for session in planned}
    last = max(starts, default=base.at)
    frames = base.frames.cut(max(last, base.at)).with_sessions(planned)
    after = evaluate(frames, parameters).judge(max(last, base.at), offset=base.offset)
    before = {_key(flag) for flag in base.history.judge(max(last, base.at), offset=base.offset).flags}
    flags = tuple(
        flag for flag in after.flags if int(flag.since.timestamp()) in starts and _key(flag) not in before
    )
    ids = {str(session.workout.id) for session in planned}
    missing = tuple(one for one in after.insufficient if one.subject.get("workout") in ids)
    return Judgement(base.judge().as_of, flags, missing)


def raised_by(
    read: Read, recorded: Collection[Record], now: datetime, *, parameters: Parameters | None = None
) -> tuple[Reading, tuple[Flag, ...]]:
    """The flags that these records raised, worst first, and the reading they come from.

    They are the flags of the records' own time and of now that are not there without the records.
    """
    moments = {now, *(when for record in recorded if (when := record.instant) is not None and when <= now)}
    latest = max((moment for moment in moments if moment != now), default=now)
    current = reading(read, now, parameters)
    keys = {(record.TABLE, record.key) for record in recorded}
    raised: dict[tuple[Any, ...], Flag] = {}
    for moment in {latest, now}:
        made = current if moment == now else reading(read, moment, parameters)
        without = evaluate(made.frames.without(keys), parameters).judge(made.at, offset=made.offset)
        known = {_key(flag) for flag in without.flags}
        raised |= {_key(flag): flag for flag in made.judge().flags if _key(flag) not in known}
    flags = sorted(raised.values(), key=lambda flag: (RANK[flag.severity], flag.rule))
    return current, tuple(flag for flag in flags if flag.status is Status.ACTIVE)


def _read(read: Read, as_of: datetime, since: date | None, parameters: Parameters | None) -> Reading:
    snapshot = read(since)
    at = int(as_of.timestamp())
    frames = Frames.read(
        snapshot, exercises_of(snapshot), until=at, read_from=None if since is None else since.toordinal()
    )
    offset = cast("timedelta", as_of.utcoffset())
    return Reading(frames, evaluate(frames, parameters), at, int(offset.total_seconds()))


def _touches_edge(made: Reading) -> bool:
    edge = cast("int", made.frames.read_from) + _EDGE_DAYS
    long_open = any(
        episode.entries[0].day <= edge and episode.closed_at > made.at - URGENT_DAYS * DAY
        for episode in made.frames.episodes
    )
    edge_at = made.at - (local_day(made.at, made.offset) - edge) * DAY
    return long_open or any(one.chain <= edge_at for one in made.history.active(made.at))


def _key(flag: Flag) -> tuple[Any, ...]:
    return (flag.rule, flag.severity, *sorted(flag.subject.items()))
