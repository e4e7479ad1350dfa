"""Many activities at once: a folder, as a watch has it, or an archive, as a site hands out everything.

One import of many files: what holds no workout, or cannot be read, is left out with its reason.
"""

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from journal.errors import Refused
from journal.interchange.disk import HEAD
from journal.interchange.endurance import fit, gpx, tcx
from journal.interchange.endurance.activity_members import ENDINGS, Member, has_members, members
from journal.interchange.imported import Imported, Place, Skipped
from journal.interchange.rows.foreign import Options, Tell
from journal.records import OwnExercise, Record, Set, Workout
from journal.vocabulary import WorkoutKind

NAME = "activities"
"""What the format is called."""
TITLE = "a collection of activities"
"""What it is called in a sentence."""

_FORMATS = (fit, gpx, tcx)
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
        # Of an activity in several formats the one that tells most is kept.
        for done, one in enumerate(sorted(found.activities, key=_telling)):
            # A long file may be cancelled as well, and tells of files, not of its own bytes.
            tell = partial(_tell, options.tell, done, count)
            tell(0, 0)
            everything.take(one, replace(options, file=one.name, tell=tell))
        return everything.finish(name, found.others)


def _telling(file: Member) -> tuple[int, str]:
    """The place of a file among all: FIT knows sports and sets, GPX only the way."""
    ending = file.name.lower().removesuffix(".gz").rpartition(".")[2]
    return ("fit", "tcx", "gpx").index(ending), file.name


def _tell(tell: Tell, done: int, of: int, _done_within: int, _of_within: int) -> None:
    tell(done, of)


class _Everything:
    """What the files gave so far."""

    def __init__(self) -> None:
        self._all = Imported(NAME)
        self._ids: set[UUID] = set()
        self._workouts: dict[int, Workout] = {}
        """The workouts by the minute of their start."""
        self._own: dict[str, Record] = {}
        """Exercises that the files name and nothing knows, by their slugs."""
        self._notes: Counter[str] = Counter()
        self._read = 0

    def take(self, file: Member, options: Options) -> None:
        """Read one more file."""
        try:
            data = file.content()
            form = next((form for form in _FORMATS if form.recognises(Path(file.name), data[:HEAD])), None)
            if form is None:
                raise Refused(
                    f"{file.name} holds something else than its name says; it needs FIT, GPX or TCX"
                )
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
        workouts = [record for record in one.records if isinstance(record, Workout)]
        twins = {workout.id for workout in workouts if self._is_there(workout)}
        for record in one.records:
            if not isinstance(record, Workout | Set):
                self._own.setdefault(record.key, record)
            elif (record.workout_id if isinstance(record, Set) else record.id) not in twins:
                every.records.append(record)
                every.places[record.TABLE, record.key] = Place(name)
        self._workouts.update({_minutes(each): each for each in workouts if each.id not in twins})
        self._ids.update(each.id for each in workouts)
        if twins:
            every.skipped.append(Skipped(0, "the same activity as in another file", name))
        every.rows += one.rows
        every.skipped += [replace(skipped, file=name) for skipped in one.skipped]
        every.problems += one.problems
        every.units |= one.units
        self._notes.update(one.notes)

    def _is_there(self, workout: Workout) -> bool:
        """Whether an earlier file has it: the same, or in another format one that began at the same time."""
        near = (self._workouts.get(_minutes(workout) + away) for away in (-1, 0, 1))
        return workout.id in self._ids or any(
            other is not None and other.source != workout.source and _may_be_same(workout.kind, other.kind)
            for other in near
        )

    def finish(self, folder: str, others: int) -> Imported:
        """All of it; what several files had to say is said once."""
        if not self._read:
            first = self._all.skipped[0]
            raise Refused(
                f"{folder} holds no workout that can be read; its first file, {first.file}: {first.reason}"
            )
        used = {record.exercise for record in self._all.records if isinstance(record, Set)}
        new = [one for slug, one in self._own.items() if slug in used]
        self._all.new_exercises = [one.name for one in new if isinstance(one, OwnExercise)]
        self._all.records[:0] = new
        said = [note if count == 1 else f"{note} ({count} files)" for note, count in self._notes.items()]
        self._all.notes += said[:_SAID] + ([f"{len(said) - _SAID} more remarks"] if len(said) > _SAID else [])
        if others:
            self._all.notes.append(f"other files beside the activities were not read: {others}")
        return self._all


def _minutes(workout: Workout) -> int:
    """When it began, in whole minutes."""
    return int(workout.started_at.timestamp() // 60)


def _may_be_same(one: WorkoutKind, other: WorkoutKind) -> bool:
    """Whether two formats may mean the same sport: not all of them have a word for each."""
    return one is other or WorkoutKind.OTHER in (one, other)
