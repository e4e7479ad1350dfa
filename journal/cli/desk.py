"""The journal that a command works with: which one is meant, opened with its clock and its words."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal import clock, config
from journal.cli import moments, output
from journal.errors import CouldNot, Refused

if TYPE_CHECKING:
    from journal.analysis.engine import Parameters
    from journal.entry import Writer
    from journal.exercises import Catalogue
    from journal.records import Record, Session
    from journal.storage import Snapshot, Store
    from journal.storage.copies import Backups
    from journal.storage.plain import PlainFile

    R = TypeVar("R", bound=Record)
    T = TypeVar("T")
    Reader = Store | PlainFile

_before_the_command = ""


def remember_db(db: str) -> None:
    """Keep a `--db` that stood before the command, until the command asks for it."""
    global _before_the_command  # noqa: PLW0603 - one process runs one command
    _before_the_command = db


def given_db(db: str) -> str:
    """The journal that the call names, after or before the command; "" when it names none."""
    return db or _before_the_command


def url_of(db: str) -> str:
    """The journal meant: `--db` after the command, before it, `JOURNAL_DB`, the data folder."""
    return given_db(db) or config.default_url()


@dataclass(slots=True)
class Desk:
    """An open journal with its clock and its words: what a command works with.

    When there is no journal yet, `store` is an empty one that goes with the command, and `missing` says where
    none was found.
    """

    reader: "Reader"
    """What reads the journal: the store, or its file as long as nobody needs the store, which takes longer to load."""
    opened: "Callable[[], Store]"
    """Opens the store, and gives the same one again."""
    profile: dict[str, str]
    zone: tzinfo
    now: datetime
    make: "Callable[[], Store]"
    backups: "Backups"
    missing: str = ""

    @property
    def store(self) -> "Store":
        """The open store, for whatever writes, and for what its file alone does not tell."""
        self.reader = store = self.opened()
        return store

    def made(self) -> "Store":
        """The store to write to.  Only here a journal is made, once the input is known to be right."""
        if self.missing:
            store = self.make()
            self.opened, self.missing = lambda: store, ""
        return self.store

    def reading(self, job: "Callable[[Reader], T]") -> "T":
        """What a job reads; it is begun again with the store when the file turns out to need it."""
        from journal.storage.plain import NotPlain

        try:
            return job(self.reader)
        except NotPlain:
            return job(self.store)

    def rows(self, record: "type[R]", *, since: date | None = None, until: date | None = None) -> "list[R]":
        """As `Store.rows`."""
        return self.reading(lambda reader: reader.rows(record, since=since, until=until))

    def sessions(self, *, since: date | None = None, until: date | None = None) -> "list[Session]":
        """As `Store.sessions`."""
        return self.reading(lambda reader: reader.sessions(since=since, until=until))

    def backup_folder(self) -> Path:
        """Where copies of the journal are kept, of one on a server in the data folder; made when it is not there."""
        from journal.storage.keeping import made_folder

        place = config.data_folder() / "journal.db" if "://" in self.store.url else Path(self.store.url)
        try:
            return made_folder(place, self.backups)
        except OSError as error:
            raise CouldNot(
                f"{error.filename} cannot be made: {error.strerror}; name a file to write to"
            ) from None

    @property
    def stem(self) -> str:
        """What copies of the journal are called after; one on a server lies beside those of the user's own file."""
        return "server" if "://" in self.store.url else Path(self.store.url).stem

    def keep_today(self) -> None:
        """The copy of this day, if it was not made yet; one that cannot be made stops nobody, and is told."""
        from journal.storage.copies import is_kept
        from journal.storage.plain import PlainFile

        today = self.now.date()
        if isinstance(self.reader, PlainFile) and is_kept(self.reader.path, self.backups, today):
            return
        try:
            self.store.keep_today(self.backups, today)
        except CouldNot as error:
            output.remark(f"No backup was made today: {error}.")

    def remark_missing(self, *, quiet: bool = False) -> None:
        """Say that there is no journal, to somebody who may have mistyped its name."""
        if self.missing and not quiet:
            from journal.storage.keeping import left_of

            left = left_of(self.missing, self.backups)
            words = f"; {left}" if left else " yet; `journal log` begins one"
            output.remark(f"There is no journal at {self.missing}{words}.")

    def moment(self, text: str) -> datetime:
        """An `--as-of`: now when it is empty; a naive one is the profile's local time."""
        return moments.as_of(text, self.zone, self.now)

    def read(self, since: date | None) -> "Snapshot":
        """The stored rows since a date, as the rules want them."""
        return self.reading(lambda reader: reader.snapshot(since=since)).lived_in(self.zone)

    def parameters(self) -> "Parameters":
        """The writer's own thresholds; `Refused` says what is wrong with them in the settings file."""
        written = config.settings().rules
        if not written:
            return {}
        from journal.analysis.parameters import checked

        return checked(written, str(config.settings_file()))

    def catalogue(self) -> "Catalogue":
        """The exercise catalogue with the writer's own exercises and names."""
        from journal.exercises import catalogue
        from journal.records import Alias, OwnExercise

        return catalogue(self.rows(OwnExercise), self.rows(Alias))

    def writer(self, now: datetime | None = None) -> "Writer":
        """Who writes, when, and in which units."""
        from journal.entry import Writer
        from journal.vocabulary import DistanceUnit, MassUnit

        return Writer(
            now=now or self.now,
            zone=self.zone,
            catalogue=self.catalogue(),
            weight_unit=MassUnit(self.profile.get("weight_unit") or MassUnit.KG),
            distance_unit=DistanceUnit(self.profile.get("distance_unit") or DistanceUnit.KM),
            glass_ml=int(self.profile.get("glass_ml") or 250),
        )


