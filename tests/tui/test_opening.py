"""Opening the journal: the first paint, and journals that cannot be opened."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from journal.tui.screens.broken import Broken

FIRST_PAINT = """
import asyncio, sys
from journal.tui.app import JournalApp

async def main():
    app = JournalApp(sys.argv[1])
    seen = asyncio.Future()

    async def look():
        strips = app.screen._compositor.render_strips(app.size)
        text = "".join(segment.text for strip in strips for segment in strip)
        heavy = {"sqlalchemy", "pandas", "numpy", "alembic", "rapidfuzz", "typer"} & set(sys.modules)
        seen.set_result(("Today" in text, sorted(heavy)))
        await asyncio.Future()

    app.journal.open = look
    async with app.run_test():
        print(*await seen)

asyncio.run(main())
"""
"""Looks at the screen and at what is loaded at the moment when the journal would be opened."""


def test_the_first_paint_says_today_and_loads_nothing_heavy(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True []\n", "")


@pytest.mark.of_files("a damaged file")
async def test_a_damaged_journal_is_told_in_one_sentence_and_esc_leaves_with_status_1(url, running):
    Path(url).write_bytes(b"this is no database, and it is long enough to be looked at " * 50)
    async with running() as page:
        assert isinstance(page.screen, Broken)
        assert Path(url).name in " ".join(page.text().split())
        await page.press("escape")
        assert page.app.return_code == 1


@pytest.mark.of_files("its schema is changed by SQLite")
async def test_a_newer_journal_is_told_in_one_sentence_and_ctrl_q_leaves_with_status_1_too(url, running):
    engine = create_engine(f"sqlite:///{url}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    async with running() as page:
        assert isinstance(page.screen, Broken)
        assert "newer" in page.text()
        await page.press("ctrl+q")
        assert page.app.return_code == 1


@pytest.mark.parametrize("theme", ["journal-dark", "journal-light", "nord", "textual-light", "no such theme"])
async def test_every_theme_has_our_colours(store, running, theme):
    async with running(theme=theme) as page:
        assert "severity-urgent" in page.app.theme_variables
        await page.press("question_mark", "escape", "h")
        assert "water 250 ml" in page.text()


async def test_the_pages_are_brought_in_ahead_and_look_the_same(store, running):
    async with running() as page:
        await page.go("trends")
        before = page.text()
    async with running() as page:
        await page.app.prepare().wait()
        await page.go("trends")
        assert page.text() == before
