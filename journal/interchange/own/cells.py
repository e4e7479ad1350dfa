"""One value of a record <-> one cell of a CSV file, and <-> one value of a JSON document.

Out, a value of a record has exactly one form.  In, anything that cannot be read is handed on as it stands:
`Column.check` then refuses it with the sentence that says what the column takes.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from journal.columns import Column, InvalidRecord, Kind

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""Beginnings of a cell that a spreadsheet would run, and the apostrophe that marks them as text."""
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d(:\d\d)?)?)?", re.ASCII
)


def to_cell(column: Column, value: Any) -> str:
    """The value as a CSV cell; "" = not recorded."""
    return cell_writer(column)(value)


def cell_writer(column: Column) -> Callable[[Any], str]:
    """The function that turns a value of that column into its CSV cell."""
    return _TO_CELL[column.kind]


def from_cell(column: Column, cell: str) -> Any:
    """What the cell says, for `Column.check`; None or "" = not recorded."""
    return cell_reader(column)(cell)


def cell_reader(column: Column) -> Callable[[str], Any]:
    """The function that reads a CSV cell of that column."""
    return _FROM_CELL[column.kind]


def to_json(column: Column, value: Any) -> Any:
    """The value as it stands in a JSON document: numbers, true and false, lists of words, text."""
    if value is None:
        return None
    if column.kind is Kind.WORDS:
        return list(value)
    return to_cell(column, value) if column.kind in (Kind.ID, Kind.INSTANT, Kind.DATE) else value


def from_json(column: Column, value: Any) -> Any:
    """What the JSON value says, for `Column.check`; None or "" = not recorded."""
    if isinstance(value, str) and column.kind in (Kind.ID, Kind.INSTANT, Kind.DATE):
        return from_cell(column, value)
    if column.kind is Kind.WORDS and not isinstance(value, list | None):
        return shown(value)
    return value


def shortest(number: float) -> str:
    """The number in its shortest decimal form, without exponent and trailing zeros: "61.235", "28.5", "100"."""
    written = repr(number)
    if "e" in written:
        from decimal import Decimal

        written = format(Decimal(written), "f")
    return written.removesuffix(".0")


def reason(column: Column, error: InvalidRecord) -> str:
    """Why the column refuses what stood in the file, and what it would accept."""
    shape = {Kind.DATE: _DATE, Kind.INSTANT: _INSTANT}.get(column.kind)
    if shape is not None and isinstance(error.value, str) and shape.fullmatch(error.value):
        return f"there is no such date or time; {error.accepted}"
    return error.accepted


def shown(value: object) -> str:
    """A value of a file as it stood there, for a problem; a JSON value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write_text(value: str) -> str:
    return "'" + value if value.startswith(_FORMULA) else value


def _read_text(cell: str) -> str:
    return cell.removeprefix("'")


def _write_plain(value: object) -> str:
    return "" if value is None else str(value)


def _write_number(value: float | None) -> str:
    return "" if value is None else shortest(value)


def _read_number(cell: str) -> float | str:
    text = cell.strip()
    return float(text) if _NUMBER.fullmatch(text) else text


def _write_instant(value: datetime | None) -> str:
    return "" if value is None else value.isoformat()


def _read_instant(cell: str) -> datetime | str:
    text = cell.strip()
    if not _INSTANT.fullmatch(text):
        return text
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


def _read_date(cell: str) -> date | str:
    text = cell.strip()
    if not _DATE.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _write_yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _read_yes_no(cell: str) -> bool | str:
    text = cell.strip()
    return {"yes": True, "no": False}.get(text, text)


def _write_words(value: tuple[str, ...]) -> str:
    return ";".join(value)


def _read_words(cell: str) -> tuple[str, ...]:
    return tuple(word for part in cell.split(";") if (word := part.strip()))


_TO_CELL: dict[Kind, Callable[[Any], str]] = {
    Kind.ID: _write_plain,
    Kind.TEXT: _write_text,
    Kind.KEY: _write_text,
    Kind.INSTANT: _write_instant,
    Kind.DATE: _write_plain,
    Kind.WHOLE: _write_plain,
    Kind.NUMBER: _write_number,
    Kind.YES_NO: _write_yes_no,
    Kind.WORD: _write_plain,
    Kind.WORDS: _write_words,
}

_FROM_CELL: dict[Kind, Callable[[str], Any]] = {
    Kind.ID: str.strip,
    Kind.TEXT: _read_text,
    Kind.KEY: _read_text,
    Kind.INSTANT: _read_instant,
    Kind.DATE: _read_date,
    Kind.WHOLE: _read_number,
    Kind.NUMBER: _read_number,
    Kind.YES_NO: _read_yes_no,
    Kind.WORD: str.strip,
    Kind.WORDS: _read_words,
}
