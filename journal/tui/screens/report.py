"""The page of the reports: the week, or what a physiotherapist wants to know, with flags to be opened."""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened
from journal.tui.reading.physio import Subject, WrittenPage, episodes, physio_of, physio_page
from journal.tui.reading.report import WeekReport, report_of, week_page
from journal.tui.screens.page import Page
from journal.tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from journal.report.lines import Section

_WEEK = timedelta(weeks=1)
_WEEKS = Binding.Group("weeks", compact=True)


class ReportPage(Page):
    """The week that `day` lies in, every step one week; or, when asked for, the page for the physiotherapist."""

    NAME = "Report"
    HOME = "#report"
    AUTO_FOCUS = "#report"
    CSS_PATH = Path(__file__).parent / "report.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("earlier", "step(-1)", show=True, group=_WEEKS),
        bind("later", "step(1)", show=True, group=_WEEKS),
        bind("today", "today", show=True),
        bind("go_to", "go_to", show=True),
        bind("physio", "physio", show=True),
        bind("browser", "browser", show=True),
    ]

    report: var[WeekReport | None] = var(None)
    """The week that was shown last; that of the week before while another one is made."""
    about: var[Subject | None] = var(None)
    """What the page for the physiotherapist is about; None while the week is shown."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal, day=day)
        self._opened_from = self.day
        self._on_view: object = None

    def body(self) -> ComposeResult:
        """The report; its frame tells when it is being made."""
        yield ReportView(id="report")

    def heading(self) -> Iterator[tuple[str, str]]:
        """The week by its number, or whom the page is for."""
        day = self.day or self.journal.today()
        yield self.NAME, "$accent bold"
        if self.about is not None:
            yield "  for the physiotherapist", "$quiet"
            return
        yield f"  {day:%G-W%V}", "$quiet"
        if not self._is_present(day) and self.has_class("-wide"):
            yield "  t", "$accent"
            yield " this week", "$quiet"

    async def read(self) -> None:
        """Let the rules make the report; whoever goes on to another week or page stops them."""
        about = self.about
        self._tell(f"{self._what} is being put together …")
        try:
            sections = await (self._week() if about is None else self._page(about))
        finally:
            self._tell("")
        if sections is None:
            return
        view, shown = self.query_one(ReportView), about or sections[0].title.partition(",")[0]
        if self._on_view not in (None, shown):
            view.scroll_home(animate=False)
        self._on_view, view.sections = shown, sections

    async def _week(self) -> "tuple[Section, ...] | None":
        day = self.day or self.journal.today()
        made = await self.tried(self.journal.work(report_of(day), tell=self._tell_progress))
        if made is None:
            return None
        self.report = made
        return made.sections

    async def _page(self, about: Subject) -> "tuple[Section, ...] | None":
        return await self.tried(self.journal.work(physio_of(about), tell=self._tell_progress))

    def action_step(self, days: int) -> None:
        """The week before, or the week after."""
        day, today = self.day or self.journal.today(), self.journal.today()
        if self.about is not None:
            self.show_day(day)
        elif days > 0 and self._is_present(day):
            self.refuse("That is this week: what is to come cannot be told yet.")
        else:
            self.show_day(min(day + days * _WEEK, today))

    def action_today(self) -> None:
        """This week; from there the page of today."""
        is_past = self.day is not None and not self._is_present(self.day)
        if self.about is not None or is_past:
            self.show_day(self.journal.today())
        else:
            super().action_today()

    def action_leave(self) -> None:
        """Back to the week; from there to the page of the day, as it was, whatever week was looked at."""
        if self.about is not None:
            self.show_day(self.day or self.journal.today())
        else:
            self.go("today", day=self._opened_from)

    def show_day(self, day: date) -> None:
        """The week of a day, also when the page for the physiotherapist was there."""
        self.about = None
        super().show_day(day)

    @work(group="dialogue", exclusive=True)
    async def action_physio(self) -> None:
        """Ask which pain it is about, and show the page of it."""
        from journal.tui.screens.choose_episode import ChooseEpisode

        choices = await self.tried(self.journal.work(episodes))
        if choices is None:
            return
        about = await self.app.push_screen_wait(ChooseEpisode(choices, self.journal.today()))
        if about is not None:
            self.about = about
            self.entitle()
            self.reload()

    @work(group="browser", exclusive=True)
    async def action_browser(self) -> None:
        """Write what is shown to a file, with its pictures and its annex, and let the browser show it."""
        day, about = self.day or self.journal.today(), self.about
        job = week_page(day) if about is None else physio_page(about)
        self._tell(f"{self._what} is being written …")
        try:
            made = await self.tried(self.journal.work(job, tell=self._tell_progress))
        finally:
            self._tell("")
        told = None if made is None else await self.tried(asyncio.to_thread(_put, made))
        if told is not None:
            self.say(told)

    @on(FlagOpened)
    def _flag_opened(self, message: FlagOpened) -> None:
        self.show_flag(message.flag)

    @property
    def _what(self) -> str:
        return "The week" if self.about is None else "The page"

    def _is_present(self, day: date) -> bool:
        return day.isocalendar()[:2] == self.journal.today().isocalendar()[:2]

    def _tell_progress(self, done: int, of: int) -> None:
        self._tell(f"{self._what} is being put together: {done} of {of} rules")

    def _tell(self, words: str) -> None:
        # Who leaves the page while the report is made leaves no view behind.
        for view in self.query(ReportView):
            view.border_title = Content(f" {words} " if words else "")


def _put(page: WrittenPage) -> str:
    """Write it where only its owner can read it, show it, and say where it is; `CouldNot` says why it is not."""
    from journal.interchange.disk import write_file
    from journal.showing import is_shown, private_folder

    target = private_folder() / page.name
    write_file(target, [page.html.encode()], force=True)
    return f"The page is in {target}{'.' if is_shown(target, beside=True) else '; open it in a browser.'}"
