"""The row of page names: whole words, or their keys where words have no room."""

import pytest
from textual.app import App

from journal.tui.widgets.page_row import PageRow


class Shown(App[None]):
    """The row alone, with the keys of the table or with `keys`."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys
        self.opened: list[str] = []

    def compose(self):
        yield PageRow("trends", id="pages")

    def on_page_row_chosen(self, message: PageRow.Chosen) -> None:
        self.opened.append(message.page)


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (80, "Trends  Calendar  Flags  Report  Exercises  Settings  /"),
        (55, "Trends Calendar Flags Report Exercises Settings /"),
        (40, "T C F R E S /"),
        (14, "T C F R E S /"),
    ],
)
async def test_no_name_is_ever_cut(width, words):
    app = Shown({})
    async with app.run_test(size=(width, 3)):
        assert str(app.query_one(PageRow).render()) == words


async def test_a_key_of_the_writers_own_stands_before_the_name():
    app = Shown({"trends": "f5", "search": "ctrl+f", "report": "W"})
    async with app.run_test(size=(90, 3)) as pilot:
        row = app.query_one(PageRow)
        assert str(row.render()) == "f5 Trends  Calendar  Flags  W Report  Exercises  Settings  ^f Search"
        await pilot.resize_terminal(40, 3)
        await pilot.pause()
        assert str(row.render()) == "f5 C F W E S ^f"
        await pilot.click(row, offset=(5, 0))
        await pilot.pause()
        assert app.opened == ["flags"]
