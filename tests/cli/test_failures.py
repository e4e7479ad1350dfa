"""What can go wrong with the journal itself: exit status 1, one sentence that names it, and nothing is changed."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from journal.storage.place import place_of

EVERY = [
    ("log", "water"),
    ("undo",),
    ("today",),
    ("check", "walk 30min"),
    ("flags",),
    ("export", "out"),
    ("import", "one.csv", "--weight-unit", "kg"),
    ("imports",),
    ("undo-import", "1"),
    ("backup", "copy.db"),
]


@pytest.fixture(params=EVERY, ids=lambda call: call[0])
def call(request, strong):
    """Every command that opens a journal."""
    strong("one.csv", "05, Squat (Barbell), 1, 100, 5")
    return request.param


@pytest.fixture
def fails(journal):
    """Makes a call, and fails when it is not one sentence with exit status 1."""

    def fails(*arguments):
        answer = journal(*arguments)
        assert (answer.status, answer.out) == (1, ""), answer
        assert answer.is_one_sentence, answer.err
        return answer.err

    return fails


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """The bytes of a journal."""
    from journal.storage import open_store

    path = tmp_path_factory.mktemp("whole") / "journal.db"
    with open_store(str(path)):
        pass
    return path.read_bytes()


def test_a_damaged_journal_is_named(fails, whole, call):
    Path("damaged.db").write_bytes(whole[: len(whole) // 3])
    assert "damaged.db" in fails(*call, "--db", "damaged.db")
    assert len(Path("damaged.db").read_bytes()) == len(whole) // 3


@pytest.mark.parametrize("broken", [b"CREATE TABLE p\xffin", b"CREATE TABXX pain"])
def test_a_journal_whose_own_description_is_broken_is_named(fails, whole, broken):
    Path("broken.db").write_bytes(whole.replace(b"CREATE TABLE pain", broken))
    assert "broken.db: the file is damaged" in fails("today", "--db", "broken.db")


def test_a_newer_journal_is_named_and_left_alone(fails, whole, call):
    Path("newer.db").write_bytes(whole)
    connection = sqlite3.connect("newer.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "newer" in fails(*call, "--db", "newer.db").replace("newer.db", "")


@pytest.mark.parametrize("content", [b"hello", b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_journal_is_left_alone(fails, content):
    Path("other.db").write_bytes(content)
    for call in (("log", "water"), ("today",)):
        assert "other.db" in fails(*call, "--db", "other.db")
    assert Path("other.db").read_bytes() == content


def test_the_database_of_another_program_is_left_alone(fails):
    connection = sqlite3.connect("other.db")
    with connection:
        connection.execute("CREATE TABLE workouts (id TEXT)")
    connection.close()
    before = Path("other.db").read_bytes()
    assert "another program" in fails("log", "water", "--db", "other.db")
    assert Path("other.db").read_bytes() == before


def test_a_folder_is_no_journal(fails, call):
    Path("folder").mkdir()
    assert "folder" in fails(*call, "--db", "folder")


@pytest.mark.parametrize("place", ["/dev/null", "/proc/journal.db", "file/journal.db"])
def test_a_place_where_no_journal_can_be_made_is_named(fails, place):
    Path("file").write_text("x")
    assert place in fails("log", "water", "--db", place)


def test_a_server_that_cannot_be_reached_is_named_without_its_password(fails, call):
    said = fails(*call, "--db", "postgresql+psycopg://me:secret@127.0.0.1:1/journal")
    assert "127.0.0.1" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "url", ["mysql://host/name", "sqlite://", "x://", ":memory:", "postgresql+asyncpg://h/n"]
)
def test_a_url_that_names_no_place_for_a_journal_is_refused(unchanged, url):
    assert "place for a journal" in unchanged("log", "water", "--db", url).err


@pytest.mark.of_files("the other one writes by SQLite")
def test_a_journal_that_another_program_is_writing_to_says_so(fails, journal, log, db, monkeypatch):
    from journal.storage import place

    log("water", "2024-03-01")
    monkeypatch.setattr(place, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        for call in (("log", "water"), ("undo",)):
            assert "another program" in fails(*call)
        assert journal("today").status == 0
    finally:
        other.close()


def test_a_time_zone_that_this_machine_does_not_know_is_said(fails, log, db):
    log("water", "2024-03-01")
    engine = create_engine(place_of(str(db)).url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO profile (key, value) VALUES ('time_zone', 'Mars/Olympus')"))
    engine.dispose()
    assert "Mars/Olympus" in fails("today")


@pytest.mark.parametrize("target", ["/proc/out", "/sys/out"])
@pytest.mark.parametrize("form", ["csv", "json", "daily-csv", "sqlite"])
def test_a_target_that_cannot_be_written_is_named(fails, log, target, form):
    log("water", "2024-03-01")
    assert target in fails("export", target, "--format", form)
