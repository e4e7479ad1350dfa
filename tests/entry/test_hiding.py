"""Names that cannot be an exercise's, because a line that begins so is another entry."""

import pytest

from journal.entry import hides
from journal.entry.heads import HEADS
from journal.exercises import catalogue


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("water", "water"),
        (" Water ", "water"),
        ("Ice-Pack", "ice-pack"),
        ("pain", "pain"),
        ("pain knee", "pain"),
        ("Session B", "session"),
        ("symptom", "symptom"),
        ("sleep", "sleep"),
        ("ibuprofen", "ibuprofen"),
        ("urine", "urine"),
        ("stretching", "stretching"),
        ("sat", "sat"),
        ("today", "today"),
        ("yesterday evening", "yesterday evening"),
        ("2h ago", "2h ago"),
    ],
)
def test_a_word_of_the_grammar_is_told(name, word):
    assert hides(name) == word


@pytest.mark.parametrize(
    "name", ["water aerobics", "Zercher carry", "sun salutation B", "iced row", "bath curl", "深蹲", "", "10"]
)
def test_other_names_hide_nothing_for_the_longest_one_wins_in_a_line(name):
    assert hides(name) == ""


def test_every_word_that_an_entry_begins_with_is_known():
    assert all(hides(word) for word in HEADS.meanings)


def test_of_the_built_in_names_only_stretching_is_read_as_care():
    assert [name for name in catalogue().names if hides(name)] == ["stretching"]
