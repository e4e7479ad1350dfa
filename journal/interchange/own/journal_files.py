"""The journal's own files whatever their form: the CSV folder, one file of it, or the JSON document."""

import csv
import io
import re
from pathlib import Path

from journal.exercises import Catalogue
from journal.interchange.disk import entries, head
from journal.interchange.imported import Imported
from journal.interchange.own.csv_files import FILES
from journal.interchange.own.csv_reading import read_file, read_folder, tables_of
from journal.interchange.own.gathering import NAME, InJournal
from journal.interchange.own.json_document import read_document
from journal.interchange.rows.sheet import decode
from journal.records import RECORDS, Alias, OwnExercise, Record, columns

__all__ = ["NAME", "called_like_ours", "read", "reading_order", "recognises", "recognises_folder"]

_BOM = b"\xef\xbb\xbf"
_FIRST: tuple[type[Record], ...] = (OwnExercise, Alias)


def read(path: Path, catalogue: Catalogue, in_journal: InJournal | None = None) -> Imported:
    """Read a folder, a CSV file or a JSON document of the journal's own; see `csv_reading.read_folder`."""
    if path.is_dir():
        return read_folder(path, catalogue, in_journal)
    if _is_document(head(path)):
        return read_document(path, catalogue, in_journal)
    return read_file(path, catalogue, in_journal)


def recognises(beginning: bytes) -> bool:
    """Whether a file that begins so is one of the journal's own: a document, or columns of one of its tables."""
    return _is_document(beginning) or bool(tables_of(_header(beginning)))


def recognises_folder(path: Path) -> bool:
    """Whether the folder holds a file of an export, or nothing at all as the export of an empty journal does."""
    names = {entry.name.lower() for entry in entries(path)}
    return not names or not names.isdisjoint(FILES)


def reading_order(path: Path) -> int:
    """The place of a file among several that are read one after the other, the lowest first.

    What others name comes before them: exercises and their names, then everything that is not a CSV file of
    ours, then these in the order of an export, workouts before sets.
    """
    kind = FILES.get(path.name.lower())
    if kind is None:
        return 0
    return _FIRST.index(kind) - len(_FIRST) if kind in _FIRST else 1 + RECORDS.index(kind)


def called_like_ours(name: str, beginning: bytes) -> bool:
    """Whether a file is called like one of ours and has a column of it or nothing, so that its fault can be named.

    Neither the encoding nor the delimiter need be right: they may be the fault.
    """
    kind = FILES.get(name.lower())
    if kind is None:
        return False
    first = decode(beginning)[0].strip().partition("\n")[0]
    names = {name.strip(' "\r') for name in re.split("[,;\t|]", first)}
    return not first or not names.isdisjoint(column.name for column in columns(kind))


def _is_document(beginning: bytes) -> bool:
    return beginning.removeprefix(_BOM).lstrip().startswith(b"{")


def _header(beginning: bytes) -> list[str]:
    text = beginning.removeprefix(_BOM).decode("utf-8", "replace")
    first = next(filter(None, csv.reader(io.StringIO(text, newline=""))), [])
    return [name.strip() for name in first]
