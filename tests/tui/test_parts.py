"""The parts of the page by themselves: the fluid bar, subjects in words, signs of the severities."""

import pytest

from journal.analysis.subjects import about
from journal.tui.themes import DARK, GLYPHS, LIGHT, WORDS
from journal.tui.widgets.fluid import bar
from journal.vocabulary import Severity


@pytest.mark.parametrize(("drunk", "filled"), [(0, 0), (750, 5), (1500, 10), (3000, 20), (6000, 20)])
def test_the_bar_is_filled_in_proportion_up_to_the_upper_end(drunk, filled):
    drawn = bar(drunk, 2000, 3000, 20)
    done = sum(end - start for start, end, style in drawn.spans if style == "$accent")
    assert drawn.cell_length == 20
    assert done == filled


def test_a_mark_stands_where_the_range_begins():
    assert bar(0, 1500, 3000, 20).plain.index("┃") == 10


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ({}, ""),
        ({"region": "lower-back"}, "lower back"),
        ({"region": "knee", "side": "left"}, "left knee"),
        ({"region": "knee", "side": "both"}, "knee, both sides"),
        ({"muscle": "hip-flexors"}, "hip flexors"),
        ({"symptom": "saddle-numbness"}, "numbness where you sit"),
        ({"date": "2026-11-25"}, "2026-11-25"),
        ({"exercise": "bench-press", "metric": "weight"}, "bench press, weight"),
    ],
)
def test_what_a_flag_is_about_in_words(subject, words):
    assert about(subject) == words


def test_severities_differ_without_colour():
    assert len(set(GLYPHS.values())) == len(set(WORDS.values())) == len(Severity)


def test_both_themes_know_the_same_variables():
    assert DARK.variables.keys() == LIGHT.variables.keys()
