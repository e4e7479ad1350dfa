"""What was found, one below the other, with the words that were looked for underlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets.option_list import Option

from journal.matching import places_of
from journal.tui.keys import bind
from journal.tui.reading.search import Result, Results
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList

_LABEL = 17
"""Cells of the column of dates."""


class ResultList(RowList):
    """Enter or a click opens what is chosen; up from the first one goes back to the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "up_or_leave", tooltip="The result above; from the first one, back to the words"),
        bind("down", "cursor_down", tooltip="The result below"),
        bind("choose", "select", tooltip="Open the day of the entry, or the exercise", show=True),
    ]

    results: reactive[Results | None] = reactive(None)
    """What was found; None before anything was looked for."""

    @dataclass
    class Opened(Message):
        """A result should be opened."""

        result: Result

    @dataclass
    class Left(Message):
        """The words should have the focus again."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    def watch_results(self, results: Results | None) -> None:
        """Show them, the first one chosen."""
        self.set_options([])
        if results is None:
            return
        rows = _rows(results)
        self.border_title = f" {_head(results)} "
        self.add_options(Option(_look(row, results.words)) for row in rows)
        if rows:
            self.highlighted = 0
        else:
            self.add_option(Option(_nothing(results), disabled=True))

    @property
    def chosen(self) -> Result | None:
        """The result under the cursor."""
        rows = _rows(self.results) if self.results is not None else []
        return rows[self.highlighted] if self.highlighted is not None and rows else None

    def action_up_or_leave(self) -> None:
        """One up, or back to the words."""
        if self.highlighted:
            self.action_cursor_up()
        else:
            self.post_message(self.Left())

    def action_select(self) -> None:
        """Open the chosen one."""
        if self.chosen is not None:
            self.post_message(self.Opened(self.chosen))


def _rows(results: Results) -> list[Result]:
    return [*results.named, *results.entries]


def _head(results: Results) -> str:
    shown = len(results.entries)
    if not results.words:
        return "The newest notes" if shown else "Notes"
    entries = "1 entry" if results.total == 1 else f"{results.total:,} entries"
    return entries if shown == results.total else f"{entries}, the newest {shown}"


def _look(result: Result, words: Sequence[str]) -> Hanging:
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end in places_of(result.words, words):
        pieces += [(result.words[at:start], ""), (result.words[start:end], "bold underline")]
        at = end
    body = Content.assemble(*pieces, (result.words[at:], ""))
    tone = "$quiet" if result.page == "today" else "$accent"
    return Hanging(Content.styled(result.label, tone), body, _LABEL)


def _nothing(results: Results) -> Content:
    if results.words:
        return Content("Nothing has all of these words.  Fewer of them, or parts of them, find more.")
    return Content("No notes yet.  Write one behind // in any line:  pain knee left 3 // on the stairs")
