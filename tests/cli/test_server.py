"""A journal on a PostgreSQL server: what is another matter there, and a line to it that breaks."""

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from journal.storage import hanging_up, place


@pytest.fixture
def line(breaking_line, db, monkeypatch):
    """A line that can be cut, to the journal that is meant when none is named."""
    monkeypatch.setenv("JOURNAL_DB", breaking_line.url)
    monkeypatch.setattr(hanging_up, "PAUSES", (0.0, 0.0, 0.0))
    return breaking_line


@pytest.fixture
def engine(line, server_url):
    """The way around that line."""
    engine = create_engine(server_url)
    yield engine
    engine.dispose()


@pytest.fixture
def knee(journal, line):
    """A journal with one pain in it."""
    assert journal("log", "pain left knee 4").status == 0


@pytest.mark.parametrize("heard", [False, True])
def test_an_entry_is_logged_once_when_the_line_breaks_at_its_commit(journal, line, knee, heard):
    line.cut_at(b"COMMIT", after=b"INSERT INTO steps", heard=heard)
    answer = journal("log", "water 300")
    assert (answer.status, answer.err) == (0, "")
    assert "Recorded" in answer.out
    assert len(journal("today", "--format", "json").json["entries"]) == 2


def test_a_line_is_acknowledged_after_few_calls(journal, line, knee):
    line.calls.clear()
    assert journal("log", "water 300").status == 0
    committed = next(number for number, said in enumerate(line.calls, start=1) if b"COMMIT" in said)
    assert committed <= 14
    assert (
        len(line.calls) <= 41
    )  # then the line is kept for the entry bar, and the rules read the last months


def test_what_cannot_be_logged_is_one_sentence_without_the_password(journal, line, knee, monkeypatch):
    monkeypatch.setenv("JOURNAL_DB", line.url.replace("journal@", "journal:s3cret@"))
    line.cut_at(b"pg_advisory_xact_lock", times=9)
    answer = journal("log", "water 300")
    assert (answer.status, answer.out, answer.is_one_sentence) == (1, "", True)
    assert "the connection to the server was lost, and nothing was written" in answer.err
    assert "s3cret" not in answer.err
    line.cut_at(b"", times=0)
    assert len(journal("today", "--format", "json").json["entries"]) == 1


@pytest.mark.parametrize(
    "call",
    [("today",), ("flags",), ("report",), ("export", "out"), ("imports",), ("backup", "b.db"), ("doctor",)],
)
@pytest.mark.parametrize("words", [b"alembic_version", b"profile", b"steps", b"sets"])
def test_reading_is_done_or_one_sentence(journal, line, knee, call, words):
    line.cut_at(words)
    answer = journal(*call)
    assert answer.status in (0, 1)
    if answer.status == 1 and call != ("doctor",):
        assert answer.is_one_sentence, answer.err
    assert "Traceback" not in answer.err
    assert not list(Path().glob("*.part"))


def test_a_line_that_stays_cut_during_a_restore_changes_nothing(journal, line, knee, tmp_path):
    journal("backup", "copy.db")
    journal("log", "water 300")
    for words in (b"DELETE FROM", b"INSERT INTO"):
        line.cut_at(words, after=b"pg_advisory_xact_lock", times=9)
        answer = journal("restore", "copy.db")
        assert (answer.status, answer.is_one_sentence) == (1, True), (words, answer)
        assert "nothing was written" in answer.err
        line.cut_at(b"", times=0)
        assert len(journal("today", "--format", "json").json["entries"]) == 2
    assert not list((tmp_path / "home" / "journal").glob("journal-replaced-*.db"))
    line.cut_at(b"COMMIT", after=b"DELETE FROM")
    assert journal("restore", "copy.db").status == 0
    assert len(journal("today", "--format", "json").json["entries"]) == 1


def test_a_restore_of_which_nobody_knows_whether_it_was_kept_says_so_and_keeps_what_it_replaced(
    journal, line, knee, tmp_path
):
    journal("backup", "copy.db")
    line.answers_once_cut = False
    line.cut_at(b"COMMIT", after=b"DELETE FROM", heard=True)
    answer = journal("restore", "copy.db")
    assert (answer.status, answer.is_one_sentence) == (1, True)
    [kept] = (tmp_path / "home" / "journal").glob("journal-replaced-*.db")
    assert "it is not known whether it was kept" in answer.err
    assert f"the journal as it was is kept in {kept}" in answer.err


