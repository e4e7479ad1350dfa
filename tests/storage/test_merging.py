"""Entries whose key is there already: a check-in is merged, names and answers are replaced, the rest is refused."""

from datetime import date

import pytest

from journal.errors import Refused
from journal.records import (
    Alias,
    CheckIn,
    Condition,
    OwnExercise,
    Pain,
    ProfileEntry,
    Set,
    SymptomEntry,
    TemplateSet,
)

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("there", "said", "merged"),
    [
        ({"sleep_h": 7.5}, {"stress": 4}, {"sleep_h": 7.5, "stress": 4}),
        ({"sleep_h": 7.5, "stress": 4}, {"stress": 0}, {"sleep_h": 7.5, "stress": 0}),
        ({"stress": 4}, {}, {"stress": 4}),
        ({"sleep_position": "side"}, {"sleep_position": "back"}, {"sleep_position": "back"}),
        ({"note": "woke up twice"}, {"note": "long day"}, {"note": "woke up twice\nlong day"}),
        ({"note": "woke up twice"}, {"note": "woke up twice"}, {"note": "woke up twice"}),
        ({}, {"note": "long day"}, {"note": "long day"}),
    ],
)
def test_a_check_in_is_merged_into_the_one_of_its_date(store, now, there, said, merged):
    store.record([CheckIn(date=DAY, **there)], now=now)
    [recorded] = store.record([CheckIn(date=DAY, **said)], now=now)
    assert recorded.record == CheckIn(date=DAY, **merged)
    assert store.rows(CheckIn) == [recorded.record]


def test_a_merged_check_in_is_of_the_last_time_it_was_written(store, at, now):
    store.record([CheckIn(date=DAY, at=at("07:00"), sleep_h=7)], now=now)
    store.record([CheckIn(date=DAY, at=at("21:00"), stress=3)], now=now)
    store.record([CheckIn(date=DAY, sitting_h=8)], now=now)
    assert store.rows(CheckIn) == [CheckIn(date=DAY, at=at("21:00"), sleep_h=7, stress=3, sitting_h=8)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ProfileEntry(key="weight_unit", value="kg"), ProfileEntry(key="weight_unit", value="lb")),
        (Alias(name="bp", slug="bench-press", source="strong"), Alias(name="bp", slug="squat")),
        (Condition(condition="arthritis", note="hip"), Condition(condition="arthritis", since=DAY)),
        (
            OwnExercise(slug="carry", name="Carry", primary_muscles=("back",)),
            OwnExercise(slug="carry", name="Zercher Carry"),
        ),
        (
            TemplateSet(template="push", position=1, exercise="dip", reps=8),
            TemplateSet(template="push", position=1, exercise="bench-press"),
        ),
    ],
    ids=lambda record: record.TABLE,
)
def test_the_newest_takes_the_place_of_the_old_one(store, now, old, new):
    store.record([old], now=now)
    [recorded] = store.record([new], now=now)
    assert recorded.record == new
    assert store.rows(type(new)) == [new]


def test_an_id_that_is_there_is_refused(store, pain, now):
    entry = pain("18:00", "knee", 4)
    store.record([entry], now=now)
    with pytest.raises(Refused, match=f"pain {entry.id} is already in the journal"):
        store.record([pain("18:10", "hip", 2), entry.but(score=5)], now=now)
    assert store.rows(Pain) == [entry]


def test_a_set_may_be_added_to_a_workout_by_itself_once(store, line, now):
    session = line("18:00", "squat 5 100")
    store.record([session], now=now)
    second = session.sets[0].but(position=2)
    store.record([second], now=now)
    assert store.rows(Set) == [session.sets[0], second]
    with pytest.raises(Refused, match=f"sets {second.key} is already in the journal"):
        store.record([second], now=now)


def test_a_reference_to_a_record_that_is_nowhere_is_refused_by_its_id(store, line, pain, at, now):
    nowhere = line("18:00", "squat 5 100")
    with pytest.raises(Refused, match=f"pain .*: workouts {nowhere.workout.id} is not in the journal"):
        store.record([pain("18:00", "knee", 4, workout_id=nowhere.workout.id)], now=now)
    with pytest.raises(Refused, match=f"sets .*: workouts {nowhere.workout.id} is not in the journal"):
        store.record([nowhere.sets[0]], now=now)
    sign = SymptomEntry(
        id=nowhere.workout.id, at=at("18:00"), symptom="fever", present=True, pain_id=nowhere.workout.id
    )
    with pytest.raises(Refused, match=f"symptoms .*: pain {nowhere.workout.id} is not in the journal"):
        store.record([sign], now=now)
    assert store.is_empty()


def test_recording_nothing_is_no_step(store, now):
    assert store.record([], now=now) == ()
    assert store.undo(now=now) is None
