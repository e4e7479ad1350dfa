"""The page Workout."""

from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from journal.tui.open_journal import OpenJournal
from journal.tui.screens.page import Page


class WorkoutPage(Page):
    """The page Workout."""

    NAME = "Workout"

    def __init__(
        self,
        journal: OpenJournal,
        *,
        day: date | None = None,
        again: bool = False,
        record: Any = None,
        template: str = "",
    ) -> None:
        super().__init__(journal, day=day)
        self._about = (again, record, template)

    def body(self) -> ComposeResult:
        """Nothing yet."""
        yield Static(id="body")
