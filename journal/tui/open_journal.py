"""The open journal as the screens see it: every call is awaited, and answered with frozen values.

The store lives in one thread, which does one thing after another; the rules work in a second one and read
through the first.  SQLAlchemy and pandas are imported there, after the first paint.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Any, TypeVar

from journal import clock
from journal.tui import judging
from journal.tui.reading import Behind, DayView, FlagInFull

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today
    from journal.entry import Writer
    from journal.records import Entry, Pain, Record
    from journal.storage import Recorded, Snapshot, Step, Store

T = TypeVar("T")
Clock = Callable[[], datetime]
Parameters = Mapping[str, Mapping[str, Any]]


class OpenJournal:
    """One journal, opened by `open` and closed by `close`.

    Verbs raise `Refused` or `CouldNot`, whose sentence is for the writer.
    """

    def __init__(self, url: str, *, as_of: Clock | None = None, parameters: Parameters | None = None) -> None:
        self._url = url
        self._as_of = as_of
        self._parameters = parameters or {}
        self._zone = self._zone_named("")
        self._store: Store | None = None
        self._version = 0
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="journal-store")
        self._rules = ThreadPoolExecutor(1, thread_name_prefix="journal-rules")

    def now(self) -> datetime:
        """The present moment on the writer's clock."""
        if self._as_of is not None:
            return clock.in_offset(self._as_of(), self._zone)
        return clock.now(self._zone)

    def today(self) -> date:
        """The present day."""
        return self.now().date()

    async def open(self) -> None:
        """Open the store; `CouldNot` when it is damaged, newer, or not to be read."""
        await self._at_desk(self._open)

    async def read(self, day: date) -> "tuple[DayView, Writer]":
        """The day's entries, and the words to write with."""
        return await self._at_desk(lambda store: self._read(store, day))

    async def moved(self) -> bool:
        """Whether somebody else has written since the last reading."""
        return await self._at_desk(lambda store: store.data_version() != self._version)

    async def record(self, entries: "Sequence[Entry]", verb: str = "log") -> "tuple[Recorded, ...]":
        """Record new entries, as one step."""
        return await self._at_desk(lambda store: store.record(entries, now=self.now(), verb=verb))

    async def replace(self, pairs: "Iterable[tuple[Record | None, Record | None]]", verb: str) -> "Step":
        """Change, add (before is None) and take out (after is None) records, as one step."""
        pairs = tuple(pairs)

        def change(store: "Store") -> "Step":
            from journal.storage import Change

            changes = [Change(before=before, after=after) for before, after in pairs]
            return store.change(changes, now=self.now(), verb=verb)

        return await self._at_desk(change)

    async def undo(self) -> "Step | None":
        """Take back the last step; None when there is none."""
        return await self._at_desk(lambda store: store.undo(now=self.now()))

    async def redo(self) -> "Step | None":
        """Do the step again that was taken back last; None when there is none."""
        return await self._at_desk(lambda store: store.redo(now=self.now()))

    async def last_workout(self) -> tuple[str, ...]:
        """The exercise lines of the latest workout that has any."""

        def look_up(store: "Store") -> tuple[str, ...]:
            from journal.tui.looking_up import last_workout

            return last_workout(store, self._writer(store))

        return await self._at_desk(look_up)

    async def asked_pain(self) -> "Pain | None":
        """The pain that open red-flag questions are about."""

        def look_up(store: "Store") -> "Pain | None":
            from journal.tui.looking_up import asked_pain

            return asked_pain(store, self.now())

        return await self._at_desk(look_up)

    async def judge(self, day: date) -> "Today":
        """What the rules say of the day: as of now, or as of the end of a day that is past."""
        at = self._moment(day)
        return await self._by_rules(lambda: judging.judge(self._rows, at, self._parameters))

    async def all_flags(self, day: date) -> "tuple[Flag, ...]":
        """All active flags, the folded tips included."""
        at = self._moment(day)
        return await self._by_rules(lambda: judging.all_flags(self._rows, at, self._parameters))

    async def raised_by(self, recorded: "Sequence[Record]") -> judging.Raised:
        """The flags that the records raised, and the questions that they call for."""
        now = self.now()
        return await self._by_rules(lambda: judging.raised_by(self._rows, recorded, now, self._parameters))

    async def in_full(self, flag: "Flag") -> FlagInFull:
        """A flag with the entries behind it in words."""

        def look_up(store: "Store") -> tuple[Behind, ...]:
            from journal.tui.looking_up import behind

            return behind(store, flag.evidence, self._writer(store))

        title, also = await self._by_rules(lambda: judging.titles(flag))
        return FlagInFull(flag, title, await self._at_desk(look_up), also)

    def close(self) -> None:
        """Let go of the journal; what is under way is finished first."""
        self._rules.shutdown(wait=False, cancel_futures=True)
        if self._store is not None:
            self._desk.submit(self._store.close)
        self._desk.shutdown(wait=True)

    def _open(self, _: "Store | None") -> None:
        from journal.storage import open_store

        self._store = open_store(self._url)
        self._zone = self._zone_named(self._store.profile().get("time_zone", ""))

    def _read(self, store: "Store", day: date) -> "tuple[DayView, Writer]":
        from journal.tui.day_lines import read_day

        self._version = store.data_version()
        self._zone = self._zone_named(store.profile().get("time_zone", ""))
        writer = self._writer(store)
        return read_day(store, day, writer), writer

    def _writer(self, store: "Store") -> "Writer":
        from journal.tui.looking_up import writer_of

        return writer_of(store, self.now(), self._zone)

    def _moment(self, day: date) -> datetime:
        now = self.now()
        if day >= now.date():
            return now
        return clock.in_offset(datetime.combine(day, time(23, 59, 59)), self._zone)

    def _rows(self, since: date | None) -> "Snapshot":
        """The stored rows, fetched at the desk; called from the rules' thread."""
        return self._desk.submit(lambda: self._opened().snapshot(since=since)).result()

    def _zone_named(self, name: str) -> tzinfo:
        """The profile's zone; without one that of the given clock, else the system's."""
        given = self._as_of().tzinfo if self._as_of is not None and not name else None
        return given or clock.zone(name)

    def _opened(self) -> "Store":
        if self._store is None:
            raise RuntimeError("the journal is not open yet")
        return self._store

    async def _at_desk(self, job: "Callable[[Any], T]") -> T:
        return await asyncio.get_running_loop().run_in_executor(self._desk, lambda: job(self._store))

    async def _by_rules(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._rules, job)
