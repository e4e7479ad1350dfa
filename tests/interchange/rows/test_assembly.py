"""From rows to workouts, the same for every foreign format; told with files of Strong."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import set_notes, sets, workouts

from journal.exercises import catalogue
from journal.interchange import Imported, Skipped
from journal.interchange.lifting import strong
from journal.interchange.rows.foreign import Options
from journal.records import OwnExercise
from journal.vocabulary import DistanceUnit, MassUnit, WorkoutKind

ASKED = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=MassUnit.KG,
    distance_unit=DistanceUnit.KM,
    today=date(2026, 11, 22),
    file="strong.csv",
)
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)
ROWS = (
    "2024-02-01 18:00:00,Push,1h,Squat,1,100,5,0,0,,,",
    "2024-02-01 18:00:00,Push,1h,Squat,2,100,5,0,0,,,",
    "2024-02-03 18:00:00,Push,1h,Squat,1,105,5,0,0,,,",
    "2024-02-03 18:00:00,Push,50m,Squat,1,105,5,0,0,,,",
    "2024-02-03 18:00:00,Pull,1h,Squat,1,105,5,0,0,,,",
)


def read(*rows: str, header: str = HEADER, options: Options = ASKED) -> Imported:
    return from_bytes.read(strong, "\n".join((header, *rows)).encode(), options)


def long_workout(duration: str, *, exercise: str = "Squat", seconds: int = 0) -> Imported:
    reps = 0 if seconds else 5
    return read(f"2024-02-01 18:00:00,W,{duration},{exercise},1,0,{reps},0,{seconds},,,")


# Duration and kind


def test_durations_of_forgotten_timers_are_kept_and_counted():
    imported = read(
        *(
            f"2024-02-0{day} 18:00:00,W,{duration},Squat,1,0,5,0,0,,,"
            for day, duration in ((1, "5h"), (2, "5h 0m 1s"), (3, "234h 29m"), (4, "1100h"), (5, "0s"))
        ),
    )
    assert [workout.duration_min for workout in workouts(imported)] == [300, 300.017, 14069, None, None]
    assert imported.notes[-3:] == [
        "2 workouts are longer than 5 h: their duration is not used for load",
        "1 workout is longer than 1,000 h: its duration was left out",
        "1 workout took 0 s: its duration was left out (line 6)",
    ]


def test_an_endurance_workout_lasts_as_long_as_its_sets_when_its_own_duration_cannot_be():
    assert workouts(long_workout("45m", exercise="Running", seconds=1800))[0].duration_min == 45
    assert workouts(long_workout("145h", exercise="Running", seconds=1800))[0].duration_min == 30
    assert workouts(long_workout("0s", exercise="Running", seconds=1800))[0].duration_min == 30
    assert workouts(long_workout("55s", exercise="Running", seconds=1800))[0].duration_min == 30
    assert workouts(long_workout("45m", exercise="Running", seconds=180_000))[0].duration_min == 45
    assert workouts(long_workout("145h", exercise="Running"))[0].duration_min == 8700
    assert workouts(long_workout("145h", exercise="Plank", seconds=1800))[0].duration_min == 8700


@pytest.mark.parametrize(
    ("exercises", "kind"),
    [
        (["Running", "Running"], WorkoutKind.RUN),
        (["Cycling"], WorkoutKind.RIDE),
        (["Swimming"], WorkoutKind.SWIM),
        (["Rowing (Machine)"], WorkoutKind.ROW),
        (["Walking"], WorkoutKind.WALK),
        (["Running", "Squat"], WorkoutKind.STRENGTH),
        (["Running", "Something of mine"], WorkoutKind.STRENGTH),
        (["Something of mine"], WorkoutKind.STRENGTH),
        (["Running", "Cycling"], WorkoutKind.OTHER),
    ],
)
def test_a_workout_is_of_the_kind_that_all_of_it_is(exercises, kind):
    imported = read(*(f"2024-02-01 18:00:00,W,1h,{name},1,0,5,0,600,,," for name in exercises))
    assert [workout.kind for workout in workouts(imported)] == [kind]


# Rows that are no sets, and numbers that are none


def test_empty_sets_are_left_out_and_said():
    imported = read(
        "2024-02-01 18:00:00,W,1h,Squat,1,0,0,0,0.0,,,",
        "2024-02-01 18:00:00,W,1h,Squat,2,,,,,,,",
        "2024-02-01 18:00:00,W,1h,Squat,W,0,0,0,0,knee felt odd,,",
        "2024-02-01 18:00:00,W,1h,Squat,3,100,5,0,0,,,",
    )
    assert sets(imported) == [("squat", 100, 5, None, None)]
    reason = "empty set: no repetitions, weight, distance or time"
    assert imported.skipped == [Skipped(line, reason) for line in (2, 3, 4)]
    assert set_notes(imported) == ["knee felt odd"]


def test_a_workout_without_any_set_is_kept_for_its_duration_or_note():
    row = "2024-02-0{} 18:00:00,W,{},Running,1,0,0,0,0,,{},"
    imported = read(row.format(1, "30m", ""), row.format(2, "0s", "went home"), row.format(3, "0s", ""))
    assert [(each.day.day, each.kind, each.duration_min, each.note) for each in workouts(imported)] == [
        (1, WorkoutKind.RUN, 30, ""),
        (2, WorkoutKind.RUN, None, "went home"),
    ]
    assert len(imported.skipped) == 3


def test_zeros_stand_for_what_a_set_does_not_have():
    imported = read(
        "2024-02-01 18:00:00,W,1h,Pull Up,1,0,8,0,0.0,,,0",
        "2024-02-01 18:00:00,W,1h,Plank,1,0,0,0,60.4,,,",
        "2024-02-01 18:00:00,W,1h,Deadlift (Barbell),1,180,0,0,0,failed,,",
    )
    assert sets(imported) == [
        ("pull-up", None, 8, None, None),
        ("plank", None, None, None, 60),
        ("deadlift", 180, 0, None, None),
    ]


def test_notes_are_kept_once_where_they_belong():
    imported = read(
        '2024-02-01 18:00:00,W,1h,Squat,Note,0,0,0,0,"brace, then go",,',
        "2024-02-01 18:00:00,W,1h,Squat,1,100,5,0,0,belt,good day,",
        "2024-02-01 18:00:00,W,1h,Squat,2,100,5,0,0,belt,good day,",
        "2024-02-01 18:00:00,W,1h,Squat,3,100,5,0,0,no belt,good day,",
        "2024-02-01 18:00:00,W,1h,Squat,Note,0,0,0,0,last one slow,,",
        "2024-02-01 18:00:00,W,1h,Bench Press,Note,0,0,0,0,bench was taken,,",
        "2024-02-01 18:00:00,W,1h,Squat,Note,0,0,0,0,,,",
    )
    assert set_notes(imported) == ["brace, then go\nbelt", "", "no belt\nlast one slow"]
    assert workouts(imported)[0].note == "good day\nBench Press: bench was taken"
    assert [(skipped.line, skipped.reason) for skipped in imported.skipped] == [
        (2, "note, kept with its exercise"),
        (6, "note, kept with its exercise"),
        (7, "note, kept with its exercise"),
        (8, "empty note"),
    ]


def test_odd_but_possible_numbers_come_through():
    imported = read(
        "2024-02-01 23:50:00,W,1h,Chin Up (Assisted),1,-20.5,8,0,0,,,",
        '2024-02-01 23:50:00,W,1h,Squat,1,"62,5",999,0,0,,,',
        '2024-02-01 23:50:00,W,1h,Squat,2,"1,102.0",5,0,0,,,',
        "2024-02-01 23:50:00,W,1h,Squat,3,1e2,5,FALSE,FALSE,,,FALSE",
    )
    assert [kg for _, kg, *_ in sets(imported)] == [-20.5, 62.5, 1102, 100]
    assert imported.problems == []


def test_a_workout_whose_rows_are_all_problems_leaves_nothing_behind():
    imported = read("2024-02-01 18:00:00,W,1h,Thing of mine,1,9999,5,0,0,,,")
    assert (imported.records, imported.new_exercises, len(imported.problems)) == ([], [], 1)


# Exercises


def test_unknown_exercises_become_the_users_own_and_are_said():
    imported = read(
        "2024-02-01 18:00:00,W,1h,Zercher Carry,1,60,1,0,0,,,",
        "2024-02-01 18:00:00,W,1h,zercher carry,2,60,1,0,0,,,",
        '2024-02-01 18:00:00,W,1h," Überzug\n quer ",1,60,1,0,0,,,',
    )
    own = [record for record in imported.records if isinstance(record, OwnExercise)]
    assert imported.records[: len(own)] == own
    assert imported.new_exercises == [exercise.name for exercise in own] == ["Zercher Carry", "Überzug quer"]
    assert own[0].slug == "zercher-carry"
    assert own[0].primary_muscles == ()
    assert [name for name, *_ in sets(imported)] == [own[0].slug, own[0].slug, own[1].slug]


def test_exercises_that_the_journal_has_already_are_not_new():
    known = catalogue([OwnExercise(slug="zercher-carry", name="Zercher Carry")])
    imported = read(
        "2024-02-01 18:00:00,W,1h,Zercher Carry,1,60,1,0,0,,,", options=replace(ASKED, catalogue=known)
    )
    assert imported.new_exercises == []
    assert sets(imported)[0][0] == "zercher-carry"


# Ids


def test_the_same_file_gives_the_same_records_again_and_in_any_order_of_workouts():
    first = read(*ROWS)
    assert len({workout.id for workout in workouts(first)}) == 4
    assert read(*ROWS).records == first.records
    newest_first = read(*ROWS[:1:-1], *ROWS[:2])
    assert newest_first.records == first.records


def test_ids_depend_neither_on_the_unit_nor_on_the_zone():
    def ids(**changes):
        return {workout.id for workout in workouts(read(*ROWS, options=replace(ASKED, **changes)))}

    assert ids() == ids(weight_unit=MassUnit.LB) == ids(zone=ZoneInfo("America/New_York"))


def test_rows_of_a_workout_that_stand_apart_are_one_workout_unless_they_count_again():
    sorted_by_exercise = read(
        "2024-02-01 18:00:00,Push,1h,Bench Press,1,60,5,0,0,,,",
        "2024-02-03 18:00:00,Push,1h,Bench Press,1,60,5,0,0,,,",
        "2024-02-01 18:00:00,Push,1h,Squat,1,100,5,0,0,,,",
        "2024-02-03 18:00:00,Push,1h,Squat,1,100,5,0,0,,,",
    )
    assert len(workouts(sorted_by_exercise)) == 2
    twice = [
        "2024-02-01 18:00:00,Push,1h,Squat,1,100,5,0,0,,,",
        "2024-02-03 18:00:00,Pull,1h,Deadlift,1,100,5,0,0,,,",
        "2024-02-01 18:00:00,Push,1h,Squat,1,80,5,0,0,,,",
    ]
    assert len({workout.id for workout in workouts(read(*twice))}) == 3
    assert read(*twice).records == read(*reversed(twice)).records


# Whole files


def test_a_history_of_20_000_sets_is_read_whole():
    rows = [
        f'{date(2010, 1, 1) + timedelta(days=day)} 18:00:00,"Push {day % 3}",1h 5m,"Exercise {number % 7}",'
        f'{number % 5 + 1},{60 + number}.5,8.0,0,0.0,"","",'
        for day in range(1000)
        for number in range(20)
    ]
    imported = read(*rows)
    assert (imported.rows, len(sets(imported)), len(workouts(imported))) == (20_000, 20_000, 1000)
    assert imported.problems == []


def test_columns_that_are_not_read_are_named_when_they_hold_something():
    imported = read("2024-02-01 18:00:00,W,1h,Squat,1,100,5,0,0,,,,good,", header=HEADER + ",Mood,Tags")
    assert imported.notes[0] == "not read: 'Mood'"


def test_a_row_that_is_cut_or_too_long_is_a_problem():
    imported = read(
        "2024-02-01 18:00:00,W,1h,Press (Each Side, Dumbbells),1,20,5,0,0,,,",
        "2024-02-01 18:00:00,W,1h,Squat,1,100,5,0,0,good, really,,",
        "2024-02-01 18:00:00,W,1h,Squat,2,100,5,0,0,,,",
        "2024-02-01 18:00:00,W,1h,Squ",
    )
    assert [(problem.line, problem.column, problem.value) for problem in imported.problems] == [
        (2, "", ""),
        (3, "", ""),
        (5, "", ""),
    ]
    assert imported.problems[-1].reason == (
        "the row has 4 cells and the header 12: it is cut, or a text with a delimiter in it is not quoted"
    )
    assert len(sets(imported)) == 1


def test_texts_are_cleaned_of_what_a_terminal_would_obey():
    imported = read("2024-02-01 18:00:00,\x1b[31mW\x07,1h,Sq\u202euat,1,100,5,0,0,\x1b]0;x,,")
    assert workouts(imported)[0].title == "[31mW"
    assert sets(imported) == [("squat", 100, 5, None, None)]
    assert set_notes(imported) == ["]0;x"]


def test_a_record_that_the_journal_takes_issue_with_is_named_by_its_line():
    imported = read(*ROWS[:2], "2024-02-01 18:00:00,Push,1h,Squat,Rest Timer,0,0,0,90,,,", ROWS[2])
    lines = [imported.problem(one.TABLE, one.key, "no").line for one in imported.records]
    assert lines == [2, 2, 3, 5, 5]
    last = imported.records[-1]
    assert imported.problem("sets", last.key, "no").sentence == (
        f"strong.csv, line 5, sets.workout_id/position: '{last.key}'; no"
    )
