"""A dialogue that asks which exercise of the catalogue an imported one is."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from journal.exercises.own import brief
from journal.tui.keys import bind
from journal.tui.reading.exercises import UNMAPPED, Group, Shelf
from journal.tui.screens.exercise_dialogue import ExerciseDialogue
from journal.tui.widgets.exercise_list import ExerciseFilter, ExerciseList


class PickExercise(ExerciseDialogue[str | None]):
    """Gives the slug of the exercise, or None when it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Map it later"),
    ]

    def __init__(self, name: str, shelf: Shelf, today: date) -> None:
        super().__init__()
        self._called, self._shelf, self._today = brief(" ".join(name.split())), shelf, today

    def compose(self) -> ComposeResult:
        """A filter, and what it finds."""
        with Vertical(classes="dialogue wide", id="pick"):
            yield Static(Content(f"Which exercise is {self._called}?"), classes="title")
            yield ExerciseFilter(
                id="filter", compact=True, placeholder="type any of its names", select_on_focus=False
            )
            yield ExerciseList(id="exercises")

    def on_mount(self) -> None:
        """All of them, until a name is typed."""
        self.query_one(ExerciseList).today = self._today
        self._narrow()

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        self._narrow()
        self.query_one(ExerciseList).choose_first()

    def _narrow(self) -> None:
        found = self._shelf.found(self.query_one("#filter", Input).value)
        self.query_one(ExerciseList).groups = tuple(filter(None, map(self._mapped, found)))

    def _mapped(self, group: Group) -> Group | None:
        """The group without imported ones that are not mapped themselves."""
        rows = tuple(row for row in group.rows if row.exercise.slug not in self._shelf.unmapped)
        return Group(group.title, rows) if rows and group.title != UNMAPPED else None

    @on(ExerciseFilter.Entered)
    def _take_chosen(self) -> None:
        self.query_one(ExerciseList).action_open_it()

    @on(ExerciseFilter.Left)
    def _to_list(self, message: ExerciseFilter.Left) -> None:
        if message.cleared or not message.by_esc:
            self.set_focus(self.query_one(ExerciseList))
        else:
            self.dismiss(None)

    @on(ExerciseList.Opened)
    def _opened(self, message: ExerciseList.Opened) -> None:
        self.dismiss(message.slug)
