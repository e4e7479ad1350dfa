"""Bringing a backup back: it is checked first, and the journal that it replaces is kept."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal.abandoned import take_away
from journal.errors import CouldNot, Refused
from journal.homes import at_home
from journal.storage.backup import copy_file, flush, write_whole
from journal.storage.damaged import Damaged
from journal.storage.faults import plain_words
from journal.storage.migrate import History, turn, upgrade_file
from journal.storage.place import BESIDE, BUSY_SECONDS, Place, place_of_file
from journal.storage.restoring_server import into_server
from journal.storage.schema import HEAD, file_revision
from journal.storage.wholeness import check


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and where the journal is that it replaced; None when there was none.

    That is a file, or in words a place on the server.
    """

    source: Path
    kept: Path | str | None


def restore(place: Place, source: Path, *, now: datetime, folder: Path) -> Restored:
    """Let the journal be what the backup `source` holds; also while it is open elsewhere.

    The journal as it was is kept as an SQLite file beside it, or in `folder` when it lies on a server; a damaged one
    stays where it lay, under another name.  `Refused` when the backup is none; `CouldNot` when it is damaged or of a
    newer version.  Either all of it or nothing.
    """
    source = at_home(source).absolute()
    with plain_words(place_of_file(source)):
        revision = _revision_of(place, source)
    ours = f".{place.path.stem if place.path else 'journal'}-"
    with tempfile.TemporaryDirectory(".part", f"{ours}restore-", _workshop(place, folder)) as workshop:
        take_away(Path(workshop), ours)
        ready = Path(workshop) / "ready.db"
        os.close(os.open(ready, os.O_CREAT | os.O_RDWR, 0o600))
        with plain_words(place):  # a full disk is the one of the journal
            copy_file(source, ready)
        with plain_words(place_of_file(source)):
            _check(ready, source)
            if revision != HEAD:
                upgrade_file(place_of_file(ready), History())
                _check(ready, source)
        with plain_words(place):
            if place.path is None:
                return Restored(source, into_server(place, ready, _free_name(folder, "journal", now), now))
            with turn(place.path):
                path = place.path.resolve()  # a link to the journal stays one
                return Restored(source, _into_file(path, ready, _free_name(path.parent, path.stem, now)))


def _revision_of(place: Place, source: Path) -> str:
    """The revision of the backup, which is a file that can be read and is not the journal itself."""
    if source.is_dir():
        raise Refused(
            f"{source} is a folder; give the file of a backup (`journal import` takes a folder of CSV files)"
        )
    if not source.exists():
        raise Refused(f"{source}: there is no such file; give a backup of a journal")
    if not source.is_file():
        raise Refused(f"{source} is a pipe or a device; give the file of a backup")
    if place.path is not None and place.path.exists() and source.samefile(place.path):
        raise Refused(f"{source} is the journal itself; give a backup of it")
    source.open("rb").close()  # one that may not be read is told in the system's words, and not in SQLite's
    revision = file_revision(source)
    if revision is None:
        raise Refused(f"{source} is empty; give a backup of a journal")
    if revision not in History().known:
        raise CouldNot(
            f"{source} was written by a newer version of this program (its schema is {revision}); "
            "nothing was changed; install that version to restore it"
        )
    return revision


def _check(ready: Path, source: Path) -> None:
    with closing(sqlite3.connect(ready)) as copy:
        check(copy, str(source))


def _workshop(place: Place, folder: Path) -> Path:
    """A folder on the same disk as the journal."""
    found = place.path.resolve().parent if place.path is not None else folder
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def _free_name(folder: Path, stem: str, now: datetime) -> Path:
    number, name = 1, f"{stem}-replaced-{now:%Y-%m-%d-%H%M%S}"
    target = folder / f"{name}.db"
    while target.exists():
        number += 1
        target = folder / f"{name}-{number}.db"
    return target


def _into_file(path: Path, ready: Path, kept: Path) -> Path | None:
    was_there = path.exists()
    if was_there and _copied(path, kept):
        try:
            _play_into(ready, path)
        except (sqlite3.Error, OSError):
            kept.unlink()  # the journal is as it was
            raise
    else:
        _keep_as_it_is(path, kept)
        ready.replace(path)
    flush(path.parent)
    return kept if was_there else None


def _play_into(ready: Path, path: Path) -> None:
    """Let a sound journal be another one."""
    with (
        closing(sqlite3.connect(ready)) as new,
        closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as journal,
    ):
        # One transaction of SQLite's own: who has the journal open sees it before or after, never between.
        new.backup(journal)


def _copied(path: Path, kept: Path) -> bool:
    """Copy the journal that is there; False when it is damaged."""
    try:
        write_whole(kept, lambda part: copy_file(path, part), str(path), as_it_is=True)
    except Damaged:
        return False
    return True


def _keep_as_it_is(path: Path, kept: Path) -> None:
    """Keep a damaged journal, with all that lies beside it, and leave nothing that would be played into a new one.

    The damaged file itself stays until the new one takes its place: a journal that is missing, because the program
    was ended here, would be begun anew.
    """
    for ending in ("", *BESIDE):
        if Path(f"{path}{ending}").exists():
            _link(Path(f"{path}{ending}"), Path(f"{kept}{ending}"))
    for ending in BESIDE:
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _link(file: Path, other: Path) -> None:
    """Let a file have another name too; on a disk that cannot, a copy."""
    try:
        os.link(file, other)
    except OSError:
        shutil.copy2(file, other)
