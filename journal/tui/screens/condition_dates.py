"""A dialogue about one condition: since when, until when, and a note."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from journal.errors import Refused
from journal.records import Condition
from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.screens.exercise_dialogue import ExerciseDialogue
from journal.tui.widgets.form import Field, line
from journal.tui.widgets.form.answers import Entered
from journal.tui.widgets.form.row import Row
from journal.tui.wording.conditions import CHANGES
from journal.tui.wording.dates import read_day
from journal.vocabulary import ConditionName, display


class ConditionDates(ExerciseDialogue[Condition | None]):
    """Gives the condition with its dates, or None when it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Leave the dates as they are"),
        bind("save", "save", name="save", tooltip="Keep what stands here", priority=True),
        bind("up", "app.focus_previous", name="field before", tooltip="The field before"),
        bind("down", "app.focus_next", name="next field", tooltip="The next field"),
    ]

    def __init__(self, name: ConditionName, record: Condition | None, today: date) -> None:
        super().__init__()
        self._condition, self._record, self._today = name, record, today

    def compose(self) -> ComposeResult:
        """Three fields."""
        record = self._record or Condition(condition=self._condition)
        with Vertical(classes="dialogue wide", id="dates"):
            yield Static(Content(display(self._condition)), classes="title")
            yield Static(Content(CHANGES[self._condition]), classes="quiet")
            yield Row(self._day_field("since", "Since", record.since, "empty: always"))
            yield Row(self._day_field("until", "Until", record.until, "empty: still so"))
            yield Row(line("note", "Note", text=record.note, value=record.note))
            yield Static(id="fault", markup=False)
            with Horizontal(id="describe-buttons"):
                yield Button(Content("Save"), id="keep", variant="primary", compact=True)
                yield Static(with_keys(self, "{save}   {leave} leaves"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """The first field."""
        self.query(Row).first().begin()

    def _day_field(self, name: str, label: str, value: date | None, unit: str) -> Field:
        text = value.isoformat() if value is not None else ""
        return Field(name=name, label=label, read=self._day, text=text, value=value, unit=unit)

    def _day(self, text: str) -> date:
        """A day as it is written everywhere; one that is to come is written in full."""
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            return read_day(text, self._today)

    @on(Entered)
    def _entered(self, event: Entered) -> None:
        event.stop()
        rows = list(self.query(Row))
        if rows[-1].has_focus_within:
            self.action_save()
        else:
            self.focus_next()

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the condition; what is wrong is said where it stands."""
        rows = list(self.query(Row))
        wrong = [row for row in rows if row.tell_fault()]
        if wrong:
            wrong[0].begin()
            return
        since, until, note = (row.value() for row in rows)
        try:
            made = Condition(condition=self._condition, since=since, until=until, note=note or "")
        except Refused:
            fault = self.query_one("#fault", Static)
            fault.update("! It cannot end before it began.")
            fault.display = True
            rows[1].begin()
        else:
            self.dismiss(made)
