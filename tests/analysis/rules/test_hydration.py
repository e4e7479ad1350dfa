"""Little to drink on the days that were logged whole."""

import pytest
from journals import checkin, drink, when

from journal.records import Condition

RULE = "fluid-low"
WEIGHED = checkin("2026-11-14", body_weight_kg=80)
LOW = 2607
"""Half an ounce for each pound of 80 kg, in whole ml."""


def whole(day, ml=2000, hours=("08:00", "12:00", "15:00", "18:00")):
    """A date in November on which `ml` were drunk at these times."""
    share, rest = divmod(ml, len(hours))
    return [drink(f"2026-11-{day:02} {at}", share + (rest if at == hours[0] else 0)) for at in hours]


def days(*numbers, **more):
    return [one for number in numbers for one in whole(number, **more)]


AFTER = "2026-11-21 00:00"


@pytest.mark.parametrize(("ml", "severity"), [(LOW, "info"), (LOW + 1, ""), (2000, "info"), (5216, "")])
def test_five_whole_days_below_the_mark(ml, severity, level):
    assert level(RULE, AFTER, WEIGHED, days(16, 17, 18, 19, 20, ml=ml)) == severity


def test_it_is_known_at_the_end_of_the_fifth_day(flag, level):
    records = WEIGHED, days(16, 17, 18, 19, 20)

    assert level(RULE, "2026-11-20 23:59", *records) == ""
    found = flag(RULE, AFTER, *records)
    assert found.since == when(AFTER)
    assert found.message == (
        "On the last 5 days that you logged whole (Mon 16 Nov to Fri 20 Nov) you drank 2,000 ml; "
        "the article's lower mark for 80 kg is 2,607 ml."
    )
    assert (found.value, found.unit, found.subject) == (25, "ml/kg", {})
    assert found.threshold.value == pytest.approx(32.5992, abs=1e-4)
    assert {one.table for one in found.evidence} == {"hydration", "checkins"}


@pytest.mark.parametrize(
    "instead",
    [
        whole(18, hours=("08:00", "12:00", "18:00")),
        whole(18, hours=("12:00", "13:00", "15:00", "18:00")),
        whole(18, hours=("08:00", "12:00", "15:00", "17:00")),
        [],
    ],
    ids=["three drinks", "none before noon", "none after 17:00", "nothing"],
)
def test_a_day_that_was_not_logged_whole_does_not_count(instead, level):
    assert level(RULE, AFTER, WEIGHED, days(16, 17, 19, 20), instead) == ""


def test_the_five_may_lie_within_14_dates(level):
    assert level(RULE, AFTER, WEIGHED, days(7, 17, 18, 19, 20)) == "info"
    assert level(RULE, AFTER, WEIGHED, days(6, 17, 18, 19, 20)) == ""


def test_one_day_above_the_mark_is_enough(level):
    assert level(RULE, AFTER, WEIGHED, days(16, 17, 19, 20), whole(18, 3000)) == ""


@pytest.mark.parametrize(
    ("weight", "severity"),
    [
        (checkin("2026-10-22", body_weight_kg=80), "info"),
        (checkin("2026-10-21", body_weight_kg=80), ""),
        (checkin("2026-11-16", stress=3), ""),
        (checkin("2026-11-22", body_weight_kg=80), ""),
    ],
    ids=["30 days old", "31 days old", "no weight", "only later"],
)
def test_it_needs_a_body_weight_of_the_last_30_days(weight, severity, level):
    assert level(RULE, AFTER, weight, days(16, 17, 18, 19, 20)) == severity


def test_the_newest_weight_counts(level):
    lighter = checkin("2026-11-19", body_weight_kg=55)

    assert level(RULE, AFTER, WEIGHED, lighter, days(16, 17, 18, 19, 20)) == ""


def test_never_for_somebody_who_was_told_to_limit_fluids(level):
    told = Condition(condition="fluid-limit")
    records = WEIGHED, days(16, 17, 18, 19, 20)

    assert level(RULE, AFTER, *records, told) == ""
    assert level(RULE, AFTER, *records, told.but(until=when("2026-11-10 12:00").date())) == "info"


def test_it_ends_with_a_day_above_the_mark_and_at_the_latest_after_seven_days(level):
    records = WEIGHED, days(16, 17, 18, 19, 20)

    assert level(RULE, "2026-11-27 17:59", *records) == "info"
    assert level(RULE, "2026-11-27 18:00", *records) == ""
    assert level(RULE, "2026-11-21 23:59", *records, whole(21, 3000)) == "info"
    assert level(RULE, "2026-11-22 00:00", *records, whole(21, 3000)) == ""
    assert level(RULE, "2026-11-28 17:59", *records, whole(21)) == "info"


def test_once_in_28_days(judged):
    little = days(*range(2, 8)), whole(8, 3000), days(*range(9, 15)), days(*range(26, 31))
    weighed = [checkin(f"2026-11-{day}", body_weight_kg=80) for day in ("01", "20")]

    said = judged(RULE, "2026-12-02 12:00", *little, weighed, past=True).flags

    # A block of 28 dates begins on 2 November and one on 30 November.
    assert [one.since for one in said] == [when("2026-12-01 00:00"), when("2026-11-07 00:00")]


def test_an_empty_journal_says_nothing(judged):
    assert judged(RULE, AFTER) == judged(RULE, AFTER, WEIGHED) == judged(RULE, AFTER, days(20))
