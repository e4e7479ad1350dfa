"""A page may be left before it has been read, and opened again: nothing of it comes too late."""

import pytest

from journal.tui.pages import PAGES
from journal.tui.screens.today import TodayScreen


@pytest.mark.parametrize("name", sorted(PAGES))
async def test_a_page_that_is_left_at_once_leaves_nothing_behind(store, running, name):
    async with running() as page:
        for _ in range(3):
            await page.app.go(name)
            await page.pilot.pause()
            await page.app.go("today")
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        assert page.app.return_code is None
