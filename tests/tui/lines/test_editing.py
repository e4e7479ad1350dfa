"""Which records change when a line is changed: only what the two lines tell differently."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from journal.records import CheckIn, Drink, Pain, Session, SessionDetails, Set, Urine, Workout
from journal.tui.lines.editing import all_of, removals, replacements


@pytest.fixture
def session(now) -> Session:
    """A workout with a title and two sets."""
    workout = Workout(id=UUID(int=1), started_at=now, kind="strength", title="Push day", source="strong")
    sets = [
        Set(
            workout_id=workout.id,
            position=place,
            exercise="squat",
            reps=5,
            weight_kg=100,
            note=f"note {place}",
        )
        for place in (1, 2)
    ]
    return Session(workout, tuple(sets))


def line_of(session: Session, *weights: float) -> Session:
    """What a line says of the session, with these weights: other ids, no title, no notes."""
    workout = Workout(id=uuid4(), started_at=session.workout.started_at, kind="strength")
    sets = [
        Set(workout_id=workout.id, position=place, exercise="squat", reps=5, weight_kg=weight)
        for place, weight in enumerate(weights, 1)
    ]
    return Session(workout, tuple(sets))


def test_a_workout_comes_before_its_sets(session):
    assert all_of([session]) == [session.workout, *session.sets]


def test_the_sets_of_a_workout_go_with_it(session):
    assert removals([session]) == [(session.workout, None)]


def test_the_same_line_changes_nothing(session):
    said = [line_of(session, 100, 100)]
    assert replacements([session], said, [line_of(session, 100, 100)]) == []


def test_one_set_changes_and_keeps_its_note(session):
    said, new = line_of(session, 100, 100), line_of(session, 100, 110)
    assert replacements([session], [said], [new]) == [(session.sets[1], session.sets[1].but(weight_kg=110))]


def test_a_further_set_goes_behind_the_others(session):
    ((before, after),) = replacements(
        [session], [line_of(session, 100, 100)], [line_of(session, 100, 100, 90)]
    )
    assert before is None
    assert (after.workout_id, after.position, after.weight_kg) == (session.workout.id, 3, 90)


def test_a_set_that_is_no_longer_said_goes(session):
    assert replacements([session], [line_of(session, 100, 100)], [line_of(session, 100)]) == [
        (session.sets[1], None)
    ]


def test_details_of_the_session_are_fields_of_its_workout(session, now):
    said = line_of(session, 100, 100)
    details = SessionDetails(now, {"duration_min": 55})
    assert replacements([session], [said], [said, details]) == [
        (session.workout, session.workout.but(duration_min=55))
    ]
    assert replacements([session], [said, details], [said, details]) == []


def test_the_seconds_of_a_time_stay_until_the_line_says_another_minute(now):
    pain = Pain(id=uuid4(), at=now.replace(second=17), region="knee", side="left", score=4)
    said = pain.but(id=uuid4(), at=now)
    assert replacements([pain], [said], [said.but(id=uuid4(), score=5)]) == [(pain, pain.but(score=5))]
    later = now - timedelta(minutes=5)
    assert replacements([pain], [said], [said.but(at=later)]) == [(pain, pain.but(at=later))]


def test_another_kind_takes_the_place(now):
    drink = Drink(id=uuid4(), at=now, volume_ml=300)
    urine = Urine(id=uuid4(), at=now, color=3)
    assert replacements([drink], [drink], [urine]) == [(drink, None), (None, urine)]


def test_a_workout_that_becomes_something_else_takes_its_sets_along(session, now):
    drink = Drink(id=uuid4(), at=now, volume_ml=300)
    assert replacements([session], [line_of(session, 100, 100)], [drink]) == [
        (session.workout, None),
        (None, drink),
    ]


def test_a_check_in_whose_line_tells_another_day_is_that_days(now):
    """It is known by its day: the one that was there goes, and what a line cannot say goes with it to the new one."""
    there = CheckIn(date=now.date(), at=now, sleep_h=7.5, source="app")
    said = CheckIn(date=now.date(), at=now, sleep_h=7.5)
    before = now - timedelta(days=2)
    ((gone, none), (nothing, moved)) = replacements(
        [there], [said], [CheckIn(date=before.date(), at=before, sleep_h=7.5)]
    )
    assert (gone, none, nothing) == (there, None, None)
    assert moved == there.but(date=before.date(), at=before)
