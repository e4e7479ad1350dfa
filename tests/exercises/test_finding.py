"""What is found while the name of an exercise is being typed."""

import pytest

from journal.exercises import catalogue
from journal.exercises.finding import hits
from journal.records import Alias, OwnExercise


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("squat", "squat"),
        ("sq", "squat"),
        ("Bench pr", "bench-press"),
        ("press bench", "bench-press"),
        ("pullup", "pull-up"),
        ("Pull-Ups", "pull-up"),
        ("kniebeugen", "squat"),
        ("running", "run"),
        ("romanian dead", "romanian-deadlift"),
    ],
)
def test_what_is_typed_finds_the_exercise_first(typed, first):
    assert hits(typed, catalogue())[0].exercise.slug == first


def test_nothing_typed_finds_nothing():
    assert hits("", catalogue()) == hits("   ", catalogue()) == []


def test_every_exercise_is_found_by_each_of_its_names():
    known = catalogue()
    for name, slug in list(known.names.items())[::25]:
        [exact] = [hit for hit in hits(name, known) if hit.rank == 0]
        assert exact.exercise.slug == slug


def test_a_near_miss_is_found_and_said_to_be_one():
    found = hits("deadlfit", catalogue())
    assert "deadlift" in {hit.exercise.slug for hit in found}
    assert all(hit.is_near for hit in found)


def test_two_letters_are_near_to_nothing():
    assert hits("qx", catalogue()) == []


@pytest.mark.parametrize(
    ("typed", "found"), [("80", []), ("18", []), ("180", ["landmine-180"]), ("100", []), ("+", [])]
)
def test_what_has_no_letter_must_be_a_whole_word_of_the_name(typed, found):
    assert [hit.exercise.slug for hit in hits(typed, catalogue())] == found


def test_another_name_is_told_when_the_own_one_does_not_hold_what_was_typed():
    by = {hit.exercise.slug: hit.by for hit in hits("kniebeuge", catalogue())}
    assert by["squat"] == "kniebeuge"
    assert {hit.exercise.slug: hit.by for hit in hits("squat", catalogue())}["machine-squat"] == ""


def test_the_users_own_exercises_and_names_are_found_too():
    known = catalogue(
        [OwnExercise(slug="yoke", name="Yoke walk")], [Alias(name="Bankdrücken 2", slug="bench-press")]
    )
    assert hits("yoke", known)[0].exercise.own
    assert hits("bankdrücken 2", known)[0].exercise.slug == "bench-press"


@pytest.mark.parametrize("hostile", ["[/]", "\\", "日本語", "(((", "a" * 10_000, "👩‍👩‍👧"])
def test_no_text_breaks_it(hostile):
    hits(hostile, catalogue())
