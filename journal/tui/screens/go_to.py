"""A small dialogue that asks for a day."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from journal.errors import Refused
from journal.tui.keys import bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.wording.dates import in_full, read_day


class GoTo(Dialogue[date | None]):
    """Gives the day, or None when it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Stay where you are", show=True),
    ]

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """One line, and below it what it means."""
        with Vertical(classes="dialogue"):
            yield Static("Go to a day", classes="title", markup=False)
            yield Input(
                restrict=r"[A-Za-z0-9-]{0,10}",
                placeholder="2026-11-20, yesterday, mon, -3",
                id="which-day",
                compact=True,
            )
            yield Static("", id="meaning", markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one("#meaning", Static).update(self._meaning(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(read_day(event.value, self._today))
        except Refused as error:
            self.query_one("#meaning", Static).update(str(error))

    def _meaning(self, text: str) -> str:
        if not text:
            return ""
        try:
            return f"→ {in_full(read_day(text, self._today))}"
        except Refused:
            return "…"
