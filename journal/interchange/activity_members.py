"""The files of activities in a folder or an archive, one after the other; nothing is unpacked to the disk."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from journal.columns import one_line
from journal.errors import Refused
from journal.interchange.disk import entries, read_bytes
from journal.interchange.packed import LARGEST, unpacked

ENDINGS = tuple(f".{name}{packed}" for name in ("fit", "gpx", "tcx") for packed in ("", ".gz"))
"""How files of activities are called."""

_INNER = "activities"
"""The folder within a site's export that holds them."""
_ZIP = b"PK\x03\x04"
_LARGEST_ARCHIVE = 8 << 30
"""Bytes of everything that is unpacked of one archive: some ten thousand long rides."""
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
    if not file.is_dir() and not head.startswith(_ZIP):
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
    try:
        archive = ZipFile(file)
    except _UNREADABLE:
        raise Refused(f"{file.name} is neither a folder nor an archive (zip) that can be read") from None
    with archive:
        yield _of_archive(archive)


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


def _of_archive(archive: ZipFile) -> Members:
    """Those that lie anywhere in the archive."""
    files = [info for info in archive.infolist() if not info.is_dir() and "__MACOSX" not in info.filename]
    wanted = [info for info in files if info.filename.lower().endswith(ENDINGS)]
    reader = _ArchiveReader(archive)
    activities = [
        Member(_name(info), reader.of(info)) for info in sorted(wanted, key=lambda one: one.filename)
    ]
    return Members(activities, len(files) - len(wanted))


def _name(info: ZipInfo) -> str:
    return one_line(PurePosixPath(info.filename).name)


class _ArchiveReader:
    """Reads an archive, as long as it does not turn out to be made to fill a disk."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._read = 0

    def of(self, info: ZipInfo) -> Callable[[], bytes]:
        """The function that reads that member."""
        return lambda: unpacked(self._content(info), _name(info))

    def _content(self, info: ZipInfo) -> bytes:
        if self._read > _LARGEST_ARCHIVE:
            raise Refused(
                f"{_name(info)} was not read: the archive holds more than any collection of activities"
            )
        try:
            with self._archive.open(info) as member:
                data = member.read(LARGEST + 1)
        except _UNREADABLE:
            raise Refused(f"{_name(info)} cannot be unpacked: it is damaged or has a password") from None
        self._read += len(data)
        return data