@contextmanager
def desk(db: str, *, create: bool = False) -> Iterator[Desk]:
    """Open the journal for one command; closed again whatever happens.

    With `create` it is made when there is none; otherwise an empty one stands in for it until `Desk.made`.
    """
    url, backups = url_of(db), backups_of(_settings())
    with ExitStack() as open_things:

        @cache
        def opened() -> "Store":
            from journal.storage import open_store

            return open_things.enter_context(open_store(url, create=create, backups=backups))

        @cache
        def empty() -> "Store":
            return open_things.enter_context(_empty())

        reader, profile, missing = _read(url, opened, empty, open_things)
        zone = _zone(profile.get("time_zone", ""))
        here = Desk(
            reader,
            empty if missing else opened,
            profile,
            zone,
            clock.now(zone),
            make=lambda: open_things.enter_context(_begun(url, backups)),
            backups=backups,
            missing=missing,
        )
        yield here
        # Not after a call that failed: its sentence is the only one, and what hindered it would hinder the copy.
        if not here.missing:
            here.keep_today()


def _begun(url: str, backups: "Backups") -> "Store":
    """A new journal; whoever had one there is told of its backups."""
    from journal.storage import open_store
    from journal.storage.keeping import left_of

    if left := left_of(url, backups):
        output.remark(f"A new journal begins at {url}; {left}.")
    return open_store(url, backups=backups)


def _read(
    url: str, opened: "Callable[[], Store]", empty: "Callable[[], Store]", open_things: ExitStack
) -> "tuple[Reader, dict[str, str], str]":
    """What reads the journal, its profile, and where none was found when that is an empty one."""
    from journal.storage.plain import NotPlain, PlainFile

    try:
        file = open_things.enter_context(PlainFile(url))
        return file, file.profile(), ""
    except NotPlain:
        pass
    from journal.storage import NoJournal

    try:
        store, missing = opened(), ""
    except NoJournal as error:
        store, missing = empty(), error.name
    return store, store.profile(), missing


def backups_of(settings: config.Settings) -> "Backups":
    """Where copies are kept and how many of them, as the settings say."""
    from journal.storage.copies import Backups

    return Backups.said(settings.backups, config.data_folder())


def _settings() -> config.Settings:
    """The settings; when they cannot be read, the usual ones: what is wrong is told where they matter."""
    try:
        return config.settings()
    except Refused:
        return config.Settings()


@contextmanager
def _empty() -> "Iterator[Store]":
    """An empty journal that is gone afterwards."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from journal.storage import open_store

    with TemporaryDirectory(prefix="journal-") as folder, open_store(str(Path(folder) / "empty.db")) as store:
        yield store


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfoNotFoundError

    try:
        return clock.zone(name)
    except ZoneInfoNotFoundError:
        raise CouldNot(
            f"this machine does not know the journal's time zone, {name}; install the system's time zone data"
        ) from None
