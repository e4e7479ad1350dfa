"""A dialogue that asks what a column of a file holds, in the words of the command line's `--map`."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from journal.columns import one_line
from journal.interchange.any_csv.generic_meanings import MEANINGS, Meaning, key
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.act_list import ActList, Row
from journal.tui.widgets.exercise_list import ExerciseFilter

_WORD = 18
_NAMES = 4
"""Other names of a meaning that are told."""
_IGNORE = "not read"


class PickMeaning(Dialogue[str | None]):
    """Gives the word of what the column holds, or None when it was left with Esc."""

    DEFAULT_CSS = """
    PickMeaning ActList { max-height: 16; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave the column as it is"),
    ]

    def __init__(self, column: str, sample: str) -> None:
        super().__init__()
        self._column, self._sample = one_line(column), one_line(sample)

    def compose(self) -> ComposeResult:
        """A filter, and what a column can hold."""
        such_as = f", such as {self._sample}" if self._sample else ""
        with Vertical(classes="dialogue wide"):
            yield Static(Content(f"What does {self._column} hold{such_as}?"), classes="title")
            yield ExerciseFilter(
                id="filter", compact=True, placeholder="type what it holds", select_on_focus=False
            )
            yield ActList(id="meanings")

    def on_mount(self) -> None:
        """All of them, until something is typed."""
        self._narrow("")

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        wanted = key(typed)
        found = [one for one in MEANINGS if any(wanted in key(name) for name in _names(one))]
        # Whose word begins so comes first.
        found.sort(key=lambda one: not key(one.word).startswith(wanted))
        self.query_one(ActList).rows = tuple(Row(_look(one), one.word) for one in found)

    @on(ExerciseFilter.Entered)
    def _take_chosen(self) -> None:
        self.query_one(ActList).action_select()

    @on(ExerciseFilter.Left)
    def _to_list(self, message: ExerciseFilter.Left) -> None:
        if message.cleared or not message.by_esc:
            self.query_one(ActList).focus()
        else:
            self.dismiss(None)

    @on(ActList.Left)
    def _to_filter(self) -> None:
        self.query_one(ExerciseFilter).focus()

    @on(ActList.Chosen)
    def _chosen(self, message: ActList.Chosen) -> None:
        self.dismiss(str(message.act))


def _names(one: Meaning) -> list[str]:
    return [one.word, *one.names.split(", "), *one.without_sets.split(", ")]


def _look(one: Meaning) -> Content:
    names = [name for name in _names(one)[1:] if name][:_NAMES]
    return Content.assemble(f"{one.word:<{_WORD}}", (", ".join(names) or _IGNORE, "$quiet"))
