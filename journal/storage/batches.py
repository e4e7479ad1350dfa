"""The imports that were made, and taking exactly one of them back."""

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, Table, select, union_all

from journal.errors import Refused
from journal.records import BY_TABLE, RECORDS, OwnExercise, Record
from journal.storage.bringing import seal
from journal.storage.results import Batch, TakenBack
from journal.storage.rows import Row, RowKey, codec, read_key
from journal.storage.steps import OpenStep
from journal.storage.table_rows import chunks, fetch, find, stored
from journal.storage.tables import TABLES, batch_rows, batches
from journal.storage.values import clean, moment
from journal.storage.words import name_of


def read_batches(connection: Connection) -> list[Batch]:
    """The imports that were not taken back, oldest first."""
    rows = fetch(
        connection,
        stored(batches, connection.dialect.name).where(~batches.c.taken_back).order_by(batches.c.number),
    )
    return [
        Batch(
            number,
            moment(at, offset),
            clean(source),
            clean(file),
            json.loads(added),
            first and date.fromisoformat(first),
            last and date.fromisoformat(last),
        )
        for number, at, offset, source, file, added, first, last, _ in rows
    ]


def take_back(step: OpenStep, number: int) -> TakenBack:
    """Remove what one import added; what was edited since, and exercises still in use, are kept and named."""
    batch = find(step.connection, batches, [(number,)]).get((number,))
    if batch is None or batch[-1]:
        raise Refused(f"there is no import {number}; `journal imports` lists those there are")
    removed: dict[str, int] = {}
    kept: list[str] = []
    # Exercises last: only then is seen which of them something else uses.
    order: list[type[Record]] = [record for record in reversed(RECORDS) if record is not OwnExercise]
    order.append(OwnExercise)
    for record in order:
        table = TABLES[record.TABLE]
        same, edited = _sorted_out(step.connection, number, table)
        kept += [f"{name_of(_record(table, row))}, edited since" for row in edited]
        if record is OwnExercise:
            used = _used(step.connection, [key[0] for key in same])
            kept += [
                f"{name_of(_record(table, row))}, still in use" for key, row in same.items() if key[0] in used
            ]
            same = {key: row for key, row in same.items() if key[0] not in used}
            _hand_over(step, number, used)
        for name, count in step.remove(table, same).items():
            removed[name] = removed.get(name, 0) + count
    step.overwrite(batches, [(*batch[:-1], True)])
    gone = {name: removed[name] for name in BY_TABLE if removed.get(name)}
    return TakenBack(number, gone, tuple(kept))


def _sorted_out(connection: Connection, number: int, table: Table) -> tuple[dict[RowKey, Row], list[Row]]:
    """What an import added to a table and is still there: the rows that are as it brought them, and the others."""
    entries = select(batch_rows.c.row_key, batch_rows.c.seal).where(
        batch_rows.c.batch == number, batch_rows.c.table_name == table.name
    )
    seals = {read_key(table, key) or (): sealed for key, sealed in fetch(connection, entries)}
    there = find(connection, table, seals)
    sets: dict[str, list[Row]] = {}
    if table.name == "workouts":
        for key, row in find(connection, TABLES["sets"], there, by="workout_id").items():
            sets.setdefault(key[0], []).append(row)
    same = {key: row for key, row in there.items() if seal(table, row, sets.get(key[0], ())) == seals[key]}
    return same, [row for key, row in there.items() if key not in same]


def _used(connection: Connection, slugs: Iterable[str]) -> set[str]:
    """Which of these exercises a set, a template or an alias names."""
    used: set[str] = set()
    columns = (TABLES["sets"].c.exercise, TABLES["templates"].c.exercise, TABLES["aliases"].c.slug)
    for some in chunks(slugs):
        named = union_all(*[select(column).where(column.in_(some)) for column in columns])
        used.update(slug for (slug,) in connection.execute(named))
    return used


def _hand_over(step: OpenStep, number: int, slugs: Iterable[str]) -> None:
    """Exercises that stay because sets of another import name them go, from now on, with that import."""
    heirs = _heirs(step.connection, number, slugs)
    name = OwnExercise.TABLE
    theirs = find(step.connection, batch_rows, [(heir, name, slug) for slug, heir in heirs.items()])
    entries = find(
        step.connection,
        batch_rows,
        [(number, name, slug) for slug, heir in heirs.items() if (heir, name, slug) not in theirs],
    )
    step.add(batch_rows, [(heirs[str(key[-1])], *row[1:]) for key, row in entries.items()])
    step.remove(batch_rows, entries)


def _heirs(connection: Connection, number: int, slugs: Iterable[str]) -> dict[str, int]:
    """The first other import whose sets name each of these exercises, where there is one."""
    sets = TABLES["sets"]
    named: dict[tuple[str, str], set[str]] = {}
    for some in chunks(slugs):
        columns = select(sets.c.exercise, sets.c.workout_id, sets.c.position)
        for slug, workout, position in connection.execute(columns.where(sets.c.exercise.in_(some))):
            # The sets of a new workout are no entries of their own.
            for entry in (("workouts", workout), ("sets", f"{workout}/{position}")):
                named.setdefault(entry, set()).add(slug)
    heirs: dict[str, int] = {}
    live = (
        select(batch_rows.c.table_name, batch_rows.c.row_key, batch_rows.c.batch)
        .join(batches, batches.c.number == batch_rows.c.batch)
        .where(~batches.c.taken_back, batch_rows.c.batch != number)
    )
    for keys in chunks({key for _, key in named}):
        for table, key, batch in connection.execute(live.where(batch_rows.c.row_key.in_(keys))):
            for slug in named.get((table, key), ()):
                heirs[slug] = min(batch, heirs.get(slug, batch))
    return heirs


def _record(table: Table, row: Row) -> Record:
    return codec(BY_TABLE[table.name]).read(row)
