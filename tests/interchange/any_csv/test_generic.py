"""Any other CSV file: columns by their names, or told; what it does not say is asked, never guessed."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from samples import generic as samples

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.any_csv import generic
from journal.interchange.not_told import NotTold
from journal.interchange.rows.foreign import DateOrder, Options
from journal.records import CheckIn, Drink, Pain, Set, Workout
from journal.vocabulary import DistanceUnit, MassUnit, Region, SetKind, Side, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="log.csv",
)


def read(*lines: str, **told) -> Imported:
    return from_bytes.read(generic, "\n".join(lines).encode(), replace(OPTIONS, **told))


def of(kind, imported: Imported) -> list:
    return [record for record in imported.records if isinstance(record, kind)]


def sets(imported: Imported) -> list[tuple]:
    """Exercise, kg, repetitions, km and seconds of each set."""
    return [
        (one.exercise, one.weight_kg, one.reps, one.distance_km, one.duration_s) for one in of(Set, imported)
    ]


def row(**cells: str) -> tuple[str, str]:
    """The header and the row of a file with a date, an exercise and these columns; `_` stands for a space."""
    names = ["Date", "Exercise", *(name.replace("_", " ") for name in cells)]
    return ",".join(names), ",".join(["2024-08-07", "Squat", *cells.values()])


# What the columns are called


@pytest.mark.parametrize(
    "header",
    [
        "date,exercise,weight kg,reps",
        "Date,Exercise Name,Weight (kg),Reps",
        "WORKOUT DATE,Exercise_Title,weight-kg,Repetitions",
        "startTime,exerciseName,weightKg,reps",
        "timestamp,lift,kg,rep count",
        "\ufeffDay,Movement,Load (kg),Reps.",
    ],
)
def test_case_and_punctuation_of_a_header_do_not_matter(header):
    assert sets(read(header, "2024-08-07,Squat,100,5")) == [("squat", 100, 5, None, None)]


@pytest.mark.parametrize(
    ("columns", "kg"),
    [
        ({"Weight_(lbs)": "225"}, 102.058),
        ({"weight": "225", "unit": "lb"}, 102.058),
        ({"weight": "100", "Weight_Unit": "kgs"}, 100),
        ({"weight": "100_kg".replace("_", " ")}, 100),
        ({"weight": "225lbs"}, 102.058),
        ({"weight": "BW"}, None),
        ({"kg": "-20"}, -20),
        ({"Weight_kg": "100", "Weight_lbs": "220.5"}, 100),
    ],
)
def test_the_unit_of_weights_is_in_the_header_beside_them_or_in_the_cell(columns, kg):
    assert sets(read(*row(**columns, reps="5"))) == [("squat", kg, 5, None, None)]


@pytest.mark.parametrize(
    ("columns", "km", "seconds"),
    [
        ({"distance_km": "5", "seconds": "1650"}, 5, 1650),
        ({"miles": "1", "Duration_(min)": "8.5"}, 1.609, 510),
        ({"distance": "400", "distance_unit": "m", "time": "1m 30s"}, 0.4, 90),
        ({"km": "5", "duration": "0:27:30"}, 5, 1650),
        ({"km": "5", "duration": "1650"}, 5, 1650),
    ],
)
def test_distances_and_lengths_of_time(columns, km, seconds):
    (workout,) = of(Workout, imported := read(*(line.replace("Squat", "Running") for line in row(**columns))))
    assert sets(imported) == [("run", None, None, km, seconds)]
    assert workout.kind is WorkoutKind.RUN


def test_units_that_nothing_says_are_asked_for():
    with pytest.raises(NotTold) as asked:
        read(*row(weight="225", reps="5", distance="3"))
    assert str(asked.value) == (
        "log.csv does not say the unit of its weights (line 2: 225): add --weight-unit kg|lb; "
        "nor the unit of its distances (line 2: 3): add --distance-unit km|mi"
    )
    told = read(
        *row(weight="225", reps="5", distance="3"),
        weight_unit=MassUnit.LB,
        distance_unit=DistanceUnit.KM,
    )
    assert sets(told) == [("squat", 102.058, 5, 3, None)]


@pytest.mark.parametrize(
    ("columns", "rpe"),
    [
        ({"rpe": "8.5"}, 8.5),
        ({"RIR": "2"}, 8),
        ({"RIR": "0"}, 10),
        ({"RIR": "4+"}, 6),
        ({"RIR": ""}, None),
        ({"reps_in_reserve": "1", "RPE": "7"}, 7),
    ],
)
def test_repetitions_in_reserve_become_rpe(columns, rpe):
    assert [one.rpe for one in of(Set, read(*row(reps="5", **columns)))] == [rpe]


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({"set_type": "Warm-up"}, SetKind.WARMUP),
        ({"set_type": "working"}, None),
        ({"set_type": "drop set"}, SetKind.DROP),
        ({"isWarmup": "true"}, SetKind.WARMUP),
        ({"set_order": "F"}, SetKind.FAILURE),
        ({"set": "2"}, None),
    ],
)
def test_what_a_set_was_for(columns, kind):
    assert [one.kind for one in of(Set, read(*row(reps="5", **columns)))] == [kind]


def test_a_row_may_stand_for_several_sets():
    assert sets(read(*row(sets="3", reps="5", kg="100"))) == [("squat", 100, 5, None, None)] * 3


def test_rests_and_empty_sets_are_left_out_and_said():
    imported = read(
        "date,exercise,set order,kg,reps,seconds",
        "2024-08-07,Squat,1,100,5,",
        "2024-08-07,Squat,Rest Timer,,,90",
        "2024-08-07,Squat,2,,,",
    )
    assert len(sets(imported)) == 1
    assert imported.skipped == [
        Skipped(3, "rest timer, not a set"),
        Skipped(4, "empty set: no repetitions, weight, distance or time"),
    ]


def test_how_the_columns_are_read_is_said_and_which_are_not():
    assert read(*row(kg="100", mood="fine")).notes == [
        "read 'Date' as date, 'Exercise' as exercise, 'kg' as weight_kg",
        "not read: 'mood'",
    ]


def test_columns_of_the_same_name_are_refused():
    with pytest.raises(Refused, match="2 columns named 'kg'"):
        read("date,exercise,kg,kg", "2024-08-07,Squat,100,90")


# What was told of the columns


def test_columns_in_any_language_can_be_told():
    imported = read(
        "Wann,Übung,Last,Wdh,Reps",
        "7.8.2024,Kniebeuge,100,5,99",
        columns={"wann": "date", "Übung": "Exercise", "Last": "weight-kg", "Wdh": "reps"},
    )
    assert sets(imported) == [("squat", 100, 5, None, None)]


def test_a_column_can_be_left_out():
    imported = read(*row(kg="100", reps="5"), columns={"kg": "ignore"})
    assert sets(imported) == [("squat", None, 5, None, None)]
    assert "not read: 'kg'" in imported.notes


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"Load": "kg"}, "--map: log.csv has no column 'Load'; its columns are 'Date', 'Exercise', 'kg'"),
        (
            {"kg": "wheight"},
            "--map kg=wheight: 'wheight' is not known; a column can be one of exercise, date",
        ),
        ({"kg": "date", "Date": "date"}, "--map Date=date: 'kg' is said to hold the same; name one of them"),
    ],
)
def test_a_column_or_a_field_that_there_is_not_is_refused_with_those_there_are(columns, sentence):
    with pytest.raises(Refused) as refused:
        read(*row(kg="100"), columns=columns)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("a,b", "log.csv has no column for the date; its columns are 'a', 'b': add --map COLUMN=date"),
        (
            "date,mood",
            "log.csv has nothing to record that is known by its column; its columns are 'date', 'mood'",
        ),
        ("date,pain", "log.csv has pains in 'pain' and no column for their place"),
    ],
)
def test_a_file_without_what_is_needed_is_refused_with_what_would_help(header, sentence):
    with pytest.raises(Refused) as refused:
        read(header, "2024-08-07,4")
    assert str(refused.value).startswith(sentence)


def test_an_empty_file_is_refused():
    with pytest.raises(Refused, match="has no column for the date; its columns are none"):
        read("")


# Days and times


def test_the_order_of_day_and_month_is_decided_over_the_whole_column():
    assert [
        workout.started_at.date().isoformat()
        for workout in of(Workout, read("date,exercise,reps", "7/8/2024,Squat,5", "13/8/2024,Squat,5"))
    ] == ["2024-08-07", "2024-08-13"]


def test_dates_that_leave_it_open_are_asked_about():
    lines = ("date,exercise,reps", "7/8/2024,Squat,5")
    with pytest.raises(NotTold, match=r"line 2: 7/8/2024\): add --date-order dmy\|mdy"):
        read(*lines)
    days = [
        of(Workout, read(*lines, date_order=order))[0].started_at.date().isoformat() for order in DateOrder
    ]
    assert days == ["2024-08-07", "2024-07-08"]


def test_all_that_must_be_told_is_asked_for_at_once():
    with pytest.raises(NotTold) as asked:
        read("date,exercise,weight,reps", "7/8/2024,Squat,100,5")
    assert [one.option for one in asked.value.questions] == ["date-order", "weight-unit"]


def test_a_date_that_the_order_does_not_fit_is_a_problem_with_its_line():
    imported = read(
        "date,exercise,reps", "13/8/2024,Squat,5", "8/13/2024,Squat,5", date_order=DateOrder.DAY_FIRST
    )
    assert [(one.line, one.column, one.value) for one in imported.problems] == [(3, "date", "8/13/2024")]


def test_a_day_without_times_is_one_workout():
    imported = read("date,exercise,reps", "2024-08-07,Squat,5", "2024-08-08,Squat,5", "2024-08-07,Dips,9")
    first, second = of(Workout, imported)
    assert (first.started_at.hour, first.time_known, second.started_at.day) == (12, False, 8)
    assert [one.exercise for one in of(Set, imported) if one.workout_id == first.id] == ["squat", "dip"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("date,time,exercise,reps", "2024-08-07,18:30,Squat,5"),
        ("date,time of day,exercise,reps", "2024-08-07 00:00:00,6:30 PM,Squat,5"),
        ("date,start time,exercise,reps", "2024-08-07,18:30,Squat,5"),
        ("start time,date,exercise,reps", "18:30,2024-08-07,Squat,5"),
        ("date,start time,exercise,reps", "2024-08-07,2024-08-07T18:30,Squat,5"),
        ("date,time,seconds,exercise,reps", "2024-08-07,18:30:00,,Squat,5"),
    ],
)
def test_a_time_of_day_in_a_column_of_its_own(header, cells):
    imported = read(header, cells)
    assert [one.started_at.isoformat() for one in of(Workout, imported)] == ["2024-08-07T18:30:00+02:00"]
    assert sets(imported) == [("squat", None, 5, None, None)]


def test_a_time_beside_some_sets_only_is_how_long_they_took():
    imported = read("date,exercise,reps,time", "2024-08-07,Squat,5,", "2024-08-07,Running,,0:30")
    assert sets(imported) == [("squat", None, 5, None, None), ("run", None, None, None, 1800)]


@pytest.mark.parametrize(
    ("columns", "minutes"),
    [
        ({"workout_duration": "1h 5m"}, 65),
        ({"workout_duration_(min)": "65"}, 65),
        ({"end_time": "2024-08-07T19:35"}, 65),
        ({"end_time": "19:35"}, 65),
    ],
)
def test_how_long_a_workout_took(columns, minutes):
    lines = [line.replace("2024-08-07,", "2024-08-07T18:30,") for line in row(reps="5", **columns)]
    assert [one.duration_min for one in of(Workout, read(*lines))] == [minutes]


def test_sets_with_a_stamp_each_are_one_workout_until_a_long_gap():
    imported = read(
        "timestamp,exercise,reps",
        "2024-08-07T18:40,Squat,5",
        "2024-08-07T18:30,Squat,6",
        "2024-08-07T21:00,Squat,7",
        "2024-08-07T19:00,Running,",
        "2024-08-07T18:50,Dips,8",
    )
    first, second = of(Workout, imported)
    assert (first.started_at.minute, second.started_at.hour) == (30, 21)
    assert [one.reps for one in of(Set, imported)] == [6, 5, 8, 7]


def test_the_ends_of_sets_are_not_those_of_their_workout():
    imported = read(
        "workout id,start time,end time,exercise,reps",
        "a,2024-08-07T18:30,2024-08-07T18:31,Squat,5",
        "a,2024-08-07T18:35,2024-08-07T18:36,Squat,5",
    )
    (workout,) = of(Workout, imported)
    assert (workout.duration_min, len(sets(imported))) == (None, 2)


def test_workouts_with_a_stamp_each_stay_apart():
    imported = read(
        "start time,exercise,reps",
        *("2024-08-07T17:00,Squat,5", "2024-08-07T17:00,Squat,5", "2024-08-07T17:00,Dips,5"),
        *("2024-08-07T18:00,Squat,5", "2024-08-07T18:00,Squat,5", "2024-08-07T18:00,Dips,5"),
    )
    assert [workout.started_at.hour for workout in of(Workout, imported)] == [17, 18]


def test_liftlog_numbers_its_sessions_and_stamps_their_sets_newest_first():
    imported = from_bytes.read(generic, samples.samples()["liftlog.csv"], OPTIONS)
    assert [workout.started_at.isoformat() for workout in of(Workout, imported)] == [
        "2024-10-14T18:43:50+02:00",
        "2024-10-16T10:42:38+02:00",
    ]
    assert [(one.reps, one.note) for one in of(Set, imported)] == [(8, ""), (12, "slow"), (11, "")]
    assert imported.units == {"weight": "kg"}
    assert imported.notes[1:] == ["not read: 'TargetReps'"]


# Rows that are no sets


def test_pains_with_their_place():
    imported = read(
        "Date,Time,Pain level,Body part,Notes",
        "2024-08-07,18:30,4/10,Left knee,stairs",
        "2024-08-08,,0,Back (lower),",
    )
    assert [
        (one.at.hour, one.time_known, one.region, one.side, one.score, one.note) for one in of(Pain, imported)
    ] == [
        (18, None, Region.KNEE, Side.LEFT, 4, "stairs"),
        (12, False, Region.LOWER_BACK, None, 0, ""),
    ]


def test_the_state_of_days_and_water():
    imported = read(
        "date,weight (lbs),hours slept,sleep quality,stress,water (l)",
        "2024-08-07,177.5,7.5,4,3,2.5",
        "2024-08-08,,7h 45m,,,",
    )
    first, second = of(CheckIn, imported)
    assert (first.body_weight_kg, first.sleep_h, first.sleep_quality, first.stress) == (80.513, 7.5, 4, 3)
    assert (second.body_weight_kg, second.sleep_h) == (None, 7.75)
    assert [(one.volume_ml, one.at.hour) for one in of(Drink, imported)] == [(2500, 12)]
    assert imported.units == {"weight": "lb"}
    assert "1 drink has no time of day: it stands at 12:00" in imported.notes


def test_body_weight_and_water_need_their_units_too():
    with pytest.raises(NotTold, match=r"line 2: 80\): add --weight-unit kg\|lb"):
        read("date,weight", "2024-08-07,80")
    assert of(CheckIn, read("date,weight", "2024-08-07,80", weight_unit=MassUnit.KG))[0].body_weight_kg == 80
    with pytest.raises(Refused, match="add --map 'water'=water_ml, or =water_l, or =water_oz"):
        read("date,water", "2024-08-07,2")
    assert of(Drink, read("date,water", "2024-08-07,2", columns={"water": "water_l"}))[0].volume_ml == 2000


def test_one_file_may_hold_all_of_it():
    imported = from_bytes.read(generic, samples.samples()["everything.csv"], OPTIONS)
    assert (imported.rows, imported.problems, imported.skipped) == (3, [], [])
    assert [len(of(kind, imported)) for kind in (Workout, Set, Pain, CheckIn, Drink)] == [1, 1, 2, 2, 2]
    assert [one.note for one in of(Pain, imported)] == ["after the stairs", ""]


@pytest.mark.parametrize(
    ("header", "cells", "problem"),
    [
        ("date,pain,region", "2024-08-07,11,knee", ("pain", "11", "it needs a whole number from 0 to 10")),
        ("date,pain,region", "2024-08-07,4,leg", ("region", "leg", "it needs one of front thigh, back thigh")),
        ("date,pain,region,side", "2024-08-07,4,knee,up", ("side", "up", "it needs one of left, right")),
        ("date,sleep h", "2024-08-07,25", ("sleep h", "25", "it needs a number from 0 to 24 h")),
        ("date,stress", "soon,3", ("date", "soon", "it needs a date and time such as")),
        ("date,stress", "2027-08-07,3", ("", "2027-08-07", "it is in the future (today is 2026-11-22)")),
        ("date,stress", "2024-08-07", ("", "", "the row has 1 cells and the header 2")),
        ("date,exercise,reps", "2024-08-07,,5", ("exercise", "", "a set needs the name of its exercise")),
        ("date,exercise,reps,rir", "2024-08-07,Squat,5,11", ("rir", "11", "it needs a number from 0 to 10")),
        ("date,exercise,reps,sets", "2024-08-07,Squat,5,1.5", ("sets", "1.5", "it needs a whole number")),
        ("date,exercise,reps,set type", "2024-08-07,Squat,5,x", ("set type", "x", "it needs one of normal")),
        ("date,exercise,reps,minutes", "2024-08-07,Squat,5,-3", ("minutes", "-3", "it needs minutes")),
        ("date,time,exercise,reps,end", "2024-08-07,18:30,Squat,5,17:00", ("end", "17:00", "it is before the start")),
        ("date,clock,exercise,reps", "2024-08-07,25:00,Squat,5", ("clock", "25:00", "there is no such date")),
        ("date,exercise,kg,reps", "2024-08-07,Squat,heavy,5", ("kg", "heavy", "it needs a number such as 62.5")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_with_its_line(header, cells, problem):
    imported = read(header, cells)
    ((found),) = imported.problems
    column, value, reason = problem
    assert (found.line, found.column, found.value) == (2, column, value)
    assert found.reason.startswith(reason)
    assert imported.records == []


def test_a_quotation_mark_that_is_never_closed_is_a_problem():
    assert [one.line for one in read("date,stress", "2024-08-07,3", '2024-08-08,"4').problems] == [3]


# What it is recognised by


@pytest.mark.parametrize(
    ("header", "recognised"),
    [
        ("date,exercise,reps", True),
        ("Date;Exercise Name;Weight (kg)", True),
        ("date,exercise,duration", True),
        ("date,activity,km", True),
        ("date,activity,duration", False),
        ("date,exercise", False),
        ("date,pain,region", False),
        ("exercise,reps", False),
        ("", False),
    ],
)
def test_only_a_file_of_sets_is_recognised(header, recognised):
    assert from_bytes.recognises(generic, header.encode()) is recognised


@pytest.mark.parametrize("name", samples.samples())
def test_the_order_of_the_rows_does_not_matter(name):
    data = samples.samples()[name]
    header, *lines = data.decode().splitlines()
    turned = "\n".join([header, *reversed(lines)]).encode()
    ids = [
        {record.key for record in from_bytes.read(generic, one, OPTIONS).records if record.TABLE != "sets"}
        for one in (data, turned)
    ]
    assert ids[0] == ids[1]


def test_a_german_sheet_is_read_by_its_columns():
    imported = read(
        "Wann;Übung;Sätze;Wdh;Last (kg);RIR;Bemerkung",
        "31.12.2025;Kniebeugen;2;5;82,5;2;tief",
    )
    assert sets(imported) == [("squat", 82.5, 5, None, None)] * 2
    pains = read("Datum;Schmerz;Körperstelle;Seite", "31.12.2025;4;knee;left")
    assert [(one.score, one.region, one.side) for one in of(Pain, pains)] == [(4, Region.KNEE, Side.LEFT)]
    weights = read("Datum;Gewicht (kg)", "31.12.2025;82,5")
    assert [one.body_weight_kg for one in of(CheckIn, weights)] == [82.5]
