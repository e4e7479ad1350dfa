"""The way back: an entry is written as the line that is read as it."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest

from journal.entry import parse, spell
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import Condition, Drink, OwnExercise, Session, SessionDetails, Set, Workout
from journal.vocabulary import DistanceUnit, MassUnit


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        ("pain lower back left 4 sharp", "pain left lower back 4 sharp"),
        ("pain knee middle 4 right-after no pop radiating to shin", "pain middle knee 4 after no pop to below knee"),
        ("pain hip 4 since 17:40", "pain hip 4 since 17:40"),
        ("pain hip 4 since yesterday 9:00", "pain hip 4 since 2026-11-24 09:00"),
        ("pain hip 4 since today", "pain hip 4 since today"),
        ("water", "water 250ml"),
        ("drink 200", "drink 200ml"),
        ("9:05 coke 330", "09:05 cola 330ml"),
        ("yesterday 9:05 tea", "2026-11-24 09:05 tea 250ml"),
        ("yesterday ice knee", "2026-11-24 cold knee"),
        ("ice pack 15m, no wrapped direct", "cold 15min no wrapped direct"),
        ("tylenol 1g", "paracetamol 1000mg"),
        ("painkiller", "painkiller"),
        ("sleep 7:30 on back weight 80", "sleep 7.5 on back weight 80kg"),
        ("urine 3 vitamins first", "urine 3 first vitamins"),
        ("symptom numb leg left no", "symptom leg-numbness left no"),
        ("squat 100kg 5,5 @8", "squat 2x5 100kg @8"),
        ("pull up 2x8", "pull-up 2x8"),
        ("pull up 10kg 1x5 1x8", "pull-up 10kg 1x5 1x8"),
        ("pull up 1x8 1x5 10kg", "pull-up 1x8 1x5 10kg"),
        ("squat 60kg 5 warmup 100kg 5", "squat 1x5 60kg warmup 1x5 100kg"),
        ("row 2x8 50kg", "barbell row 2x8 50kg"),
        ("run 5 28:30 @6 trail // wet", "run 5km 28:30 @6 trail // wet"),
        ("run 1h30", "run 1:30:00"),
        ("session run 55:30 @7 warmup 10 track stopped", "session run 55:30 @7 warmup 10min track stopped"),
    ],
)  # fmt: skip
def test_lines_are_spelled_in_one_way(line, spelled, entry, writer):
    assert spell(entry(line), writer) == spelled


def test_loads_are_spelled_in_the_writers_unit(entry, writer):
    pounds = replace(writer, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    assert spell(entry("squat 1x5 225lb"), pounds) == "squat 1x5 225lb"
    assert spell(entry("run 3mi"), pounds) == "run 3mi"
    assert spell(entry("squat 1x5 100kg"), pounds) == "squat 1x5 220.462lb"


def test_a_load_that_comes_and_goes_is_parted(writer):
    workout = Workout(id=uuid4(), started_at=writer.now, kind="strength")
    loads = (None, 10, None)
    sets = tuple(
        Set(workout_id=workout.id, position=place, exercise="pull-up", reps=5, weight_kg=kg)
        for place, kg in enumerate(loads, 1)
    )
    assert spell(Session(workout, sets), writer) == "pull-up 1x5 1x5 10kg; pull-up 1x5"


def test_a_whole_workout_is_one_line(writer):
    workout = Workout(
        id=uuid4(),
        started_at=datetime.fromisoformat("2026-11-24T17:00:00+01:00"),
        kind="strength",
        duration_min=55,
        session_rpe=7,
        form_flags=("rounded",),
    )
    made = [("squat", 100, 8), ("squat", 100, 8), ("squat", 100, 9)]
    sets = tuple(
        Set(workout_id=workout.id, position=place, exercise=slug, reps=5, weight_kg=kg, rpe=rpe)
        for place, (slug, kg, rpe) in enumerate(made, 1)
    )
    assert spell(Session(workout, sets), writer) == (
        "2026-11-24 17:00 squat 2x5 100kg @8; squat 1x5 100kg @9; session 55min @7 rounded"
    )


def test_a_mobility_workout_with_sets_says_its_kind(writer):
    workout = Workout(id=uuid4(), started_at=writer.now, kind="mobility")
    sets = (Set(workout_id=workout.id, position=1, exercise="cat-cow", reps=10, kind="normal"),)
    assert spell(Session(workout, sets), writer) == "cat-cow 1x10; session mobility"


def test_seconds_of_a_time_are_dropped(writer):
    drink = Drink(
        id=uuid4(), at=datetime.fromisoformat("2026-11-25T09:05:42+01:00"), volume_ml=250, drink="water"
    )
    assert spell(drink, writer) == "09:05 water 250ml"


def test_the_second_of_two_equal_clock_times_is_counted_back(writer):
    morning = replace(writer, now=datetime.fromisoformat("2026-10-25T08:00:00+01:00"))
    for at, line in [
        ("2026-10-25T02:30:00+02:00", "02:30 water 250ml"),
        ("2026-10-25T02:30:00+01:00", "330min ago water 250ml"),
    ]:
        drink = Drink(id=uuid4(), at=datetime.fromisoformat(at), volume_ml=250, drink="water")
        assert spell(drink, morning) == line
        assert parse(line, morning)[0].entry.at == drink.at


class TestWhatHasNoWords:
    """Nothing is left out in silence: such an entry is refused."""

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "Push day"},
            {"weight_before_kg": 80},
            {"stopped_for_pain": False},
            {"time_known": False},
            {"duration_min": 0.5, "kind": "yoga"},
        ],
    )
    def test_of_a_workout(self, change, entry, writer):
        session = entry("yoga 60min") if "kind" in change else entry("squat 1x5")
        changed = Session(session.workout.but(**change), session.sets)
        with pytest.raises(Refused, match="quick entry"):
            spell(changed, writer)

    @pytest.mark.parametrize(
        "change",
        [{"note": "easy"}, {"distance_km": 0.04}, {"reps": None}, {"duration_s": 5}, {"exercise": "yak"}],
    )
    def test_of_a_set(self, change, entry, writer):
        session = entry("squat 1x5")
        with pytest.raises(Refused, match="quick entry"):
            spell(Session(session.workout, (session.sets[0].but(**change),)), writer)

    def test_of_other_records(self, entry, writer):
        run = entry("run 5km 28:30")
        for one in (
            entry("urine 3").but(first_of_day=False),
            entry("water").but(drink="Rivella"),
            entry("ibuprofen 400").but(region="knee"),
            entry("ice").but(dose_mg=5),
            entry("sleep 7").but(at=None),
            entry("sleep 7").but(sleep_h=None),
            entry("water").but(at=datetime.fromisoformat("2026-11-26T00:00:00+01:00")),
            entry("ice").but(note=" x "),
            Session(run.workout, ()),
            Session(run.workout, (run.sets[0], run.sets[0])),
            Session(run.workout.but(duration_min=1), run.sets),
            SessionDetails(writer.now, {}),
            Condition(condition="stenosis"),
        ):
            with pytest.raises(Refused, match="quick entry"):
                spell(one, writer)

    def test_a_name_with_the_marks_of_the_grammar_gives_way_to_the_slug(self, writer):
        own = [OwnExercise(slug="curl-x", name="Curl; x"), OwnExercise(slug="curl-y", name="Curl // y")]
        mine = replace(writer, catalogue=catalogue(own))
        workout = Workout(id=uuid4(), started_at=writer.now, kind="strength")
        for slug in ("curl-x", "curl-y"):
            sets = (Set(workout_id=workout.id, position=1, exercise=slug, reps=5),)
            assert spell(Session(workout, sets), mine) == f"{slug.replace('-', ' ')} 1x5"

    def test_of_an_exercise_whose_every_name_is_read_as_something_else(self, writer):
        mine = replace(writer, catalogue=catalogue([OwnExercise(slug="ice", name="Ice")]))
        workout = Workout(id=uuid4(), started_at=writer.now, kind="strength")
        with pytest.raises(Refused, match="quick entry has no name for the exercise 'ice'"):
            spell(Session(workout, (Set(workout_id=workout.id, position=1, exercise="ice", reps=5),)), mine)


def test_ids_and_sources_are_no_part_of_what_was_said(entry, writer):
    pain = entry("pain hip 4").but(source="strong", workout_id=uuid4())
    assert spell(pain, writer) == "pain hip 4"
