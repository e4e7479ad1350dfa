"""The page Report."""

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from journal.tui.open_journal import OpenJournal
from journal.tui.screens.page import Page


class ReportPage(Page):
    """The page Report."""

    NAME = "Report"

    def __init__(self, journal: OpenJournal, *, day: date | None = None) -> None:
        super().__init__(journal, day=day)

    def body(self) -> ComposeResult:
        """Nothing yet."""
        yield Static(id="body")
