"""A file that somebody sorted otherwise holds the same workouts, and adds nothing."""

import pytest

from journal.records import Set

HEADER = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
ROWS = (
    "2024-08-07,Barbell Squat,Legs,100,kgs,5,,,,slow\n",
    "2024-08-07,Barbell Squat,Legs,110,kgs,5,,,,\n",
    "2024-08-07,Barbell Squat,Legs,110,kgs,5,,,,\n",
    "2024-08-07,Deadlift,Back,140,kgs,5,,,,\n",
    "2024-08-09,Bench Press,Chest,60,kgs,5,,,,\n",
    "2024-08-09,Barbell Squat,Legs,100,kgs,5,,,,\n",
)
STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n",
    '2024-08-07 18:00:00,"Legs",1h,"Squat (Barbell)",1,100,5,0,0,"belt","",\n',
    '2024-08-07 18:00:00,"Legs",1h,"Squat (Barbell)",2,110,5,0,0,"belt","",\n',
    '2024-08-07 18:00:00,"Legs",1h,"Bench Press (Barbell)",1,60,5,0,0,"","",\n',
)


@pytest.mark.parametrize(
    "rows", [ROWS[::-1], sorted(ROWS, key=lambda row: row.split(",")[1]), (*ROWS[4:], *ROWS[:4])]
)
def test_however_the_rows_are_sorted_they_are_there_already(here, bring, rows):
    bring("fitnotes.csv", HEADER + "".join(ROWS))
    before = here.store.rows(Set)
    again = bring("sorted.csv", HEADER + "".join(rows))
    assert (again.problems, again.brought.batch) == ((), None)
    assert again.brought.already_there == {"workouts": 2, "sets": 6}
    assert here.store.rows(Set) == before


def test_a_note_that_a_program_repeats_may_move(bring):
    bring("strong.csv", "".join(STRONG))
    again = bring("strong.csv", STRONG[0] + "".join(STRONG[:0:-1]))
    assert (again.problems, again.brought.already_there) == ((), {"workouts": 1, "sets": 3})


def test_two_files_of_one_call_may_be_sorted_differently(here, bring):
    result = bring("a.csv", HEADER + "".join(ROWS), "b.csv", HEADER + "".join(ROWS[::-1]))
    assert result.problems == ()
    assert len(here.store.rows(Set)) == 6


@pytest.mark.parametrize("other", ["110,kgs,6", "111,kgs,5", "110,lbs,5"])
def test_other_sets_are_still_a_problem(here, bring, other):
    bring("fitnotes.csv", HEADER + "".join(ROWS))
    again = bring("later.csv", HEADER + "".join(ROWS[::-1]).replace("110,kgs,5", other, 1))
    assert again.problems
    assert len(here.store.rows(Set)) == 6


def test_a_comment_that_was_changed_is_a_problem(bring):
    bring("fitnotes.csv", HEADER + "".join(ROWS))
    assert bring("later.csv", HEADER + "".join(ROWS[::-1]).replace("slow", "quick")).problems
