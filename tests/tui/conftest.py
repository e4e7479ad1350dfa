"""A journal, a fixed clock, and a way to wait for the store and the rules without sleeping."""

import asyncio
import unicodedata
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone

import pytest
from textual._compositor import Compositor
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.widgets import Input

from journal.records import ProfileEntry
from journal.storage import Store, open_store
from journal.tui.app import JournalApp
from journal.tui.screens.broken import Broken

_TURNS = 3
"""What is done in one turn of the loop may wake somebody in the next."""
_MOMENT_SECONDS, _MANY = 0.002, 5_000
"""Between two looks, and how many of them before it is said that something never comes."""

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def now() -> datetime:
    """Wednesday, half past six in the evening."""
    return NOW


@pytest.fixture
def url(new_journal: Callable[..., str]) -> str:
    """A journal without entries and without a profile."""
    return new_journal(made=True)


@pytest.fixture
def store(url: str, now: datetime) -> Iterator[Store]:
    """The same journal, used before: it has a profile, so that no first questions are asked."""
    with open_store(url) as opened:
        opened.record([ProfileEntry(key="weight_unit", value="kg")], now=now, verb="first start")
        yield opened


@pytest.fixture
def write(store: Store, now: datetime) -> Callable[..., None]:
    """Record lines of quick entry, as another terminal would."""
    from journal.entry import Writer, parse
    from journal.exercises import catalogue

    def record(*lines: str, at: datetime = now) -> None:
        writer = Writer(now=at, zone=at.tzinfo, catalogue=catalogue())
        for line in lines:
            store.record([one.entry for one in parse(line, writer)], now=at)

    return record


class Watched(ThreadPoolExecutor):
    """A thread of the journal that knows what it still has to do."""

    under_way: set[Future]

    def submit(self, *args, **keywords) -> Future:
        future = super().submit(*args, **keywords)
        self.under_way.add(future)
        future.add_done_callback(self.under_way.discard)
        return future


async def everything_ready_done() -> None:
    """Until nothing is left that the loop could do at once, and nothing comes of that either.

    Textual's pilot waits until the processor has little to do instead, which is another time on a busy machine.
    """
    waiting = asyncio.get_running_loop()._ready
    turns = 0
    while turns < _TURNS:
        await asyncio.sleep(0)
        turns = 0 if waiting else turns + 1


def pressed(key: str, app: JournalApp) -> Key:
    """What a terminal's driver tells of a key, by its name or its sign."""
    name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
    try:
        sign = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        sign = name if len(name) == 1 else None
    event = Key(name, sign)
    event.set_sender(app)
    return event


