"""The terminal UI: one application, on the page of the day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from journal.tui.open_journal import OpenJournal
from journal.tui.screens.today import TodayScreen
from journal.tui.themes import DARK, LIGHT, variables_for

_KEYS = {
    "enter": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "ctrl+y": "Ctrl+Y",
}
_KEYS |= {"ctrl+q": "Ctrl+Q", "ctrl+p": "Ctrl+P"}


class JournalApp(App[None]):
    """Opens the journal at `url` after the first paint.

    `theme` is the name of a colour theme ("" = our dark one), `keys` moves bindings by their ids, `parameters`
    are the settings of the rules, `as_of` is the clock (default: the system's).  `demo` says that the journal
    is made up, which the title then tells.
    """

    TITLE = "journal"
    CSS_PATH = Path("journal.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p",
            "command_palette",
            "palette",
            id="app.palette",
            tooltip="All of this by its name, and the colours",
            show=False,
            priority=True,
        ),
        Binding(
            "ctrl+q",
            "quit",
            "quit",
            id="app.quit",
            tooltip="Leave the program",
            show=False,
            priority=True,
        ),
    ]

    def __init__(
        self,
        url: str,
        *,
        theme: str = "",
        keys: Mapping[str, str] | None = None,
        parameters: Mapping[str, Mapping[str, Any]] | None = None,
        demo: bool = False,
        as_of: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self.keys = dict(keys or {})
        self.demo = demo
        self.journal = OpenJournal(url, as_of=as_of, parameters=parameters)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme if theme in self.available_themes else DARK.name
        self.set_keymap(self.keys)

    def get_default_screen(self) -> Screen[None]:
        """The page of the day is there from the first paint on."""
        return TodayScreen(self.journal, self.keys, demo=self.demo)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not know them."""
        return variables_for(dark=self.current_theme.dark)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of the page by their names, then theme, screenshot and quit."""
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.tooltip and (binding.id or "").startswith(("today.", "day.")):
                yield SystemCommand(
                    binding.tooltip, f"key {self.get_key_display(binding)}", _runner(screen, binding.action)
                )
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave the program", self.action_quit)

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the names that stand on them."""
        return binding.key_display or _KEYS.get(binding.key) or super().get_key_display(binding)

    def on_unmount(self) -> None:
        """Let go of the journal."""
        self.journal.close()


def run(
    url: str,
    *,
    theme: str = "",
    keys: Mapping[str, str] | None = None,
    parameters: Mapping[str, Mapping[str, Any]] | None = None,
    demo: bool = False,
    as_of: Callable[[], datetime] | None = None,
) -> int:
    """Run the terminal UI until it is left; the exit status."""
    app = JournalApp(url, theme=theme, keys=keys, parameters=parameters, demo=demo, as_of=as_of)
    app.run()
    return app.return_code or 0


def _runner(screen: Screen[Any], action: str) -> Callable[[], Any]:
    return lambda: screen.run_action(action)
