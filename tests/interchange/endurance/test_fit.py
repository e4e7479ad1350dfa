"""FIT: what watches record, made byte by byte as its description says."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from came_in import workouts
from from_bytes import read, recognises
from samples import fit as made

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.endurance import fit
from journal.interchange.endurance.activities import NOT_READ
from journal.interchange.rows.foreign import Options
from journal.records import OwnExercise, Set
from journal.vocabulary import DistanceUnit, MassUnit, Surface, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="watch.fit",
)

DAMAGED = "the file is damaged: what could be read of it was taken, look at its numbers"


def reading(*messages: made.Message, options: Options = OPTIONS) -> Imported:
    return read(fit, made.fit(*messages), options)


def sets(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, kg, repetitions, km and seconds of each set."""
    return [
        (one.exercise, one.weight_kg, one.reps, one.distance_km, one.duration_s)
        for one in imported.records
        if isinstance(one, Set)
    ]


# Sessions


def test_a_run_has_its_start_its_time_without_pauses_and_its_distance():
    imported = read(fit, made.run(), OPTIONS)
    (workout,) = workouts(imported)
    assert workout.started_at.isoformat() == "2024-11-08T12:33:20+01:00"
    assert (workout.kind, workout.duration_min, workout.source) == (WorkoutKind.RUN, 28.5, "fit")
    assert sets(imported) == [("run", None, None, 5, 1710)]
    assert (imported.rows, imported.problems, imported.skipped, imported.notes) == (1, [], [], [NOT_READ])


@pytest.mark.parametrize(
    ("sport", "sub_sport", "kind", "exercise", "surface"),
    [
        (1, 0, WorkoutKind.RUN, "run", None),
        (1, 1, WorkoutKind.RUN, "run", Surface.TREADMILL),
        (1, 3, WorkoutKind.RUN, "run", Surface.TRAIL),
        (1, 4, WorkoutKind.RUN, "run", Surface.TRACK),
        (2, 0, WorkoutKind.RIDE, "ride", None),
        (2, 6, WorkoutKind.RIDE, "ride", None),
        (5, 17, WorkoutKind.SWIM, "swim", None),
        (5, 18, WorkoutKind.SWIM, "swim", None),
        (4, 14, WorkoutKind.ROW, "row-erg", None),
        (15, 0, WorkoutKind.ROW, "outdoor-row", None),
        (4, 15, WorkoutKind.OTHER, "elliptical", None),
        (11, 0, WorkoutKind.WALK, "walk", None),
        (17, 0, WorkoutKind.WALK, "hike", None),
        (10, 43, WorkoutKind.YOGA, "yoga", None),
        (8, 0, WorkoutKind.SPORT, "tennis", None),
        (31, 0, WorkoutKind.SPORT, "climbing", None),
    ],
)
def test_the_sport_gives_kind_exercise_and_surface(sport, sub_sport, kind, exercise, surface):
    imported = reading(made.ACTIVITY_FILE, made.session(sport, sub_sport, total_distance=300_000))
    (workout,) = workouts(imported)
    assert (workout.kind, workout.surface) == (kind, surface)
    assert [name for name, *_ in sets(imported)] == [exercise]


def test_a_distance_in_metres_of_a_pool_is_no_distance_in_kilometres():
    imported = reading(made.ACTIVITY_FILE, made.session(5, 17, total_distance=100_000))
    assert sets(imported) == [("swim", None, None, 1, 1710)]


def test_without_a_sport_the_distance_stays_in_the_note():
    imported = reading(made.ACTIVITY_FILE, made.session(0, 0))
    (workout,) = workouts(imported)
    assert (workout.kind, workout.note, workout.duration_min, sets(imported)) == (
        WorkoutKind.OTHER,
        "5 km",
        28.5,
        [],
    )
    assert imported.notes == ["workouts of no known sport, whose distance is in their note: 1"]


def test_each_sport_of_a_triathlon_is_a_workout_and_the_changes_are_none():
    imported = read(fit, made.triathlon(), OPTIONS)
    assert [(one.kind, one.started_at.strftime("%H:%M")) for one in workouts(imported)] == [
        (WorkoutKind.SWIM, "12:33"),
        (WorkoutKind.RIDE, "13:06"),
        (WorkoutKind.RUN, "14:30"),
    ]
    assert [km for *_, km, _ in sets(imported)] == [1.5, 40, 5]


def test_two_files_one_behind_the_other_are_both_read():
    later = made.fit(made.ACTIVITY_FILE, made.session(2, 0, made.START + 90_000), big=True)
    assert [one.kind for one in workouts(read(fit, made.run() + later, OPTIONS))] == [
        WorkoutKind.RUN,
        WorkoutKind.RIDE,
    ]


