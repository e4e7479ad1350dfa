"""The form for an exercise of the writer's own: its name and kind, the muscles that it trains, what it does."""

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from journal.entry import hides
from journal.errors import Refused
from journal.exercises import Catalogue
from journal.exercises.own import free_name, new_exercise
from journal.records import OwnExercise
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.exercise_dialogue import ExerciseDialogue
from journal.tui.widgets.form import line, words, words_for
from journal.tui.widgets.form.answers import Entered
from journal.tui.widgets.form.row import Row
from journal.tui.widgets.marks import Mark, Marks
from journal.tui.wording.exercises import TAGS
from journal.vocabulary import ExerciseTag, Muscle, WorkoutKind, display

_FIRST, _ALSO = 1, 2
_MUSCLE_MARKS = (Mark("○"), Mark("●", "first"), Mark("◐", "as well"))
_TAG_MARKS = (Mark("○"), Mark("●", "yes"))

_KEYS = "{save}   {mark} marks, {next} goes on, {leave} leaves"


class DescribeExercise(ExerciseDialogue[OwnExercise | None]):
    """Gives the exercise as it is described now, or None when it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave it as it is"),
        bind("save", "save", name="save", tooltip="Keep what stands here", priority=True),
    ]

    def __init__(self, known: Catalogue, own: OwnExercise | None, name: str = "") -> None:
        super().__init__()
        self._known, self._own = known, own
        self._called = own.name if own is not None else name

    def compose(self) -> ComposeResult:
        """Name and kind above, muscles and tags side by side."""
        title = "An exercise of your own" if self._own is None else "Your own exercise"
        kind = self._own.kind if self._own is not None else None
        with Vertical(classes="dialogue wide", id="describe"):
            yield Static(title, classes="title", markup=False)
            yield Row(line("name", "Name", text=self._called))
            yield Static(id="fault", markup=False)
            kinds = words_for(WorkoutKind)
            yield Row(words("kind", "Kind", kinds, value=kind or WorkoutKind.STRENGTH, always=True))
            with Horizontal(id="marks"):
                muscles = Marks([(one, display(one)) for one in Muscle], _MUSCLE_MARKS, id="muscles")
                muscles.border_title = Content(" It trains ")
                yield muscles
                tags = Marks([(one, TAGS[one]) for one in ExerciseTag], _TAG_MARKS, id="tags")
                tags.border_title = Content(" It is ")
                yield tags
            with Horizontal(id="describe-buttons"):
                yield Button(Content("Save"), id="keep", variant="primary", compact=True)
                yield Static(with_keys(self, _KEYS), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """What is known of it is marked."""
        if self._own is not None:
            muscles: dict[StrEnum, int] = dict.fromkeys(self._own.secondary_muscles, _ALSO)
            self.query_one("#muscles", Marks).marked = {
                **muscles,
                **dict.fromkeys(self._own.primary_muscles, _FIRST),
            }
            self.query_one("#tags", Marks).marked = dict.fromkeys(self._own.tags, 1)
        self._row("name").begin()

    def _row(self, name: str) -> Row:
        return next(row for row in self.query(Row) if row.field.name == name)

    @on(Entered)
    def _entered(self, event: Entered) -> None:
        event.stop()
        self.focus_next()

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the exercise; a name that means another one is refused where it stands."""
        typed = self._row("name").text
        try:
            made = self._own or new_exercise(typed, self._known, hides)
            name = free_name(typed, self._known, hides, but=made.slug)
        except Refused as refused:
            fault = self.query_one("#fault", Static)
            fault.update(Content(f"! {refused}."))
            fault.display = True
            self._row("name").begin()
            return
        muscles, tags = self.query_one("#muscles", Marks), self.query_one("#tags", Marks)
        self.dismiss(
            made.but(
                name=name,
                kind=self._row("kind").value(),
                primary_muscles=muscles.words_with(_FIRST),
                secondary_muscles=muscles.words_with(_ALSO),
                tags=tags.words_with(1),
            )
        )
