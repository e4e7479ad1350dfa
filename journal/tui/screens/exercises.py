"""The page Exercises."""

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from journal.tui.open_journal import OpenJournal
from journal.tui.screens.page import Page


class ExercisesPage(Page):
    """The page Exercises."""

    NAME = "Exercises"

    def __init__(self, journal: OpenJournal, *, day: date | None = None, slug: str = "") -> None:  # noqa: ARG002
        super().__init__(journal, day=day)

    def body(self) -> ComposeResult:
        """Nothing yet."""
        yield Static(id="body")
