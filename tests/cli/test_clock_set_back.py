"""A clock that was set back, or ahead and back again: the order of what was done does not come from the clock."""

from datetime import UTC, datetime, timedelta

import pytest

from journal import clock
from journal.abandoned import unfinished

MONDAY = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """Sets the clock of this machine."""

    def at(moment):
        monkeypatch.setattr(clock, "now", lambda zone=None: clock.in_offset(moment, zone or UTC))

    return at


@pytest.mark.parametrize(
    "back", [timedelta(seconds=1), timedelta(hours=3), timedelta(days=40), timedelta(days=9000)]
)
def test_what_was_done_last_is_taken_back_first_whatever_the_clock_says(journal, at, db, back):
    at(MONDAY)
    journal("log", "pain left knee 4")
    at(MONDAY - back)
    journal("log", "pain right hip 2")
    assert "hip" in journal("undo").out
    assert "knee" in journal("undo").out
    assert journal("undo").out == "There is nothing to undo.\n"


def test_lines_of_both_times_are_there_and_stand_in_their_order(journal, at, db):
    at(MONDAY)
    assert journal("log", "squat 3x5 100kg").status == 0
    at(MONDAY - timedelta(days=2))
    assert journal("log", "squat 3x5 90kg").status == 0
    for call in ("today", "flags", "report", "imports", "doctor"):
        said = journal(call)
        assert (said.status, said.err) == (0, ""), call
    at(MONDAY)
    rows = journal("export", "all", "--format", "csv")
    assert rows.status == 0
    assert "23 Nov" in journal("report").out or "2026-W48" in journal("report").out


def test_a_line_does_not_join_a_workout_of_the_time_to_come(journal, at, db):
    at(MONDAY)
    journal("log", "squat 3x5 100kg")
    at(MONDAY - timedelta(minutes=30))
    assert "added to" not in journal("log", "dip 3x8").out
    at(MONDAY + timedelta(minutes=5))
    assert "added to the strength workout of 18:30" in journal("log", "dip 3x8").out


@pytest.mark.of_files("a server is backed up by its owner")
def test_a_clock_that_was_years_ahead_takes_no_entry_and_no_backup_along(journal, at, db):
    at(MONDAY)
    journal("log", "pain left knee 4")
    at(MONDAY + timedelta(days=365 * 20))
    journal("log", "water 300")
    for day in range(3):
        at(MONDAY + timedelta(days=day))
        assert journal("log", "water 250").status == 0
    copies = {one.name for one in (db.parent / "backups").iterdir()}
    assert {f"journal-2026-11-{day}.db" for day in (23, 24, 25)} <= copies
    assert unfinished(db.parent / "backups", ".") == []
    assert "water 250" in journal("undo").out or "250 ml" in journal("undo").out
    assert journal("doctor").status == 0


@pytest.mark.of_files("beside a server's journal lies nothing")
def test_restoring_twice_in_one_second_keeps_both(journal, at, db):
    at(MONDAY)
    journal("log", "pain left knee 4")
    journal("backup", "copy.db")
    for _ in range(3):
        assert journal("restore", "copy.db").status == 0
    assert len(list(db.parent.glob("journal-replaced-*.db"))) == 3


def test_ids_of_imports_go_on_counting(journal, at, db, strong):
    at(MONDAY)
    for number, file in enumerate(("one.csv", "two.csv"), start=1):
        strong(file, f"0{number}, Squat (Barbell), 1, 100, 5")
        said = journal("import", file, "--weight-unit", "kg", "--format", "json")
        assert said.json["batch"] == number
        at(MONDAY - timedelta(days=50))
    assert journal("undo-import", "2").status == 0
    assert journal("undo-import", "1").status == 0
