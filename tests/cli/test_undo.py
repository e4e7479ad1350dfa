"""`journal undo`: the last thing done is taken back, and said."""

import pytest

AT = "2024-03-06T18:30"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pain lower back left 4", "Undone: took back pain, left lower back, 4.\n"),
        ("water 300", "Undone: took back water, 300 ml.\n"),
        ("water 300; urine 3", "Undone: took back water, 300 ml and urine colour 3.\n"),
        ("squat 2x5 100kg", "Undone: took back squat 2 × 5 × 100 kg.\n"),
    ],
)
def test_an_entry_is_taken_back_and_named(journal, log, content, db, line, said):
    log("plank 1x45s", "2024-03-01")
    before = content(db)
    log(line, AT)
    assert journal("undo").out == said
    assert content(db) == before


def test_all_entries_of_one_call_are_one_step(journal, log, content, db):
    log("plank 1x45s", "2024-03-01")
    before = content(db)
    journal("log", "water 300", "pain left knee 3")
    journal("undo")
    assert content(db) == before


def test_what_joined_a_workout_leaves_it_as_it_was(journal, log, content, db):
    log("squat 2x5 100kg", AT)
    before = content(db)
    log("bench 1x8 60", AT)
    journal("undo")
    assert content(db) == before


def test_undo_goes_back_step_by_step_until_nothing_is_left(journal, log):
    log("water 300", AT)
    log("water 400", AT)
    assert [journal("undo").out for _ in range(3)] == [
        "Undone: took back water, 400 ml.\n",
        "Undone: took back water, 300 ml.\n",
        "There is nothing to undo.\n",
    ]


def test_an_import_is_one_step_too(journal, strong, log, content, db):
    log("water 300", AT)
    before = content(db)
    journal("import", strong("s.csv", "05, Squat (Barbell), 1, 100, 5"), "--weight-unit", "kg")
    assert journal("undo").out.startswith("Undone: took back ")
    assert content(db) == before


def test_a_refused_call_is_no_step(journal, log):
    log("water 300", AT)
    journal("log", "pain back 4")
    assert journal("undo").out == "Undone: took back water, 300 ml.\n"
