"""Exports of FitNotes and FitNotes 2: every header, categories, days without times; see also `test_unquoted`."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import own, set_notes, sets, workouts
from hypothesis import given
from hypothesis import strategies as st
from samples.fitnotes import BODY, IOS, NEW, OLD, WITH_COMMENT

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import fitnotes, hevy, strong
from journal.interchange.not_told import NotTold
from journal.interchange.rows.foreign import DateOrder, Options
from journal.records import OwnExercise
from journal.vocabulary import DistanceUnit, MassUnit, Muscle, WorkoutKind

NOT_ASKED = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="fitnotes.csv",
)


def read(*lines: str, options: Options = NOT_ASKED, end: str = "\n") -> Imported:
    return from_bytes.read(fitnotes, "".join(line + end for line in lines).encode(), options)


# The four headers


@pytest.mark.parametrize(("unit", "kg"), [("lbs", 102.058), ("lb", 102.058), ("kgs", 225), ("kg", 225)])
def test_2017_names_the_unit_of_its_weights_in_the_column(unit, kg):
    imported = read(
        OLD.replace("lbs", unit),
        "2017-05-01,Deadlift,Back,225.0,5,0.0,,0:00:00",
        "2017-05-01,Pull Up,Back,0.0,8,0.0,,0:00:00",
        "2017-05-03,Running (Outdoor),Cardio,0.0,0,3.1,mi,0:25:30",
    )
    assert sets(imported) == [
        ("deadlift", kg, 5, None, None),
        ("pull-up", None, 8, None, None),
        ("run", None, None, 4.989, 1530),
    ]
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (3, [], [], [])
    assert imported.units == {"weight": unit[:2], "distance": "mi"}


def test_a_day_is_one_workout_whose_time_is_not_known():
    imported = read(
        OLD,
        "2017-05-01,Deadlift,Back,225.0,5,0.0,,0:00:00",
        "2017-05-03,Running (Outdoor),Cardio,0.0,0,3.1,mi,0:25:30",
        "2017-05-03,Running (Outdoor),Cardio,0.0,0,2,mi,0:20:00",
    )
    lifting, running = workouts(imported)
    assert (lifting.started_at.isoformat(), lifting.time_known) == ("2017-05-01T12:00:00+02:00", False)
    assert (lifting.title, lifting.kind, lifting.duration_min) == ("", WorkoutKind.STRENGTH, None)
    assert (running.kind, running.duration_min) == (WorkoutKind.RUN, 45.5)
    assert lifting.source == "fitnotes"


def test_2023_states_the_unit_of_each_weight_and_mixes_them():
    imported = read(
        NEW,
        "2023-02-01,Barbell Squat,Legs,100.0,kgs,5,0.0,,0:00:00",
        "2023-02-01,Barbell Squat,Legs,135.0,lbs,5,0.0,,0:00:00",
        "2023-02-01,Plank,Abs,0.0,kgs,0,0.0,kg,0:01:30",
        "2023-02-01,Pull Up,Back,,,8,,,",
        "2023-02-01,Assisted Pull Up,Back,-20,kgs,8,,,",
    )
    assert sets(imported) == [
        ("squat", 100, 5, None, None),
        ("squat", 61.235, 5, None, None),
        ("plank", None, None, None, 90),
        ("pull-up", None, 8, None, None),
        ("assisted-pull-up", -20, 8, None, None),
    ]
    assert imported.units == {"weight": "kg, lb"}


def test_2026_has_a_comment_on_each_set():
    imported = read(
        WITH_COMMENT,
        "2026-03-02,Barbell Squat,Legs,100.0,kgs,5,,,,deep",
        "2026-03-02,Barbell Squat,Legs,100.0,kgs,5,,,,",
    )
    assert set_notes(imported) == ["deep", ""]


def test_the_ios_program_writes_both_weights_and_minutes_first():
    imported = read(
        IOS,
        "2026-05-08,Bench Press,Chest,61.23,135.00,10,,,,top set,wr",
        "2026-05-08,Bench Press,Chest,,135,10,,,,,wr",
        "2026-05-08,Bench Press,Chest,0,0,10,,,,,wr",
        "2026-05-08,Plank,Abs,,,,,,01:30,hard,t",
        "2026-05-09,Treadmill,Cardio,,,,3.2,km,20:00,,dt",
        "2026-05-09,Treadmill,Cardio,,,,3.2,km,1:20:00,,dt",
        end="\r\n",
    )
    assert sets(imported) == [
        ("bench-press", 61.23, 10, None, None),
        ("bench-press", 61.235, 10, None, None),
        ("bench-press", None, 10, None, None),
        ("plank", None, None, None, 90),
        ("treadmill-run", None, None, 3.2, 1200),
        ("treadmill-run", None, None, 3.2, 4800),
    ]
    assert set_notes(imported)[0] == "top set"
    assert imported.notes == []
    assert imported.units["weight"] == "kg, lb"


def test_a_bad_weight_in_pounds_is_a_problem_although_that_in_kg_would_do():
    (problem,) = read(IOS, "2026-05-08,Bench Press,Chest,61.23,heavy,10,,,,,wr").problems
    assert (problem.line, problem.column, problem.value) == (2, "Weight (lbs)", "heavy")


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        (["2017-05-01,Deadlift,Back,100.0,5,0.0,,0:00:00"], [("deadlift", 100, 5, None, None)]),
        (["2017-05-01,Pull Up,Back,,,8,,,", "2017-05-01,Deadlift,Back,220.5,lbs,5,0.0,,0:00:00"], None),
        (["2017-05-01,Deadlift,Back,100.0,kgs,5,0.0,,0:00:00,deep"], [("deadlift", 100, 5, None, None)]),
        (["2017-05-01,Deadlift,Back,100.0,220.46,5,,,,deep,wr"], [("deadlift", 100, 5, None, None)]),
    ],
)
def test_a_file_without_its_header_is_taken_by_place(rows, made):
    data = "\n".join(rows).encode()
    assert from_bytes.recognises(fitnotes, data)
    imported = from_bytes.read(fitnotes, data, replace(NOT_ASKED, weight_unit=MassUnit.KG))
    assert sets(imported) == (
        made or [("pull-up", None, 8, None, None), ("deadlift", 100.017, 5, None, None)]
    )
    assert imported.notes[0] == "the file has no header: the columns were taken by their place"


# What a category tells


@pytest.mark.parametrize(
    ("category", "muscles", "kind"),
    [
        ("Chest", (Muscle.CHEST,), None),
        ("Shoulders", (Muscle.SHOULDERS,), None),
        ("Legs", (Muscle.GLUTES, Muscle.QUADS, Muscle.HAMSTRINGS), None),
        ("Quads", (Muscle.QUADS,), None),
        ("Calves", (Muscle.CALVES,), None),
        ("Hip Flexors", (Muscle.HIP_FLEXORS,), None),
        ("Abs", (Muscle.ABS,), None),
        ("abs ", (Muscle.ABS,), None),
        ("Cardio", (), WorkoutKind.OTHER),
        ("Plyometrics", (), None),
        ("My favourites", (), None),
        ("", (), None),
    ],
)
def test_a_category_tells_the_muscles_of_an_exercise_that_nothing_knows(category, muscles, kind):
    imported = read(NEW, f"2023-02-01,Zercher Hop,{category},20,kgs,5,,,")
    (exercise,) = own(imported)
    assert set(exercise.primary_muscles) == set(muscles)
    assert exercise.kind == kind
    assert workouts(imported)[0].kind is (kind or WorkoutKind.STRENGTH)
    assert imported.new_exercises == ["Zercher Hop"]


def test_a_category_says_nothing_of_an_exercise_that_is_known():
    known = catalogue([OwnExercise(slug="zercher-hop", name="Zercher Hop")])
    rows = (NEW, "2023-02-01,Zercher Hop,Legs,20,kgs,5,,,", "2023-02-01,Deadlift,Chest,20,kgs,5,,,")
    imported = read(*rows, options=replace(NOT_ASKED, catalogue=known))
    assert own(imported) == []


# Numbers, units, dates


def test_a_set_with_nothing_in_it_is_left_out_and_a_failed_one_kept():
    imported = read(
        NEW,
        "2023-02-01,Deadlift,Back,0.0,kgs,0,0.0,,0:00:00",
        "2023-02-01,Deadlift,Back,180,kgs,0,0.0,,0:00:00",
        "2023-02-01,Farmer's Walk,Back,40,kgs,0,30,m,0:00:00",
    )
    assert imported.skipped == [Skipped(2, "empty set: no repetitions, weight, distance or time")]
    assert [row[1:4] for row in sets(imported)] == [(180, 0, None), (40, None, 0.03)]


def test_units_that_a_row_leaves_out_are_asked_for():
    rows = (NEW, "2023-02-01,Deadlift,Back,100,,5,,,", "2023-02-01,Run,Cardio,,,,5,,0:30:00")
    with pytest.raises(NotTold) as refused:
        read(*rows)
    assert str(refused.value) == (
        "fitnotes.csv does not say the unit of its weights (line 2: 100): add --weight-unit kg|lb; "
        "nor the unit of its distances (line 3: 5): add --distance-unit km|mi"
    )
    told = replace(NOT_ASKED, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    assert [row[1:4] for row in sets(read(*rows, options=told))] == [(45.359, 5, None), (None, None, 8.047)]


@pytest.mark.parametrize(
    ("unit", "km"), [("m", 0.1), ("km", 100), ("mi", 160.934), ("yd", 0.091), ("ft", 0.03), ("cm", 0.001)]
)
def test_distances_come_in_many_units(unit, km):
    imported = read(NEW, f"2023-02-01,Walking,Cardio,,,,100,{unit},")
    assert [row[3] for row in sets(imported)] == [km]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Date", "soon", "it needs a date and time such as"),
        ("Date", "2023-02-30", "there is no such date or time"),
        ("Date", "1970-01-01", "it needs a date from 1971 to 2199"),
        ("Date", "2026-11-23", "it is in the future (today is 2026-11-22)"),
        ("Exercise", "", "a set needs the name of its exercise"),
        ("Weight", "abc", "it needs a number such as 62.5"),
        ("Weight", "5000", "it needs a number from -1000 to 2000 kg"),
        ("Weight Unit", "stone", "it needs one of kg, lb"),
        ("Reps", "8.5", "it needs a whole number from 0 to 100000"),
        ("Reps", "-1", "it needs a whole number from 0 to 100000"),
        ("Distance", "1e400", "it needs a number such as 62.5"),
        ("Distance Unit", "parsec", "it needs one of km, mi, m, yd, ft, in, cm"),
        ("Time", "90", "it needs a time such as 0:01:30"),
        ("Time", "0:99:00", "it needs a time such as 0:01:30"),
        ("Time", "-0:01:00", "it needs a time such as 0:01:30"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(column, value, reason):
    good = dict(
        zip(
            NEW.split(","),
            ["2023-02-01", "Running", "Cardio", "10", "kgs", "5", "3", "km", "0:20:00"],
            strict=True,
        )
    )
    imported = read(NEW, ",".join(good.values()), ",".join((good | {column: value}).values()))
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column, problem.value) == ("fitnotes.csv", 3, column, value)
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1


def test_a_file_saved_again_by_a_spreadsheet():
    imported = read(
        "\ufeffsep=;",
        NEW.replace(",", ";"),
        "24.07.2024;Press (Each Side, Dumbbells);Shoulders;62,5;kgs;5;FALSE;;0:11",
        "24 Jul 2024;Running;Cardio;;;;1,035;m;1:33:00",
    )
    assert [row[1:] for row in sets(imported)] == [(62.5, 5, None, 660), (None, None, 1.035, 5580)]
    assert len(workouts(imported)) == 1


def test_slashed_dates_are_decided_over_the_whole_column_or_asked_for():
    rows = (NEW, "7/8/2024,Deadlift,Back,100,kgs,5,,,", "7/24/2024,Deadlift,Back,100,kgs,5,,,")
    assert [each.day for each in workouts(read(*rows))] == [date(2024, 7, 8), date(2024, 7, 24)]
    with pytest.raises(NotTold, match=r"--date-order dmy\|mdy"):
        read(*rows[:2])
    told = replace(NOT_ASKED, date_order=DateOrder.DAY_FIRST)
    assert [each.day for each in workouts(read(*rows[:2], options=told))] == [date(2024, 8, 7)]


# Ids

ROWS = (
    "2023-02-01,Barbell Squat,Legs,100.0,kgs,5,0.0,,0:00:00",
    "2023-02-01,Zercher Hop,Legs,20.0,kgs,5,0.0,,0:00:00",
    "2023-02-03,Barbell Squat,Legs,105.0,kgs,5,0.0,,0:00:00",
    "2023-02-05,Deadlift,Back,105.0,kgs,5,0.0,,0:00:00",
)


def test_days_keep_their_ids_however_they_are_sorted():
    first = read(NEW, *ROWS)
    assert len({workout.id for workout in workouts(first)}) == 3
    assert read(NEW, ROWS[3], ROWS[2], *ROWS[:2]).records == first.records
    apart = read(NEW, ROWS[0], *ROWS[2:], ROWS[1])
    assert apart.records == first.records


def test_a_day_keeps_its_id_when_sets_were_added_and_in_every_version():
    ids = {workouts(read(NEW, *ROWS[:count]))[0].id for count in (1, 2)}
    ids |= {workouts(read(OLD, "2023-02-01,Deadlift,Back,225.0,5,0.0,,0:00:00"))[0].id}
    ids |= {workouts(read(NEW, ROWS[0], options=replace(NOT_ASKED, zone=ZoneInfo("Asia/Tokyo"))))[0].id}
    assert len(ids) == 1


# Recognition and refusals


@pytest.mark.parametrize("header", [OLD, NEW, WITH_COMMENT, IOS])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\r\n"])
def test_every_header_is_recognised_also_when_the_file_is_cut_behind_it(header, start):
    data = f"{start}{header}\r\n2024-02-01,Pu".encode()
    assert from_bytes.recognises(fitnotes, data)
    assert not from_bytes.recognises(strong, data)
    assert not from_bytes.recognises(hevy, data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        BODY.encode(),
        b"Date,Exercise,Category,Weight,Reps\n2024-01-01,Squat,Legs,100,5\n",
        b"Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n",
        b"a,b,c,d,e,f,g,h\n1,2,3,4,5,6,7,8\n",
        b"a,b,c,d,e,f,g,h,i\n",
    ],
)
def test_other_files_are_not_recognised_and_refused_in_a_sentence(data):
    assert not from_bytes.recognises(fitnotes, data)
    with pytest.raises(
        Refused, match=r"^fitnotes\.csv is not an export of FitNotes: it needs the columns Date"
    ):
        from_bytes.read(fitnotes, data, NOT_ASKED)


def test_a_column_that_stands_twice_is_refused():
    with pytest.raises(Refused, match=r"column 6 \(Reps\) and column 7 \(Reps\) are for the same"):
        read(NEW.replace("Reps", "Reps,Reps"), "2023-02-01,Squat,Legs,100,kgs,5,5,,,")


# Damage

GOOD = "\n".join((WITH_COMMENT, *(f"{row},über, tief" for row in ROWS), "")).encode()


@given(
    place=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    bytes_there=st.one_of(
        st.binary(max_size=20),
        st.sampled_from([b'"', b"\n", b"\r", b",", b";", b"\0", b"\xff\xfe", b"1e400", b"9" * 5000, b"\x80"]),
    ),
)
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, bytes_there):
    data = GOOD[:place] + bytes_there + GOOD[place + length :]
    from_bytes.recognises(fitnotes, data)
    try:
        imported = from_bytes.read(fitnotes, data, NOT_ASKED)
    except Refused:
        return
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows


@given(cells=st.lists(st.text(max_size=12), min_size=8, max_size=14))
def test_whatever_stands_in_the_cells_every_row_is_accounted_for(cells):
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    data = f"{WITH_COMMENT}\n{row}\n".encode("utf-8", "surrogatepass")
    try:
        imported = from_bytes.read(fitnotes, data, NOT_ASKED)
    except NotTold:
        return
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows <= 1
