"""Every migration, both ways, on journals that hold something in every table."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData

from journal.storage import open_store
from journal.storage.doctor import examine
from journal.storage.migrate import History, _shipped, run_migrations
from journal.storage.place import migration_engine, place_of, transaction
from journal.storage.schema import HEAD, KNOWN
from tests.storage.filled_journal import NOW, fill

PAST = sorted(KNOWN - {HEAD})
NEW_SINCE = {"0001": {"lines", "drafts"}, "0002": {"drafts"}}
"""Tables that a version did not have yet."""


def _tables(connection):
    found = MetaData()
    found.reflect(connection)
    return {table.name: table for table in found.sorted_tables if table.name != "alembic_version"}


def _rows(url):
    """Every row of every table, as the columns' own types read it."""
    with transaction(migration_engine(place_of(url))) as connection:
        return {
            name: sorted((dict(row._mapping) for row in connection.execute(table.select())), key=repr)
            for name, table in _tables(connection).items()
        }


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """The rows of a full journal of the present schema."""
    url = str(tmp_path_factory.mktemp("full") / "journal.db")
    with open_store(url) as store:
        fill(store)
    rows = _rows(url)
    assert all(rows.values()), [name for name, some in rows.items() if not some]
    return rows


@pytest.fixture
def made_by(url, everything):
    """A journal as the version of that revision made it: its tables by its own migrations, with all they can hold."""

    def made_by(revision):
        if "://" not in url:
            Path(url).touch(mode=0o600)
        with transaction(migration_engine(place_of(url))) as connection:
            run_migrations(connection, History(head=revision))
            for name, table in _tables(connection).items():
                columns = table.columns.keys()
                connection.execute(
                    table.insert(), [{column: row[column] for column in columns} for row in everything[name]]
                )
        return url

    return made_by


def _alembic(url, verb, *arguments):
    """What a developer's Alembic says to that."""
    said = StringIO()
    config = Config(stdout=said)
    config.set_main_option("script_location", str(_shipped()).replace("%", "%%"))
    with transaction(migration_engine(place_of(url))) as connection, redirect_stdout(said):
        config.attributes["connection"] = connection
        getattr(command, verb)(config, *arguments)
    return said.getvalue()


@pytest.mark.parametrize("revision", PAST)
def test_every_row_of_an_old_journal_is_there_in_the_new_one(made_by, everything, revision):
    url = made_by(revision)
    old = _rows(url)
    with open_store(url, create=False) as store:
        assert store.counts()["pain"] == len(everything["pain"])
        assert store.batches()
        assert store.redo(now=NOW) is not None
        assert store.undo(now=NOW) is not None
    new = _rows(url)
    for table, rows in old.items():
        assert new[table] == rows, table
    assert {table for table in new if table not in old} == {table for table in everything if table not in old}
    assert examine(url).findings == ()
    assert "No new upgrade operations detected" in _alembic(url, "check")


@pytest.mark.parametrize("revision", PAST)
def test_going_back_loses_only_what_the_old_version_had_no_place_for(made_by, everything, revision):
    url = made_by(HEAD)
    _alembic(url, "downgrade", revision)
    old = _rows(url)
    assert {name for name in everything if name not in old} == NEW_SINCE[revision]
    for table, rows in old.items():
        assert rows == everything[table], table
    open_store(url, create=False).close()
    forth = _rows(url)
    for table, rows in everything.items():
        assert forth[table] == ([] if table in NEW_SINCE[revision] else rows), table
    assert "No new upgrade operations detected" in _alembic(url, "check")


def test_all_the_way_back_and_forth_leaves_an_empty_journal(made_by):
    url = made_by(HEAD)
    _alembic(url, "downgrade", "base")
    _alembic(url, "upgrade", "head")
    assert not any(_rows(url).values())
    assert "No new upgrade operations detected" in _alembic(url, "check")
