"""The few statements that every verb is made of: rows of one table read, added, overwritten, removed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    and_,
    bindparam,
    cast,
    func,
    select,
)

from journal.storage.rows import Row, RowKey, key_of
from journal.storage.tables import IsoDate, metadata

CHUNK = 500
"""Keys asked for in one statement: well below what any database takes."""

T = TypeVar("T")


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most `CHUNK`."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def stored(table: Table, dialect: str) -> Select[Any]:
    """A SELECT that gives rows in their stored form on that dialect."""
    if dialect == "sqlite":
        return select(table)
    return select(*[_plain(column) for column in table.columns])


def _plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    if isinstance(column.type, IsoDate):
        return func.to_char(column, "YYYY-MM-DD").label(column.key)
    if isinstance(column.type, Boolean):
        return cast(column, Integer).label(column.key)
    return column


def fetch(connection: Connection, statement: Select[Any]) -> list[Row]:
    """All rows of a SELECT as the driver gives them: no conversion, a tenth of the time."""
    result = connection.execute(statement)
    rows = list(result.cursor.fetchall())
    result.close()
    return rows


def find(connection: Connection, table: Table, keys: Iterable[RowKey], *, by: str = "") -> dict[RowKey, Row]:
    """The rows with these keys, by key; with `by`, those whose column `by` has the key's first value."""
    wanted = set(keys)
    column = table.c[by] if by else next(iter(table.primary_key))
    statement = stored(table, connection.dialect.name)
    found: dict[RowKey, Row] = {}
    for firsts in chunks(sorted({key[0] for key in wanted})):
        for row in fetch(connection, statement.where(column.in_(firsts))):
            key = key_of(table, row)
            if by or key in wanted:
                found[key] = row
    return found


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert new rows."""
    if not rows:
        return
    names = table.columns.keys()
    if connection.dialect.name == "sqlite":
        # Rows in stored form are what this driver takes: an import is written in half the time.
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})", list(rows)
        )
    else:
        connection.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])


def overwrite(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows that are there; the sets of a workout follow it to another day."""
    if not rows:
        return
    names = [f"new_{name}" for name in table.columns.keys()]  # noqa: SIM118 - not a dict
    connection.execute(_update(table), [dict(zip(names, row, strict=True)) for row in rows])
    if table.name == "workouts":
        sets, place = metadata.tables["sets"], table.columns.keys().index("day")
        follow = (
            sets.update().where(sets.c.workout_id == bindparam("workout")).values(day=bindparam("new_day"))
        )
        connection.execute(follow, [{"workout": row[0], "new_day": row[place]} for row in rows])


@cache
def _update(table: Table) -> Any:
    same = [column == bindparam(f"new_{column.name}") for column in table.primary_key]
    return (
        table.update()
        .where(and_(*same))
        .values({column: bindparam(f"new_{column.name}") for column in table.columns})
    )


def remove(connection: Connection, table: Table, keys: Sequence[RowKey]) -> None:
    """Delete rows; what they own goes with them and what points to them is emptied, by the database."""
    if keys:
        names = [f"old_{column.name}" for column in table.primary_key]
        connection.execute(_delete(table), [dict(zip(names, key, strict=True)) for key in keys])


@cache
def _delete(table: Table) -> Any:
    return table.delete().where(
        and_(*[column == bindparam(f"old_{column.name}") for column in table.primary_key])
    )


def owned(table: Table) -> list[tuple[Table, str]]:
    """The tables whose rows go with a row of this one, and the column that says so."""
    return _pointing(table, "CASCADE")


def referring(table: Table) -> list[tuple[Table, str]]:
    """The tables whose rows point to a row of this one and stay without it, and the column that points."""
    return _pointing(table, "SET NULL")


@cache
def _pointing(table: Table, on_delete: str) -> list[tuple[Table, str]]:
    return [
        (other, link.parent.name)
        for other in metadata.sorted_tables
        for link in other.foreign_keys
        if link.column.table is table and link.ondelete == on_delete
    ]
