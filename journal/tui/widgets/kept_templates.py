"""The templates of workouts: their names, and what is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.key_names import with_keys
from journal.tui.keys import bind
from journal.tui.reading.settings import Template
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.long_list import LongList

_NAME = 20
_LONGEST = 300
"""Characters of a name, and of the exercises beside it."""


class KeptTemplates(LongList):
    """Enter asks for another name, x deletes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="rename", tooltip="Give the template another name", show=True),
        bind("remove", "remove", show=True),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]

    templates: reactive[Sequence[Template]] = reactive(())
    """The templates by name."""

    @dataclass
    class RenameAsked(Message):
        """It should get another name."""

        template: Template

    @dataclass
    class RemovalAsked(Message):
        """It should be deleted."""

        template: Template

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    def watch_templates(self) -> None:
        """List them; without any there is nothing to go to."""
        place = self.highlighted or 0
        self.set_options([Option(_look(one)) for one in self.templates] or [self._none()])
        self.can_focus = bool(self.templates)
        if self.templates:
            self.highlighted = min(place, len(self.templates) - 1)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Nobody else's affair."""
        event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the page."""
        event.stop()
        self.post_message(self.RenameAsked(self.templates[event.option_index]))

    def _none(self) -> Option:
        return Option(Content.styled(with_keys(self, _NONE), "$quiet"), disabled=True)

    def action_remove(self) -> None:
        """Tell the page."""
        if self.highlighted is not None and self.templates:
            self.post_message(self.RemovalAsked(self.templates[self.highlighted]))


_NONE = "None yet: on the page of a workout, {templates} keeps it as a template."


def _look(template: Template) -> Hanging:
    sets = f"{len(template.sets)} sets: " if len(template.sets) != 1 else "1 set: "
    words = f"{sets}{', '.join(template.exercises)}"[:_LONGEST]
    name = Content(" ".join(template.name.split())[:_LONGEST]).truncate(_NAME - 2, ellipsis=True)
    return Hanging(name, Content.styled(" ".join(words.split()), "$quiet"), _NAME)
