"""Exports of Fitbod: of today, one row per set, and of 2019, one row for several equal sets."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import sets, workouts
from hypothesis import given
from hypothesis import strategies as st
from samples.fitbod import OF_2019, TODAY, samples

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import fitbod, fitnotes, hevy, strong, stronglifts
from journal.interchange.not_told import NotTold
from journal.interchange.rows.foreign import DateOrder, Options
from journal.records import Set
from journal.vocabulary import MassUnit, SetKind

NOT_ASKED = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="fitbod.csv",
)
ASKED = replace(NOT_ASKED, weight_unit=MassUnit.KG)


def read(*lines: str, options: Options = NOT_ASKED, end: str = "\n") -> Imported:
    return from_bytes.read(fitbod, "".join(line + end for line in lines).encode(), options)


# Today


def test_today_each_set_is_a_row_with_its_time_in_utc():
    imported = read(
        TODAY,
        "2023-10-24 22:24:59 +0000,Back Squat, 5,60.0,0.0,0.0,0.0,0.0,true,, 1.0",
        '2023-10-24 22:24:59 +0000,Back Squat, 5,100.0,0.0,0.0,0.0,0.0,false,"deep, slow", 1.0',
        "2023-10-24 22:24:59 +0000,Plank, 0,0.0,45.0,0.0,0.0,0.0,false,, 0.0",
        "2023-10-24 22:24:59 +0000,Elliptical, 0,0.0,360.0,500.0,0.0,0.0,false,, 0.0",
        end="\r\n",
    )
    assert sets(imported) == [
        ("squat", 60, 5, None, None),
        ("squat", 100, 5, None, None),
        ("plank", None, None, None, 45),
        ("elliptical", None, None, 0.5, 360),
    ]
    made = [each for each in imported.records if isinstance(each, Set)]
    assert [each.kind for each in made] == [SetKind.WARMUP, None, None, None]
    assert [each.note for each in made] == ["", "deep, slow", "", ""]
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2023-10-25T00:24:59+02:00"
    assert (workout.title, workout.duration_min, workout.source) == ("", None, "fitbod")
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (4, [], [], [])
    assert imported.units == {"weight": "kg", "distance": "m"}


@pytest.mark.parametrize("unit", ["lb", "lbs"])
def test_pounds_are_stated_in_the_header(unit):
    imported = read(TODAY.replace("kg", unit), "2023-10-24 18:24:59,Back Squat,5,100,0,0,0,0,false,,1")
    assert sets(imported) == [("squat", 45.359, 5, None, None)]


def test_a_file_from_its_support_has_other_names_and_no_times():
    imported = read(
        "date,exercise_name,Reps,weight_kg,duration_seconds,distance_meters,Incline,Resistance,isWarmup",
        "2025-06-23,Back Squat,5,31.751465900000003,,,,,false",
        "2025-06-23,Elliptical,,,600.0,804.67224894628168,,1.0,false",
        "2025-06-24,Back Squat,5,30,,,,,false",
    )
    assert sets(imported)[:2] == [("squat", 31.751, 5, None, None), ("elliptical", None, None, 0.805, 600)]
    assert [(one.day.day, one.time_known) for one in workouts(imported)] == [(23, False), (24, False)]
    assert imported.notes == ["not read: resistance"]


def test_a_multiplier_is_told_and_the_weight_kept_as_that_of_one_dumbbell():
    imported = read(
        TODAY,
        "2025-07-16 09:09:40,Dumbbell Row,5,31.75,0,0,0,0,FALSE,,2",
        "2025-07-16 09:09:40,Back Squat,5,100,0,0,0,0,FALSE,,1.0",
    )
    assert [kg for _, kg, *_ in sets(imported)] == [31.75, 100]
    assert imported.notes == [
        "1 row has a multiplier: the weight is kept as it stands, which is that of one dumbbell"
    ]


# 2019


def test_in_2019_a_row_stands_for_several_sets_and_the_unit_is_asked_for():
    rows = (
        OF_2019,
        "2019-01-05 17:34:09 +0000,Bench Press,3,8,80,false,wide",
        "2019-01-05 17:34:09 +0000,Push Up,2,15,0,true,",
        "2019-01-05 17:34:09 +0000,Deadlift,0,5,100,false,",
        "2019-01-05 17:34:09 +0000,Deadlift,,5,100,false,",
    )
    with pytest.raises(NotTold, match=r"the unit of its weights \(line 2: 80\): add --weight-unit kg\|lb"):
        read(*rows)
    imported = read(*rows, options=ASKED)
    assert sets(imported) == [
        *[("bench-press", 80, 8, None, None)] * 3,
        *[("push-up", None, 15, None, None)] * 2,
        ("deadlift", 100, 5, None, None),
    ]
    made = [each for each in imported.records if isinstance(each, Set)]
    assert [each.position for each in made] == [1, 2, 3, 4, 5, 6]
    assert [each.note for each in made] == ["wide", "", "", "", "", ""]
    assert [each.kind for each in made][3] is SetKind.WARMUP
    assert imported.skipped == [Skipped(4, "no set of it was done")]
    assert imported.rows == 4


def test_a_bad_row_of_several_sets_is_one_problem():
    imported = read(OF_2019, "2019-01-05,Bench Press,3,8.5,80,false,", options=ASKED)
    assert [(one.line, one.column, one.value) for one in imported.problems] == [(2, "Reps", "8.5")]
    assert imported.records == []


def test_files_without_their_header_are_taken_by_place():
    old = read("2019-01-05 17:34:09,Bench Press,2,8,80,false,wide", options=ASKED)
    assert sets(old) == [("bench-press", 80, 8, None, None)] * 2
    new = read("2023-10-24 18:24:59 +0000,Elliptical, 0,0.0,360.0,500.0,0.0,0.0,false,, 0.0")
    assert sets(new) == [("elliptical", None, None, 0.5, 360)]
    assert old.notes == new.notes == ["the file has no header: the columns were taken by their place"]
    with pytest.raises(NotTold, match="--weight-unit"):
        read("2019-01-05 17:34:09,Bench Press,2,8,80,false,wide")


# Workouts


def test_sets_that_follow_each_other_closely_are_one_workout():
    times = ("23:10:00", "23:40:00", "00:50:00", "03:00:00")
    days = ("2023-10-24", "2023-10-24", "2023-10-25", "2023-10-25")
    rows = [
        f"{day} {time} +0000,Back Squat,5,{kg},0,0,0,0,false,,1"
        for day, time, kg in zip(days, times, (60, 80, 100, 120), strict=True)
    ]
    first = read(TODAY, *rows)
    assert [one.started_at.isoformat() for one in workouts(first)] == [
        "2023-10-25T01:10:00+02:00",
        "2023-10-25T05:00:00+02:00",
    ]
    assert len([one for one in first.records if isinstance(one, Set)]) == 4
    assert read(TODAY, rows[3], *rows[:3]).records == first.records
    tokyo = read(TODAY, *rows, options=replace(NOT_ASKED, zone=ZoneInfo("Asia/Tokyo")))
    assert [one.id for one in workouts(tokyo)] == [one.id for one in workouts(first)]


# What cannot be read


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Date", "soon", "it needs a date and time such as"),
        ("Date", "", "it needs a date and time such as"),
        ("Date", "2023-02-30", "there is no such date or time"),
        ("Date", "2026-11-23 10:00:00 +0000", "it is in the future (today is 2026-11-22)"),
        ("Exercise", "", "a set needs the name of its exercise"),
        ("Reps", "five", "it needs a number such as 62.5"),
        ("Weight(kg)", "-2000", "it needs a number from -1000 to 2000 kg"),
        ("Duration(s)", "-5", "it needs a number from 0 to 3600000 s"),
        ("isWarmup", "maybe", "it needs true or false"),
        ("multiplier", "x", "it needs a number such as 62.5"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(column, value, reason):
    cells = ["2023-10-24 18:24:59 +0000", "Back Squat", "5", "100", "0", "0", "0", "0", "false", "", "1"]
    good = dict(zip(TODAY.split(","), cells, strict=True))
    imported = read(TODAY, ",".join(good.values()), ",".join((good | {column: value}).values()))
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (3, column, value)
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1


@pytest.mark.parametrize("count", ["2.5", "-1", "many", "10000"])
def test_a_count_of_sets_that_is_none_is_a_problem(count):
    imported = read(OF_2019, f"2019-01-05,Bench Press,{count},8,80,false,", options=ASKED)
    assert [(one.column, one.value) for one in imported.problems] == [("Sets", count)]


def test_slashed_dates_are_decided_or_asked_for():
    row = "7/8/2019,Bench Press,1,8,80,false,"
    with pytest.raises(NotTold, match=r"--date-order dmy\|mdy"):
        read(OF_2019, row, options=ASKED)
    told = replace(ASKED, date_order=DateOrder.DAY_FIRST)
    assert workouts(read(OF_2019, row, options=told))[0].day == date(2019, 8, 7)


def test_it_is_recognised_and_no_other():
    for data in samples().values():
        assert from_bytes.recognises(fitbod, data)
        assert not any(from_bytes.recognises(form, data) for form in (strong, hevy, fitnotes, stronglifts))
    for data in (b"", b"hello", b"Date,Exercise,Sets,Reps,Weight,Note\n", b"2019-01-05,Row,2,8,80,,wide\n"):
        assert not from_bytes.recognises(fitbod, data)
        with pytest.raises(
            Refused, match=r"^fitbod\.csv is not an export of Fitbod: it needs the columns Date"
        ):
            from_bytes.read(fitbod, data, NOT_ASKED)


GOOD = samples()["fitbod.csv"]


@given(place=st.integers(0, len(GOOD)), length=st.integers(0, 60), bytes_there=st.binary(max_size=20))
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, bytes_there):
    try:
        imported = from_bytes.read(fitbod, GOOD[:place] + bytes_there + GOOD[place + length :], NOT_ASKED)
    except Refused:
        return
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows
