"""The smallest Textual program that opens another screen by a key: what the keys of pages are measured against."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static


class Opened(Screen[None]):
    """One line; Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "back")]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(" Opened")


class Bare(App[None]):
    """Opens a screen by `p`."""

    BINDINGS: ClassVar[list[BindingType]] = [("p", "open", "open")]

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("Today")

    def action_open(self) -> None:
        """Another one."""
        self.push_screen(Opened())


if __name__ == "__main__":
    Bare().run()
