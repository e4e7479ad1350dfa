"""A list whose rows may have no room, on a small terminal or before they are laid out."""

from textual.reactive import var
from textual.widgets import OptionList

from journal.tui.widgets.styled_once import StyledOnce


class RowList(StyledOnce, OptionList):
    """A list in which a page up or down goes nowhere while there is no room for a row.

    When the cursor moves, two rows are painted anew, and not all of them.
    """

    highlighted: var[int | None] = var(None)
    """The place of the row under the cursor; None where there is none."""

    def watch_highlighted(self, before: int | None, highlighted: int | None) -> None:  # type: ignore[override]
        """Paint the row that the cursor left, and the one that it has reached."""
        super().watch_highlighted(highlighted)
        for place in (before, highlighted):
            if place is not None and place in self._index_to_line:
                self.refresh_lines(self._index_to_line[place], self._heights[place])

    def action_page_up(self) -> None:
        """One page up; the height of a page that is not there is not asked for."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """One page down; the height of a page that is not there is not asked for."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
