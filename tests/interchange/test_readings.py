"""Single readings become records that are the same however the file is sorted."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from journal.exercises import catalogue
from journal.interchange.imported import Place
from journal.interchange.readings import Readings
from journal.interchange.rows.foreign import Options
from journal.records import CheckIn, Drink, OwnExercise, Set, Workout
from journal.vocabulary import WorkoutKind

NOON = datetime(2026, 11, 20, 12)  # noqa: DTZ001 - local, as in most files


@pytest.fixture
def readings():
    return lambda: Readings("app", Options(catalogue(), UTC, None, None, date(2026, 11, 22), "app.csv"))


def place(line=2):
    return Place("app.csv", line)


def test_equals_are_told_apart_whatever_their_order(readings):
    ids = []
    for order in (1, -1):
        one = readings()
        for volume, at in ((250, NOON), (300, NOON), (250, NOON), (250, NOON + timedelta(hours=1)))[::order]:
            one.add(Drink, at, place(), volume_ml=volume)
        ids.append({(str(drink.id), drink.volume_ml) for drink in one.finish().records})
    assert len(ids[0]) == 4
    assert ids[0] == ids[1]


def test_a_time_with_an_offset_keeps_it(readings):
    one = readings()
    at = NOON.replace(tzinfo=timezone(timedelta(hours=-7)))
    one.add(Drink, at, place(), volume_ml=250)
    one.add(Drink, NOON, place(), volume_ml=250)
    assert [drink.at.isoformat() for drink in one.finish().records] == [
        "2026-11-20T12:00:00+00:00",
        "2026-11-20T12:00:00-07:00",
    ]


def test_a_workout_brings_its_sets_and_new_exercises(readings):
    one = readings()
    sets = [{"exercise": "Running", "distance_km": 5.0}, {"exercise": "Zercher Hop", "reps": 5}]
    one.add(Workout, NOON, place(7), title="Morning", kind=WorkoutKind.RUN, sets=sets)
    made = one.finish()
    assert [type(record) for record in made.records] == [OwnExercise, Workout, Set, Set]
    assert [record.exercise for record in made.records[2:]] == ["run", "zercher-hop"]
    assert made.records[1].title == "Morning"
    assert made.new_exercises == ["Zercher Hop"]
    assert made.places["sets", made.records[2].key] == place(7)


def test_a_day_has_one_checkin_and_the_first_value_wins(readings):
    one = readings()
    day = NOON.date()
    one.checkin(day, place(2), body_weight_kg=80.5)
    one.checkin(day, place(3), sleep_h=7.5, body_weight_kg=81.0)
    one.checkin(day, place(4), body_weight_kg=80.5)
    made = one.finish()
    assert made.records == [CheckIn(date=day, body_weight_kg=80.5, sleep_h=7.5, source="app")]
    assert [(one.line, one.reason) for one in made.skipped] == [
        (3, "another body_weight_kg of 2026-11-20: 81.0; the first one is kept")
    ]


def test_what_a_record_cannot_hold_and_what_is_to_come_are_problems_with_their_place(readings):
    one = readings()
    one.add(Drink, NOON, place(5), volume_ml=-3)
    one.add(Drink, NOON + timedelta(days=3), place(4), volume_ml=250)
    one.checkin(NOON.date(), place(3), body_weight_kg=0.0)
    made = one.finish()
    assert made.records == []
    assert [(one.line, one.column, one.value) for one in made.problems] == [
        (3, "body_weight_kg", "0.0"),
        (4, "", "2026-11-23 12:00:00"),
        (5, "volume_ml", "-3"),
    ]
