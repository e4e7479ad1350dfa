"""Records to stored rows and back.

A stored row is a tuple of int, str and None in the order of the table's columns, the same on every database:
yes and no are 1 and 0, dates are `2026-11-20`.  It is what the snapshot hands out, what undo keeps and what
an import compares.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from journal import by_columns
from journal import columns as fields
from journal.columns import Kind, one_line
from journal.records import Record, Session, Set, Workout, columns
from journal.storage.damaged import Unreadable
from journal.storage.days import Days
from journal.storage.stored_names import has_day, stored_names
from journal.storage.values import (
    UNREADABLE,
    as_long_as_ids,
    check_instants,
    clean_texts,
    ids,
    instants,
    loaded,
    moment,
    needed,
    reader,
    seconds,
    writer,
)

if TYPE_CHECKING:  # what only reads rows does without SQLAlchemy
    from sqlalchemy import Table

R = TypeVar("R", bound=Record)

Row = tuple[Any, ...]
"""A stored row: int, str and None, in the order of the table's columns."""
RowKey = tuple[Any, ...]
"""The values of a row's primary key."""


def key_of(table: "Table", row: Row) -> RowKey:
    """The primary key of a stored row."""
    return _key_picker(table)(row)


@cache
def _key_picker(table: "Table") -> Callable[[Row], RowKey]:
    names = table.columns.keys()
    places = [names.index(column.name) for column in table.primary_key]
    if len(places) == 1:
        [place] = places
        return lambda row: (row[place],)
    return itemgetter(*places)


def key_text(key: RowKey) -> str:
    """A key as one text, as `Record.key` writes it: `workout_id/position`."""
    return "/".join(map(str, key))


def read_key(table: "Table", text: str) -> RowKey | None:
    """The key that such a text stands for; None when it cannot be one of that table."""
    from sqlalchemy import Integer

    kinds = [column.type for column in table.primary_key]
    parts = text.rsplit("/", len(kinds) - 1)
    if len(parts) != len(kinds):
        return None
    key: list[int | str] = []
    for part, kind in zip(parts, kinds, strict=True):
        if isinstance(kind, Integer):
            if not (part.isascii() and part.isdigit() and len(part) < 10):
                return None
            key.append(int(part))
        else:
            key.append(part)
    return tuple(key)


