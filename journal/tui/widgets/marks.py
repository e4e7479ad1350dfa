"""A list of words, each with a mark: Space or a click changes it to the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList
from journal.tui.widgets.two_ends import TwoEnds


@dataclass(frozen=True, slots=True)
class Mark:
    """One state of a row: its sign, and its word at the end of the row, so that no colour is needed."""

    sign: str
    word: str = ""


class Marks(RowList):
    """Rows of words; the first of the `marks` is that of a row nobody marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("mark", "turn", show=True),
        bind("choose", "turn", name="mark", tooltip="Mark, or change the mark"),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    marked: reactive[Mapping[StrEnum, int]] = reactive(dict, always_update=True)
    """The place of each row's mark among the `marks`; rows that are not in it have the first."""

    @dataclass
    class Changed(Message):
        """A mark is another one."""

    def __init__(
        self,
        rows: Sequence[tuple[StrEnum, str]],
        marks: Sequence[Mark],
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._rows, self._marks = tuple(rows), tuple(marks)

    def words_with(self, place: int) -> tuple[StrEnum, ...]:
        """The words whose mark stands at that place, in the order of the list."""
        return tuple(word for word, _ in self._rows if self.marked.get(word, 0) == place)

    def watch_marked(self) -> None:
        """Show the marks."""
        there = self.highlighted
        self.set_options([Option(self._look(word, label)) for word, label in self._rows])
        self.highlighted = there if there is not None else 0

    def action_turn(self) -> None:
        """The next mark of the row under the cursor."""
        if self.highlighted is not None:
            word, _ = self._rows[self.highlighted]
            self.marked = {**self.marked, word: (self.marked.get(word, 0) + 1) % len(self._marks)}
            self.post_message(self.Changed())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's affair."""
        event.stop()

    def action_select(self) -> None:
        """Only a click comes here: it marks."""
        self.action_turn()

    def _look(self, word: StrEnum, label: str) -> TwoEnds:
        place = self.marked.get(word, 0)
        mark = self._marks[place]
        tone = "$accent bold" if place else "$quiet"
        row = Content.assemble((f"{mark.sign} ", tone), (label, "bold" if place else ""))
        return TwoEnds(row, Content.styled(mark.word, "$quiet"))
