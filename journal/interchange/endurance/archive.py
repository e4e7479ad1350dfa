"""Archives (zip), opened so that nothing in them can fill the memory; nothing is unpacked to the disk."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from journal.errors import Refused
from journal.interchange.disk import opened

START = b"PK\x03\x04"
"""How an archive begins."""
_LARGEST_CONTENTS = 16 << 20
"""Bytes of the largest table of contents: some 200,000 files."""


@contextmanager
def opened_archive(file: Path) -> Iterator[ZipFile]:
    """An archive to read from; what `zipfile` raises when it is none, `Refused` when it lists too many files."""
    with opened(file) as plain, _Contents(plain, file.name) as raw, ZipFile(raw) as archive:
        raw.contents_are_read = True
        yield archive


class _Contents(io.BufferedReader):
    """The file of an archive: `zipfile` reads its table of contents in one piece, however long it says that is."""

    def __init__(self, plain: io.FileIO, name: str) -> None:
        super().__init__(plain)
        self.contents_are_read = False
        self._called = name

    def read(self, size: int | None = -1, /) -> bytes:
        """As any file, as long as it is not too much at once."""
        if not self.contents_are_read and size is not None and size > _LARGEST_CONTENTS:
            raise Refused(
                f"{self._called} lists more files than any export has: at most some 200,000 are read"
            )
        return super().read(size)
