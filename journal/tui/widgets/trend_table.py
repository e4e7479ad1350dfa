"""The trends in words: a row for each day, for those who read rather than look, and where there is no room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import DataTable

from journal.tui.keys import bind
from journal.tui.reading.trends import Trends, flag_words
from journal.tui.widgets.panels import short
from journal.tui.wording.dates import in_short

if TYPE_CHECKING:
    from journal.analysis.series import RaisedOn, Week

NOTHING = "-"
"""Nothing was recorded of it."""


class TrendTable(DataTable[Text]):
    """Every day of a span and its values; posts `Pointed` for the row of the cursor and `Chosen` for Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select_cursor", name="day", tooltip="Open the chosen day", show=True),
        bind("up", "cursor_up", tooltip="The day before"),
        bind("down", "cursor_down", tooltip="The day after"),
        bind("left", "cursor_left", tooltip="Columns to the left"),
        bind("right", "cursor_right", tooltip="Columns to the right"),
    ]

    @dataclass
    class Pointed(Message):
        """The cursor stands on a day."""

        day: date

    @dataclass
    class Chosen(Message):
        """A day is to be opened."""

        day: date

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id, cursor_type="row", zebra_stripes=False)
        self._days: tuple[date, ...] = ()

    def tell(self, trends: Trends, flags: "Mapping[date, RaisedOn]", today: date) -> None:
        """Write the days, up to today."""
        self.clear(columns=True)
        self._days = tuple(day for day in trends.span.all_days() if day <= today)
        for title in headings(trends):
            self.add_column(Text(title, justify="left" if title in ("day", "flags") else "right"))
        for day in self._days:
            first, *numbers, last = cells(day, trends, flags)
            self.add_row(Text(first), *(Text(one, justify="right") for one in numbers), Text(last))

    def point(self, day: date) -> None:
        """Put the cursor on a day."""
        if day in self._days:
            self.move_cursor(row=self._days.index(day))

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """The cursor has moved."""
        event.stop()
        if event.cursor_row < len(self._days) and self.has_focus:
            self.post_message(self.Pointed(self._days[event.cursor_row]))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Enter, or a click on the row of the cursor."""
        event.stop()
        self.post_message(self.Chosen(self._days[event.cursor_row]))


def headings(trends: Trends) -> list[str]:
    """The columns: the day, load of day and week, each place, fluid, sleep and flags."""
    return [
        "day",
        "load",
        "week",
        "fluid ml",
        "sleep h",
        *(short(place) for place, _ in trends.pain),
        "flags",
    ]


def cells(day: date, trends: Trends, flags: "Mapping[date, RaisedOn]") -> list[str]:
    """The row of a day; the load of a week stands on its Monday."""
    week = trends.load_of_week.of(day) if day.weekday() == 0 else None
    load = number(trends.load.on(day)) + ("?" if day in trends.load.partial else "")
    return [
        in_short(day),
        load.replace("-?", "?"),
        _week(week) if day.weekday() == 0 else "",
        number(trends.fluid.on(day)),
        number(trends.sleep.on(day)),
        *(number(daily.on(day)) for _, daily in trends.pain),
        flag_words(flags[day]) if day in flags else "",
    ]


def _week(week: "Week | None") -> str:
    if week is None:
        return NOTHING
    return (number(week.value) + ("?" if week.unknown else "")).replace("-?", "?")


def number(value: float | None) -> str:
    """A value, or what stands for none."""
    if value is None:
        return NOTHING
    return f"{value:,.0f}" if value >= 100 else f"{round(value, 1):g}"
