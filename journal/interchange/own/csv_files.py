"""The journal as a folder of tidy CSV files, without loss; `csv_reading` reads them.

UTF-8, comma, a header row, LF, RFC 4180 quoting, an empty cell for what was not recorded.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from operator import attrgetter
from pathlib import Path

from journal.by_columns import Part, Repeated, Tables, Values, Written
from journal.columns import Column, Kind
from journal.interchange.disk import write_folder as write_new_folder
from journal.interchange.own.cells import cell_writer
from journal.interchange.own.selection import Records, selected
from journal.records import RECORDS, Record, columns

FILES: dict[str, type[Record]] = {f"{kind.TABLE}.csv": kind for kind in RECORDS}
"""The record class of each file name."""

_SPECIAL = re.compile('[,"\r\n]')


def write(
    records: Records, *, since: date | None = None, until: date | None = None
) -> Iterator[tuple[str, bytes]]:
    """Each file that has rows: its name and its content.  For ranges see `selection.selected`."""
    for name, pieces in _files(_in_columns(records, since, until)):
        yield name, b"".join(pieces)


def write_folder(
    target: Path,
    records: Records,
    *,
    since: date | None = None,
    until: date | None = None,
    force: bool = False,
) -> None:
    """Write the files into a new folder, whole or not at all.

    `Refused` when the target is there and not `force`; `CouldNot` when the system will not write it.
    """
    write_tables(target, _in_columns(records, since, until), force=force)


def write_tables(target: Path, tables: Tables, *, force: bool = False) -> None:
    """The same of everything that a store hands out in columns, sorted: part by part, without making records."""
    write_new_folder(target, _files(tables), ours=FILES, force=force)


def _in_columns(records: Records, since: date | None, until: date | None) -> Tables:
    for kind, rows in selected(records, since=since, until=until):
        yield kind, iter([[_column(column, rows) for column in columns(kind)]] if rows else [])


def _column(column: Column, rows: list[Record]) -> Values:
    values = map(attrgetter(column.name), rows)
    if column.kind in (Kind.ID, Kind.INSTANT):
        # An equal instant at another offset is written in another way.
        return Written(map(cell_writer(column), values))
    known = list(values)
    return Repeated(known, {value: value for value in known})


def _files(tables: Tables) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The name of each file that has rows, and its content in pieces."""
    for kind, parts in tables:
        first = next(parts, None)
        if first is not None:
            yield f"{kind.TABLE}.csv", _pieces(kind, chain([first], parts))


def _pieces(kind: type[Record], parts: Iterable[Part]) -> Iterator[bytes]:
    named = columns(kind)
    yield (",".join(column.name for column in named) + "\n").encode()
    for part in parts:
        cells = zip(*map(_cells, named, part), strict=True)
        yield "\n".join([*map(",".join, cells), ""]).encode()


def _cells(column: Column, values: Values) -> Iterator[str]:
    """The cells of a column, quoted where they must be."""
    if isinstance(values, Written):
        return iter(values.texts)
    write = cell_writer(column)
    # Each different value is written once: most are there many times.
    cells = {stands: _quoted(write(value)) for stands, value in values.values.items()}
    return map(cells.__getitem__, values.stands)


def _quoted(cell: str) -> str:
    """As RFC 4180 wants it."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell
