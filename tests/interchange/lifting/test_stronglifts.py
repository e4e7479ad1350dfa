"""Exports of StrongLifts: sets beside each other, durations in hours, failed and skipped sets."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import workouts
from hypothesis import given
from hypothesis import strategies as st
from samples.stronglifts import HEADER, samples

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import fitnotes, hevy, strong, stronglifts
from journal.interchange.rows.foreign import Options
from journal.records import Set
from journal.vocabulary import MassUnit

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="stronglifts.csv",
)
NAMES = HEADER.split(",")
ROW = {
    "Date (yyyy/mm/dd)": "2026/08/11",
    "Workout": "1",
    "Workout Name": "Workout A",
    "Exercise": "Squat",
    "Sets×Reps": "5/5/5",
    "Duration (hours)": "0.75",
    "Start Time (h:mm)": "10:56 PM",
    "End Time (h:mm)": "11:41 PM",
    **{
        f"Set {number} ({what})": "5" if what == "Reps" else "55"
        for number in (1, 2, 3)
        for what in ("Reps", "KG")
    },
}


def row(**changes: str) -> str:
    """A row like `ROW` with other cells: of columns by their first word, and of sets as s1="5x60".

    `done` is the column Sets×Reps, `timed` is Sets×Time.
    """
    cells = dict(ROW)
    for key, value in changes.items():
        if key in ("s1", "s2", "s3"):
            reps, _, kg = value.partition("x")
            cells |= {f"Set {key[1]} (Reps)": reps, f"Set {key[1]} (KG)": kg}
        elif key in ("done", "timed"):
            cells[{"done": "Sets×Reps", "timed": "Sets×Time"}[key]] = value
        else:
            cells[next(name for name in NAMES if name.startswith(key))] = value
    return ",".join(f'"{cells.get(name, "")}"' for name in NAMES)


def read(*lines: str, header: str = HEADER, options: Options = OPTIONS) -> Imported:
    return from_bytes.read(stronglifts, "\n".join((header, *lines)).encode("utf-8-sig"), options)


def sets(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, kg and repetitions of each set."""
    return [(each.exercise, each.weight_kg, each.reps) for each in imported.records if isinstance(each, Set)]


def test_each_exercise_of_a_workout_is_a_row_with_its_sets():
    imported = read(
        row(), row(Exercise="Barbell Row", done="1×5", s1="5x60", s2="x", s3="x", Notes="back, straight")
    )
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2026-08-11T22:56:00+02:00"
    assert (workout.title, workout.duration_min, workout.time_known) == ("Workout A", 45, None)
    assert sets(imported) == [("squat", 55, 5)] * 3 + [("barbell-row", 60, 5)]
    assert [each.note for each in imported.records if isinstance(each, Set)] == ["", "", "", "back, straight"]
    assert (imported.rows, imported.skipped, imported.problems) == (2, [], [])
    assert (imported.units, workout.source) == ({"weight": "kg"}, "stronglifts")


@pytest.mark.parametrize("unit", ["LB", "LBS"])
def test_pounds_are_stated_in_the_header_whatever_body_weight_is_in(unit):
    header = HEADER.replace("KG", unit).replace(f"Body Weight ({unit})", "Body Weight (KG)")
    imported = read(row(), header=header)
    assert sets(imported)[0] == ("squat", 24.948, 5)
    assert imported.units == {"weight": "lb"}


def test_a_failed_set_has_no_repetitions_and_one_that_was_not_begun_is_none():
    imported = read(
        row(done="5/0/-", s2="0x55", s3="0x55"),
        row(Exercise="Bench Press", done="Skipped", s1="0x40", s2="0x40", s3="0x40"),
        row(Exercise="Deadlift", done="-/-/-", s1="0x40", s2="0x40", s3="0x40"),
        row(Exercise="Pull Up", done="8/8", s1="8x0", s2="8x", s3="x0"),
        row(Exercise="Dips", done="", s1="0x0", s2="0x40", s3="-5x40"),
    )
    assert sets(imported) == [("squat", 55, 5), ("squat", 55, 0), ("pull-up", None, 8), ("pull-up", None, 8)]
    assert imported.skipped == [Skipped(3, "skipped, not done"), Skipped(4, "no set of it was done")]
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (6, "Set 3 (Reps)", "-5")


