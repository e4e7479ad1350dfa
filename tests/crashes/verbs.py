"""What is killed: each verb of the program, on a journal of its own, as the program does it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from journal.cli import run
from journal.records import Pain, Workout
from journal.storage import Change, open_store
from journal.storage.schema import HEAD, KNOWN
from tests.benchmarks.made_up import strong_csv
from tests.crashes.journals import NOW, age_to

OLDER = "elsewhere/older.db"
"""The backup that every journal of the rounds comes with."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what comes before, and what the process does that is killed; its first line says that it is done."""

    name: str
    act: Callable[[Path], int]
    prepare: Callable[[Path], None] = lambda path: None
    gives: str = ""
    """The file whose content the journal then has; "" when that is not known beforehand."""


def _call(*words: str) -> Callable[[Path], int]:
    """A command, as somebody types it in the journal's folder."""

    def act(path: Path) -> int:
        os.chdir(path.parent)
        return run([*words, "--db", str(path)])

    return act


def _said(verb: str) -> int:
    print(f"{verb}: done", flush=True)
    return 0


def _edit(path: Path) -> int:
    with open_store(str(path)) as store:
        before, gone = store.rows(Pain)[-1], store.rows(Workout)[-1]
        edits = [Change(before, replace(before, note="as edited")), Change(gone, None)]
        store.change(edits, now=NOW, verb="edit")
        return _said("edit")


def _redo(path: Path) -> int:
    with open_store(str(path)) as store:
        done = store.redo(now=NOW)
        return 1 if done is None else _said("redo")


def _undone(path: Path) -> None:
    with open_store(str(path)) as store:
        store.undo(now=NOW)


def _begin(path: Path) -> int:
    with open_store(str(path)):
        return _said("a new journal")


def _migrate(path: Path) -> int:
    with open_store(str(path), create=False):
        return _said("migration")


def _damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(40_000)
        file.write(os.urandom(200_000))


def _without_journal(path: Path) -> None:
    """As after a kill and an `rm` of the journal alone: what SQLite keeps beside it is still there."""
    beside = Path(f"{path}-wal")
    shutil.copy(path.parent / "elsewhere" / "wal", beside)
    path.unlink()


def _pending(path: Path) -> None:
    """Keep the log of a writer that was killed."""
    from tests.crashes.doomed import Doomed

    def write() -> int:
        store = open_store(str(path))
        store.remember("what is in the log")
        shutil.copy(f"{path}-wal", path.parent / "elsewhere" / "wal")
        return 0

    Doomed(write, path.parent / "errors").ended()
    _without_journal(path)


VERBS = [
    Verb("a new journal", _begin, Path.unlink),
    Verb(
        "import",
        _call("import", "strong.csv", "--weight-unit", "kg"),
        lambda path: path.with_name("strong.csv").write_text(strong_csv(300)) and None,
    ),
    Verb("undo-import", _call("undo-import", "1")),
    Verb("edit and delete", _edit),
    Verb("undo", _call("undo")),
    Verb("redo", _redo, _undone),
    *(
        Verb(f"migration from {revision}", _migrate, lambda path, revision=revision: age_to(path, revision))
        for revision in sorted(KNOWN - {HEAD})
    ),
    Verb("backup", _call("backup", "elsewhere/copy.db", "--force")),
    Verb("export", _call("export", "elsewhere/csv", "--force")),
    Verb("restore", _call("restore", OLDER), gives=OLDER),
    Verb("restore a damaged one", _call("restore", OLDER), _damage, OLDER),
    Verb("restore a deleted one", _call("restore", OLDER), _pending, OLDER),
    Verb("doctor", _call("doctor")),
]
