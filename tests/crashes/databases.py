"""Journals on a server, each in a database of its own, copied and looked at without the program."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from journal.storage.migrate import History, run_migrations
from journal.storage.place import migration_engine, place_of, transaction
from journal.storage.restoring import restore
from tests.crashes.cluster import Cluster
from tests.crashes.content import ABSENT, DAMAGED, HALVES, TOKENS, WITHOUT_TIMES, Content, counted
from tests.crashes.journals import NOW

_PATIENCE = 60.0
"""Seconds for the server to notice that a program was killed, and to end what it did for it."""


class Databases:
    """The databases of a server."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._made = 0

    def new(self, template: str = "template0") -> str:
        """The URL of a new database, a copy of another one."""
        self._made += 1
        name = f"round_{self._made}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.cluster.url(name)

    def copy(self, url: str) -> str:
        """The URL of a copy of a journal that nobody has open."""
        self.settle(url)
        return self.new(_name(url))

    def drop(self, url: str) -> None:
        """Take a journal away."""
        self._say(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    def settle(self, url: str) -> None:
        """Wait until the server is done with all that ended programs had asked of it."""
        end = time.monotonic() + _PATIENCE
        while self._say(f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{_name(url)}'") != [(0,)]:
            if time.monotonic() > end:
                raise TimeoutError(f"{url} is still in use after {_PATIENCE:.0f} s")
            time.sleep(0.005)

    def _say(self, words: str) -> list[Any]:
        with reading(self.cluster.url()) as connection:
            said = connection.execute(words)  # type: ignore[call-overload]
            return said.fetchall() if said.description else []


def filled(databases: Databases, backup: Path, folder: Path) -> str:
    """A journal with all that a backup holds."""
    url = databases.new()
    restore(place_of(url), backup, now=NOW, folder=folder)
    return url


def aged(databases: Databases, url: str, revision: str) -> str:
    """A journal of an older schema, made by its own migrations, with the rows that it can hold."""
    older = databases.new()
    with transaction(migration_engine(place_of(older))) as connection:
        run_migrations(connection, History(head=revision))
    with reading(url) as newer, reading(older) as old, old.cursor() as cursor:
        old.execute("SET session_replication_role = replica")  # in any order
        for table in _tables(old):
            rows = newer.execute(f"SELECT * FROM {table}").fetchall()  # type: ignore[call-overload]
            if rows and table != "alembic_version":
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # type: ignore[arg-type]
    return older


@contextmanager
def reading(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the driver's own, closed afterwards: a process that is forked must not have it too."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        yield connection


def content_of(url: str) -> Content:
    """Everything in a journal on a server, equal to the content of a file that holds the same."""
    with reading(url) as connection:
        names = _tables(connection)
        if not names:
            return ABSENT
        if any(connection.execute(query).fetchone() for query in _orphans(connection)):
            return DAMAGED
        [(revision,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        rows: list[tuple[str, tuple[object, ...]]] = []
        for table in names:
            columns = WITHOUT_TIMES.get(table, "*")
            rows.append((table, ()))
            found = connection.execute(f"SELECT {columns} FROM {table}")  # type: ignore[call-overload]
            rows += [(table, tuple(map(_as_in_a_file, row))) for row in found]
        return revision, frozenset(rows)


def halves_of(url: str) -> list[str]:
    """What stands in it without the rest of it: each as a sentence."""
    with reading(url) as connection:
        return [
            f"{what}: {found}" for what, query in HALVES.items() for (found,) in connection.execute(query)
        ]


def tokens_of(url: str) -> dict[str, int]:
    """How many rows bear each token."""
    with reading(url) as connection:
        return counted(token for query in TOKENS for (token,) in connection.execute(query))


def _name(url: str) -> str:
    return str(make_url(url).database)


def _tables(connection: psycopg.Connection[Any]) -> list[str]:
    listed = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    return [name for (name,) in connection.execute(listed)]


def _orphans(connection: psycopg.Connection[Any]) -> list[Any]:
    """For each foreign key, what finds a row that points to none."""
    keys = connection.execute(
        "SELECT conrelid::regclass, confrelid::regclass, "
        "(SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]), "
        "(SELECT attname FROM pg_attribute WHERE attrelid = confrelid AND attnum = confkey[1]) "
        "FROM pg_constraint WHERE contype = 'f'"
    ).fetchall()
    if not keys:
        raise RuntimeError("a journal without foreign keys is none")
    return [
        f"SELECT 1 FROM {table} a LEFT JOIN {other} b ON a.{column} = b.{key} "
        f"WHERE a.{column} IS NOT NULL AND b.{key} IS NULL LIMIT 1"
        for table, other, column, key in keys
    ]


def _as_in_a_file(value: object) -> object:
    """A value as SQLite holds it."""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
