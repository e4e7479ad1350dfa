"""The report on the screen: its sections with headings, tables that keep their columns, and flags to open."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.reactive import reactive
from textual.visual import VisualType
from textual.widgets import Static

from journal.analysis.flags import Flag
from journal.report.lines import Line, Look, Section
from journal.tui.keys import bind
from journal.tui.messages import FlagOpened
from journal.tui.themes import GLYPHS, colour
from journal.tui.widgets.hanging import Hanging

_LABEL = 11
"""Cells of the column of severities."""
_SEVERE, _MODERATE = 7, 4
"""Scores from which a pain is severe, and moderate."""


class FlagLine(Static, can_focus=True):
    """A flag of the week; Enter or a click opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "open", tooltip="Open the flag: numbers, advice, document and the entries behind it"),
    ]

    def __init__(self, look: VisualType, flag: Flag) -> None:
        super().__init__(look, classes="flag-line")
        self._flag = flag

    def on_click(self) -> None:
        """Open it."""
        self.action_open()

    def action_open(self) -> None:
        """Ask for the flag to be shown in full."""
        self.post_message(FlagOpened(self._flag))


class ReportView(ScrollableContainer, can_focus=True):
    """Scrolls both ways: the columns of a table stay together on a narrow terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("down", "scroll_down"),
        bind("up", "scroll_up"),
    ]

    sections: reactive[tuple[Section, ...]] = reactive((), recompose=True)
    """The words of the week."""

    def compose(self) -> ComposeResult:
        """Each section under its title."""
        for section in self.sections:
            title = Content.assemble((section.title, "$accent bold"), (f" {section.aside}", "$quiet"))
            yield Static(title, classes="report-title")
            for is_prose, group in groupby(section.lines, key=lambda line: line.look is Look.PROSE):
                lines = tuple(group)
                yield from map(_prose, lines) if is_prose else (_table(lines),)


def _table(lines: Sequence[Line]) -> Static:
    """Rows in one piece: they keep their columns, and are scrolled together."""
    return Static(Content("\n").join([_row(line) for line in lines]), classes="report-table")


def _prose(line: Line) -> Static:
    if line.flag is not None:
        label = Content.styled(f"{GLYPHS[line.flag.severity]} {line.label}", colour(line.flag.severity))
        told = Content.assemble(line.text, (f" {line.aside}", "$quiet"))
        return FlagLine(Hanging(label, told, _LABEL), line.flag)
    words = Content.assemble((f"{line.label}: " if line.label else "", "bold"), line.text)
    return Static(words, classes=f"report-prose indent-{line.indent}")


def _row(line: Line) -> Content:
    """A row as it stands in the text: names of columns are dimmed, bars and scores have their colours."""
    text = f"{' ' * line.indent}{line.text}"
    if line.look in (Look.COLUMNS, Look.HEAD):
        return Content.styled(text, "$quiet")
    cells = line.indent + line.cells
    if line.look is Look.SCORES:
        return Content.assemble(text[:cells], *_scores(text[cells:]))
    bar = text.find("█")
    parts = (text, "") if bar < 0 else (text[:bar], text[bar:])
    row = Content.assemble(parts[0], (parts[1], "$accent"))
    return row.stylize("bold") if line.look is Look.PRESENT else row


def _scores(cells: str) -> Iterator[tuple[str, str]]:
    for cell in re.findall(r"\s*\S+", cells):
        yield cell, _tone(cell.strip())


def _tone(score: str) -> str:
    if not score.isdigit() or score == "0":
        return "$quiet"
    if int(score) >= _SEVERE:
        return "$severity-urgent bold"
    return "$severity-warning bold" if int(score) >= _MODERATE else "$severity-caution bold"
