"""A page may be left before it has been read, and opened again: nothing of it comes too late."""

import asyncio

import pytest
from textual.events import Key
from textual.widgets import Static

from journal.tui.pages import PAGES
from journal.tui.screens.today import TodayScreen


@pytest.mark.parametrize("name", sorted(PAGES))
async def test_a_page_that_is_left_at_once_leaves_nothing_behind(store, running, name):
    async with running() as page:
        for _ in range(3):
            await page.app.go(name)
            await page.meanwhile()
            await page.app.go("today")
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        assert page.app.return_code is None


async def test_what_was_put_off_until_a_page_is_painted_is_not_done_once_it_is_left(store, running):
    async with running() as page:
        await page.go("settings")
        settings, done = page.screen, []

        def leave() -> None:
            settings.remove()

        settings.call_after_refresh(leave)
        settings.call_after_refresh(done.append, "too late")
        await page.settle()
        assert done == []


async def test_a_page_that_was_left_is_not_read_again(store, write, running):
    async with running() as page:
        await page.go("settings")
        settings, seen = page.screen, page.screen._seen
        write("water 300")
        settings.left = True
        await settings.reload().wait()
        assert settings._seen == seen


async def test_a_key_that_comes_when_the_screens_are_gone_is_for_nobody(store, running):
    async with running() as page:
        pass
    assert not page.app.screen_stack
    await page.app.on_event(Key("w", "w"))
    assert page.app.return_code is None


async def test_what_is_read_while_the_program_is_left_is_shown_nowhere(store, running):
    going, shown = asyncio.Event(), []

    class Part(Static):
        def on_unmount(self) -> None:
            going.set()

    async with running() as page:
        screen = page.screen
        await screen.mount(Part())

        async def read() -> None:
            await screen.tried(going.wait())
            shown.append("too late")

        screen.run_worker(read())
    assert going.is_set()
    assert shown == []
