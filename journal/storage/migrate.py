"""Bringing a journal to the newest schema, with a copy made first; Alembic is only imported when there is work."""

import filecmp
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import ProgrammingError

from journal.abandoned import take_away
from journal.errors import CouldNot, Refused
from journal.storage.backup import copy_file, flush, write_whole
from journal.storage.faults import plain_words
from journal.storage.hanging_up import read, write_once
from journal.storage.keeping import USUAL, Backups, made_folder, make_folder, refuse_to_begin_anew
from journal.storage.place import (
    BESIDE,
    Place,
    engine_of,
    lock_of,
    migration_engine,
    place_of_file,
    transaction,
)
from journal.storage.schema import (
    HEAD,
    KNOWN,
    create_schema,
    file_revision,
    refuse_other_letters,
    server_revision,
    whole_revision,
)

LOCK_SECONDS = 60
"""How long to wait for another program that is changing the schema."""


class NoJournal(Refused):
    """There is no journal at that place, and none was to be made."""

    def __init__(self, name: str) -> None:
        self.name = name
        """Where it was looked for: a path, or a URL without its password."""
        super().__init__(f"there is no journal at {name}; give the path of one that is there")


@dataclass(frozen=True, slots=True)
class History:
    """The schema's past: the newest revision, those that can be brought to it, and where the migrations are."""

    head: str = HEAD
    known: frozenset[str] = KNOWN
    folder: Path | None = None
    """None: those that came with this program."""


def prepare(
    place: Place,
    *,
    create: bool = True,
    upgrade: bool = True,
    history: History = History(),
    backups: Backups = USUAL,
    engine: Engine | None = None,
) -> None:
    """Make the journal when there is none, or bring it to the newest schema; else do nothing.

    `engine` reaches one on a server; without it, one of its own does.  `NoJournal` when there is none and `create` is
    False; `CouldNot` when it is of a newer version, or none of ours, or of an earlier version and `upgrade` is False.
    """
    with plain_words(place):
        if place.path is None and engine is not None:
            _prepare_server(place, create, upgrade, history, engine)
        elif place.path is None:
            own = migration_engine(place)
            try:
                _prepare_server(place, create, upgrade, history, own)
            finally:
                own.dispose()
        else:
            _prepare_file(place, place.path, create, upgrade, history, backups)


def _prepare_file(
    place: Place, path: Path, create: bool, upgrade: bool, history: History, backups: Backups
) -> None:
    revision = file_revision(path)
    if revision is None and path.exists():
        refuse_to_begin_anew(path, backups)
    if not _has_work(place, revision, create, upgrade, history):
        return
    make_folder(path.parent)
    with turn(path):
        revision = file_revision(path)  # another process may have done it while this one waited
        if revision is None:
            _create_file(path)
        elif _has_work(place, revision, create, upgrade, history):
            _keep_copy(path, revision, backups)
            upgrade_file(place, history)


def _has_work(place: Place, revision: str | None, create: bool, upgrade: bool, history: History) -> bool:
    if revision is None:
        if not create:
            raise NoJournal(place.name)
        return True
    if revision not in history.known:
        raise CouldNot(
            f"{place.name} was written by a newer version of this program (its schema is {revision}); "
            "nothing was changed; install that version to open it"
        )
    if revision != history.head and not upgrade:
        raise CouldNot(
            f"{place.name} was written by an earlier version of this program, and was left as it is"
        )
    return revision != history.head


_ONE_THREAD = threading.Lock()
"""Within a process the file's lock does not hold: closing the file in one thread ends it for all."""


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the right to change the schema of the journal at `path`, or to put another one in its place.

    The lock is an SQLite file beside the journal: it ends with the process, on every system.  It stays there,
    empty: those who wait for it would fail if it were taken away.
    """
    lock = lock_of(path)
    with _ONE_THREAD:
        os.close(os.open(lock, os.O_CREAT | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(lock, timeout=LOCK_SECONDS, isolation_level=None)) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            yield


def _create_file(path: Path) -> None:
    """Make a journal whole before it gets its name, so that an empty file never was one that was just begun."""
    path = path.resolve()  # a link to the journal stays one
    ours = f".{path.stem}-"
    with tempfile.TemporaryDirectory(".part", f"{ours}new-", path.parent) as workshop:
        take_away(Path(workshop), ours)
        made = Path(workshop) / path.name
        os.close(os.open(made, os.O_CREAT | os.O_RDWR, 0o600))
        # As it will be opened: somebody who may only read it later could not turn it into SQLite's WAL mode.
        with transaction(engine_of(place_of_file(made))) as connection:
            create_schema(connection)
        for ending in BESIDE:
            Path(f"{path}{ending}").unlink(missing_ok=True)
        made.replace(path)
    if os.name == "posix":
        flush(path.parent)


def _keep_copy(path: Path, revision: str, backups: Backups) -> None:
    """Copy the journal to where its backups are kept, under a name that is free.

    A migration that fails again and again, as on a full disk, does not fill the folder with equal copies.
    """
    folder = made_folder(path, backups)
    number, target = 1, folder / f"{path.stem}-schema-{revision}.db"
    before = None
    while target.exists():
        number, before = number + 1, target
        target = folder / f"{path.stem}-schema-{revision}-{number}.db"
    write_whole(target, lambda part: copy_file(path, part), str(path))
    if before is not None and filecmp.cmp(before, target, shallow=False):
        target.unlink()


def _prepare_server(place: Place, create: bool, upgrade: bool, history: History, engine: Engine) -> None:
    def has_work(connection: Connection) -> bool:
        return _has_work(place, server_revision(connection, place.name), create, upgrade, history)

    with suppress(ProgrammingError):  # there is no journal yet
        if read(engine, whole_revision, alone=True) == history.head:
            return
    if read(engine, has_work):
        write_once(engine, place.name, lambda connection: bring_up(connection, place, history))


def bring_up(connection: Connection, place: Place, history: History = History()) -> bool:
    """Make a server's journal in an open transaction, or bring it to the newest schema; whether it was there.

    The transaction is a writer's: one at a time.  A server's backups are its owner's.
    """
    revision = server_revision(connection, place.name)
    if revision is None:
        refuse_other_letters(connection, place.name)
        create_schema(connection)
    elif _has_work(place, revision, create=True, upgrade=True, history=history):
        run_migrations(connection, history)
    return revision is not None


def upgrade_file(place: Place, history: History) -> None:
    """Migrate in one transaction, which is only kept when no row points to one that is not there."""
    with transaction(migration_engine(place)) as connection:
        run_migrations(connection, history)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise CouldNot(f"{place.name} is damaged: a record points to none; nothing was changed")


def run_migrations(connection: Connection, history: History) -> None:
    """Let Alembic bring an open transaction's journal to the newest revision; it neither commits nor prints."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # A percent sign would be read as the start of a variable.
    config.set_main_option("script_location", str(history.folder or _shipped()).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, history.head)
    except CommandError as error:
        raise CouldNot(f"the schema could not be changed: {error}") from error


def _shipped() -> Path:
    """The folder of the migrations that came with this program."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_migrations", package.parent / "migrations"):  # installed, or in the repository
        if (folder / "env.py").is_file():
            return folder
    raise CouldNot("this program was installed without its migrations; install it again")
