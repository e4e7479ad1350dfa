"""What may be written in a cell, and how a value stands there."""

import pytest

from journal.errors import Refused
from journal.tui.draft.cells import Units, effort, heading, minutes, pace, read, say
from journal.tui.draft.making import block_of
from journal.tui.draft.model import Cell, Row
from journal.vocabulary import DistanceUnit, MassUnit, SetKind

METRIC = Units()
IMPERIAL = Units(MassUnit.LB, DistanceUnit.MI)


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        (Cell.WEIGHT, "102.5", {"weight_kg": 102.5}),
        (Cell.WEIGHT, "102,5", {"weight_kg": 102.5}),
        (Cell.WEIGHT, "225lb", {"weight_kg": 102.058}),
        (Cell.WEIGHT, "100 KG", {"weight_kg": 100}),
        (Cell.WEIGHT, "-20", {"weight_kg": -20}),
        (Cell.WEIGHT, "+10", {"weight_kg": 10}),
        (Cell.WEIGHT, "100x5", {"weight_kg": 100, "reps": 5}),
        (Cell.WEIGHT, "60 x 5 @6 warmup", {"weight_kg": 60, "reps": 5, "rpe": 6, "kind": SetKind.WARMUP}),
        (Cell.REPS, "12", {"reps": 12}),
        (Cell.REPS, "45s", {"reps": None, "duration_s": 45}),
        (Cell.REPS, "@8,5", {"rpe": 8.5}),
        (Cell.WEIGHT, "45s", {"duration_s": 45}),
        (Cell.DISTANCE, "28:30", {"duration_s": 1710}),
        (Cell.TIME, "45", {"duration_s": 45}),
        (Cell.TIME, "45s", {"duration_s": 45}),
        (Cell.TIME, "1:30", {"duration_s": 90}),
        (Cell.TIME, "1h05", {"duration_s": 3900}),
        (Cell.DISTANCE, "5", {"distance_km": 5}),
        (Cell.DISTANCE, "800m", {"distance_km": 0.8}),
        (Cell.DISTANCE, "3.1 mi", {"distance_km": 4.989}),
        (Cell.RPE, "8", {"rpe": 8}),
        (Cell.RPE, "@7.5", {"rpe": 7.5}),
        (Cell.KIND, "Warmup", {"kind": SetKind.WARMUP}),
        (Cell.KIND, "normal", {"kind": None}),
        (Cell.WEIGHT, "  ", {"weight_kg": None}),
    ],
)
def test_a_cell_reads_what_a_training_book_would_have(cell, text, said):
    assert read(cell, text, METRIC) == said


@pytest.mark.parametrize(
    ("cell", "text", "sentence"),
    [
        (
            Cell.WEIGHT,
            "heavy",
            "'heavy' is no weight; write 102.5, 225lb, or -20 for assistance",
        ),
        (
            Cell.WEIGHT,
            "5000",
            "'5000' cannot be: a weight needs a number from -1000 to 2000 kg",
        ),
        (
            Cell.REPS,
            "a few",
            "'a few' is no number of repetitions; write one such as 8, or a time such as 45s",
        ),
        (Cell.REPS, "5.5", "'5.5' is no number of repetitions; write one such as 8, or a time such as 45s"),
        (Cell.TIME, "1:75", "'1:75' is no time; write one such as 45s, 1:30, 28:30 or 1h05"),
        (Cell.DISTANCE, "far", "'far' is no distance; write a number such as 5, 5km, 3.1mi or 800m"),
        (Cell.RPE, "11", "'11' is no RPE; write a number from 0 (rest) to 10 (all out)"),
        (Cell.WEIGHT, "100 @12", "'@12' is no RPE; write a number from 0 (rest) to 10 (all out)"),
        (Cell.KIND, "heavy", "'heavy' is no kind of set; write warmup, drop, failure or normal"),
    ],
)
def test_what_is_no_number_is_refused_in_one_sentence(cell, text, sentence):
    with pytest.raises(Refused) as refused:
        read(cell, text, METRIC)
    assert str(refused.value) == sentence


def test_bare_numbers_are_in_the_writers_units():
    assert read(Cell.WEIGHT, "225", IMPERIAL) == {"weight_kg": 102.058}
    assert read(Cell.DISTANCE, "3", IMPERIAL) == {"distance_km": 4.828}
    assert heading(Cell.WEIGHT, IMPERIAL) == "lb"


def test_a_bare_number_is_minutes_where_distances_are_run():
    assert read(Cell.TIME, "30", METRIC, in_minutes=True) == {"duration_s": 1800}


@pytest.mark.parametrize(
    ("slug", "minutes"),
    [
        ("run", True),
        ("yoga", True),
        ("tennis", True),
        ("elliptical", True),
        ("plank", False),
        ("tree-pose", False),
        ("calf-stretch", False),
    ],
)
def test_what_is_done_for_an_hour_is_written_in_minutes_and_what_is_held_in_seconds(writer, slug, minutes):
    assert block_of(writer.catalogue.get(slug)).lasts_minutes is minutes


@pytest.mark.parametrize(
    ("cell", "value", "units", "text"),
    [
        (Cell.WEIGHT, 102.058, IMPERIAL, "225"),
        (Cell.WEIGHT, 61.235, METRIC, "61.235"),
        (Cell.WEIGHT, -20, METRIC, "-20"),
        (Cell.TIME, 45, METRIC, "0:45"),
        (Cell.TIME, 6300, METRIC, "1:45:00"),
        (Cell.DISTANCE, 4.828, IMPERIAL, "3"),
        (Cell.RPE, 7.5, METRIC, "7.5"),
        (Cell.REPS, None, METRIC, ""),
        (Cell.KIND, SetKind.WARMUP, METRIC, "warm-up"),
        (Cell.KIND, None, METRIC, ""),
    ],
)
def test_a_value_stands_in_its_cell_without_its_unit(cell, value, units, text):
    assert say(cell, value, units) == text


def test_a_pace_needs_distance_and_time():
    assert pace(Row(distance_km=5, duration_s=1710), METRIC) == "5:42 /km"
    assert pace(Row(distance_km=5, duration_s=1710), IMPERIAL) == "9:10 /mi"
    assert pace(Row(distance_km=5), METRIC) == ""


@pytest.mark.parametrize(
    ("text", "long"), [("55", 55), ("55min", 55), ("1h05", 65), ("1:05:00", 65), ("28:30", 28.5)]
)
def test_how_long_it_took(text, long):
    assert minutes(text) == long


def test_how_hard_it_was():
    assert effort("@8") == 8
    with pytest.raises(Refused, match="'hard' is no RPE"):
        effort("hard")
    with pytest.raises(Refused, match="'long' is no length of time; write minutes such as 55, or 1h05"):
        minutes("long")
