"""A file that is in order is read without SQLAlchemy, and gives what the store gives; anything else is not."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.records import RECORDS, Pain, ProfileEntry, Workout
from journal.storage import Change, open_store
from journal.storage.plain import NotPlain, PlainFile
from journal.storage.stored_names import TABLES, stored_names
from journal.storage.tables import TABLES as STORED
from journal.storage.tables import metadata

pytestmark = pytest.mark.of_files("only a file is read in this way")


@pytest.fixture
def path(tmp_path: Path, line, pain, now) -> Path:
    """A journal of two workouts, pain on three days and an answer of its writer."""
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([line("18:30", "squat 5 100", "plank 1 0", title="Legs, =and; more")], now=now)
        store.record(
            [pain("18:45", "knee", 4, note="'a\nb"), ProfileEntry(key="time_zone", value="UTC")], now=now
        )
        later = [pain("19:00", "knee", score).but(at=now + timedelta(days=score)) for score in (1, 2)]
        store.bring_in(later, now=now, source="journal", file="out")
    return path


def test_its_names_are_those_of_the_tables():
    assert frozenset({*metadata.tables, "alembic_version"}) == TABLES
    for record in RECORDS:
        assert stored_names(record) == STORED[record.TABLE].columns.keys()


@pytest.mark.parametrize("days", [{}, {"since": date(2026, 11, 22)}, {"until": date(2026, 11, 21)}])
def test_it_gives_what_the_store_gives(path, days):
    with open_store(str(path)) as store, PlainFile(str(path)) as file:
        for record in RECORDS:
            assert file.rows(record, **days) == store.rows(record, **days)
        assert file.sessions(**days) == store.sessions(**days)
        assert file.profile() == store.profile()
        since = days.get("since")
        assert file.snapshot(since=since) == store.snapshot(since=since)


def test_it_reads_one_moment_while_another_program_writes(path, now):
    with open_store(str(path)) as store, PlainFile(str(path)) as file:
        tables = file.in_columns()
        assert next(tables)[0] is Workout
        store.change([Change(one, None) for one in store.rows(Pain)], now=now, verb="delete")
        found = {
            kind: sum(len(list(part[0].texts)) for part in parts) for kind, parts in tables if kind is Pain
        }
        assert found == {Pain: 3}
        assert file.rows(Pain) == store.rows(Pain) == []


def test_the_log_of_a_killed_writer_is_read_and_then_folded_into_the_file(path, now, pain, tmp_path):
    """Who copies the one file alone takes along what was acknowledged."""
    left = tmp_path / "left.db"
    with open_store(str(path)) as store:
        store.record([pain("19:30", "knee", 9)], now=now)
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
        read = store.rows(Pain)
    with PlainFile(str(left)) as file:
        assert file.rows(Pain) == read
    assert not Path(f"{left}-wal").exists()
    assert left.read_bytes() == path.read_bytes()


def _no_file(path):
    path.unlink()


def _empty(path):
    path.write_bytes(b"")


def _no_database(path):
    path.write_bytes(b"a letter, and not a journal" * 100)


def _cut_short(path):
    path.write_bytes(path.read_bytes()[:6000])


def _statement(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def _of_a_newer_version(path):
    _statement(path, "UPDATE alembic_version SET version_num = '9999'")


def _of_an_earlier_version(path):
    _statement(path, "UPDATE alembic_version SET version_num = '0001'")


def _without_a_table(path):
    _statement(path, "DROP TABLE drafts")


@pytest.mark.parametrize(
    "spoil",
    [
        _no_file,
        _empty,
        _no_database,
        _cut_short,
        _of_a_newer_version,
        _of_an_earlier_version,
        _without_a_table,
    ],
)
def test_what_is_not_in_order_is_left_to_the_store(path, spoil):
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(NotPlain), PlainFile(str(path)) as file:
        file.snapshot()
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_name_that_no_file_can_have_is_left_to_the_store(tmp_path):
    with pytest.raises(NotPlain):
        PlainFile(str(tmp_path / ("x" * 300)))
