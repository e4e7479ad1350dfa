"""Where copies of a journal are kept, and what they are called."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from journal.homes import at_home


@dataclass(frozen=True, slots=True)
class Backups:
    """Where copies are kept and how many of them: the newest of that many days, weeks and months.

    `folder` None is the folder `backups` beside the journal.  With `daily` 0 no copies are made day by day.
    """

    folder: Path | None = None
    daily: int = 7
    weekly: int = 4
    monthly: int = 12
    home: Path | None = None
    """Where the user's own journal lies: those of other folders have a folder each within `folder`."""

    @classmethod
    def said(cls, settings: Mapping[str, Any], home: Path) -> Self:
        """As the settings file says, which was checked: `folder` as a path, and the numbers that differ."""
        said = dict(settings)
        folder = said.pop("folder", None)
        return cls(folder=at_home(folder).absolute() if folder else None, home=home, **said)


USUAL = Backups()
"""What holds unless the settings say otherwise."""


def folder_of(path: Path, backups: Backups) -> Path:
    """The folder that the copies of the journal at `path` lie in."""
    if backups.folder is None:
        return path.parent / "backups"
    if backups.home in (None, path.parent):
        return backups.folder
    # Two journals of the same name, such as the user's own and a demo, are not taken for each other.
    parts = path.absolute().parent.parts[1:]
    name = "-".join(parts)
    if len(name) > 100 or any("-" in part for part in parts):  # another folder could have that name too
        from hashlib import sha256

        name = f"{name[-80:]}-{sha256(os.fsencode(path.absolute().parent)).hexdigest()[:8]}"
    return backups.folder / name


def is_kept(path: Path, backups: Backups, day: date) -> bool:
    """Whether there is nothing to copy on that day, or no more."""
    return backups.daily <= 0 or daily_copy(path, backups, day).exists()


def daily_copy(path: Path, backups: Backups, day: date) -> Path:
    """The copy that is made on that day."""
    return folder_of(path, backups) / f"{path.stem}-{day.isoformat()}.db"
