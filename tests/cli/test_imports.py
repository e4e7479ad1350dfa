"""`journal imports` and `journal undo-import`: the batches, and taking exactly one of them back."""

from pathlib import Path

import pytest


@pytest.fixture
def two(journal, strong):
    """Two imports, of the 5th and the 6th."""
    strong("one.csv", "05, Squat (Barbell), 1, 100, 5", "05, Zercher Carry, 1, 60, 3")
    strong("two.csv", "06, Squat (Barbell), 1, 100, 5")
    for name in ("one.csv", "two.csv"):
        journal("import", name, "--weight-unit", "kg")


def test_the_imports_are_listed_with_their_numbers(journal, two):
    listed = journal("imports").lines
    assert [line.split()[0] for line in listed] == ["1", "2"]
    assert listed[0].endswith("strong  one.csv: 1 workout, 2 sets, 1 exercise, 2024-03-05 to 2024-03-05")


def test_they_are_a_document_too(journal, two):
    first, second = journal("imports", "--format", "json").json
    assert list(first) == ["batch", "at", "source", "file", "added", "first", "last"]
    assert (second["batch"], second["source"], second["file"]) == (2, "strong", "two.csv")
    assert (second["first"], second["last"]) == ("2024-03-06", "2024-03-06")


def test_exactly_one_import_is_taken_back(journal, strong, content, db, two):
    journal("undo-import", "1")
    assert [line.split()[0] for line in journal("imports").lines] == ["2"]
    journal("import", "two.csv", "--weight-unit", "kg", "--db", "alone.db")
    assert content(db) == content(Path("alone.db").absolute())


def test_it_says_what_it_removed(journal, two):
    assert journal("undo-import", "1").out == "Took back import 1: 1 workout, 2 sets, 1 exercise.\n"


def test_what_was_added_to_since_is_kept_and_named(journal, log, two):
    log("2024-03-06 19:30 session 90min @8", "2024-03-06T19:40")
    said = journal("undo-import", "2").lines
    assert said[0] == "Took back import 2: nothing."
    assert said[1].startswith("  kept: ")
    assert "2024-03-06" in said[1] or "Evening" in said[1]


@pytest.mark.parametrize("number", ["0", "3", "999999999999999999999999"])
def test_an_import_that_there_is_not_is_refused(unchanged, two, number):
    assert number in unchanged("undo-import", number).err


def test_an_import_is_taken_back_once(journal, unchanged, two):
    journal("undo-import", "1")
    assert "import 1" in unchanged("undo-import", "1").err


def test_taking_back_can_be_undone(journal, content, db, two):
    before = content(db)
    journal("undo-import", "1")
    journal("undo")
    assert content(db) == before
