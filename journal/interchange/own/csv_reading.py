"""The folder of CSV files that `csv_files` writes, or one of its files, read in."""

import csv
import io
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from journal.errors import Refused
from journal.exercises import Catalogue
from journal.interchange.disk import entries, read_text
from journal.interchange.imported import Imported, Place
from journal.interchange.own.cells import cell_reader
from journal.interchange.own.csv_files import FILES
from journal.interchange.own.gathering import Gathering, InJournal, required
from journal.records import RECORDS, Record, columns

_FIELD_LIMIT = 2**31 - 1
_MOST_ROWS = 1_000_000
"""More than two lifetimes write; every row takes far more memory than it has bytes."""


def read_folder(path: Path, catalogue: Catalogue, in_journal: InJournal | None = None) -> Imported:
    """Read whatever of the journal's files the folder holds.

    `in_journal` tells which records the journal already has, for references that the folder does not resolve;
    without it they are left to the store.  `Refused` when the folder or a header is not the journal's own.
    """
    gathering = Gathering(catalogue, in_journal)
    files, others = _listed(path)
    for kind, file in sorted(files, key=lambda found: (RECORDS.index(found[0]), found[1].name)):
        _read_rows(gathering, kind, file)
    imported = gathering.finish()
    if others:
        imported.notes.append(f"Not read, because an export has no such file: {', '.join(others)}.")
    return imported


def read_file(path: Path, catalogue: Catalogue, in_journal: InJournal | None = None) -> Imported:
    """Read one file, which its name tells, or else its header.  Otherwise as `read_folder`."""
    gathering = Gathering(catalogue, in_journal)
    kind = FILES.get(path.name.lower())
    if kind is None:
        fitting = tables_of(_header(path))
        if len(fitting) != 1:
            known = ", ".join(FILES)
            raise Refused(f"{path.name}: its columns do not say which file it is; name it as one of {known}")
        kind = fitting[0]
    _read_rows(gathering, kind, path)
    return gathering.finish()


def tables_of(header: list[str]) -> list[type[Record]]:
    """The tables that a file with these columns can be."""
    return [
        kind
        for kind in RECORDS
        if set(required(kind)) <= set(header) <= {column.name for column in columns(kind)}
    ]


def _listed(folder: Path) -> tuple[list[tuple[type[Record], Path]], list[str]]:
    """The journal's files in the folder, and the names of others; a CSV file that is not ours is refused."""
    files, others = [], []
    for entry in entries(folder):
        kind = FILES.get(entry.name.lower())
        if kind is not None:
            files.append((kind, entry))
        elif entry.suffix.lower() == ".csv":
            raise Refused(f"{folder} has a file {entry.name!r}, which is none of {', '.join(FILES)}")
        elif not entry.name.startswith("."):
            others.append(repr(entry.name))
    return files, others


def _header(path: Path) -> list[str]:
    for _, cells in _rows(path):
        return cells
    return []


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file that are not empty, each with the line that it starts on."""
    text = read_text(path)
    # Notes have no length limit; the module's own is 128 kB a cell.
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    for number in count(1):
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            why = "its quotes do not match; a quote inside a cell is written twice, around it once"
            raise Refused(Place(path.name, line).problem("", "", why).sentence) from None
        if number > _MOST_ROWS:
            why = (
                f"at most {_MOST_ROWS:,} rows are read at once; split the file into several and import these"
            )
            raise Refused(Place(path.name, line).problem("", "", why).sentence)
        if cells:
            yield line, cells


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns that a file has, in its own order."""

    names: list[str]
    readers: list[Callable[[str], Any]]


def _checked_header(kind: type[Record], header: list[str], place: Place) -> _Header:
    """The file's columns; `Refused` when one is unknown, stands twice or is missing."""
    names = [name.strip() for name in header]
    known = {column.name: column for column in columns(kind)}
    if len(names) == 1 and (mark := _other_delimiter(names[0], known)):
        why = f"its columns are separated by {mark!r}; it needs commas between them"
        raise Refused(place.problem("", names[0], why).sentence)
    for name in names:
        if name not in known:
            why = f"{kind.TABLE} has no such column; it has {', '.join(known)}"
            raise Refused(place.problem("", name, why).sentence)
        if names.count(name) > 1:
            raise Refused(place.problem("", name, "this column stands twice; it may stand once").sentence)
    missing = [name for name in required(kind) if name not in names]
    if missing:
        why = f"it lacks the column {missing[0]}; {kind.TABLE} needs {', '.join(required(kind))}"
        raise Refused(place.problem("", "", why).sentence)
    return _Header(names, [cell_reader(known[name]) for name in names])


def _other_delimiter(header: str, known: Collection[str]) -> str:
    """What stands between the columns when it is no comma, as a spreadsheet writes it in some countries."""
    return next(
        (mark for mark in ";\t|" if header.partition(mark)[0].strip() in known and mark in header), ""
    )


def _read_rows(gathering: Gathering, kind: type[Record], path: Path) -> None:
    header: _Header | None = None
    for line, cells in _rows(path):
        place = Place(path.name, line)
        if header is None:
            header = _checked_header(kind, cells, place)
        elif len(cells) != len(header.names):
            why = f"it has {len(cells)} cells where the header has {len(header.names)}"
            gathering.refuse(place, "", cells[0], why)
        else:
            values = {
                name: read(cell) for name, read, cell in zip(header.names, header.readers, cells, strict=True)
            }
            raw: Mapping[str, object] = dict(zip(header.names, cells, strict=True))
            gathering.add(kind, values, raw, place)
    if header is None:
        raise Refused(f"{path.name} is empty; it needs a header row with {', '.join(required(kind))}")
