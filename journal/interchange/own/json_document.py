"""The journal as one JSON document, out and in, without loss.

`{"format": 1, "schema": ..., "tables": {"workouts": [{...}], ...}}`: tables in the order of the CSV files, one
line for each record, its empty columns left out.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from journal.errors import Refused
from journal.exercises import Catalogue
from journal.interchange.disk import read_text, write_file
from journal.interchange.imported import Imported, Place
from journal.interchange.own.cells import from_json, to_json
from journal.interchange.own.gathering import Gathering, InJournal
from journal.interchange.own.selection import Records, selected
from journal.records import BY_TABLE, Record, columns

FORMAT = 1
"""Counts up when a program that reads this one could not read the next."""
SCHEMA = "pain-and-workout-journal/1"
"""What the document is, for whoever finds it."""

_MOST_RECORDS = 1_000_000
"""More than two lifetimes write; every one takes far more memory than it has bytes."""
_EMPTY = (None, "", ())
_KEYS = ("format", "schema", "tables")


def as_json(record: Record) -> dict[str, Any]:
    """The columns of a record that are not empty, by name, as JSON values."""
    values = ((column, getattr(record, column.name)) for column in columns(type(record)))
    return {column.name: to_json(column, value) for column, value in values if value not in _EMPTY}


def write(records: Records, *, since: date | None = None, until: date | None = None) -> Iterator[bytes]:
    """The document in pieces.  For ranges see `selection.selected`."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield f'{{"format": {FORMAT}, "schema": {encode(SCHEMA)}, "tables": {{'.encode()
    before = "\n"
    for kind, rows in selected(records, since=since, until=until):
        lines = ",\n".join(encode(as_json(row)) for row in rows)
        yield f'{before}"{kind.TABLE}": [{_between_lines(lines)}]'.encode()
        before = ",\n"
    yield b"\n}}\n"


def write_document(
    target: Path,
    records: Records,
    *,
    since: date | None = None,
    until: date | None = None,
    force: bool = False,
) -> None:
    """Write the document to a new file, whole or not at all.

    `Refused` when the target is there and not `force`; `CouldNot` when the system will not write it.
    """
    write_file(target, write(records, since=since, until=until), force=force)


def read_document(path: Path, catalogue: Catalogue, in_journal: InJournal | None = None) -> Imported:
    """Read a document; any subset of tables and of columns will do.  See `csv_reading.read_folder`.

    A problem's column is its path, such as `tables.pain[3].score`; its line is 0.
    """
    gathering = Gathering(catalogue, in_journal)
    for name, rows in _tables(path).items():
        for number, row in enumerate(rows):
            _read_row(gathering, BY_TABLE[name], row, Place(path.name, path=f"tables.{name}[{number}]"))
    return gathering.finish()


def _between_lines(lines: str) -> str:
    return f"\n{lines}\n" if lines else ""


def _read_row(gathering: Gathering, kind: type[Record], row: object, place: Place) -> None:
    if not isinstance(row, dict):
        gathering.refuse(place, "", row, "it needs an object with the columns of a record")
        return
    known = {column.name: column for column in columns(kind)}
    strange = next((name for name in row if name not in known), None)
    if strange is not None:
        why = f"{kind.TABLE} has no such column; it has {', '.join(known)}"
        gathering.refuse(place, strange, row[strange], why)
        return
    values = {name: from_json(known[name], value) for name, value in row.items()}
    gathering.add(kind, values, row, place)


def _tables(path: Path) -> dict[str, list[object]]:
    """The tables of the document; `Refused` when it is not one that this program can read."""
    document = _parsed(path)
    if not isinstance(document, dict) or "tables" not in document:
        raise Refused(f'{path.name} is not a journal: it needs {{"format": {FORMAT}, "tables": {{...}}}}')
    version = document.get("format")
    if isinstance(version, bool) or not isinstance(version, int) or version != FORMAT:
        newer = " of a newer program" if isinstance(version, int) and version > FORMAT else ""
        raise Refused(
            f"{path.name}: format {json.dumps(version)} is one{newer} that cannot be read, only {FORMAT}"
        )
    tables = document["tables"]
    if not isinstance(tables, dict):
        raise Refused(f"{path.name}: tables needs an object with a list for each table")
    for place, names, known in (("", document, _KEYS), ("tables.", tables, tuple(BY_TABLE))):
        for name in names:
            if name not in known:
                raise Refused(f"{path.name}: {place}{name!r} is not known; there are {', '.join(known)}")
    for name, rows in tables.items():
        if not isinstance(rows, list):
            raise Refused(f"{path.name}: tables.{name} needs a list of records")
        if len(rows) > _MOST_RECORDS:
            raise Refused(
                f"{path.name}: tables.{name} has {len(rows):,} records; at most {_MOST_RECORDS:,} are read at once"
            )
    return tables


def _parsed(path: Path) -> object:
    text = read_text(path)
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        what = f"line {error.lineno}, column {error.colno}"
        raise Refused(f"{path.name}, {what}: it is not JSON ({error.msg})") from None
    except RecursionError:
        raise Refused(f"{path.name}: it is nested too deep for a journal") from None
    except _Twice as error:
        raise Refused(
            f"{path.name}: {error.args[0]!r} stands twice in one object; it may stand once"
        ) from None
    except ValueError:
        raise Refused(f"{path.name}: it holds a number of thousands of digits") from None


class _Twice(Exception):
    """A name that an object has more than once."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return made
