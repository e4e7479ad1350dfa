"""Records that cannot be read: which they are, and what is wrong with each.

Every row is read as strictly as if its record were written now, also where the readers of every day trust.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from journal.columns import InvalidRecord
from journal.errors import CouldNot, Refused
from journal.records import RECORDS, Record, Set, columns
from journal.storage.damaged import Damaged, Unreadable
from journal.storage.faults import plain_words
from journal.storage.place import Place, engine_of, transaction
from journal.storage.rows import Row, codec
from journal.storage.schema import reading_file
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import TABLES
from journal.storage.values import UNREADABLE
from journal.storage.wholeness import TOLD

ReadRows = Callable[[type[Record]], Iterable[Row]]
"""Hands out the stored rows of a table."""


@dataclass
class Read:
    """How many records were read, how many of them cannot be, and the first of those, each in a sentence."""

    count: int = 0
    wrong: int = 0
    told: list[str] = field(default_factory=list)


@contextmanager
def naming_damage(place: Place) -> Iterator[None]:
    """Let what fails for a value that no version wrote, or for a text that is none, be told by its record."""
    try:
        yield
    except Refused:
        raise
    except (Damaged, *UNREADABLE) as error:
        found = [] if isinstance(error, Unreadable) else _first_told(place)
        if not found:
            raise
        raise Unreadable(found[0]) from error


def _first_told(place: Place) -> list[str]:
    with suppress(CouldNot, Refused), plain_words(place):
        if place.path is not None:
            with reading_file(place.path) as connection:
                return read_through(from_file(connection)).told
        with transaction(engine_of(place)) as on_server:
            return read_through(from_server(on_server)).told
    return []


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
    if again != row:
        return "it is not stored as the program writes it"
    return _fault_of_day(row[-1]) if record is Set else ""  # of others it was made again from their time


def _fault_of_day(day: object) -> str:
    with suppress(ValueError, TypeError):
        date.fromisoformat(day)  # type: ignore[arg-type]
        return ""
    return f"its day is {day!r}, and needs a date"
