"""The best that was done of an exercise."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from journal.analysis.training.bests import Bests, bests
from journal.records import Session, Set, Workout

START = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)


def session(day, *sets):
    workout = Workout(id=uuid4(), started_at=START + timedelta(days=day), kind="strength")
    made = [
        Set(workout_id=workout.id, position=position, exercise="any", **fields)
        for position, fields in enumerate(sets, 1)
    ]
    return Session(workout, tuple(made))


def test_nothing_done_has_no_best():
    assert bests([]) == bests([session(0, {})]) == Bests()


def test_the_estimated_maximum_need_not_be_the_heaviest_set():
    light, heavy = {"reps": 10, "weight_kg": 90}, {"reps": 1, "weight_kg": 110}
    found = bests([session(0, light), session(3, heavy)])
    assert found.e1rm_kg.value == pytest.approx(120)
    assert found.e1rm_kg.day == date(2026, 11, 1)
    assert (found.heaviest_kg.value, found.heaviest_kg.day) == (110, date(2026, 11, 4))
    assert found.reps is None


def test_a_warm_up_is_no_best():
    found = bests([session(0, {"reps": 5, "weight_kg": 200, "kind": "warmup"}, {"reps": 5, "weight_kg": 80})])
    assert found.heaviest_kg.value == 80


def test_of_equal_ones_the_first_counts():
    found = bests([session(0, {"reps": 5, "weight_kg": 80}), session(7, {"reps": 5, "weight_kg": 80})])
    assert found.heaviest_kg.day == date(2026, 11, 1)


def test_without_a_load_the_most_repetitions_count():
    found = bests([session(0, {"reps": 8}, {"reps": 12, "weight_kg": 0})])
    assert found.reps.value == 12
    assert found.e1rm_kg is found.heaviest_kg is None


def test_assistance_is_no_load():
    assert bests([session(0, {"reps": 8, "weight_kg": -20})]).heaviest_kg is None


def test_distance_and_time_have_their_own_bests():
    found = bests([session(0, {"distance_km": 5, "duration_s": 1500}), session(1, {"duration_s": 3600})])
    assert (found.km.value, found.seconds.value) == (5, 3600)
    assert found.km.set.duration_s == 1500
