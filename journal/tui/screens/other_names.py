"""A dialogue about the other names of an exercise: one more is typed, or one that was given is taken out."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from journal.entry import hides
from journal.errors import Refused
from journal.exercises import Catalogue, Exercise
from journal.exercises.own import Pair, another_name, brief
from journal.records import Alias
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.exercise_dialogue import ExerciseDialogue
from journal.tui.widgets.row_list import RowList
from journal.tui.widgets.two_ends import TwoEnds


class GivenNames(RowList):
    """The names that the writer or an import gave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]


class OtherNames(ExerciseDialogue[Pair | None]):
    """Gives the alias that is new (None before) or taken out (None after); None when it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave the names as they are"),
        bind("remove", "remove"),
    ]

    def __init__(self, exercise: Exercise, given: Sequence[Alias], known: Catalogue) -> None:
        super().__init__()
        self._exercise, self._given, self._known = exercise, tuple(given), known

    def compose(self) -> ComposeResult:
        """The line, what is wrong with it, and the names that were given."""
        with Vertical(classes="dialogue", id="names"):
            yield Static(Content(f"Another name of {brief(self._exercise.name)}"), classes="title")
            yield Input(id="name", compact=True, placeholder="as you would write it", select_on_focus=False)
            yield Static("", id="fault", markup=False)
            if self._given:
                given = with_keys(self, "Names given so far: {remove} takes one out")
                yield Static(given, classes="section", markup=False)
                yield GivenNames(*map(_look, self._given), id="given", compact=True, markup=False)
            yield Static(with_keys(self, "Enter keeps it, {leave} leaves"), classes="quiet", markup=False)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#fault").display = False

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        try:
            alias = another_name(event.value, self._exercise, self._known, hides)
        except Refused as refused:
            fault = self.query_one("#fault", Static)
            fault.update(Content(f"! {refused}."))
            fault.display = True
        else:
            self.dismiss((None, alias))

    def action_remove(self) -> None:
        """Take out the name under the cursor."""
        place = self.query_one(GivenNames).highlighted if self._given else None
        if place is not None and isinstance(self.focused, GivenNames):
            self.dismiss((self._given[place], None))


def _look(alias: Alias) -> Option:
    source = f"from {alias.source}" if alias.source else ""
    return Option(TwoEnds(Content(" ".join(alias.name.split())), Content.styled(source[:20], "$quiet")))