def test_two_workouts_of_a_day_stay_two_and_keep_their_ids():
    rows = [
        row(Workout="1"),
        row(Workout="2", Start="11:50 PM", End="11:59 PM"),
        row(Workout="3", Start="11:50 PM", End="11:59 PM"),
    ]
    first = read(*rows)
    assert len({workout.id for workout in workouts(first)}) == 3
    assert read(*reversed(rows)).records == first.records
    tokyo = replace(OPTIONS, zone=ZoneInfo("Asia/Tokyo"))
    assert {one.id for one in workouts(read(*rows, options=tokyo))} == {one.id for one in workouts(first)}


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [("0.0094444", 0.567), ("1.2789", 76.733), ("0", None), ("", None), ("0,75", 45), ("234.5", 14070)],
)
def test_durations_are_hours(hours, minutes):
    assert [each.duration_min for each in workouts(read(row(Duration=hours)))] == [minutes]


def test_a_workout_longer_than_5_hours_is_said():
    assert read(row(Duration="234.5")).notes[-1] == (
        "1 workout is longer than 5 h: its duration is not used for load"
    )


def test_a_workout_without_a_start_is_at_a_time_that_is_not_known():
    (workout,) = workouts(read(row(Start="", End="")))
    assert (workout.started_at.isoformat(), workout.time_known) == ("2026-08-11T12:00:00+02:00", False)


@pytest.mark.parametrize(
    ("changes", "column", "value", "reason"),
    [
        ({"Date": "08/11/2026"}, "Date (yyyy/mm/dd)", "08/11/2026", "it needs a date and time such as"),
        ({"Date": "2026/11/23"}, "Date (yyyy/mm/dd)", "2026/11/23", "it is in the future"),
        ({"Start": "25:00"}, "Start Time (h:mm)", "25:00", "it needs a time such as 10:56 PM or 22:56"),
        ({"End": "late"}, "End Time (h:mm)", "late", "it needs a time such as 10:56 PM or 22:56"),
        ({"Duration": "-1"}, "Duration (hours)", "-1", "it needs hours such as 0.75"),
        ({"Duration": "long"}, "Duration (hours)", "long", "it needs a number such as 62.5"),
        ({"Exercise": ""}, "Exercise", "", "a set needs the name of its exercise"),
        ({"s2": "fivex55"}, "Set 2 (Reps)", "five", "it needs a number such as 62.5"),
        ({"s2": "5.5x55"}, "Set 2 (Reps)", "5.5", "it needs a whole number from 0 to 100000"),
        ({"s2": "5x9999"}, "Set 2 (KG)", "9999", "it needs a number from -1000 to 2000 kg"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(changes, column, value, reason):
    imported = read(row(Exercise="Deadlift"), row(**changes))
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (3, column, value)
    assert problem.reason.startswith(reason)
    assert sets(imported) == [("deadlift", 55, 5)] * 3


def test_body_weight_and_programme_are_left_out_and_said():
    imported = read(row(Body="83.5", Program="Stronglifts 5×5", timed="3×60", Top="5×55", e1RM="63.7"))
    assert imported.notes == ["not read: 'Program Name', 'Body Weight (KG)'"]


def test_a_unit_that_was_told_is_not_needed():
    imported = read(row(), options=replace(OPTIONS, weight_unit=MassUnit.LB))
    assert sets(imported)[0] == ("squat", 55, 5)
    assert imported.notes == ["--weight-unit is not needed and was ignored: the file states its units"]


def test_it_is_recognised_and_no_other():
    for data in samples().values():
        assert from_bytes.recognises(stronglifts, data)
        assert not any(from_bytes.recognises(form, data) for form in (strong, hevy, fitnotes))
    for data in (b"", b"hello", b"Date,Workout,Exercise\n", b"Date,Workout Name,Exercise Name,Set Order\n"):
        assert not from_bytes.recognises(stronglifts, data)
        with pytest.raises(Refused, match=r"^stronglifts\.csv is not an export of StrongLifts: it needs"):
            from_bytes.read(stronglifts, data, OPTIONS)


GOOD = samples()["stronglifts_kg.csv"]


@given(place=st.integers(0, len(GOOD)), length=st.integers(0, 60), bytes_there=st.binary(max_size=20))
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, bytes_there):
    try:
        imported = from_bytes.read(stronglifts, GOOD[:place] + bytes_there + GOOD[place + length :], OPTIONS)
    except Refused:
        return
    lines = {imported.places["sets", one.key].line for one in imported.records if isinstance(one, Set)}
    accounted = lines | {one.line for one in imported.skipped} | {one.line for one in imported.problems}
    assert len(accounted) == imported.rows
