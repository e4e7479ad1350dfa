"""The log of what a verb changed, written in the verb's own transaction: what undo and redo read.

A row is logged once per step, as it was before the step.  A row that was new is logged without content, and
what it owns (the sets of a new workout) not at all: both are read when the step is undone, so that an import
does not store everything twice.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select

from journal.storage.rows import Row, RowKey, key_of, key_text
from journal.storage.table_rows import add, find, overwrite, owned, referring, remove
from journal.storage.tables import changes, metadata, steps
from journal.storage.values import seconds

KEPT_DAYS = 90
"""How long a step can be undone."""


class OpenStep:
    """One verb while it writes: every row goes through here, into its table and into the log."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._before: dict[tuple[str, RowKey], Row | None] = {}
        self._new: set[tuple[str, RowKey]] = set()

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert new rows."""
        owns = bool(owned(table))
        for row in rows:
            key = key_of(table, row)
            if owns and (table.name, key) not in self._before:
                self._new.add((table.name, key))
            self._log(table, key, None)
        add(self.connection, table, rows)

    def overwrite(self, table: Table, rows: Sequence[Row]) -> None:
        """Update rows that are there."""
        self._log_all(table, find(self.connection, table, [key_of(table, row) for row in rows]))
        overwrite(self.connection, table, rows)

    def remove(self, table: Table, keys: Iterable[RowKey]) -> dict[str, int]:
        """Delete rows with all that they own, and empty what points to them; gives how many rows went, by table."""
        gone = find(self.connection, table, keys)
        for other, column in referring(table):
            self._log_all(other, find(self.connection, other, gone, by=column))
        counts = {table.name: len(gone)}
        for other, column in owned(table):
            rows = find(self.connection, other, gone, by=column)
            self._log_all(other, rows)
            counts[other.name] = len(rows)
        self._log_all(table, gone)
        remove(self.connection, table, list(gone))
        return counts

    def _log_all(self, table: Table, rows: dict[RowKey, Row]) -> None:
        for key, row in rows.items():
            self._log(table, key, row)

    def _log(self, table: Table, key: RowKey, before: Row | None) -> None:
        owner = owner_of(table)
        if owner is None or (owner.name, key[:1]) not in self._new:
            self._before.setdefault((table.name, key), before)

    def close(self, *, now: datetime, verb: str) -> int | None:
        """Write the log as the newest step and give its id; None when nothing was changed.

        What had been undone cannot be redone after it, and steps older than `KEPT_DAYS` are forgotten.
        """
        if not self._before:
            return None
        self.connection.execute(delete(steps).where(steps.c.undone | _too_old(now)))
        number = 1 + (self.connection.scalar(select(func.max(steps.c.id))) or 0)
        at, offset = seconds(now)
        add(self.connection, steps, [(number, at, offset, verb, False)])
        add(
            self.connection,
            changes,
            [
                (number, seq, name, key_text(key), before and pack(metadata.tables[name], before), None)
                for seq, ((name, key), before) in enumerate(self._before.items())
            ],
        )
        return number


def forget_old(connection: Connection, now: datetime) -> None:
    """Drop the steps that are too old to be undone."""
    connection.execute(delete(steps).where(_too_old(now)))


def _too_old(now: datetime) -> ColumnElement[bool]:
    return steps.c.at < seconds(now)[0] - KEPT_DAYS * 86_400


@cache
def owner_of(table: Table) -> Table | None:
    """The table whose row a row of this one belongs to and goes with: sets belong to a workout."""
    for link in table.foreign_keys:
        if link.ondelete == "CASCADE":
            return link.column.table
    return None


def pack(table: Table, row: Row, belongings: dict[str, list[Row]] | None = None) -> str:
    """A row as JSON, by column name, with the rows that it owns by table."""
    packed: dict[str, Any] = {"row": _named(table, row)}
    if belongings:
        packed["owned"] = {
            name: [_named(metadata.tables[name], one) for one in rows] for name, rows in belongings.items()
        }
    return json.dumps(packed, separators=(",", ":"))


def unpack(table: Table, packed: str) -> tuple[Row, dict[str, list[Row]]]:
    """The row and what it owns, from `pack`."""
    content = json.loads(packed)
    belongings = {
        name: [_unnamed(metadata.tables[name], one) for one in rows]
        for name, rows in content.get("owned", {}).items()
    }
    return _unnamed(table, content["row"]), belongings


def _named(table: Table, row: Row) -> dict[str, Any]:
    return {name: value for name, value in zip(table.columns.keys(), row, strict=True) if value is not None}


def _unnamed(table: Table, named: dict[str, Any]) -> Row:
    return tuple(named.get(name) for name in table.columns.keys())  # noqa: SIM118 - not a dict
