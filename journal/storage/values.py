"""One value of a record <-> what is stored of it: int, str or None, the same on every database.

What is read fails, with one of `UNREADABLE`, where it holds what no version of this program wrote: a file may have
been damaged, or written by somebody else.

Control and bidi-override characters, which are never stored, are no damage in a text that is only shown: it is read
without them, and so neither a screen nor an export ever has them.  In a key they are: under the name without them the
record would not be found again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache, partial
from types import NoneType
from typing import Any
from uuid import UUID

from journal.columns import Column, Kind, clean_text
from journal.errors import Refused

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAIVE_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the offset is added to it and then said
_DAY = 86_400

EARLIEST, LATEST = -2_209_075_200, 7_258_204_800
"""Seconds since 1970 between which an instant lies: the years 1900 to 2199, with a day to spare for offsets."""
_FURTHEST = _DAY - 1
"""Seconds that an offset has at most."""
_ID = 36
"""Characters of an id."""

UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, OverflowError)
"""What reading raises where a row holds what no version of this program wrote."""

Convert = Callable[[Any], Any]


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


def loaded(load: Convert, stored: Sequence[Any]) -> dict[Any, Any]:
    """The values of a column by how they are stored, each different one converted once."""
    return {one: load(one) for one in set(stored)}


def ids(stored: Sequence[str | None], *, required: bool) -> list[str]:
    """The ids as they are written."""
    ids = as_long_as_ids(stored, required=required)
    # All at once, and without making any: what holds nothing else is written as it is stored.
    if "".join(set(ids)).encode().translate(None, b"0123456789abcdef-"):
        return [one and str(_uuid(one)) for one in ids]
    return ids


def as_long_as_ids(stored: Sequence[str | None], *, required: bool) -> list[str]:
    """The texts of ids, "" for none; fail unless each has the length of one."""
    ids = [one or "" for one in stored]
    if not set(map(len, ids)) <= ({_ID} if required else {0, _ID}):
        raise ValueError
    return ids


def clean_texts(stored: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts as they are read; fail unless all are texts."""
    different = list(set(stored))
    if not set(map(type, different)) <= {str}:
        raise TypeError
    # All at once: most are printable, and so clean.
    if "".join(different).isprintable():
        return stored
    read = loaded(clean, different)
    return stored if all(one == text for one, text in read.items()) else tuple(map(read.__getitem__, stored))


def check_instants(epochs: Sequence[Any], offsets: Sequence[Any], *, required: bool) -> None:
    """Fail unless they are whole seconds that an instant can have, or None together where nothing is required."""
    kinds = {*map(type, epochs), *map(type, offsets)}
    if not kinds <= ({int} if required else {int, NoneType}):
        raise TypeError
    if NoneType in kinds:
        if [one is None for one in epochs] != [one is None for one in offsets]:
            raise ValueError
        epochs, offsets = ([one for one in some if one is not None] for some in (epochs, offsets))
    if epochs and (min(epochs) < EARLIEST or max(epochs) > LATEST):
        raise ValueError
    if offsets and max(map(abs, offsets)) > _FURTHEST:
        raise ValueError


def day_of(epoch: int, offset: int) -> str:
    """The day on which an instant was for the writer, as it is stored."""
    return _DATES[(epoch + offset) // _DAY]


def instants(epochs: Sequence[int | None], offsets: Sequence[int]) -> list[str]:
    """The instants as they are written: as `moment` and `isoformat` do it, in a fifth of the time."""
    written = []
    for epoch, offset in zip(epochs, offsets, strict=True):
        if epoch is None:
            written.append("")
        else:
            days, second = divmod(epoch + offset, _DAY)
            written.append(_DATES[days] + _CLOCKS[second, offset])
    return written


class _Known(dict[Any, str]):
    """Texts that are made when they are first asked for."""

    def __init__(self, make: Convert) -> None:
        self._make = make

    def __missing__(self, key: Any) -> str:
        made: str = self._make(key)
        self[key] = made
        return made


def _clock(key: tuple[int, int]) -> str:
    second, offset = key
    return moment(second - offset, offset).isoformat().removeprefix("1970-01-01")


_DATES = _Known(lambda days: moment(days * _DAY, 0).date().isoformat())
_CLOCKS = _Known(_clock)
"""The dates, and the times of day with their offsets, that were written: most are there many times."""


def writer(column: Column) -> Convert | None:
    """What makes the stored form of a value of that column; None: it is stored as it is."""
    if column.kind is Kind.NUMBER and column.scale != 1:
        return partial(_scaled, column.scale)
    return _WRITERS.get(column.kind)


def _scaled(scale: int, value: float) -> int:
    return round(value * scale)


_WRITERS: dict[Kind, Convert] = {
    Kind.ID: str,
    Kind.INSTANT: seconds,
    Kind.DATE: str,
    Kind.YES_NO: int,
    Kind.WORD: str,
    Kind.WORDS: ";".join,
}


def reader(column: Column) -> Convert:
    """What makes a value of that column of its stored form; of an instant, of its seconds alone, none is made."""
    load = _reader(column)
    if column.required or column.kind in (Kind.TEXT, Kind.WORDS):  # never None
        return load
    return lambda stored: None if stored is None else load(stored)


def _reader(column: Column) -> Convert:
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        low, high = (round((bound or 0) * column.scale) for bound in (column.low, column.high))
        whole = partial(_whole, low, high)
        return whole if column.scale == 1 else partial(_unscaled, whole, column.scale, column.decimals)
    if column.words is not None:
        words = {str(word): word for word in column.words}
        return words.__getitem__ if column.kind is Kind.WORD else cache(partial(_words, words))
    return _READERS[column.kind]


def _whole(low: int, high: int, value: Any) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError
    return value


def _unscaled(whole: Convert, scale: int, decimals: int, value: Any) -> float:
    units: int
    units, rest = divmod(whole(value), scale)
    return round(value / scale, decimals) if rest else units


def _words(words: Mapping[str, Any], text: str) -> tuple[Any, ...]:
    return () if text == "" else tuple(words[word] for word in text.split(";"))


def _uuid(text: str) -> UUID:
    # Half the time of UUID(text), which also takes braces and "urn:".
    digits = text.replace("-", "")
    if len(digits) != 32:
        raise ValueError
    return UUID(int=int(digits, 16))


def _date(text: str) -> date:
    # The function also takes weeks, and what is sorted among other days.
    if len(text) != 10 or not text[4] == text[7] == "-":
        raise ValueError
    return date.fromisoformat(text)


def _key(text: str) -> str:
    if not text or clean(text) != text:
        raise ValueError
    return text


def clean(text: str) -> str:
    """A text that is only shown, without the characters that are never stored."""
    return text if text.isprintable() else clean_text(text)


def needed(column: Column) -> str:
    """What a stored value of that column has to be, for a sentence."""
    if column.words is not None:
        return "a word of its list"
    unseen = " and has no control characters" if column.kind is Kind.KEY else ""
    return column.accepts() + unseen


_READERS: dict[Kind, Convert] = {
    Kind.ID: lru_cache(maxsize=1024)(_uuid),
    Kind.TEXT: clean,
    Kind.KEY: _key,
    Kind.DATE: _date,
    Kind.YES_NO: {0: False, 1: True}.__getitem__,
}

DAY_READER, KEY_READER = _READERS[Kind.DATE], _READERS[Kind.KEY]
"""What makes a date of the day that a row belongs to, and a key of what the database was asked for."""
