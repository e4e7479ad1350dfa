"""A day of the calendar in words, and the sign that stands in it."""

from datetime import date

import pytest

from journal.tui.reading.year import DayOfYear, HeldFlag, Year, by_day
from journal.tui.wording.year import Measure, has_something, sign, summed, told
from journal.vocabulary import Severity

DAY = date(2026, 11, 18)
TODAY = date(2026, 11, 25)
YEAR = Year(2026, TODAY, quarters=(200, 300, 400))


def day(**what):
    return DayOfYear(DAY, is_recorded=True, **what)


def flags(*severities, title="pain beyond 72 hours"):
    return by_day(HeldFlag(one, title, "Message.", DAY, None) for one in severities)


@pytest.mark.parametrize(
    ("one", "held", "words"),
    [
        (DayOfYear(DAY), None, "nothing recorded"),
        (DayOfYear(date(2026, 11, 26)), None, "still to come"),
        (day(), None, "recorded, without pain or training"),
        (day(places=(("left knee", 0),)), None, "no pain"),
        (
            day(places=(("left knee", 6), ("lower back", 3), ("hip", 0)), load=385.0),
            None,
            "worst pain 6 left knee, 3 lower back, load 385 AU",
        ),
        (
            day(places=tuple((f"place {number}", 5) for number in range(5))),
            None,
            "worst pain 5 place 0, 5 place 1, 5 place 2 and 2 more",
        ),
        (day(is_partial=True), None, "trained, load not known"),
        (day(load=100.0, is_partial=True), None, "load 100 AU, and some not known"),
        (day(load=0.0), flags(Severity.WARNING), "1 flag: pain beyond 72 hours"),
        (
            day(load=10.0),
            flags(Severity.WARNING, Severity.INFO, Severity.URGENT, Severity.INFO),
            "load 10 AU, 2 flags: pain beyond 72 hours, 2 tips",
        ),
    ],
)
def test_a_day_is_told_in_one_line(one, held, words):
    assert told(one, held, TODAY) == words


@pytest.mark.parametrize(
    ("one", "pain", "load"),
    [
        (DayOfYear(DAY), " ", " "),
        (day(), "·", "·"),
        (day(places=(("knee", 0),), load=0.0), "0", "·"),
        (day(places=(("knee", 7),), load=250.0), "7", "2"),
        (day(places=(("knee", 10),), load=999.0), "X", "4"),
        (day(is_partial=True), "·", "?"),
    ],
)
def test_the_sign_in_a_day_says_it_without_colour(one, pain, load):
    assert sign(one, YEAR, Measure.PAIN) == pain
    assert sign(one, YEAR, Measure.LOAD) == load


def test_the_list_has_the_days_with_something():
    assert has_something(day(), None)
    assert has_something(DayOfYear(DAY), flags(Severity.INFO))
    assert not has_something(DayOfYear(DAY), None)


def test_a_year_is_summed_up_by_its_days():
    days = (
        day(places=(("knee", 4),), load=200.0),
        day(places=(("knee", 0),), is_partial=True),
        day(load=0.0),
    )
    assert summed(Year(2026, TODAY, days)) == ("pain on 1 day", "training on 2")
