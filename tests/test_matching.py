"""Words are found whatever their case and accents, and shown where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.matching import folded, has_all, places_of, words_asked


@pytest.mark.parametrize(
    ("text", "asked", "underlined"),
    [
        ("Mein Rücken, RÜCKEN", "rucken", ["Rücken", "RÜCKEN"]),
        ("Mein Ru\u0308cken", "rücken", ["Ru\u0308cken"]),
        ("the kne\u0301", "kne", ["kne\u0301"]),
        ("Straße", "ss", ["ß"]),
        ("left knee", "knee left", ["left", "knee"]),
        ("kneekneepain", "knee kneep", ["kneekneep"]),
        ("ﬁre", "i", ["ﬁ"]),
        ("腰が痛い", "痛", ["痛"]),
        ("hip", "knee", []),
    ],
)
def test_the_places_of_words_are_those_of_the_text_as_it_is_written(text, asked, underlined):
    assert [text[start:end] for start, end in places_of(text, words_asked(asked))] == underlined


def test_words_are_asked_for_once_each():
    assert words_asked("  Knee KNEE\tleft ") == ("knee", "left")
    assert words_asked(" ") == ()


@given(st.text(), st.text(max_size=3))
def test_what_has_all_words_has_places_for_each(text, asked):
    words = words_asked(asked)
    assert has_all(text, words) == all(places_of(text, [word]) for word in words)


@given(st.text())
def test_a_text_is_found_by_itself(text):
    assert has_all(text, words_asked(text))
    assert folded(folded(text)) == folded(text)
