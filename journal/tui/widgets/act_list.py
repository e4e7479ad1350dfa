"""Rows of words, of which some can be chosen: Enter or a click does what such a row is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.visual import Visual
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `act` is what it is for, None when it only tells something."""

    look: Content | Visual
    act: object = None


class ActList(RowList):
    """The cursor stands on rows that do something; up from the first of them leaves the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "up_or_leave"),
        bind("down", "cursor_down"),
        bind("choose", "select", name="choose", tooltip="Do what the chosen row is for", show=True),
    ]

    rows: reactive[tuple[Row, ...]] = reactive((), always_update=True)
    """What is listed."""

    @dataclass
    class Chosen(Message):
        """A row should do what it is for."""

        act: object

    @dataclass
    class Left(Message):
        """What stands above the list should have the focus."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    @property
    def act(self) -> object:
        """What the chosen row is for; None when there is none."""
        return self.rows[self.highlighted].act if self.highlighted is not None else None

    def watch_rows(self, before: Sequence[Row], rows: Sequence[Row]) -> None:
        """List them; the cursor that somebody moves stays on the row that is for the same, if that is still there."""
        place = self.highlighted if self.screen.focused is self else None
        chosen = before[place].act if place is not None and place < len(before) else None
        acts = [row.act for row in rows]
        self.set_options([Option(row.look, disabled=row.act is None) for row in rows])
        if chosen is not None and chosen in acts:
            self.highlighted = acts.index(chosen)
        else:
            self.highlighted = next((place for place, act in enumerate(acts) if act is not None), None)
            self.scroll_home(animate=False)

    def choose(self, act: object) -> None:
        """Put the cursor on the row that is for that."""
        place = next((place for place, row in enumerate(self.rows) if row.act == act), None)
        if place is not None:
            self.highlighted = place

    def action_up_or_leave(self) -> None:
        """One up; from the first one out of the list."""
        first = next((place for place, row in enumerate(self.rows) if row.act is not None), None)
        if self.highlighted is None or self.highlighted == first:
            self.scroll_home(animate=False)
            self.post_message(self.Left())
        else:
            self.action_cursor_up()

    def action_select(self) -> None:
        """Do what the chosen row is for."""
        if self.act is not None:
            self.post_message(self.Chosen(self.act))
