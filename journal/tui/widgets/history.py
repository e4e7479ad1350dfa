"""The sessions of an exercise, newest first; Enter opens the day of one."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.reading.exercises import Done
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList
from journal.tui.wording.dates import in_short

_DAY = 17
"""Cells of the column of dates."""
_LONGEST = 400
"""Characters of what was done in one session; the day shows all of it."""


class History(RowList):
    """What was done, day by day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="the day", tooltip="Open the day of that session", show=True),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    done: reactive[tuple[Done, ...]] = reactive(())
    """The sessions that are listed."""

    @dataclass
    class Opened(Message):
        """The day of a session should be shown."""

        done: Done

    def __init__(self, *, id: str, classes: str) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, compact=True, markup=False)

    def watch_done(self) -> None:
        """List them from the newest on."""
        self.set_options([Option(_look(one)) for one in self.done] or [Option(_NONE, disabled=True)])
        self.can_focus = bool(self.done)
        if self.done:
            self.highlighted = 0
        self.scroll_home(animate=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's affair."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(self.Opened(self.done[event.option_index]))


_NONE = Content.styled("Not done yet.", "$quiet")


def _look(done: Done) -> Hanging:
    return Hanging(Content.styled(in_short(done.day), "$quiet"), Content(done.words[:_LONGEST]), _DAY)
