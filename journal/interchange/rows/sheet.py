"""Any CSV file -> rows that know their line: encoding, delimiter and quoting are found out, not asked for."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile

from journal.errors import Refused

_DELIMITERS = ",;\t|"
_END = "\0"
"""Fed to the reader after the last line: a quotation mark that is never closed swallows it."""
UNCLOSED = "a quotation mark opens here and is never closed: from this line on nothing can be read"
"""What the problem of a quotation mark that is never closed says."""
_MOST_COLUMNS = 500_000
MOST_ROWS = 1_000_000
"""More sets than two lifetimes of training have; every row takes far more memory than it has bytes."""
_MOST_CELLS = 20_000_000
_LARGEST_FIELD = 2**31 - 1
"""The largest limit that the csv module takes on every system."""
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""Bytes that are no UTF-8, as "surrogateescape" hands them on -> their Windows-1252 characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file as it stands there."""

    line: int
    """Line of the file on which the row starts, from 1; a row may go on over further lines."""
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a CSV file, the header among them and empty lines left out."""

    rows: list[Row]
    unclosed: int = 0
    """Line on which a quotation mark opens that is never closed: rows end before it; 0 = there is none."""
    notes: list[str] = field(default_factory=list)
    """What had to be assumed in reading, one sentence each."""

    @property
    def count(self) -> int:
        """The rows, and what could not be read as rows behind a quotation mark."""
        return len(self.rows) + bool(self.unclosed)

    def saying(self, note: str) -> "Sheet":
        """The same with one more note; "" is none."""
        return replace(self, notes=[*self.notes, note]) if note else self

    def column(self, place: int) -> list[tuple[int, str]]:
        """The cells at that place, each with its line; of rows that are long enough."""
        return [(row.line, row.cells[place]) for row in self.rows if len(row.cells) > place]


def read_sheet(data: bytes, file: str = "the file", *, quoted: bool = True) -> Sheet:
    """The rows of a file in whatever encoding and dialect it is; reads anything, an empty file as no rows.

    With `quoted` False, quotation marks are letters like others.  `Refused`, naming the `file`, when there are more
    rows or columns than memory should be spent on.
    """
    text, assumed = decode(data)
    # One process-wide limit; it is only ever raised, because a note may have any length.
    csv.field_size_limit(min(max(csv.field_size_limit(), len(text) + 1), _LARGEST_FIELD))
    lines: Iterator[str] = io.StringIO(text, newline="")
    skipped = 0
    first = next(lines, "")
    while first and not first.strip():
        skipped, first = skipped + 1, next(lines, "")
    if first.lower().startswith("sep=") and first[4:].strip("\r\n") in tuple(_DELIMITERS):
        # Written by Excel for itself: it names the delimiter and is no row.
        delimiter, skipped = first[4], skipped + 1
    else:
        delimiter = _delimiter(first)
        lines = chain([first], lines)
    rows = list(_rows(lines, delimiter, skipped, file, quoted=quoted))
    unclosed = 0
    if rows and rows[-1].cells[-1].endswith(_END):
        unclosed = rows.pop().line
    return Sheet(rows, unclosed, assumed)


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text of a file without NUL characters, and what had to be assumed of its encoding.

    UTF-8 unless a byte-order mark or the NULs of UTF-16 say otherwise.  Bytes that are no UTF-8 are read as
    Windows-1252, one by one: a file with one stray byte, or cut within a letter, keeps its other letters.
    """
    for mark, name in (
        (codecs.BOM_UTF8, ""),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    else:
        encoding = _utf16_without_mark(data)
    if encoding:
        return data.decode(encoding, "replace").replace("\0", ""), []
    text = data.decode("utf-8", "surrogateescape").replace("\0", "")
    read = text.translate(_CP1252)
    return read, [] if read == text else ["the file is not all UTF-8: the rest was read as Windows-1252"]


def _utf16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16 text without a mark, "" for any other text: Latin letters have a NUL beside."""
    sample = data[:400]
    enough = len(sample) // 3
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    if max(low, high) <= enough or enough == 0:
        return ""
    return "utf-16-le" if low > high else "utf-16-be"


def _delimiter(first: str) -> str:
    """The delimiter that cuts the first line into most cells; the comma when none does."""
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))


def _rows(lines: Iterator[str], delimiter: str, skipped: int, file: str, *, quoted: bool) -> Iterator[Row]:
    all_lines = chain(lines, [_END])
    if quoted:
        reader = csv.reader(all_lines, delimiter=delimiter)
    else:
        reader = csv.reader(all_lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    line, count, rows = skipped + 1, 0, 0
    for cells in takewhile(lambda cells: cells != [_END], reader):
        count, rows = count + len(cells), rows + 1
        if len(cells) > _MOST_COLUMNS:
            raise Refused(
                f"{file}, line {line} has {len(cells):,} columns; at most {_MOST_COLUMNS:,} are read"
            )
        if rows > MOST_ROWS or count > _MOST_CELLS:
            raise Refused(
                f"{file} goes on after line {line}, and no more than {MOST_ROWS:,} rows and {_MOST_CELLS:,} "
                "cells are read at once; split it into several and import these"
            )
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)
        line = skipped + reader.line_num + 1
