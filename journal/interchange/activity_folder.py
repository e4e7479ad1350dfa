"""Many activities at once: a folder, as a watch has it, or an archive, as a site hands out everything.

One import of many files: what holds no workout, or cannot be read, is left out with its reason.
"""

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from journal.errors import Refused
from journal.interchange import fit, gpx, tcx
from journal.interchange.activity_members import ENDINGS, Member, has_members, members
from journal.interchange.foreign import Options, Tell
from journal.interchange.imported import Imported, Place, Skipped
from journal.records import Record, Set, Workout

NAME = "activities"
"""What the format is called."""
TITLE = "a collection of activities"
"""What it is called in a sentence."""

_FORMATS = (fit, gpx, tcx)
_HEAD = 65_536
_SAID = 20
"""Remarks that are repeated; those of single files are many and alike."""
_MOST = 20_000
"""Files of one collection: more than ten years of training twice a day."""


def recognises(file: Path, head: bytes) -> bool:
    """Whether it is a folder or an archive with files of activities."""
    return has_members(file, head)


def read(file: Path, options: Options) -> Imported:
    """The workouts of all files; `Refused` when there are none, or when nothing in them can be read."""
    name = options.file or str(file)
    with members(file) as found:
        count = len(found.activities)
        if not count:
            raise Refused(f"{name} has no files of activities, which are called {', '.join(ENDINGS)}")
        if count > _MOST:
            raise Refused(f"{name} has {count:,} files of activities; at most {_MOST:,} are read at once")
        everything = _Everything()
        for done, one in enumerate(found.activities):
            # A long file may be cancelled as well, and tells of files, not of its own bytes.
            tell = partial(_tell, options.tell, done, count)
            tell(0, 0)
            everything.take(one, replace(options, file=one.name, tell=tell))
        return everything.finish(name, found.others)


def _tell(tell: Tell, done: int, of: int, _done_within: int, _of_within: int) -> None:
    tell(done, of)


class _Everything:
    """What the files gave so far."""

    def __init__(self) -> None:
        self._all = Imported(NAME)
        self._known: set[tuple[str, str]] = set()
        self._notes: Counter[str] = Counter()
        self._read = 0

    def take(self, file: Member, options: Options) -> None:
        """Read one more file."""
        try:
            data = file.content()
            form = next((form for form in _FORMATS if form.recognises(Path(file.name), data[:_HEAD])), None)
            if form is None:
                raise Refused(f"{file.name} holds something else than its name says")
            one = form.understand(data, options)
        except Refused as refused:
            reason = str(refused).removeprefix(file.name).lstrip(", ")
            self._all.skipped.append(Skipped(0, reason, file.name))
        else:
            self._read += 1
            self._add(one, file.name)

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
            self._all.notes.append(f"other files beside the activities were not read: {others}")
        return self._all
