"""Another program that holds the journal: a verb waits for it, and says so instead of nothing."""

import sqlite3
from contextlib import closing

import pytest

from journal.records import Drink
from journal.tui.asking import patience


@pytest.fixture
def at_once(monkeypatch):
    """Nobody's patience lasts: the test waits for what is said, not for the clock."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0)


async def until(page, words: str) -> None:
    """Until this is said."""
    await page.until(lambda: words in page.words("#said"))


@pytest.mark.of_files("the other one writes by SQLite")
async def test_a_verb_that_waits_says_so_and_then_what_it_did(at_once, store, url, running):
    async with running() as page:
        with closing(sqlite3.connect(url, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await page.meanwhile("h")
            await until(page, "… not done yet: it is much, or another program writes to the journal")
            other.execute("ROLLBACK")
        await until(page, "✓ water 250 ml")
        assert len(store.rows(Drink)) == 1


async def test_what_says_nothing_when_it_is_done_leaves_no_word_of_waiting(at_once, store, running):
    async with running() as page:
        await page.press("u", "u")
        assert page.words("#said") == "! There is nothing to take back."
        assert await page.app.journal.undo() is None
        await page.settle()
        assert "not done yet" not in page.text()