@pytest.fixture(autouse=True)
def unwatched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that nobody looks at is painted whole when a test looks at it, and not after every key.

    Painting would take a quarter of the tests' time.  A test that is about what is painted, and when, asks for
    `watched`.
    """
    if "watched" in request.fixturenames:
        return
    whole = Compositor.render_update

    def render_update(compositor: Compositor, full: bool = False, **about) -> object:
        if full:
            return whole(compositor, full=True, **about)
        compositor._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", render_update)


@pytest.fixture
def watched() -> None:
    """Everything is painted as it is on a terminal."""


class Running:
    """An application under a pilot, and the waiting that its two threads need."""

    def __init__(self, app: JournalApp, pilot) -> None:
        self.app, self.pilot = app, pilot
        self._threads = (app.journal._desk, app.journal._rules)
        for one in self._threads:
            one.__class__ = Watched
            one.under_way = set()

    @property
    def screen(self):
        return self.app.screen

    async def settle(self) -> None:
        """Until the store and the rules have done all that they were asked for, and the screen shows it.

        What a page puts off for some time, so that nobody waits who is typing, is not waited for: see `rest`.
        """
        await self.meanwhile()
        while under_way := [future for one in self._threads for future in list(one.under_way)]:
            await asyncio.wait([asyncio.wrap_future(one) for one in under_way])
            await self.meanwhile()

    async def meanwhile(self, *keys: str) -> None:
        """Press keys, and wait for what the screens make of them, whatever the store and the rules have to do yet."""
        for key in keys or ("",):
            if key:
                self.send(key)
            await everything_ready_done()
            while await self._screen_went_on():
                await everything_ready_done()

    async def _screen_went_on(self) -> bool:
        """Wait for what holds up the screen, or paint it; False when there is nothing."""
        if not self.app.is_running or self.app._exit or not self.app.screen_stack:
            return False
        if self.app._keys_waiting:
            await self._its_turn()
            return True
        if not self.app.animator._complete_event.is_set():
            await self.app.animator.wait_until_complete()
            return True
        return self._painted()

    async def _its_turn(self) -> None:
        for _ in range(_MANY):
            if not self.app._keys_waiting or not self.app.is_running:
                return
            await asyncio.sleep(_MOMENT_SECONDS)
        raise AssertionError("a key is never through")

    def _painted(self) -> bool:
        """Paint what waits for the next picture of the screen; False when nothing does."""
        screen = self.screen
        waits = screen._layout_required or screen._scroll_required or screen._repaint_required
        waits = waits or screen._recompose_required or bool(screen._dirty_widgets or screen._callbacks)
        if not waits or not screen.is_current or not screen.is_running:
            return False
        screen._on_timer_update()
        return True

    async def rest(self) -> None:
        """Until the page has also done what it put off."""
        while begun := [one._task for one in self.app.workers if one.node is self.screen and one.is_running]:
            await asyncio.wait(begun)
        await self.settle()

    async def until(self, done: Callable[[], object]) -> None:
        """Until it is so: for what another process does, or one thread while the other is held up."""
        for _ in range(_MANY):
            await self.meanwhile()
            if done():
                return
            await asyncio.sleep(_MOMENT_SECONDS)
        raise AssertionError(self.text())

    async def opened(self) -> None:
        """Until the rules have answered, or the journal could not be opened."""
        await self.until(
            lambda: isinstance(self.screen, Broken) or self.app.screen_stack[0].answer is not None
        )
        await self.settle()

    async def go(self, name: str, **about) -> None:
        """Open a page by its name, and wait until it is read."""
        await self.app.go(name, **about)
        await self.settle()
        await self.app.page.until_read()
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, and wait after each for all that it set off."""
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, *keys: str) -> None:
        """Press keys, and wait for nothing."""
        for key in keys:
            self.app._driver.send_message(pressed(key, self.app))

    async def type(self, text: str) -> None:
        """Type into the open bar, the last character by its key."""
        line = self.screen.query_one("#line")
        line.value = text[:-1]
        line.cursor_position = len(line.value)
        await self.press("space" if text[-1] == " " else text[-1])

    async def enter(self, line: str) -> None:
        """Type a line into the open bar and finish it."""
        self.screen.query_one("#line").value = line
        await self.press("enter")

    def text(self) -> str:
        """All that is on the screen, row by row."""
        width = self.app.size.width
        rows = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join("".join(segment.text for segment in strip)[:width].rstrip() for strip in rows)

    def words(self, selector: str) -> str:
        """What one part of the screen says."""
        return str(self.screen.query_one(selector).render())


@pytest.fixture
def watch() -> type[Running]:
    """For tests that make the application themselves."""
    return Running


@pytest.fixture
def seen(snap_compare, url, now, watch) -> Callable[..., bool]:
    """Compare a page, with this done to it, with the picture of it.

    `about` is handed to the page; `answer` is what the rules are taken to say of the day; `show` is a dialogue.
    """

    def compare(
        size: tuple[int, int],
        *keys: str,
        page: str = "today",
        about: dict | None = None,
        theme: str = "",
        typed: str = "",
        answer=None,
        show=None,
    ) -> bool:
        app = JournalApp(url, as_of=lambda: now, theme=theme)

        async def go(pilot) -> None:
            running = watch(app, pilot)
            await running.opened()
            if answer is not None:
                app.screen_stack[0].answer = answer
            if page != "today":
                await running.go(page, **(about or {}))
            if show is not None:
                app.push_screen(show)
            await running.press(*keys)
            if typed:
                await running.type(typed)
            for field in app.screen.query(Input):
                field.cursor_blink = False

        return snap_compare(app, terminal_size=size, run_before=go)

    return compare


@pytest.fixture
def running(url: str, now: datetime) -> Callable[..., Awaitable[Running]]:
    """`async with running() as page:` opens the journal and waits until the rules have answered."""

    @asynccontextmanager
    async def run(size: tuple[int, int] = (80, 24), clock: Callable[[], datetime] = lambda: now, **settings):
        app = JournalApp(url, as_of=clock, **settings)
        async with app.run_test(size=size) as pilot:
            page = Running(app, pilot)
            await page.opened()
            yield page
            if app.is_running:
                page.text()

    return run
