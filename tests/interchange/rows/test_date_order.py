"""Whether 7/8/2024 is in July or in August is decided over the whole column, or asked for."""

import pytest

from journal.errors import Refused
from journal.interchange.not_told import NotTold
from journal.interchange.rows.date_order import decided
from journal.interchange.rows.foreign import DateOrder

DMY, MDY = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


def order_of(*dates, told=None):
    return decided(list(enumerate(dates, start=2)), told, "log.csv")


@pytest.mark.parametrize(
    ("dates", "text", "iso"),
    [
        (("7/8/2024", "13/8/2024"), "7/8/2024", "2024-8-7"),
        (("7/8/2024", "8/13/2024"), "7/8/2024", "2024-7-8"),
        (("07-08-2024", "31-12-2024"), "07-08-2024 18:30", "2024-08-07 18:30"),
        (("8/13/2024, 6:30 PM", ""), "8/13/2024, 6:30 PM", "2024-8-13, 6:30 PM"),
    ],
)
def test_one_date_that_cannot_be_otherwise_decides_for_all(dates, text, iso):
    assert order_of(*dates).iso(text) == iso


@pytest.mark.parametrize("text", ["2024-08-07", "2024/08/07", "7.8.2024", "7 Aug 2024", "", "7/8/24", "soon"])
def test_other_ways_to_write_a_date_are_left_as_they_are(text):
    assert order_of(text).iso(text) == text
    assert order_of(text, told=MDY).iso(text) == text


def test_a_day_that_is_its_month_needs_no_order():
    assert order_of("5/5/2024").iso("5/5/2024") == "2024-5-5"


def test_without_a_date_that_decides_it_is_asked_for():
    with pytest.raises(NotTold) as asked:
        order_of("2024-08-07", "7/8/2024", "1/2/2024")
    assert str(asked.value) == (
        "log.csv does not say the order of day and month in its dates (line 3: 7/8/2024): "
        "add --date-order dmy|mdy"
    )
    assert isinstance(asked.value, Refused)


def test_what_was_told_is_used_only_where_it_is_needed():
    assert order_of("7/8/2024", told=DMY).iso("7/8/2024") == "2024-8-7"
    assert order_of("7/8/2024", told=MDY).iso("7/8/2024") == "2024-7-8"
    shown = order_of("7/8/2024", "13/8/2024", told=MDY)
    assert shown.iso("7/8/2024") == "2024-8-7"
    assert shown.note == "--date-order is not needed and was ignored: the file shows it (line 3: 13/8/2024)"
    assert order_of("2024-08-07", told=DMY).note == (
        "--date-order is not needed and was ignored: no date leaves it open"
    )


def test_dates_that_contradict_each_other_are_asked_about():
    with pytest.raises(NotTold, match=r"line 2: 13/8/2024 and line 3: 8/13/2024"):
        order_of("13/8/2024", "8/13/2024")
    # Told, it holds for all: one of them is then no date, and a problem with its line.
    assert order_of("13/8/2024", "8/13/2024", told=DMY).iso("8/13/2024") == "2024-13-8"
