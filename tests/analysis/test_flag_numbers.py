"""The numbers of a flag as a person reads them."""

import pytest

from journal.analysis.flags import in_words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (73.0, "h", "73 h"),
        (7.254, "h", "7.25 h"),
        (32.599, "ml/kg", "32.6 ml/kg"),
        (1486, "AU", "1,486 (effort x minutes)"),
        (5, "NRS", "5 of 10"),
        (1, "NRS", "1 of 10"),
        (1.5, "NRS/d", "1.5 points of 10 a day"),
        (1.0, "NRS/d", "1 point of 10 a day"),
        (1, "sessions", "1 session"),
        (3, "sessions", "3 sessions"),
        (3, "", "3"),
    ],
)
def test_a_number_has_its_unit_in_words_and_its_thousands_apart(value, unit, words):
    assert in_words(value, unit) == words
