"""Which schema a journal has: its revision, read without Alembic, and the making of a new one."""

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ClauseElement,
    Column,
    Connection,
    Dialect,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    text,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from journal.errors import CouldNot
from journal.storage.damaged import Damaged
from journal.storage.revision import HEAD, KNOWN
from journal.storage.shape import FIRST, VERSION, early_tables, is_ours, lost_tables, shape_of
from journal.storage.tables import metadata

__all__ = [
    "HEAD",
    "KNOWN",
    "changed_meanwhile",
    "create_schema",
    "file_revision",
    "reading_file",
    "refuse_other_letters",
    "revision_in",
    "schema_statements",
    "server_revision",
    "whole_revision",
]

_SMALLEST = 512
"""Bytes of the smallest SQLite database."""

_REVISION = re.compile(r"[0-9]{4}")
"""How every version of the program, also a newer one, writes which schema a journal has."""

_revision = Table(
    VERSION,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create_schema(connection: Connection) -> None:
    """Make all tables of the newest revision, exactly as the migrations would, without importing Alembic."""
    for statement in schema_statements(connection.dialect):
        connection.exec_driver_sql(statement)


def schema_statements(dialect: Dialect) -> Sequence[str]:
    """What is said to a database for the newest schema, and for the note that it has it, in its own words."""
    if dialect.name not in _statements:
        _statements[dialect.name] = tuple(str(one.compile(dialect=dialect)) for one in _parts())
    return _statements[dialect.name]


_statements: dict[str, tuple[str, ...]] = {}
"""By the name of the dialect: to put them into words takes longer than all that the database does for them."""


def _parts() -> Iterator[ClauseElement]:
    yield CreateTable(_revision)
    for table in metadata.tables.values():
        yield CreateTable(table)
        # A table holds its indexes as a set: sorted, so that every journal is made in the same order.
        yield from map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))
    yield text(f"INSERT INTO {VERSION} (version_num) VALUES ('{HEAD}')")


def file_revision(path: Path) -> str | None:
    """The revision of an SQLite journal, in a fraction of a millisecond; None for no file and for an empty one.

    `CouldNot` when the file is something else.  The file is not changed.
    """
    if not path.exists():
        return None
    if not path.is_file():
        raise CouldNot(f"{path} is not a file; a journal is one")
    size = path.stat().st_size
    if size == 0:
        return None
    if size < _SMALLEST:  # SQLite would take it for an empty database, and write over it
        raise Damaged(f"{path}: the file is not a journal")
    with reading_file(path) as connection:
        return revision_in(connection, str(path))


@contextmanager
def reading_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only looks at an SQLite file."""
    # Read-only where a log is pending: closing the last writer would fold it into a file that may not be ours.
    mode = "ro" if Path(f"{path.resolve()}-wal").exists() else "rw"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=5)) as connection:
        yield connection


def revision_in(connection: sqlite3.Connection, name: str) -> str | None:
    """The revision of the journal in an SQLite database; None for an empty one, `CouldNot` as `file_revision`."""
    tables = {table for (table,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        if (
            pages > 1
        ):  # a new database has one at most: an emptied list of its tables must not pass for a new journal
            raise Damaged(f"{name}: the file is damaged: it names no table, though it holds {pages} pages")
        return None
    _refuse_what_is_no_journal(tables, name)
    return _said(connection.execute("SELECT version_num FROM alembic_version").fetchall(), tables, name)


def changed_meanwhile(name: str, revision: str) -> CouldNot:
    """What is said of a journal that another version of the program changed while this one had it open."""
    return CouldNot(
        f"{name} was brought to the schema {revision} by another, newer version of this program while it was open; "
        "nothing was written; close it, and open it with that version"
    )


def refuse_another_schema(connection: Connection, name: str) -> None:
    """`CouldNot` when the journal of an open transaction does not have the newest schema any more."""
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if revision != HEAD:
        raise changed_meanwhile(name, str(revision))


def whole_revision(connection: Connection) -> str | None:
    """The revision of a whole journal on a server, asked in one call; None for anything else.

    `ProgrammingError` where there is no journal at all.
    """
    tables = sorted(shape_of(HEAD))
    listed = ", ".join(f"'{name}'" for name in tables)
    found = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version WHERE (SELECT count(*) FROM pg_tables "
        f"WHERE schemaname = current_schema() AND tablename IN ({listed})) = {len(tables)}"
    ).first()
    return None if found is None else str(found[0])


def server_revision(connection: Connection, name: str) -> str | None:
    """The revision of the journal in the current schema of a server; None when there is none yet."""
    listed = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    names = set(connection.scalars(listed))
    if not names & {VERSION, *metadata.tables}:
        return None
    _refuse_what_is_no_journal(names, name)
    said = connection.execute(text("SELECT version_num FROM alembic_version")).all()
    return _said([tuple(row) for row in said], names, name)


def refuse_other_letters(connection: Connection, name: str) -> None:
    """`CouldNot` when the server's database cannot hold every letter."""
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise CouldNot(
            f"{name} cannot hold a journal: the encoding of the database is {encoding}; make one with UTF8"
        )


def _refuse_what_is_no_journal(tables: Collection[str], name: str) -> None:
    if not is_ours(tables):
        raise Damaged(f"{name} is not a journal: it holds tables of another program, and was left alone")
    _refuse_lost_tables(tables, FIRST, name)


def _refuse_lost_tables(tables: Collection[str], revision: str, name: str) -> None:
    lost = lost_tables(tables, revision)
    if lost:
        raise Damaged(f"{name} is damaged: {lost}")


def _said(rows: Sequence[tuple[Any, ...]], tables: Collection[str], name: str) -> str:
    revisions = [row[0] for row in rows if isinstance(row[0], str) and _REVISION.fullmatch(row[0])]
    if len(revisions) != 1 or len(rows) != 1:
        raise Damaged(f"{name} does not say which schema it has, so it was left alone")
    (revision,) = revisions
    if revision in KNOWN:
        _refuse_lost_tables(tables, revision, name)
        early = early_tables(tables, revision)
        if early:  # a migration would fail on it, or take it for its own
            raise Damaged(f"{name} is damaged: {early}")
    return revision
