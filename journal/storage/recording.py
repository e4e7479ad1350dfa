"""What happens to each entry on its way in: it opens, joins or completes a workout, is merged, or is simply kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from uuid import UUID, uuid4

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
    SymptomEntry,
    TemplateSet,
    Workout,
    columns,
)
from journal.storage.joining import answered, completed, said, workout_to_complete, workout_to_join
from journal.storage.results import Change, Recorded
from journal.storage.rows import Row, RowKey, codec
from journal.storage.steps import OpenStep
from journal.storage.table_rows import find
from journal.storage.tables import TABLES, open_workouts
from journal.storage.values import seconds
from journal.storage.words import name_of
from journal.vocabulary import WorkoutKind

R = TypeVar("R", bound=Record)
Edit = tuple[Record, Record | None]
"""A record before and after; None after = deleted."""

_REPLACED = (Condition, OwnExercise, Alias, TemplateSet, ProfileEntry)
"""Records of which the newest holds: the same key again takes the place of the old one."""


def record_entry(step: OpenStep, entry: Entry) -> Recorded:
    """Write one entry; `Refused` when it contradicts what is there."""
    if isinstance(entry, Session):
        return _session(step, entry)
    if isinstance(entry, SessionDetails):
        return _details(step, entry)
    if isinstance(entry, SymptomEntry):
        entry = answered(step.connection, entry)
    there = _there(step, [entry]).get(entry.key) if isinstance(entry, (CheckIn, *_REPLACED)) else None
    if there is None:
        insert(step, [entry])
        return Recorded(entry)
    if isinstance(there, CheckIn) and isinstance(entry, CheckIn):
        at = {} if entry.at is None else {"at": entry.at}
        entry = completed(there, said(entry) | at)
    step.overwrite(TABLES[entry.TABLE], _rows(step, [entry]))
    return Recorded(entry)


def _session(step: OpenStep, session: Session) -> Recorded:
    workout = session.workout
    _check_sets(session)
    joins = workout.kind is WorkoutKind.STRENGTH and bool(session.sets)
    latest = workout_to_join(step.connection, workout.started_at) if joins else None
    if latest is None:
        insert(step, [workout])
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
        insert(step, [workout])
        return Recorded(workout)
    workout = completed(latest, details.changes)
    step.overwrite(TABLES["workouts"], [codec(Workout).row(workout)])
    return Recorded(workout, completed=True)


def apply_changes(step: OpenStep, changes: Iterable[Change]) -> None:
    """Write, edit or delete records, in order; `Refused` when one is not as its change says it was before."""
    for (kind, _), same in groupby(changes, _together):
        if kind is None:
            insert(step, [change.after for change in same if change.after is not None])
        else:
            # One record may be changed twice: then the second change finds what the first one left.
            for pairs in _without_repeats((one.before, one.after) for one in same if one.before is not None):
                _edit(step, pairs)


def _together(change: Change) -> tuple[type[Record] | None, type[Record] | None]:
    """Changes that follow one another and have this in common are written at once."""
    before, after = change.before, change.after
    return None if before is None else type(before), None if after is None else type(after)


def _without_repeats(pairs: Iterable[Edit]) -> Iterator[list[Edit]]:
    """The edits in their order, in lists that hold each record once."""
    run: dict[str, Edit] = {}
    for before, after in pairs:
        if before.key in run:
            yield list(run.values())
            run = {}
        run[before.key] = (before, after)
    yield list(run.values())


def _edit(step: OpenStep, pairs: Sequence[Edit]) -> None:
    """Edit or delete records of one class."""
    there = _there(step, [before for before, _ in pairs])
    for before, after in pairs:
        name = f"{before.TABLE} {before.key}"
        if after is not None and (type(after) is not type(before) or after.key != before.key):
            raise Refused(
                f"{name} cannot become {after.TABLE} {after.key}; delete the one and write the other"
            )
        if before.key not in there:
            raise Refused(
                f"{name_of(before)} is not in the journal any more: it was removed meanwhile; write it as a new one"
            )
        if there[before.key] != before:
            raise Refused(f"{name_of(before)} was changed meanwhile; look at it again and repeat the change")
    table = TABLES[pairs[0][0].TABLE]
    changed = [after for _, after in pairs if after is not None]
    if changed:
        step.overwrite(table, _rows(step, changed))
    else:
        step.remove(table, [_key(before) for before, _ in pairs])


def insert(step: OpenStep, records: Sequence[Record]) -> None:
    """Write new records of one class; `Refused` when the journal has one already, or one points to nothing."""
    if not records:
        return
    table = TABLES[records[0].TABLE]
    keys = [_key(record) for record in records]
    there, times = find(step.connection, table, keys), Counter(keys)
    twice = [record for record, key in zip(records, keys, strict=True) if key in there or times[key] > 1]
    if twice:
        raise Refused(
            f"{table.name} {twice[0].key} is already in the journal; a new entry needs a key of its own"
        )
    step.add(table, _rows(step, records))


def _rows(step: OpenStep, records: Sequence[Record]) -> list[Row]:
    """Records of one class as stored, once all that they point to is found; a set gets the day of its workout."""
    form = codec(type(records[0]))
    days: dict[UUID, str] = {}
    for column in columns(type(records[0])):
        if column.references:
            table = TABLES[column.references]
            targets = {record.key: getattr(record, column.name) for record in records}
            found = find(step.connection, table, [(str(target),) for target in targets.values() if target])
            for key, target in targets.items():
                if target is not None and (str(target),) not in found:
                    raise Refused(f"{form.table.name} {key}: {table.name} {target} is not in the journal")
            place = table.columns.keys().index("day")
            days |= {UUID(key[0]): row[place] for key, row in found.items()}
    return [
        form.row(record, days[record.workout_id] if isinstance(record, Set) else "") for record in records
    ]


def _there(step: OpenStep, records: Sequence[R]) -> dict[str, R]:
    """The records with the keys of these, of one class, as they are in the journal, by key."""
    rows = find(step.connection, TABLES[records[0].TABLE], [_key(record) for record in records])
    return {one.key: one for one in codec(type(records[0])).read_all(rows.values())}


def _key(record: Record) -> RowKey:
    return codec(type(record)).key(record)
