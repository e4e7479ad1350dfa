"""`journal backup`, `journal restore`, `journal doctor`, and the copy of every day of use."""

import os
import sqlite3
from contextlib import closing
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


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("folder", "is a folder; give the file of a backup (`journal import` takes a folder of CSV files)"),
        ("pipe", "is a pipe or a device; give the file of a backup"),
        ("nowhere/copy.db", "there is no such file; give a backup of a journal"),
        ("empty.db", "is empty; give a backup of a journal"),
    ],
)
def test_what_cannot_be_a_backup_is_refused_in_a_sentence_about_it(journal, filled, what, said):
    Path("folder").mkdir()
    os.mkfifo("pipe")
    Path("empty.db").touch()
    answer = journal("restore", what)
    assert (answer.status, answer.is_one_sentence) == (2, True)
    assert answer.err.startswith(str(Path(what).absolute()))
    assert said in answer.err


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("folder", "is a folder; a backup needs the name of a file, such as "),
        ("pipe", "is a pipe or a device; a backup needs the name of a file, or - for standard output"),
        ("nowhere/copy.db", "there is no folder "),
        ("there.db", "is there already; take another name or use --force"),
        ("x" * 300, "File name too long"),
    ],
)
def test_where_no_backup_can_lie_is_told_in_a_sentence_about_it(journal, filled, what, said):
    Path("folder").mkdir()
    os.mkfifo("pipe")
    Path("there.db").write_text("mine")
    answer = journal("backup", what)
    assert answer.status in (1, 2)
    assert answer.is_one_sentence
    assert said in answer.err
    assert Path("there.db").read_text() == "mine"


UNREADABLE = (
    "pain SET score = 'abc'",
    "pain SET note = x'ff'",
    "pain SET at = 1e300",
    "pain SET region = 'nose'",
    "pain SET day = 'someday'",
    "pain SET day = CAST(x'ff' AS TEXT)",
)
READING = (
    ("today",),
    ("today", "--short"),
    ("flags", "--all"),
    ("report",),
    ("report", "--for", "physio", "--since", "2020-01-01"),
    ("check", "walk 30min"),
    ("export", "out"),
    ("export", "-", "--format", "json"),
    ("export", "days.csv", "--format", "daily-csv"),
)


@pytest.mark.of_files("SQLite alone takes any value in any column")
@pytest.mark.parametrize("spoilt", UNREADABLE)
def test_a_value_that_cannot_be_read_names_its_record_in_one_sentence(journal, filled, db, spoilt):
    with closing(sqlite3.connect(db)) as file, file:
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute(f"UPDATE {spoilt}")
        file.text_factory = lambda raw: raw.decode() if raw.isascii() else repr(raw)
        [(key, day)] = file.execute("SELECT id, day FROM pain")
    field = spoilt.split()[2]
    for call in READING:
        said = journal(*call)
        assert (said.status, said.out, said.is_one_sentence) == (1, "", True), (call, said)
        assert said.err.startswith(
            f"the journal is damaged: pain {key} of {day} cannot be read: its {field} is "
        ), call
        assert said.err.endswith("; `journal doctor` names the way back.\n"), call
        assert list(Path.cwd().iterdir()) == [], call
    doctor = journal("doctor")
    assert doctor.status == 1
    assert f"WRONG: pain {key} of {day} cannot be read: its {field} is " in doctor.out
    assert (
        f"`journal restore {db.parent / 'backups' / copies(db)[0]}` brings the latest whole backup"
        in doctor.out
    )


HOSTILE = "'a' || char(27) || '[31mred' || char(8238) || char(155)"


@pytest.mark.of_files("only who has the file writes past the program")
@pytest.mark.parametrize("call", READING)
def test_control_characters_that_somebody_put_into_the_file_never_come_out(journal, db, call):
    assert journal("log", "squat 5x5 100kg", "pain left knee 4 sharp", "water 300").status == 0
    with closing(sqlite3.connect(db)) as file, file:
        for column in ("workouts SET title", "workouts SET note", "pain SET note", "hydration SET drink"):
            file.execute(f"UPDATE {column} = {HOSTILE}")
    said = journal(*call)
    assert said.status == 0
    texts = [said.out, said.err, *(file.read_text() for file in Path.cwd().rglob("*.csv"))]
    assert all(text.replace("\n", "").isprintable() for text in texts)
    if call[0] == "export" and "daily-csv" not in call:
        assert sum(text.count("a[31mred") for text in texts) == 4


@pytest.mark.of_files("only who has the file writes past the program")
def test_the_doctor_names_what_is_stored_otherwise_and_how_it_is_written_anew(journal, filled, db):
    assert journal("log", "squat 5x5 100kg").status == 0
    with closing(sqlite3.connect(db)) as file, file:
        file.execute(f"UPDATE pain SET note = {HOSTILE}")
        file.execute("UPDATE sets SET day = '2020-01-01' WHERE position = 1")
    said = journal("doctor")
    assert said.status == 1
    assert (
        "is not as the program writes it: its note is 'a\\x1b[31mred\\u202e\\x9b' instead of 'a[31mred'"
        in said.out
    )
    assert "is not as the program writes it: its day is '2020-01-01' instead of '2" in said.out
    assert "each of which can be read" in said.out
    journal("export", "out")
    assert journal("import", "out", "--db", "anew.db").status == 0
    assert "is not as the program" not in journal("doctor", "--db", "anew.db").out


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
