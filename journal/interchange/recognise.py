"""Which program wrote a file, by what stands in it; its name is only asked when that tells nothing."""

from pathlib import Path
from typing import Protocol

from journal.errors import Refused
from journal.interchange.any_csv import generic
from journal.interchange.disk import head
from journal.interchange.endurance import activity_folder, fit, garmin, gpx, tcx
from journal.interchange.health import apple_health, bearable, daylio
from journal.interchange.imported import Imported
from journal.interchange.lifting import (
    fitbod,
    fitnotes,
    fitnotes_backup,
    fitnotes_body,
    hevy,
    strong,
    strong_body,
    stronglifts,
)
from journal.interchange.own import journal_files
from journal.interchange.rows.foreign import Options


class Format(Protocol):
    """What every module that reads a foreign format has."""

    NAME: str
    """What the format is called after `--from`; the files of one program share it."""
    TITLE: str
    """What it is called in a sentence."""

    def recognises(self, file: Path, head: bytes) -> bool:
        """Whether a file that begins with these bytes is in this format."""

    def read(self, file: Path, options: Options) -> Imported:
        """The records of a whole file; `Refused` when it cannot be read as this format."""


FOREIGN: tuple[Format, ...] = (
    strong,
    strong_body,
    hevy,
    fitnotes,
    fitnotes_body,
    fitnotes_backup,
    stronglifts,
    fitbod,
    garmin,
    daylio,
    bearable,
    apple_health,
    fit,
    gpx,
    tcx,
    activity_folder,
    # What any CSV file may be.
    generic,
)
"""The formats of other programs, in the order in which they are asked."""

NAMES: tuple[str, ...] = (journal_files.NAME, *dict.fromkeys(module.NAME for module in FOREIGN))
"""What can be read, as it is called after `--from`."""


class Unknown(Refused):
    """A file that looks like nothing known, for which the command line has options."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file

    def __str__(self) -> str:
        return (
            f"{self.file}: nothing known looks so; add --from with one of {', '.join(NAMES)} if it is one of "
            "these, or --map COLUMN=date and the like if it is a CSV file of your own"
        )


def title(name: str) -> str:
    """What the program of a source is called in a sentence; the source itself when it is none of these."""
    return next((module.TITLE for module in FOREIGN if name == module.NAME), name)


def known() -> str:
    """The programs and forms that can be read, as they are called in a sentence."""
    return ", ".join(title(name) for name in NAMES if name not in (journal_files.NAME, generic.NAME))


def recognise(path: Path, *, mapped: bool = False) -> Format | None:
    """The format of a file, None for the journal's own files and folders.

    When somebody said what the columns of a file mean (`mapped`), what nothing else knows is any CSV file.
    `Refused` when there is no such file, `Unknown` (one of these) when nothing known looks
    so; `CouldNot` when it cannot be opened.
    """
    if path.is_dir():
        if activity_folder.recognises(path, b""):
            return activity_folder
        if journal_files.recognises_folder(path):
            return None
        raise Refused(
            f"{path}: it holds none of the files of an export, and no activities; "
            "give a file, or a folder that holds some"
        )
    beginning = head(path)
    if journal_files.recognises(beginning):
        return None
    for module in FOREIGN:
        if module.recognises(path, beginning):
            return module
    if mapped:
        return generic
    if journal_files.called_like_ours(path.name, beginning):
        return None
    raise Unknown(str(path))


def named(name: str, path: Path) -> Format | None:
    """The format of that name: of its modules the one that recognises the file, else the first, which says why not.

    None for the journal's own.  `Refused` for a folder, which only the journal's own and activities can be.
    """
    modules = [module for module in FOREIGN if name == module.NAME]
    if not modules:
        return None
    if activity_folder in modules:
        return activity_folder
    if path.is_dir():
        raise Refused(f"{path} is a folder; an export of {modules[0].TITLE} is one file")
    beginning = head(path)
    return next((module for module in modules if module.recognises(path, beginning)), modules[0])
