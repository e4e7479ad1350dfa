"""What makes a file a journal, and a journal whole: one answer for opening, backups, restores and the doctor."""

import sqlite3
from contextlib import closing

import pytest

from journal.errors import CouldNot
from journal.storage import open_store
from journal.storage.migrate import History, run_migrations
from journal.storage.place import migration_engine, place_of_file, transaction
from journal.storage.schema import KNOWN
from journal.storage.shape import FIRST, VERSION, is_ours, lost_columns, lost_tables, shape_of
from journal.storage.wholeness import check_file, fault_of_copy


@pytest.fixture
def path(tmp_path, pain, now):
    """A journal with one pain."""
    with open_store(str(tmp_path / "journal.db")) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
    return tmp_path / "journal.db"


def change(path, *statements):
    with closing(sqlite3.connect(path)) as journal, journal:
        journal.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            journal.execute(statement)


@pytest.mark.parametrize("revision", sorted(KNOWN))
def test_the_shape_of_a_revision_is_what_its_migrations_make(tmp_path, revision):
    path = tmp_path / "journal.db"
    with transaction(migration_engine(place_of_file(path))) as connection:
        run_migrations(connection, History(head=revision))
    with closing(sqlite3.connect(path)) as made:
        tables = [name for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert shape_of(revision) == {
            table: {column for _, column, *_ in made.execute(f"PRAGMA table_info({table})")}
            for table in tables
        }
    assert check_file(path) == revision
    assert fault_of_copy(path) is None


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP TABLE steps", "the table steps is missing"),
        ("DROP TABLE lines", "the table lines is missing"),
        (f"DROP TABLE {VERSION}", "the table alembic_version is missing"),
        ("ALTER TABLE sets DROP COLUMN note", "the column note of sets is missing"),
        ("ALTER TABLE drafts DROP COLUMN name", None),  # SQLite itself refuses: it is the key
        (
            "UPDATE pain SET workout_id = 'e1f1a2f0-0000-4000-8000-000000000000'",
            "row 1 of pain points to a row of workouts that is not there",
        ),
        ("UPDATE alembic_version SET version_num = '9999'", "written by a newer version"),
        ("DELETE FROM alembic_version", "does not say which schema it has"),
        ("INSERT INTO alembic_version VALUES ('0001')", "does not say which schema it has"),
        ("UPDATE alembic_version SET version_num = ''", "does not say which schema it has"),
        ("UPDATE alembic_version SET version_num = '0002'", "its schema is 0002, and has drafts of 0003"),
        ("UPDATE alembic_version SET version_num = '0001'", "its schema is 0001, and has drafts of 0003"),
        ("INSERT INTO pain SELECT * FROM pain", None),
    ],
)
def test_a_copy_from_which_anything_is_missing_is_not_whole(path, statement, said):
    if said is None:
        with pytest.raises(sqlite3.Error):
            change(path, statement)
        assert fault_of_copy(path) is None
        return
    change(path, statement)
    assert said in str(fault_of_copy(path))


def test_an_index_that_lost_an_entry_is_damage(path):
    change(
        path,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'ix_urine_day') "
        "WHERE name = 'ix_pain_day'",
    )
    assert "is damaged: " in str(fault_of_copy(path))


@pytest.mark.parametrize("lost", ["pain", "steps", "workouts", VERSION])
def test_a_journal_that_lost_a_table_is_told_by_its_name_and_not_taken_for_another_programs(path, lost):
    change(path, f"DROP TABLE {lost}")
    before = path.read_bytes()
    with pytest.raises(CouldNot, match=f"is damaged: the table {lost} is missing; `journal doctor` names"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_several_lost_tables_are_told_in_one_sentence():
    tables = shape_of(FIRST).keys()
    assert lost_tables(tables - {"pain", "sets", "care"}) == "the tables care, pain and sets are missing"
    assert lost_tables(tables) == ""


@pytest.mark.parametrize(
    ("tables", "ours"),
    [
        (shape_of(FIRST).keys(), True),
        (shape_of(FIRST).keys() - {VERSION, "pain", "steps", "workouts", "sets"}, True),
        (shape_of("0003").keys() | {"somebody_elses"}, True),
        ({"workouts", "sets", "exercises", "templates", "profile", VERSION}, False),  # another training log
        ({"invoices"}, False),
        (set(), False),
    ],
)
def test_a_database_is_ours_when_it_has_half_of_our_tables(tables, ours):
    assert is_ours(tables) == ours


def test_columns_that_others_added_are_left_alone():
    there = {table: columns | {"mood"} for table, columns in shape_of("0003").items()}
    assert lost_columns(there, "0003") == []


def test_a_file_whose_list_of_tables_was_emptied_does_not_pass_for_a_new_journal(path):
    change(path, "PRAGMA writable_schema=ON", "DELETE FROM sqlite_master")
    before = path.read_bytes()
    with pytest.raises(CouldNot, match="the file is damaged: it names no table, though it holds"):
        open_store(str(path))
    assert path.read_bytes() == before
