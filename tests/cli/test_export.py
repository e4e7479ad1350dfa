"""`journal export` and `journal backup`: everything leaves, and nothing is lost or left half done."""

import json
import sqlite3
from pathlib import Path

import pytest


@pytest.fixture
def filled(diary, log):
    """Five days of entries of many kinds."""
    log("ibuprofen 400; ice lower back 15m wrapped", "2024-03-04T10:00+05:30")
    diary(
        "2024-03-01 18:00 squat 3x5 100kg // heavy",
        "2024-03-02 08:00 pain lower back left 4 dull",
        "2024-03-03 09:00 water 300; urine 3",
        "2024-03-05 07:00 sleep 7:30 stress 4 weight 80kg",
    )


def test_csv_is_a_folder_of_the_files_that_have_rows(journal, filled):
    assert journal("export", "out").out == "Exported to out.\n"
    names = {file.name for file in Path("out").iterdir()}
    assert names == {
        f"{name}.csv" for name in ("workouts", "sets", "pain", "hydration", "urine", "care", "checkins")
    }


def test_json_is_one_document_of_all_tables_in_the_order_of_the_files(journal, filled):
    journal("export", "all.json", "--format", "json")
    document = json.loads(Path("all.json").read_text())
    assert document["format"] == 1
    assert list(document["tables"])[:4] == ["workouts", "sets", "pain", "symptoms"]
    assert document["tables"]["care"][0]["at"] == "2024-03-04T10:00:00+05:30"


def test_daily_csv_has_one_row_a_day(journal, filled):
    journal("export", "days.csv", "--format", "daily-csv")
    rows = Path("days.csv").read_text().splitlines()
    assert rows[0].startswith("date,")
    assert [row.split(",")[0] for row in rows[1:]] == [f"2024-03-0{day}" for day in range(1, 6)]


def test_sqlite_is_a_journal_itself(journal, filled, content, db):
    journal("export", "copy.db", "--format", "sqlite")
    assert content(Path("copy.db").absolute()) == content(db)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_export_import_export_gives_the_same_bytes(journal, filled, form):
    def bytes_of(path):
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return [(file.name, file.read_bytes()) for file in files]

    journal("export", "one", "--format", form)
    assert journal("import", "one", "--db", "new.db").status == 0
    Path("again").mkdir()
    journal("export", "again/one", "--format", form, "--db", "new.db")
    assert bytes_of(Path("one")) == bytes_of(Path("again/one"))


def test_a_range_holds_its_first_and_its_last_day(journal, filled):
    journal("export", "some.json", "--format", "json", "--since", "2024-03-02", "--until", "2024-03-03")
    tables = json.loads(Path("some.json").read_text())["tables"]
    assert {name for name, rows in tables.items() if rows} == {"pain", "hydration", "urine"}


@pytest.mark.parametrize("form", ["csv", "json", "daily-csv", "sqlite"])
def test_an_empty_journal_can_be_exported(journal, form):
    journal("log", "water")
    journal("undo")
    assert journal("export", "out", "--format", form).status == 0
    assert Path("out").exists()


@pytest.mark.parametrize("form", ["csv", "json", "daily-csv", "sqlite"])
def test_an_existing_target_is_kept_unless_forced(journal, unchanged, filled, form):
    journal("export", "out", "--format", form)
    journal("log", "water 999", "--at", "2024-03-05T12:00")
    before = Path("out").stat().st_mtime_ns
    assert "--force" in unchanged("export", "out", "--format", form).err
    assert Path("out").stat().st_mtime_ns == before
    assert journal("export", "out", "--format", form, "--force").status == 0
    assert Path("out").stat().st_mtime_ns != before


@pytest.mark.parametrize("form", ["csv", "json", "daily-csv", "sqlite"])
def test_what_is_written_is_for_its_owner_alone(journal, filled, form):
    journal("export", "out", "--format", form)
    out = Path("out")
    assert out.stat().st_mode & 0o777 == (0o700 if out.is_dir() else 0o600)
    for file in out.iterdir() if out.is_dir() else []:
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--since", "2024-02-30"), "--since"),
        (("--until", "yesterday"), "--until"),
        (("--since", "2024-03-05", "--until", "2024-03-01"), "--until"),
        (("--format", "sqlite", "--since", "2024-03-01"), "sqlite"),
        (("--format", "parquet"), "parquet"),
    ],
)
def test_a_range_or_format_that_cannot_be_is_refused(unchanged, filled, options, names):
    assert names in unchanged("export", "out", *options).err
    assert not Path("out").exists()


@pytest.mark.parametrize("form", ["csv", "json", "daily-csv", "sqlite"])
def test_a_target_without_a_folder_is_refused_and_leaves_nothing(unchanged, filled, form):
    unchanged("export", "no/such/out", "--format", form)
    assert list(Path().iterdir()) == []


def test_a_folder_with_other_files_is_never_replaced(unchanged, filled):
    Path("photos").mkdir()
    Path("photos/me.jpg").write_text("x")
    assert "me.jpg" in unchanged("export", "photos", "--force").err
    assert Path("photos/me.jpg").exists()


def test_an_export_is_not_replaced_from_a_journal_that_is_not_there(journal, unchanged, filled):
    """`--db` may be mistyped, and the export may be the only copy."""
    journal("export", "out")
    assert "there is no journal" in unchanged("export", "out", "--force", "--db", "mistyped.db").err
    assert Path("out/pain.csv").exists()


@pytest.mark.parametrize(
    "call",
    [
        ("-", "--format", "json"),
        ("-", "--format", "daily-csv"),
        ("-", "--format", "sqlite"),
        ("no/such/out",),
        ("out", "--format", "sqlite", "--since", "2026-01-01"),
    ],
)
def test_a_refused_export_of_a_journal_that_is_not_there_says_one_sentence(unchanged, call):
    unchanged("export", *call, "--db", "mistyped.db")


def test_a_backup_is_a_whole_journal(journal, filled, content, db):
    assert journal("backup", "copy.db").out.endswith("copy.db.\n")
    assert content(Path("copy.db").absolute()) == content(db)
    assert Path("copy.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.of_files("beside a server's journal lies nothing")
def test_a_backup_without_a_name_lies_beside_the_journal_and_says_where(journal, filled, db):
    said = journal("backup").out
    [copy] = (db.parent / "backups").glob("journal-????-??-??-??????.db")
    assert said == f"Backed up to {copy}.\n"
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_a_backup_refuses_an_existing_target_unless_forced(journal, unchanged, filled, content, db):
    Path("copy.db").write_text("precious")
    assert "--force" in unchanged("backup", "copy.db").err
    assert Path("copy.db").read_text() == "precious"
    assert journal("backup", "copy.db", "--force").status == 0
    assert content(Path("copy.db").absolute()) == content(db)


@pytest.mark.of_files("the other one writes by SQLite")
def test_a_backup_is_taken_while_the_journal_is_being_written(journal, filled, content, db):
    before = content(db)
    with sqlite3.connect(db) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM pain")
        assert journal("backup", "copy.db").status == 0
        other.rollback()
    other.close()
    assert content(Path("copy.db").absolute()) == before


def test_there_is_nothing_to_back_up_where_no_journal_is(unchanged, db):
    assert str(db) in unchanged("backup").err
    assert not db.parent.exists()
