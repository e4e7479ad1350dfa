"""Files that an import may be of: those that lie where downloads go, told by what stands in them."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journal.errors import CouldNot, Refused
from journal.homes import at_home
from journal.tui.asking.at_work import AtWork

SHOWN = 12
"""Files listed at most, the newest ones."""
_LOOKED_AT = 80
"""Files that are looked into at most."""
_KINDS = frozenset(
    {".csv", ".tsv", ".txt", ".json", ".xml", ".zip", ".fitnotes", ".fit", ".gpx", ".tcx", ".gz"}
)
"""How the files of other programs, and our own, are called."""
_FOLDERS = ("~/Downloads", "~/Documents", "~/Desktop", "~", ".")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be imported: where it is, what wrote it, when (seconds since the epoch) and its bytes."""

    path: Path
    title: str
    written: float
    size: int


def found_files(folders: Iterable[str] = _FOLDERS) -> Callable[[AtWork], tuple[Found, ...]]:
    """The newest files of some folders that look like an export of something known."""
    return partial(_found, tuple(folders))


def _found(folders: tuple[str, ...], at_work: AtWork) -> tuple[Found, ...]:
    files = sorted(set(_files(folders)), key=lambda one: -one[1])[:_LOOKED_AT]
    found: list[Found] = []
    for done, (path, written, size) in enumerate(files):
        at_work.tell(done, len(files))
        title = _title(path)
        if title:
            found.append(Found(path, title, written, size))
        if len(found) == SHOWN:
            break
    return tuple(found)


def _files(folders: Iterable[str]) -> Iterator[tuple[Path, float, int]]:
    for folder in folders:
        with suppress(OSError), os.scandir(at_home(folder)) as entries:
            for entry in entries:
                if Path(entry.name).suffix.lower() in _KINDS and entry.is_file():
                    state = entry.stat()
                    yield Path(entry.path).absolute(), state.st_mtime, state.st_size


def _title(path: Path) -> str:
    """What wrote the file; "" when nothing known did."""
    from journal.interchange.disk import head
    from journal.interchange.recognise import recognise

    try:
        form = recognise(path)
    except (Refused, CouldNot):
        return ""
    if form is not None:
        return form.TITLE
    # Our reports are JSON as well, and nothing to import.
    return "" if path.suffix.lower() == ".json" and b'"tables"' not in head(path) else "this program"
