"""The page of trends: load, pain, fluid and sleep over weeks and years, one above the other."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from journal.tui.asking.open_journal import OpenJournal
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.reading.trends import Trends, read_flags, read_trends, said_of, week_of
from journal.tui.screens.page import Page
from journal.tui.widgets.panel_rows import CHOICES, Panel
from journal.tui.widgets.trend_charts import TrendCharts
from journal.tui.widgets.trend_table import TrendTable
from journal.tui.wording.dates import in_short
from journal.tui.wording.spans import WEEK, Span

if TYPE_CHECKING:
    from journal.analysis.series import RaisedOn

SPANS = (4, 8, 13, 26, 52, 104)
"""Weeks that can be looked at."""
_SPAN = Binding.Group("span", compact=True)
_WEEKS = Binding.Group("weeks", compact=True)
_EARLIEST = date(1900, 1, 1)
_EMPTY = "Nothing is recorded yet. Press {log} and write a line, or {pain} for a pain."


class TrendsPage(Page):
    """The weeks around a day; its cursor is the day that the page is about."""

    NAME = "Trends"
    HOME = "#charts"
    AUTO_FOCUS = HOME
    CSS_PATH = Path(__file__).parent / "trends.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("shorter", "stretch(-1)", show=True, group=_SPAN),
        bind("longer", "stretch(1)", show=True, group=_SPAN),
        bind("earlier", "step(-1)", show=True, group=_WEEKS),
        bind("later", "step(1)", show=True, group=_WEEKS),
        bind("measure", "measure", show=True),
        bind("words", "words", show=True),
    ]

    trends: var[Trends | None] = var(None)
    flags: "var[Mapping[date, RaisedOn]]" = var(dict)
    span: var[Span | None] = var(None)
    shown: var[tuple[Panel, ...]] = var(CHOICES[0])
    in_words: var[bool] = var(False, toggle_class="-in-words")
    is_empty: var[bool] = var(False, toggle_class="-empty")
    doing: var[str] = var("reading")
    """What is waited for; "" when nothing is."""

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal, day=day)
        self._opened_from = self.day
        self.set_reactive(TrendsPage.span, Span.ending(self.pointed, SPANS[1]))
        self._marked: object = None

    def body(self) -> ComposeResult:
        """The charts, or the table, and the values of the day under the cursor."""
        yield TrendCharts(id="charts").data_bind(
            TrendsPage.trends, TrendsPage.flags, TrendsPage.shown, TrendsPage.day
        )
        yield TrendTable(id="table")
        yield Static(Content(with_keys(self, _EMPTY)), id="hint")
        yield Static(id="readout")

    def heading(self) -> Iterator[tuple[str, str]]:
        """The weeks, and what is waited for."""
        yield self.NAME, "$accent bold"
        if self.span is not None:
            first, last = self.span.first, min(self.span.last, self.journal.today())
            yield f"   {self.span.weeks} weeks, {_from_to(first, last)}", "$quiet"
        if self.doing:
            yield f"  {self.doing}", "$quiet"

    @property
    def pointed(self) -> date:
        """The day under the cursor."""
        return self.day or self.journal.today()

    def action_leave(self) -> None:
        """Back to the page of the day, as it was; Enter goes to the day under the cursor."""
        self.go("today", day=self._opened_from)

    # Reading.

    async def read(self) -> None:
        """The numbers first, then the flags."""
        self.workers.cancel_group(self, "marks")
        days = await self.tried(self.journal.ask(lambda store, _: store.days() or ()))
        if days is None or self.span is None:
            return
        self.is_empty, self.doing = not days, "reading …"
        span = self.span
        trends = await self.tried(self.journal.work(partial(read_trends, span=span)))
        self.doing = ""
        if trends is not None:
            self.trends = trends
            self.retell()
            self.mark()

    @work(group="marks", exclusive=True)
    async def mark(self) -> None:
        """Ask the rules when flags began, unless that is known."""
        state = await self.tried(self.journal.state())
        if state is None or state == self._marked:
            return
        flags = await self.tried(self.journal.work(read_flags, tell=self._judging))
        self.doing = ""
        if flags is not None:
            self._marked, self.flags = state, flags
            self.retell()

    def _judging(self, done: int, of: int) -> None:
        # Short enough to stand behind two years in a terminal of 80 columns.
        self.doing = f"flags {100 * done // max(of, 1)} %"

    def watch_doing(self) -> None:
        """The title tells what is waited for."""
        if self.is_mounted:
            self.entitle()

    def retell(self) -> None:
        """Write the line of the day anew, and the table where it is shown."""
        self.tell_day()
        if self.in_words and self.trends is not None:
            table = self.query_one(TrendTable)
            table.tell(self.trends, self.flags, self.journal.today())
            table.point(self.pointed)

    # The cursor.

    @on(TrendCharts.Pointed)
    def _pointed_at(self, message: TrendCharts.Pointed) -> None:
        self.show_day(message.day)

    @on(TrendTable.Pointed)
    def _row_pointed_at(self, message: TrendTable.Pointed) -> None:
        self.day = message.day

    @on(TrendCharts.Chosen)
    @on(TrendTable.Chosen)
    def _chosen(self, message: TrendCharts.Chosen | TrendTable.Chosen) -> None:
        self.go("today", day=message.day)

    def watch_day(self) -> None:
        """The line of the day follows the cursor."""
        if self.is_mounted:
            # The cursor first: what is told beside it may be painted a moment later.
            self.call_after_refresh(self.tell_day)

    def tell_day(self) -> None:
        """The values of the day under the cursor, and the load of its week."""
        if self.trends is not None:
            words, week = said_of(self.pointed, self.trends, self.flags), week_of(self.pointed, self.trends)
            told = Content.assemble((in_short(self.pointed), "bold"), f": {words}", (f"   {week}", "$quiet"))
            self.query_one("#readout", Static).update(told, layout=False)

    def show_day(self, day: date) -> None:
        """Put the cursor on a day, and move the weeks where it is not in them."""
        self.day = min(max(day, _EARLIEST), self.journal.today())
        if self.span is not None and not self.span.holds(self.pointed):
            before = self.pointed < self.span.first
            edge = self.span.first if before else self.span.last
            weeks = -(-abs((self.pointed - edge).days) // 7)
            self._look_at(self.span.moved(-weeks if before else weeks))

    def _look_at(self, span: Span) -> None:
        self.span = span
        self.reload()

    # Keys.

    def action_step(self, days: int) -> None:
        """The weeks before, or after, as many as are shown."""
        if self.span is None:
            return
        this_week = Span.ending(self.journal.today(), self.span.weeks)
        if days > 0 and self.span.first >= this_week.first:
            self.refuse("These are the newest weeks.")
            return
        moved = self.span.moved(days * self.span.weeks)
        moved = min(moved, this_week, key=lambda one: one.first)
        if moved.first >= _EARLIEST:
            self.day = min(self.pointed + (moved.first - self.span.first), self.journal.today())
            self._look_at(moved)

    def action_stretch(self, steps: int) -> None:
        """More weeks, or fewer; the day under the cursor stays in them."""
        if self.span is None:
            return
        place = SPANS.index(self.span.weeks) + steps
        if not 0 <= place < len(SPANS):
            self.refuse(f"{self.span.weeks} weeks are the {'most' if steps > 0 else 'fewest'}.")
            return
        wanted = Span.ending(self.span.last, SPANS[place])
        if not wanted.holds(self.pointed):
            middle = self.pointed + SPANS[place] // 2 * WEEK
            wanted = Span.ending(min(middle, self.journal.today()), SPANS[place])
        self._look_at(wanted)

    def action_measure(self) -> None:
        """Other panels."""
        self.shown = CHOICES[(CHOICES.index(self.shown) + 1) % len(CHOICES)]

    def action_words(self) -> None:
        """The table instead of the charts, and back."""
        self.in_words = not self.in_words
        self.retell()
        self.set_focus(self.query_one("#table" if self.in_words else "#charts"))


def _from_to(first: date, last: date) -> str:
    """`28 Sep to 22 Nov 2026`, the year twice where it changes."""
    begin = in_short(first).split()[1 : 3 if first.year == last.year else 4]
    return f"{' '.join(begin)} to {' '.join(in_short(last).split()[1:])}"
