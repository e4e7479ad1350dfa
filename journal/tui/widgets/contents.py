"""The parts of a long page by their names: the cursor brings one into sight, Enter goes into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList


class Contents(RowList):
    """`parts` are (id of the part's widget, its name)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="change", tooltip="Go into this part", show=True),
        bind("right", "select", name="change", tooltip="Go into this part"),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    @dataclass
    class Shown(Message):
        """A part should be brought into sight."""

        part: str

    @dataclass
    class Entered(Message):
        """A part should get the focus."""

        part: str

    def __init__(self, parts: Sequence[tuple[str, str]], *, id: str) -> None:  # noqa: A002
        super().__init__(
            *(Option(Content(name), id=part) for part, name in parts), id=id, compact=True, markup=False
        )

    @property
    def part(self) -> str:
        """The part that the cursor stands on; "" before there is one."""
        chosen = self.highlighted_option
        return (chosen.id or "") if chosen is not None else ""

    def choose(self, part: str) -> None:
        """Put the cursor on a part."""
        self.highlighted = self.get_option_index(part)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the page."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Shown(event.option_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the page."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Entered(event.option_id))
