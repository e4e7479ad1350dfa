"""Records that cannot be read: which they are, and what is wrong with each.

Every row is read as strictly as if its record were written now, also where the readers of every day trust.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from journal.columns import InvalidRecord
from journal.errors import CouldNot
from journal.records import RECORDS, Record, Set, columns
from journal.storage.rows import Row, codec
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
                    found.told.append(f"{codec(record).told(row)} cannot be read: {reason}")
    return found


def fault_in(record: type[Record], row: Row) -> str:
    """What is wrong with a stored record, as the end of a sentence; "" when nothing is."""
    form = codec(record)
    try:
        read = form.read(row)
        checked = record(**{column.name: getattr(read, column.name) for column in columns(record)})
        again = form.row(checked, str(row[-1]) if record is Set else "")
    except InvalidRecord as error:
        return str(error)
    except CouldNot:
        return form.fault(row)
    return "" if again == row else "it is not stored as the program writes it"