@pytest.mark.parametrize(
    ("values", "minutes"),
    [
        ({"total_timer_time": None}, 30),
        ({"total_timer_time": None, "total_elapsed_time": None}, None),
        ({"total_timer_time": 0}, 30),
    ],
)
def test_the_time_with_pauses_stands_in_for_the_one_without(values, minutes):
    (workout,) = workouts(reading(made.ACTIVITY_FILE, made.session(**values)))
    assert workout.duration_min == minutes


def test_a_distance_that_nobody_runs_in_the_time_is_left_out_and_said():
    imported = reading(made.ACTIVITY_FILE, made.session(total_distance=16_100_000))
    assert sets(imported) == [("run", None, None, None, 1710)]
    assert imported.notes == ["distances that nobody covers in the time were left out: 161 km in 28 min"]


def test_a_watch_that_was_forgotten_is_said():
    imported = reading(made.ACTIVITY_FILE, made.session(total_timer_time=6 * 3_600_000))
    assert imported.notes == ["1 workout is longer than 5 h: its duration is not used for load"]


def test_units_that_are_told_are_not_needed():
    told = replace(OPTIONS, weight_unit=MassUnit.LB, distance_unit=DistanceUnit.MI)
    imported = read(fit, made.strength(), told)
    assert [kg for _, kg, *_ in sets(imported)] == [60, 62.5, None]
    assert imported.notes == [
        "--weight-unit is not needed and was ignored: the file states its units",
        "--distance-unit is not needed and was ignored: no row has a distance",
    ]


# Times


@pytest.mark.parametrize(
    ("offset", "started"),
    [
        (3600, "2024-11-08T12:33:20+01:00"),
        (-7 * 3600, "2024-11-08T04:33:20-07:00"),
        (5 * 3600 + 1800 + 1, "2024-11-08T17:03:20+05:30"),
        (None, "2024-11-08T12:33:20+01:00"),
        (40 * 3600, "2024-11-08T12:33:20+01:00"),
    ],
)
def test_the_file_tells_where_it_was_else_the_journal_does(offset, started):
    imported = reading(made.ACTIVITY_FILE, made.session(), made.activity(offset))
    assert workouts(imported)[0].started_at.isoformat() == started


def test_the_id_depends_on_nothing_but_the_file():
    ids = {
        workouts(reading(made.ACTIVITY_FILE, made.session(), options=replace(OPTIONS, zone=ZoneInfo(zone))))[
            0
        ].id
        for zone in ("Europe/Berlin", "America/New_York")
    }
    assert len(ids) == 1


def test_a_session_of_a_watch_that_did_not_know_the_time_is_left_out():
    imported = reading(made.ACTIVITY_FILE, made.session(start=5000), made.session())
    assert len(workouts(imported)) == 1
    assert imported.skipped == [Skipped(0, "a session without a date: the watch did not know the time")]


def test_a_session_to_come_is_a_problem():
    imported = reading(made.ACTIVITY_FILE, made.session(start=made.START + 3 * 366 * 86_400))
    assert imported.records == []
    assert imported.problems[0].reason == "it is in the future (today is 2026-11-22)"


# Sets


def test_strength_training_has_its_sets_and_no_rests():
    imported = read(fit, made.strength(), OPTIONS)
    assert workouts(imported)[0].kind is WorkoutKind.STRENGTH
    assert sets(imported) == [
        ("bench-press", 60, 8, None, None),
        ("bench-press", 62.5, 6, None, None),
        ("plank", None, None, None, 60),
    ]
    assert imported.skipped == [Skipped(0, "rests between sets, which are no sets: 1")]


@pytest.mark.parametrize(
    ("category", "subtype", "exercise"),
    [
        (0, 1, "bench-press"),
        (28, None, "squat"),
        ((21, None), (38, None), "pull-up"),
        (8, 0, "deadlift"),
        (0, 60_000, "bench-press"),
    ],
)
def test_exercises_are_known_by_their_numbers(category, subtype, exercise):
    imported = reading(
        made.ACTIVITY_FILE, made.a_set(category=category, subtype=subtype), made.session(10, 20)
    )
    assert [name for name, *_ in sets(imported)] == [exercise]


@pytest.mark.parametrize(
    ("category", "subtype", "name"),
    [
        (0, 0, "Alternating dumbbell chest press on swiss ball"),
        (65534, None, "Unknown exercise"),
        (None, None, "Unknown exercise"),
        (999, 4, "Unknown exercise"),
        (18, None, "Olympic lift"),
    ],
)
def test_what_the_catalogue_does_not_have_becomes_the_users_own(category, subtype, name):
    imported = reading(
        made.ACTIVITY_FILE, made.a_set(category=category, subtype=subtype), made.session(10, 20)
    )
    assert imported.new_exercises == [name]


