"""The body map: every place that hurt has its colour and its digit, and no other one has."""

import pytest

from journal.analysis.rows import Place
from journal.report.html.body_map import body_map, body_picture, level
from journal.vocabulary import Region


def digits(scores):
    return [mark.words for mark in body_picture(scores).marks if mark.look.startswith("digit")]


@pytest.mark.parametrize(
    ("score", "look"),
    [(0, "none"), (1, "mild"), (3, "mild"), (4, "strong"), (6, "strong"), (7, "severe"), (10, "severe")],
)
def test_the_colour_follows_the_score(score, look):
    picture = body_picture({Place("head"): score})

    assert level(score) == f"pain-{look}"
    assert sum(mark.look == f"part pain-{look}" for mark in picture.marks) == 2


def test_a_place_has_its_digit_from_the_front_and_from_the_back():
    assert digits({Place("knee", "left"): 5}) == ["5", "5"]
    assert digits({Place("lower-back"): 10}) == ["10"]
    assert digits({Place("knee", "left"): 5, Place("knee", "right"): 2}) == ["2", "5", "5", "2"]


@pytest.mark.parametrize("side", ["", "left", "right", "center"])
def test_every_place_can_be_shown(side):
    assert [region for region in Region if not digits({Place(region, side): 4})] == []


def test_a_part_that_two_places_cover_shows_the_worse_one():
    assert digits({Place("knee", ""): 3, Place("knee", "left"): 6}).count("6") == 2


def test_it_is_told_in_words_the_worst_place_first():
    figure = body_map("body", {Place("chest"): 2, Place("knee", "left"): 5})

    assert figure.told == "left knee 5 of 10; chest 2 of 10."
    assert body_map("body", {}).told == "No pain entry."
