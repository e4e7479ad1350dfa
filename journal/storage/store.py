"""The store: every way to read a journal or to change it.  Each verb is one transaction and one undo step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from journal.by_columns import Tables
from journal.errors import CouldNot
from journal.records import Entry, ProfileEntry, Record, Session
from journal.storage import batches as imports
from journal.storage import bringing, by_exercise, drafts, joining, reading, recording, searching
from journal.storage import lines as written
from journal.storage import undo as undoing
from journal.storage.backup import copy_journal, image
from journal.storage.by_exercise import Use
from journal.storage.faults import plain_words
from journal.storage.hanging_up import Verb, newest_transaction, read
from journal.storage.keeping import USUAL, Backups, keep_today
from journal.storage.migrate import prepare
from journal.storage.place import Place, engine_of, identity, place_of
from journal.storage.results import Batch, Brought, Change, Recorded, Snapshot, Step, TakenBack
from journal.storage.schema import refuse_another_schema
from journal.storage.steps import OpenStep
from journal.storage.unreadable import naming_damage

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def open_store(url: str, *, create: bool = True, upgrade: bool = True, backups: Backups = USUAL) -> "Store":
    """Open the journal at a path or SQLAlchemy URL, made or brought to the newest schema when that is needed.

    It is copied to where its backups are kept before its schema changes.

    `NoJournal` when there is none and `create` is False, `Refused` when `url` names nothing a journal can lie in;
    `CouldNot` when it is damaged, of a newer version, not a journal, cannot be reached, or would have to be brought
    to the newest schema and `upgrade` is False.
    """
    place = place_of(url)
    engine = engine_of(place)
    try:
        prepare(place, create=create, upgrade=upgrade, backups=backups, engine=engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(place, engine)


class Store:
    """An open journal.  Its methods may be called from any thread; every one may raise `CouldNot`."""

    def __init__(self, place: Place, engine: Engine) -> None:
        self.url = place.name
        """Where it lies: a path, or a URL without its password."""
        self._place = place
        self._engine = engine
        self._file = identity(place)
        # One connection for all writing: what it commits itself does not count as news for `data_version`.
        self._writer: Connection | None = None
        self._turn = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back; the store cannot be used after it."""
        with self._turn:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._engine.dispose()

    # Reading

    def rows(self, record: type[R], *, since: date | None = None, until: date | None = None) -> list[R]:
        """All records of a class whose local day lies in the range (inclusive), by instant or date, then key."""
        return self._read(
            lambda connection: reading.read_records(connection, record, since=since, until=until), alone=True
        )

    def get(self, record: type[R], key: str) -> R | None:
        """The record with that key (`Record.key`), or None."""
        return self._read(lambda connection: reading.read_one(connection, record, key), alone=True)

    def sessions(self, *, since: date | None = None, until: date | None = None) -> list[Session]:
        """The workouts of a range of local days (inclusive), each with its sets in order."""
        return self._read(lambda connection: reading.read_sessions(connection, since=since, until=until))

    def sessions_of(self, exercise: str, *, last: int | None = None) -> list[Session]:
        """The workouts (the `last` ones) in which that exercise was done, with its sets alone, oldest first."""
        return self._read(lambda connection: by_exercise.read_sessions_of(connection, exercise, last=last))

    def use(self) -> dict[str, Use]:
        """How often each exercise was done, by its slug; those without a set are not in it."""
        return self._read(by_exercise.read_use)

    def workout_to_join(self, at: datetime) -> Session | None:
        """The workout that an exercise line written for `at` would join, with its sets; None: it opens its own."""

        def read(connection: Connection) -> Session | None:
            found = joining.workout_to_join(connection, at)
            if found is None:
                return None
            sessions = reading.read_sessions(connection, since=found.day, until=found.day)
            return next(one for one in sessions if one.workout == found)

        return self._read(read)

    def search(
        self, words: Sequence[str], *, limit: int, names: Mapping[str, str] | None = None
    ) -> searching.Found:
        """The newest `limit` entries with all of these words, as `matching.words_asked` makes them, and how many.

        Without words, those with a note.  `names` are further names of exercises by their slugs.
        """
        return self._read(
            lambda connection: searching.search(connection, words, limit=limit, names=names or {})
        )

    def snapshot(self, *, since: date | None = None) -> Snapshot:
        """The raw rows of all tables at one moment; those that have a day only from `since` on."""
        return self._read(lambda connection: reading.read_snapshot(connection, since=since))

    def in_columns(self) -> Tables:
        """Everything at one moment, as columns."""
        return self.snapshot().in_columns()

    def profile(self) -> dict[str, str]:
        """What the journal knows about its writer, by key."""
        return {entry.key: entry.value for entry in self.rows(ProfileEntry)}

    def is_empty(self) -> bool:
        """Whether no record of any kind is in the journal."""
        return self._read(lambda connection: not reading.has_records(connection))

    def counts(self) -> dict[str, int]:
        """How many records each exported table holds, in the order of the files."""
        return self._read(reading.read_counts)

    def days(self) -> tuple[date, date] | None:
        """The first and last local day with a record; None when there is none."""
        return self._read(reading.first_and_last_day)

    def lines(self, limit: int = written.KEPT) -> list[str]:
        """The lines of quick entry that were remembered last, each once, newest last."""
        return self._read(lambda connection: written.read(connection, limit), alone=True)

    def drafts(self) -> dict[str, str]:
        """What was begun and is not recorded yet, by its name."""
        return self._read(drafts.read, alone=True)

    def data_version(self) -> int:
        """A number that is another one after somebody else committed to the journal.

        On PostgreSQL the store's own verbs change it too.
        """
        if self._place.path is None:
            return self._read(newest_transaction, alone=True)
        with self._turn, plain_words(self._place):
            driver = self._writing_connection().connection.driver_connection
            return int(driver.execute("PRAGMA data_version").fetchone()[0])  # type: ignore[union-attr]

    # Verbs

    def record(self, entries: Sequence[Entry], *, now: datetime, verb: str = "log") -> tuple[Recorded, ...]:
        """Write entries, all or none: sets join a workout of the last `JOIN_MIN` minutes, a check-in is merged
        into that of its date, an answer goes with the pain of the last hour, a profile entry, alias, condition or
        own exercise takes the place of the old one.

        `Refused` when one contradicts the journal.
        """

        def write(step: OpenStep) -> tuple[Recorded, ...]:
            recorded = tuple(recording.record_entry(step, entry) for entry in entries)
            step.close(now=now, verb=verb)
            return recorded

        return self._write(write)

    def change(self, changes: Sequence[Change], *, now: datetime, verb: str) -> Step:
        """Write, edit and delete records, in that order, all or none.

        `Refused` when a record is not (any more) as its change says it was before.  The step of no changes has id 0.
        """

        def write(step: OpenStep) -> int | None:
            recording.apply_changes(step, changes)
            return step.close(now=now, verb=verb)

        return Step(self._write(write) or 0, verb, now, tuple(changes))

    def undo(self, *, now: datetime) -> Step | None:
        """Take the newest step back, whatever it was; None when nothing of the last 90 days is left."""
        return self._write(lambda step: undoing.undo(step.connection, now=now))

    def redo(self, *, now: datetime) -> Step | None:
        """Do again what was taken back last; None when nothing was, or something else was done since."""
        return self._write(lambda step: undoing.redo(step.connection, now=now))

    def remember(self, line: str) -> None:
        """Keep a line of quick entry for `lines`, newest last; it is no step, and undo does not take it back."""
        self._write(lambda step: written.keep(step.connection, line))

    def keep_draft(self, name: str, draft: str) -> None:
        """Keep what is begun for `drafts`, or forget it (""); it is no step, and undo does not take it back."""
        self._write(lambda step: drafts.keep(step.connection, name, draft))

    # Imports

    def bring_in(
        self, records: Sequence[Record], *, now: datetime, source: str, file: str, dry_run: bool = False
    ) -> Brought:
        """Add the records of an import that are not there yet, as one batch.

        A record that is there with other content, or that points to one that is nowhere, is a problem; with a
        problem nothing is written: bring in the others without it.  `Refused` when a key stands in it twice.
        """
        if dry_run:
            return self._read(lambda connection: bringing.plan(connection, records)).brought(None)

        def write(step: OpenStep) -> Brought:
            plan = bringing.plan(step.connection, records)
            if plan.problems or not any(plan.rows.values()):
                return plan.brought(None)
            number = bringing.write(step, plan, now=now, source=source, file=file)
            step.close(now=now, verb="import")
            return plan.brought(number)

        return self._write(write)

    def batches(self) -> list[Batch]:
        """The imports that were not taken back, oldest first."""
        return self._read(imports.read_batches)

    def take_back(self, number: int, *, now: datetime) -> TakenBack:
        """Remove what one import added; what was edited since is kept.  `Refused` when there is no such import."""

        def write(step: OpenStep) -> TakenBack:
            taken = imports.take_back(step, number)
            step.close(now=now, verb="undo-import")
            return taken

        return self._write(write)

    def backup(self, target: Path, *, force: bool = False) -> None:
        """Write a consistent copy as one SQLite file of mode 0600, also while the journal is open elsewhere.

        `Refused` when `target` is there already and `force` is False; a failed copy leaves nothing behind.
        """
        self._read(lambda connection: copy_journal(connection, self._place, target, force=force))

    def image(self) -> bytes:
        """The same copy as the bytes of that file, made in memory."""
        return self._read(lambda connection: image(connection, self._place))

    def keep_today(self, backups: Backups, today: date) -> Path | None:
        """Copy the journal where its backups are kept, once a day; see `keeping.keep_today`."""
        return keep_today(self._place, backups, today)

    def _read(self, job: Callable[[Connection], T], *, alone: bool = False) -> T:
        """What a job reads in one transaction; `alone`: with one statement."""
        self._check_file()
        with naming_damage(self._place), plain_words(self._place):
            return read(self._engine, job, alone=alone)

    def _write(self, verb: Callable[[OpenStep], T]) -> T:
        """Do a verb in one transaction; one on a server is done once, also when that hangs up."""
        if self._place.path is not None:
            with naming_damage(self._place), self._writing() as step:
                return verb(step)
        with self._turn, plain_words(self._place):
            return Verb(self.url, lambda connection: verb(OpenStep(connection))).do(self._writing_connection)

    @contextmanager
    def _writing(self) -> Iterator[OpenStep]:
        with self._turn, plain_words(self._place):
            self._check_file()
            connection = self._writing_connection()
            with connection.begin():
                refuse_another_schema(connection, self.url)
                yield OpenStep(connection)

    def _check_file(self) -> None:
        """`CouldNot` when the file is gone: what is written into one that was deleted is gone with it."""
        if identity(self._place) != self._file:
            raise CouldNot(
                f"{self.url}: the file was deleted, moved or replaced while it was open; put it back, or open it anew"
            )

    def _writing_connection(self) -> Connection:
        if self._writer is not None and self._writer.invalidated:
            self._writer.close()
            self._writer = None
        if self._writer is None:
            self._writer = self._engine.connect().execution_options(made=True)
        return self._writer
