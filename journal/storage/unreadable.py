"""Records that cannot be read: which they are, and what is wrong with each.

Every row is read as strictly as if its record were written now, also where the readers of every day trust.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from journal.columns import InvalidRecord, one_line
from journal.errors import CouldNot
from journal.records import RECORDS, Record, Set, columns
from journal.storage.rows import Row, codec, key_of, key_text
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import TABLES
from journal.storage.wholeness import TOLD

ReadRows = Callable[[type[Record]], Iterable[Row]]
"""Hands out the stored rows of a table."""


@dataclass
class Read:
    """How many records were read, how many of them cannot be, and the first of those, each in a sentence."""

    count: int = 0
    wrong: int = 0
    told: list[str] = field(default_factory=list)


def from_file(connection: sqlite3.Connection) -> ReadRows:
    """The rows of a journal in a file, which is not changed; a text that is none comes as bytes."""
    connection.text_factory = _text

    def read(record: type[Record]) -> Iterator[Row]:
        names = ", ".join(TABLES[record.TABLE].columns.keys())
        return connection.execute(f"SELECT {names} FROM {record.TABLE}")

    return read


def _text(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def from_server(connection: Connection) -> ReadRows:
    """The rows of a journal on a server."""
    return lambda record: fetch(connection, stored(TABLES[record.TABLE], connection.dialect.name))


def read_through(read: ReadRows) -> Read:
    """Read every record."""
    found = Read()
    for record in RECORDS:
        for row in read(record):
            found.count += 1
            reason = fault_in(record, row)
            if reason:
                found.wrong += 1
                if found.wrong <= TOLD:
                    found.told.append(f"{name_of(record, row)} cannot be read: {reason}")
    return found


def fault_in(record: type[Record], row: Row) -> str:
    """What is wrong with a stored record, as the end of a sentence; "" when nothing is."""
    form = codec(record)
    try:
        read = form.read(row)
        checked = record(**{column.name: getattr(read, column.name) for column in columns(record)})
        again = form.row(checked, _shown(row[-1]) if record is Set else "")
    except InvalidRecord as error:
        return str(error)
    except CouldNot:
        return "it holds what no record can"
    return "" if again == row else "it is not stored as the program writes it"


def name_of(record: type[Record], row: Row) -> str:
    """Which record it is: its table, its key, and its day where that can be told."""
    table = TABLES[record.TABLE]
    day = row[-1] if "day" in table.c and isinstance(row[-1], str) else ""
    return f"{record.TABLE} {_shown(key_text(key_of(table, row)))}" + (f" of {_shown(day)}" if day else "")


def _shown(value: Any) -> str:
    said = one_line(value if isinstance(value, str) else repr(value))
    return said if len(said) <= 80 else f"{said[:77]}..."
