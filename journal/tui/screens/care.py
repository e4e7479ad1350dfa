"""The page Care."""

from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from journal.tui.open_journal import OpenJournal
from journal.tui.screens.page import Page


class CarePage(Page):
    """The page Care."""

    NAME = "Care"

    def __init__(self, journal: OpenJournal, *, day: date | None = None, record: Any = None) -> None:  # noqa: ARG002
        super().__init__(journal, day=day)

    def body(self) -> ComposeResult:
        """Nothing yet."""
        yield Static(id="body")
