"""What the verbs of a store give back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from journal.by_columns import Tables
from journal.records import RECORDS, Record, Set
from journal.storage.rows import codec
from journal.storage.words import SayDay, describe


@dataclass(frozen=True, slots=True)
class Rows:
    """The raw rows of one table: int, str and None, in the order of `columns` (see `storage.tables`)."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All tables of one moment, by name, in the order of the files.

    `zone` is the writer's, for whoever reads times of day out of dates; the database does not know it.
    """

    tables: Mapping[str, Rows]
    zone: tzinfo = UTC

    def in_columns(self) -> Tables:
        """All records, as columns."""
        for record in RECORDS:
            rows = self.tables[record.TABLE].rows
            yield record, iter([codec(record).in_columns(rows)] if rows else [])

    def lived_in(self, zone: tzinfo) -> "Snapshot":
        """The same tables of a writer in that zone."""
        return replace(self, zone=zone)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one entry: the record as it now stands, and the sets that the entry added.

    `joined`: the sets went to a workout that was there.  `completed`: the entry completed a workout.
    """

    record: Record
    sets: tuple[Set, ...] = ()
    joined: bool = False
    completed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: None before = new, None after = deleted."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Step:
    """One verb that was done, or with `undone` taken back.  `changes` say what it did when it was done."""

    id: int
    verb: str
    at: datetime
    changes: tuple[Change, ...]
    undone: bool = False

    @property
    def summary(self) -> str:
        """What was done or taken back, in plain words: "took back pain, left lower back, 4"."""
        return self.in_words(str)

    def in_words(self, day: SayDay) -> str:
        """The same with days written as `day` writes them."""
        pairs = [(change.before, change.after) for change in self.changes]
        return describe(pairs, verb=self.verb, undone=self.undone, day=day)


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did: records added and already there by table, and those that could not be added.

    A problem is (table, key, reason); with one, nothing was written.  `batch` is None when nothing was added.
    `came_with` are the earlier imports that brought what the journal has otherwise.
    """

    batch: int | None
    added: dict[str, int]
    already_there: dict[str, int]
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    new_exercises: tuple[str, ...] = ()
    came_with: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: when, from what, how many records by table, and the first and last day among them."""

    number: int
    at: datetime
    source: str
    file: str
    added: dict[str, int]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: records removed by table, and in words what was kept and why."""

    number: int
    removed: dict[str, int]
    kept: tuple[str, ...]
