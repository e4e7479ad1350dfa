"""The entries behind a flag, in words.  Works in the store's thread."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from journal.analysis.flags import Evidence
from journal.columns import one_line
from journal.entry import Writer, say
from journal.records import BY_TABLE, Record, Session, Set, Workout
from journal.tui.reading.day import clock_of, words_of
from journal.tui.reading.views import Behind
from journal.vocabulary import display

if TYPE_CHECKING:
    from journal.storage import Store

_SHOWN = 60
"""Entries listed behind one flag."""


def behind(store: "Store", evidence: Sequence[Evidence], writer: Writer) -> tuple[Behind, ...]:
    """The records behind a flag in words, in their order; those that are gone are left out."""
    told = []
    for one in evidence[:_SHOWN]:
        record = store.get(BY_TABLE[one.table], one.id) if one.table in BY_TABLE else None
        if record is not None:
            told.append(_behind(store, record, writer))
    if len(evidence) > _SHOWN:
        told.append(Behind(f"and {len(evidence) - _SHOWN} more"))
    return tuple(told)


def _behind(store: "Store", record: Record, writer: Writer) -> Behind:
    home: Record | None = record
    words = words_of(record, writer)
    if isinstance(record, Set):
        home = store.get(Workout, str(record.workout_id))
        if isinstance(home, Workout):
            words = say(Session(home, (record,)), writer)
    elif isinstance(record, Workout):
        words = _whole(store, record, writer)
    at = getattr(home, home.WHEN, None) if home is not None and home.WHEN else None
    clock = clock_of(at, known=getattr(home, "time_known", None)) if isinstance(at, datetime) else ""
    if home is None:
        return Behind(words, None, clock)
    return Behind(words, home.day, clock, f"{home.TABLE}/{home.key}")


def _whole(store: "Store", workout: Workout, writer: Writer) -> str:
    """A workout by its title or kind, and what was done in it."""
    found = store.sessions(since=workout.day, until=workout.day)
    slugs = [one.exercise for session in found if session.workout.id == workout.id for one in session.sets]
    known = ((slug, writer.catalogue.get(slug)) for slug in dict.fromkeys(slugs))
    names = ", ".join(slug.replace("-", " ") if one is None else one.name for slug, one in known)
    title = one_line(workout.title) or f"{display(workout.kind)} workout"
    return f"{title}: {names}" if names else title
