"""Which program wrote a file, by what stands in it; its name is only asked when that tells nothing."""

from pathlib import Path
from typing import Protocol

from journal.errors import Refused
from journal.interchange import hevy, journal_files, strong
from journal.interchange.disk import head
from journal.interchange.foreign import Options
from journal.interchange.imported import Imported


class Format(Protocol):
    """What every module that reads a foreign format has."""

    NAME: str
    """What the format is called after `--from`."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes is in this format."""

    def read(self, data: bytes, options: Options) -> Imported:
        """The records of a whole file; `Refused` when it cannot be read as this format."""


FOREIGN: tuple[Format, ...] = (strong, hevy)
"""The formats of other programs."""

NAMES: tuple[str, ...] = (journal_files.NAME, *(module.NAME for module in FOREIGN))
"""What can be read, as it is called after `--from`."""


def recognise(path: Path) -> str:
    """The name of the format of a file or folder.

    `Refused` when there is no such file or when nothing known looks so; `CouldNot` when it cannot be opened.
    """
    if path.is_dir():
        if journal_files.recognises_folder(path):
            return journal_files.NAME
        raise Refused(f"{path}: it holds none of the files of an export")
    beginning = head(path)
    if journal_files.recognises(beginning):
        return journal_files.NAME
    for module in FOREIGN:
        if module.recognises(beginning):
            return module.NAME
    if journal_files.called_like_ours(path.name, beginning):
        return journal_files.NAME
    raise Refused(
        f"{path}: nothing known looks so; add --from with one of {', '.join(NAMES)} if it is one of these"
    )
