"""What was begun and never finished, because the program was ended in the middle: known by name and age.

Whatever is written whole or not at all is written under a name that begins with a dot and ends in `.part`, beside
where it shall stand.
"""

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

ABANDONED_SECONDS = 3600
"""After so long nobody is at work on it any more: the largest journal is copied in less than a minute."""

_NAME = re.compile(r"\..*\.(part(-wal|-shm|-journal)?|old)", re.DOTALL)
"""Also what SQLite keeps beside an unfinished file, and a folder that was just to be replaced."""


def unfinished(folder: Path, beginning: str) -> list[Path]:
    """Files and folders that are not finished, or never will be, and whose names begin so."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.startswith(beginning)]
    return [folder / name for name in sorted(names) if _NAME.fullmatch(name)]


def take_away(fresh: Path, beginning: str, folder: Path | None = None) -> None:
    """Take away what is abandoned in a folder, and has a name that begins so.

    `fresh` is a file that was written just now; without a folder its own is meant.

    The disk's own clock tells the age: the system's may have been set back, or be another machine's.
    """
    now, found = fresh.stat().st_mtime, []
    with suppress(OSError):  # a folder may be written and not be read
        found = unfinished(folder or fresh.parent, beginning)
    for one in found:
        with suppress(OSError):
            if one == fresh or now - one.lstat().st_mtime < ABANDONED_SECONDS:
                continue
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            else:
                one.unlink()
