"""What happens to each entry on its way in: it opens, joins or completes a workout, is merged, or is simply kept."""

from typing import TypeVar
from uuid import uuid4

from journal.errors import Refused
from journal.records import (
    Alias,
    CheckIn,
    Condition,
    Entry,
    OwnExercise,
    ProfileEntry,
    Record,
    Session,
    SessionDetails,
    Set,
    TemplateSet,
    Workout,
    columns,
)
from journal.storage.joining import completed, said, workout_to_complete, workout_to_join
from journal.storage.results import Change, Recorded
from journal.storage.rows import Row, RowKey, codec, read_key, seconds
from journal.storage.steps import OpenStep
from journal.storage.table_rows import find
from journal.storage.tables import TABLES, open_workouts
from journal.vocabulary import WorkoutKind

R = TypeVar("R", bound=Record)

_REPLACED = (Condition, OwnExercise, Alias, TemplateSet, ProfileEntry)
"""Records of which the newest holds: the same key again takes the place of the old one."""


def record_entry(step: OpenStep, entry: Entry) -> Recorded:
    """Write one entry; `Refused` when it contradicts what is there."""
    if isinstance(entry, Session):
        return _session(step, entry)
    if isinstance(entry, SessionDetails):
        return _details(step, entry)
    there = _there(step, entry)
    if there is None:
        insert(step, entry)
        return Recorded(entry)
    if isinstance(entry, CheckIn):
        at = {} if entry.at is None else {"at": entry.at}
        entry = completed(there, said(entry) | at)
    elif not isinstance(entry, _REPLACED):
        raise Refused(
            f"{entry.TABLE} {entry.key} is already in the journal; a new entry needs an id of its own"
        )
    step.overwrite(TABLES[entry.TABLE], [row_of(step, entry)])
    return Recorded(entry)


def _session(step: OpenStep, session: Session) -> Recorded:
    workout = session.workout
    _check_sets(session)
    joins = workout.kind is WorkoutKind.STRENGTH and bool(session.sets)
    latest = workout_to_join(step.connection, workout.started_at) if joins else None
    if latest is None:
        insert(step, workout)
        sets = session.sets
    else:
        new = said(workout)
        del new["kind"]
        position = _last_position(step, latest)
        sets = tuple(
            one.but(workout_id=latest.id, position=position + place)
            for place, one in enumerate(session.sets, start=1)
        )
        workout = completed(latest, new)
        if new:
            step.overwrite(TABLES["workouts"], [codec(Workout).row(workout)])
    day = str(workout.day)
    step.add(TABLES["sets"], [codec(Set).row(one, day) for one in sets])
    if joins:
        _keep_open(step, workout, session)
    return Recorded(workout, sets, joined=latest is not None)


def _check_sets(session: Session) -> None:
    strangers = [one for one in session.sets if one.workout_id != session.workout.id]
    if strangers:
        raise Refused(f"sets {strangers[0].key} does not belong to workout {session.workout.id}")
    if len({one.position for one in session.sets}) != len(session.sets):
        raise Refused(f"two sets of workout {session.workout.id} have the same position; each needs its own")


def _last_position(step: OpenStep, workout: Workout) -> int:
    sets = find(step.connection, TABLES["sets"], [(str(workout.id),)], by="workout_id")
    return max((position for _, position in sets), default=0)


def _keep_open(step: OpenStep, workout: Workout, session: Session) -> None:
    """Remember for which time this line was written: the next one may join the workout."""
    row = (str(workout.id), seconds(session.workout.started_at)[0])
    there = find(step.connection, open_workouts, [row[:1]])
    if there:
        step.overwrite(open_workouts, [row])
    else:
        step.add(open_workouts, [row])


def _details(step: OpenStep, details: SessionDetails) -> Recorded:
    latest = workout_to_complete(step.connection, details.at)
    kind = details.changes.get("kind")
    if latest is None and kind is None:
        raise Refused(
            f"there is no workout on {details.at.date()} to complete; log an exercise first, or name the kind"
        )
    if latest is None or (kind not in (None, latest.kind) and latest.duration_min is not None):
        workout = Workout(id=uuid4(), started_at=details.at, time_known=details.time_known, **details.changes)
        insert(step, workout)
        return Recorded(workout)
    workout = completed(latest, details.changes)
    step.overwrite(TABLES["workouts"], [codec(Workout).row(workout)])
    return Recorded(workout, completed=True)


def apply_change(step: OpenStep, change: Change) -> None:
    """Write, edit or delete one record; `Refused` when it is not as the change says it was."""
    before, after = change.before, change.after
    if before is None:
        if after is not None:
            if _there(step, after) is not None:
                raise Refused(f"{after.TABLE} {after.key} is already in the journal")
            insert(step, after)
        return
    if after is not None and (type(after) is not type(before) or after.key != before.key):
        raise Refused(
            f"{before.TABLE} {before.key} cannot become {after.TABLE} {after.key}; delete one, write the other"
        )
    there = _there(step, before)
    if there is None:
        raise Refused(f"{before.TABLE} {before.key} is not in the journal any more")
    if there != before:
        raise Refused(
            f"{before.TABLE} {before.key} was changed meanwhile; look at it again and repeat the change"
        )
    if after is None:
        step.remove(TABLES[before.TABLE], [_key(before)])
    else:
        step.overwrite(TABLES[after.TABLE], [row_of(step, after)])


def insert(step: OpenStep, record: Record) -> None:
    """Write a new record."""
    step.add(TABLES[record.TABLE], [row_of(step, record)])


def row_of(step: OpenStep, record: Record) -> Row:
    """The record as stored, once all that it points to is found; a set gets the day of its workout."""
    day = ""
    for column in columns(type(record)):
        target = getattr(record, column.name) if column.references else None
        if target is None:
            continue
        found = find(step.connection, TABLES[column.references], [(str(target),)])
        if not found:
            raise Refused(f"{record.TABLE} {record.key}: {column.references} {target} is not in the journal")
        if isinstance(record, Set):
            day = _day(found)
    return codec(type(record)).row(record, day)


def _day(workouts: dict[RowKey, Row]) -> str:
    place = TABLES["workouts"].columns.keys().index("day")
    return str(next(iter(workouts.values()))[place])


def _there(step: OpenStep, record: R) -> R | None:
    """The record of the same key as it is in the journal."""
    rows = find(step.connection, TABLES[record.TABLE], [_key(record)])
    return codec(type(record)).read(next(iter(rows.values()))) if rows else None


def _key(record: Record) -> RowKey:
    return read_key(TABLES[record.TABLE], record.key) or ()
