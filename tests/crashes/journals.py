"""The journals that the rounds begin with: six months, one with something to undo, one of each older schema."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from journal.demo import demo
from journal.records import Pain, Workout
from journal.storage import Change, open_store
from journal.storage.migrate import History, run_migrations
from journal.storage.place import migration_engine, place_of, transaction

NOW = datetime.now(UTC).replace(microsecond=0)
"""The verbs of the command line have the present time: what they do and what the rounds do is of one day."""
NAME = "journal.db"


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that the processes of a round work with: where it lies, and the folder that its files go to."""

    url: str
    folder: Path

    @classmethod
    def at(cls, path: Path) -> "Journal":
        """The journal that is that file."""
        return cls(str(path), path.parent)


def make(folder: Path) -> None:
    """A journal of six months, whose last step took a workout out, and a backup of an earlier state of it."""
    made = demo(1, NOW.date(), NOW, UTC)
    with open_store(str(folder / NAME)) as store:
        store.bring_in(made.imported, now=NOW, source="strong", file="strong.csv")
        store.change([Change(None, record) for record in made.logged], now=NOW, verb="log")
        (folder / "elsewhere").mkdir()
        store.backup(folder / "elsewhere" / "older.db")
        store.change([Change(store.rows(Pain)[-1], None)], now=NOW, verb="delete")
        store.change([Change(store.rows(Workout)[-1], None)], now=NOW, verb="delete")


def copy(template: Path, folder: Path) -> Path:
    """A copy of a journal's folder to work on, and the journal in it."""
    shutil.copytree(template, folder)
    return folder / NAME


def age_to(path: Path, revision: str) -> None:
    """Make the journal one of an older schema: that schema made by its own migrations, with the rows it can hold."""
    newer = path.with_name("newer.db")
    path.rename(newer)
    with transaction(migration_engine(place_of(str(path)))) as connection:
        run_migrations(connection, History(head=revision))
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("PRAGMA journal_mode=WAL")
        old.execute("ATTACH ? AS newer", (str(newer),))
        names = [name for (name,) in old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for name in names:
            if name != "alembic_version":
                old.execute(f"INSERT INTO main.{name} SELECT * FROM newer.{name}")
    path.chmod(0o600)
    newer.unlink()
