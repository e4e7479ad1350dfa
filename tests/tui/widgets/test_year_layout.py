"""Every day of every year has one place of its own, at any width."""

from datetime import date, timedelta

import pytest

from journal.tui.widgets.year_layout import DAY_CELLS, laid_out, month_name

YEARS = (1900, 2024, 2026, 2028, 2199)


def days_of(year):
    return [
        date(year, 1, 1) + timedelta(days=day)
        for day in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("tall", [1, 2])
@pytest.mark.parametrize("width", [10, 31, 57, 80, 110, 200])
def test_each_day_is_found_where_it_stands(year, width, tall):
    picture = laid_out(year, width, tall=tall)
    cells = {}
    for day in days_of(year):
        x, y = picture.place_of(day)
        for over in range(DAY_CELLS):
            for below in range(tall):
                assert picture.day_at(x + over, y + below) == day
                assert cells.setdefault((x + over, y + below), day) == day
        assert x + DAY_CELLS <= picture.width
        assert y + tall <= picture.height
    found = {
        (x, y)
        for x in range(-1, picture.width + 3)
        for y in range(-1, picture.height + 2)
        if picture.day_at(x, y) is not None
    }
    assert found == set(cells)


@pytest.mark.parametrize(
    ("width", "blocks"), [(200, 1), (109, 1), (108, 2), (57, 2), (56, 3), (31, 4), (5, 12)]
)
def test_the_year_is_divided_only_as_far_as_the_width_asks(width, blocks):
    picture = laid_out(2026, width)
    assert len(picture.blocks) == blocks
    assert picture.width <= width or blocks == 12


def test_days_of_a_week_stand_below_one_another_and_weeks_side_by_side():
    picture = laid_out(2026, 110)
    x, y = picture.place_of(date(2026, 11, 16))
    assert picture.place_of(date(2026, 11, 22)) == (x, y + 6)
    assert picture.place_of(date(2026, 11, 23)) == (x + DAY_CELLS, y)


def test_a_month_is_named_over_the_week_in_which_it_begins():
    (block,) = laid_out(2026, 110).blocks
    columns = {month_name(first): column for column, first in block.months()}
    assert list(columns) == [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    assert (columns["Jan"], columns["Feb"], columns["Jun"]) == (0, 4, 22)
