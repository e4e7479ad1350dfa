"""The kinds of care, the last used first."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList
from journal.vocabulary import CareKind, display

_NUMBERED = 9


class CareKinds(RowList):
    """Arrows look at a kind, Enter, a click or its number takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="take", tooltip="Take this kind, and fill in the rest", show=True),
        bind("right", "select", name="take", tooltip="Take this kind, and fill in the rest"),
        bind("digit", "number", name="kind", tooltip="Take the kind with that number"),
        bind("up", "cursor_up", name="kind before", tooltip="The kind before"),
        bind("down", "cursor_down", name="next kind", tooltip="The next kind"),
    ]

    kinds: reactive[tuple[CareKind, ...]] = reactive(())
    """The kinds in their order; the first nine have numbers."""

    @dataclass
    class Seen(Message):
        """A kind is looked at: its fields are to be shown."""

        kind: CareKind

    @dataclass
    class Taken(Message):
        """A kind was chosen: its fields are to be filled in."""

        kind: CareKind

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    @property
    def kind(self) -> CareKind | None:
        """The kind under the cursor."""
        place = self.highlighted
        return None if place is None or place >= len(self.kinds) else self.kinds[place]

    def choose(self, kind: CareKind) -> None:
        """Put the cursor on a kind."""
        self.highlighted = self.kinds.index(kind)

    def on_key(self, event: Key) -> None:
        """A number takes its kind; the binding only names it."""
        if event.character in set("123456789"[: len(self.kinds)]):
            event.stop()
            self.highlighted = int(event.character) - 1
            self.post_message(self.Taken(self.kinds[self.highlighted]))

    def action_number(self) -> None:
        """Done by `on_key`, which knows the number."""

    def watch_kinds(self, before: tuple[CareKind, ...], kinds: tuple[CareKind, ...]) -> None:
        """List them; the cursor stays on its kind."""
        place = self.highlighted
        kind = before[place] if place is not None and place < len(before) else None
        self.set_options([Option(_look(place, one)) for place, one in enumerate(kinds, start=1)])
        if kinds:
            self.highlighted = 0 if kind is None else kinds.index(kind)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the page what is looked at."""
        event.stop()
        if event.option_index < len(self.kinds):
            self.post_message(self.Seen(self.kinds[event.option_index]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the page what was taken."""
        event.stop()
        self.post_message(self.Taken(self.kinds[event.option_index]))


def _look(place: int, kind: CareKind) -> Content:
    number = f"{place} " if place <= _NUMBERED else "  "
    return Content.assemble((number, "$accent"), display(kind))
