"""The lines of the table, drawn and moved about in; what is done with them, the table does."""

from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, Key, Paste, Resize
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from journal.tui.draft.model import Cell, Draft
from journal.tui.keys import bind
from journal.tui.widgets.sets.at_hand import AtHand
from journal.tui.widgets.sets.drawing import parts_of
from journal.tui.widgets.sets.layout import Column, Line, What, columns_of, first_cell, lines_of

_BEGINS = frozenset("0123456789@+-,")
"""Signs that begin to write in a cell; letters are commands."""


class Table(Protocol):
    """What the grid asks of the table that it is in."""

    @property
    def is_writing(self) -> bool:
        """Whether a cell is being written in."""

    def write(self, text: str | None = None) -> None:
        """Write in the chosen cell, beginning with a text, or with what stands there."""

    def choose(self) -> None:
        """Take the ghost, or write."""

    def step(self, by: int) -> None:
        """So many cells to the right."""

    def put_back(self) -> None:
        """Leave the cell as it was; what is wrong in it is forgotten."""

    def place_field(self) -> None:
        """The line that is written in has moved."""


class Grid(ScrollView, can_focus=True):
    """Arrows and clicks choose a cell, a digit begins to write in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"grid--{name}"
        for name in (
            "quiet",
            "ghost",
            "empty",
            "name",
            "accent",
            "done",
            "value",
            "row",
            "row-blurred",
            "cursor",
        )
    }

    DEFAULT_CSS = """
    Grid { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; background: transparent; }
    Grid > .grid--quiet { color: $quiet; }
    Grid > .grid--ghost { color: $quiet; text-style: italic; }
    Grid > .grid--empty { color: $hairline; }
    Grid > .grid--name { text-style: bold; }
    Grid > .grid--accent { color: $accent; }
    Grid > .grid--done { color: $success; }
    Grid > .grid--row { background: $row; }
    Grid > .grid--row-blurred { background: $row-blurred; }
    Grid > .grid--cursor { text-style: reverse; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "move(-1)"),
        bind("down", "move(1)"),
        bind("left", "across(-1)"),
        bind("right", "across(1)"),
        bind(
            "choose",
            "choose",
            name="edit",
            tooltip="Write in the chosen cell; a ghost in it is taken",
            show=True,
        ),
        bind("next", "step(1)", name="right", tooltip="The next cell"),
        bind("previous", "step(-1)", name="left", tooltip="The cell before"),
        bind("digit", "choose", name="write", tooltip="A digit begins to write in the chosen cell"),
    ]

    draft: reactive[Draft | None] = reactive(None)
    """The workout that is shown; None until it is known."""
    hand: reactive[AtHand | None] = reactive(None)
    """The writer's words."""
    line: var[int] = var(0)
    """The chosen line."""
    cell: var[Cell] = var(Cell.WEIGHT)
    """The chosen column."""

    def __init__(self, table: Table, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._table = table
        self.lines: tuple[Line, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self._styles_by_name: dict[str, Style] = {}
        self.home = Cell.WEIGHT
        """The column that Enter comes back to on the next line."""

    @property
    def chosen(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[min(self.line, len(self.lines) - 1)] if self.lines else None

    @property
    def column(self) -> Column:
        """The column under the cursor; the first when the chosen one is not there any more."""
        return next((one for one in self.columns if one.cell is self.cell), self.columns[0])

    def watch_draft(self, draft: Draft | None) -> None:
        """Work out the lines anew."""
        self.lines = () if draft is None else lines_of(draft)
        self.columns = () if draft is None else columns_of(draft)
        self.line = min(self.line, max(len(self.lines) - 1, 0))
        self._measure()

    def watch_line(self, before: int, line: int) -> None:
        """The chosen line stays in sight; the others look as they did."""
        self._show_line()
        for one in (before, line):
            self.refresh_line(one)

    def watch_cell(self) -> None:
        """Another cell is chosen."""
        self.refresh_line(self.line)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What is written in moves along."""
        super().watch_scroll_y(old_value, new_value)
        self._table.place_field()

    def on_resize(self, _: Resize) -> None:
        """The chosen line stays in sight."""
        self._measure()
        self.call_after_refresh(self._show_line)

    def on_focus(self) -> None:
        """The cursor shows."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is dimmed."""
        self.refresh()

    def go(self, line: int, cell: Cell | None = None) -> None:
        """Choose a line, and a column that Enter then comes back to."""
        self.line = min(max(line, 0), max(len(self.lines) - 1, 0))
        if cell is not None:
            self.cell = self.home = cell

    # Keys and mouse.

    def action_move(self, by: int) -> None:
        """Up or down, over the gap."""
        line = self.line + by
        while 0 <= line < len(self.lines) and self.lines[line].what is What.GAP:
            line += by
        self._table.put_back()
        if 0 <= line < len(self.lines):
            self.line = line

    def action_across(self, by: int) -> None:
        """One column to the left or right."""
        self._table.put_back()
        places = [one.cell for one in self.columns]
        if places and self.chosen is not None and self.chosen.has_cells:
            place = places.index(self.column.cell) + by
            self.cell = self.home = places[min(max(place, 0), len(places) - 1)]

    def action_step(self, by: int) -> None:
        """The next cell, also over the end of the line."""
        self._table.step(by)

    def action_choose(self) -> None:
        """Take the ghost of the cell, or write in it."""
        self._table.choose()

    def on_key(self, event: Key) -> None:
        """A digit or sign begins to write, Backspace with nothing."""
        sign = "" if event.key == "backspace" else event.character or ""
        if self.draft is None or not (event.is_printable or event.key == "backspace"):
            return
        if not sign or sign in _BEGINS:
            event.stop()
            event.prevent_default()
            self._table.write(sign)

    def on_paste(self, event: Paste) -> None:
        """What is pasted is written into the chosen cell."""
        if self.draft is not None and event.text.strip():
            event.stop()
            self._table.write(event.text.splitlines()[0].strip())

    def on_click(self, event: Click) -> None:
        """A click chooses, a double click writes; one on a line that adds something adds it."""
        line = event.y + self.scroll_offset.y
        if self.draft is None or not 0 <= line < len(self.lines) or self.lines[line].what is What.GAP:
            return
        self._table.put_back()
        self.line = line
        if self.lines[line].has_cells:
            under = (one.cell for one in self.columns if one.x <= event.x < one.x + one.width)
            self.cell = self.home = next(under, first_cell(self.draft, self.lines[line].block))
        if event.chain == 2 or self.lines[line].what in (What.ADD, What.MORE):
            self._table.write()

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One line of the table."""
        line, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self.rich_style
        if self.draft is None or self.hand is None or line >= len(self.lines):
            return Strip.blank(width, base)
        chosen = line == self.line
        if chosen:
            base += self._style("row" if self.has_focus or self._table.is_writing else "row-blurred")
        one = self.lines[line]
        segments = [
            Segment(
                part.text, self._look(part.style, base, cursor=chosen and self._is_cursor(one, part.cell))
            )
            for part in parts_of(one, self.columns, self.draft, self.hand, width, chosen=chosen)
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _is_cursor(self, line: Line, cell: Cell | None) -> bool:
        return self.has_focus and line.has_cells and cell is not None and cell is self.column.cell

    def _look(self, style: str, base: Style, *, cursor: bool) -> Style:
        look = base + self._style(style) if style else base
        return look + self._style("cursor") if cursor else look

    def _style(self, name: str) -> Style:
        """Found once: Textual looks for it anew after each refresh, which takes longer than all else in a line."""
        if name not in self._styles_by_name:
            self._styles_by_name[name] = self.get_component_rich_style(f"grid--{name}", partial=True)
        return self._styles_by_name[name]

    def notify_style_update(self) -> None:
        """The theme may be another one."""
        super().notify_style_update()
        self._styles_by_name.clear()

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.refresh()

    def _show_line(self) -> None:
        if self.lines and self.is_mounted:
            # The name of the exercise stays in sight with its first set, and the line for more with its last.
            self.scroll_to_region(Region(0, max(self.line - 1, 0), 1, 3), animate=False, force=True)
