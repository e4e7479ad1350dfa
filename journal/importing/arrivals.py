"""Files on their way into the journal: all of them are read and checked before anything is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from journal.exercises import Catalogue, catalogue
from journal.importing.asked import Asked
from journal.importing.doubtful import remark, too_fast, too_long
from journal.importing.naming import guesses
from journal.importing.no_load import without_load
from journal.importing.reading import Reader
from journal.importing.result import Result
from journal.importing.sifting import sifted
from journal.interchange.imported import Imported, Problem
from journal.interchange.own import journal_files
from journal.interchange.own.json_document import as_json
from journal.interchange.rows.foreign import Tell, in_silence
from journal.records import Alias, OwnExercise, Record, Workout, columns

if TYPE_CHECKING:
    from journal.storage import Brought, Store

Bring = Callable[[Sequence[Record]], "Brought"]


class Journal(Protocol):
    """The journal that the files go to, as a command or a screen has it open."""

    @property
    def store(self) -> "Store":
        """Where it is read."""

    @property
    def zone(self) -> tzinfo:
        """Zone of times without an offset."""

    @property
    def now(self) -> datetime:
        """The present moment in that zone."""

    def made(self) -> "Store":
        """Where it is written; a journal that is not there yet is made."""


@dataclass(slots=True)
class Arrivals:
    """The files of one call; a later one may refer to what an earlier one brings."""

    here: Journal
    asked: Asked
    tell: Tell = in_silence
    """Told how far a long file has been read."""
    _earlier: dict[tuple[str, str], Record] = field(default_factory=dict)
    """What the files before have, by table and key."""
    _in_journal: dict[type[Record], set[str]] = field(default_factory=dict)

    def bring(self, files: Sequence[Path], step: Callable[[], None]) -> list[Result]:
        """Read and check all files, then write all of them or, when one has a problem, none.

        `step` is called three times for every file: once it is read, checked and written, or need not be.  The
        results stand in the order of the files, in whatever order these had to be read.
        """
        order = sorted(range(len(files)), key=lambda place: journal_files.reading_order(files[place]))
        checked: dict[int, Result] = {}
        for place in order:
            read = self._read(files[place])
            step()
            checked[place] = self.check(files[place].name or str(files[place]), read)
            step()
        if any(one.refused for one in checked.values()):
            checked = {place: one.held_back() for place, one in checked.items()}
        else:
            for place in order:
                checked[place] = checked[place] if self.asked.dry_run else self.write(checked[place])
                step()
        return [checked[place] for place in range(len(files))]

    def _read(self, file: Path) -> Imported:
        reader = Reader(self._catalogue(), self.here.zone, self.here.now.date(), self.tell)
        return reader.read(file, self.asked, self._is_known)

    def _catalogue(self) -> Catalogue:
        """The journal's exercises and those that earlier files bring."""
        store, earlier = self.here.store, self._earlier.values()
        return catalogue(
            [*store.rows(OwnExercise), *(one for one in earlier if isinstance(one, OwnExercise))],
            [*store.rows(Alias), *(one for one in earlier if isinstance(one, Alias))],
        )

    def _is_known(self, kind: type[Record], key: str) -> bool:
        """Whether the journal, or an earlier file, has that record."""
        if kind not in self._in_journal:
            self._in_journal[kind] = {one.key for one in self.here.store.rows(kind)}
        return key in self._in_journal[kind] or (kind.TABLE, key) in self._earlier

    def check(self, name: str, read: Imported) -> Result:
        """What the journal would make of a file's records, seen after those that were checked before."""
        read = sifted(read, self.here.store, self._earlier.values(), self.asked)
        if read.source != journal_files.NAME:
            doubtful = filter(None, (remark(too_long(read)), too_fast(read)))
            read = replace(read, notes=[*read.notes, *doubtful])

        before = self._referred(read.records)

        def bring(records: Sequence[Record]) -> "Brought":
            return self._dry([*before, *records])

        twins = Counter(record.TABLE for record in read.records if self._is_twin(record))
        clashing = [
            read.problem(record.TABLE, record.key, "an earlier file of this call has it with other content")
            for record in read.records
            if (record.TABLE, record.key) in self._earlier and not self._is_twin(record)
        ]
        new = [record for record in read.records if (record.TABLE, record.key) not in self._earlier]
        records, brought, problems = self._settled(read, new, bring)
        guessed = {
            one: exercise.slug for one, exercise in guesses(read.new_exercises, self._catalogue()).items()
        }
        self._earlier |= {(record.TABLE, record.key): record for record in records}
        kept = [record for record in read.records if self._is_twin(record)]
        found = (*read.problems, *clashing, *problems)
        result = Result(name, read, kept, brought, found, self.asked.skip_bad_rows, guesses=guessed)
        result = result.less(self._dry(before), twins)
        return replace(_with_remark(result), dry_run=self.asked.dry_run)

    def _referred(self, records: Iterable[Record]) -> list[Record]:
        """Those of the files before that the records, or these themselves, refer to."""
        found: dict[tuple[str, str], Record] = {}
        while records and self._earlier:
            wanted = {key for one in records for key in _references(one) if key in self._earlier}
            records = [self._earlier[key] for key in sorted(wanted) if key not in found]
            found |= {(one.TABLE, one.key): one for one in records}
        return list(found.values())

    def _dry(self, records: Sequence[Record]) -> "Brought":
        return self.here.store.bring_in(records, now=self.here.now, source="", file="", dry_run=True)

    def _settled(
        self, read: Imported, records: list[Record], bring: Bring
    ) -> tuple[list[Record], "Brought", list[Problem]]:
        """The records that the journal takes, what it says of them, and its problems with the others.

        Without `skip_bad_rows` it is asked once.  With it again: a set may have lost its workout.
        """
        found: list[Problem] = []
        own = {(record.TABLE, record.key) for record in records}
        while True:
            brought = bring(records)
            found += [
                read.problem(table, key, reason)
                for table, key, reason in brought.problems
                if (table, key) in own
            ]
            if not brought.problems or not self.asked.skip_bad_rows:
                return records, brought, found
            bad = {(table, key) for table, key, _ in brought.problems}
            records = [record for record in records if (record.TABLE, record.key) not in bad]

    def _is_twin(self, record: Record) -> bool:
        """Whether an earlier file has the same record, to the last field."""
        other = self._earlier.get((record.TABLE, record.key))
        return other is record or (other is not None and as_json(other) == as_json(record))

    def write(self, checked: Result) -> Result:
        """Write what was checked, as one batch."""
        store = self.here.made()

        def bring(records: Sequence[Record]) -> "Brought":
            return store.bring_in(records, now=self.here.now, source=checked.read.source, file=checked.file)

        _, brought, problems = self._settled(checked.read, checked.records, bring)
        held = bool(problems) and brought.batch is None
        return replace(checked, brought=brought, problems=(*checked.problems, *problems), held=held)


def _with_remark(result: Result) -> Result:
    """The result with a note of the workouts that it adds from elsewhere without a load."""
    read = result.read
    lacking = "" if read.source == journal_files.NAME else without_load(read)
    if not (lacking and result.brought.added.get(Workout.TABLE)):
        return result
    return replace(result, read=replace(read, notes=[*read.notes, lacking]))


def _references(record: Record) -> Iterator[tuple[str, str]]:
    """Table and key of the records that it points to."""
    for column in columns(type(record)):
        if column.references and (target := getattr(record, column.name)) is not None:
            yield column.references, str(target)
