"""A consistent copy of a journal: one SQLite file that nobody else can read, or nothing at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from journal.abandoned import take_away
from journal.errors import Refused
from journal.homes import at_home
from journal.storage.damaged import Damaged
from journal.storage.faults import plain_words, sentence
from journal.storage.place import BESIDE, Place, memory_engine, migration_engine, place_of_file, transaction
from journal.storage.rows import Row
from journal.storage.schema import create_schema
from journal.storage.table_rows import add, fetch, stored
from journal.storage.tables import metadata
from journal.storage.wholeness import check, damage


def copy_journal(connection: Connection, place: Place, target: Path, *, force: bool = False) -> None:
    """Copy the journal of an open read transaction to `target`, mode 0600.

    `Refused` when `target` is the journal itself, or is there already and `force` is False.
    """
    target = at_home(target).absolute()
    with plain_words(place_of_file(target)):
        _check_target(place, target, force)
    if place.path is None:
        rows = all_rows(connection)
        write_whole(target, lambda part: write_rows(rows, part), place.name)
    else:
        source = place.path
        write_whole(target, lambda part: copy_file(source, part), place.name)


def _check_target(place: Place, target: Path, force: bool) -> None:
    if target.is_dir():
        raise Refused(
            f"{target} is a folder; a backup needs the name of a file, such as {target / 'journal.db'}"
        )
    if not target.parent.is_dir():
        raise Refused(f"there is no folder {target.parent}; a backup needs one that is there")
    if not target.exists():
        return
    if place.path is not None and target.samefile(place.path):
        raise Refused(f"{target} is the journal itself; a backup needs another name")
    if not target.is_file():  # a pipe or a device would be replaced by a file
        raise Refused(
            f"{target} is a pipe or a device; a backup needs the name of a file, or - for standard output"
        )
    if not force:
        raise Refused(f"{target} is there already; take another name or use --force")


def image(connection: Connection, place: Place) -> bytes:
    """The bytes of one SQLite file that is a copy of the journal; they are made in memory and touch no disk.

    `connection` reads a journal on a server.  `Damaged` when anything is wrong in the copy.
    """
    if place.path is None:
        return _image_of_rows(connection, place)
    with (
        closing(sqlite3.connect(f"{place.path.as_uri()}?mode=ro", uri=True)) as original,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        original.backup(copy)
        check(copy, place.name)
        made = bytearray(copy.serialize())
    # What the header says of the write-ahead log, which a copy for elsewhere does without (as in `copy_file`).
    made[18:20] = b"\1\1"
    return bytes(made)


def _image_of_rows(connection: Connection, place: Place) -> bytes:
    engine = memory_engine()
    with transaction(engine) as copy:
        _add_rows(all_rows(connection), copy)
        copy.commit()
        made: sqlite3.Connection = copy.connection.driver_connection  # type: ignore[assignment]
        check(made, place.name)
        return made.serialize()


def write_whole(target: Path, fill: Callable[[Path], None], original: str, *, as_it_is: bool = False) -> None:
    """Let `fill` write an SQLite file beside `target`, check it, and only then give it the name.

    `Damaged`, about `original`, when the copy is not a whole journal; with `as_it_is` it only needs to be what
    SQLite can read.
    """
    with plain_words(place_of_file(target)):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)  # it was made with mode 0600
        part = Path(name)
        try:
            take_away(part, f".{target.name}.")
            fill(part)
            _check_copy(part, original, as_it_is)
            flush(part)
            part.replace(target)
        finally:
            for leftover in (part, *(Path(f"{part}{end}") for end in BESIDE)):
                with suppress(FileNotFoundError):
                    leftover.unlink()
        if os.name == "posix":
            flush(target.parent)


def _check_copy(part: Path, original: str, as_it_is: bool) -> None:
    try:
        with closing(sqlite3.connect(part)) as copy:
            wrong = damage(copy) if as_it_is else ""
            if not as_it_is:
                check(copy, original)
    except sqlite3.DatabaseError as error:
        if not isinstance(sentence(place_of_file(part), error), Damaged):
            raise
        wrong = str(error)
    if wrong:
        raise Damaged(f"{original} is damaged: {wrong}")


def copy_file(source: Path, part: Path) -> None:
    """Copy an SQLite journal as it is at one moment, with what is still in its write-ahead log."""
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as original,
        closing(sqlite3.connect(part)) as copy,
    ):
        try:
            original.backup(copy)
        except sqlite3.DatabaseError as error:
            wrong = sentence(place_of_file(source), error)
            raise (wrong if isinstance(wrong, Damaged) else error) from error
        # One file that can be read from anywhere: with a write-ahead log it would need a folder to write to.
        copy.execute("PRAGMA journal_mode=DELETE")


def all_rows(connection: Connection) -> dict[str, list[Row]]:
    """Every row of a journal, by table, in the form that it is stored in."""
    dialect = connection.dialect.name
    return {table.name: fetch(connection, stored(table, dialect)) for table in metadata.sorted_tables}


def write_rows(rows: Mapping[str, list[Row]], part: Path) -> None:
    """Make an SQLite journal of these rows in an empty file."""
    with transaction(migration_engine(place_of_file(part))) as copy:
        _add_rows(rows, copy)


def _add_rows(rows: Mapping[str, list[Row]], copy: Connection) -> None:
    create_schema(copy)
    for table in metadata.sorted_tables:
        add(copy, table, rows[table.name])


def flush(path: Path) -> None:
    """See to it that the disk has it; a folder that may be written and not be read is left to the system."""
    is_folder = path.is_dir()
    try:
        handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    except PermissionError:
        if is_folder:
            return
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