class Codec(Generic[R]):
    """How the records of one class are stored and read again.

    Reading fills a record without running its checks, which is ten times as fast.  What it makes sure of is that
    each value is one that its column can hold, each different one once.
    """

    def __init__(self, record: type[R]) -> None:
        self.record = record
        names = self._names = stored_names(record)
        self._has_day = has_day(record)
        self._days = Days(record)
        self._writes = [(column.name, writer(column)) for column in columns(record)]
        self._keys = [(name, write) for name, write in self._writes if name in record.KEY]
        self._reads: list[tuple[Callable[[R, Any], None], Callable[[Any], Any], int]] = []
        self._instants: list[tuple[Callable[[R, Any], None], int, bool]] = []
        for column in columns(record):
            fill = getattr(record, column.name).__set__
            if column.kind is Kind.INSTANT:
                self._instants.append((fill, names.index(column.stored), column.required))
            else:
                self._reads.append((fill, reader(column), names.index(column.stored)))

    @property
    def table(self) -> "Table":
        """The table that they are stored in."""
        from journal.storage.tables import TABLES

        return TABLES[self.record.TABLE]

    def row(self, record: R, day: str = "") -> Row:
        """The record as stored; a set takes the `day` of its workout (`2026-11-20`)."""
        values: list[Any] = []
        for name, write in self._writes:
            value = getattr(record, name)
            if write is seconds:
                values += (None, None) if value is None else seconds(value)
            else:
                values.append(value if value is None or write is None else write(value))
        if self._has_day:
            values.append(day or str(record.day))
        return tuple(values)

    def key(self, record: R) -> RowKey:
        """The primary key of the record as stored."""
        return tuple(
            write(getattr(record, name)) if write else getattr(record, name) for name, write in self._keys
        )

    def read(self, row: Row) -> R:
        """The record of a stored row; `Unreadable` when it holds what no version of this program wrote."""
        try:
            [record] = self._read_by_columns([row])
        except UNREADABLE as error:
            raise Unreadable(f"{self.told(row)} cannot be read: {self.fault(row)}") from error
        return record

    def read_all(self, rows: Collection[Row]) -> list[R]:
        """The records of many stored rows, in their order; `Unreadable` as `read`."""
        with self._naming(rows):
            return self._read_by_columns(rows)

    def _read_by_columns(self, rows: Collection[Row]) -> list[R]:
        """The same, a column after the other: that is twice as fast."""
        records = [object.__new__(self.record) for _ in rows]
        values = self._turned(rows)
        for fill, load, place in self._reads:
            stands = values[place]
            _fill(fill, records, map(loaded(load, stands).__getitem__, stands))
        for fill, place, required in self._instants:
            epochs, offsets = values[place : place + 2]
            check_instants(epochs, offsets, required=required)
            stored = zip(epochs, offsets, strict=True)
            _fill(
                fill, records, (None if epoch is None else moment(epoch, offset) for epoch, offset in stored)
            )
        self._days.check(values)
        return records

    def in_columns(self, rows: Collection[Row]) -> by_columns.Part:
        """The same records as columns; `Unreadable` as `read`."""
        with self._naming(rows):
            values = self._turned(rows)
            part = [self._column(column, values) for column in columns(self.record)]
            self._days.check(values)
            return part

    def checked(self, rows: list[Row]) -> list[Row]:
        """The rows as they are stored, for who makes something else of them; `Unreadable` as `read`.

        Texts that are only shown are as they are read.
        """
        with self._naming(rows):
            values = self._turned(rows)
            cleaned = [self._checked(column, values) for column in columns(self.record)]
            self._days.check(values)
        return list(zip(*values, strict=True)) if any(cleaned) else rows

    def fault(self, row: Row) -> str:
        """Which column of a row cannot be read, and what it needs, as the end of a sentence; "" when all can."""
        values = self._turned([row])
        for column in columns(self.record):
            try:
                self._column(column, values)
            except UNREADABLE:
                stands = short(repr(row[self._names.index(column.stored)]))
                return f"its {column.name} is {stands}, and needs {needed(column)}"
        return self._days.fault(row)

    def told(self, row: Row) -> str:
        """Which record a row is, for a sentence: its table, its key, and its day where it has one."""
        key = "/".join(short(row[self._names.index(name)]) for name in self.record.KEY)
        has_day = self._has_day and "date" not in self.record.KEY
        return f"{self.record.TABLE} {key}" + (f" of {short(row[-1])}" if has_day else "")

    @contextmanager
    def _naming(self, rows: Iterable[Row]) -> Iterator[None]:
        try:
            yield
        except UNREADABLE:
            # Some row is damaged: one by one they tell which.
            deque(map(self.read, rows), maxlen=0)
            raise

    def _turned(self, rows: Collection[Row]) -> list[tuple[Any, ...]]:
        return list(zip(*rows, strict=True)) or [()] * len(self._names)

    def _column(self, column: fields.Column, values: list[tuple[Any, ...]]) -> by_columns.Values:
        place = self._names.index(column.stored)
        stands = values[place]
        if column.kind is Kind.ID:
            return by_columns.Written(ids(stands, required=column.required))
        if column.kind is Kind.INSTANT:
            check_instants(*values[place : place + 2], required=column.required)
            return by_columns.Written(instants(stands, values[place + 1]))
        return by_columns.Repeated(stands, loaded(reader(column), stands))

    def _checked(self, column: fields.Column, values: list[tuple[Any, ...]]) -> bool:
        """Fail where the column cannot be read; what is different in each row is not made for that.

        Give whether a text of it was cleaned, in its place.
        """
        place = self._names.index(column.stored)
        if column.kind is Kind.INSTANT:
            check_instants(*values[place : place + 2], required=column.required)
        elif column.kind is Kind.ID:
            as_long_as_ids(values[place], required=column.required)
        elif column.kind is Kind.TEXT:
            stands = values[place]
            values[place] = clean_texts(stands)
            return values[place] is not stands
        else:
            loaded(reader(column), values[place])
        return False


def codec(record: type[R]) -> Codec[R]:
    """The one codec of a record class."""
    known = _CODECS.get(record)
    if known is None:
        known = _CODECS[record] = Codec(record)
    return known


_CODECS: dict[type[Record], Codec[Any]] = {}


def short(value: Any) -> str:
    """A stored value, fit for a sentence: a text as it is, anything else as Python writes it."""
    said = one_line(value if isinstance(value, str) else repr(value))
    return said if len(said) <= 60 else f"{said[:57]}..."


def _fill(fill: Callable[[R, Any], None], records: Sequence[R], values: Iterable[Any]) -> None:
    deque(map(fill, records, values), maxlen=0)


def sessions_of(workouts: Iterable[Workout], sets: Iterable[Set]) -> list[Session]:
    """The workouts, each with its sets, in their orders."""
    those: dict[UUID, list[Set]] = defaultdict(list)
    for one in sets:
        those[one.workout_id].append(one)
    return [Session(workout, tuple(those[workout.id])) for workout in workouts]
