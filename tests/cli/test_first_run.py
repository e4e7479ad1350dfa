"""Before there is a journal: reading shows an empty one and makes none, writing begins one."""

import pytest

READING = {
    ("today",): "Nothing yet",
    ("today", "--short"): " ml",
    ("flags",): "No flag is active.",
    ("flags", "--all"): "No flag was ever raised.",
    ("check", "walk 30min"): "Nothing recorded speaks against it.",
    ("imports",): "Nothing was imported yet.",
    ("undo",): "There is nothing to undo.",
    ("rules",): "rf-severe-72h",
    ("export", "out"): "Exported to out.",
}


@pytest.mark.parametrize("call", READING)
def test_reading_shows_an_empty_journal(journal, db, call):
    answer = journal(*call)
    assert answer.status == 0
    assert READING[call] in answer.out
    assert not db.parent.exists()


@pytest.mark.parametrize("call", READING)
def test_reading_an_empty_journal_shows_the_same(journal, call, db):
    journal("log", "water")
    journal("undo")
    journal("undo")
    again = journal(*call)
    assert again.status == 0
    assert READING[call] in again.out
    assert again.err == ""


@pytest.mark.parametrize("call", [("today",), ("flags",), ("imports",), ("undo",), ("export", "out")])
def test_it_says_where_none_was_found_to_somebody_who_mistyped_the_name(journal, db, call):
    said = journal(*call, "--db", "mistyped.db").err
    assert "no journal at" in said
    assert "mistyped.db" in said


@pytest.mark.parametrize("call", [("today",), ("flags",), ("imports",), ("undo",), ("export", "out")])
def test_quiet_leaves_that_out(journal, call):
    assert journal(*call, "--db", "mistyped.db", "--quiet").err == ""


@pytest.mark.parametrize("command", ["today", "flags", "imports"])
def test_documents_come_without_a_remark(journal, command):
    answer = journal(command, "--format", "json")
    assert (answer.status, answer.err) == (0, "")


@pytest.mark.parametrize(
    "call",
    [("check",), ("undo-import", "1"), ("backup",), ("log", "pain back 4"), ("log",), ("import", "none.csv")],
)
def test_what_cannot_be_makes_no_journal(unchanged, db, call):
    unchanged(*call)
    assert not db.parent.exists()


def test_logging_begins_a_journal(journal, db):
    assert journal("log", "water").status == 0
    assert db.exists()


def test_importing_begins_a_journal(journal, strong, db):
    assert (
        journal("import", strong("s.csv", "05, Squat (Barbell), 1, 100, 5"), "--weight-unit", "kg").status
        == 0
    )
    assert db.exists()
