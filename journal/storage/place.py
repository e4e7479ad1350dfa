"""Where a journal lies: a file, or a PostgreSQL database; and the engine that reaches it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from journal.errors import CouldNot, Refused
from journal.homes import at_home

BUSY_SECONDS = 5
"""How long a verb waits for another program that is writing."""

BESIDE = ("-wal", "-shm", "-journal")
"""Files that SQLite keeps beside a database, and plays into whatever stands there under its name."""

TRANSACTION = "journal_transaction"
"""Where a connection to a server keeps the number of the transaction that it writes with."""

_ON_DISK = ("synchronous=FULL", "fullfsync=ON")
"""A transaction is over when the disk has it; on a Mac that takes the second, elsewhere it changes nothing."""

WRITERS_TURN = 722_913_451
"""Number of the advisory lock by which writers to one PostgreSQL server take turns."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a journal lies.  `path` is None for a server; `name` is what messages call it, without password."""

    url: URL
    path: Path | None
    name: str


def place_of(text_of_place: str) -> Place:
    """The place that a path or SQLAlchemy URL names; `Refused` when it is neither SQLite nor PostgreSQL."""
    if "://" not in text_of_place:
        return _file(text_of_place)
    try:
        url = make_url(text_of_place)
    except (ArgumentError, ValueError):
        raise Refused(
            "the journal's URL cannot be read; write a path, sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME"
        ) from None
    if url.drivername in ("sqlite", "sqlite+pysqlite") and url.database and not url.query:
        return _file(url.database)
    if url.drivername in ("postgresql", "postgresql+psycopg"):
        url = url.set(drivername="postgresql+psycopg")
        return Place(url, None, _shown(url))
    raise Refused(
        f"{_shown(url)} is not a place for a journal; "
        "write a path, sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME"
    )


def _shown(url: URL) -> str:
    """The URL without passwords, wherever they stand in it."""
    hidden = {key: "***" for key in ("password", "sslpassword") if key in url.query}
    return url.update_query_dict(hidden).render_as_string(hide_password=True)


def _file(name: str) -> Place:
    if not name or name == ":memory:" or "\0" in name:
        raise Refused(f"{name!r} is not a place for a journal; it needs the path of a file")
    return place_of_file(at_home(name).absolute())


def place_of_file(path: Path) -> Place:
    """The place of an SQLite file."""
    return Place(URL.create("sqlite", database=str(path)), path, str(path))


def lock_of(path: Path) -> Path:
    """The file by which those who make, migrate or replace the journal at `path` take turns; it stays there, empty."""
    return Path(f"{path}.lock")


def identity(place: Place) -> tuple[int, int] | None:
    """What makes the file that lies there now the same one later; None for a server, or when there is no file."""
    if place.path is None:
        return None
    try:
        found = place.path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def engine_of(place: Place) -> Engine:
    """An engine whose transactions are whole: writers take turns, readers see one moment.

    A transaction is a writer's unless its connection has the option `reading=True`; `alone=True`: what reads is one
    statement, and a server needs no transaction for it; `made=True`: the schema is there, and a server looks whether
    it is still this version's.
    """
    if place.path is None:
        return _server_engine(place)
    return _file_engine(place.url, ("journal_mode=WAL", *_ON_DISK, "foreign_keys=ON"), timeout=BUSY_SECONDS)


def migration_engine(place: Place) -> Engine:
    """The engine that changes the schema.

    On SQLite foreign keys are off: a table is changed by copying it and dropping the old one, which would
    take every row that points to it along.
    """
    if place.path is None:
        return _server_engine(place)
    return _file_engine(place.url, (*_ON_DISK, "foreign_keys=OFF"), timeout=60)


def memory_engine() -> Engine:
    """The engine of a new, empty SQLite database in memory, which goes with its one connection."""
    return _file_engine(URL.create("sqlite"), ("foreign_keys=OFF",), timeout=0)


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction on an engine that is made for it alone."""
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _file_engine(url: URL, pragmas: tuple[str, ...], *, timeout: float) -> Engine:
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        # The driver's own transactions begin late and end before DDL: ours begin below.
        connection.isolation_level = None
        for pragma in (f"busy_timeout={round(timeout * 1000)}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: a transaction that reads first and then writes would fail at once when another wrote meanwhile.
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _server_engine(place: Place) -> Engine:
    try:
        from journal.storage.server import server_engine
    except ModuleNotFoundError:
        raise CouldNot(
            f"{place.name} needs the psycopg driver; install the journal with its extra, postgres"
        ) from None
    return server_engine(place)
