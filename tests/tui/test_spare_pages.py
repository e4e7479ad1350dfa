"""Pages that were made ahead of their keys are like those that are made when their key comes."""

import pytest
from textual.widgets import Input

from journal.records import Pain
from journal.tui.pages import PAGES


@pytest.fixture
def prepared(running):
    """Opens the journal, and waits until there is a spare page of each name."""

    async def prepare(page):
        await page.app.prepare().wait()
        return {name: page.app._spare._kept[name][1] for name in PAGES}

    return prepare


def sheets_of(app):
    """The files of the style sheets that have been read."""
    return {path for path, _ in app.stylesheet.source if path.endswith(".tcss")}


async def whole(page):
    """All that is on the screen, once the page waits for nothing any more."""
    await page.until(lambda: not getattr(page.screen, "waiting", False))
    return page.text()


@pytest.mark.parametrize("name", PAGES)
async def test_a_spare_page_looks_as_one_that_is_made_when_its_key_comes(
    store, running, prepared, write, name
):
    write("squat 5x5 100kg @8", "pain left knee 3")
    async with running() as page:
        await page.go(name)
        before = await whole(page)
    async with running() as page:
        spare = (await prepared(page))[name]
        sheets = sheets_of(page.app)
        await page.go(name)
        assert page.screen is spare
        assert sheets_of(page.app) == sheets
        assert await whole(page) == before
        await page.app.go("today")
        assert not spare.is_running


async def test_the_parts_of_a_spare_page_have_their_places_before_it_is_shown(store, running, prepared):
    async with running() as page:
        for name, spare in (await prepared(page)).items():
            assert spare.is_drawn, name
            assert spare.query_one(spare.HOME).size, name
            assert page.screen is not spare


async def test_the_page_that_was_opened_is_made_again_while_it_is_used(store, running, prepared):
    async with running() as page:
        first = (await prepared(page))["pain"]
        await page.press("p")
        second = (await prepared(page))["pain"]
        assert page.screen is first
        assert second is not first
        assert second.is_drawn
        await page.press("escape", "p")
        assert page.screen is second


async def test_a_page_whose_making_was_interrupted_is_drawn_the_next_time(store, running, prepared):
    async with running() as page:
        made = page.app.prepare()
        while "pain" not in page.app._spare._kept:
            await page.pilot.pause()
        made.cancel()
        begun = page.app._spare._kept["pain"][1]
        assert (await prepared(page))["pain"] is begun
        assert begun.is_drawn


async def test_a_page_is_opened_once_and_the_next_one_is_empty(store, running, prepared):
    async with running() as page:
        first = (await prepared(page))["search"]
        await page.press("slash", *"knee")
        assert page.screen is first
        await page.press("escape", "escape")
        await page.press("slash")
        assert page.screen is not first
        assert page.screen.query_one("#sought", Input).value == ""


async def test_what_was_written_since_it_was_made_stands_on_it(store, running, prepared, write):
    async with running() as page:
        await prepared(page)
        write("pain left knee 3")
        await page.press("p")
        assert "3" in page.words("#last") or "knee, left" in page.text()
        await page.press("1", "4", "enter")
    assert sorted((str(one.region), one.score) for one in store.rows(Pain)) == [("knee", 3), ("knee", 4)]


async def test_a_page_for_another_day_is_not_the_spare_one_of_today(store, running, prepared):
    async with running() as page:
        spare = (await prepared(page))["checkin"]
        await page.press("left_square_bracket", "d")
        await page.app.page.until_read()
        await page.settle()
        assert page.screen is not spare
        assert "24 Nov" in page.words("#title")


async def test_in_other_colours_pages_are_made_anew(store, running, prepared):
    async with running() as page:
        spare = (await prepared(page))["care"]
        page.app.theme = "journal-light"
        await page.press("c")
        assert page.screen is not spare
        assert page.screen.styles.background == page.app.screen_stack[0].styles.background


async def test_a_terminal_that_was_resized_gets_pages_of_its_size(store, running, prepared):
    async with running(size=(80, 24)) as page:
        await prepared(page)
        await page.pilot.resize_terminal(120, 40)
        await page.press("p")
        assert page.screen.has_class("-wide", "-high")
        wide = page.text()
    async with running(size=(120, 40)) as page:
        await page.press("p")
        assert page.text() == wide


async def test_one_can_leave_while_pages_are_made(store, running):
    async with running() as page:
        page.app.prepare()
        await page.press("ctrl+q")
        assert page.app.return_code == 0
