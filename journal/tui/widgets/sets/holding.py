"""The table's draft: who changes it tells so, and can take it back."""

from dataclasses import dataclass

from textual.containers import Container
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from journal.tui.draft.model import At, Draft, LastTime
from journal.tui.widgets.sets.at_hand import AtHand
from journal.tui.widgets.sets.drawing import heads
from journal.tui.widgets.sets.grid import Grid
from journal.tui.widgets.sets.history import History
from journal.tui.widgets.sets.layout import first_cell, line_at
from journal.tui.widgets.sets.writing_in import with_last


class HoldsDraft(Container):
    """Holds the draft and its history, and posts `Changed` after each change."""

    hand: reactive[AtHand | None] = reactive(None)
    """The writer's words, and what was done before."""
    draft: reactive[Draft | None] = reactive(None)
    """The workout as it stands; None until it is known."""

    @dataclass
    class Changed(Message):
        """The draft is another one."""

        draft: Draft

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._history = History()

    @property
    def grid(self) -> Grid:
        """The lines."""
        return self.query_one(Grid)

    def put_back(self) -> None:
        """Leave the cell that is written in as it was."""

    def begin(self, draft: Draft, at: At | None = None) -> None:
        """Show another draft; the cursor goes to a set (default: to a further exercise)."""
        self.put_back()
        self.become(draft)
        place = At(len(draft.blocks), 0) if at is None else at
        self.grid.go(line_at(self.grid.lines, place), first_cell(draft, place.block))

    def watch_draft(self, draft: Draft | None) -> None:
        """The heads of the columns follow the exercises."""
        if draft is not None and self.is_mounted:
            # Not later, by the binding: the next key may already be about the new lines.
            self.grid.draft = draft
            if self.hand is not None:
                self.query_one("#heads", Static).update(heads(self.grid.columns, draft, self.hand))

    def watch_hand(self) -> None:
        """The units may be others."""
        self.watch_draft(self.draft)

    def become(self, draft: Draft) -> None:
        """Change the draft; the one before can be brought back."""
        if draft == self.draft:
            return
        if self.draft is not None:
            self._history.add(self.draft)
        self.draft = draft
        self.post_message(self.Changed(draft))

    def back(self, *, forth: bool = False) -> bool:
        """Take back the last change of the draft, or do it again; False when there is none."""
        if self.draft is None:
            return False
        self.put_back()
        other = self._history.forth(self.draft) if forth else self._history.back(self.draft)
        if other is None:
            return False
        self.draft = other
        self.post_message(self.Changed(other))
        return True

    def remember(self, exercise: str, last: LastTime) -> None:
        """What an exercise had last time has been found."""
        if self.draft is not None:
            self.draft = with_last(self.draft, exercise, last)
