"""Which exercises are offered while a name is typed."""

import pytest

from journal.exercises import catalogue
from journal.records import OwnExercise
from journal.tui.draft.naming import Offer, offers

KNOWN = catalogue()


def names(typed, recent=()):
    """The slugs that are offered; "" is an exercise of one's own."""
    return [one.slug for one in offers(typed, KNOWN, recent)]


def test_nothing_typed_offers_what_was_done_of_late():
    assert names("", ["deadlift", "squat", "no-such"]) == ["deadlift", "squat"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("squat", "squat"),
        ("bench", "bench-press"),
        ("sqaut", "squat"),
        ("running", "run"),
        ("dumb", "dumbbell-squat"),
        ("kniebeuge", "squat"),
    ],
)
def test_what_is_meant_comes_first(typed, first):
    assert names(typed)[0] == first


def test_what_was_done_of_late_comes_before_others_that_fit_as_well():
    assert names("dumbbell s", ["dumbbell-shrug"])[0] == "dumbbell-shrug"


def test_an_unknown_name_is_offered_as_an_own_exercise_before_what_is_hardly_alike():
    assert offers("Zercher  wandern", KNOWN)[0] == Offer("Zercher wandern", "", "a new exercise of your own")


def test_a_known_name_is_not_offered_as_an_own_exercise():
    assert "" not in names("squat")
    assert "" in names("squa")


@pytest.mark.parametrize("amount", ["80", "180", "102.5", "5/3/1", "@8"])
def test_an_amount_is_neither_part_of_a_name_nor_a_new_exercise(amount):
    assert names(amount) == []


def test_an_own_exercise_that_is_called_by_a_number_is_meant_by_it():
    known = catalogue([OwnExercise(slug="own-21", name="21")])
    assert [one.slug for one in offers("21", known)] == ["own-21"]
