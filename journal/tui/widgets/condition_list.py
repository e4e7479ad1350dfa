"""The long-lasting conditions: which hold, since when, and what each changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.reading.settings import ConditionLine
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.long_list import LongList
from journal.tui.wording.conditions import CHANGES, holds, when_said
from journal.vocabulary import display

_NAME = 20
"""Cells of the column of names."""


class ConditionList(LongList):
    """Space marks a condition or ends it, Enter asks for its dates, x takes it out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("mark", "mark", name="mark or end", tooltip="It holds; again: it ends today", show=True),
        bind("choose", "dates", name="dates", tooltip="Since when and until when, and a note", show=True),
        bind("remove", "remove", show=True),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    lines: reactive[Sequence[ConditionLine]] = reactive(())
    """All conditions of the vocabulary, each with its record if it has one."""
    today: reactive[date | None] = reactive(None)
    """The present day."""

    @dataclass
    class Marked(Message):
        """It should begin, or end."""

        line: ConditionLine

    @dataclass
    class DatesAsked(Message):
        """Its dates should be changed."""

        line: ConditionLine

    @dataclass
    class RemovalAsked(Message):
        """It never was."""

        line: ConditionLine

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    @property
    def chosen(self) -> ConditionLine | None:
        """The condition under the cursor."""
        return self.lines[self.highlighted] if self.highlighted is not None and self.lines else None

    def watch_lines(self) -> None:
        """List them; the cursor stays where it was."""
        place = self.highlighted or 0
        self.set_options([Option(self._look(line)) for line in self.lines])
        if self.lines:
            self.highlighted = place

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's affair."""
        event.stop()

    def action_select(self) -> None:
        """A click marks."""
        self.action_mark()

    def action_mark(self) -> None:
        """Ask for the mark to be changed."""
        if self.chosen is not None:
            self.post_message(self.Marked(self.chosen))

    def action_dates(self) -> None:
        """Ask for the dates to be changed."""
        if self.chosen is not None:
            self.post_message(self.DatesAsked(self.chosen))

    def action_remove(self) -> None:
        """Ask for the condition to be taken out."""
        if self.chosen is not None:
            self.post_message(self.RemovalAsked(self.chosen))

    def _look(self, line: ConditionLine) -> Hanging:
        today = self.today or date.min
        so = holds(line.record, today)
        sign, tone = ("●", "$accent bold") if so else ("◌" if line.record else "○", "$quiet")
        label = Content.assemble((f"{sign} ", tone), (display(line.name), "bold" if so else ""))
        when = when_said(line.record, today)
        words = Content.styled(CHANGES[line.name], "$quiet")
        return Hanging(label, Content(f"{when} · ") + words if when else words, _NAME)
