"""Rows of the profile: each answer counts as soon as it is given, by Enter, a choice, or by going on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from journal.tui.keys import bind
from journal.tui.widgets.form import Field
from journal.tui.widgets.form.answers import Entered, WordsAnswer
from journal.tui.widgets.form.row import Row


class ProfileRows(Vertical):
    """Shows the fields, and tells each answer that is accepted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "app.focus_previous", name="field before", tooltip="The field before"),
        bind("down", "app.focus_next", name="next field", tooltip="The next field"),
    ]

    fields: reactive[Sequence[Field]] = reactive((), always_update=True)
    """What is asked, with the answers that are known."""

    @dataclass
    class Answered(Message):
        """A field was answered; None takes the answer back."""

        field: Field
        answer: Any

    @dataclass
    class Explained(Message):
        """The cursor stands in a field, of which this is to be told."""

        words: str

    async def watch_fields(self, fields: Sequence[Field]) -> None:
        """Show what is known now; what is just being typed stays."""
        rows = list(self.query(Row))
        if not rows:
            await self.mount_all(Row(field) for field in fields)
            return
        for row, field in zip(rows, fields, strict=True):
            if row.is_touched and row.has_focus_within:
                row.show(field)
            else:
                row.renew(field)

    @on(Entered)
    def _entered(self, event: Entered) -> None:
        event.stop()
        row = self._row()
        if row is not None and not row.tell_fault():
            self.screen.focus_next()

    @on(WordsAnswer.Chosen)
    def _chosen(self, event: WordsAnswer.Chosen) -> None:
        event.stop()
        row = self._row()
        if row is not None:
            self._tell(row)

    def on_descendant_focus(self) -> None:
        """What is told of a field belongs to the one with the cursor."""
        row = self._row()
        if row is not None:
            self.post_message(self.Explained(row.field.hint))

    def on_descendant_blur(self) -> None:
        """What was typed counts when the cursor goes on."""
        for row in self.query(Row):
            if not row.has_focus_within and row.is_touched:
                self._tell(row)

    def _tell(self, row: Row) -> None:
        if not row.fault and row.is_touched:
            self.post_message(self.Answered(row.field, row.value()))

    def _row(self) -> Row | None:
        return next((row for row in self.query(Row) if row.has_focus_within), None)
