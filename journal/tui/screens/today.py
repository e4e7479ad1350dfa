"""The page of the day: its headline, entries, fluid, flags, what to leave out, and the entry bar."""

import gc
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.widgets import Footer, Static

from journal.errors import CouldNot, Refused
from journal.tui.dates import from_today, in_full
from journal.tui.messages import FlagOpened, QuestionsAsked, UnfoldAsked
from journal.tui.open_journal import OpenJournal
from journal.tui.reading import DayView
from journal.tui.screens.writing import Writing
from journal.tui.widgets.day_list import DayList
from journal.tui.widgets.entry_bar import EntryBar, LineInput
from journal.tui.widgets.flag_list import FlagList
from journal.tui.widgets.fluid import FluidBar
from journal.tui.widgets.headline import Headline
from journal.tui.widgets.leave_out import LeaveOutList

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today

_POLL_SECONDS = 2.0
"""How often another terminal's entries, and midnight, are looked for."""
_TITLES = (
    ("#day", "The day"),
    ("#fluid", "Fluid"),
    ("#flags", "Flags"),
)
_DAYS = Binding.Group("days", compact=True)
_STALE = timedelta(minutes=5)
"""How old an answer may get: some flags begin and end by the clock alone."""


class TodayScreen(Writing):
    """Owns what is shown as immutable values; every verb ends in one `reload`."""

    AUTO_FOCUS = "#day"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left_square_bracket",
            "step(-1)",
            "earlier",
            id="today.earlier",
            tooltip="The day before",
            group=_DAYS,
        ),
        Binding(
            "right_square_bracket", "step(1)", "later", id="today.later", tooltip="The day after", group=_DAYS
        ),
        Binding("t", "today", "today", id="today.today", tooltip="Back to today", show=False),
        Binding("g", "go_to", "go to", id="today.go_to", tooltip="Go to a day", show=False),
        Binding(
            "r", "questions", "questions", id="today.questions", tooltip="Answer open questions", show=False
        ),
        Binding("question_mark", "help", "keys", id="today.help", tooltip="All keys, and lines to try"),
    ]

    view: reactive[DayView | None] = reactive(None)
    """What is written of the day shown."""
    answer: "reactive[Today | None]" = reactive(None)
    """What the rules say of it."""
    unfolded: "reactive[tuple[Flag, ...] | None]" = reactive(None)
    """All flags, when the folded ones were asked for."""

    def __init__(self, journal: OpenJournal, keys: Mapping[str, str], *, demo: bool = False) -> None:
        super().__init__(journal)
        self._keys = keys
        self._demo = demo
        self.set_reactive(TodayScreen.day, journal.today())

    def compose(self) -> ComposeResult:
        """Two columns where there is room, else one below the other."""
        yield Static(id="title")
        yield Headline(id="headline").data_bind(TodayScreen.view, TodayScreen.answer)
        with Horizontal(id="body"):
            yield DayList(id="day").data_bind(TodayScreen.view)
            with Vertical(id="side"):
                yield FluidBar(id="fluid").data_bind(TodayScreen.view, TodayScreen.answer)
                yield FlagList(id="flags").data_bind(TodayScreen.answer, TodayScreen.unfolded)
                yield LeaveOutList(id="leave-out").data_bind(TodayScreen.answer)
        bar = EntryBar(self._journal.now, id="bar")
        yield bar.data_bind(TodayScreen.writer, TodayScreen.day, TodayScreen.said, TodayScreen.editing)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """The page first; then the journal."""
        self._entitle()
        for part, words in _TITLES:
            self.query_one(part).border_title = f" {words} "
        self.call_after_refresh(self._open)

    # Reading.

    @work(group="open")
    async def _open(self) -> None:
        gc.enable()  # see journal.__main__: it was off for the first paint
        try:
            await self._journal.open()
        except (CouldNot, Refused) as error:
            from journal.tui.screens.broken import Broken

            self.app.push_screen(Broken(str(error)))
            return
        await self._read()
        self.set_interval(_POLL_SECONDS, self._poll)
        if self.view is not None and self.view.never_used and not self._demo:
            from journal.tui.screens.first_start import FirstStart, as_entries

            answers = await self.app.push_screen_wait(FirstStart())
            if answers is not None:
                await self.record(as_entries(answers, self._journal.now()), ("your answers",), "first start")

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Read the day again, then ask the rules again; done after each verb."""
        await self._read()

    async def _read(self) -> None:
        day = self.day or self._journal.today()
        read = await self.tried(self._journal.read(day))
        if read is not None:
            self.view, self.writer = read
            self._entitle()
            self._judge(day)

    @work(group="judge", exclusive=True)
    async def _judge(self, day: date) -> None:
        answer = await self.tried(self._journal.judge(day))
        if answer is not None:
            self.answer = answer
        if self.unfolded is not None:
            self.unfolded = await self.tried(self._journal.all_flags(day))

    @work(group="poll", exclusive=True)
    async def _poll(self) -> None:
        """Midnight, entries from another terminal, and flags that time alone changes."""
        today = self._journal.today()
        if self.view is None or self.day is None:
            return
        if self.view.today != today:
            self._show(today if self.view.is_today else self.day)
        elif await self.tried(self._journal.moved()):
            self.reload()
        elif self.view.is_today and self.answer and self._journal.now() - self.answer.as_of > _STALE:
            self._judge(today)

    # Other days.

    def action_step(self, days: int) -> None:
        """The day before, or the day after."""
        if self.day is not None:
            day = self.day + timedelta(days=days)
            if day > self._journal.today():
                self.refuse("That is today: what is to come cannot be written yet.")
            else:
                self._show(day)

    def action_today(self) -> None:
        """Back to today."""
        self._show(self._journal.today())

    @work(group="dialogue", exclusive=True)
    async def action_go_to(self) -> None:
        """Ask for a day, and show it."""
        from journal.tui.screens.go_to import GoTo

        day = await self.app.push_screen_wait(GoTo(self._journal.today()))
        if day is not None:
            self._show(day)

    def _show(self, day: date) -> None:
        if day != self.day:
            self.said = None
            self.answer, self.unfolded = None, None
        self.day = day
        self._entitle()
        self.reload()

    def _entitle(self) -> None:
        today = self._journal.today()
        day = self.day or today
        parts = [(from_today(day, today), "$accent bold"), (f"   {in_full(day)}", "$quiet")]
        if day != today:
            parts.append(("   t back to today", "$quiet"))
        if self._demo:
            parts.append(("   demo: made-up entries", "$severity-caution"))
        self.query_one("#title", Static).update(Content.assemble(*parts))

    # Flags, questions, help.

    @on(FlagOpened)
    def _flag_opened(self, message: FlagOpened) -> None:
        self.show_flag(message.flag)

    @work(group="dialogue", exclusive=True)
    async def show_flag(self, flag: "Flag") -> None:
        """The flag in full; an entry chosen there opens its day."""
        from journal.tui.screens.flag import FlagScreen

        shown = await self.tried(self._journal.in_full(flag))
        if shown is not None:
            day = await self.app.push_screen_wait(FlagScreen(shown))
            if day is not None:
                self._show(day)

    @on(UnfoldAsked)
    @work(group="unfold", exclusive=True)
    async def _unfold_asked(self) -> None:
        if self.unfolded is not None or self.day is None:
            self.unfolded = None
        else:
            self.unfolded = await self.tried(self._journal.all_flags(self.day))

    @on(QuestionsAsked)
    def _questions_asked(self) -> None:
        self.action_questions()

    @work(group="dialogue", exclusive=True)
    async def action_questions(self) -> None:
        """Put the questions that are still open."""
        if self.answer is None or not self.answer.questions:
            self.refuse("No question is open.")
            return
        pain = await self.tried(self._journal.asked_pain())
        answers = await self.ask(self.answer.questions, pain)
        if answers:
            await self.see_to(answers)

    def action_help(self) -> None:
        """All keys of this page."""
        from journal.tui.screens.help import Help

        parts: dict[str, tuple[type[DOMNode], ...]] = {
            "The day": (Writing, TodayScreen),
            "On an entry": (DayList,),
            "On a flag": (FlagList,),
            "In the entry bar": (LineInput, EntryBar),
            "Everywhere": (type(self.app),),
        }
        self.app.push_screen(Help(parts, self._keys))
