"""The course of a pain as a table that is never too wide."""

from datetime import date, timedelta

import pytest

from journal.analysis.rows import Place
from journal.analysis.training.weeks import PlacePain
from journal.report.for_physio.score_grid import score_grid

LAST = date(2026, 11, 22)


def grid(days, scores):
    known = tuple(scores.get(back) for back in range(days - 1, -1, -1))
    return score_grid([PlacePain(Place("neck"), known, 0)], LAST - timedelta(days=days - 1), LAST)


@pytest.mark.parametrize(
    ("days", "column", "columns"),
    [
        (1, "day", 1),
        (18, "day", 18),
        (19, "2 days", 10),
        (36, "2 days", 18),
        (37, "week", 6),
        (98, "week", 14),
        (99, "4 weeks", 4),
        (392, "4 weeks", 14),
        (3653, "40 weeks", 14),
    ],
)
def test_a_column_holds_more_dates_the_more_there_are(days, column, columns):
    made = grid(days, {})
    assert (made.column, len(made.firsts), len(made.rows[0])) == (column, columns, columns)
    assert made.firsts[-1] + timedelta(days=made.step - 1) == LAST


def test_each_column_shows_its_highest_score_and_silence_is_a_gap():
    made = grid(40, {0: 3, 1: 5, 8: 0, 39: 7})
    assert made.rows == ((7, None, None, None, 0, 5),)
