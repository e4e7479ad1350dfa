"""A place is called the same wherever it is read: side first in a sentence, region first at the head of an entry."""

import pytest

from journal.place_names import listed, spoken


@pytest.mark.parametrize(
    ("region", "side", "in_a_sentence", "in_a_list"),
    [
        ("knee", "left", "left knee", "knee, left"),
        ("knee", "", "knee", "knee"),
        ("knee", None, "knee", "knee"),
        ("knee", "both", "knee, both sides", "knee, both"),
        ("lower-back", "center", "middle lower back", "lower back, middle"),
        # No "thigh back pain": it would be read as one of the back.
        ("thigh-back", "right", "right thigh (back)", "thigh back, right"),
    ],
)
def test_a_place_in_words(region, side, in_a_sentence, in_a_list):
    assert spoken(region, side) == in_a_sentence
    assert listed(region, side) == in_a_list
