"""The rows of a file one by one: how far one is is told, and rows that are cut become problems."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from journal.interchange.imported import Place
from journal.interchange.readings import Readings
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, Tell
from journal.interchange.rows.sheet import UNCLOSED, Sheet

_TELL_EVERY = 1000
"""Rows between two words about the progress."""

Each = TypeVar("Each")


def telling(rows: Sequence[Each], tell: Tell) -> Iterator[Each]:
    """The rows, with a word about the progress now and then."""
    for done, row in enumerate(rows):
        if done % _TELL_EVERY == 0:
            tell(done, len(rows))
        yield row


def whole_rows(sheet: Sheet, layout: Layout, readings: Readings, options: Options) -> Iterator[Cells]:
    """The rows of a sheet without its header; those that are cut become problems."""
    readings.imported.rows = sheet.count
    readings.imported.notes += sheet.notes
    for row in telling(sheet.rows, options.tell):
        try:
            yield Cells(row, layout)
        except BadCell as bad:
            readings.problem(Place(options.file, row.line), "", "", bad.reason)
    if sheet.unclosed:
        readings.problem(Place(options.file, sheet.unclosed), "", "", UNCLOSED)
