"""How entries are said back."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

import pytest

from journal.entry import parse, say
from journal.records import Condition, Drink, Session, SessionDetails, Set, Workout
from journal.vocabulary import DistanceUnit, MassUnit


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("pain lower back left 4 sharp", "lower back, left: 4, sharp"),
        ("pain knee middle 0", "knee, middle: 0"),
        (
            "pain hip 4 during sudden no pop to foot lift",
            "hip: 4, during, sudden, no pop, goes down to the foot, from lift",
        ),
        ("pain hip 4 to calf", "hip: 4, goes down below the knee"),
        ("pain hip 4 no radiating none", "hip: 4, does not radiate, nothing set it off"),
        ("pain hip 4 no limits flare", "hip: 4, does not limit movement, flare"),
        ("pain hip 4 since 17:40", "hip: 4, since 17:40"),
        ("pain hip 4 since yesterday", "hip: 4, since 2026-11-24 12:00"),
        ("water", "water 250 ml"),
        ("drink 200", "drink 200 ml"),
        ("urine 3 first vitamins", "urine colour 3, first of the day, with vitamins"),
        ("symptom leg weakness left", "leg weakness, left: yes"),
        ("symptom saddle numbness no", "numbness where you sit: no"),
        ("ice left knee 15m wrapped", "cold, left knee, 15 min, wrapped"),
        ("massage no direct 12:30", "massage, 12:30, not direct"),
        ("ibuprofen 400", "ibuprofen 400 mg"),
        ("painkiller", "painkiller"),
        (
            "sleep 7:30 quality 4 on side stress 4 weight 80,5",
            "sleep 7.5 h, sleep quality 4, slept on side, stress 4, weight 80.5 kg",
        ),
        ("sitting 6 cigarettes 0 bed 1,5", "sitting 6 h, cigarettes 0, in bed 1.5 h"),
        ("squat 2x5 100kg @8", "squat, 2 × 5 × 100 kg, RPE 8"),
        ("squat 1x5 60kg warmup 2x5 100kg failure", "squat, 1 × 5 × 60 kg warm-up, 2 × 5 × 100 kg to failure"),
        ("plank 2x45s", "plank, 2 × 45 s"),
        ("plank 1x90s 10kg @8", "plank, 1 × 90 s × 10 kg, RPE 8"),
        ("ice right", "cold, right"),
        ("dip 1x8 -20", "dip, 1 × 8 × -20 kg"),
        ("run 5km 28:30 @6 trail", "run 5 km in 28:30, RPE 6, trail"),
        ("run 5km", "run 5 km"),
        ("run 30min", "run 30 min"),
        ("run 2h30", "run 2:30:00"),
        ("run", "run"),
        ("cat cow 2x10", "cat-cow, 2 × 10"),
        (
            "session yoga 55min @7 warmup 10 cooldown 5 rounded trail stopped",
            "session: yoga, 55 min, RPE 7, warm-up 10 min, cool-down 5 min, rounded, trail, stopped for pain",
        ),
        ("session @7", "session: RPE 7"),
        ("16:30 water", "water 250 ml (16:30)"),
        ("yesterday 16:30 water", "water 250 ml (2026-11-24 16:30)"),
        ("yesterday run 5km", "run 5 km (2026-11-24, time not known)"),
        ("squat 1x5 // easy", "squat, 1 × 5, note: easy"),
        ("session 55min // with\tAnn", "session: 55 min, note: with Ann"),
    ],
)  # fmt: skip
def test_a_line_is_said_back(line, words, said):
    assert said(line) == words


def test_amounts_are_said_in_the_writers_units(writer):
    other = replace(writer, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    (one,) = parse("squat 1x5 135", other)
    assert one.words == "squat, 1 × 5 × 135 lb"
    (one,) = parse("run 5km 28:30", other)
    assert one.words == "run 3.11 mi in 28:30"
    (one,) = parse("weight 80kg", other)
    assert one.words == "weight 176.37 lb"


class TestStoredEntries:
    """What the journal holds may have come from elsewhere than quick entry."""

    def test_a_workout_of_several_exercises(self, writer):
        workout = Workout(id=uuid4(), started_at=writer.now, kind="strength")
        made = [("squat", 5, 100, 8), ("squat", 5, 100, 9), ("plank", None, None, None)]
        sets = tuple(
            Set(workout_id=workout.id, position=place, exercise=slug, reps=reps, weight_kg=kg, rpe=rpe)
            for place, (slug, reps, kg, rpe) in enumerate(made, 1)
        )
        assert say(Session(workout, sets), writer) == "squat, 2 × 5 × 100 kg; plank, 1"

    def test_a_workout_without_sets(self, writer):
        for kind in ("strength", "run", "yoga"):
            assert say(Session(Workout(id=uuid4(), started_at=writer.now, kind=kind)), writer) == kind

    def test_an_exercise_that_the_catalogue_does_not_have_goes_by_its_slug(self, writer):
        workout = Workout(id=uuid4(), started_at=writer.now, kind="other")
        one = Set(workout_id=workout.id, position=1, exercise="yak-shaving", reps=3)
        assert say(Session(workout, (one,)), writer) == "yak-shaving, 1 × 3"

    def test_text_of_others_stays_on_one_line(self, writer):
        drink = Drink(id=uuid4(), at=writer.now, volume_ml=100, drink="[red]\nRivella\t!")
        assert say(drink, writer) == "[red] Rivella ! 100 ml"

    def test_details_and_other_records(self, writer):
        details = SessionDetails(
            datetime.fromisoformat("2026-11-25T18:00:00+01:00"), {"stopped_for_pain": False}
        )
        assert say(details, writer) == "session:"
        assert say(Condition(condition="stenosis", since=date(2020, 1, 1)), writer) == "conditions stenosis"
