"""Records to stored rows and back.

A stored row is a tuple of int, str and None in the order of the table's columns, the same on every database:
yes and no are 1 and 0, dates are `2026-11-20`.  It is what the snapshot hands out, what undo keeps and what
an import compares.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache, partial
from operator import itemgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Integer, Table

from journal import columns as fields
from journal.columns import Kind, clean_text
from journal.errors import CouldNot, Refused
from journal.records import Record, columns
from journal.storage.tables import TABLES

R = TypeVar("R", bound=Record)

Row = tuple[Any, ...]
"""A stored row: int, str and None, in the order of the table's columns."""
RowKey = tuple[Any, ...]
"""The values of a row's primary key."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAMAGED = (KeyError, ValueError, TypeError, AttributeError)
"""What reading raises where a row holds what no version of this program wrote."""
_NAIVE_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the offset is added to it and then said


def seconds(at: datetime) -> tuple[int, int]:
    """An instant as stored: whole seconds since 1970 in UTC, and its offset in seconds; naive is refused."""
    offset = at.utcoffset()
    if offset is None:
        raise Refused(f"{at.isoformat()} has no offset; an instant needs one, such as +01:00")
    return (at - _EPOCH) // timedelta(seconds=1), offset // timedelta(seconds=1)


def moment(epoch: int, offset: int) -> datetime:
    """The instant that was stored, with its offset."""
    # Not fromtimestamp: on some systems it refuses years before 1970.
    return (_NAIVE_EPOCH + timedelta(seconds=epoch + offset)).replace(tzinfo=_zone(offset))


@cache
def _zone(offset: int) -> timezone:
    return timezone(timedelta(seconds=offset))


def key_of(table: Table, row: Row) -> RowKey:
    """The primary key of a stored row."""
    return _key_picker(table)(row)


@cache
def _key_picker(table: Table) -> Callable[[Row], RowKey]:
    names = table.columns.keys()
    places = [names.index(column.name) for column in table.primary_key]
    if len(places) == 1:
        [place] = places
        return lambda row: (row[place],)
    return itemgetter(*places)


def key_text(key: RowKey) -> str:
    """A key as one text, as `Record.key` writes it: `workout_id/position`."""
    return "/".join(map(str, key))


def read_key(table: Table, text: str) -> RowKey | None:
    """The key that such a text stands for; None when it cannot be one of that table."""
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

    Reading trusts what was checked when it was written (and by the database): it fills a record without
    running its checks, which is ten times as fast.
    """

    def __init__(self, record: type[R]) -> None:
        self.record = record
        self.table = TABLES[record.TABLE]
        names = self.table.columns.keys()
        self._has_day = "day" in names
        self._writes = [(column.name, _writer(column)) for column in columns(record)]
        self._keys = [(name, write) for name, write in self._writes if name in record.KEY]
        self._reads: list[tuple[Callable[[R, Any], None], Callable[[Any], Any] | None, int]] = []
        self._instants: list[tuple[Callable[[R, Any], None], int]] = []
        for column in columns(record):
            fill = getattr(record, column.name).__set__
            if column.kind is Kind.INSTANT:
                self._instants.append((fill, names.index(column.stored)))
            else:
                self._reads.append((fill, _reader(column), names.index(column.stored)))

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
        """The record of a stored row; `CouldNot` when it holds what no version of this program wrote."""
        record = object.__new__(self.record)
        try:
            for fill, load, place in self._reads:
                value = row[place]
                fill(record, value if value is None or load is None else load(value))
            for fill, place in self._instants:
                epoch = row[place]
                fill(record, None if epoch is None else moment(epoch, row[place + 1]))
        except _DAMAGED as error:
            key = key_text(key_of(self.table, row))
            raise CouldNot(f"the journal is damaged: {self.record.TABLE} {key} cannot be read") from error
        return record

    def read_all(self, rows: Collection[Row]) -> list[R]:
        """The records of many stored rows, in their order."""
        try:
            return self._read_by_columns(rows)
        except _DAMAGED:
            # Some row is damaged: one by one they tell which.
            return [self.read(row) for row in rows]

    def _read_by_columns(self, rows: Collection[Row]) -> list[R]:
        """The same, a column after the other: that is twice as fast."""
        records = [object.__new__(self.record) for _ in rows]
        values = list(zip(*rows, strict=True)) or [()] * len(self.table.columns)
        for fill, load, place in self._reads:
            _fill(fill, records, values[place] if load is None else _loaded(load, values[place]))
        for fill, place in self._instants:
            stored = zip(values[place], values[place + 1], strict=True)
            _fill(
                fill, records, (None if epoch is None else moment(epoch, offset) for epoch, offset in stored)
            )
        return records


def codec(record: type[R]) -> Codec[R]:
    """The one codec of a record class."""
    known = _CODECS.get(record)
    if known is None:
        known = _CODECS[record] = Codec(record)
    return known


_CODECS: dict[type[Record], Codec[Any]] = {}

_Convert = Callable[[Any], Any]


def _loaded(load: _Convert, stored: Sequence[Any]) -> Iterator[Any]:
    """The values of a column, each different one converted once: most are there many times."""
    known = {one: None if one is None else load(one) for one in set(stored)}
    return map(known.__getitem__, stored)


def _fill(fill: Callable[[R, Any], None], records: Sequence[R], values: Iterable[Any]) -> None:
    deque(map(fill, records, values), maxlen=0)


def _writer(column: fields.Column) -> _Convert | None:
    if column.kind is Kind.NUMBER and column.scale != 1:
        return partial(_scaled, column.scale)
    return _WRITERS.get(column.kind)


def _scaled(scale: int, value: float) -> int:
    return round(value * scale)


_WRITERS: dict[Kind, _Convert] = {
    Kind.ID: str,
    Kind.INSTANT: seconds,
    Kind.DATE: str,
    Kind.YES_NO: int,
    Kind.WORD: str,
    Kind.WORDS: ";".join,
}


def _reader(column: fields.Column) -> _Convert | None:
    if column.kind is Kind.NUMBER and column.scale != 1:
        return partial(_unscaled, column.scale, column.decimals)
    if column.words is not None:
        words = {str(word): word for word in column.words}
        if column.kind is Kind.WORD:
            return words.__getitem__
        return cache(lambda text: tuple(words[word] for word in text.split(";")) if text else ())
    return _READERS.get(column.kind)


def _unscaled(scale: int, decimals: int, value: int) -> float:
    whole, rest = divmod(value, scale)
    return round(value / scale, decimals) if rest else whole


def _uuid(text: str) -> UUID:
    # Half the time of UUID(text), which also takes braces and "urn:".
    digits = text.replace("-", "")
    if len(digits) != 32:
        raise ValueError
    return UUID(int=int(digits, 16))


def _clean(text: str) -> str:
    # The file may have been written by another program: an escape character must not reach the screen.
    return text if text.isprintable() else clean_text(text)


_READERS: dict[Kind, _Convert] = {
    Kind.ID: lru_cache(maxsize=1024)(_uuid),
    Kind.TEXT: _clean,
    Kind.KEY: _clean,
    Kind.DATE: date.fromisoformat,
    Kind.YES_NO: bool,
}
