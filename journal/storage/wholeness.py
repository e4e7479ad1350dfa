"""Whether the file of a journal is whole: the one answer that backups, restores and the doctor go by.

Whole is what SQLite finds sound, what has all tables and columns of its revision, and in which no record points to
one that is not there.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from journal.errors import CouldNot, Refused
from journal.storage.damaged import Damaged
from journal.storage.faults import plain_words
from journal.storage.place import place_of_file
from journal.storage.schema import KNOWN, reading_file, revision_in
from journal.storage.shape import lost_columns, shape_of

TOLD = 5
"""Faults of one kind that are told one by one."""


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite itself finds wrong in a file, in its words; "" when nothing is."""
    found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({TOLD})")]
    # Of several lines the first says no more than the name of the database.
    return "" if found == ["ok"] else "; ".join(one.splitlines()[-1] for one in found if one)[:300]


def losses(connection: sqlite3.Connection, revision: str) -> Iterator[str]:
    """Columns that a journal of that revision lacks, and records that point to none, each as the end of a sentence."""
    if revision in KNOWN:
        there = {
            table: [column for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")]
            for table in shape_of(revision)
        }
        yield from lost_columns(there, revision)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(TOLD):
        yield f"row {row} of {table} points to a row of {parent} that is not there"


def check(connection: sqlite3.Connection, name: str) -> str:
    """The revision of the journal in an SQLite file that is whole; `Damaged` says what is wrong with another one."""
    revision = revision_in(connection, name)
    if revision is None:
        raise Damaged(f"{name} is empty")
    wrong = damage(connection) or next(losses(connection, revision), "")
    if wrong:
        raise Damaged(f"{name} is damaged: {wrong}")
    return revision


def check_file(path: Path) -> str:
    """The same of the file at a path, which is not changed; `CouldNot` where it cannot be read."""
    with plain_words(place_of_file(path)), reading_file(path) as connection:
        return check(connection, str(path))


def fault_of_copy(copy: Path) -> CouldNot | Refused | None:
    """Why a copy cannot be brought back as it is; None when it can."""
    try:
        revision = check_file(copy)
    except (CouldNot, Refused) as error:
        return error
    return None if revision in KNOWN else newer(str(copy), revision)


def newer(name: str, revision: str) -> CouldNot:
    """What is said of a journal that a newer version of this program wrote."""
    return CouldNot(f"{name} was written by a newer version of this program (its schema is {revision})")
