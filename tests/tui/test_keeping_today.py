"""The copy of each day of use is made while the journal is open on the screen, and makes nobody wait."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from journal.records import Drink
from journal.storage import open_store
from journal.storage.place import migration_engine, place_of, transaction


@pytest.fixture
def url(tmp_path):
    """A journal in a file: one on a server is copied by whoever keeps the server."""
    path = str(tmp_path / "journal.db")
    open_store(path).close()
    return path


async def test_the_first_use_of_a_day_is_copied_once(store, url, running, now):
    async with running(backups={}) as page:
        await page.press("h")
        await page.app.keep_today()
        copy = Path(url).parent / "backups" / f"journal-{now.date()}.db"
        with closing(sqlite3.connect(copy)) as kept:
            assert kept.execute("SELECT count(*) FROM hydration").fetchone() == (1,)
        made = copy.stat().st_mtime_ns
        await page.app.keep_today()
        assert copy.stat().st_mtime_ns == made
        assert page.words("#said") == "✓ water 250 ml"


async def test_the_settings_say_where_and_whether(store, url, running, tmp_path):
    async with running(backups={"folder": str(tmp_path / "disk"), "daily": 1}) as page:
        await page.app.keep_today()
    assert len(list((tmp_path / "disk").rglob("*.db"))) == 1
    for wanted in ({"daily": 0}, None):
        async with running(backups=wanted) as page:
            await page.app.keep_today()
    assert not (Path(url).parent / "backups").exists()


async def test_a_copy_that_cannot_be_made_is_told_once_and_stops_nobody(store, url, running):
    (Path(url).parent / "backups").write_text("in the way")
    async with running(backups={}) as page:
        await page.app.keep_today()
        await page.settle()
        assert page.words("#said").startswith("! No backup was made today: ")
        await page.press("h")
        assert page.words("#said") == "✓ water 250 ml"
        await page.app.keep_today()
        assert page.words("#said") == "✓ water 250 ml"
    assert len(store.rows(Drink)) == 1


async def test_the_copy_before_a_migration_lies_there_too(store, url, running, tmp_path):
    store.close()
    with transaction(migration_engine(place_of(url))) as connection:
        connection.execute(text("DROP TABLE drafts"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    async with running(backups={"folder": str(tmp_path / "disk")}):
        pass
    assert [one.name for one in (tmp_path / "disk").rglob("*.db")] == ["journal-schema-0002.db"]
