"""What an imported exercise may be: Enter on one of them maps it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.exercises import Exercise
from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList
from journal.tui.widgets.two_ends import TwoEnds
from journal.tui.wording.exercises import muscles_said


class Guesses(RowList):
    """The catalogue's guesses, then another one by its name, then its own muscles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "choose",
            "select",
            name="it is this",
            tooltip="Map it: its sets become those of this exercise",
            show=True,
        ),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    exercises: reactive[tuple[Exercise, ...]] = reactive((), always_update=True)
    """The guesses, the likeliest first."""

    @dataclass
    class Taken(Message):
        """It is this one."""

        slug: str

    @dataclass
    class AnotherAsked(Message):
        """It is one that is not listed here."""

    @dataclass
    class DescribeAsked(Message):
        """It is none of the catalogue: it should be given its own muscles."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._targets: list[Message] = []

    def watch_exercises(self) -> None:
        """List them."""
        looks: list[Content | TwoEnds] = [_look(one) for one in self.exercises]
        self._targets = [self.Taken(one.slug) for one in self.exercises]
        looks += [Content("another one, by its name …"), Content("none of them: give it its own muscles …")]
        self._targets += [self.AnotherAsked(), self.DescribeAsked()]
        self.set_options([Option(look) for look in looks])
        self.highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's affair."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(self._targets[event.option_index])


def _look(exercise: Exercise) -> TwoEnds:
    trains = muscles_said(exercise.primary[:2])
    return TwoEnds(Content(exercise.name), Content.styled(trains, "$quiet"))
