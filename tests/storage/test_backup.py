"""A backup: one file, whole, private, and only there once it is."""

import os
import re
import sqlite3
import stat
from contextlib import closing

import pytest

from journal.errors import CouldNot, Refused
from journal.records import Pain
from journal.storage import open_store
from journal.storage.table_rows import fetch, stored
from journal.storage.tables import metadata


def _all_tables(store):
    with store._engine.connect().execution_options(reading=True) as connection:
        return {
            table.name: sorted(fetch(connection, stored(table, connection.dialect.name)), key=repr)
            for table in metadata.tables.values()
        }


@pytest.fixture
def filled(store, line, pain, now):
    session = line("18:00", "squat 5 100")
    store.record([session, pain("18:30", "knee", 4, workout_id=session.workout.id, sudden=True)], now=now)
    store.bring_in([line("2026-01-02 10:00").workout], now=now, source="x", file="f")
    store.record([line("18:10", "dip 8 0")], now=now)
    store.undo(now=now)
    return store


def test_a_backup_is_a_journal_with_everything_in_it(filled, tmp_path, now):
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    filled.backup(target)
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o600
    with open_store(str(target), create=False) as copy:
        assert _all_tables(copy) == _all_tables(filled)
        assert copy.redo(now=now) is not None
        assert copy.take_back(1, now=now).removed == {"workouts": 1}


def test_a_copy_in_memory_is_the_same(filled, tmp_path):
    target = tmp_path / "copy.db"
    target.write_bytes(filled.image())
    with open_store(str(target), create=False) as copy:
        assert _all_tables(copy) == _all_tables(filled)
    with closing(sqlite3.connect(f"file:{target}?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_holds_what_is_still_in_the_log_and_can_be_read_from_anywhere(tmp_path, pain, now):
    with open_store(str(tmp_path / "journal.db")) as store, open_store(str(tmp_path / "journal.db")) as other:
        other.record([pain("18:00", "knee", 4)], now=now)
        with other._writing() as step:
            step.connection.exec_driver_sql("DELETE FROM pain")  # under way elsewhere, not yet committed
            store.backup(tmp_path / "copy.db")
    with closing(sqlite3.connect(f"file:{tmp_path}/copy.db?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM pain").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_what_is_there_is_only_replaced_when_told_so(filled, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(Refused, match=f"{target} is there already; take another name or use --force"):
        filled.backup(target)
    assert target.read_text() == "mine"
    filled.backup(target, force=True)
    with open_store(str(target), create=False) as copy:
        assert len(copy.rows(Pain)) == 1


def test_the_journal_itself_is_never_the_target(tmp_path):
    path, link = tmp_path / "journal.db", tmp_path / "link.db"
    link.symlink_to(path)
    with open_store(str(path)) as store:
        for target in (path, link):
            with pytest.raises(Refused, match=f"{target} is the journal itself; a backup needs another name"):
                store.backup(target, force=True)


@pytest.mark.parametrize("force", [False, True])
def test_a_target_that_cannot_be_a_backup_is_refused_in_a_sentence_about_it(filled, tmp_path, force):
    folder, pipe = tmp_path / "folder", tmp_path / "pipe"
    folder.mkdir()
    os.mkfifo(pipe)
    for target, said in (
        (tmp_path / "nowhere" / "copy.db", f"there is no folder {tmp_path / 'nowhere'}; a backup needs one"),
        (folder, f"{folder} is a folder; a backup needs the name of a file, such as {folder / 'journal.db'}"),
        (pipe, f"{pipe} is a pipe or a device; a backup needs the name of a file, or - for standard output"),
    ):
        with pytest.raises(Refused, match=re.escape(said)):
            filled.backup(target, force=force)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE pain SET workout_id = 'e1f1a2f0-0000-4000-8000-000000000000'",
            "points to a row of workouts",
        ),
        ("ALTER TABLE pain DROP COLUMN note", "the column note of pain is missing"),
        ("DROP TABLE changes", "the table changes is missing"),
    ],
)
def test_a_journal_that_is_not_whole_gives_no_backup(tmp_path, pain, now, statement, said):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        with closing(sqlite3.connect(path)) as other, other:
            other.execute(statement)
        with pytest.raises(CouldNot, match=f"^{path} is damaged: .*{said}"):
            store.backup(tmp_path / "copy.db")
        with pytest.raises(CouldNot, match=f"^{path} is damaged: .*{said}"):
            store.image()
    assert not (tmp_path / "copy.db").exists()


def test_a_damaged_journal_gives_no_backup_and_leaves_nothing_behind(tmp_path, line, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        for number in range(200):
            store.record([line(f"2026-01-01 10:{number % 60:02}", "squat 5 100", note="x" * 500)], now=now)
    content = bytearray(path.read_bytes())
    content[-40_000:-20_000] = os.urandom(20_000)
    path.write_bytes(content)
    (tmp_path / "copies").mkdir()
    with open_store(str(path)) as store, pytest.raises(CouldNot, match="damaged"):
        store.backup(tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_backup_for_which_the_disk_has_no_room_leaves_nothing_behind(tmp_path):
    from journal.storage.backup import write_whole

    def fill(part):
        with closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA max_page_count=2")
            copy.execute("CREATE TABLE t AS SELECT zeroblob(100000)")

    with pytest.raises(CouldNot, match=f"{tmp_path / 'copy.db'}: the disk is full; make room and try again"):
        write_whole(tmp_path / "copy.db", fill, "journal.db")
    assert list(tmp_path.iterdir()) == []
