"""What of a file is left out because the journal has it from elsewhere, and that it is said."""

import pytest

from journal.records import CheckIn, OwnExercise, Set, Workout

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2024-08-07 18:00:00,"Legs",1h,"Squat (Barbell)",1,100,5,0,0,"","",\n'
    '2024-08-07 18:00:00,"Legs",1h,"Iron Hug",2,100,5,0,0,"","",\n'
    '2024-08-09 18:00:00,"Push",1h,"Bench Press (Barbell)",1,60,5,0,0,"","",\n'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    '"Evening","7 Aug 2024, 18:03","7 Aug 2024, 19:01","","Squat (Barbell)","","",0,"normal",100,5,"","",8\n'
    '"Evening","7 Aug 2024, 18:03","7 Aug 2024, 19:01","","Iron Bear","","",0,"normal",100,5,"","",8\n'
    '"Evening","8 Aug 2024, 18:03","8 Aug 2024, 19:01","","Squat (Barbell)","","",0,"normal",100,5,"","",8\n'
)
DAY = "date,stress\n2024-08-07,{}\n"


def days(here):
    return [one.started_at.day for one in here.store.rows(Workout)]


def reasons(result):
    return [(one.line, one.reason) for one in result.read.skipped]


def test_a_session_that_another_program_recorded_is_left_out_and_said(here, bring):
    bring("strong.csv", STRONG)
    result = bring("hevy.csv", HEVY)
    why = "2024-08-07 18:03, Evening: looks like Legs from Strong, 18:00"
    assert reasons(result) == [(2, why), (3, why)]
    assert days(here) == [7, 8, 9]
    assert len(here.store.rows(Set)) == 4
    # What only that session named is not made.
    assert result.read.new_exercises == []
    assert [one.name for one in here.store.rows(OwnExercise)] == ["Iron Hug"]


def test_it_comes_in_when_doubles_are_to_be_kept(here, bring):
    bring("strong.csv", STRONG)
    result = bring("hevy.csv", HEVY, keep_doubles=True)
    assert (days(here), reasons(result)) == ([7, 7, 8, 9], [])
    assert result.read.new_exercises == ["Iron Bear"]
    # From then on it is the journal's own, and no double any more.
    again = bring("hevy.csv", HEVY)
    assert (again.brought.batch, again.brought.already_there["workouts"], reasons(again)) == (None, 2, [])


def test_files_of_one_call_are_doubles_of_each_other(here, bring):
    result = bring("strong.csv", STRONG, "hevy.csv", HEVY)
    assert [line for line, _ in reasons(result)] == [2, 3]
    assert days(here) == [7, 8, 9]


@pytest.mark.parametrize("name", ["strong.csv", "hevy.csv"])
def test_the_same_file_again_is_there_already_and_nothing_is_left_out(here, bring, name):
    text = {"strong.csv": STRONG, "hevy.csv": HEVY}[name]
    bring(name, text)
    again = bring(name, text)
    assert (again.brought.batch, reasons(again)) == (None, [])


def test_a_double_stays_out_however_often_it_comes(here, bring):
    bring("strong.csv", STRONG)
    first, second = bring("hevy.csv", HEVY), bring("hevy.csv", HEVY)
    assert reasons(first) == reasons(second)
    assert (second.brought.batch, days(here)) == (None, [7, 8, 9])


def test_once_the_other_import_is_taken_back_it_comes_in(here, bring):
    number = bring("strong.csv", STRONG).brought.batch
    bring("hevy.csv", HEVY)
    here.store.take_back(number, now=here.now)
    bring("hevy.csv", HEVY)
    assert days(here) == [7, 8]


def test_a_day_has_one_check_in_and_the_journal_s_stays(here, bring):
    bring("one.csv", DAY.format(3), source="csv")
    result = bring("two.csv", DAY.format(5), source="csv")
    assert reasons(result) == [(2, "check-in of 2024-08-07: the journal has another one of that day")]
    assert (result.problems, result.brought.batch) == ((), None)
    assert [one.stress for one in here.store.rows(CheckIn)] == [3]


def test_what_only_the_check_in_that_stays_out_tells_is_named(here, bring):
    bring("one.csv", DAY.format(3), source="csv")
    other = "date,sleep hours,body weight (kg),stress,note\n2024-08-07,7.5,80,5,slept at the lake\n"

    ((_, said),) = reasons(bring("two.csv", other, source="csv"))

    assert said == (
        "check-in of 2024-08-07: the journal has another one of that day, which does not tell body weight 80 kg, "
        "sleep 7.5 h, its note"
    )
    assert here.store.rows(CheckIn)[0].sleep_h is None


def test_the_same_check_in_is_there_already(here, bring):
    bring("one.csv", DAY.format(3), source="csv")
    again = bring("one.csv", DAY.format(3), source="csv")
    assert (again.brought.already_there["checkins"], reasons(again)) == (1, [])


def test_a_workout_without_sets_is_told_once_as_that_or_as_a_double(here, bring):
    garmin = (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
        'Strength Training,2024-08-07 18:02:00,false,"Strength","--","300","00:55:00"\n'
        'Strength Training,2024-08-12 18:02:00,false,"Strength","--","300","00:55:00"\n'
    )
    bring("strong.csv", STRONG)
    result = bring("Activities.csv", garmin)
    assert reasons(result) == [
        (2, "2024-08-07 18:02, Strength: looks like Legs from Strong, 18:00"),
        (3, "a workout without sets: the list tells only its time"),
    ]
    assert [one.came_in for one in result.read.skipped] == [False, True]


def test_sets_that_stay_out_for_a_session_without_any_are_told_with_the_way_to_have_them(here, bring):
    garmin = (
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n"
        'Strength Training,2024-08-07 18:02:00,false,"Strength","--","300","00:55:00"\n'
    )
    number = bring("Activities.csv", garmin).brought.batch
    said = (
        "1 session that is left out has sets, and the journal's, from Garmin Connect, has none: to have the sets, "
        "take that import back, bring this file in, and then the other one again"
    )
    assert said in bring("strong.csv", STRONG).read.notes
    here.store.take_back(number, now=here.now)
    bring("strong.csv", STRONG)
    assert said not in bring("Activities.csv", garmin).read.notes
    assert len(here.store.rows(Set)) == 3
