"""The open journal as the screens see it: every call is awaited, and answered with frozen values.

The store lives in one thread, which does one thing after another.  The rules work in a process beside this one;
where there is none, in a second thread, and read through the first.  SQLAlchemy and pandas are imported there,
after the first paint.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from journal import clock, config
from journal.errors import CouldNot, Refused
from journal.tui.asking.ahead import Ahead
from journal.tui.asking.asked import Reading, Working
from journal.tui.asking.at_work import AtWork, Cancelled, Parameters, Rows, Tell
from journal.tui.asking.beside import NotBeside
from journal.tui.asking.judging import judge
from journal.tui.asking.kept_drafts import KeptDrafts
from journal.tui.asking.patience import Patience
from journal.tui.lines.recall import Recall

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.records import Entry, Record
    from journal.storage import Recorded, Snapshot, Step, Store
    from journal.storage.keeping import Backups
    from journal.tui.reading.views import DayView

T = TypeVar("T")
Clock = Callable[[], datetime]

__all__ = ["AtWork", "Cancelled", "Clock", "OpenJournal", "Parameters", "Rows", "Tell"]


class OpenJournal:
    """One journal, opened by `open` and closed by `close`.

    Verbs raise `Refused` or `CouldNot`, whose sentence is for the writer.
    """

    def __init__(
        self,
        url: str,
        *,
        as_of: Clock | None = None,
        parameters: Parameters | None = None,
        ahead: Ahead | None = None,
        backups: Mapping[str, Any] | None = None,
    ) -> None:
        self._url = url
        self._backups = backups
        self._as_of = as_of
        self._parameters = parameters or {}
        self._zone = self._zone_named("")
        self._store: Store | None = None
        self._verbs = 0
        self._ahead = ahead
        self._beside = ahead.beside if ahead is not None else None
        self._closing = Event()
        self.recall = Recall(keep=self._remember)
        """The lines of quick entry that were entered before, on any page and on other days."""
        self.drafts = KeptDrafts(store=self._keep_draft)
        """The workouts that were begun and are not recorded."""
        self.waits: Callable[[bool], object] = bool
        """Called with True when a verb is kept waiting, and with False when it is over."""
        self.told: set[object] = set()
        """The flags that the writer was told of since the program was started, in the form of who told them."""
        self.left = ""
        """Backups of a journal that was there and is gone, as `keeping.left_of` says it."""
        self._unstored: dict[str, str] = {}
        self._ready = asyncio.Event()
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

    @property
    def is_open(self) -> bool:
        """Whether the store has been opened."""
        return self._store is not None

    async def open(self) -> None:
        """Open the store; `CouldNot` when it is damaged, newer, or not to be read."""
        self.drafts.fill(await self._at_desk(self._open))
        self._ready.set()

    async def first_look(self) -> "DayView | None":
        """The day of now as the process beside this one has read it already; None where there is none."""
        if self._ahead is None:
            return None
        try:
            return await self._ahead.beside.answer(self._ahead.view)
        except (NotBeside, CouldNot, Refused):
            return None

    async def begin(self) -> "tuple[Writer, object]":
        """Who writes, and the state that the journal is in (see `state`): what a page begins its reading with."""
        writer, state, lines = await self._of_store(self._begin)
        self.recall.fill(lines)
        return writer, state

    async def keeps_drafts(self) -> bool:
        """Whether all that was begun is in the journal by now, and not only at hand."""
        with suppress(CouldNot):
            await self._at_desk(lambda _: self._store_drafts())
        return not self._unstored

    async def state(self) -> object:
        """A value that is another one after anybody has written, here or in another terminal."""
        return await self._of_store(self._state)

    async def ask(self, reader: "Callable[[Store, Writer], T]") -> T:
        """What a function reads from the store."""
        return await self._of_store(lambda store: reader(store, self._writer(store)))

    async def look_up(self, reader: "Callable[[Store], T]") -> T:
        """What a function reads that takes long, beside this process where that is possible; it must be picklable."""
        if self._beside is not None:
            await self._ready.wait()
            with suppress(NotBeside):
                return await self._beside.answer(self._beside.ask(Reading(reader)))
        return await self._of_store(reader)

    async def work(
        self, job: Callable[[AtWork], T], *, day: date | None = None, tell: Tell | None = None
    ) -> T:
        """What a job gives that asks the rules, as of now or as of the end of a `day` that is past.

        `tell` is called in this thread with the progress.  When the one who waits is cancelled, the job ends
        the next time that it tells its own.
        """
        loop = asyncio.get_running_loop()

        def hear(done: int, of: int) -> None:
            if tell is not None:
                loop.call_soon_threadsafe(tell, done, of)

        at = self._moment(day or self.today())
        if self._beside is not None:
            with suppress(NotBeside):
                asked = self._asked_ahead(job, at) or self._beside.ask(
                    Working(job, at, self._parameters), hear
                )
                return await self._beside.answer(asked)
        return await self._work_here(job, at, hear)

    def _asked_ahead(self, job: Callable[[AtWork], Any], at: datetime) -> "Future[Any] | None":
        """The answer that was asked for before the screen was there, once, while nothing was written since."""
        ahead, self._ahead = self._ahead, None
        fresh = ahead is not None and job is judge and not self._verbs and at.date() == self.today()
        return ahead.answer if ahead is not None and fresh else None

    async def _work_here(self, job: Callable[[AtWork], T], at: datetime, hear: Tell) -> T:
        stopped = Event()

        def told(done: int, of: int) -> None:
            if stopped.is_set() or self._closing.is_set():
                raise Cancelled
            hear(done, of)

        at_work = AtWork(self._rows, at, self._parameters, told)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._rules, lambda: job(at_work))
        except Cancelled:
            raise asyncio.CancelledError from None
        finally:
            stopped.set()

    async def record(self, entries: "Sequence[Entry]", verb: str = "log") -> "tuple[Recorded, ...]":
        """Record new entries, as one step."""
        return await self._by_verb(lambda store: store.record(entries, now=self.now(), verb=verb))

    async def replace(self, pairs: "Iterable[tuple[Record | None, Record | None]]", verb: str) -> "Step":
        """Change, add (before is None) and take out (after is None) records, as one step."""
        pairs = tuple(pairs)

        def change(store: "Store") -> "Step":
            from journal.storage import Change

            changes = [Change(before=before, after=after) for before, after in pairs]
            return store.change(changes, now=self.now(), verb=verb)

        return await self._by_verb(change)

    async def do(self, verb: "Callable[[Store, Writer], T]") -> "T":
        """What a verb of the store gives that only one page has: an import, or taking one back.

        It takes long by itself, which the page tells; nothing is said of other programs.
        """
        done = await self._of_store(lambda store: verb(store, self._writer(store)))
        self._verbs += 1
        return done

    async def undo(self) -> "Step | None":
        """Take back the last step; None when there is none."""
        return await self._by_verb(lambda store: store.undo(now=self.now()))

    async def redo(self) -> "Step | None":
        """Do the step again that was taken back last; None when there is none."""
        return await self._by_verb(lambda store: store.redo(now=self.now()))

    async def keep_today(self) -> None:
        """Copy the journal for this day of use, if it was not copied and copies are wanted; no verb waits for it."""
        if self._backups is not None and self._store is not None and not self._closing.is_set():
            keep = partial(self._store.keep_today, self._kept_as(), self.today())
            await asyncio.get_running_loop().run_in_executor(self._rules, keep)

    def close(self) -> None:
        """Let go of the journal; a verb that is under way is finished first."""
        self._closing.set()
        if self._beside is not None:
            self._beside.close()
        self._rules.shutdown(wait=False, cancel_futures=True)
        if self._store is not None:
            self._desk.submit(self._store_drafts)
            self._desk.submit(self._store.close)
        self._desk.shutdown(wait=True)

    def _open(self, _: "Store | None") -> dict[str, str]:
        from journal.storage import open_store
        from journal.storage.keeping import left_of

        self.left = left_of(self._url, self._kept_as())
        self._store = open_store(self._url, backups=self._kept_as())
        self._zone = self._zone_named(self._store.profile().get("time_zone", ""))
        return self._store.drafts()

    def _kept_as(self) -> "Backups":
        from journal.storage.keeping import Backups

        return Backups.said(self._backups or {}, config.data_folder())

    def _begin(self, store: "Store") -> "tuple[Writer, object, list[str]]":
        self._zone = self._zone_named(store.profile().get("time_zone", ""))
        return self._writer(store), self._state(store), store.lines()

    def _remember(self, line: str) -> None:
        """Keep a line in its turn; where it cannot be kept, its entry cannot either, and that is said."""
        self._desk.submit(lambda: self._opened().remember(line))

    def _keep_draft(self, name: str, draft: str) -> None:
        """Keep a draft in its turn, as it is by then."""
        self._unstored[name] = draft
        self._desk.submit(self._store_drafts)

    def _store_drafts(self) -> None:
        """Write what is not kept yet; what cannot be written now is tried again with the next draft, and at the end."""
        for name, draft in list(self._unstored.items()):
            self._opened().keep_draft(name, draft)
            if self._unstored.get(name) == draft:
                del self._unstored[name]

    def _state(self, store: "Store") -> object:
        return (self._verbs, store.data_version())

    def _writer(self, store: "Store") -> "Writer":
        from journal.tui.reading.writing import writer_of

        return writer_of(store, self.now(), self._zone)

    def _moment(self, day: date) -> datetime:
        now = self.now()
        if day >= now.date():
            return now
        return clock.in_offset(datetime.combine(day, time(23, 59, 59)), self._zone)

    def _rows(self, since: date | None) -> "Snapshot":
        """The stored rows, fetched at the desk; called from the rules' thread."""
        if self._closing.is_set():
            raise Cancelled
        return self._desk.submit(lambda: self._opened().snapshot(since=since).lived_in(self._zone)).result()

    def _zone_named(self, name: str) -> tzinfo:
        """The profile's zone; without one that of the given clock, else the system's."""
        given = self._as_of().tzinfo if self._as_of is not None and not name else None
        return given or clock.zone(name)

    def _opened(self) -> "Store":
        if self._store is None:
            raise RuntimeError("the journal is not open yet")
        return self._store

    async def _by_verb(self, verb: "Callable[[Any], T]") -> T:
        with Patience(self.waits) as patience:

            def begun(store: Any) -> T:
                patience.begin()
                return verb(store)

            done = await self._of_store(begun)
        self._verbs += 1
        return done

    async def _of_store(self, job: "Callable[[Any], T]") -> T:
        """What is asked for before the journal is open waits for it: a key that is pressed early is not lost."""
        await self._ready.wait()
        return await self._at_desk(job)

    async def _at_desk(self, job: "Callable[[Any], T]") -> T:
        return await asyncio.get_running_loop().run_in_executor(self._desk, lambda: job(self._store))
