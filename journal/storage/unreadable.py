"""Records that are not as the program writes them: which they are, and what is wrong with each.

Every row is read as strictly as if its record were written now, also where the readers of every day trust.
Most of them cannot be read; of some it is only known what they mean, such as a note with control characters in it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from sqlalchemy import Connection

from journal.columns import InvalidRecord
from journal.errors import CouldNot, Refused
from journal.records import RECORDS, Record, Set, Workout, columns
from journal.storage.damaged import Damaged, Unreadable
from journal.storage.faults import plain_words
from journal.storage.place import Place, engine_of, transaction
from journal.storage.rows import Row, codec, short
from journal.storage.schema import reading_file
from journal.storage.stored_names import stored_names
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import TABLES
from journal.storage.values import UNREADABLE
from journal.storage.wholeness import TOLD

ReadRows = Callable[[type[Record]], Iterable[Row]]
"""Hands out the stored rows of a table."""


@dataclass
class Told:
    """How many records something is wrong with, and the first of them, each in a sentence."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """One more."""
        self.count += 1
        if self.count <= TOLD:
            self.first.append(sentence)


@dataclass
class Read:
    """How many records were read, which of them cannot be, and which are stored otherwise than they would be."""

    count: int = 0
    unreadable: Told = field(default_factory=Told)
    otherwise: Told = field(default_factory=Told)


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
                return read_through(from_file(connection)).unreadable.first
        with transaction(engine_of(place)) as on_server:
            return read_through(from_server(on_server)).unreadable.first
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
    days: dict[str, str] = {}
    for record in RECORDS:
        form = codec(record)
        for row in read(record):
            found.count += 1
            fault = fault_in(record, row)
            if fault:
                found.unreadable.add(f"{form.told(row)} cannot be read: {fault}")
                continue
            if otherwise := _otherwise(record, row, days):
                found.otherwise.add(f"{form.told(row)} is not as the program writes it: {otherwise}")
            if record is Workout:
                days[row[0]] = row[-1]
    return found


def fault_in(record: type[Record], row: Row) -> str:
    """Why a stored record cannot be read, as the end of a sentence; "" when it can."""
    try:
        _checked(record, row)
    except InvalidRecord as error:
        return str(error)
    except CouldNot:
        return codec(record).fault(row)
    return ""


def _otherwise(record: type[Record], row: Row, days: Mapping[str, str]) -> str:
    """How a record is written that can be read, where that is not as it is stored; `days` are those of workouts."""
    written = codec(record).row(_checked(record, row), days.get(row[0], row[-1]) if record is Set else "")
    if written == row:
        return ""
    names = zip(stored_names(record), row, written, strict=True)
    name, stands, would = next(one for one in names if one[1] != one[2])
    return f"its {name} is {short(repr(stands))} instead of {short(repr(would))}"


def _checked(record: type[Record], row: Row) -> Record:
    read = codec(record).read(row)
    return record(**{column.name: getattr(read, column.name) for column in columns(record)})
