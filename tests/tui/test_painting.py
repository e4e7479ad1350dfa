"""What the terminal is sent, and in which order."""

import re
from pathlib import Path

import pytest

from journal import tui
from journal.tui.app import JournalApp


class Watched(JournalApp):
    """Keeps what is painted, one text for each time."""

    CSS_PATH = Path(tui.__file__).with_name("journal.tcss")

    def __init__(self, *given, **about) -> None:
        super().__init__(*given, **about)
        self.painted: list[str] = []

    def _display(self, screen, renderable) -> None:
        if renderable is not None:
            painted = renderable.render_segments(self.console)
            self.painted.append(re.sub(r"\x1b\[[0-9;]*[a-zA-Z]", "", painted))
        super()._display(screen, renderable)


@pytest.fixture
async def page(store, url, now, watch, watched):
    app = Watched(url, as_of=lambda: now)
    async with app.run_test(size=(80, 24)) as pilot:
        page = watch(app, pilot)
        await page.opened()
        yield page


async def test_a_letter_is_painted_before_what_it_means_and_before_what_else_has_changed(page):
    await page.press("colon")
    page.app.painted.clear()
    page.screen.query_one("#headline").update("something else")
    await page.press("w")
    first = next(text for text in page.app.painted if "w" in text and "something else" not in text)
    assert first.strip() == "w"
    assert any("something else" in text for text in page.app.painted)
    assert page.words("#said") in "".join(page.app.painted)


async def test_the_letters_of_a_word_are_painted_one_by_one(page):
    await page.press("colon")
    page.app.painted.clear()
    await page.press(*"xyzzy")
    lines = [text.strip() for text in page.app.painted]
    places = [lines.index(word) for word in ("x", "xy", "xyz", "xyzz", "xyzzy")]
    assert places == sorted(places)


async def test_nothing_of_the_bar_is_painted_over_a_dialogue(page):
    await page.press("question_mark")
    page.app.painted.clear()
    before = page.text()
    page.app.page.paint(page.app.page.query_one("#line"))
    assert page.app.painted == []
    assert page.text() == before
