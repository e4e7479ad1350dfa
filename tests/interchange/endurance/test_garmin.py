"""Lists of Garmin Connect: six languages by the place of their columns, and metres where one expects kilometres."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from came_in import distances as sets
from came_in import workouts
from from_bytes import read, recognises
from samples import garmin as made

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.endurance import garmin
from journal.interchange.not_told import NotTold
from journal.interchange.rows.foreign import Options
from journal.records import OwnExercise
from journal.vocabulary import DistanceUnit, MassUnit, Surface, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=DistanceUnit.KM,
    today=date(2026, 11, 22),
    file="Activities.csv",
)
NO_UNIT = replace(OPTIONS, distance_unit=None)
HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR"


def reading(*rows: str, header: str = HEADER, options: Options = OPTIONS) -> Imported:
    return read(garmin, made.garmin(header, *rows), options)


# The rows


def test_a_run_with_everything():
    imported = reading(made.row())
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-06-28T17:29:31+02:00"
    assert (workout.title, workout.kind, workout.source) == ("Munich Running", WorkoutKind.RUN, "garmin")
    assert (workout.duration_min, workout.time_known) == (28.5, None)
    assert sets(imported) == [("run", 5.02, 1710)]
    assert (imported.rows, imported.problems, imported.skipped) == (1, [], [])
    assert imported.units == {"distance": "km"}
    assert imported.notes == ["not read: 'Favorite', 'Calories', 'Avg HR', 'Max HR'"]


@pytest.mark.parametrize("language", made.HEADERS)
def test_the_first_columns_are_read_in_every_language(language):
    content = made.in_language(language)
    assert recognises(garmin, content)
    imported = read(garmin, content, NO_UNIT)
    run, metres = workouts(imported)
    assert (run.kind, run.duration_min) == (WorkoutKind.RUN, 28.5)
    assert (metres.kind, metres.duration_min) in ((WorkoutKind.RUN, 35.2), (WorkoutKind.SWIM, 35.2))
    assert [km for _, km, _ in sets(imported)] == [None, 1.6]
    assert imported.units == {"distance": "m"}
    assert (imported.rows, imported.problems) == (2, [])


def test_other_languages_and_files_without_a_header_are_read_by_place():
    italian = "Tipo di attività,Data,Preferito,Titolo,Distanza,Calorie,Tempo,FC Media,FC max"
    for header, said in ((italian, "in a language that is not known"), ("", "has no header")):
        content = made.garmin(header, made.row("Corsa"), made.row("Corsa", "2024-07-01 08:00:00"))
        assert recognises(garmin, content)
        imported = read(garmin, content, OPTIONS)
        assert [one.kind for one in workouts(imported)] == [WorkoutKind.RUN, WorkoutKind.RUN]
        assert said in imported.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends_are_found_out(encoding, end):
    content = made.in_language("de").decode().replace("\r\n", end).encode(encoding)
    assert len(workouts(read(garmin, content, NO_UNIT))) == 2


@pytest.mark.parametrize(
    ("word", "kind", "exercise", "surface"),
    [
        ("Running", WorkoutKind.RUN, "run", None),
        ("Treadmill Running", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Trail Running", WorkoutKind.RUN, "run", Surface.TRAIL),
        ("Track Running", WorkoutKind.RUN, "run", Surface.TRACK),
        ("Laufbandtraining", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Laufen auf der Bahn", WorkoutKind.RUN, "run", Surface.TRACK),
        ("Löpband", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Løbebånd", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Entrenamiento en cinta", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Corrida em esteira", WorkoutKind.RUN, "run", Surface.TREADMILL),
        ("Cycling", WorkoutKind.RIDE, "ride", None),
        ("Mountain Biking", WorkoutKind.RIDE, "ride", None),
        ("Radfahren", WorkoutKind.RIDE, "ride", None),
        ("Cykling", WorkoutKind.RIDE, "ride", None),
        ("Inomhuscykling", WorkoutKind.RIDE, "ride", None),
        ("Ciclismo de estrada", WorkoutKind.RIDE, "ride", None),
        ("Open Water Swimming", WorkoutKind.SWIM, "swim", None),
        ("Freiwasserschwimmen", WorkoutKind.SWIM, "swim", None),
        ("Walking", WorkoutKind.WALK, "walk", None),
        ("Gehen", WorkoutKind.WALK, "walk", None),
        ("Caminata", WorkoutKind.WALK, "walk", None),
        ("Hiking", WorkoutKind.WALK, "hike", None),
        ("Vandring", WorkoutKind.WALK, "hike", None),
        ("Indoor Rowing", WorkoutKind.ROW, "row-erg", None),
        ("Rowing", WorkoutKind.ROW, "outdoor-row", None),
        ("Elliptical", WorkoutKind.OTHER, "elliptical", None),
        ("Yoga", WorkoutKind.YOGA, "yoga", None),
        ("Pilates", WorkoutKind.MOBILITY, "pilates", None),
        ("Mobility", WorkoutKind.MOBILITY, "mobility", None),
        ("Tennis", WorkoutKind.SPORT, "tennis", None),
        ("Resort Skiing", WorkoutKind.SPORT, "skiing", None),
        ("Skilanglauf", WorkoutKind.SPORT, "cross-country-skiing", None),
        ("Escalada en interior", WorkoutKind.SPORT, "climbing", None),
        ("Fotboll", WorkoutKind.SPORT, "football", None),
        ("Motociclismo", WorkoutKind.OTHER, "motorcycling", None),
        ("Multisport", WorkoutKind.SPORT, "triathlon", None),
    ],
)
def test_the_type_gives_kind_exercise_and_surface(word, kind, exercise, surface):
    imported = reading(made.row(word, distance="1.5", time="01:10:00"))
    (workout,) = workouts(imported)
    assert (workout.kind, workout.surface, [name for name, *_ in sets(imported)]) == (
        kind,
        surface,
        [exercise],
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Strength Training", WorkoutKind.STRENGTH),
        ("Krafttraining", WorkoutKind.STRENGTH),
        ("Styrketräning", WorkoutKind.STRENGTH),
        ("Styrketræning", WorkoutKind.STRENGTH),
        ("Entrenamiento de fuerza", WorkoutKind.STRENGTH),
        ("Treinamento de força", WorkoutKind.STRENGTH),
        ("Konditionspass", WorkoutKind.OTHER),
        ("Cardio", WorkoutKind.OTHER),
        ("Annan", WorkoutKind.OTHER),
        ("Other", WorkoutKind.OTHER),
        ("", WorkoutKind.OTHER),
    ],
)
def test_a_workout_of_many_exercises_keeps_its_time_and_is_told_to_have_no_sets(word, kind):
    imported = reading(made.row(word, distance="0.00", time="00:52:10"))
    (workout,) = workouts(imported)
    assert (workout.kind, sets(imported)) == (kind, [])
    assert workout.duration_min == pytest.approx(52 + 1 / 6, abs=0.001)
    assert imported.skipped == [
        Skipped(2, "a workout without sets: the list tells only its time", came_in=True)
    ]


def test_a_sport_that_nobody_knows_becomes_an_exercise_that_can_be_mapped():
    imported = reading(made.row("Baanlopen"))
    assert imported.new_exercises == ["Baanlopen"]
    assert [km for _, km, _ in sets(imported)] == [5.02]


def test_a_sport_that_an_earlier_import_met_is_read_as_it_was():
    first = reading(made.row("Baanlopen"))
    own = [record for record in first.records if isinstance(record, OwnExercise)]
    again = reading(made.row("Baanlopen"), options=replace(OPTIONS, catalogue=catalogue(own)))
    assert again.records == first.records[1:]


# Numbers


def test_the_unit_of_distances_is_asked_for():
    with pytest.raises(NotTold) as not_told:
        reading(made.row("Track Running", distance="800"), made.row(), options=NO_UNIT)
    assert str(not_told.value) == (
        "Activities.csv does not say the unit of its distances (line 3: 5.02): add --distance-unit km|mi"
    )
    assert not_told.value.questions[0].choices == ("km", "mi")


def test_miles_are_read_as_miles():
    imported = reading(made.row(), options=replace(OPTIONS, distance_unit=DistanceUnit.MI))
    assert sets(imported) == [("run", 8.079, 1710)]


def test_a_unit_of_weights_is_ignored_with_a_note():
    imported = reading(made.row(), options=replace(OPTIONS, weight_unit=MassUnit.KG))
    assert imported.notes[-1] == "--weight-unit is not needed and was ignored: no row has a weight"


def test_the_unit_is_not_needed_where_all_is_metres():
    imported = reading(made.row("Pool Swim", distance="1,500"))
    assert sets(imported) == [("swim", 1.5, 1710)]
    assert imported.notes[-1] == "--distance-unit is not needed and was ignored: the file states its units"


@pytest.mark.parametrize(
    ("word", "distance", "time", "km"),
    [
        ("Track Running", "1,610", "00:08:00", 1.61),
        ("Track Running", "800", "00:03:00", 0.8),
        ("Laufen auf der Bahn", "10,000", "00:45:00", 10),
        ("Pool Swimming", "1,500", "00:35:00", 1.5),
        ("Natação em piscina", "950", "00:35:00", 0.95),
        ("Open Water Swimming", "1,500", "00:35:00", 1.5),
        ("Open Water Swimming", "1.50", "00:35:00", 1.5),
        ("Cycling", "1,035", "80:00:00", 1035),
        ("Running", "2,81", "00:20:00", 2.81),
        ("Running", "10,5", "01:00:00", 10.5),
        ("Running", "--", "00:20:00", None),
        ("Running", "0.00", "00:20:00", None),
        ("Running", "", "00:20:00", None),
    ],
)
def test_metres_commas_and_missing_distances(word, distance, time, km):
    assert [one for _, one, _ in sets(reading(made.row(word, distance=distance, time=time)))] == [km]


def test_a_distance_that_nobody_covers_in_the_time_is_left_out_and_said():
    imported = reading(made.row(distance="1,610", time="00:08:00"))
    assert sets(imported) == [("run", None, 480)]
    assert (
        imported.notes[-1]
        == "distances that nobody covers in the time were left out: line 2: 1610 km in 8 min"
    )


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("00:28:30", 1710),
        ("00:28:30.4", 1710),
        ("00:28:30.6", 1711),
        ("01:00:19.49", 3619),
        ("0:28:30", 1710),
        ("26:00:00", 93_600),
        # As a spreadsheet leaves it: hours and minutes, or minutes with tenths of seconds
        ("1:33", 5580),
        ("28:30.5", 1710),
        ("0:00", None),
        ("--", None),
        ("", None),
    ],
)
def test_times_are_read(time, seconds):
    assert [one for *_, one in sets(reading(made.row(time=time)))] == [seconds]


def test_a_watch_that_was_forgotten_is_counted():
    imported = reading(made.row(time="26:00:00"))
    assert "1 workout is longer than 5 h: its duration is not used for load" in imported.notes


def test_the_rows_come_oldest_first_and_the_same_twice_stays_two():
    rows = [made.row(date=f"2024-06-{day:02d} 07:00:00") for day in (30, 12, 12)]
    imported = reading(*rows)
    assert [one.started_at.day for one in workouts(imported)] == [12, 12, 30]
    assert len({one.id for one in workouts(imported)}) == 3
    backwards = reading(*rows[::-1])
    assert {one.id for one in workouts(backwards)} == {one.id for one in workouts(imported)}


def test_the_unit_does_not_change_an_id():
    miles = reading(made.row(), options=replace(OPTIONS, distance_unit=DistanceUnit.MI))
    assert workouts(miles)[0].id == workouts(reading(made.row()))[0].id


def test_a_file_that_a_spreadsheet_saved_again_is_read():
    row = "Running,2024-06-28 17:29,FALSE,Munich Running,5.02,1035,0:28:30,141,166"
    imported = reading(row)
    assert sets(imported) == [("run", 5.02, 1710)]
    semicolons = made.garmin(HEADER.replace(",", ";"), row.replace(",", ";"))
    assert sets(read(garmin, semicolons, OPTIONS)) == [("run", 5.02, 1710)]


def test_a_time_that_was_cut_off_is_not_known():
    (workout,) = workouts(reading(made.row(date="2024-06-28")))
    assert (workout.started_at.hour, workout.time_known) == (12, False)


# What cannot be read


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (made.row(date="28/06/2024 17:29"), "Date", "28/06/2024 17:29", "it needs a date and time such as"),
        (
            made.row(date="2024-06-31 17:29:31"),
            "Date",
            "2024-06-31 17:29:31",
            "there is no such date or time",
        ),
        (made.row(date="2027-01-01 07:00:00"), "", "2027-01-01 07:00:00", "it is in the future"),
        (made.row(distance="far"), "Distance", "far", "it needs a number such as 62.5"),
        (made.row(distance="-5"), "Distance", "-5", "it needs a distance such as 5.02"),
        (made.row(time="soon"), "Time", "soon", "it needs a time such as 00:28:30"),
        (
            made.row(distance="99,999", time="--"),
            "distance_km",
            "99999.0",
            "it needs a number from 0 to 20000 km",
        ),
        (made.row(more=("1",)), "", "", "the row has 8 cells and the header 9"),
        (made.row(more=("1", "2", "3")), "", "", "the row has 10 cells and the header 9"),
    ],
)
def test_a_bad_cell_is_a_problem_and_its_row_is_left_out(row, column, value, reason):
    imported = reading(row, made.row())
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column, problem.value) == ("Activities.csv", 2, column, value)
    assert problem.reason.startswith(reason)
    assert (len(workouts(imported)), imported.rows) == (1, 2)


def test_an_activity_with_nothing_in_it_is_left_out():
    imported = reading(made.row(distance="--", time="0:00"))
    assert imported.records == []
    assert imported.skipped == [Skipped(2, "no workout: it has neither a time nor a distance")]


def test_a_quotation_mark_that_is_never_closed_is_a_problem():
    imported = reading(made.row(), made.row().replace('"166"', '"166'))
    assert [(one.line, one.reason[:24]) for one in imported.problems] == [(3, "a quotation mark opens h")]
    assert imported.rows == 2


def test_titles_are_only_text():
    imported = reading(made.row(title='=cmd|\x1b[31m, "x" [/red]'))
    assert workouts(imported)[0].title == '=cmd|[31m, "x" [/red]'


def test_other_lists_are_not_known():
    for content in (b"", b"Date,Title\n", b"Activity Type,Date\nRunning,2024\n", b"\x00" * 100, b'"'):
        assert not recognises(garmin, content)
        with pytest.raises(Refused, match="is not a list of Garmin Connect"):
            read(garmin, content, OPTIONS)
