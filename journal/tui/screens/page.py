"""What every page is: a title, a body of its own, the entry bar, and the keys that are the same everywhere."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.await_remove import AwaitRemove
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize, ScreenResume
from textual.widgets import Input, TextArea

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.keys import bind
from journal.tui.screens.writing import Writing
from journal.tui.widgets.entry_bar import EntryBar
from journal.tui.widgets.key_line import KeyLine
from journal.tui.widgets.page_row import PageRow
from journal.tui.widgets.steady import Steady
from journal.tui.wording.dates import from_today, in_full, in_short

if TYPE_CHECKING:
    from journal.analysis.flags import Flag
    from journal.tui.app import JournalApp

_POLL_SECONDS = 2.0
"""How often another terminal's entries, and midnight, are looked for."""
_ROOMY = 110
"""Cells of the terminal from which the title is written in full."""
_WAIT_SECONDS = 0.5
"""How long a key that is typed right behind the one that opened a page waits for the page's first reading."""


_FINISHED = frozenset({"verbs", "dialogue"})
"""Work that a page finishes after it has been left: it writes."""
_LAST = (
    *("log", "bar", "drink", "pain", "workout", "undo", "earlier", "later", "checkin", "care"),
    *("leave", "help"),
)
"""The keys that stand behind a page's own in its footer, in this order."""


def _rank(binding: str) -> int:
    return _LAST.index(binding) + 1 if binding in _LAST else 0


def _opens(name: str, *, show: bool = False) -> Binding:
    """The key of a page.  It comes before all others, so that what is typed right behind it is not lost."""
    return bind(name, f"open('{name}')", show=show, priority=True)


