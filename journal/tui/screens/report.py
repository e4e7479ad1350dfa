"""The page of the week: what `journal report` says of it, to be scrolled, with flags to be opened."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened
from journal.tui.reading.report import WeekReport, report_of
from journal.tui.screens.page import Page
from journal.tui.widgets.report_view import ReportView

_WEEK = timedelta(weeks=1)
_WEEKS = Binding.Group("weeks", compact=True)


class ReportPage(Page):
    """The week that `day` lies in; every step is one week."""

    NAME = "Report"
    HOME = "#report"
    AUTO_FOCUS = "#report"
    CSS_PATH = Path(__file__).parent / "report.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("earlier", "step(-1)", show=True, group=_WEEKS),
        bind("later", "step(1)", show=True, group=_WEEKS),
        bind("today", "today", show=True),
        bind("go_to", "go_to", show=True),
    ]

    report: reactive[WeekReport | None] = reactive(None)
    """The report that is shown; that of the week before while another one is made."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal, day=day)
        self._opened_from = self.day

    def body(self) -> ComposeResult:
        """The report; its frame tells when it is being made."""
        yield ReportView(id="report")

    def heading(self) -> Iterator[tuple[str, str]]:
        """The week by its number."""
        day = self.day or self.journal.today()
        yield self.NAME, "$accent bold"
        yield f"  {day:%G-W%V}", "$quiet"
        if not self._is_present(day) and self.has_class("-wide"):
            yield "  t", "$accent"
            yield " this week", "$quiet"

    async def read(self) -> None:
        """Let the rules make the report; whoever goes on to another week or page stops them."""
        day = self.day or self.journal.today()
        self._tell("The week is being put together …")
        try:
            made = await self.tried(self.journal.work(report_of(day), tell=self._tell_progress))
        finally:
            self._tell("")
        if made is None:
            return
        view = self.query_one(ReportView)
        if self.report is not None and self.report.first != made.first:
            view.scroll_home(animate=False)
        self.report = made
        view.sections = made.sections

    def action_step(self, days: int) -> None:
        """The week before, or the week after."""
        day, today = self.day or self.journal.today(), self.journal.today()
        if days > 0 and self._is_present(day):
            self.refuse("That is this week: what is to come cannot be told yet.")
        else:
            self.show_day(min(day + days * _WEEK, today))

    def action_today(self) -> None:
        """This week; from there the page of today."""
        if self.day is not None and not self._is_present(self.day):
            self.show_day(self.journal.today())
        else:
            super().action_today()

    def action_leave(self) -> None:
        """Back to the page of the day, as it was, whatever week was looked at."""
        self.go("today", day=self._opened_from)

    @on(FlagOpened)
    def _flag_opened(self, message: FlagOpened) -> None:
        self.show_flag(message.flag)

    def _is_present(self, day: date) -> bool:
        return day.isocalendar()[:2] == self.journal.today().isocalendar()[:2]

    def _tell_progress(self, done: int, of: int) -> None:
        self._tell(f"The week is being put together: {done} of {of} rules")

    def _tell(self, words: str) -> None:
        # Who leaves the page while the report is made leaves no view behind.
        for view in self.query(ReportView):
            view.border_title = Content(f" {words} " if words else "")