def test_an_exercise_that_only_the_file_names_is_called_so():
    named = {"wkt_step_name": "Turm\x1b[31mspringen", "exercise_category": 65534, "exercise_name": 4}
    title = (made.EXERCISE_TITLE, named)
    imported = reading(made.ACTIVITY_FILE, title, made.a_set(category=65534, subtype=4), made.session(10, 20))
    (own,) = (record for record in imported.records if isinstance(record, OwnExercise))
    assert own.name == "Turm[31mspringen"


def test_a_set_belongs_to_the_session_that_it_was_done_in():
    later = made.START + 4000
    imported = reading(
        made.ACTIVITY_FILE,
        made.a_set(),
        made.a_set(category=28, subtype=None, start_time=later + 60),
        made.session(10, 20),
        made.session(10, 20, later),
    )
    first, second = workouts(imported)
    assert {(one.workout_id, one.exercise) for one in imported.records if isinstance(one, Set)} == {
        (first.id, "bench-press"),
        (second.id, "squat"),
    }


def test_a_set_with_nothing_in_it_is_none():
    imported = reading(made.ACTIVITY_FILE, made.a_set(0, 0, duration=0), made.session(10, 20))
    assert sets(imported) == []
    assert workouts(imported)[0].duration_min == 28.5


def test_a_planned_workout_gives_its_name():
    imported = reading(made.ACTIVITY_FILE, (made.WORKOUT, {"wkt_name": "Push day 🚀"}), made.session(10, 20))
    assert workouts(imported)[0].title == "Push day 🚀"


# Other files, and damaged ones


@pytest.mark.parametrize(
    ("kind", "said"),
    [(32, "monitoring b"), (49, "sleep"), (6, "course"), (5, "workout"), (200, "another kind")],
)
def test_what_a_watch_writes_beside_its_activities_is_no_workout(kind, said):
    with pytest.raises(Refused) as refused:
        reading((made.FILE_ID, {"type": kind}), *made.RECORDS)
    assert str(refused.value) == f"watch.fit holds no workout: it is a file of {said}"


def test_a_file_without_a_session_holds_no_workout():
    with pytest.raises(Refused, match="holds no workout: it has no session"):
        reading(made.ACTIVITY_FILE, *made.RECORDS)


def test_another_file_is_not_fit():
    for content in (b"", b"PK\x03\x04" * 10, b"Date,Exercise\n", made.run()[:11]):
        assert not recognises(fit, content)
        with pytest.raises(Refused, match="is not a FIT file"):
            read(fit, content, OPTIONS)


def test_a_file_that_is_cut_is_refused_or_gives_what_stood_before_the_cut():
    whole = made.fit(made.ACTIVITY_FILE, made.session(), *made.RECORDS, made.activity())
    seen = set()
    for length in range(14, len(whole)):
        try:
            imported = read(fit, whole[:length], OPTIONS)
        except Refused as refused:
            seen.add(str(refused))
        else:
            assert sets(imported) == [("run", None, None, 5, 1710)]
            assert imported.notes[-1] == DAMAGED
            seen.add("read")
    assert seen == {"read", "watch.fit is cut or damaged: it ends before the summary of its workout"}


def test_a_checksum_that_does_not_fit_is_said():
    imported = read(fit, made.run()[:-1] + b"\x55", OPTIONS)
    assert imported.notes[-1] == DAMAGED


def test_a_header_that_promises_gigabytes_costs_nothing():
    promised = bytearray(made.run())
    promised[4:8] = b"\xff\xff\xff\xff"
    assert sets(read(fit, bytes(promised), OPTIONS)) == [("run", None, None, 5, 1710)]


def test_more_sets_than_anybody_does_are_refused():
    one = made.records([(made.FILE_ID, {"type": 4})])
    message = one[-2:]
    body = one + message * 60_000
    with pytest.raises(Refused, match="more sessions and sets than anybody trains"):
        read(fit, made.as_file(body), OPTIONS)


def test_values_of_any_type_in_any_field_are_survived():
    # One byte after the other is turned into another; each file still says it is damaged, or is refused.
    whole = bytearray(made.strength())
    for place in range(14, len(whole) - 2):
        for value in (0x00, 0xFF, 0x88):
            damaged = bytearray(whole)
            if damaged[place] == value:
                continue
            damaged[place] = value
            try:
                imported = read(fit, bytes(damaged), OPTIONS)
            except Refused:
                continue
            assert imported.notes or imported.problems