class Page(Writing):
    """A page; `NAME` is its title, `HOME` the part that has the focus when the entry bar is left."""

    NAME: ClassVar[str] = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(_opens(name) for name in ("pain", "workout", "care", "checkin")),
        bind("again", "again", priority=True),
        *(
            _opens(name)
            for name in ("trends", "calendar", "flags", "report", "exercises", "settings", "import", "search")
        ),
        bind("bar", "bar", show=True),
        bind("undo", "undo", show=True),
        bind("redo", "redo"),
        bind("today", "today"),
        bind("earlier", "step(-1)"),
        bind("later", "step(1)"),
        bind("go_to", "go_to"),
        bind("leave", "leave", show=True),
        bind("help", "help", show=True),
    ]

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal)
        self.set_reactive(Writing.day, min(day or journal.today(), journal.today()))
        self.was_read = asyncio.Event()
        self._seen: object = None
        self._has_begun = False
        self._has_places = False
        self.is_drawn = False
        """Whether it was laid out and drawn before it is shown."""

    # What a page has of its own.

    def body(self) -> ComposeResult:
        """The widgets between the title and the entry bar."""
        yield from ()

    async def read(self) -> None:
        """Fetch what is shown; done at the opening, after every verb, and when another terminal wrote."""

    def heading(self) -> Iterator[tuple[str, str]]:
        """The words of the title, each with its style."""
        today = self.journal.today()
        day = self.day or today
        roomy = self.app.size.width >= _ROOMY
        yield (self.NAME or from_today(day, today)), "$accent bold"
        yield f"  {in_full(day) if roomy else in_short(day)}", "$quiet"
        if day != today and roomy:
            yield "  t", "$accent"
            yield " today", "$quiet"

    # The frame.

    def compose(self) -> ComposeResult:
        """The title above, the bar and the keys below."""
        with Horizontal(id="top"):
            yield Steady(id="title")
            yield PageRow(self.NAME.lower(), id="pages")
        yield from self.body()
        bar = EntryBar(self.journal.now, self.journal.recall, id="bar")
        yield bar.data_bind(Writing.writer, Writing.day, Writing.said, Writing.editing)
        yield KeyLine()

    def on_mount(self) -> None:
        """Its name stands there at once."""
        self.entitle()

    def on_resize(self) -> None:
        """The width decides how much the title says."""
        self.entitle()

    @on(PageRow.Chosen)
    def _page_chosen(self, message: PageRow.Chosen) -> None:
        self.go(message.page, day=self.day)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """The page first; then what it shows.  Later, what was written on another page is shown here too."""
        # Each change of classes, of what is in focus, and of the theme has been followed by then.
        event.refresh_styles = False
        if self._has_begun:
            self.look_around()
            return
        self._has_begun = True
        self.entitle()
        if self._has_places:
            # Painted at once, as a page without places is, and not when nothing else is to be done.
            self.post_message(Resize(self.app.size, self.app.size))
        self.set_interval(_POLL_SECONDS, self.look_around)
        self.reload()

    def lay_out(self) -> None:
        """Give all parts their places before the page is shown; `draw` is for later, when they have taken them."""
        self._has_places = True
        self.stack_updates += 1  # Else a page that nobody sees yet is not laid out.
        self.post_message(Resize(self.app.size, self.app.size))

    def draw(self) -> None:
        """Draw all parts before the page is shown: its key has then only to put them together."""
        self.is_drawn = True
        for part in () if self.left else self.query("*"):
            if part.display and part.size:
                part.render_lines(part.outer_size.region)

    def remove(self) -> AwaitRemove:
        """A page that is left reads no more: what it reads could not be shown.  What it writes, it finishes."""
        self.left = True
        for worker in self.workers:
            if worker.node is self and worker.group not in _FINISHED:
                worker.cancel()
        return super().remove()

    def call_after_refresh(self, callback: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        """What was put off until the page is painted is not done on one that has been left meanwhile."""

        def unless_left() -> object:
            return None if self.left else callback(*args, **kwargs)

        return super().call_after_refresh(unless_left)

    @property
    def is_current(self) -> bool:
        """Whether it is seen: a dialogue lets the page below it shine through, another page does not.

        Textual takes every screen right below the topmost one for seen, and paints all of it again and again.
        """
        return super().is_current and self.program.page is self

    @property
    def home(self) -> "Page":
        """The page of the day."""
        return cast("Page", self.app.screen_stack[0])

    @property
    def program(self) -> "JournalApp":
        """The application, which knows the pages."""
        return cast("JournalApp", self.app)

    def go(self, name: str, **about: Any) -> AwaitComplete:
        """Open another page by its name."""
        return self.program.go(name, **about)

    def return_home(self) -> None:
        """Let the page of the day come back, on the day that this one is about."""
        self.go("today", day=self.day)

    def entitle(self) -> None:
        """Write the title anew."""
        self.query_one("#title", Steady).update(Content.assemble(*self.heading()))

    # Reading.

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Read again what is shown; done after each verb.  On a page that was left nothing is shown any more."""
        if self.left:
            return
        begun = await self.tried(self.journal.begin())
        if begun is not None:
            self.writer, self._seen = begun
            await self.read()
            self.entitle()
        self.was_read.set()

    @work(group="poll", exclusive=True)
    async def look_around(self) -> None:
        """Entries from another page or terminal are shown when they have come."""
        if self.was_read.is_set() and self.is_current:
            state = await self.tried(self.journal.state())
            if state is not None and state != self._seen:
                self.reload()

    async def until_open(self) -> None:
        """Until the first reading is done, however long the journal takes to open."""
        await self.was_read.wait()

    async def until_read(self) -> None:
        """Until the first reading is done, so that keys typed ahead find what they are meant for."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.was_read.wait(), _WAIT_SECONDS)

    # Keys.

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now: what the part in focus and the page have of their own comes first."""
        found = super().active_bindings
        if any(one.binding.id == "log" for one in found.values()):
            found = {key: one for key, one in found.items() if one.binding.id != "bar"}
        return dict(sorted(found.items(), key=lambda item: _rank(item[1].binding.id or "")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters belong to the text while one is typed, also those that come before all others elsewhere."""
        return not (action in ("log", "open", "again") and isinstance(self.focused, Input | TextArea))

    async def action_open(self, name: str) -> None:
        """Open a page, for the day that is shown here."""
        await self.go(name, day=self.day)
        await self.program.page.until_read()

    async def action_again(self) -> None:
        """The last workout again."""
        await self.go("workout", day=self.day, again=True)
        await self.program.page.until_read()

    def action_bar(self) -> None:
        """Open the entry bar from within a field."""
        self.bar.open()

    def action_leave(self) -> None:
        """Back to the page of the day."""
        self.return_home()

    def action_today(self) -> None:
        """The page of today."""
        self.go("today", day=self.journal.today())

    def action_step(self, days: int) -> None:
        """The day before, or the day after."""
        day = (self.day or self.journal.today()) + timedelta(days=days)
        if day > self.journal.today():
            self.refuse("That is today: what is to come cannot be written yet.")
        else:
            self.show_day(day)

    @work(group="dialogue", exclusive=True)
    async def action_go_to(self) -> None:
        """Ask for a day, and show it."""
        from journal.tui.screens.go_to import GoTo

        day = await self.app.push_screen_wait(GoTo(self.journal.today()))
        if day is not None:
            self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.day = day
        self.entitle()
        self.reload()

    @work(group="dialogue", exclusive=True)
    async def show_flag(self, flag: "Flag", typing: Callable[[str], None] | None = None) -> None:
        """A flag in full; then what was asked for there.  `typing` takes a letter that was meant for the next line."""
        from journal.tui.screens.flag_verbs import open_flag

        await open_flag(self, flag, typing)

    def action_help(self) -> None:
        """All keys of this page, each of which a click presses."""
        from journal.tui.screens.help import Help, parts_of

        self.app.push_screen(Help(parts_of(self), self.program.keys), self._pressed)

    async def _pressed(self, key: str | None) -> None:
        """Do what the key of that id does here; what is being typed into does not keep it."""
        if key is None:
            return
        pressed = self._active(key)
        for place in (self.query_one(self.HOME), None):
            if pressed is None:
                self.set_focus(place)
                pressed = self._active(key)
        if pressed is not None:
            await self.app.run_action(pressed.binding.action, pressed.node)

    def _active(self, key: str) -> ActiveBinding | None:
        return next((one for one in self.active_bindings.values() if one.binding.id == key), None)
