"""How names are compared, and how a new exercise gets its slug."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exercises import normal, slugify


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Pull-Ups", "pull up"),
        ("pull_up", "pull up"),
        ("  PULL   UP\n", "pull up"),
        ("Squat (Barbell)", "squat barbell"),
        ("Child's Pose", "child pose"),
        ("Child’s Pose", "child pose"),
        ("90/90 Stretch", "90 90 stretch"),
        ("Clean & Jerk", "clean jerk"),
        ("DB rows", "dumbbell row"),
        ("Dumbell Flyes", "dumbbell fly"),
        ("Bankdrücken", "bankdruecken"),
        ("Bankdru\u0308cken", "bankdruecken"),
        ("BANKDRUECKEN", "bankdruecken"),
        ("Fußball", "fussball"),
        ("Développé couché", "developpe couche"),
        ("Ｓｑｕａｔ", "squat"),
        ("스쿼트 (바벨)", "스쿼트 바벨"),
        ("स्क्वाट", "स्क्वाट"),
        ("", ""),
        (" \t", ""),
        ("!!!", "!!!"),
    ],
)
def test_names_written_alike_have_one_key(written: str, key: str) -> None:
    assert normal(written) == key


@pytest.mark.parametrize(
    ("several", "one"),
    [("crunches", "crunch"), ("presses", "press"), ("calves", "calf"), ("abs", "ab"), ("boxes", "box")],
)
def test_a_plural_has_the_key_of_its_singular(several: str, one: str) -> None:
    assert normal(several) == normal(one) == one


@pytest.mark.parametrize("word", ["press", "cross", "tennis", "plus", "21s", "as"])
def test_an_s_that_is_no_plural_stays(word: str) -> None:
    assert normal(word) == word


@given(st.text())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(st.text())
def test_only_a_blank_name_has_no_key(name: str) -> None:
    assert (normal(name) == "") == (name.split() == [])


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Zercher Carry", "zercher-carry"),
        ("  Farmer's  Walk (heavy!) ", "farmers-walk-heavy"),
        ("Überzüge", "ueberzuege"),
        ("21s", "21s"),
    ],
)
def test_a_slug_is_made_of_the_words_of_the_name(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["스쿼트", "Приседания", "💪", "!!!", ""])
def test_a_name_without_latin_letters_gets_a_slug_that_stays(name: str) -> None:
    assert re.fullmatch(r"exercise-[0-9a-f]{8}", slugify(name))
    assert slugify(name) == slugify(name)


def test_names_that_differ_in_letters_a_slug_cannot_hold_get_two_slugs() -> None:
    assert slugify("벤치 press") != slugify("스쿼트 press")
    assert slugify("벤치 press").startswith("press-")


@given(st.text())
def test_a_slug_is_always_small_words_joined_by_hyphens(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slugify(name))


@given(st.text(alphabet="abcdefghikmnoprstuvwxyz ABCS0123-_()'."))
def test_a_slug_reads_as_the_name_that_it_was_made_of(name: str) -> None:
    if any(sign.isalnum() for sign in name):
        assert normal(slugify(name)) == normal(name)


def test_a_very_long_name_has_a_slug_that_an_index_can_hold():
    long, longer = "curl " * 200, "curl " * 201
    assert len(slugify(long)) <= 90
    assert slugify(long) != slugify(longer)
