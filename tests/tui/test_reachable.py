"""For everyone: without colour, with sixteen, in high contrast, and without anything that moves."""

import pytest
from textual.widgets import Input

from journal.errors import Refused
from journal.tui.start import run
from journal.tui.themes import SHOWN_REVERSED


def segments(page):
    """All that is on the screen as it is written to the terminal, row by row."""
    return [list(row) for row in page.app.screen._compositor.render_strips(page.app.size)]


def reversed_words(page):
    """What stands reversed, row by row."""
    rows = ["".join(part.text for part in row if part.style and part.style.reverse) for row in segments(page)]
    return [row.strip() for row in rows if row.strip()]


async def test_without_colour_not_one_is_written_and_what_is_chosen_is_reversed(
    store, write, running, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    write("12:00 water 300", "13:00 pain knee left 4 dull")
    async with running(theme="journal-16") as page:
        for keys in [(), ("tab",), ("question_mark",), ("escape", "colon", "s", "q", "u")]:
            await page.press(*keys)
            colours = {
                colour
                for row in segments(page)
                for part in row
                if part.style
                for colour in (part.style.color, part.style.bgcolor)
            }
            assert all(colour is None or colour.is_default for colour in colours)
        await page.press("escape")
        assert any("pain knee" in row for row in reversed_words(page))


@pytest.mark.parametrize("theme", sorted(SHOWN_REVERSED))
async def test_what_is_chosen_is_reversed_where_a_tint_would_not_be_seen(store, write, running, theme):
    write("12:00 water 300", "13:00 pain knee left 4 dull")
    async with running(theme=theme) as page:
        assert any("pain knee" in row for row in reversed_words(page))
        await page.press("k")
        assert any("water 300" in row for row in reversed_words(page))


async def test_the_theme_can_be_changed_while_the_program_runs(store, write, running):
    write("water 300")
    async with running() as page:
        assert not reversed_words(page)
        page.app.theme = "journal-contrast"
        await page.settle()
        assert any("water 300" in row for row in reversed_words(page))
        page.app.theme = "journal-light"
        await page.settle()
        assert not reversed_words(page)


async def test_where_nothing_may_move_the_cursor_does_not_blink(store, running):
    async with running(still=True) as page:
        assert page.app.animation_level == "none"
        await page.press("colon")
        assert page.screen.query_one(Input).cursor_blink is False
    async with running() as page:
        await page.press("colon")
        assert page.screen.query_one(Input).cursor_blink is True


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"theme": "drak"}, "settings.toml: there is no theme 'drak'"),
        ({"keys": {"drnk": "J"}}, "settings.toml: keys.drnk is nothing a key does"),
    ],
)
def test_settings_that_are_wrong_are_refused_before_anything_is_opened(tmp_path, settings, said):
    with pytest.raises(Refused, match=said):
        run(str(tmp_path / "journal.db"), where="settings.toml", **settings)
    assert not list(tmp_path.iterdir())
