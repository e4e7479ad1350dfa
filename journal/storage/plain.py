"""A journal in a file, read without SQLAlchemy: to import that takes as long as to read ten years.

Only what is in order is read here: `NotPlain` says that the store has to be opened, which says what is wrong,
or mends it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from journal.by_columns import Part, Tables
from journal.errors import CouldNot
from journal.homes import at_home
from journal.records import RECORDS, ProfileEntry, Record, Session, Set, Workout
from journal.storage.revision import HEAD
from journal.storage.rows import codec, sessions_of
from journal.storage.stored_names import TABLES, has_day, order_of, stored_names

if TYPE_CHECKING:
    from journal.storage.results import Snapshot

R = TypeVar("R", bound=Record)

_PART = 4_000
"""Rows that are handed out at once: a megabyte or two."""


class NotPlain(Exception):
    """The journal cannot be read in this way; nothing was changed."""


class PlainFile:
    """A journal of this version in a file, open for reading; its methods as those of a `Store`."""

    def __init__(self, place: str) -> None:
        """Open the file of that path; `NotPlain` when it is a URL, not there, damaged or of another version."""
        path = at_home(place).absolute()
        with _plainly():
            if "://" in place or not path.is_file():
                raise NotPlain
            is_pending = Path(f"{path.resolve()}-wal").exists()
        self.path = path
        # As `schema.reading_file` has it: a log that is pending stays where it is until the file is known as ours.
        # Then it is opened for writing too: who closes it last folds the log of a killed writer into it.
        for mode in ("ro", "rw") if is_pending else ("rw",):
            with _plainly():
                self._connection = sqlite3.connect(
                    f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None
                )
            try:
                self._check()
            except NotPlain:
                self._connection.close()
                raise
            if mode == "ro":
                self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _check(self) -> None:
        with _plainly():
            there = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}
            if not there >= TABLES:
                raise NotPlain
            if self._connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                raise NotPlain

    def rows(self, record: type[R], *, since: date | None = None, until: date | None = None) -> list[R]:
        """All records of a class whose local day lies in the range (inclusive), by instant or date, then key."""
        with _plainly():
            rows = self._connection.execute(_select(record, stored_names(record), since, until)).fetchall()
        return codec(record).read_all(rows)

    def sessions(self, *, since: date | None = None, until: date | None = None) -> list[Session]:
        """The workouts of a range of local days (inclusive), each with its sets in order."""
        with self._one_moment():
            sets = self.rows(Set, since=since, until=until)
            return sessions_of(self.rows(Workout, since=since, until=until), sets)

    def snapshot(self, *, since: date | None = None) -> "Snapshot":
        """The raw rows of all tables at one moment; those that have a day only from `since` on."""
        from journal.storage.results import Rows, Snapshot

        with self._one_moment():
            return Snapshot(
                {
                    record.TABLE: Rows(
                        tuple(stored_names(record)),
                        codec(record).checked(
                            self._connection.execute(_select(record, stored_names(record), since)).fetchall()
                        ),
                    )
                    for record in RECORDS
                }
            )

    def profile(self) -> dict[str, str]:
        """What the journal knows about its writer, by key."""
        return {entry.key: entry.value for entry in self.rows(ProfileEntry)}

    def is_empty(self) -> bool:
        """Whether no record of any kind is in the journal."""
        with self._one_moment():
            first = (
                self._connection.execute(f"SELECT 1 FROM {one.TABLE} LIMIT 1").fetchone() for one in RECORDS
            )
            return not any(first)

    def in_columns(self) -> Tables:
        """Everything at one moment, as columns; each table is read while it is used."""
        with self._one_moment():
            for record in RECORDS:
                found = self._connection.execute(_select(record, stored_names(record)))
                yield record, self._parts(record, found)

    def _parts(self, record: type[Record], found: sqlite3.Cursor) -> Iterator[Part]:
        with _plainly():
            while rows := found.fetchmany(_PART):
                try:
                    part = codec(record).in_columns(rows)
                except CouldNot as error:
                    raise NotPlain from error
                yield part

    @contextmanager
    def _one_moment(self) -> Iterator[None]:
        with _plainly():
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                with suppress(
                    sqlite3.ProgrammingError
                ):  # who did not want all columns may have closed the file
                    self._connection.execute("ROLLBACK")


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        raise NotPlain from error


def _select(
    record: type[Record], names: list[str], since: date | None = None, until: date | None = None
) -> str:
    """What `reading.read_records` asks."""
    bounds = [(since, ">="), (until, "<=")] if has_day(record) else []
    where = " AND ".join(f"day {sign} '{bound.isoformat()}'" for bound, sign in bounds if bound is not None)
    return (
        f"SELECT {', '.join(names)} FROM {record.TABLE} "
        f"{f'WHERE {where} ' if where else ''}ORDER BY {', '.join(order_of(record))}"
    )
