"""Reading: records, sessions, and the raw snapshot that the analysis works on."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from journal.columns import clean_text
from journal.records import RECORDS, Record, Session, Set, Workout
from journal.storage.results import Rows, Snapshot
from journal.storage.rows import codec, read_key, sessions_of
from journal.storage.stored_names import order_of
from journal.storage.table_rows import fetch, find, stored
from journal.storage.tables import TABLES

R = TypeVar("R", bound=Record)


def read_records(
    connection: Connection, record: type[R], *, since: date | None = None, until: date | None = None
) -> list[R]:
    """All records of a class whose local day lies in the range, both ends included, by their instant and key.

    Records without a day (conditions, exercises, ...) are never left out.
    """
    statement = _between(stored(TABLES[record.TABLE], connection.dialect.name), record, since, until)
    return codec(record).read_all(fetch(connection, statement))


def _between(
    statement: Select[Any], record: type[Record], since: date | None, until: date | None
) -> Select[Any]:
    table = TABLES[record.TABLE]
    if "day" in table.c:
        if since is not None:
            statement = statement.where(table.c.day >= since.isoformat())
        if until is not None:
            statement = statement.where(table.c.day <= until.isoformat())
    return statement.order_by(*[table.c[name] for name in order_of(record)])


def read_one(connection: Connection, record: type[R], key: str) -> R | None:
    """The record with that key (`Record.key`), or None."""
    table = TABLES[record.TABLE]
    parts = read_key(table, key) if key == clean_text(key) else None
    rows = find(connection, table, [parts]) if parts else {}
    return codec(record).read(next(iter(rows.values()))) if rows else None


def read_sessions(
    connection: Connection, *, since: date | None = None, until: date | None = None
) -> list[Session]:
    """The workouts of a range of days with their sets, in order."""
    sets = read_records(connection, Set, since=since, until=until)
    return sessions_of(read_records(connection, Workout, since=since, until=until), sets)


def read_snapshot(connection: Connection, *, since: date | None = None) -> Snapshot:
    """The raw rows of every table, those with a day from `since` on, sorted as `read_records` sorts."""
    return Snapshot(
        {
            record.TABLE: Rows(
                tuple(TABLES[record.TABLE].columns.keys()),
                codec(record).checked(
                    fetch(
                        connection,
                        _between(stored(TABLES[record.TABLE], connection.dialect.name), record, since, None),
                    )
                ),
            )
            for record in RECORDS
        }
    )


def has_records(connection: Connection) -> bool:
    """Whether any exported table has a row."""
    return any(connection.execute(select(1).select_from(table).limit(1)).first() for table in TABLES.values())


def read_counts(connection: Connection) -> dict[str, int]:
    """How many records each exported table holds, in the order of the files."""
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0
        for name, table in TABLES.items()
    }


def first_and_last_day(connection: Connection) -> tuple[date, date] | None:
    """The first and last local day that has a record; None when there is none."""
    days: set[str] = set()
    for table in TABLES.values():
        if "day" in table.c:
            for end in (func.min(table.c.day), func.max(table.c.day)):
                days.update(str(day) for (day,) in connection.execute(select(end)) if day is not None)
    return (date.fromisoformat(min(days)), date.fromisoformat(max(days))) if days else None
