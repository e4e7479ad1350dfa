"""What the journal tells of one exercise, and how often each was done."""

from datetime import date

from journal.records import RECORDS, Session
from journal.storage import Use


def test_how_often_each_exercise_was_done_and_when_last(store, line, now):
    store.record([line("2026-11-20 18:00", "squat 5 100", "dip 8 0", "squat 5 100")], now=now)
    store.record([line("18:00", "squat 5 100")], now=now)
    assert store.use() == {
        "squat": Use(workouts=2, sets=3, last=date(2026, 11, 25)),
        "dip": Use(workouts=1, sets=1, last=date(2026, 11, 20)),
    }


def test_a_journal_without_sets_has_no_use(store, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    assert store.use() == {}


def test_the_sessions_of_an_exercise_hold_its_sets_alone_oldest_first(store, line, now):
    newer = line("18:00", "dip 8 0", "squat 5 100", "squat 3 110")
    older = line("2026-11-20 18:00", "squat 5 90")
    other = line("2026-11-21 18:00", "dip 8 0")
    for session in (newer, older, other):
        store.record([session], now=now)
    assert store.sessions_of("squat") == [older, Session(newer.workout, newer.sets[1:])]
    assert store.sessions_of("plank") == []


def test_the_last_sessions_of_an_exercise_are_counted_in_workouts_and_not_in_days(store, line, now):
    days = ("2026-11-19 18:00", "2026-11-20 08:00", "2026-11-20 18:00")
    sessions = [line(at, "squat 5 90") for at in days]
    for session in sessions:
        store.record([session], now=now)
    assert store.sessions_of("squat", last=1) == sessions[2:]
    assert store.sessions_of("squat", last=2) == sessions[1:]
    assert store.sessions_of("squat", last=9) == sessions


def test_how_many_records_each_table_holds(store, line, pain, now):
    store.record([line("18:00", "squat 5 100", "dip 8 0"), pain("18:30", "knee", 4)], now=now)
    counts = store.counts()
    assert {name: count for name, count in counts.items() if count} == {"workouts": 1, "sets": 2, "pain": 1}
    assert list(counts) == [record.TABLE for record in RECORDS]
