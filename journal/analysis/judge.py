"""Ask the rules: at an instant, of a planned workout, or of what was just recorded.

These are the entry points of the command line and the screens.  They take a `Read`, a function from a first
date to the stored rows since then, and read only as far back as the rules look; an episode or a row of flags
that reaches the edge of what was read doubles the reading.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import cast

from journal.analysis.engine import History, Parameters, Tell, evaluate, in_order, rests_on, rulebook
from journal.analysis.flags import Flag, Judgement
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, local_day
from journal.analysis.pain.severe import SEVERE_NRS
from journal.analysis.pain.way_back import REACH_DAYS
from journal.analysis.parameters import reach
from journal.analysis.rulebook import EVENT_DAYS, URGENT_DAYS
from journal.analysis.stored import Snapshot, exercises_of
from journal.analysis.training.load import USUAL_DAYS, WEEK
from journal.records import Record, Set
from journal.vocabulary import Status

Read = Callable[[date | None], Snapshot]
"""Gives the stored rows from a first local date on; None = all of history."""

_EDGE_DAYS = EVENT_DAYS + URGENT_DAYS
"""What lies this close to the first date read may have begun before it."""
_MOST_DAYS = 40_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The journal as it was known at an instant, and everything that the rules found in it."""

    frames: Frames
    history: History
    at: int
    offset: int
    parameters: Parameters = field(default_factory=dict)

    def judge(self, *, past: bool = False, brief: bool = False) -> Judgement:
        """The flags of that instant; see `History.judge`."""
        return self.history.judge(self.at, offset=self.offset, past=past, brief=brief)

    def all_active(self) -> tuple[Flag, ...]:
        """Every flag of that instant by itself, also those that others speak for."""
        judged = self.history.judge(self.at, offset=self.offset, past=True)
        return tuple(flag for flag in judged.flags if flag.status is Status.ACTIVE)


def reading(
    read: Read,
    as_of: datetime,
    parameters: Parameters | None = None,
    tell: Tell | None = None,
    *,
    first: date | None = None,
) -> Reading:
    """As much of the journal as the rules need to judge `as_of`, and what they find.

    With `first` it is enough to judge every instant from the beginning of that date on.  Where more has to be
    read, `tell` counts from the first rule again.
    """
    reaches = _reaches(parameters or {})
    span = (as_of.date() - first).days + 1 if first is not None else 0
    days = max(reaches.values()) + 2 * _EDGE_DAYS + span
    there: int | None = None
    while days < _MOST_DAYS:
        since = as_of.date() - timedelta(days=days)
        snapshot = read(since)
        made = _made(snapshot, as_of, since, parameters, tell)
        if not _touches_edge(made, reaches, made.at - span * DAY):
            return made
        # A journal that is younger than that was read whole: nothing lies before its edge.
        there = _size(read(None)) if there is None else there
        if _size(snapshot) == there:
            return made
        days *= 2
    return whole(read, as_of, parameters, tell)


def _size(snapshot: Snapshot) -> int:
    return sum(len(rows.rows) for rows in snapshot.tables.values())


def _reaches(parameters: Parameters) -> dict[str, int]:
    """How many days back each rule looks, together with the rules that it rests on."""
    book = rulebook()
    reaches: dict[str, int] = {}
    for one in in_order(book.values(), book):
        under = max((reaches[other.id] for other in rests_on(one, book)), default=0)
        reaches[one.id] = reach(one, parameters) + under
    return reaches


def whole(
    read: Read, as_of: datetime, parameters: Parameters | None = None, tell: Tell | None = None
) -> Reading:
    """All of the journal up to `as_of`, and what the rules find in it."""
    return _made(read(None), as_of, None, parameters, tell)


def frames_since(read: Read, as_of: datetime, since: date) -> Frames:
    """The journal as it was known at `as_of`, for the numbers from a date on; no rule is asked.

    Only as much is read as these numbers need: what is usual in a week is taken from the half year before.
    """
    before = since - timedelta(days=USUAL_DAYS + WEEK)
    snapshot = read(before)
    return Frames.read(
        snapshot, exercises_of(snapshot), until=int(as_of.timestamp()), read_from=before.toordinal()
    )


def flags_at(
    read: Read,
    as_of: datetime,
    *,
    parameters: Parameters | None = None,
    past: bool = False,
    tell: Tell | None = None,
) -> Judgement:
    """The flags active at `as_of`; with `past` also those that ended before."""
    made = (whole if past else reading)(read, as_of, parameters, tell)
    return made.judge(past=past)


