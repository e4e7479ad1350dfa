"""The charts of the trends: one widget, so that all panels stand on the same columns, with a cursor on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from journal.tui.keys import bind
from journal.tui.reading.trends import Trends
from journal.tui.widgets.chart import BLANK, Cell, Ink
from journal.tui.widgets.panel_rows import Panel
from journal.tui.widgets.panels import MARGIN, Drawing

if TYPE_CHECKING:
    from journal.analysis.series import RaisedOn

_CROSSHAIR = "┊"
"""Stands in the empty cells of the day under the cursor, which is seen by it without colour."""


class TrendCharts(Widget, can_focus=True):
    """Shows `trends`; posts `Pointed` when the cursor is moved and `Chosen` when a day is opened."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"charts--{ink.value}" for ink in Ink}
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "choose", name="day", tooltip="Open the day under the cursor", show=True),
        bind("left", "point(-1)", tooltip="The day before"),
        bind("right", "point(1)", tooltip="The day after"),
        bind("up", "point(-7)", name="week before", tooltip="The same day of the week before"),
        bind("down", "point(7)", name="week after", tooltip="The same day of the week after"),
    ]

    trends: reactive[Trends | None] = reactive(None)
    flags: "reactive[Mapping[date, RaisedOn]]" = reactive(dict)
    shown: reactive[tuple[Panel, ...]] = reactive(tuple(Panel))
    day: reactive[date | None] = reactive(None)

    @dataclass
    class Pointed(Message):
        """The cursor is to stand on a day."""

        day: date

    @dataclass
    class Chosen(Message):
        """A day is to be opened."""

        day: date

    _drawn: Drawing | None = None

    @property
    def drawing(self) -> Drawing | None:
        """What is drawn at the present size; None while nothing is known or there is no room."""
        if self.trends is None or self.size.width <= MARGIN or not self.size.height:
            return None
        wanted = Drawing(self.trends, self.flags, self.shown, self.size.width, self.size.height)
        if wanted != self._drawn:
            self._drawn = wanted
        return self._drawn

    def action_point(self, days: int) -> None:
        """Move the cursor by some days."""
        if self.day is not None:
            self.post_message(self.Pointed(self.day + timedelta(days=days)))

    def action_choose(self) -> None:
        """Open the day under the cursor."""
        if self.day is not None:
            self.post_message(self.Chosen(self.day))

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to the day; a second click opens it."""
        if event.chain >= 2:
            self.action_choose()
        else:
            self._point_at(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The cursor follows while the button is held."""
        if event.button:
            self._point_at(event.x)

    def _point_at(self, column: int) -> None:
        drawing = self.drawing
        if drawing is not None and self.day is not None and column >= MARGIN:
            here = column - MARGIN
            if here not in drawing.axis.columns(self.day) or not drawing.span.holds(self.day):
                self.post_message(self.Pointed(drawing.axis.day_at(here)))

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One row of cells, the cursor over it."""
        drawing = self.drawing
        if drawing is None or y >= len(drawing.picture):
            return Strip.blank(self.size.width, self.rich_style)
        row, columns = drawing.picture[y], self._cursor(drawing)
        line = columns.start + (len(columns) - 1) // 2
        if columns and row[line] == BLANK:
            row = [*row[:line], Cell(_CROSSHAIR, Ink.CURSOR), *row[line + 1 :]]
        inked = ((cell.sign, cell.ink, column in columns) for column, cell in enumerate(row))
        return Strip(
            [
                Segment("".join(sign for sign, _, _ in group), self._style(ink, is_pointed))
                for (ink, is_pointed), group in groupby(inked, key=lambda one: one[1:])
            ],
            len(row),
        )

    def _cursor(self, drawing: Drawing) -> range:
        """The columns that the cursor stands on."""
        if self.day is None or not drawing.span.holds(self.day):
            return range(0)
        columns = drawing.axis.columns(self.day)
        return range(columns.start + MARGIN, columns.stop + MARGIN)

    def _style(self, ink: Ink, is_pointed: bool) -> Style:
        style = self.get_component_rich_style(f"charts--{ink.value}")
        if not is_pointed or ink in (Ink.RULE, Ink.TITLE, Ink.IN_BAR):
            return style
        cursor = self.get_component_rich_style(f"charts--{Ink.CURSOR.value}")
        return style + Style(bgcolor=cursor.bgcolor, color=self.rich_style.color if ink is Ink.BAR else None)
