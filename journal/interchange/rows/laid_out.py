"""The file of one program laid out: its columns found by their names or their places, or a refusal that names them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from journal.errors import Refused
from journal.interchange.rows.foreign import Layout, lay_out, refuse_twins
from journal.interchange.rows.sheet import Sheet

_NO_HEADER = "the file has no header"
_UNKNOWN_HEADER = "the header is in a language that is not known"


class LaidOut(NamedTuple):
    """A file whose columns are known."""

    layout: Layout
    sheet: Sheet
    """Its rows without the header."""


Find = Callable[[Sheet], LaidOut | None]
"""Finds the columns of one program's files; None when it is none of them."""


def laid_out(sheet: Sheet, find: Find, file: str, what: str) -> LaidOut:
    """The columns of a file and its rows without the header.

    `Refused` when it is no such file, or when two of its columns are for the same.  `what` ends that sentence: what
    the file is not, and the columns that such a file needs.
    """
    found = find(sheet)
    if found is None:
        raise Refused(f"{file} is not {what}")
    refuse_twins(found.layout, file)
    return found


def by_names(sheet: Sheet, known: Mapping[str, tuple[str, str]], needed: Collection[str]) -> LaidOut | None:
    """The columns by the names in the first row, as `lay_out` finds them; None when a needed field has none."""
    if not sheet.rows:
        return None
    first, *rest = sheet.rows
    layout = lay_out(first.cells, known)
    return LaidOut(layout, replace(sheet, rows=rest)) if set(needed) <= set(layout.fields) else None


def by_places(
    sheet: Sheet, fields: Sequence[str], units: Mapping[str, str], *, names: Sequence[str] = ()
) -> LaidOut:
    """The columns by their places; `names` are those of a header in an unknown language, else there is none."""
    rows = sheet.rows[1:] if names else sheet.rows
    why = _UNKNOWN_HEADER if names else _NO_HEADER
    layout = Layout(tuple(names or fields), tuple(fields), units)
    return LaidOut(layout, replace(sheet, rows=rows).saying(f"{why}: the columns were taken by their place"))