def held_since(
    read: Read,
    first: date,
    as_of: datetime,
    *,
    parameters: Parameters | None = None,
    tell: Tell | None = None,
) -> tuple[Flag, ...]:
    """The flags that held on the local date `first` or later, as known at `as_of`, the first one first.

    Those that ended since are among them, merged ones by themselves, each on the clock of its own time.
    """
    made = reading(read, as_of, parameters, tell, first=first)
    return made.history.held_since(first.toordinal(), made.at)


def raised_by(
    read: Read, recorded: Collection[Record], now: datetime, *, parameters: Parameters | None = None
) -> tuple[Reading, tuple[Flag, ...]]:
    """The flags that these records raised, worst first, and the reading that they come from.

    They are the flags of the records' own time and of now that are not there without the records; urgent ones
    also where they have ended since.  Tips that were given before within 28 days are left out.
    """
    known = [when for record in recorded if (when := record.instant) is not None and when <= now]
    first, last = min(known, default=now), max(known, default=now)
    # What the rules need for now does not reach back to an entry of long ago.
    made = (reading if now - first <= timedelta(days=URGENT_DAYS) else whole)(read, now, parameters)
    without = evaluate(made.frames.without(_new(recorded, made.frames)), parameters)
    offset = int(cast("timedelta", last.utcoffset()).total_seconds())
    return made, made.history.beyond(without, int(last.timestamp()), made.at, offset=offset, brief=True)


def _new(recorded: Collection[Record], frames: Frames) -> set[tuple[str, str]]:
    """The records by table and key, less the workouts that were there before some of their sets."""
    keys = {(record.TABLE, record.key) for record in recorded}
    joined = {str(record.workout_id) for record in recorded if isinstance(record, Set)}
    sets = frames.table("sets")
    for workout, position in zip(sets["workout_id"], sets["position"], strict=True):
        if workout in joined and ("sets", f"{workout}/{position}") not in keys:
            keys.discard(("workouts", workout))
    return keys


def _made(
    snapshot: Snapshot,
    as_of: datetime,
    since: date | None,
    parameters: Parameters | None,
    tell: Tell | None,
) -> Reading:
    at = int(as_of.timestamp())
    frames = Frames.read(
        snapshot, exercises_of(snapshot), until=at, read_from=None if since is None else since.toordinal()
    )
    offset = cast("timedelta", as_of.utcoffset())
    history = evaluate(frames, parameters, tell=tell)
    return Reading(frames, history, at, int(offset.total_seconds()), parameters or {})


def _touches_edge(made: Reading, reaches: Mapping[str, int], start: int) -> bool:
    """Whether what holds from the instant `start` on may rest on what lies before the first date that was read."""
    frames = made.frames
    severe_nrs = made.parameters.get("rf-severe-72h", {}).get("severe_nrs", SEVERE_NRS)
    edge = cast("int", frames.read_from) + _EDGE_DAYS
    edge_at = made.at - (local_day(made.at, made.offset) - edge) * DAY
    long_open = any(
        episode.entries[0].day <= edge and episode.closed_at > start - REACH_DAYS * DAY
        for episode in frames.episodes
    )
    # What was raised when a pain began may stay as long as it does, and rest on what was before it.
    very_long_open = any(
        episode.entries[0].day <= edge + REACH_DAYS and episode.closed_at > start - URGENT_DAYS * DAY
        for episode in frames.episodes
    )
    # What is severe from the edge on may be one run, however often nobody wrote for a while.
    long_severe = any(
        entries[0].day <= edge and all(entry.score >= severe_nrs for entry in entries)
        for entries in frames.entries.values()
    )
    # A check-in without a time is known from 07:00 of a clock that only an earlier record may tell.
    timeless = bool(frames.checkins) and ((first := frames.clocks.first) is None or first > edge_at)
    # A rule that looks far back sees only later what went on at the edge, and on when a row of flags began depends
    # which of them are raised.
    lately = start - _EDGE_DAYS * DAY
    long_raised = any(
        one.chain <= edge_at + reaches[one.rule] * DAY
        for one in made.history.occurrences
        if one.since > lately or one.until is None or one.until > start
    )
    return long_open or very_long_open or long_severe or timeless or long_raised
