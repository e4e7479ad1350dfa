"""The files of activities in a folder or an archive, one after the other; nothing is unpacked to the disk."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from journal.columns import one_line
from journal.errors import Refused
from journal.interchange.disk import LARGEST, entries, read_bytes
from journal.interchange.endurance.archive import START, opened_archive
from journal.interchange.endurance.packed import unpacked

ENDINGS = tuple(f".{name}{packed}" for name in ("fit", "gpx", "tcx") for packed in ("", ".gz"))
"""How files of activities are called."""

_INNER = "activities"
"""The folder within a site's export that holds them."""
_LARGEST_ARCHIVE = 8 << 30
"""Bytes of everything that is unpacked of one archive: some ten thousand long rides."""
_HIGHEST_RATIO = 100
"""Activities shrink to a tenth or a thirtieth; an archive that is made to do harm to a thousandth."""
_SMALL_ENOUGH = 256 << 20
"""Up to this many bytes no ratio does any harm."""
_UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error)
"""What damaged archives, and those with a password, are told by."""


class Member(NamedTuple):
    """One file of an activity."""

    name: str
    content: Callable[[], bytes]
    """Everything in it, its packing taken off; `Refused` when it is too much, or damaged."""


class Members(NamedTuple):
    """The files of activities in one place, by name."""

    activities: list[Member]
    others: int
    """How many other files lie beside them."""


def has_members(file: Path, head: bytes) -> bool:
    """Whether it is a folder, or an archive that begins so, with a file of an activity."""
    if not file.is_dir() and not head.startswith(START):
        return False
    try:
        with members(file) as found:
            return bool(found.activities)
    except Refused:
        return False


@contextmanager
def members(file: Path) -> Iterator[Members]:
    """The files of activities in a folder or an archive, as long as they are read; `Refused` for another file."""
    if file.is_dir():
        yield _of_folder(file)
        return
    with ExitStack() as until_it_is_read:
        try:
            archive = until_it_is_read.enter_context(opened_archive(file))
        except Refused:
            raise
        except _UNREADABLE:
            raise Refused(
                f"{file.name} is neither a folder nor an archive (zip) that can be read; export it again"
            ) from None
        yield _of_archive(archive, file.stat().st_size)


def _of_folder(folder: Path) -> Members:
    """Those that lie in the folder, and in the inner one of a site's export."""
    found: list[Member] = []
    others = 0
    for place in (folder, folder / _INNER):
        for one in entries(place) if place.is_dir() else []:
            if one.name.lower().endswith(ENDINGS) and one.is_file():
                found.append(Member(one.name, _file_reader(one)))
            else:
                others += one.is_file()
    return Members(found, others)


def _file_reader(file: Path) -> Callable[[], bytes]:
    return lambda: unpacked(read_bytes(file), file.name)


def _of_archive(archive: ZipFile, size: int) -> Members:
    """Those that lie anywhere in the archive, which has `size` bytes."""
    files = [
        info
        for info in archive.infolist()
        if not info.filename.endswith("/") and "__MACOSX" not in info.filename
    ]
    wanted = [info for info in files if info.filename.lower().endswith(ENDINGS)]
    reader = _ArchiveReader(archive, size)
    activities = [
        Member(_name(info), reader.of(info)) for info in sorted(wanted, key=lambda one: one.filename)
    ]
    return Members(activities, len(files) - len(wanted))


def _name(info: ZipInfo) -> str:
    return one_line(PurePosixPath(info.filename).name)


class _ArchiveReader:
    """Reads an archive, as long as it does not turn out to be made to fill a disk."""

    def __init__(self, archive: ZipFile, size: int) -> None:
        self._archive = archive
        self._left = min(_LARGEST_ARCHIVE, max(_SMALL_ENOUGH, _HIGHEST_RATIO * size))

    def of(self, info: ZipInfo) -> Callable[[], bytes]:
        """The function that reads that member."""
        return lambda: self._unpacked(info)

    def _unpacked(self, info: ZipInfo) -> bytes:
        data = unpacked(self._content(info), _name(info))
        self._left -= len(data)
        return data

    def _content(self, info: ZipInfo) -> bytes:
        if self._left < 0:
            raise Refused(
                f"{_name(info)} was not read: the archive holds more than any collection of activities; "
                "import its files in parts"
            )
        try:
            with self._archive.open(info) as member:
                return member.read(LARGEST + 1)
        except _UNREADABLE:
            raise Refused(
                f"{_name(info)} cannot be unpacked: it is damaged or has a password; export it again without one"
            ) from None
