"""Which workout an exercise line joins (JOIN_MIN), and what becomes of it there."""

import pytest

from journal.errors import Refused
from journal.records import Session, Set, Workout


@pytest.mark.parametrize(
    ("there", "new", "joins"),
    [
        ("18:30", "18:30", True),
        ("18:30", "18:31", True),
        ("18:30", "20:00", True),  # 90 minutes: the last that joins
        ("18:30", "20:00:01", False),
        ("18:30", "18:29", False),  # written for a time before the last line
        ("2026-11-24 23:30", "00:10", False),  # another local date
        ("00:10", "2026-11-24 23:30", False),
    ],
)
def test_a_line_joins_the_workout_whose_last_line_was_at_most_90_minutes_earlier(
    store, line, at, now, there, new, joins
):
    first, second = line(there, "squat 5 100"), line("12:00", "bench-press 5 60")
    second = Session(
        second.workout.but(started_at=at(f"2026-11-25 {new}" if len(new) < 9 else new)), second.sets
    )
    store.record([first], now=now)
    [recorded] = store.record([second], now=now)
    assert recorded.joined is joins
    assert recorded.record.id == (first if joins else second).workout.id
    assert len(store.sessions()) == (1 if joins else 2)


def test_joined_sets_go_on_counting_where_the_workout_ended(store, line, now):
    first = line("18:00", "squat 5 100", "squat 5 100")
    store.record([first], now=now)
    [recorded] = store.record([line("18:10", "bench-press 8 60", "bench-press 8 60")], now=now)
    assert [(one.workout_id, one.position, one.exercise) for one in recorded.sets] == [
        (first.workout.id, 3, "bench-press"),
        (first.workout.id, 4, "bench-press"),
    ]
    assert store.sessions() == [Session(first.workout, first.sets + recorded.sets)]


def test_each_line_keeps_the_workout_open_for_the_next(store, line, now):
    lines = [line(when, "squat 5 100") for when in ("10:00", "11:20", "12:40", "14:00", "15:31")]
    recorded = store.record(lines, now=now)
    assert [one.joined for one in recorded] == [False, True, True, True, False]
    assert [len(session.sets) for session in store.sessions()] == [4, 1]


def test_a_workout_without_lines_of_its_own_counts_from_its_start(store, line, now):
    imported = line("17:00", "squat 5 100", source="strong", duration_min=60)
    store.bring_in([imported.workout, *imported.sets], now=now, source="strong", file="strong.csv")
    assert store.record([line("18:30", "squat 5 100")], now=now)[0].joined
    assert not store.record([line("16:59", "squat 5 100")], now=now)[0].joined


def test_of_two_that_could_be_joined_it_is_the_later(store, line, now):
    early, late = line("18:00", "squat 5 100"), line("17:00", "bench-press 5 60")
    store.record([early, late], now=now)
    [recorded] = store.record([line("18:20", "deadlift 5 140")], now=now)
    assert recorded.record.id == early.workout.id


def test_a_line_for_a_time_between_two_workouts_joins_the_one_before_it(store, line, now):
    morning, evening = line("09:00", "squat 5 100"), line("18:00", "bench-press 5 60")
    store.record([morning, evening], now=now)
    [recorded] = store.record([line("09:40", "squat 5 110")], now=now)
    assert recorded.record.id == morning.workout.id


@pytest.mark.parametrize("kind", ["run", "ride", "swim", "row", "walk", "yoga"])
def test_other_kinds_open_their_own_and_are_never_joined(store, line, now, kind):
    own = [line("18:00", "run 1 0", kind=kind), line("18:05", "run 1 0", kind=kind)]
    assert not any(one.joined for one in store.record(own, now=now))
    assert not store.record([line("18:10", "squat 5 100")], now=now)[0].joined


def test_a_workout_without_sets_does_not_join(store, line, now):
    store.record([line("18:00", "squat 5 100")], now=now)
    assert not store.record([line("18:10")], now=now)[0].joined


def test_what_a_joining_line_says_of_the_workout_is_kept(store, line, now):
    store.record([line("18:00", "squat 5 100", note="warm gym", title="Legs")], now=now)
    [recorded] = store.record([line("18:10", "squat 5 100", note="last set hard", session_rpe=8)], now=now)
    assert recorded.record == store.rows(Workout)[0]
    assert recorded.record.note == "warm gym\nlast set hard"
    assert (recorded.record.title, recorded.record.session_rpe) == ("Legs", 8)
    assert recorded.record.started_at == store.rows(Workout)[0].started_at
    [again] = store.record([line("18:20", "squat 5 100", note="last set hard")], now=now)
    assert again.record.note == "warm gym\nlast set hard\nlast set hard"


def test_lines_of_one_call_join_each_other(store, line, now):
    recorded = store.record([line("18:00", "bench-press 8 60"), line("18:00", "barbell-row 10 50")], now=now)
    assert [one.joined for one in recorded] == [False, True]
    assert [one.exercise for one in store.rows(Set)] == ["bench-press", "barbell-row"]


def test_sets_of_another_workout_are_refused_and_nothing_is_written(store, line, now):
    one, other = line("18:00", "squat 5 100"), line("18:00", "squat 5 100")
    with pytest.raises(
        Refused, match=f"sets {one.workout.id}/1 does not belong to workout {other.workout.id}"
    ):
        store.record([one, Session(other.workout, one.sets)], now=now)
    assert store.is_empty()


def test_two_sets_of_one_position_are_refused(store, line, now):
    session = line("18:00", "squat 5 100")
    with pytest.raises(Refused, match="same position"):
        store.record([Session(session.workout, session.sets * 2)], now=now)
    assert store.is_empty()
