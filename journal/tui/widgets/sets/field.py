"""What is typed into a cell, and the exercises that are offered for a name."""

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content
from textual.events import Key
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from journal.tui.draft.naming import Offer
from journal.tui.widgets.styled_once import StyledOnce


class Writer(Protocol):
    """What the field asks of the table that it is in."""

    def done(self, key: str) -> None:
        """Enter, Tab, Esc or an arrow was pressed in the field."""

    def is_no_letter(self, sign: str) -> bool:
        """Whether a sign is a command, also in the field."""


_ENDS = frozenset({"enter", "tab", "shift+tab", "escape", "up", "down"})
"""Keys that leave the cell, or choose among what is offered."""


class CellField(StyledOnce, Input):
    """One cell while it is written.  The keys that leave it are taken in their turn among the letters."""

    DEFAULT_CSS = """
    CellField {
        position: absolute; layer: over; display: none; background: $surface; padding: 0;
        &:focus { background: $surface; background-tint: transparent; text-style: underline; }
        & > .input--placeholder, & > .input--suggestion { color: $quiet; text-style: italic; }
    }
    """

    def __init__(self, table: Writer, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._table = table

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All that can be written is text here, but for what is a command before anything is."""
        return super().check_consume_key(key, character) and not self._table.is_no_letter(character or "")

    async def _on_key(self, event: Key) -> None:
        if event.key in _ENDS:
            event.stop()
            event.prevent_default()
            self._table.done(event.key)
        else:
            await super()._on_key(event)


class Offers(StyledOnce, OptionList, can_focus=False):
    """Exercises below the name that is typed; arrows and clicks choose."""

    DEFAULT_CSS = """
    Offers {
        position: absolute; layer: over; display: none; width: 100%; height: auto; max-height: 10;
        background: $surface; border: none; scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted { background: $row; text-style: bold; }
        &:focus > .option-list--option-highlighted { background: $row; }
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self.offers: tuple[Offer, ...] = ()
        self.numbered = False

    def show(self, offers: Sequence[Offer], *, numbered: bool = False) -> None:
        """Offer these, with numbers that choose them; the first one is chosen."""
        self.offers, self.numbered = tuple(offers), numbered
        self.set_options(
            Option(
                Content.assemble(
                    (f"{place} " if numbered and place < 10 else "", "$quiet"),
                    one.name,
                    (f"   {one.beside}" if one.beside else "", "$quiet"),
                )
            )
            for place, one in enumerate(self.offers, 1)
        )
        self.highlighted = 0 if self.offers else None
        self.display = bool(self.offers)

    def hide(self) -> None:
        """Offer nothing."""
        self.show(())

    @property
    def chosen(self) -> Offer | None:
        """The exercise under the cursor."""
        place = self.highlighted
        return self.offers[place] if place is not None and place < len(self.offers) else None
