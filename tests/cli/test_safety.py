"""`journal backup`, `journal restore`, `journal doctor`, and the copy of every day of use."""

import os
from pathlib import Path

import pytest

from journal import config


@pytest.fixture
def settings_file(tmp_path, monkeypatch):
    """Writes the settings file."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def write(text):
        path = config.settings_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return write


@pytest.fixture
def filled(journal):
    journal("log", "pain left knee 4")


def copies(db):
    return sorted(file.name for file in (db.parent / "backups").glob("*.db"))


@pytest.mark.of_files("a server is backed up by its owner")
def test_a_day_of_use_leaves_one_copy(journal, filled, db):
    journal("log", "water 300")
    journal("today")
    assert len(copies(db)) == 1
    assert (db.parent / "backups" / copies(db)[0]).stat().st_mode & 0o777 == 0o600


@pytest.mark.of_files("a server is backed up by its owner")
def test_the_settings_say_where_and_how_many(journal, db, settings_file):
    settings_file(f"[backups]\nfolder = '{Path('elsewhere').absolute()}'\ndaily = 1\n")
    journal("log", "water 300")
    assert len(list(Path("elsewhere").rglob(f"{db.stem}-*.db"))) == 1
    other = db.parent / "another" / db.name
    journal("log", "water 300", "--db", str(other))
    assert len(list(Path("elsewhere").rglob(f"{db.stem}-*.db"))) == 2
    assert "There is 1 backup of it" in journal("doctor").out
    settings_file("[backups]\ndaily = 0\n")
    journal("log", "water 300")
    assert not (db.parent / "backups").exists()


@pytest.mark.parametrize(
    "written",
    [
        "[backups]\ndaily = -1",
        '[backups]\nfolder = ""',
        '[backups]\nfolder = "beside"',
        "[backups]\nyearly = 1",
        "backups = 3",
    ],
)
def test_settings_that_are_wrong_keep_nobody_from_writing(journal, settings_file, written, db):
    settings_file(written)
    assert "Recorded" in journal("log", "water 300").out or db.exists()
    assert "settings.toml: backups" in journal("flags").err


@pytest.mark.of_files("a server is backed up by its owner")
def test_a_copy_that_cannot_be_made_stops_nobody(journal, db):
    db.parent.mkdir(parents=True, exist_ok=True)
    (db.parent / "backups").write_text("in the way")
    said = journal("log", "water 300")
    assert said.status == 0
    assert f"No backup was made today: {db.parent / 'backups'} cannot be a folder for backups" in said.err


@pytest.mark.of_files("copies beside the file")
def test_copies_of_a_journal_of_a_longer_name_are_not_those_of_this_one(journal, filled, db):
    [copy] = copies(db)
    journal("log", "water 300", "--db", str(db.with_name(f"{db.stem}-old.db")))
    assert len(copies(db)) == 2
    said = journal("doctor").out
    assert f"There is 1 backup of it, the latest is {db.parent / 'backups' / copy}." in said
    db.write_bytes(b"")
    assert f"`journal restore {db.parent / 'backups' / copy}` brings" in journal("today").err


@pytest.mark.of_files("beside a server's journal lies nothing")
def test_a_backup_is_brought_back_and_the_old_journal_named(journal, filled, db):
    journal("backup", "copy.db")
    journal("log", "water 300")
    said = journal("restore", "copy.db")
    kept = next(db.parent.glob("journal-replaced-*.db"))
    assert said.out == f"Restored {Path('copy.db').absolute()}.\nThe journal as it was is kept in {kept}.\n"
    assert journal("doctor").status == 0
    assert "knee" in journal("today").out
    assert "300 ml" not in journal("today").out


@pytest.mark.parametrize(
    ("content", "status"), [(None, 2), (b"", 2), (b"no journal", 1), (b"SQLite format 3\0" + b"x" * 5000, 1)]
)
def test_what_is_no_backup_changes_nothing(journal, filled, db, content, status):
    if content is not None:
        Path("copy.db").write_bytes(content)
    before = db.read_bytes()
    said = journal("restore", "copy.db")
    assert (said.status, said.is_one_sentence) == (status, True)
    assert "copy.db" in said.err
    assert db.read_bytes() == before


@pytest.mark.of_files("permissions")
def test_the_doctor_says_what_is_wrong_and_exits_one(journal, filled, db):
    assert "Nothing is wrong with it." in journal("doctor").out
    db.chmod(0o644)
    said = journal("doctor")
    assert said.status == 1
    assert f"WRONG: others on this machine can read {db}." in said.out
    assert f"chmod 600 '{db}'" in said.out


@pytest.mark.of_files("a damaged file")
def test_a_damaged_journal_is_never_opened_as_an_empty_one(journal, filled, db):
    [copy] = copies(db)
    for damage in (b"", os.urandom(5000), db.read_bytes()[:100]):
        db.write_bytes(damage)
        for call in (("log", "water"), ("today",), ("export", "out"), ("doctor",)):
            said = journal(*call)
            assert said.status == 1, call
            assert "Traceback" not in said.err
        assert db.read_bytes() == damage
        assert copy in journal("doctor").out
    assert journal("restore", str(db.parent / "backups" / copy)).status == 0
    assert "knee" in journal("today").out


@pytest.mark.of_files("a deleted file")
def test_a_new_journal_where_one_was_says_that_there_are_backups(journal, filled, db):
    db.unlink()
    assert "there are backups of one that was there: `journal restore" in journal("today").err
    said = journal("log", "water 300")
    assert said.status == 0
    assert "there are backups of one that was there: `journal restore" in said.err