def test_a_backup_without_a_name_goes_to_the_data_folder_and_comes_back(journal, line, knee, tmp_path):
    said = journal("backup").out
    [copy] = (tmp_path / "home" / "journal" / "backups").glob("server-*.db")
    assert said == f"Backed up to {copy}.\n"
    assert copy.stat().st_mode & 0o777 == 0o600
    journal("log", "water 300")
    said = journal("restore", str(copy))
    [kept] = (tmp_path / "home" / "journal").glob("journal-replaced-*.db")
    assert said.out == f"Restored {copy}.\nThe journal as it was is kept in {kept}.\n"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert len(journal("today", "--format", "json").json["entries"]) == 1
    assert journal("restore", str(kept)).status == 0
    assert len(journal("today", "--format", "json").json["entries"]) == 2


def test_a_backup_is_restored_where_no_journal_was(journal, line, knee, new_journal, monkeypatch):
    journal("backup", "copy.db")
    monkeypatch.setenv("JOURNAL_DB", new_journal("other"))
    assert journal("restore", "copy.db").status == 0
    assert "knee" in journal("today").out
    assert journal("doctor").status == 0


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("DROP TABLE drafts", "the table drafts is missing"),
        ("ALTER TABLE care DROP COLUMN note", "the column note of care is missing"),
        ("UPDATE alembic_version SET version_num = '9999'", "its schema, 9999, is newer"),
        ("DROP TABLE pain CASCADE", "the table pain is missing"),
        ("UPDATE pain SET day = '2020-01-01'", "its day is '2020-01-01', and needs 2"),
        (
            "UPDATE pain SET note = 'a' || chr(7)",
            "not as the program writes it: its note is 'a\\x07' instead of 'a'",
        ),
    ],
)
def test_the_doctor_names_what_is_wrong_on_a_server(journal, knee, engine, damage, found):
    assert "Nothing is wrong with it." in journal("doctor").out
    with engine.begin() as connection:
        connection.execute(text(damage))
    said = journal("doctor")
    assert said.status == 1
    assert found in said.out
    assert any(help_ in said.out for help_ in ("journal backup", "newer version", "journal export"))


@pytest.mark.parametrize(
    "damage", ["DROP TABLE drafts", "ALTER TABLE care DROP COLUMN note", "DROP TABLE pain CASCADE"]
)
def test_a_damaged_journal_gives_way_to_a_backup_and_stays_on_the_server(journal, knee, engine, damage):
    journal("backup", "copy.db")
    journal("log", "water 300")
    with engine.begin() as connection:
        connection.execute(text(damage))
    said = journal("restore", "copy.db")
    assert (said.status, said.err) == (0, "")
    schema = re.search(r"is kept in the schema (\w+) of the server's database", said.out)[1]
    with engine.begin() as connection:
        assert connection.scalar(text(f"SELECT count(*) FROM {schema}.hydration")) == 1
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    assert journal("doctor").status == 0
    assert "knee" in journal("today").out


def test_tables_of_another_program_do_not_give_way_to_a_backup(journal, knee, engine):
    journal("backup", "copy.db")
    with engine.begin() as connection:
        for name in connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        ).all():
            connection.execute(text(f"DROP TABLE {name} CASCADE"))
        connection.execute(text("CREATE TABLE workouts (mine text)"))
    answer = journal("restore", "copy.db")
    assert (answer.status, answer.is_one_sentence) == (1, True)
    assert "tables of another program" in answer.err
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM workouts")) == 0


def test_another_program_that_writes_is_waited_for_and_then_told_of(journal, knee, engine, monkeypatch):
    monkeypatch.setattr(place, "BUSY_SECONDS", 0.05)
    with engine.begin() as connection:
        connection.execute(
            text(f"SELECT pg_advisory_xact_lock({place.WRITERS_TURN}, hashtext(current_schema()))")
        )
        answer = journal("log", "water")
        assert (answer.status, answer.is_one_sentence) == (1, True)
        assert "another program is writing to it" in answer.err
        assert journal("today").status == 0
        assert journal("backup", "copy.db").status == 0
    assert journal("log", "water").status == 0


def test_a_user_who_may_only_read_is_told_so(journal, knee, engine, line, monkeypatch):
    monkeypatch.setenv("JOURNAL_DB", f"{line.url}%20-cdefault_transaction_read_only%3Don")
    assert journal("today").status == 0
    answer = journal("log", "water")
    assert (answer.status, answer.is_one_sentence) == (1, True)
    assert "only lets it be read" in answer.err
