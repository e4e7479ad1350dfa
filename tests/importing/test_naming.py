"""Names of exercises in a file: what nobody knows gets a guess, and what somebody says is remembered."""

import pytest

from journal.errors import Refused
from journal.exercises import catalogue
from journal.importing.naming import Renaming, guesses
from journal.records import Alias, OwnExercise, Set

CSV = "date,exercise,kg,reps\n2024-08-07,Iron Hug,100,5\n2024-08-07,Squat,100,5\n"


def slugs(here):
    return [one.exercise for one in here.store.rows(Set)]


def test_a_name_means_what_somebody_said_and_is_remembered(here, bring):
    result = bring("log.csv", CSV, names={"iron hug": "deadlift"})
    assert slugs(here) == ["deadlift", "squat"]
    assert here.store.rows(Alias) == [Alias(name="iron hug", slug="deadlift", source="csv")]
    assert here.store.rows(OwnExercise) == []
    assert result.read.new_exercises == []


def test_the_next_file_needs_not_be_told(here, bring):
    bring("log.csv", CSV, names={"Iron Hug": "deadlift"})
    assert bring("next.csv", CSV.replace("08-07", "08-09")).read.new_exercises == []
    assert slugs(here) == ["deadlift", "squat"] * 2


def test_the_same_again_adds_nothing(here, bring):
    bring("log.csv", CSV, names={"Iron Hug": "deadlift"})
    for names in ({"Iron Hug": "deadlift"}, {}):
        again = bring("log.csv", CSV, names=names)
        assert (again.brought.batch, again.problems) == (None, ())


def test_taking_the_import_back_takes_the_name_back(here, bring):
    result = bring("log.csv", CSV, names={"Iron Hug": "deadlift"})
    here.store.take_back(result.brought.batch, now=here.now)
    assert here.store.rows(Alias) == []


def test_several_files_share_what_was_said(here, bring):
    other = CSV.replace("08-07", "08-09")
    bring("one.csv", CSV, "two.csv", other, names={"Iron Hug": "deadlift"})
    assert len(here.store.rows(Alias)) == 1
    assert slugs(here) == ["deadlift", "squat"] * 2


def test_a_name_that_means_something_else_can_be_said_anew(here, bring):
    bring("log.csv", CSV.replace("Iron Hug", "Row"), names={"row": "rowing machine"})
    assert slugs(here) == ["row-erg", "squat"]


def test_the_very_word_for_an_exercise_stays_its_own():
    with pytest.raises(
        Refused, match="--exercise Dips=squat: 'Dips' is the exercise dip and cannot mean another"
    ):
        Renaming(catalogue(), {"Dips": "squat"})


def test_a_name_that_the_file_does_not_have_is_not_remembered(here, bring):
    result = bring("log.csv", CSV, names={"Iron Hog": "deadlift"})
    assert here.store.rows(Alias) == []
    assert "--exercise 'Iron Hog' is not needed and was ignored: no row has that name" in result.read.notes


def test_what_is_no_exercise_is_refused_with_what_is_like_it():
    with pytest.raises(Refused) as refused:
        Renaming(catalogue(), {"Iron Hug": "deadlit"})
    assert str(refused.value).startswith(
        "--exercise Iron Hug=deadlit: 'deadlit' is no exercise; did you mean 'deadlift'"
    )


@pytest.mark.parametrize(
    ("name", "guess"),
    [("Squatt", "squat"), ("Lat Pulldown Wide Grip", "lat-pulldown"), ("Zercher Carry", None), ("Foo", None)],
)
def test_a_new_name_is_guessed_only_when_much_is_alike(name, guess):
    found = guesses([name], catalogue())
    assert {one: exercise.slug for one, exercise in found.items()} == ({name: guess} if guess else {})
