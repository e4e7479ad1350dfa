"""What an entry belongs to: a line to a workout, an answer to a pain; and how what is said twice is put together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func

from journal.records import Pain, Record, SymptomEntry, Workout, columns
from journal.storage.rows import codec
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import TABLES, open_workouts
from journal.storage.values import seconds
from journal.vocabulary import BACK, Region, Symptom, WorkoutKind

JOIN_MIN = 90
"""Minutes after a workout's last line within which the next line still joins it."""

ASKED_MIN = 60
"""Minutes after a pain within which what is said of a sign that it asks for is an answer about it."""
ANSWERS = frozenset(
    {
        Symptom.BLADDER_CHANGE,
        Symptom.BOWEL_CHANGE,
        Symptom.CANNOT_PASS,
        Symptom.SADDLE_NUMBNESS,
        Symptom.LEG_WEAKNESS,
        Symptom.LEG_NUMBNESS,
        Symptom.FEVER,
        Symptom.CHILLS,
        Symptom.RECENT_TRAUMA,
    }
)
"""The signs that the red-flag questions ask for."""
_ASKED_AT = (*BACK, Region.BUTTOCK, Region.HIP)
"""Where a pain calls for them."""

R = TypeVar("R", bound=Record)


def workout_to_join(connection: Connection, at: datetime) -> Workout | None:
    """The latest strength workout of that local date whose last line was for a time 0 to `JOIN_MIN` earlier."""
    workouts = TABLES["workouts"]
    epoch, _ = seconds(at)
    last_line = func.coalesce(open_workouts.c.last_line_at, workouts.c.started_at)
    lines = workouts.outerjoin(open_workouts, open_workouts.c.workout_id == workouts.c.id)
    latest = (
        stored(workouts, connection.dialect.name)
        .select_from(lines)
        .where(workouts.c.day == at.date().isoformat(), workouts.c.kind == WorkoutKind.STRENGTH.value)
        .where(last_line.between(epoch - JOIN_MIN * 60, epoch))
        .order_by(workouts.c.started_at.desc(), last_line.desc(), workouts.c.id.desc())
        .limit(1)
    )
    return _first(connection, latest)


def answered(connection: Connection, entry: SymptomEntry) -> SymptomEntry:
    """The entry with the pain that it answers a question about: the latest one of the last `ASKED_MIN` minutes.

    An entry that names its pain, or is no answer to a red-flag question, stays as it is.
    """
    if entry.pain_id is not None or entry.symptom not in ANSWERS:
        return entry
    pains = TABLES["pain"]
    epoch, _ = seconds(entry.at)
    latest = (
        stored(pains, connection.dialect.name)
        .where(pains.c.at.between(epoch - ASKED_MIN * 60, epoch), pains.c.score > 0)
        .where(pains.c.region.in_([region.value for region in _ASKED_AT]))
        .order_by(pains.c.at.desc(), pains.c.id.desc())
        .limit(1)
    )
    rows = fetch(connection, latest)
    return entry.but(pain_id=codec(Pain).read(rows[0]).id) if rows else entry


def workout_to_complete(connection: Connection, at: datetime) -> Workout | None:
    """The latest workout of that local date, of any kind."""
    workouts = TABLES["workouts"]
    latest = (
        stored(workouts, connection.dialect.name)
        .where(workouts.c.day == at.date().isoformat())
        .order_by(workouts.c.started_at.desc(), workouts.c.id.desc())
        .limit(1)
    )
    return _first(connection, latest)


def _first(connection: Connection, statement: Select[Any]) -> Workout | None:
    rows = fetch(connection, statement)
    return codec(Workout).read(rows[0]) if rows else None


def said(record: Record) -> dict[str, Any]:
    """The fields of a record that hold something, by name; not those that tell which record it is."""
    fields = {
        column.name: getattr(record, column.name)
        for column in columns(type(record))
        if column.name not in (*record.KEY, record.WHEN, "time_known", "source")
    }
    return {name: value for name, value in fields.items() if value not in (None, "", ())}


def completed(record: R, fields: Mapping[str, Any]) -> R:
    """The record with these fields said as well: they win, except that a note is added to the one there."""
    changes = dict(fields)
    if changes.get("note"):
        before = getattr(record, "note", "")
        lines = [before] if before == changes["note"] else [before, changes["note"]]
        changes["note"] = "\n".join(filter(None, lines))
    return record.but(**changes)
