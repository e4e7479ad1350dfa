"""What the rules would say of the workout that is being written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.asking.outlook import Outlook
from journal.tui.themes import GLYPHS, colour
from journal.tui.widgets.flag_rows import LABEL, flag_row
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.styled_once import StyledOnce

if TYPE_CHECKING:
    from journal.analysis.flags import Flag


class WhatIf(StyledOnce, OptionList, can_focus=False):
    """Shows the outlook; takes no room while there is nothing to say."""

    outlook: reactive[Outlook | None] = reactive(None)
    """What was found; None while nothing is written."""
    waiting: reactive[bool] = reactive(False)
    """Whether the draft has changed since."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    def on_mount(self) -> None:
        """Nothing to say yet."""
        self._draw()

    def watch_outlook(self) -> None:
        """Say it."""
        self._draw()

    def watch_waiting(self, waiting: bool) -> None:
        """An answer that is out of date is marked as one."""
        self.border_title = " If you do this … " if waiting else " If you do this "

    def _draw(self) -> None:
        self.clear_options()
        self.display = self.outlook is not None
        if self.outlook is not None:
            self.add_options(Option(row, disabled=True) for row in _rows(self.outlook))


def _rows(outlook: Outlook) -> Iterator[Hanging]:
    if outlook.doctor is not None:
        severity, words = outlook.doctor
        style = f"{colour(severity)} bold"
        yield Hanging(Content.styled(GLYPHS[severity], style), Content.styled(words, style), 2)
    if outlook.out:
        label = Content.styled("– leave out", "$severity-warning bold")
        yield Hanging(label, Content(", ".join(outlook.out)), LABEL + 1)
    for flag in outlook.flags:
        yield flag_row(flag, _way_out(flag))
    for words in outlook.instead:
        yield Hanging(Content.styled("→ instead", "$accent bold"), Content(words), LABEL)
    if not outlook.flags and not outlook.out:
        yield _no_flag(beside=outlook.beside)


def _no_flag(*, beside: bool) -> Hanging:
    """No sign of success where something speaks against training already."""
    if beside:
        words = "It would raise no flag beside those that are active."
        return Hanging(Content.styled("–", "$quiet"), Content.styled(words, "$quiet"), 2)
    return Hanging(
        Content.styled("✓", "$success bold"), Content.styled("It would raise no flag.", "$quiet"), 2
    )


def _way_out(flag: "Flag") -> str:
    change = flag.details.get("avoid")
    return f"→ not flagged when you {change}" if change else ""
