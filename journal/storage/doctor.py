"""What is wrong with a journal, and the way back; it is looked at as it lies there, and nothing is changed."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect

from journal.errors import CouldNot, Refused
from journal.storage.damaged import Damaged
from journal.storage.doctor_backups import Copies
from journal.storage.faults import plain_words
from journal.storage.keeping import USUAL, Backups
from journal.storage.place import BESIDE, Place, engine_of, lock_of, place_of
from journal.storage.schema import HEAD, KNOWN, file_revision, reading_file, server_revision
from journal.storage.shape import lost_columns, shape_of
from journal.storage.unreadable import ReadRows, Told, from_file, from_server, read_through
from journal.storage.wholeness import damage, losses
from journal.storage.write_ahead import damaged_from

_SEE_TO_THAT = "see to that, then run `journal doctor` again; nothing speaks for a backup as yet"
"""What helps where a journal could not be looked at."""
_WRITTEN_ANEW = (
    "nothing of it is lost; `journal export` to a folder, and `journal import` of that folder into a new journal, "
    "write it anew"
)
"""What helps where records are stored otherwise than the program does it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in a sentence, and what can be done about it."""

    what: str
    way_back: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a journal: facts that are as they should be, one sentence each, and what is wrong."""

    facts: tuple[str, ...]
    findings: tuple[Finding, ...]


_WayBack = Callable[[], str]
"""The command that brings the latest backup back from which nothing is missing; looked for when it is needed."""


def examine(url: str, backups: Backups = USUAL) -> Examined:
    """Look through a journal: file, permissions, integrity, schema, every record, and its backups."""
    place = place_of(url)
    facts: list[str] = [f"The journal is {place.name}."]
    findings: list[Finding] = []
    copies = Copies(place, backups)
    way_back = cache(copies.way_back)
    try:
        with plain_words(place):
            for one in _looked_through(place, way_back):
                (findings if isinstance(one, Finding) else facts).append(one)  # type: ignore[arg-type]
    except Damaged as error:
        findings.append(Finding(error.what, way_back()))
    except (CouldNot, Refused) as error:
        findings.append(Finding(str(error), _SEE_TO_THAT))
    facts += copies.facts()
    findings += [Finding(what, help_) for what, help_ in copies.faults()]
    return Examined(tuple(facts), tuple(findings))


def _looked_through(place: Place, way_back: _WayBack) -> Iterator[str | Finding]:
    if place.path is None:
        yield from _server(place, way_back)
    elif not place.path.exists():
        yield Finding(f"there is no journal at {place.name}", way_back())
    else:
        if place.path.is_file():
            yield from _modes(place.path)
            yield from _log(place.path)
        yield from _file(place.path, way_back)


def _file(path: Path, way_back: _WayBack) -> Iterator[str | Finding]:
    revision = file_revision(path)
    if revision is None:
        yield Finding(f"{path} is empty: it holds no journal", way_back())
        return
    with reading_file(path) as connection:
        wrong = damage(connection)
        if wrong:
            yield Finding(f"the file is damaged: {wrong}", way_back())
        lost = list(losses(connection, revision))
        yield from (Finding(one, way_back()) for one in lost)
        if not wrong and not lost:
            yield "The file is whole (integrity and foreign keys checked)."
        yield _schema(revision)
        if revision == HEAD and not any("column" in one for one in lost):
            yield from _records(from_file(connection), way_back)


def _server(place: Place, way_back: _WayBack) -> Iterator[str | Finding]:
    engine = engine_of(place)
    try:
        with engine.connect().execution_options(reading=True) as connection, connection.begin():
            revision = server_revision(connection, place.name)
            if revision is None:
                yield Finding(f"{place.name} is empty: it holds no journal", way_back())
                return
            yield _schema(revision)
            if revision == HEAD:
                lost = lost_columns(_columns(connection), revision)
                yield from (Finding(one, way_back()) for one in lost)
                if not lost:
                    yield from _records(from_server(connection), way_back)
    finally:
        engine.dispose()


def _columns(connection: Connection) -> dict[str, list[str]]:
    there = inspect(connection)
    return {table: [column["name"] for column in there.get_columns(table)] for table in shape_of(HEAD)}


def _schema(revision: str) -> str | Finding:
    if revision not in KNOWN:
        newer = "install the newer version of this program that wrote it"
        return Finding(f"its schema, {revision}, is newer than this program knows", newer)
    if revision != HEAD:
        return f"Its schema is {revision}; it becomes {HEAD}, after a backup, when it is opened next."
    return f"Its schema is {revision}, the newest."


def _records(read: ReadRows, way_back: _WayBack) -> Iterator[str | Finding]:
    """Every record, as strictly as if it were written now."""
    found = read_through(read)
    yield from _each(found.unreadable, way_back(), "that cannot be read") if found.unreadable.count else ()
    yield from _each(found.otherwise, _WRITTEN_ANEW, "that are not as the program writes them")
    yield f"It holds {found.count:,} records" + (
        "." if found.unreadable.count else ", each of which can be read."
    )


def _each(told: Told, help_: str, what: str) -> Iterator[Finding]:
    for one in told.first:
        yield Finding(one, help_)
    if told.count > len(told.first):
        yield Finding(f"records {what}: {told.count - len(told.first):,} more", help_)


def _log(path: Path) -> Iterator[Finding]:
    """What SQLite passes over in silence."""
    log = Path(f"{path.resolve()}-wal")
    # Looked at twice: somebody may just have been writing.
    found = damaged_from(log) and damaged_from(log)
    if found:
        yield Finding(
            f"the log {log} is damaged from part {found[0]} to part {found[1]}: what was recorded last, and is not in "
            f"{path.name} yet, cannot be read",
            f"copy {log} and {path.name} to a safe place before anything else opens the journal, and look what of "
            "today is missing then; a power cut leaves such a log too, with nothing lost that was acknowledged",
        )


def _modes(path: Path) -> Iterator[str | Finding]:
    if os.name != "posix":
        return
    open_to_others = stat.S_IRWXG | stat.S_IRWXO
    files = [path, *(Path(f"{path.resolve()}{ending}") for ending in BESIDE), lock_of(path)]
    wrong = [file for file in files if file.exists() and file.stat().st_mode & open_to_others]
    for file in wrong:
        yield Finding(f"others on this machine can read {file}", f"run: chmod 600 '{file}'")
    for file in files:
        if file.exists() and not os.access(file, os.R_OK | os.W_OK):
            yield Finding(f"{file} may not be read and written by you", f"run: chmod 600 '{file}'")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        yield Finding(
            f"the folder {path.parent} may not be written by you", f"run: chmod 700 '{path.parent}'"
        )
    if not wrong:
        yield "Nobody else on this machine can read it."
