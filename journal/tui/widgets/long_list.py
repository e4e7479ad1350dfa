"""A list that is as long as its rows, within a sheet that scrolls: the sheet follows its cursor."""

from textual.containers import ScrollableContainer
from textual.geometry import Region

from journal.tui.widgets.row_list import RowList


class LongList(RowList):
    """A list without a scroll bar of its own."""

    DEFAULT_CSS = """
    LongList { height: auto; max-height: 10000; overflow: hidden; }
    """

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the row under the cursor into the sight of the sheet."""
        super().scroll_to_highlight(top)
        sheet = next((one for one in self.ancestors if isinstance(one, ScrollableContainer)), None)
        place = self.highlighted
        if sheet is None or place is None or place not in self._index_to_line:
            return
        row = Region(0, self._index_to_line[place], self.size.width, self._heights[place])
        above = self.region.offset - sheet.region.offset + sheet.scroll_offset
        sheet.scroll_to_region(row.translate(above), force=True, animate=False)
