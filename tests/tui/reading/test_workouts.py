"""What is at hand when a workout is written."""

from datetime import timedelta

import pytest

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import TemplateSet
from journal.tui.draft import Row
from journal.tui.reading.workouts import last_time, shelf, templates, there


@pytest.fixture
def writer(now) -> Writer:
    """Somebody with kilograms and kilometres."""
    return Writer(now=now, zone=now.tzinfo, catalogue=catalogue())


@pytest.fixture
def at_hand(store, writer, now):
    """What is at hand now."""
    return lambda **more: shelf(store, writer, more.pop("day", now.date()), **more)


def test_an_empty_journal_has_nothing_at_hand(at_hand):
    found = at_hand()
    assert (found.last, found.times, found.recent, found.templates, found.open) == (None, {}, (), (), None)


def test_the_last_workout_and_what_each_exercise_had_last_time(write, at_hand, now):
    write("squat 2x5 100kg @8; bench 1x8 60kg", at=now - timedelta(days=7))
    write("squat 2x5 102.5kg", at=now - timedelta(days=3))
    found = at_hand()
    assert found.recent == ("squat", "bench-press")
    assert found.last.workout.started_at == now - timedelta(days=3)
    assert found.times["squat"].rows == (Row(weight_kg=102.5, reps=5),) * 2
    assert found.times["bench-press"].day == now.date() - timedelta(days=7)


def test_exercises_of_long_ago_are_still_offered_and_looked_up_by_themselves(write, store, at_hand, now):
    write("squat 1x5 100kg", at=now - timedelta(days=400))
    found = at_hand()
    assert found.recent == ("squat",)
    assert found.times == {}
    assert found.last.sets[0].exercise == "squat"
    assert last_time(store, "squat", now.date()).rows == (Row(weight_kg=100, reps=5),)
    assert last_time(store, "squat", now.date() - timedelta(days=401)) is None


def test_a_workout_that_is_edited_is_seen_from_what_was_before_it(write, store, at_hand, now):
    for days, weight in ((7, 100), (3, 102.5), (1, 105)):
        write(f"squat 1x5 {weight}kg", at=now - timedelta(days=days))
    edited = store.sessions()[1]
    assert at_hand(edited=edited).times["squat"].rows[0].weight_kg == 100


def test_a_day_that_is_past_knows_nothing_of_what_came_after_it(write, at_hand, now):
    write("squat 1x5 100kg", at=now - timedelta(days=7))
    write("squat 1x5 110kg", at=now - timedelta(days=1))
    assert at_hand(day=now.date() - timedelta(days=5)).last.sets[0].weight_kg == 100


@pytest.mark.parametrize(
    ("lines", "goes_on"),
    [
        ((("squat 1x5 100kg", 80),), True),
        ((("squat 1x5 100kg", 91),), False),
        ((("squat 1x5 100kg", 120), ("bench 1x5 60kg", 60)), True),
        ((("squat 1x5 100kg; session 55min", 120),), True),
        ((("run 5km 28:30", 40),), False),
    ],
    ids=["just now", "too long ago", "a line joined it since", "it ended since", "a run"],
)
def test_a_workout_of_the_last_ninety_minutes_is_gone_on_with(lines, goes_on, write, at_hand, now):
    for line, minutes in lines:
        write(line, at=now - timedelta(minutes=minutes))
    assert (at_hand().open is not None) is goes_on


def test_of_a_workout_that_is_gone_on_with_last_time_is_the_time_before(write, at_hand, now):
    write("squat 1x5 100kg", at=now - timedelta(days=7))
    write("squat 1x5 105kg", at=now - timedelta(minutes=30))
    assert at_hand().times["squat"].rows[0].weight_kg == 105
    found = at_hand(go_on=True)
    assert (found.times["squat"].rows[0].weight_kg, found.open.sets[0].weight_kg) == (100, 105)


def test_a_workout_as_it_is_now(write, store, now):
    write("squat 1x5 100kg", at=now - timedelta(days=1))
    (session,) = store.sessions()
    assert there(store, session.workout.key) == session
    store.undo(now=now)
    assert there(store, session.workout.key) is None


def test_templates_are_sorted_by_name_and_their_sets_by_place(store, now):
    sets = [
        TemplateSet(template=name, position=place, exercise="squat")
        for name in ("push", "Legs")
        for place in (2, 1)
    ]
    store.record(sets, now=now)
    assert [(one.name, [each.position for each in one.sets]) for one in templates(store)] == [
        ("Legs", [1, 2]),
        ("push", [1, 2]),
    ]
