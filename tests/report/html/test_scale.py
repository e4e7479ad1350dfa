"""The axes: dates with labels that have room, and whole numbers."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from journal.report.html.scale import Days, Values

MONDAY = date(2026, 11, 16)


def days_of(count: int, width: float, first: date = MONDAY) -> Days:
    return Days(first, first + timedelta(days=count - 1), 0, width)


def test_every_date_is_as_wide_as_the_others():
    days = days_of(7, 700)

    assert [days.start(day) for day in days.all()] == [0, 100, 200, 300, 400, 500, 600]
    assert days.middle(MONDAY) == 50


@pytest.mark.parametrize(
    ("count", "width", "labels"),
    [
        (7, 700, ["16 Nov", "17 Nov", "18 Nov", "19 Nov", "20 Nov", "21 Nov", "22 Nov"]),
        (28, 330, ["16 Nov", "23 Nov", "30 Nov", "7 Dec"]),
        (35, 200, ["16 Nov", "30 Nov", "14 Dec"]),
        (180, 330, ["Dec", "Jan", "Feb", "Mar", "Apr", "May"]),
        (400, 200, ["Jan", "Jul"]),
        (4, 60, ["16 Nov"]),
    ],
)
def test_as_many_dates_are_labelled_as_have_room(count, width, labels):
    assert [tick.label for tick in days_of(count, width).ticks()] == labels


def test_each_year_is_named_once():
    years = [(tick.label, tick.year) for tick in days_of(120, 330).ticks()]

    assert [year for _, year in years if year] == ["2026", "2027"]
    assert years[0] == ("23 Nov", "2026")


@pytest.mark.parametrize("width", [60, 276, 330, 666])
def test_labels_have_room_whatever_the_span(width):
    for count in (*range(1, 40), 90, 365, 366, 800, 4000, 20_000):
        ticks = days_of(count, width).ticks()
        places = [days_of(count, width).start(tick.day) for tick in ticks]

        assert ticks, count
        assert all(later - earlier >= 40 for earlier, later in pairwise(places)), count


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (10, (0, 5, 10)),
        (1486, (0, 500, 1000, 1500)),
        (2753, (0, 1000, 2000, 3000)),
        (0.4, (0, 1)),
    ],
)
def test_ticks_are_round_whole_numbers_and_hold_the_highest_value(highest, ticks):
    assert Values.up_to(highest, 100, 0).ticks() == ticks


@pytest.mark.parametrize("highest", [0, 0.1, 1, 7, 99, 101, 4_999, 12_345, 1e9])
def test_a_value_stands_between_the_ends_of_its_axis(highest):
    axis = Values.up_to(highest, 100, 10)

    assert axis.highest >= highest
    assert axis.y(0) == 100
    assert axis.y(axis.highest) == 10
    assert 10 <= axis.y(highest) <= 100
