"""The doctor names what is wrong with a journal, and the way back; it changes nothing."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from journal.records import Pain
from journal.storage import open_store
from journal.storage.doctor import examine
from journal.storage.keeping import Backups


@pytest.fixture
def filled(url, line, pain, now):
    with open_store(url) as store:
        store.record([line("18:00", "squat 5 100"), pain("18:30", "knee", 4)], now=now)
    return url


@pytest.fixture
def path(tmp_path, line, pain, now):
    """A journal of a file, with its backup."""
    with open_store(str(tmp_path / "journal.db")) as store:
        store.record([line("18:00", "squat 5 100"), pain("18:30", "knee", 4, note="x" * 20_000)], now=now)
        store.keep_today(Backups(), date(2026, 11, 25))
    return tmp_path / "journal.db"


def wrong(path):
    return [one.what for one in examine(str(path)).findings]


def change(path, *statements):
    with closing(sqlite3.connect(path)) as journal, journal:
        journal.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            journal.execute(statement)


def test_a_sound_journal_is_called_so(filled):
    examined = examine(filled)
    assert examined.findings == ()
    assert "It holds 3 records, each of which can be read." in examined.facts
    assert "Its schema is 0003, the newest." in examined.facts


def test_it_changes_nothing(path):
    before = {file: file.read_bytes() for file in path.parent.rglob("*.db")}
    examine(str(path))
    assert {file: file.read_bytes() for file in path.parent.rglob("*.db")} == before


def test_what_others_could_read_is_named_with_the_command_that_mends_it(path):
    path.chmod(0o644)
    [found] = examine(str(path)).findings
    assert found.what == f"others on this machine can read {path}"
    assert found.way_back == f"run: chmod 600 '{path}'"


def test_a_log_that_may_only_be_read_is_named(path, monkeypatch):
    log = Path(f"{path}-shm")  # SQLite made it when the journal itself could only be read
    log.touch(mode=0o600)
    monkeypatch.setattr(os, "access", lambda file, _: file != log)
    assert [(f"{log} may not be read and written by you", f"run: chmod 600 '{log}'")] == [
        (one.what, one.way_back) for one in examine(str(path)).findings
    ]


def test_a_damaged_file_is_named_with_the_newest_whole_backup(path):
    content = bytearray(path.read_bytes())
    content[-30_000:-10_000] = os.urandom(20_000)
    path.write_bytes(content)
    copies = path.parent / "backups"
    (copies / "journal-2026-11-26.db").write_text("a newer one that is damaged itself")
    findings = examine(str(path)).findings
    assert "damaged" in findings[0].what
    assert (
        findings[0].way_back
        == f"`journal restore {copies / 'journal-2026-11-25.db'}` brings the latest whole backup back"
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is empty"), (b"tiny", "is not a journal"), (b"no database at all\n" * 100, "is not a journal")],
)
def test_what_is_no_journal_is_called_so(path, content, sentence):
    path.write_bytes(content)
    [what] = wrong(path)
    assert sentence in what


def test_a_journal_that_is_gone_is_looked_for_in_its_backups(path):
    path.unlink()
    [found] = examine(str(path)).findings
    assert found.what == f"there is no journal at {path}"
    assert "backups/journal-2026-11-25.db" in found.way_back
    assert not path.exists()


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (
            ["UPDATE pain SET workout_id = 'e1f1a2f0-0000-4000-8000-000000000000'"],
            "points to a row of workouts",
        ),
        (["ALTER TABLE lines RENAME TO lost"], "is damaged: the table lines is missing"),
        (["DROP TABLE pain"], "is damaged: the table pain is missing"),
        (["DROP TABLE steps", "DROP TABLE sets"], "is damaged: the tables sets and steps are missing"),
        (["DROP TABLE alembic_version"], "is damaged: the table alembic_version is missing"),
        (["DELETE FROM alembic_version"], "does not say which schema it has"),
        (["ALTER TABLE pain DROP COLUMN note"], "the column note of pain is missing"),
        (["UPDATE pain SET day = '2026-01-01'"], "its day is '2026-01-01', and needs 2026-11-25"),
        (["PRAGMA ignore_check_constraints=ON", "UPDATE pain SET score = 77"], "score"),
        (
            ["PRAGMA ignore_check_constraints=ON", "UPDATE pain SET id = 'x'"],
            "its id is 'x', and needs a UUID",
        ),
        (["UPDATE alembic_version SET version_num = '9999'"], "newer than this program knows"),
    ],
)
def test_what_is_wrong_inside_is_named(path, statements, sentence):
    change(path, *statements)
    assert sentence in " ".join(wrong(path))


@pytest.mark.parametrize(
    "statement", ["DROP TABLE pain", "ALTER TABLE pain DROP COLUMN note", "DROP TABLE alembic_version"]
)
def test_what_is_missing_comes_back_with_the_latest_whole_backup(path, statement):
    copies = path.parent / "backups"
    shutil.copy(copies / "journal-2026-11-25.db", copies / "journal-2026-11-26.db")
    change(copies / "journal-2026-11-26.db", statement)  # the latest is as bad as the journal itself
    change(path, statement)
    first, bad = examine(str(path)).findings
    assert (
        first.way_back
        == f"`journal restore {copies / 'journal-2026-11-25.db'}` brings the latest whole backup back"
    )
    assert bad.what.startswith(
        f"a backup cannot be brought back: {copies / 'journal-2026-11-26.db'} is damaged: the "
    )


def test_a_backup_in_which_a_record_cannot_be_read_is_not_the_first_way_back(path):
    copies = path.parent / "backups"
    for name in ("journal-2026-11-26.db", "journal-2026-11-27.db"):
        shutil.copy(copies / "journal-2026-11-25.db", copies / name)
        change(
            copies / name, "UPDATE pain SET score = 3.5"
        )  # SQLite takes it, and finds nothing wrong with it
    change(path, "UPDATE pain SET score = 3.5")
    [found] = examine(str(path)).findings
    assert "journal-2026-11-25.db` brings" in found.way_back
    assert "cannot be read" not in found.way_back
    (copies / "journal-2026-11-25.db").unlink()
    [found] = examine(str(path)).findings
    assert "journal-2026-11-27.db` brings" in found.way_back
    assert found.way_back.endswith("but some of its records cannot be read either")


def test_backups_of_a_sound_journal_that_are_not_whole_are_named(path):
    copy = path.parent / "backups" / "journal-2026-11-25.db"
    change(copy, "DROP TABLE pain")
    [found] = examine(str(path)).findings
    assert found.what == f"a backup cannot be brought back: {copy} is damaged: the table pain is missing"
    assert "delete it" in found.way_back


def test_a_backup_of_a_newer_version_is_no_fault_and_no_way_back(path):
    change(
        path.parent / "backups" / "journal-2026-11-25.db", "UPDATE alembic_version SET version_num = '9999'"
    )
    assert examine(str(path)).findings == ()
    change(path, "DROP TABLE pain")
    [found] = examine(str(path)).findings
    assert found.way_back.startswith("no backup of it is whole; `journal restore FILE` takes any copy")


def test_a_folder_for_backups_that_is_a_file_is_named(tmp_path):
    open_store(str(tmp_path / "journal.db")).close()
    (tmp_path / "backups").write_text("in the way")
    assert wrong(tmp_path / "journal.db") == [
        f"{tmp_path / 'backups'} is not a folder, so no backup can be made"
    ]


@pytest.mark.parametrize("lost", ["a server", "a folder"])
def test_what_cannot_be_looked_at_is_not_answered_with_a_backup(tmp_path, lost):
    (tmp_path / "folder").mkdir()
    place = {"a server": "postgresql://me:secret@127.0.0.1:9/x", "a folder": str(tmp_path / "folder")}[lost]
    [found] = examine(place).findings
    assert (
        found.way_back == "see to that, then run `journal doctor` again; nothing speaks for a backup as yet"
    )
    assert "secret" not in found.what


def test_a_log_that_is_damaged_is_named_before_anything_opens_it(path, pain, now):
    with open_store(str(path)) as store:
        for minute in range(10, 20):
            store.record([pain(f"19:{minute}", "hip", 2)], now=now)
        files = {name: Path(f"{path}{name}").read_bytes() for name in ("", "-wal")}
    log = bytearray(files["-wal"])
    log[len(log) // 2] ^= 1  # as a disk may do it
    path.write_bytes(files[""])
    Path(f"{path}-wal").write_bytes(log)
    Path(f"{path}-wal").chmod(0o600)
    [found] = examine(str(path)).findings
    assert found.what.startswith(f"the log {path}-wal is damaged from part ")
    assert Path(f"{path}-wal").read_bytes() == log
    with open_store(str(path)) as store:  # SQLite says nothing
        assert len(store.rows(Pain)) < 11


def test_a_log_that_is_written_to_is_sound(path, pain, now):
    with open_store(str(path)) as store:
        for minute in range(10, 40):
            store.record([pain(f"19:{minute}", "hip", 2, note="x" * 3000)], now=now)
        assert examine(str(path)).findings == ()
        with store._writing() as step:
            step.connection.exec_driver_sql("UPDATE pain SET note = randomblob(90000)")
            step.connection.exec_driver_sql("PRAGMA cache_spill = 1")
            assert examine(str(path)).findings == ()


def test_an_older_schema_is_no_fault(path):
    change(path, "DROP TABLE drafts", "UPDATE alembic_version SET version_num = '0002'")
    examined = examine(str(path))
    assert examined.findings == ()
    assert "Its schema is 0002; it becomes 0003, after a backup, when it is opened next." in examined.facts


def test_without_a_backup_it_says_what_would_help(tmp_path):
    (tmp_path / "journal.db").write_bytes(b"SQLite format 3\0" + os.urandom(3000))
    *_, found = examine(str(tmp_path / "journal.db")).findings
    assert found.way_back.startswith("there is no backup of it; `journal restore FILE` takes any copy")


def test_what_a_killed_program_left_unfinished_is_named_and_is_no_fault(tmp_path):
    open_store(str(tmp_path / "journal.db")).close()
    left = tmp_path / ".journal-restore-abc.part"
    left.mkdir()
    found = examine(str(tmp_path / "journal.db"))
    assert f"{left} is unfinished (1 in all): a later backup takes away what nobody works on." in found.facts
    assert found.findings == ()
