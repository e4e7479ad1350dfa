"""The calendar: a year of days, coloured by pain or load, with the flags that began."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import var

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.keys import bind
from journal.tui.reading.year import FlagsOfYear, Year, flags_of_year, read_year
from journal.tui.screens.page import Page
from journal.tui.widgets.year import YearMap
from journal.tui.widgets.year_day import YearDay
from journal.tui.widgets.year_legend import YearLegend
from journal.tui.widgets.year_list import YearList
from journal.tui.wording.year import Measure

_YEARS = Binding.Group("years", compact=True)
_FIRST_YEAR = 1900
_LEGEND = 18
"""Cells that the legend needs beside the map."""


class CalendarPage(Page):
    """The cursor is the day that the page writes for; Esc goes back to the day that it was opened from."""

    NAME = "Calendar"
    HOME = "#map"
    AUTO_FOCUS = HOME
    CSS_PATH = Path(__file__).parent / "calendar.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("earlier", "step(-1)", show=True, group=_YEARS),
        bind("later", "step(1)", show=True, group=_YEARS),
        bind("measure", "measure", show=True),
        bind("words", "words", show=True),
        bind("go_to", "go_to", show=True),
    ]

    view: var[Year | None] = var(None)
    """The year shown; None while it is being read."""
    flags: var[FlagsOfYear | None] = var(None)
    """The flags that held in it; None while they are not known."""
    measure: var[Measure] = var(Measure.PAIN)
    """What the colours say."""
    progress: var[str] = var("")
    """How far the search for the flags is."""
    pointed: var[date | None] = var(None)
    """The day under the mouse."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal, day=day)
        self._opened_from = self.day

    def body(self) -> ComposeResult:
        """The map with its legend, the day in words; or instead the days as a list."""
        with Vertical(id="calendar"):
            with VerticalScroll(id="year", can_focus=False):
                yield YearMap(id="map").data_bind(
                    CalendarPage.view, CalendarPage.flags, CalendarPage.measure, Page.day
                )
                yield YearLegend(id="legend").data_bind(
                    CalendarPage.view, CalendarPage.measure, CalendarPage.progress
                )
            yield YearDay(id="told-day").data_bind(
                CalendarPage.view, CalendarPage.flags, CalendarPage.pointed, Page.day
            )
        yield YearList(id="days").data_bind(CalendarPage.view, CalendarPage.flags, Page.day)

    def heading(self) -> Iterator[tuple[str, str]]:
        """The year, what its colours say, and how far the search for its flags is."""
        yield self.NAME, "$accent bold"
        yield f"   {self._shown.year}", "bold"
        yield f"   {self.measure}", "$quiet"

    @property
    def _shown(self) -> date:
        return self.day or self.journal.today()

    # Reading.

    async def read(self) -> None:
        """The numbers of the year first; its flags are looked for after them."""
        year = self._shown.year
        view = await self.tried(self.journal.work(read_year(year), day=date(year, 12, 31)))
        if view is not None:
            if self.view is not None and self.view.number != year:
                self.flags = None
            self.view = view
            self._look_for_flags(year)

    @work(group="flags", exclusive=True)
    async def _look_for_flags(self, year: int) -> None:
        def tell(done: int, of: int) -> None:
            self.progress = f"{done} of {of} rules …"

        looking = self.journal.work(flags_of_year(year), day=date(year, 12, 31), tell=tell)
        flags = await self.tried(looking)
        self.progress = ""
        if flags is not None:
            self.flags = flags

    # The cursor.

    def show_day(self, day: date) -> None:
        """Go to a day; another year is read first."""
        day = min(day, self.journal.today())
        before = self._shown.year
        self.day = day
        self.entitle()
        if day.year != before:
            self.view, self.flags = None, None
            self.reload()

    def action_step(self, days: int) -> None:
        """The year before, or the year after."""
        year = self._shown.year + days
        if year > self.journal.today().year:
            self.refuse("That is this year: the next one is still to come.")
        elif year >= _FIRST_YEAR:
            # The 29th of February is the 28th in the years beside it.
            last = 28 if self._shown.month == 2 else self._shown.day
            self.show_day(self._shown.replace(year=year, day=min(self._shown.day, last)))

    def action_measure(self) -> None:
        """Pain or load."""
        self.measure = Measure.LOAD if self.measure is Measure.PAIN else Measure.PAIN
        self.entitle()

    def action_words(self) -> None:
        """The map, or the days as a list."""
        as_list = not self.has_class("-words")
        self.set_class(as_list, "-words")
        days = self.query_one(YearList)
        self.set_focus(days if as_list else self.query_one(YearMap))
        self.call_after_refresh(days.show_all)

    def action_leave(self) -> None:
        """Back to the page of the day, as it was."""
        self.go("today", day=self._opened_from)

    @on(YearMap.Moved)
    def _moved(self, message: YearMap.Moved) -> None:
        if message.day.year >= _FIRST_YEAR:
            self.show_day(message.day)

    @on(YearMap.Opened)
    def _day_opened(self, message: YearMap.Opened) -> None:
        if message.day <= self.journal.today():
            self.go("today", day=message.day)

    @on(YearMap.Pointed)
    def _pointed(self, message: YearMap.Pointed) -> None:
        self.pointed = message.day

    def on_resize(self) -> None:
        """The legend goes where there is room."""
        self.call_after_refresh(self._place_legend)

    def _place_legend(self) -> None:
        picture, legend = self.query_one(YearMap).picture, self.query_one(YearLegend)
        room = self.query_one("#calendar").content_size.width
        legend.is_below = picture.width + 2 + _LEGEND > room
        self.query_one("#year").set_class(legend.is_below, "-below")
