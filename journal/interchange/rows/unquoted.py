"""Rows of a program that does not quote: a text with a comma in it stands in several cells."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from journal.interchange.rows.laid_out import Find, LaidOut, laid_out
from journal.interchange.rows.sheet import Row, Sheet, read_sheet

Fits = Callable[[Mapping[str, str]], bool]
"""Whether cells, by their fields, can be a row: numbers where numbers belong, units where units belong."""

_MOST = 200
"""Commas in the texts of a row; one with more was not written by hand, and would be tried for ever."""


_QUOTED = re.compile(rb'[,;\t]"[^"\r\n]*"[,;\t\r\n]')
"""A text in quotation marks, as a spreadsheet writes it."""
_NEXT_ROW = re.compile(r"[\r\n]\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[,;\t]")


def laid_out_unquoted(data: bytes, find: Find, file: str, what: str, name: str, fits: Fits) -> LaidOut:
    """As `laid_out`, with the texts of its rows put together again; those that cannot be are left as they are.

    `name` is the field whose commas are expected.  Counted from the right all other columns have their place, unless
    the last one is a note: then the commas belong where the row comes to fit, rather to the name than to the note.
    """
    found = laid_out(_read(data, file), find, file, what)
    return found._replace(sheet=_mended_all(found, name, fits))


def _read(data: bytes, file: str) -> Sheet:
    """The rows of a file that may have quotation marks which quote nothing.

    A text that begins with one would swallow the rows up to the next: then all of them are taken for letters,
    unless the file was saved again by a program that does quote.
    """
    sheet = read_sheet(data, file)
    swallowed = sheet.unclosed or any(_NEXT_ROW.search(cell) for row in sheet.rows for cell in row.cells)
    if not swallowed or _QUOTED.search(data):
        return sheet
    return read_sheet(data, file, quoted=False).saying(
        "a text begins with a quotation mark that ends nowhere: it was taken for a letter"
    )


def _mended_all(found: LaidOut, name: str, fits: Fits) -> Sheet:
    sheet, fields = found.sheet, found.layout.fields
    width = len(fields)
    rows = [
        _mended(row, fields, fields.index(name), fits) if width < len(row.cells) <= width + _MOST else row
        for row in sheet.rows
    ]
    count = sum(new is not old for new, old in zip(rows, sheet.rows, strict=True))
    if not count:
        return sheet
    what = "1 row has" if count == 1 else f"{count} rows have"
    note = f"{what} commas that are not quoted: what belongs together was told by the other columns"
    return replace(sheet, rows=rows).saying(note)


def _mended(row: Row, fields: Sequence[str], name: int, fits: Fits) -> Row:
    width = len(fields)
    extra = len(row.cells) - width
    for at_the_end in range(extra + 1 if fields[-1] == "note" else 1):
        behind = name + 1 + extra - at_the_end
        cells = [*row.cells[:name], ",".join(row.cells[name:behind]), *row.cells[behind:]]
        cells[width - 1 :] = [",".join(cells[width - 1 :])]
        if fits({field: cell.strip() for field, cell in zip(fields, cells, strict=True) if field}):
            return replace(row, cells=cells)
    return row
