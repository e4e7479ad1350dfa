"""A text that is told again and again shows what was told last, in the room that it needs."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.tui.widgets.steady import Steady


class Telling(App[None]):
    """A text with something below it."""

    CSS = "#told { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Steady(id="told")
        yield Static("below", id="below")


@pytest.fixture
async def telling():
    """The program, and its text."""
    app = Telling()
    async with app.run_test(size=(20, 6)) as pilot:
        yield app, app.query_one(Steady), pilot


@pytest.mark.parametrize("words", ["one", "two", "one\ntwo\nthree", "x" * 25, ""])
async def test_it_shows_what_was_told_last_in_the_rows_that_it_needs(telling, words):
    app, told, pilot = telling
    for one in (Content("before"), Content("before\nit"), Content(words)):
        told.update(one)
        await pilot.pause()
    assert str(told.render()) == words
    rows = max(1, len(Content(words).wrap(told.size.width)))
    assert (told.size.height, app.query_one("#below").region.y) == (rows, rows)


async def test_the_same_words_in_another_colour_are_told_anew(telling):
    app, told, pilot = telling
    told.update(Content.styled("late", "red"))
    await pilot.pause()
    told.update(Content.styled("late", "green"))
    await pilot.pause()
    strip = app.screen._compositor.render_strips()[told.region.y]
    colours = {segment.style.color.name for segment in strip if "late" in segment.text}
    assert colours == {"#008000"}


async def test_a_text_that_was_hidden_has_its_rows_when_it_is_shown(telling):
    _, told, pilot = telling
    told.display = False
    await pilot.pause()
    told.update(Content("one\ntwo"))
    told.display = True
    await pilot.pause()
    assert told.size.height == 2
