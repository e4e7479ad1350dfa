"""The calendar: a year of days as a heat map, on which arrows and the mouse choose a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, Leave, MouseMove
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from journal.tui.keys import bind
from journal.tui.reading.year import FlagsOfYear, Year
from journal.tui.themes import GLYPHS
from journal.tui.widgets.year_layout import (
    DAY_CELLS,
    LABEL,
    WEEKDAYS,
    Block,
    YearLayout,
    laid_out,
    month_name,
)
from journal.tui.widgets.year_paint import TONES, Paint, Palette
from journal.tui.wording.year import Measure, sign

_TALL_FROM = 30
"""Rows of the terminal from which a day of an undivided year is two rows tall."""


class YearMap(Widget, can_focus=True):
    """Colour, and a sign in each day, say how much; the sign of a flag stands beside or below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "move(-1)", tooltip="The day before"),
        bind("down", "move(1)", tooltip="The day after"),
        bind("left", "move(-7)", tooltip="The week before"),
        bind("right", "move(7)", tooltip="The week after"),
        bind("choose", "open", tooltip="Open the day", show=True),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"year--{name}" for name in TONES}
    DEFAULT_CSS = """
    YearMap { width: auto; height: auto; }
    YearMap .year--none { color: $success; }
    YearMap .year--mild { color: $severity-caution; }
    YearMap .year--middle { color: $severity-warning; }
    YearMap .year--severe { color: $severity-urgent; }
    YearMap .year--load { color: $accent; }
    YearMap .year--empty { color: $foreground; }
    YearMap .year--label { color: $quiet; }
    YearMap .year--chosen { color: $accent; }
    YearMap .year--urgent { color: $severity-urgent; }
    YearMap .year--warning { color: $severity-warning; }
    YearMap .year--caution { color: $severity-caution; }
    """

    view: reactive[Year | None] = reactive(None, layout=True)
    """The days; None while they are being read."""
    flags: reactive[FlagsOfYear | None] = reactive(None)
    """The flags that began; None while they are not known."""
    measure: reactive[Measure] = reactive(Measure.PAIN)
    """What the colour says."""
    day: reactive[date | None] = reactive(None, repaint=False)
    """The day under the cursor."""

    @dataclass
    class Moved(Message):
        """The cursor should go to this day."""

        day: date

    @dataclass
    class Opened(Message):
        """This day should be opened."""

        day: date

    @dataclass
    class Pointed(Message):
        """The mouse is over this day; None: over none."""

        day: date | None

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paint: Paint | None = None

    # Where things are.

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As many cells as the days need in the room that there is."""
        return self._laid_out(container.width).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Rows of all blocks."""
        return self._laid_out(max(width, container.width)).height

    @property
    def picture(self) -> YearLayout:
        """Where each day stands at the present size."""
        return self._laid_out(self.size.width)

    def _laid_out(self, width: int) -> YearLayout:
        number = self._number
        once = laid_out(number, width)
        tall = len(once.blocks) == 1 and self.app.size.height >= _TALL_FROM
        return laid_out(number, width, tall=2) if tall else once

    @property
    def _number(self) -> int:
        return self.view.number if self.view is not None else (self.day or date(2000, 1, 1)).year

    # What the writer does.

    def action_move(self, days: int) -> None:
        """Some days on, or back."""
        if self.day is not None:
            self.post_message(self.Moved(self.day + timedelta(days=days)))

    def action_open(self) -> None:
        """Open the day under the cursor."""
        if self.day is not None:
            self.post_message(self.Opened(self.day))

    def on_click(self, event: Click) -> None:
        """A click chooses a day, a double click opens it."""
        day = self.picture.day_at(event.x, event.y)
        if day is not None:
            self.post_message(self.Opened(day) if event.chain > 1 else self.Moved(day))

    def on_mouse_move(self, event: MouseMove) -> None:
        """The day under the mouse is told in words."""
        self.post_message(self.Pointed(self.picture.day_at(event.x, event.y)))

    def on_leave(self, event: Leave) -> None:  # noqa: ARG002
        """Back to the day under the cursor."""
        self.post_message(self.Pointed(None))

    def watch_day(self, before: date | None, day: date | None) -> None:
        """Only the rows that the cursor leaves and comes to are drawn again; it stays in sight."""
        for one in (before, day):
            if one is not None and one.year == self._number:
                self.refresh(*self._rows_of(one))
        self.call_after_refresh(self._keep_in_sight)

    def _rows_of(self, day: date) -> tuple[Region, Region]:
        """The row of its weekday and that of its month."""
        picture = self.picture
        _, y = picture.place_of(day)
        months = y // picture.rows_of_block * picture.rows_of_block
        width = self.size.width
        return Region(0, y, width, picture.tall), Region(0, months, width, 1)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.day is not None and self.day.year == self._number and self.is_mounted:
            x, y = self.picture.place_of(self.day)
            # With the row above it, so that the name of the month is seen at the top of a block.
            there = Region(x, y - 1, DAY_CELLS, self.picture.tall + 1)
            if isinstance(self.parent, Widget):
                self.parent.scroll_to_region(there.translate(self.virtual_region.offset), animate=False)

    # How it looks.

    def render_line(self, y: int) -> Strip:
        """One row: the names of the months, or one weekday of all weeks of a block."""
        picture, plain = self.picture, self.paint.plain
        if y >= picture.height:
            return Strip.blank(self.size.width, plain)
        block, row = picture.weeks_of_row(y)
        segments = self._months(block) if row == 0 else self._weekday(picture, block, row - 1)
        return Strip(segments).simplify().extend_cell_length(self.size.width, plain)

    def _months(self, block: Block) -> list[Segment]:
        segments = [Segment(" " * LABEL, self.paint.plain)]
        at = 0
        for column, first in block.months():
            begins = column * DAY_CELLS
            name = month_name(first)
            here = self.day is not None and (self.day.year, self.day.month) == (first.year, first.month)
            segments.append(Segment(" " * (begins - at), self.paint.plain))
            segments.append(Segment(name, self.paint.of_label(chosen=here)))
            at = begins + len(name)
        return segments

    def _weekday(self, picture: YearLayout, block: Block, row: int) -> list[Segment]:
        weekday, below = divmod(row, picture.tall)
        here = self.day is not None and self.day.weekday() == weekday
        name = WEEKDAYS[weekday] if not below else ""
        segments = [Segment(f"{name:<{LABEL}}", self.paint.of_label(chosen=here))]
        for week in range(block.weeks):
            day = block.monday + timedelta(days=week * 7 + weekday)
            inside = block.first <= day <= block.last
            segments += self._cell(day, picture.tall, below) if inside else [Segment("  ", self.paint.plain)]
        return segments

    def _cell(self, day: date, tall: int, below: int) -> list[Segment]:
        view = self.view
        if view is None or day > view.today:
            return [Segment("  ", self._cursor(self.paint.plain, day))]
        one = view.on(day)
        style = self.paint.of_day(one, view, self.measure)
        mark = self.flags.mark(day) if self.flags is not None else None
        flagged = style if day == self.day else self.paint.of_flag(one, self.measure, mark, style)
        flag = Segment(GLYPHS[mark] if mark is not None else " ", self._cursor(flagged, day))
        style = self._cursor(style, day)
        if tall == 1:
            return [Segment(sign(one, view, self.measure), style), flag]
        if below:
            return [Segment(" ", style), flag]
        return [Segment(f"{sign(one, view, self.measure):>2}", style)]

    @property
    def paint(self) -> Paint:
        """The colours of the present theme."""
        if self._paint is None:
            ground, ink = self.background_colors[1], self.colors[3]
            tones = {name: self.get_component_styles(f"year--{name}").color for name in TONES}
            opaque = {
                name: tone if tone.ansi is not None else ground.blend(tone.with_alpha(1), tone.a)
                for name, tone in tones.items()
            }
            has_tints = ink.ansi is None and not self.app.no_color
            self._paint = Paint(Palette(self.rich_style, ground, ink, opaque, has_tints))
        return self._paint

    def notify_style_update(self) -> None:
        """Another theme: all colours are mixed anew."""
        self._paint = None
        super().notify_style_update()

    def _cursor(self, style: Style, day: date) -> Style:
        if day == self.day:
            return style + Style(reverse=True, bold=True)
        return style + Style(underline=True) if self.view is not None and day == self.view.today else style
