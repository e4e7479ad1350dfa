"""The calendar in words: the days of a year on which something was written or a flag began."""

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.reading.year import FlagsOfYear, Year
from journal.tui.themes import GLYPHS, colour
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList
from journal.tui.widgets.year import YearMap
from journal.tui.wording.dates import in_short
from journal.tui.wording.year import has_something, told

_DATE = 13
"""Cells of the sign of a flag and the date."""


class YearList(RowList):
    """One row a day, the first of the year at the top; says the same as the map."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "cursor_up", tooltip="The day before"),
        bind("down", "cursor_down", tooltip="The day after"),
        bind("choose", "select", tooltip="Open the day", show=True),
    ]

    view: reactive[Year | None] = reactive(None)
    """The year; None while it is being read."""
    flags: reactive[FlagsOfYear | None] = reactive(None)
    """The flags that held; None while they are not known."""
    day: reactive[date | None] = reactive(None)
    """The day under the cursor."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    def watch_view(self) -> None:
        """The year has come."""
        self._fill()

    def watch_flags(self) -> None:
        """The flags have come."""
        self._fill()

    def show_all(self) -> None:
        """Be filled and chosen from: until then nothing is made of it."""
        self._fill()

    def _fill(self) -> None:
        view = self.view
        if not self.display or view is None:
            return
        days = [one for one in view.days if has_something(one, self.flags)]
        self.set_options(
            Option(self._look(one.day, told(one, self.flags, view.today)), id=one.day.isoformat())
            for one in days
        )
        if not days:
            self.add_option(Option("Nothing is written in this year.", disabled=True))
            return
        until = [place for place, one in enumerate(days) if self.day is None or one.day <= self.day]
        self.highlighted = until[-1] if until else 0
        self.call_after_refresh(self.scroll_to_highlight)

    def _look(self, day: date, words: str) -> Hanging:
        mark = self.flags.mark(day) if self.flags is not None else None
        sign = (f"{GLYPHS[mark]} ", colour(mark)) if mark is not None else "  "
        return Hanging(
            Content.assemble(sign, (in_short(day).removesuffix(f" {day.year}"), "$quiet")),
            Content(words),
            _DATE,
        )

    @property
    def chosen(self) -> date | None:
        """The day under the cursor."""
        option = None if self.highlighted is None else self.get_option_at_index(self.highlighted)
        return date.fromisoformat(option.id) if option is not None and option.id else None

    def on_option_list_option_highlighted(self) -> None:
        """The page follows."""
        if self.chosen is not None and self.has_focus:
            self.post_message(YearMap.Moved(self.chosen))

    def action_select(self) -> None:
        """Open the chosen day."""
        if self.chosen is not None:
            self.post_message(YearMap.Opened(self.chosen))

    def on_click(self, event: Click) -> None:
        """A click chooses, a double click opens."""
        if event.chain > 1:
            self.action_select()
