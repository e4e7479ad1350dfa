"""What a column of a record is: its meaning, unit, bounds and words, and how a value is checked.

One `Column` stands behind each field of `journal.records`.  The database tables, the CSV and JSON files and
the forms are all made from these, so that a bound or a word is written down once.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from enum import Enum, StrEnum
from typing import Any
from uuid import UUID

from journal.errors import Refused

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean_text(text: str) -> str:
    """The text without control and bidi-override characters; tab and line breaks stay, CR becomes LF.

    A note is shown in a terminal and in a page: an escape character in it would reach the screen raw.
    """
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Text from outside, fit for one line of a terminal."""
    return " ".join(clean_text(text).split())


class InvalidRecord(Refused):
    """A value that a record cannot hold: names the table, the column, the value and what is accepted."""

    def __init__(self, table: str, column: str, value: object, accepted: str) -> None:
        self.table, self.column, self.value, self.accepted = table, column, value, accepted
        shown = str(value)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        super().__init__(f"{table}.{column}: {shown!r} is not accepted; {accepted}")


class Kind(Enum):
    """How a value is held in Python, and so how it is stored and written."""

    ID = "id"  # UUID
    TEXT = "text"  # str, "" = not recorded
    KEY = "key"  # str, never empty
    INSTANT = "instant"  # datetime with the writer's offset, whole seconds
    DATE = "date"  # date
    WHOLE = "whole"  # int
    NUMBER = "number"  # int or float, a multiple of 1 / scale
    YES_NO = "yes_no"  # bool
    WORD = "word"  # a StrEnum
    WORDS = "words"  # tuple of StrEnum, each once, in the order of the vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field of a record.

    `scale` turns a number into the whole number that is stored (1000: kg -> g) and `decimals` is how many
    places the number keeps.  `low` and `high` are inclusive.  `stored` is the column's name in the database.
    """

    name: str = ""
    kind: Kind
    meaning: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    words: type[StrEnum] | None = None
    required: bool = False
    scale: int = 1
    decimals: int = 0
    stored: str = ""
    references: str = ""

    def check(self, table: str, value: Any) -> Any:
        """The value in its one true form; `InvalidRecord` when the column cannot hold it."""
        if value is None or value == "":
            if self.required:
                raise InvalidRecord(table, self.name, "", f"it needs {self.accepts()}")
            return "" if self.kind is Kind.TEXT else () if self.kind is Kind.WORDS else None
        try:
            return _CHECKS[self.kind](self, value)
        except (TypeError, ValueError, OverflowError) as error:
            reason = str(error) if isinstance(error, _Reason) else f"it needs {self.accepts()}"
            raise InvalidRecord(table, self.name, value, reason) from None

    def accepts(self) -> str:
        """What the column takes, for a sentence: "a whole number from 0 to 10"."""
        if self.words is not None:
            one = "some of" if self.kind is Kind.WORDS else "one of"
            return f"{one} {', '.join(self.words)}"
        if self.kind in (Kind.WHOLE, Kind.NUMBER):
            number = "a whole number" if self.kind is Kind.WHOLE else "a number"
            unit = f" {self.unit}" if self.unit else ""
            return f"{number} from {_plain(self.low)} to {_plain(self.high)}{unit}"
        return _ACCEPTS[self.kind]


class _Reason(ValueError):
    """A refusal that already carries its sentence."""


_ACCEPTS = {
    Kind.ID: "a UUID",
    Kind.TEXT: "text",
    Kind.KEY: "text that is not empty",
    Kind.INSTANT: "a date and time with its offset, such as 2026-11-20T18:30:00+01:00",
    Kind.DATE: "a date such as 2026-11-20",
    Kind.YES_NO: "yes or no",
}


def _plain(number: float | None) -> str:
    return "any" if number is None else f"{number:.10g}"


def _check_id(_: Column, value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))


def _check_text(_: Column, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean_text(value)


def _check_key(_: Column, value: Any) -> str:
    text = _check_text(_, value).strip()
    if not text:
        raise ValueError
    return text


def _check_instant(_: Column, value: Any) -> datetime:
    if not isinstance(value, datetime):
        raise TypeError
    offset = value.utcoffset()
    if offset is None:
        raise _Reason("it has no offset; write it such as 2026-11-20T18:30:00+01:00")
    if offset.microseconds or not datetime(1900, 1, 1) < value.replace(tzinfo=None) < datetime(2200, 1, 1):  # noqa: DTZ001
        raise _Reason("it needs an instant between the years 1900 and 2200")
    # A fixed offset, whatever zone it came with: the record then adds and compares in real time.
    return value.replace(microsecond=0, tzinfo=timezone(offset), fold=0)


def _check_date(_: Column, value: Any) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError
    if not date(1900, 1, 1) <= value < date(2200, 1, 1):
        raise _Reason("it needs a date between the years 1900 and 2200")
    return value


def _check_number(column: Column, value: Any) -> float:
    if isinstance(value, (bool, str)):
        raise TypeError
    number = float(value)
    if not math.isfinite(number):
        raise ValueError
    if (column.low is not None and number < column.low) or (column.high is not None and number > column.high):
        raise ValueError
    exact = round(round(number * column.scale) / column.scale, column.decimals)
    # Whole numbers are kept as int: they are then written "100" and not "100.0", in CSV and JSON alike.
    return int(exact) if exact == int(exact) else exact


def _check_whole(column: Column, value: Any) -> int:
    number = _check_number(column, value)
    if number != value:
        raise ValueError
    return int(number)


def _check_yes_no(_: Column, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _check_word(column: Column, value: Any) -> StrEnum:
    if column.words is None:
        raise TypeError
    return column.words(value)


def _check_words(column: Column, value: Any) -> tuple[StrEnum, ...]:
    if column.words is None or isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError
    chosen = {column.words(word) for word in value}
    return tuple(word for word in column.words if word in chosen)


_CHECKS = {
    Kind.ID: _check_id,
    Kind.TEXT: _check_text,
    Kind.KEY: _check_key,
    Kind.INSTANT: _check_instant,
    Kind.DATE: _check_date,
    Kind.WHOLE: _check_whole,
    Kind.NUMBER: _check_number,
    Kind.YES_NO: _check_yes_no,
    Kind.WORD: _check_word,
    Kind.WORDS: _check_words,
}


def _field(column: Column) -> Any:
    if column.required:
        return field(metadata={"column": column})
    empty: object = "" if column.kind is Kind.TEXT else () if column.kind is Kind.WORDS else None
    return field(default=empty, metadata={"column": column})


def identity(meaning: str) -> Any:
    """The record's own UUID."""
    return _field(Column(kind=Kind.ID, meaning=meaning, required=True))


