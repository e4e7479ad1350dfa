"""Exports of Strong: every header that was ever met, and what the files do to those who read them."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import set_notes, sets, workouts
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import hevy, strong
from journal.interchange.rows.foreign import Options
from journal.records import Set
from journal.vocabulary import DistanceUnit, MassUnit, SetKind, WorkoutKind

ASKED = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=MassUnit.KG,
    distance_unit=DistanceUnit.KM,
    today=date(2026, 11, 22),
    file="strong.csv",
)
NOT_ASKED = replace(ASKED, weight_unit=None, distance_unit=None)

A = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes"
B = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes"
C = B + ",RPE"
D = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
E = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
F = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";'
    '"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
G = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;"
    "Notes;Workout Notes;Workout Duration"
)
H = (
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,"
    "Notizen,Workout-Notizen,RPE"
)
I = (  # noqa: E741 - the versions are known by these letters
    "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,"
    "Notes,Notes d'entraînement,RPE"
)

ROWS = (
    "2024-02-01 18:00:00,Push,1h,Squat,1,100,5,0,0,,,",
    "2024-02-01 18:00:00,Push,1h,Squat,2,100,5,0,0,,,",
    "2024-02-03 18:00:00,Push,1h,Squat,1,105,5,0,0,,,",
    "2024-02-03 18:00:00,Push,50m,Squat,1,105,5,0,0,,,",
    "2024-02-03 18:00:00,Pull,1h,Squat,1,105,5,0,0,,,",
)


def read(*lines: str, options: Options = ASKED, end: str = "\n") -> Imported:
    return from_bytes.read(strong, "".join(line + end for line in lines).encode(), options)


# The nine headers


def test_a_ios_2016_names_its_units_in_the_columns_and_counts_from_0():
    imported = read(
        A,
        '2016-11-05 10:12:33,"Push",Bench Press (Barbell),0,60,8,0,0,""',
        '2016-11-05 10:12:33,"Push",Bench Press (Barbell),1,62.5,6,0,0,"elbows in"',
        '2016-11-05 10:12:33,"Push",Running,0,0,0,2.5,900,""',
        options=NOT_ASKED,
        end="\r\n",
    )
    assert sets(imported) == [
        ("bench-press", 60, 8, None, None),
        ("bench-press", 62.5, 6, None, None),
        ("run", None, None, 2.5, 900),
    ]
    assert set_notes(imported) == ["", "elbows in", ""]
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2016-11-05T10:12:33+01:00"
    assert (workout.title, workout.kind, workout.duration_min) == ("Push", WorkoutKind.STRENGTH, None)
    assert workout.source == "strong"
    assert imported.units == {"weight": "kg", "distance": "km"}
    assert (imported.rows, imported.problems, imported.skipped) == (3, [], [])


def test_a_in_pounds_and_miles():
    imported = read(
        A.replace("kg", "lb").replace("km", "mi"),
        "2016-11-05 10:12:33,Legs,Squat (Barbell),0,225,5,0,0,",
        "2016-11-05 10:12:33,Legs,Running,0,0,0,1,480,",
        options=NOT_ASKED,
    )
    assert sets(imported) == [("squat", 102.058, 5, None, None), ("run", None, None, 1.609, 480)]
    assert imported.units == {"weight": "lb", "distance": "mi"}


def test_b_ios_2017_has_neither_duration_nor_rpe():
    imported = read(
        B, '2018-01-03 17:40:01,"Legs",Squat (Barbell),1,100,5,0,0,"deep","slept badly, went anyway"'
    )
    assert sets(imported) == [("squat", 100, 5, None, None)]
    (workout,) = workouts(imported)
    assert (workout.note, workout.duration_min) == ("slept badly, went anyway", None)
    assert set_notes(imported) == ["deep"]


def test_c_ios_2019_writes_pounds_as_long_kilograms_that_are_kept_to_the_gram():
    imported = read(C, '2019-03-04 07:00:10,"Arms",Bicep Curl (Dumbbell),1,6.80388555,12,0,0,"","",')
    assert sets(imported) == [("dumbbell-curl", 6.804, 12, None, None)]


def test_d_ios_2020_has_duration_rpe_and_set_orders_in_letters():
    imported = read(
        D,
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",W,40.0,10.0,0,0.0,"","",',
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",1,80.0,8.0,0,0.0,"","",8.5',
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",Rest Timer,0,0.0,0,90.0,,,',
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",F,80.0,6.0,0,0.0,"","",10',
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",D,60.0,9.0,0,0.0,"","",',
    )
    made = [each for each in imported.records if isinstance(each, Set)]
    assert [each.kind for each in made] == [SetKind.WARMUP, SetKind.NORMAL, SetKind.FAILURE, SetKind.DROP]
    assert [each.rpe for each in made] == [None, 8.5, 10, None]
    assert [each.position for each in made] == [1, 2, 3, 4]
    assert imported.skipped == [Skipped(4, "rest timer, not a set")]
    (workout,) = workouts(imported)
    assert (workout.title, workout.duration_min) == ("Push, heavy", 65)


def test_e_is_d_without_notes():
    imported = read(E, '2023-06-01 06:30:00,"Legs",55s,"Deadlift (Barbell)",1,120.0,5,0,0.0,9')
    assert sets(imported) == [("deadlift", 120, 5, None, None)]
    assert workouts(imported)[0].duration_min == 0.917


@pytest.mark.parametrize("delimiter", [";", ","])
def test_f_android_writes_seconds_and_metres_and_runs_its_numbers_on(delimiter):
    imported = read(
        *(
            line.replace(";", delimiter)
            for line in (
                F,
                '"1";"2024-09-30 08:02:36";"Back";"1864";"Lat Pulldown (Cable)";"1";"45.359237";"12";"";"";"";"";""',
                '"1";"2024-09-30 08:02:36";"Back";"1864";"Running";"2";"";"";"";"5200";"1800";"";""',
                '"1";"2024-09-30 08:02:36";"Back";"1864";"Plank";"3";"";"";"";"";"60";"";"all good"',
            )
        ),
        options=NOT_ASKED,
    )
    assert sets(imported) == [
        ("lat-pulldown", 45.359, 12, None, None),
        ("run", None, None, 5.2, 1800),
        ("plank", None, None, None, 60),
    ]
    (workout,) = workouts(imported)
    assert (workout.duration_min, workout.note) == (31.067, "all good")
    assert imported.units == {"weight": "kg", "distance": "m"}


def test_f_in_pounds():
    imported = read(
        F.replace("kg", "lbs"),
        '"1";"2024-09-30 08:02:36";"Legs";"1864";"Squat (Barbell)";"1";"100";"5";"";"";"";"";""',
        options=NOT_ASKED,
    )
    assert sets(imported) == [("squat", 45.359, 5, None, None)]


def test_f_tells_two_workouts_apart_by_their_number():
    rows = [
        f'"{number}";"2024-09-30 08:02:36";"Legs";"60";"Squat (Barbell)";"1";"{kg}";"5";"";"";"";"";""'
        for number, kg in ((1, 100), (2, 60))
    ]
    first, again = read(F, *rows), read(F, *reversed(rows))
    assert len({workout.id for workout in workouts(first)}) == 2
    assert first.records == again.records


def test_g_states_units_per_row_and_mixes_them():
    imported = read(
        G,
        "2023-12-01 09:00:00;Mixed;Squat (Barbell);1;100;kg;5;;;;;;;1h 5m",
        '2023-12-01 09:00:00;Mixed;Leg Press;1;200;lbs;10;;;;;"first line',
        'second line";;1h 5m',
        "2023-12-01 09:00:00;Mixed;Running;1;;;;;3;mi;1500;;;1h 5m",
        "2023-12-01 09:00:00;Mixed;Rowing (Machine);1;;;;;2000;m;500;;;1h 5m",
        options=NOT_ASKED,
    )
    assert sets(imported) == [
        ("squat", 100, 5, None, None),
        ("leg-press", 90.718, 10, None, None),
        ("run", None, None, 4.828, 1500),
        ("row-erg", None, None, 2, 500),
    ]
    assert set_notes(imported)[1] == "first line\nsecond line"
    assert imported.units == {"weight": "kg, lb", "distance": "m, mi"}
    assert imported.rows == 4


def test_g_asks_for_a_unit_that_one_row_leaves_out():
    rows = (
        G,
        "2023-12-01 09:00:00;M;Squat;1;100;kg;5;;;;;;;37m",
        "2023-12-01 09:00:00;M;Squat;2;100;;5;;;;;;;37m",
    )
    with pytest.raises(Refused, match=r"line 3: 100\): add --weight-unit kg\|lb"):
        read(*rows, options=NOT_ASKED)
    assert [kg for _, kg, *_ in sets(read(*rows, options=replace(ASKED, weight_unit=MassUnit.LB)))] == [
        100,
        45.359,
    ]


def test_h_german():
    imported = read(
        H,
        '2025-05-01 19:00:00,"Beine",2h 23min,"Squat (Barbell)",1,102.5,5,0,0.0,"tief","müde",',
        '2025-05-01 19:00:00,"Beine",2h 23min,"Squat (Barbell)",Ruhezeit,0,0,0,120.0,,,',
        '2025-05-03 19:00:00,"Arme",31min,"Bicep Curl (Dumbbell)",1,12.5,10,0,0.0,"","",',
    )
    assert sets(imported) == [("squat", 102.5, 5, None, None), ("dumbbell-curl", 12.5, 10, None, None)]
    assert [workout.duration_min for workout in workouts(imported)] == [143, 31]
    assert workouts(imported)[0].note == "müde"
    assert imported.skipped == [Skipped(3, "rest timer, not a set")]


def test_i_french():
    imported = read(
        I,
        '2023-04-01 12:00:00,"Séance d\'été",1h 5min,"Bench Press (Barbell)",1,70.0,8,0,0.0,"","",',
        end="\r\n",
    )
    assert sets(imported) == [("bench-press", 70, 8, None, None)]
    assert (workouts(imported)[0].title, workouts(imported)[0].duration_min) == ("Séance d'été", 65)


SPANISH = (
    "Fecha,Nombre del entrenamiento,Duración,Nombre del ejercicio,Orden de la serie,Peso,Repeticiones,"
    "Distancia,Segundos,Notas,Notas del entrenamiento,RPE"
)


def test_a_header_in_another_language_is_taken_by_place():
    imported = read(
        SPANISH,
        '2024-03-04 18:30:00,"Pierna",1h 5m,"Squat (Barbell)",W,40.0,10,0,0.0,"","",',
        '2024-03-04 18:30:00,"Pierna",1h 5m,"Squat (Barbell)",1,100.0,5,0,0.0,"bien","",8',
        '2024-03-04 18:30:00,"Pierna",1h 5m,"Squat (Barbell)",Descanso,0,0,0,90.0,,,',
        '2024-03-04 18:30:00,"Pierna",1h 5m,"Squat (Barbell)",Nota,0,0,0,0.0,"profundo",,',
    )
    assert sets(imported) == [("squat", 40, 10, None, None), ("squat", 100, 5, None, None)]
    assert set_notes(imported) == ["", "bien\nprofundo"]
    assert imported.skipped == [
        Skipped(4, "Descanso: seconds only, taken for a rest timer"),
        Skipped(5, "note, kept with its exercise"),
    ]
    assert imported.notes[0] == (
        "the header is in a language that is not known: the columns were taken by their place"
    )


def test_rows_without_any_header_are_taken_by_place():
    rows = [
        f'2024-03-04 18:30:00,"Legs",1h 5m,"Squat (Barbell)",{n},100.0,5,0,0.0,"","",8' for n in (1, 2, 3)
    ]
    for count in (1, 2, 3):
        imported = read(*rows[:count])
        assert (imported.rows, sets(imported)) == (count, [("squat", 100, 5, None, None)] * count)
    assert imported.notes[0] == "the file has no header: the columns were taken by their place"


# Units that the file does not say


@pytest.mark.parametrize("header", [B, C, D, E, H, I])
def test_weights_without_a_unit_are_refused_with_the_flag_that_gives_it(header):
    cells = dict.fromkeys(header.split(","), "")
    for name, value in zip(
        [name for name in header.split(",") if name not in ("Duration", "Dauer", "Durée")],
        ("2024-02-01 18:00:00", "Legs", "Squat (Barbell)", "1", "100", "5"),
        strict=False,
    ):
        cells[name] = value
    row = ",".join(cells.values())
    with pytest.raises(Refused) as refused:
        read(header, row, options=NOT_ASKED)
    assert str(refused.value) == (
        "strong.csv does not say the unit of its weights (line 2: 100): add --weight-unit kg|lb"
    )
    assert sets(read(header, row)) == [("squat", 100, 5, None, None)]


def test_weights_and_distances_without_units_are_asked_for_together():
    with pytest.raises(Refused) as refused:
        read(
            D,
            "2024-02-01 18:00:00,Legs,1h,Squat,1,225,5,0,0,,,",
            "2024-02-01 18:00:00,Legs,1h,Running,1,0,0,3.1,1500,,,",
            options=NOT_ASKED,
        )
    assert str(refused.value) == (
        "strong.csv does not say the unit of its weights (line 2: 225): add --weight-unit kg|lb; "
        "nor the unit of its distances (line 3: 3.1): add --distance-unit km|mi"
    )


def test_no_unit_is_asked_for_when_no_row_has_a_number_for_it():
    imported = read(D, "2024-02-01 18:00:00,Core,20m,Plank,1,0,0,0,60,,,", options=NOT_ASKED)
    assert sets(imported) == [("plank", None, None, None, 60)]
    assert (imported.units, imported.notes) == ({}, [])


def test_units_that_the_file_does_not_need_are_ignored_with_a_note():
    imported = read(
        F,
        '"1";"2024-09-30 08:02:36";"Back";"1864";"Squat";"1";"45";"12";"";"";"";"";""',
        options=replace(ASKED, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI),
    )
    assert sets(imported) == [("squat", 45, 12, None, None)]
    assert imported.notes == [
        "--weight-unit is not needed and was ignored: the file states its units",
        "--distance-unit is not needed and was ignored: no row has a distance",
    ]


def test_a_unit_that_is_none_is_a_problem():
    imported = read(G, "2023-12-01 09:00:00;Mixed;Squat;1;100;stone;5;;;;;;;37m")
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (2, "Weight Unit", "stone")
    assert problem.reason == "it needs one of kg, lb"


# Durations


def long_workout(duration: str, *, exercise: str = "Squat", seconds: int = 0) -> Imported:
    reps = 0 if seconds else 5
    return read(D, f"2024-02-01 18:00:00,W,{duration},{exercise},1,0,{reps},0,{seconds},,,")


@pytest.mark.parametrize(
    ("seconds", "minutes", "reasons"),
    [
        ("", None, []),
        ("FALSE", None, []),
        ("0", None, []),
        ("90.4", 1.5, []),
        ("-90", None, ["it needs seconds such as 3900"]),
        ("soon", None, ["it needs a number such as 62.5"]),
    ],
)
def test_a_duration_in_seconds_is_a_bare_number(seconds, minutes, reasons):
    imported = read(F, f'"1";"2024-09-30 08:02:36";"Core";"{seconds}";"Plank";"1";"";"";"";"";"60";"";""')
    assert [problem.reason for problem in imported.problems] == reasons
    assert [workout.duration_min for workout in workouts(imported)] == ([] if reasons else [minutes])


@pytest.mark.parametrize("duration", ["65", "an hour", "-5m", "1h1h", "1:75", "9" * 70])
def test_a_duration_that_means_nothing_is_a_problem(duration):
    imported = long_workout(duration)
    assert imported.records == []
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (2, "Duration", duration)
    assert problem.reason == "it needs a duration such as 1h 5m, 35min or 55s"


def test_a_rest_timer_may_also_stand_as_an_exercise():
    imported = read(
        D,
        "2024-02-01 18:00:00,W,1h,Squat,1,100,5,0,0,,,",
        "2024-02-01 18:00:00,W,1h,Rest Timer,1,0,0,0,90,,,",
    )
    assert sets(imported) == [("squat", 100, 5, None, None)]
    assert imported.skipped == [Skipped(3, "rest timer, not a set")]
    assert imported.new_exercises == []


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Date", "soon", "it needs a date and time such as"),
        ("Date", "2024-02-30 10:00:00", "there is no such date or time"),
        ("Date", "7/8/2024 10:00", "it needs a date and time such as"),
        ("Date", "1970-01-01 00:00:00", "it needs a date from 1971 to 2199"),
        ("Date", "9999-12-31 23:59:59", "it needs a date from 1971 to 2199"),
        ("Date", "2026-11-23 07:00:00", "it is in the future (today is 2026-11-22)"),
        ("Date", "", "it needs a date and time such as"),
        ("Exercise Name", "", "a set needs the name of its exercise"),
        ("Set Order", "X", "it needs a number, W (warm-up), F (failure), D (drop set), Rest Timer or Note"),
        ("Set Order", "", "it needs a number, W (warm-up), F (failure), D (drop set), Rest Timer or Note"),
        ("Weight", "abc", "it needs a number such as 62.5"),
        ("Weight", "1e999", "it needs a number such as 62.5"),
        ("Weight", "5000", "it needs a number from -1000 to 2000 kg"),
        ("Reps", "8.5", "it needs a whole number from 0 to 100000"),
        ("Reps", "-1", "it needs a whole number from 0 to 100000"),
        ("Distance", "far", "it needs a number such as 62.5"),
        ("Distance", "1,2,3", "it needs a number such as 62.5"),
        ("Seconds", "nan", "it needs a number such as 62.5"),
        ("Seconds", "-60", "it needs a number from 0 to 3"),
        ("RPE", "11", "it needs a number from 0 to 10"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(column, value, reason):
    good = dict(zip(D.split(","), ROWS[0].split(","), strict=True))
    bad = good | {column: f'"{value}"'}
    imported = read(D, ",".join(good.values()), ",".join(bad.values()))
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column, problem.value) == ("strong.csv", 3, column, value)
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1
    assert imported.rows == 2


# Files that were handled


def test_a_file_saved_again_by_excel():
    imported = read(
        "sep=;",
        D.replace(",", ";"),
        "24 Jul 2024, 7:07;Push, heavy;1:33;Squat (Barbell);1;62,5;5;FALSE;FALSE;;;FALSE",
    )
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-07-24T07:07:00+02:00"
    assert (workout.title, workout.duration_min) == ("Push, heavy", 93)
    assert sets(imported) == [("squat", 62.5, 5, None, None)]


def test_a_bare_date_is_noon_of_that_day_with_the_time_not_known():
    (workout,) = workouts(read(D, "2024-07-24,Push,1h,Squat,1,60,5,0,0,,,"))
    assert (workout.started_at.isoformat(), workout.time_known) == ("2024-07-24T12:00:00+02:00", False)


def test_a_column_that_stands_twice_is_refused():
    header = D.replace("Distance", "Weight")
    row = "2024-02-01 18:00:00,W,1h,Squat,1,100,5,80,0,,,"
    assert from_bytes.recognises(strong, f"{header}\n{row}\n".encode())
    with pytest.raises(Refused) as refused:
        read(header, row)
    assert str(refused.value) == (
        "strong.csv: column 6 (Weight) and column 8 (Weight) are for the same; take one of them out"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\0\0\0\0",
        b"hello",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b'"Date";"Weight (kg)"\n"2024-01-01 00:00:00";"76.80000305175781"\n',
        b"Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time\n2020-01-01,Squat,Legs,60,5,,,\n",
        b"a,b,c,d,e,f,g,h,i,j,k,l\n1,2,3,4,5,6,7,8,9,10,11,12\n",
        b"a,b,c,d,e,f,g,h,i,j,k,l\n",
    ],
)
def test_other_files_are_not_recognised_and_refused_in_a_sentence(data):
    assert not from_bytes.recognises(strong, data)
    with pytest.raises(Refused, match=r"^strong\.csv is not an export of Strong: it needs the columns Date"):
        from_bytes.read(strong, data, ASKED)


def test_a_file_with_nothing_but_a_header_gives_nothing():
    imported = read(D)
    assert (imported.rows, imported.records, imported.problems) == (0, [], [])


@pytest.mark.parametrize("header", [A, B, C, D, E, F, G, H, I])
def test_every_header_is_recognised_also_when_the_file_is_cut_anywhere_behind_it(header):
    data = f'{header}\n2024-02-01 18:00:00,"Pu'.encode()
    assert from_bytes.recognises(strong, data)
    assert not from_bytes.recognises(hevy, data)


# Damage of any kind

GOOD = "\n".join(
    (
        D,
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",W,40.0,10.0,0,0.0,"","",',
        '2024-02-01 18:00:00,"Push, heavy",1h 5m,"Bench Press (Barbell)",Rest Timer,0,0.0,0,90.0,,,',
        '2024-02-02 18:00:00,"Run",1h 5m,"Running",1,0,0,5.2,1800.0,"note","über",8',
        "",
    )
).encode()


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
    from_bytes.recognises(strong, data)
    try:
        imported = from_bytes.read(strong, data, ASKED)
    except Refused:
        return
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows


@given(cells=st.lists(st.text(max_size=12), min_size=12, max_size=12))
def test_whatever_stands_in_the_cells_every_row_is_accounted_for(cells):
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    imported = from_bytes.read(strong, f"{D}\n{row}\n".encode("utf-8", "surrogatepass"), ASKED)
    assert len(sets(imported)) + len(imported.skipped) + len(imported.problems) == imported.rows <= 1
