"""A list without room for its rows."""

import pytest
from textual.app import App, ComposeResult

from journal.tui.widgets.row_list import RowList


class Shown(App[None]):
    """One list, of that height."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.height = height

    def compose(self) -> ComposeResult:
        rows = RowList(*"abcdef", compact=True)
        rows.styles.height = self.height
        rows.highlighted = 1
        yield rows


@pytest.mark.parametrize(("height", "up", "down"), [(0, 1, 1), (2, 0, 3)])
async def test_a_page_goes_as_far_as_there_is_room(height, up, down):
    app = Shown(height)
    async with app.run_test() as pilot:
        rows = app.query_one(RowList)
        await pilot.press("pagedown")
        assert rows.highlighted == down
        rows.highlighted = 1
        await pilot.press("pageup")
        assert rows.highlighted == up
