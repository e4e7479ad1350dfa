"""A folder of activities, as a watch has it or a site hands out everything: one import of many files."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from journal.errors import Refused
from journal.interchange import fit, gpx, tcx
from journal.interchange.disk import entries, head
from journal.interchange.foreign import Options, Tell
from journal.interchange.imported import Imported, Place, Skipped
from journal.records import Record, Set, Workout

NAME = "activities"
"""What the format is called."""
TITLE = "a folder of activities"
"""What it is called in a sentence."""

_FORMATS = (fit, gpx, tcx)
_ENDINGS = tuple(f".{form.NAME}{packed}" for form in _FORMATS for packed in ("", ".gz"))
_INNER = "activities"
"""The folder within a site's export that holds them."""
_SAID = 20
"""Remarks that are repeated; those of single files are many and alike."""
_MOST = 20_000
"""Files of one folder: more than ten years of training twice a day."""


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - it is the files that tell
    """Whether it is a folder with files of activities."""
    return file.is_dir() and next(_files(file), None) is not None


def read(file: Path, options: Options) -> Imported:
    """The workouts of all files; a file that holds none, or cannot be read, is left out with its reason.

    `Refused` when it is no such folder, or when nothing in it can be read.
    """
    files = list(_files(file)) if file.is_dir() else []
    if not files:
        raise Refused(f"{options.file} is not a folder with files of activities: {', '.join(_ENDINGS)}")
    if len(files) > _MOST:
        raise Refused(
            f"{options.file} has {len(files):,} files of activities; at most {_MOST:,} are read at once"
        )
    everything = _Everything()
    for done, one in enumerate(files):
        # A long file may be cancelled as well, and tells of files, not of its own bytes.
        tell = partial(_tell, options.tell, done, len(files))
        tell(0, 0)
        everything.take(one, replace(options, file=one.name, tell=tell))
    others = sum(one.is_file() for one in entries(file)) - sum(one.parent == file for one in files)
    return everything.finish(options.file or str(file), others)


def _tell(tell: Tell, done: int, of: int, _done_within: int, _of_within: int) -> None:
    tell(done, of)


def _files(folder: Path) -> Iterator[Path]:
    """The files that are called like activities, by name: those of the folder, and of the one of a site's export."""
    for place in (folder, folder / _INNER):
        if place.is_dir():
            yield from (
                one for one in entries(place) if one.name.lower().endswith(_ENDINGS) and one.is_file()
            )


class _Everything:
    """What the files gave so far."""

    def __init__(self) -> None:
        self._all = Imported(NAME)
        self._known: set[tuple[str, str]] = set()
        self._notes: Counter[str] = Counter()
        self._read = 0

    def take(self, file: Path, options: Options) -> None:
        """Read one more file."""
        try:
            beginning = head(file)
            form = next((form for form in _FORMATS if form.recognises(file, beginning)), None)
            if form is None:
                raise Refused(f"{options.file} holds something else than its name says")
            one = form.read(file, options)
        except Refused as refused:
            reason = str(refused).removeprefix(options.file).lstrip(", ")
            self._all.skipped.append(Skipped(0, reason, options.file))
        else:
            self._read += 1
            self._add(one, options.file)

    def _add(self, one: Imported, name: str) -> None:
        """Take what a file gave; of an activity that two files hold, what the first one has."""
        every = self._all
        there = {record.key for record in one.records if self._is_there(record)}
        for record in one.records:
            owner = str(record.workout_id) if isinstance(record, Set) else record.key
            if owner not in there:
                every.records.append(record)
                every.places[record.TABLE, record.key] = Place(name)
                self._known.add((record.TABLE, record.key))
        twins = sum(isinstance(record, Workout) and record.key in there for record in one.records)
        if twins:
            every.skipped.append(Skipped(0, "the same activity as in another file", name))
        every.rows += one.rows
        every.skipped += [replace(skipped, file=name) for skipped in one.skipped]
        every.problems += one.problems
        every.new_exercises += [each for each in one.new_exercises if each not in every.new_exercises]
        every.units |= one.units
        self._notes.update(one.notes)

    def _is_there(self, record: Record) -> bool:
        return not isinstance(record, Set) and (record.TABLE, record.key) in self._known

    def finish(self, folder: str, others: int) -> Imported:
        """All of it; what several files had to say is said once."""
        if not self._read:
            first = self._all.skipped[0]
            raise Refused(
                f"{folder} holds no workout that can be read; its first file, {first.file}: {first.reason}"
            )
        said = [note if count == 1 else f"{note} ({count} files)" for note, count in self._notes.items()]
        self._all.notes += said[:_SAID] + ([f"{len(said) - _SAID} more remarks"] if len(said) > _SAID else [])
        if others:
            self._all.notes.append(
                f"other files of the folder, which are no activities, were not read: {others}"
            )
        return self._all
