"""A list whose rows may have no room, on a small terminal or before they are laid out."""

from textual.widgets import OptionList

from journal.tui.widgets.styled_once import StyledOnce


class RowList(StyledOnce, OptionList):
    """A list in which a page up or down goes nowhere while there is no room for a row."""

    def action_page_up(self) -> None:
        """One page up; the height of a page that is not there is not asked for."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """One page down; the height of a page that is not there is not asked for."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
