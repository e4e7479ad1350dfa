"""The page of the day: its headline, entries, fluid, flags, what to leave out, and the entry bar."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.reactive import var

from journal.errors import CouldNot, Refused
from journal.tui import tidying
from journal.tui.asking.judging import all_flags, judge
from journal.tui.asking.open_journal import OpenJournal
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.messages import EntryOpened, FlagOpened, QuestionsAsked, UnfoldAsked
from journal.tui.reading.views import DayView
from journal.tui.screens.page import Page
from journal.tui.widgets.boxes import Across, Down
from journal.tui.widgets.day_list import DayList
from journal.tui.widgets.flag_list import FlagList
from journal.tui.widgets.fluid import FluidBar
from journal.tui.widgets.headline import Headline
from journal.tui.widgets.leave_out import LeaveOutList
from journal.tui.widgets.unrecorded import Unrecorded

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Today
    from journal.entry import Writer
    from journal.storage import Store

_TITLES = (
    ("#day", "The day"),
    ("#fluid", "Fluid"),
    ("#flags", "Flags"),
)
_DAYS = Binding.Group("days", compact=True)
_STALE = timedelta(minutes=5)
"""How old an answer may get: some flags begin and end by the clock alone."""
_LOOK_SECONDS = 0.5
"""How long the opening of the journal waits for what the process beside has read already."""
_FORMS = {"workouts": "workout", "pain": "pain", "care": "care", "checkins": "checkin"}
"""The pages that entries of these tables are opened in."""


class TodayScreen(Page):
    """Owns what is shown as immutable values; every verb ends in one `reload`."""

    HOME = "#day"
    AUTO_FOCUS = "#day"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("drink", "drink", show=True),
        bind("pain", "open('pain')", show=True, priority=True),
        bind("workout", "open('workout')", show=True, priority=True),
        bind("checkin", "open('checkin')", show=True, priority=True),
        bind("care", "open('care')", show=True, priority=True),
        bind("earlier", "step(-1)", show=True, group=_DAYS),
        bind("later", "step(1)", show=True, group=_DAYS),
        bind("questions", "questions"),
        bind("leave", "leave", show=False),
    ]

    view: var[DayView | None] = var(None)
    """What is written of the day shown."""
    answer: "var[Today | None]" = var(None)
    """What the rules say of it."""
    unfolded: "var[tuple[Flag, ...] | None]" = var(None)
    """All flags, when the folded ones were asked for."""

    def __init__(self, journal: OpenJournal, *, demo: bool = False) -> None:
        super().__init__(journal)
        self._demo = demo
        self._choose = ""

    def body(self) -> ComposeResult:
        """Two columns where there is room, else one below the other."""
        yield Headline(id="headline").data_bind(TodayScreen.view, TodayScreen.answer)
        yield Unrecorded(id="unrecorded")
        with Across(id="body"):
            yield DayList(id="day").data_bind(TodayScreen.view)
            with Down(id="side"):
                yield FluidBar(id="fluid").data_bind(TodayScreen.view, TodayScreen.answer)
                yield FlagList(id="flags").data_bind(TodayScreen.answer, TodayScreen.unfolded)
                yield LeaveOutList(id="leave-out").data_bind(TodayScreen.view, TodayScreen.answer)

    def heading(self) -> Iterator[tuple[str, str]]:
        """The day; and that it is made up, when it is."""
        yield from super().heading()
        if self._demo:
            yield "  demo", "$severity-caution"

    def on_mount(self) -> None:
        """The page first; then the journal."""
        for part, words in _TITLES:
            self.query_one(part).border_title = f" {words} "
        self.call_after_refresh(self._open)

    def arrive(self, day: date | None = None, choose: str = "") -> None:
        """Be shown again, on a day, with the cursor on the entry of that key."""
        self._choose = choose
        if choose or (day is not None and day != self.day):
            self.show_day(day or self.day or self.journal.today())

    # Reading.

    @work(group="open")
    async def _open(self) -> None:
        await self._look_ahead()
        try:
            await self.journal.open()
        except (CouldNot, Refused) as error:
            from journal.tui.screens.broken import Broken

            self.app.push_screen(Broken(str(error)))
            return
        await self.until_open()
        tidying.begin()
        if self.view is not None and self.view.never_used and not self._demo:
            from journal.tui.screens.first_start import FirstStart, as_entries

            answers = await self.app.push_screen_wait(FirstStart(self.journal.left))
            if answers is not None:
                words = with_keys(
                    self, "your answers; {log} writes anything as one line, {help} tells all keys"
                )
                await self.record(as_entries(answers, self.journal.now()), (words,), "first start")

    async def _look_ahead(self) -> None:
        """Show the day before it can be written to; only then begin with what would keep the screen waiting."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_SECONDS):
                view = await self.journal.first_look()
                if view is not None and self.view is None and view.day == self.day:
                    self.view = view
                    painted = asyncio.Event()
                    self.call_after_refresh(painted.set)
                    await painted.wait()

    async def read(self) -> None:
        """Read the day; then let the rules judge it."""
        day = self.day or self.journal.today()
        view = await self.tried(self.journal.ask(_day(day)))
        self._tell_drafts()
        if view is not None:
            self.view = view
            if self._choose:
                self.query_one(DayList).choose(self._choose)
                self._choose = ""
            self._judge(day)

    @on(ScreenResume)
    def _tell_drafts(self) -> None:
        """What was left on the page of workouts is not recorded yet."""
        today = self.journal.today()
        left = self.journal.drafts.unrecorded()
        self.query_one(Unrecorded).tell(left, self.day or today, today)

    @work(group="judge", exclusive=True)
    async def _judge(self, day: date) -> None:
        answer = await self.tried(self.journal.work(judge, day=day))
        if answer is not None:
            self.answer = answer
            if not self.app.is_headless:
                self.program.prepare()
        if self.unfolded is not None:
            self.unfolded = await self.tried(self.journal.work(all_flags, day=day))

    def look_around(self) -> Any:
        """Midnight, and flags that time alone changes, as well as entries from elsewhere."""
        today = self.journal.today()
        if self.view is not None and self.day is not None:
            if self.view.today != today:
                self.show_day(today if self.view.is_today else self.day)
                return None
            if self.view.is_today and self.answer and self.journal.now() - self.answer.as_of > _STALE:
                self._judge(today)
        return super().look_around()

    def show_day(self, day: date) -> None:
        """Another day; what is shown of the one before is forgotten."""
        if day != self.day:
            self.said = None
            self.answer, self.unfolded = None, None
        super().show_day(day)

    # Entries, flags, questions.

    def action_leave(self) -> None:
        """Back to today, when another day is shown."""
        self.action_today()

    @on(EntryOpened)
    def _entry_opened(self, message: EntryOpened) -> None:
        entry = message.line.entries[0]
        table = message.line.key.partition("/")[0]
        if table in _FORMS:
            self.go(_FORMS[table], day=self.day, record=entry)
        else:
            self.edit_as_line(message.line)

    @on(FlagOpened)
    def _flag_opened(self, message: FlagOpened) -> None:
        self.show_flag(message.flag)

    @on(UnfoldAsked)
    @work(group="unfold", exclusive=True)
    async def _unfold_asked(self) -> None:
        if self.unfolded is not None or self.day is None:
            self.unfolded = None
        else:
            self.unfolded = await self.tried(self.journal.work(all_flags, day=self.day))

    @on(QuestionsAsked)
    def _questions_asked(self) -> None:
        self.action_questions()

    @work(group="dialogue", exclusive=True)
    async def action_questions(self) -> None:
        """Put the questions that are still open."""
        from journal.tui.reading.writing import asked_pain

        if self.answer is None or not self.answer.questions:
            self.refuse("No question is open.")
            return
        pain = await self.tried(self.journal.ask(asked_pain))
        answers = await self.ask(self.answer.questions, pain)
        if answers:
            await self.see_to(answers)


def _day(day: date) -> Any:
    def reader(store: "Store", writer: "Writer") -> DayView:
        from journal.tui.reading.day import read_day

        return read_day(store, day, writer)

    return reader