def reference(meaning: str, table: str, *, required: bool = False) -> Any:
    """The UUID of a record of another table."""
    return _field(Column(kind=Kind.ID, meaning=meaning, references=table, required=required))


def text(meaning: str) -> Any:
    """Free text, cleaned of control characters; "" = not recorded."""
    return _field(Column(kind=Kind.TEXT, meaning=meaning))


def key(meaning: str) -> Any:
    """Text that names the record, never empty."""
    return _field(Column(kind=Kind.KEY, meaning=meaning, required=True))


def instant(meaning: str, *, required: bool = True) -> Any:
    """A point in time with the offset of the writer's clock, to the second."""
    return _field(Column(kind=Kind.INSTANT, meaning=meaning, required=required))


def day(meaning: str, *, required: bool = False) -> Any:
    """A calendar date."""
    return _field(Column(kind=Kind.DATE, meaning=meaning, required=required))


def whole(meaning: str, low: int, high: int, *, unit: str = "", required: bool = False) -> Any:
    """A whole number within inclusive bounds."""
    return _field(Column(kind=Kind.WHOLE, meaning=meaning, low=low, high=high, unit=unit, required=required))


def number(
    meaning: str,
    low: float,
    high: float,
    *,
    unit: str = "",
    scale: int = 1,
    decimals: int = 0,
    stored: str = "",
    required: bool = False,
) -> Any:
    """A number within inclusive bounds, kept to 1 / `scale` and written with at most `decimals` places."""
    return _field(
        Column(
            kind=Kind.NUMBER,
            meaning=meaning,
            low=low,
            high=high,
            unit=unit,
            scale=scale,
            decimals=decimals,
            stored=stored,
            required=required,
        )
    )


def mass(meaning: str, low: float, high: float, *, stored: str) -> Any:
    """A mass in kg, kept to the gram."""
    return number(meaning, low, high, unit="kg", scale=1000, decimals=3, stored=stored)


def distance(meaning: str, high: float, *, stored: str) -> Any:
    """A distance in km, kept to the metre."""
    return number(meaning, 0, high, unit="km", scale=1000, decimals=3, stored=stored)


def minutes(meaning: str, high: float, *, stored: str) -> Any:
    """A duration in minutes, kept to the second."""
    return number(meaning, 0, high, unit="min", scale=60, decimals=3, stored=stored)


def hours(meaning: str, high: float, *, stored: str) -> Any:
    """A duration in hours, kept to the second."""
    return number(meaning, 0, high, unit="h", scale=3600, decimals=4, stored=stored)


def rpe(meaning: str) -> Any:
    """A rating of perceived exertion, Borg CR-10: 0 to 10."""
    return number(meaning, 0, 10, scale=100, decimals=2)


def yes_no(meaning: str, *, required: bool = False) -> Any:
    """True, False, or None for not answered, which is never the same as no."""
    return _field(Column(kind=Kind.YES_NO, meaning=meaning, required=required))


def word(meaning: str, words: type[StrEnum], *, required: bool = False) -> Any:
    """One word of a closed list."""
    return _field(Column(kind=Kind.WORD, meaning=meaning, words=words, required=required))


def words(meaning: str, words: type[StrEnum]) -> Any:
    """Some words of a closed list, each once, in the list's order."""
    return _field(Column(kind=Kind.WORDS, meaning=meaning, words=words))
