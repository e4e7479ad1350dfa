"""Looking for words in everything that belongs to a day, the newest first.

The texts are fetched and compared here and not by the database: SQLite knows small and capital letters of ASCII
only, and two databases must give the same answer.  What is written the same way is compared once, and of a table
in which nothing is found no more than that is fetched.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection

from journal import columns as fields
from journal.columns import Kind
from journal.matching import folded
from journal.records import (
    BY_TABLE,
    Care,
    CheckIn,
    Drink,
    FlagMark,
    Pain,
    Record,
    Session,
    Set,
    SymptomEntry,
    Urine,
    Workout,
    columns,
)
from journal.storage.rows import codec
from journal.storage.table_rows import chunks, fetch, find, stored
from journal.storage.tables import TABLES
from journal.vocabulary import display

_CALLED: Mapping[type[Record], str] = {
    Workout: "workout",
    Pain: "pain",
    SymptomEntry: "symptom",
    Drink: "drink",
    Urine: "urine colour",
    Care: "care",
    CheckIn: "check-in",
    FlagMark: "mark",
}
"""What is looked through besides sets, and the word by which all of it is found."""
_NOT_READ = frozenset({"source", "subject", "time_known"})
_NOTES = frozenset({"note", "reason"})
"""Columns in which somebody wrote in words of their own."""
_SAID = {"present": ("no", "yes"), "swelling": ("", "swollen swelling"), "bruising": ("", "bruised")}
"""Words for no and yes; other columns are found by their name where the answer is yes."""


@dataclass(frozen=True, slots=True)
class Found:
    """The newest entries with all of the words (a workout with its sets is one), and how many there are of all."""

    entries: tuple[Session | Record, ...] = ()
    total: int = 0


class _Hit(NamedTuple):
    """Where something was found; the newest is the greatest."""

    day: str
    at: int
    table: str
    key: str


@dataclass
class _Looked:
    """The words that are looked for, as bits: which of them occur in a text is a number.

    Without words what is looked for is a note: one bit, set by `_NOTES`.
    """

    words: Sequence[str]
    names: Mapping[str, str]
    seen: dict[tuple[Any, ...], int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """Every word occurs."""
        return (1 << max(len(self.words), 1)) - 1

    def bits(self, text: str) -> int:
        """Which of the words occur in the text."""
        there = folded(text)
        return sum(1 << place for place, word in enumerate(self.words) if word in there)

    def reader(self, record: type[Record]) -> tuple[list[str], Callable[[Sequence[Any]], int]]:
        """The stored columns to fetch of a table, and what is found in their values."""
        read = [column for column in columns(record) if _is_read(column)]
        called = _CALLED.get(record, "")

        def found_in(values: Sequence[Any]) -> int:
            key = (called, *values)
            known = self.seen.get(key)
            if known is None:
                known = self.seen[key] = self._found_in(read, called, values)
            return known

        return [column.stored for column in read], found_in

    def _found_in(self, read: Sequence[fields.Column], called: str, values: Sequence[Any]) -> int:
        told = list(zip(read, values, strict=True))
        if not self.words:
            return int(any(column.name in _NOTES and str(value).strip() for column, value in told))
        return self.bits("\n".join([called, *(self._words(column, value) for column, value in told)]))

    def _words(self, column: fields.Column, value: Any) -> str:
        if value is None or value == "":
            return ""
        if column.words is not None:
            words = (column.words(word) for word in str(value).split(";"))
            return " ".join(f"{word} {display(word)}" for word in words)
        if column.kind is Kind.YES_NO:
            return _SAID.get(column.name, ("", column.name.replace("_", " ")))[bool(value)]
        return f"{value} {self.names.get(value, '')}" if column.kind is Kind.KEY else str(value)


def search(connection: Connection, words: Sequence[str], *, limit: int, names: Mapping[str, str]) -> Found:
    """The newest `limit` entries with all of the folded words; without words, those with a note.

    `names` are further names of exercises by their slugs.
    """
    looked = _Looked(words, names)
    hits = list(_workouts(connection, looked))
    for record in _CALLED:
        if record is not Workout:
            hits += _plain(connection, looked, record)
    newest = nlargest(limit, hits)
    entries = _entries(connection, newest)
    return Found(tuple(entries[hit.table, hit.key] for hit in newest), len(hits))


def _plain(connection: Connection, looked: _Looked, record: type[Record]) -> Iterator[_Hit]:
    read, found_in = looked.reader(record)
    if all(found_in(values) != looked.all for values in _fetched(connection, record.TABLE, read, once=True)):
        return
    when = "at_offset" if record is CheckIn else "at"
    for row in _fetched(connection, record.TABLE, ["day", when, *record.KEY, *read]):
        if found_in(row[3:]) == looked.all:
            yield _Hit(row[0], 0 if record is CheckIn else row[1], record.TABLE, row[2])


def _workouts(connection: Connection, looked: _Looked) -> Iterator[_Hit]:
    """The workouts whose own words and those of their sets together have all that is looked for."""
    read, found_in = looked.reader(Set)
    place = read.index("exercise")
    meant = {values[place] for values in _fetched(connection, "sets", read, once=True) if found_in(values)}
    of_sets: dict[str, int] = {}
    for some in chunks(sorted(meant)):
        chosen = TABLES["sets"].c.exercise.in_(some)
        for workout, *values in _fetched(connection, "sets", ["workout_id", *read], chosen):
            of_sets[workout] = of_sets.get(workout, 0) | found_in(values)
    read, found_in = looked.reader(Workout)
    for day, at, key, *values in _fetched(connection, "workouts", ["day", "started_at", "id", *read]):
        if found_in(values) | of_sets.get(key, 0) == looked.all:
            yield _Hit(day, at, "workouts", key)


def _fetched(
    connection: Connection,
    table: str,
    names: Sequence[str],
    chosen: ColumnElement[bool] | None = None,
    *,
    once: bool = False,
) -> list[tuple[Any, ...]]:
    """These columns of the rows of a table, or of the chosen ones; `once`: what is the same in many is one."""
    statement = stored(TABLES[table], connection.dialect.name)
    statement = statement.with_only_columns(*[statement.selected_columns[name] for name in names])
    if chosen is not None:
        statement = statement.where(chosen)
    return fetch(connection, statement.distinct() if once else statement)


def _entries(connection: Connection, hits: Sequence[_Hit]) -> dict[tuple[str, str], Session | Record]:
    """What was found, by table and key; a workout with its sets in order."""
    found: dict[tuple[str, str], Session | Record] = {}
    for table in {hit.table for hit in hits}:
        keys = [(hit.key,) for hit in hits if hit.table == table]
        rows = find(connection, TABLES[table], keys)
        found |= {(table, key): codec(BY_TABLE[table]).read(row) for (key,), row in rows.items()}
    workouts = [(hit.key,) for hit in hits if hit.table == "workouts"]
    sets: dict[str, list[Set]] = {}
    for row in find(connection, TABLES["sets"], workouts, by="workout_id").values():
        one = codec(Set).read(row)
        sets.setdefault(str(one.workout_id), []).append(one)
    for (key,) in workouts:
        workout = found["workouts", key]
        if isinstance(workout, Workout):
            own = sorted(sets.get(key, []), key=lambda one: one.position)
            found["workouts", key] = Session(workout, tuple(own))
    return found


def _is_read(column: fields.Column) -> bool:
    texts = (Kind.TEXT, Kind.KEY, Kind.WORD, Kind.WORDS, Kind.YES_NO)
    return column.kind in texts and column.name not in _NOT_READ
