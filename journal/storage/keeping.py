"""Automatic backups: one copy for each day of use, thinned out to days, weeks and months."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from journal.abandoned import take_away
from journal.errors import CouldNot
from journal.storage.backup import copy_file, flush, write_whole
from journal.storage.copies import USUAL, Backups, daily_copy, folder_of, is_kept
from journal.storage.faults import plain_words
from journal.storage.place import Place, lock_of, place_of
from journal.storage.wholeness import fault_of_copy

__all__ = ["USUAL", "Backups", "folder_of"]


def made_folder(path: Path, backups: Backups) -> Path:
    """The same, made for this user alone when it is not there."""
    folder = folder_of(path, backups)
    make_folder(folder)
    return folder


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, for this user alone; one that is there stays as it is."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.name == "posix":
            flush(folder.parent)  # else a power cut could take a new folder with the first entries in it


def keep_today(place: Place, backups: Backups, today: date) -> Path | None:
    """Copy the journal for that day, unless it was copied that day, and take away what is not to be kept any more.

    None when there was nothing to do: a journal on a server is backed up by whoever keeps the server.  A copy that
    cannot be made is a `CouldNot`; older ones are only taken away when the new one is whole.
    """
    path = place.path
    if path is None or is_kept(path, backups, today) or not path.exists():
        return None
    target = daily_copy(path, backups, today)
    try:
        made_folder(path, backups)
    except OSError as error:
        raise CouldNot(f"{error.filename} cannot be a folder for backups: {error.strerror}") from error
    with plain_words(place):
        write_whole(target, lambda part: copy_file(path, part), place.name)
        for folder in (target.parent, path.parent):
            take_away(target, f".{path.stem}-", folder)
        _thin_out(path, backups, today)
    return target


def copies_of(path: Path, backups: Backups) -> dict[date, Path]:
    """The daily copies of the journal at `path`, by their dates."""
    named = re.compile(rf"{re.escape(path.stem)}-([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\.db")
    found: dict[date, Path] = {}
    folder = folder_of(path, backups)
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = named.fullmatch(file.name)
        day = _date(match[1]) if match and file.is_file() else None
        if day is not None:
            found[day] = file
    return found


def all_copies(path: Path, backups: Backups) -> list[Path]:
    """Every copy of the journal at `path` that lies where copies are kept, the latest written first.

    Those of `journal-old.db`, which may be kept there as well, are no copies of `journal.db`.
    """
    named = re.compile(
        rf"{re.escape(path.stem)}-([0-9]{{4}}(-[0-9]{{2}}){{2}}(-[0-9]{{6}})?|schema-\w+(-[0-9]+)?)\.db"
    )
    with suppress(OSError):  # what is no folder, or may not be read, holds none
        files = [file for file in folder_of(path, backups).iterdir() if named.fullmatch(file.name)]
        return sorted(filter(Path.is_file, files), key=lambda file: file.stat().st_mtime, reverse=True)
    return []


def latest_whole(path: Path, backups: Backups) -> Path | None:
    """The latest copy of the journal at `path` that can be brought back; None when there is none."""
    return next((copy for copy in all_copies(path, backups) if fault_of_copy(copy) is None), None)


def to_keep(
    days: Iterable[date], backups: Backups, is_whole: Callable[[date], bool] = lambda _: True
) -> frozenset[date]:
    """Which days' copies stay: the newest days, and of the newest weeks and months the newest day of each.

    A copy that is not whole takes the place of no other, and is left where it is: it may hold what no other does.
    """
    oldest = sorted(set(days))
    newer = {day: oldest[place + 1 :] for place, day in enumerate(oldest)}
    return frozenset(
        day for day in oldest if _is_wanted(day, newer[day], backups, is_whole) or not is_whole(day)
    )


def _is_wanted(day: date, newer: Sequence[date], backups: Backups, is_whole: Callable[[date], bool]) -> bool:
    periods = ((date.isoformat, backups.daily), (_week, backups.weekly), (_month, backups.monthly))
    return any(_is_among(day, newer, period, count, is_whole) for period, count in periods)


def _is_among(
    day: date,
    newer: Sequence[date],
    period: Callable[[date], object],
    count: int,
    is_whole: Callable[[date], bool],
) -> bool:
    """Whether the day is the newest of its period, and its period one of the newest `count`: of those with a copy."""
    later: set[object] = set()
    for other in newer:  # the nearest first: to look into a copy takes its time
        if len(later) >= count:
            break
        if period(other) not in later and is_whole(other):
            if period(other) == period(day):
                return False
            later.add(period(other))
    return len(later) < count


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month


def _thin_out(path: Path, backups: Backups, today: date) -> None:
    copies = copies_of(path, backups)
    # By a clock that went wrong there may be copies of days to come: they do not take the place of real days.
    until_today = {day for day in copies if day <= today}
    for some in (until_today, copies.keys() - until_today):
        if some - to_keep(some, backups):  # else there is no need to look into any
            is_whole = cache(lambda day: day == today or fault_of_copy(copies[day]) is None)
            for day in some - to_keep(some, backups, is_whole):
                copies[day].unlink(missing_ok=True)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def refuse_to_begin_anew(path: Path, backups: Backups) -> None:
    """`CouldNot` for an empty file that was a journal: it lost what it held, and must not pass for a new one.

    Its copies tell so, and its lock: a new journal gets its name when it is whole, so it never was an empty file.
    """
    anew = "to begin anew, delete the empty file"
    if all_copies(path, backups):
        raise CouldNot(f"{path} is empty, and there are backups of it: {_way_back(path, backups)}; {anew}")
    if lock_of(path).exists():
        raise CouldNot(f"{path} is empty, and was a journal; there is no backup of it; {anew}")


def left_of(url: str, backups: Backups) -> str:
    """Which backups there are where no journal is, as the end of a sentence; "" when there are none."""
    path = place_of(url).path
    if path is None or path.exists() or not all_copies(path, backups):
        return ""
    return f"there are backups of one that was there: {_way_back(path, backups)}"


def _way_back(path: Path, backups: Backups) -> str:
    whole = latest_whole(path, backups)
    return f"`journal restore {whole}` brings the latest back" if whole else "none of them is whole"
