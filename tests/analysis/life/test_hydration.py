"""What was drunk on a date, and the range for a body weight."""

import pytest
from journals import CATALOGUE, checkin, drink, pain, when

from journal.analysis.frames import Frames
from journal.analysis.life.hydration import day_range, fluid_ml, whole_days
from journal.records import Condition

NOON = int(when("2026-11-20 12:00").timestamp())


def frames(*records):
    return Frames.of(records, CATALOGUE)


@pytest.mark.parametrize(("kg", "low", "high"), [(80, 2607, 5216), (60, 1955, 3912), (100, 3259, 6520)])
def test_the_range_is_half_to_one_ounce_for_each_pound(kg, low, high):
    assert day_range(frames(checkin("2026-11-20", body_weight_kg=kg)), NOON) == (low, high)


@pytest.mark.parametrize(
    ("records", "known"),
    [
        ([checkin("2026-10-21", body_weight_kg=80)], True),
        ([checkin("2026-10-20", body_weight_kg=80)], False),
        ([checkin("2026-11-21", body_weight_kg=80)], False),
        ([checkin("2026-11-20", body_weight_kg=80, at=when("2026-11-20 13:00"))], False),
        ([checkin("2026-11-20", stress=3)], False),
        ([], False),
        ([checkin("2026-11-20", body_weight_kg=80), Condition(condition="fluid-limit")], False),
    ],
    ids=["30 days", "31 days", "tomorrow", "not yet", "no weight", "empty", "told to limit fluids"],
)
def test_the_range_needs_a_recent_weight_and_nobody_who_limits_it(records, known):
    assert (day_range(frames(*records), NOON) is not None) is known


def test_the_date_is_that_of_the_writers_clock():
    far_east = pain("2026-11-20 20:00+13:00"), checkin("2026-10-21", body_weight_kg=80)
    late = int(when("2026-11-20 23:30+13:00").timestamp())

    assert day_range(frames(*far_east), late) is not None
    assert day_range(frames(*far_east), late + 3600) is None


def test_fluid_is_summed_by_local_date():
    made = frames(
        drink("2026-11-20 00:30", 250), drink("2026-11-20 23:30", 500), drink("2026-11-21 00:00", 1000)
    )

    assert fluid_ml(made, when("2026-11-20 12:00").toordinal()) == 750
    assert fluid_ml(made, when("2026-11-19 12:00").toordinal()) == 0


def test_a_whole_day_is_over_at_its_own_midnight_and_is_not_judged_again():
    hours = ("08:00", "12:00", "15:00", "18:00")
    day = [drink(f"2026-11-20 {hour}+09:00", 500) for hour in hours]
    again = drink("2026-11-20 18:00-05:00", 500)

    (found,) = whole_days(frames(*day, again))

    assert (found.ml, found.over) == (2000, when("2026-11-21 00:00+09:00").timestamp())
    assert found.newest.id == str(day[-1].id)
