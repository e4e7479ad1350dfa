"""The backups of a journal as the doctor sees them: which are whole, and which one is the way back."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from journal.abandoned import unfinished
from journal.errors import CouldNot, Refused
from journal.storage.damaged import Damaged
from journal.storage.faults import plain_words
from journal.storage.keeping import Backups, all_copies, folder_of
from journal.storage.place import Place, place_of_file
from journal.storage.schema import HEAD, reading_file
from journal.storage.unreadable import from_file, read_through
from journal.storage.wholeness import fault_of_copy


class Copies:
    """Every copy of a journal where its backups are kept, the latest first, each with what is wrong with it."""

    def __init__(self, place: Place, backups: Backups) -> None:
        self._path = place.path
        self._folder = None if place.path is None else folder_of(place.path, backups)
        copies = [] if place.path is None else all_copies(place.path, backups)
        with ThreadPoolExecutor() as pool:  # SQLite reads several at once
            self._found = dict(zip(copies, pool.map(fault_of_copy, copies), strict=True))

    def way_back(self) -> str:
        """The latest copy that is whole and of which every record can be read, as the command that brings it back.

        Where none can be read, the latest whole one: it still has the other records.
        """
        if self._path is None:
            return "restore a backup of the server, or one that `journal backup` wrote"
        whole = [copy for copy, fault in self._found.items() if fault is None]
        readable = next((copy for copy in whole if _is_readable(copy)), None)
        if readable is not None:
            return f"`journal restore {readable}` brings the latest whole backup back"
        if whole:
            back = f"`journal restore {whole[0]}` brings the latest whole backup back"
            return f"{back}, but some of its records cannot be read either"
        none = "no backup of it is whole" if self._found else "there is no backup of it"
        return f"{none}; `journal restore FILE` takes any copy, also an export with --format sqlite"

    def facts(self) -> Iterator[str]:
        """How many there are, and what lies beside them that was never finished; one sentence each."""
        if self._path is None or self._folder is None:
            yield "It lies on a server: its backups are the server's, or what `journal backup` writes."
            return
        copies = list(self._found)
        if copies:
            count = "is 1 backup" if len(copies) == 1 else f"are {len(copies)} backups"
            yield f"There {count} of it, the latest is {copies[0]}."
        else:
            yield "There is no backup of it yet."
        folders = dict.fromkeys((self._path.parent, self._folder))
        left = [one for folder in folders for one in unfinished(folder, f".{self._path.stem}-")]
        if left:
            yield f"{left[0]} is unfinished ({len(left)} in all): a later backup takes away what nobody works on."

    def faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the backups, and what helps."""
        folder = self._folder
        if folder is not None and folder.exists():
            if not folder.is_dir():
                yield f"{folder} is not a folder, so no backup can be made", "give it another name"
            elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                yield f"the folder {folder} may not be read and written by you", f"run: chmod 700 '{folder}'"
        for fault in self._found.values():
            if isinstance(fault, Damaged):
                yield (
                    f"a backup cannot be brought back: {fault.what}",
                    "delete it, or keep it elsewhere; it takes the place of no other backup",
                )


def _is_readable(copy: Path) -> bool:
    """Whether every record of a whole copy can be read; of an older version's, that is not known yet."""
    try:
        with plain_words(place_of_file(copy)), reading_file(copy) as connection:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return revision != HEAD or not read_through(from_file(connection)).unreadable.count
    except (CouldNot, Refused):
        return False
