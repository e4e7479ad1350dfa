"""What is wrong with a journal, and the way back; it is looked at as it lies there, and nothing is changed."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect

from journal.abandoned import unfinished
from journal.columns import InvalidRecord
from journal.errors import CouldNot, Refused
from journal.records import RECORDS, Record, Set, columns
from journal.storage.faults import plain_words
from journal.storage.keeping import USUAL, Backups, all_copies, folder_of, latest_whole
from journal.storage.place import Place, engine_of, place_of
from journal.storage.rows import Row, codec, key_of, key_text
from journal.storage.schema import HEAD, KNOWN, file_revision, server_revision
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import TABLES, metadata

_TOLD = 5
"""Findings of one kind that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in a sentence, and what can be done about it."""

    what: str
    way_back: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a journal: facts that are as they should be, one sentence each, and what is wrong."""

    facts: tuple[str, ...]
    findings: tuple[Finding, ...]


def examine(url: str, backups: Backups = USUAL) -> Examined:
    """Look through a journal: file, permissions, integrity, schema, every record, and its backups."""
    place = place_of(url)
    facts: list[str] = [f"The journal is {place.name}."]
    findings: list[Finding] = []
    way_back = _way_back(place, backups)
    try:
        with plain_words(place):
            for one in _looked_through(place, way_back):
                (findings if isinstance(one, Finding) else facts).append(one)  # type: ignore[arg-type]
    except (CouldNot, Refused) as error:
        findings.append(Finding(str(error), way_back))
    facts += _copies_told(place, backups)
    return Examined(tuple(facts), tuple(findings))


def _looked_through(place: Place, way_back: str) -> Iterator[str | Finding]:
    if place.path is not None:
        if not place.path.exists():
            yield Finding(f"there is no journal at {place.name}", way_back)
            return
        if place.path.is_file():
            yield from _modes(place.path)
        revision = file_revision(place.path)
        if revision is not None:
            yield from _integrity(place.path, way_back)
    else:
        revision = _revision_of_server(place)
    if revision is None:
        yield Finding(f"{place.name} is empty: it holds no journal", way_back)
    elif revision not in KNOWN:
        newer = "install the newer version of this program that wrote it"
        yield Finding(f"its schema, {revision}, is newer than this program knows", newer)
    elif revision != HEAD:
        yield f"Its schema is {revision}; it becomes {HEAD}, after a backup, when it is opened next."
    else:
        yield f"Its schema is {revision}, the newest."
        engine = engine_of(place)
        try:
            with engine.connect() as connection:
                connection.execution_options(reading=True)
                with connection.begin():
                    yield from _shape(connection, way_back)
                    yield from _records(connection, way_back)
        finally:
            engine.dispose()


def _modes(path: Path) -> Iterator[str | Finding]:
    if os.name != "posix":
        return
    open_to_others = stat.S_IRWXG | stat.S_IRWXO
    files = [path, *(Path(f"{path}{ending}") for ending in ("-wal", "-shm", ".lock"))]
    wrong = [file for file in files if file.exists() and file.stat().st_mode & open_to_others]
    for file in wrong:
        yield Finding(f"others on this machine can read {file}", f"run: chmod 600 '{file}'")
    for file in files:
        if file.exists() and not os.access(file, os.R_OK | os.W_OK):
            yield Finding(f"{file} may not be read and written by you", f"run: chmod 600 '{file}'")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        yield Finding(
            f"the folder {path.parent} may not be written by you", f"run: chmod 700 '{path.parent}'"
        )
    if not wrong:
        yield "Nobody else on this machine can read it."


def _integrity(path: Path, way_back: str) -> Iterator[str | Finding]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5)) as connection:
        wrong = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_TOLD})")]
        lost = connection.execute("PRAGMA foreign_key_check").fetchmany(_TOLD)
    if wrong != ["ok"]:
        yield Finding(f"the file is damaged: {'; '.join(wrong)[:300]}", way_back)
    for table, row, parent, _ in lost:
        yield Finding(f"row {row} of {table} points to a row of {parent} that is not there", way_back)
    if wrong == ["ok"] and not lost:
        yield "The file is whole (integrity and foreign keys checked)."


def _revision_of_server(place: Place) -> str | None:
    engine = engine_of(place)
    try:
        with engine.connect() as connection:
            connection.execution_options(reading=True)
            return server_revision(connection, place.name)
    finally:
        engine.dispose()


def _shape(connection: Connection, way_back: str) -> Iterator[Finding]:
    """Tables and columns that are missing; others' are left alone."""
    there = inspect(connection)
    names = set(there.get_table_names())
    for table in metadata.sorted_tables:
        if table.name not in names:
            yield Finding(f"the table {table.name} is missing", way_back)
            continue
        missing = set(table.columns.keys()) - {column["name"] for column in there.get_columns(table.name)}
        for column in sorted(missing):
            yield Finding(f"the column {column} of {table.name} is missing", way_back)


def _records(connection: Connection, way_back: str) -> Iterator[str | Finding]:
    """Every record, as strictly as if it were written now."""
    count, wrong = 0, 0
    for record in RECORDS:
        table = TABLES[record.TABLE]
        for row in fetch(connection, stored(table, connection.dialect.name)):
            count += 1
            reason = _fault(record, row)
            if reason:
                wrong += 1
                if wrong <= _TOLD:
                    key = key_text(key_of(table, row))
                    yield Finding(f"{record.TABLE} {key} cannot be read: {reason}", way_back)
    if wrong > _TOLD:
        yield Finding(f"{wrong - _TOLD} more records cannot be read", way_back)
    yield f"It holds {count:,} records" + ("." if wrong else ", each of which can be read.")


def _fault(record: type[Record], row: Row) -> str:
    """What is wrong with a stored record; "" when nothing is."""
    form = codec(record)
    try:
        read = form.read(row)
        checked = record(**{column.name: getattr(read, column.name) for column in columns(record)})
        again = form.row(checked, str(row[-1]) if record is Set else "")
    except InvalidRecord as error:
        return str(error)
    except CouldNot:
        return "it holds what no record can"
    return "" if again == row else "it is not stored as the program writes it"


def _way_back(place: Place, backups: Backups) -> str:
    """The newest backup that is whole, as the command that brings it back."""
    if place.path is None:
        return "restore a backup of the server, or one that `journal backup` wrote"
    copy = latest_whole(place.path, backups)
    if copy is not None:
        return f"`journal restore {copy}` brings the latest whole backup back"
    return (
        "there is no backup of it; `journal restore FILE` takes any copy, also an export with --format sqlite"
    )


def _copies_told(place: Place, backups: Backups) -> list[str]:
    if place.path is None:
        return ["It lies on a server: its backups are the server's, or what `journal backup` writes."]
    copies = all_copies(place.path, backups)
    told = "There is no backup of it yet."
    if copies:
        count = "is 1 backup" if len(copies) == 1 else f"are {len(copies)} backups"
        told = f"There {count} of it, the latest is {copies[0]}."
    folders = dict.fromkeys((place.path.parent, folder_of(place.path, backups)))
    left = [one for folder in folders for one in unfinished(folder, f".{place.path.stem}-")]
    if not left:
        return [told]
    return [
        told,
        f"{left[0]} is unfinished ({len(left)} in all): a later backup takes away what nobody works on.",
    ]
