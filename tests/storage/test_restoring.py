"""A backup is brought back whole or not at all, and what it replaces is kept."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.errors import CouldNot, Refused
from journal.records import Pain
from journal.storage import open_store
from journal.storage.place import place_of
from journal.storage.restoring import restore


@pytest.fixture
def backup(tmp_path, pain, now):
    """A backup with one pain."""
    with open_store(str(tmp_path / "other.db")) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        store.backup(tmp_path / "backup.db")
    return tmp_path / "backup.db"


@pytest.fixture
def bring_back(url, tmp_path, now):
    return lambda source: restore(place_of(url), source, now=now, folder=tmp_path / "kept")


def regions(url):
    with open_store(url, create=False) as store:
        return [one.region for one in store.rows(Pain)]


def test_the_journal_is_what_the_backup_holds_and_the_old_one_is_kept(url, backup, bring_back, pain, now):
    with open_store(url) as store:
        store.record([pain("18:00", "hip", 2)], now=now)
    done = bring_back(backup)
    assert regions(url) == ["knee"]
    assert done.kept.name == "journal-replaced-2026-11-25-200000.db"
    assert done.kept.stat().st_mode & 0o777 == 0o600
    assert regions(str(done.kept)) == ["hip"]
    assert regions(str(backup)) == ["knee"]


def test_restoring_the_one_that_was_replaced_takes_it_back(url, backup, bring_back, pain, now):
    with open_store(url) as store:
        store.record([pain("18:00", "hip", 2)], now=now)
    first = bring_back(backup)
    second = bring_back(first.kept)
    assert regions(url) == ["hip"]
    assert second.kept != first.kept
    assert regions(str(second.kept)) == ["knee"]


def test_where_there_was_no_journal_nothing_is_kept(url, backup, bring_back):
    assert bring_back(backup).kept is None
    assert regions(url) == ["knee"]


def test_whoever_has_the_journal_open_goes_on_with_the_new_one(url, backup, bring_back, pain, now):
    with open_store(url) as store:
        store.record([pain("18:00", "hip", 2)], now=now)
        seen = store.data_version()
        bring_back(backup)
        assert store.data_version() != seen
        store.record([pain("19:00", "neck", 1)], now=now)
        assert [one.region for one in store.rows(Pain)] == ["knee", "neck"]
    assert regions(url) == ["knee", "neck"]


def test_a_new_journal_is_for_the_user_alone(tmp_path, backup, now):
    path = tmp_path / "home" / "journal.db"
    restore(place_of(str(path)), backup, now=now, folder=tmp_path)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert {file.name for file in path.parent.iterdir()} == {"journal.db", "journal.db.lock"}


def test_a_damaged_journal_is_kept_as_it_is(tmp_path, backup, now):
    path = tmp_path / "journal.db"
    path.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    damaged = path.read_bytes()
    done = restore(place_of(str(path)), backup, now=now, folder=tmp_path)
    assert done.kept.read_bytes() == damaged
    assert regions(str(path)) == ["knee"]


def test_a_backup_of_an_earlier_version_becomes_the_newest_schema(url, backup, bring_back):
    with closing(sqlite3.connect(backup)) as old, old:
        old.execute("DROP TABLE drafts")
        old.execute("UPDATE alembic_version SET version_num = '0002'")
    bring_back(backup)
    with open_store(url, create=False) as store:
        assert store.drafts() == {}
    assert regions(url) == ["knee"]


@pytest.mark.parametrize("damaged", [False, True])
def test_a_link_to_the_journal_stays_one(tmp_path, backup, now, damaged):
    path, link = tmp_path / "disk" / "journal.db", tmp_path / "home" / "journal.db"
    for folder in (path.parent, link.parent):
        folder.mkdir()
    open_store(str(path)).close()
    link.symlink_to(path)
    if damaged:
        path.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    before = path.read_bytes()
    done = restore(place_of(str(link)), backup, now=now, folder=tmp_path)
    assert link.is_symlink()
    assert not path.is_symlink()
    assert regions(str(path)) == regions(str(link)) == ["knee"]
    assert done.kept.parent == path.parent
    assert not damaged or done.kept.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "error", "sentence"),
    [
        (lambda file: file.unlink(), Refused, "there is no such file; give a backup of a journal"),
        (lambda file: file.write_bytes(b""), Refused, "is empty; give a backup of a journal"),
        (lambda file: file.write_text("no journal" * 99), CouldNot, "the file is not a journal"),
        (lambda file: file.write_bytes(file.read_bytes()[:9000]), CouldNot, "damaged"),
        (lambda file: _stamp(file, "9999"), CouldNot, "written by a newer version"),
        (
            lambda file: _orphan(file, 1),
            CouldNot,
            "row 1 of pain points to a row of workouts that is not there",
        ),
        (lambda file: _do(file, "DROP TABLE pain"), CouldNot, "is damaged: the table pain is missing"),
        (lambda file: _do(file, "DROP TABLE lines"), CouldNot, "is damaged: the table lines is missing"),
        (
            lambda file: _do(file, "DROP TABLE alembic_version"),
            CouldNot,
            "the table alembic_version is missing",
        ),
        (
            lambda file: _do(file, "ALTER TABLE pain DROP COLUMN note"),
            CouldNot,
            "the column note of pain is missing",
        ),
    ],
    ids=["gone", "empty", "text", "cut", "newer", "orphan", "table", "newer table", "version", "column"],
)
def test_a_backup_that_is_none_or_not_sound_changes_nothing(
    url, backup, bring_back, pain, now, spoil, error, sentence
):
    with open_store(url) as store:
        store.record([pain("18:00", "hip", 2)], now=now)
    spoil(backup)
    with pytest.raises(error, match=sentence):
        bring_back(backup)
    assert regions(url) == ["hip"]
    names = {file.name for file in backup.parent.iterdir()} | {
        file.name for file in backup.parent.glob("kept/*")
    }
    assert not any("replaced" in name or name.startswith(".restore") for name in names)


def test_the_journal_itself_is_no_backup(tmp_path, now):
    path = tmp_path / "journal.db"
    open_store(str(path)).close()
    with pytest.raises(Refused, match="is the journal itself; give a backup of it"):
        restore(place_of(str(path)), path, now=now, folder=tmp_path)


def _stamp(file, revision):
    with closing(sqlite3.connect(file)) as journal, journal:
        journal.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def _orphan(file, number):
    _do(file, f"UPDATE pain SET workout_id = 'e1f1a2f0-0000-4000-8000-{number:012}'")


def _do(file, statement):
    with closing(sqlite3.connect(file)) as journal, journal:
        journal.execute("PRAGMA foreign_keys=OFF")
        journal.execute(statement)


def test_the_log_of_a_journal_that_was_deleted_is_not_played_into_the_restored_one(
    tmp_path, backup, pain, now
):
    path = tmp_path / "home" / "journal.db"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "hip", 2, note="x" * 9000)], now=now)
        log = Path(f"{path}-wal").read_bytes()
    path.unlink()
    Path(f"{path}-wal").write_bytes(log)  # as after a crash, when somebody deleted the journal alone
    assert restore(place_of(str(path)), backup, now=now, folder=tmp_path).kept is None
    assert regions(str(path)) == ["knee"]
    with closing(sqlite3.connect(path)) as restored:
        assert restored.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    [kept] = path.parent.glob("journal-replaced-*.db-wal")
    assert kept.read_bytes() == log


def test_a_damaged_journal_keeps_its_name_until_the_new_one_has_it(tmp_path, backup, now, monkeypatch):
    path = tmp_path / "journal.db"
    path.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    monkeypatch.setattr(Path, "replace", _stopped)
    with pytest.raises(KeyboardInterrupt):
        restore(place_of(str(path)), backup, now=now, folder=tmp_path)
    with pytest.raises(CouldNot):
        open_store(str(path))
    monkeypatch.undo()
    restore(place_of(str(path)), backup, now=now, folder=tmp_path)
    assert regions(str(path)) == ["knee"]


def _stopped(path, target):
    raise KeyboardInterrupt


def test_what_a_restore_that_was_killed_left_is_taken_away_by_the_next(tmp_path, backup, now):
    left = tmp_path / "home" / ".journal-restore-abc.part"
    left.mkdir(parents=True)
    (left / "ready.db").write_text("half")
    replaced = tmp_path / "home" / ".journal-replaced-2026-11-20-101112.db.abc.part"
    replaced.write_text("half")
    for one in (left, replaced):
        os.utime(one, (1_000_000_000, 1_000_000_000))
    restore(place_of(str(tmp_path / "home" / "journal.db")), backup, now=now, folder=tmp_path)
    assert not left.exists()
    assert not replaced.exists()
