"""What was done or taken back, in plain words."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal.records import (
    RECORDS,
    Alias,
    Care,
    CheckIn,
    Condition,
    Drink,
    FlagMark,
    OwnExercise,
    Pain,
    ProfileEntry,
    Set,
    SymptomEntry,
    TemplateSet,
    Urine,
    Workout,
)
from journal.storage.results import Change, Step
from journal.storage.words import count, describe, listed, name_of

ID = UUID("6e3c2b1a-0000-4000-8000-000000000001")
AT = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
WORKOUT = Workout(id=ID, started_at=AT, kind="run")


def _set(position=1, **fields):
    return Set(workout_id=ID, position=position, **fields)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (WORKOUT, "run workout of 2026-11-25"),
        (WORKOUT.but(title="Tempo"), "Tempo of 2026-11-25"),
        (_set(exercise="bench-press", reps=5, weight_kg=102.5), "bench press 5 × 102.5 kg"),
        (_set(exercise="pull-up", reps=8), "pull up 8"),
        (_set(exercise="dip", reps=0, weight_kg=-20), "dip 0 × -20 kg"),
        (_set(exercise="plank", duration_s=45), "plank 45 s"),
        (_set(exercise="run", distance_km=21.0975, duration_s=6300), "run 21.098 km × 1:45:00"),
        (_set(exercise="run", duration_s=1710), "run 28:30"),
        (_set(exercise="yoga"), "yoga"),
        (Pain(id=ID, at=AT, region="lower-back", side="left", score=4), "pain, left lower back, 4"),
        (Pain(id=ID, at=AT, region="knee", score=0), "pain, knee, 0"),
        (SymptomEntry(id=ID, at=AT, symptom="fever", present=True), "symptom, fever: yes"),
        (
            SymptomEntry(id=ID, at=AT, symptom="leg-numbness", side="both", present=False),
            "symptom, leg numbness both: no",
        ),
        (Drink(id=ID, at=AT, volume_ml=250, drink="water"), "water, 250 ml"),
        (Drink(id=ID, at=AT, volume_ml=0), "drink, 0 ml"),
        (Urine(id=ID, at=AT, color=3), "urine colour 3"),
        (Care(id=ID, at=AT, kind="oral-analgesic", drug="ibuprofen", dose_mg=400), "ibuprofen, 400 mg"),
        (Care(id=ID, at=AT, kind="cold", region="lower-back", duration_min=15), "cold, lower back, 15 min"),
        (CheckIn(date=date(2026, 11, 25)), "check-in of 2026-11-25"),
        (Condition(condition="herniated-disc"), "condition, herniated disc"),
        (OwnExercise(slug="carry", name="Zercher Carry"), "exercise Zercher Carry"),
        (Alias(name="bp", slug="bench-press"), "alias bp"),
        (TemplateSet(template="Push", position=2, exercise="dip"), "template Push, set 2"),
        (ProfileEntry(key="weight_unit", value="kg"), "weight unit kg"),
        (ProfileEntry(key="birth_year"), "birth year"),
        (FlagMark(id=ID, at=AT, rule="no-rest-day", action="snooze"), "mark on no-rest-day"),
    ],
)
def test_a_record_is_named_in_a_few_words(record, words):
    assert name_of(record) == words


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.TABLE)
def test_every_table_can_be_counted(record):
    one, two = count(record.TABLE, 1), count(record.TABLE, 2)
    assert one.startswith("1 ")
    assert two.startswith("2 ")
    assert one[2:] != two[2:]
    assert count(record.TABLE, 0)[2:] == two[2:]


@pytest.mark.parametrize(
    ("parts", "phrase"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_listed_as_one_phrase(parts, phrase):
    assert listed(parts) == phrase


SQUATS = [_set(position, exercise="squat", reps=5, weight_kg=100) for position in (1, 2, 3)]
PAINS = [Pain(id=UUID(int=number), at=AT, region="knee", score=number) for number in range(5)]


@pytest.mark.parametrize(
    ("changes", "done", "taken_back"),
    [
        ([(None, WORKOUT)], "recorded run workout of 2026-11-25", "took back run workout of 2026-11-25"),
        (
            [(None, WORKOUT), *((None, one) for one in SQUATS)],
            "recorded squat 3 × 5 × 100 kg",
            "took back squat 3 × 5 × 100 kg",
        ),
        (
            [(PAINS[1], PAINS[1].but(score=2)), (PAINS[3], None), (None, PAINS[4])],
            "recorded pain, knee, 4, changed pain, knee, 2 and removed pain, knee, 3",
            "took back pain, knee, 4, the change of pain, knee, 2 and the removal of pain, knee, 3",
        ),
        ([(None, one) for one in PAINS], "recorded 5 pain entries", "took back 5 pain entries"),
        ([], "verb", "took back verb"),
    ],
)
def test_a_step_is_told_as_done_and_as_taken_back(changes, done, taken_back):
    assert describe(changes, verb="verb", undone=False) == done
    assert describe(changes, verb="verb", undone=True) == taken_back


def test_days_are_written_as_the_one_who_asks_writes_them():
    checkin = CheckIn(date=AT.date(), sleep_h=7)
    step = Step(1, "log", AT, (Change(None, WORKOUT), Change(None, checkin)), undone=True)
    assert step.summary == "took back run workout of 2026-11-25 and check-in of 2026-11-25"
    assert (
        step.in_words(lambda day: f"day {day.day}")
        == "took back run workout of day 25 and check-in of day 25"
    )
