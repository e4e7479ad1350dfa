"""What is killed: each verb of the program, on a journal of its own, as the program does it."""

import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from journal.cli import run
from journal.records import Pain, Workout
from journal.storage import Change, open_store
from journal.storage.schema import HEAD, KNOWN
from tests.benchmarks.made_up import strong_csv
from tests.crashes.journals import NOW, Journal, age_to, copy

OLDER = "elsewhere/older.db"
"""The backup that every journal of the rounds comes with."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: what comes before, and what the process does that is killed; its first line says that it is done."""

    name: str
    act: Callable[[Journal], int]
    prepare: Callable[[Path], None] = lambda path: None
    gives: str = ""
    """The file whose content the journal then has; "" when that is not known beforehand."""


def called(*words: str) -> Callable[[Journal], int]:
    """A command, as somebody types it in the journal's folder."""

    def act(journal: Journal) -> int:
        os.chdir(journal.folder)
        return run([*words, "--db", journal.url])

    return act


def _said(verb: str) -> int:
    print(f"{verb}: done", flush=True)
    return 0


def edit(journal: Journal) -> int:
    """Edit one record and delete another, as the screen does."""
    with open_store(journal.url) as store:
        before, gone = store.rows(Pain)[-1], store.rows(Workout)[-1]
        edits = [Change(before, replace(before, note="as edited")), Change(gone, None)]
        store.change(edits, now=NOW, verb="edit")
        return _said("edit")


def redo(journal: Journal) -> int:
    """Do again what was taken back."""
    with open_store(journal.url) as store:
        done = store.redo(now=NOW)
        return 1 if done is None else _said("redo")


def take_back(url: str) -> None:
    """Undo the last step, so that there is something to redo."""
    with open_store(url) as store:
        store.undo(now=NOW)


def begin(journal: Journal) -> int:
    """Make a journal where none is."""
    with open_store(journal.url):
        return _said("a new journal")


def migrate(journal: Journal) -> int:
    """Bring an older journal up."""
    with open_store(journal.url, create=False):
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


def import_everything(template: Path, folder: Path) -> None:
    """Do in this process what loads modules, on a copy of the journal that is gone afterwards.

    Those that are forked from it then begin with the work itself, and are killed in it.
    """
    journal = Journal.at(copy(template, folder))
    with redirect_stdout(StringIO()):
        for words in (["log", "water 300"], ["undo"], ["export", str(folder / "csv")], ["doctor"]):
            if status := run([*words, "--db", journal.url]):
                raise RuntimeError(f"journal {words[0]} fails by itself: its status is {status}")
    shutil.rmtree(folder)


IMPORT = called("import", "strong.csv", "--weight-unit", "kg")


def give_import(folder: Path) -> None:
    """The file that `IMPORT` reads."""
    folder.joinpath("strong.csv").write_text(strong_csv(300))


VERBS = [
    Verb("a new journal", begin, Path.unlink),
    Verb("import", IMPORT, lambda path: give_import(path.parent)),
    Verb("undo-import", called("undo-import", "1")),
    Verb("edit and delete", edit),
    Verb("undo", called("undo")),
    Verb("redo", redo, lambda path: take_back(str(path))),
    *(
        Verb(f"migration from {revision}", migrate, lambda path, revision=revision: age_to(path, revision))
        for revision in sorted(KNOWN - {HEAD})
    ),
    Verb("backup", called("backup", "elsewhere/copy.db", "--force")),
    Verb("export", called("export", "elsewhere/csv", "--force")),
    Verb("restore", called("restore", OLDER), gives=OLDER),
    Verb("restore a damaged one", called("restore", OLDER), _damage, OLDER),
    Verb("restore a deleted one", called("restore", OLDER), _pending, OLDER),
    Verb("doctor", called("doctor")),
]
