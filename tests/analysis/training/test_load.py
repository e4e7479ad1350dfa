"""The numbers about load, against the values of the literature and by hand."""

from datetime import date, timedelta

import numpy as np
import pytest
from journals import CATALOGUE, checkin, run, workout

from journal.analysis.frames import Frames
from journal.analysis.training.load import (
    Metric,
    amount,
    daily,
    load_context,
    sets_per_muscle,
    trailing_sums,
    week_of,
)

MONDAY = date(2026, 8, 3)


def day_of(number):
    return MONDAY + timedelta(days=number)


def frames(*records):
    """Frames of records, and of lists of them."""
    made = list(records)
    while any(isinstance(one, list) for one in made):
        made = [one for some in made for one in (some if isinstance(some, list) else [some])]
    return Frames.of(made, CATALOGUE)


def session(number, minutes=60, rpe=5, hour=18):
    return workout(f"{day_of(number)} {hour:02}:00", ("squat", 3, 5, 100), minutes=minutes, rpe=rpe)


def diary(count):
    """Check-ins on `count` dates, and sessions on three a week whose minutes grow by one each."""
    days = [checkin(str(day_of(number)), stress=1) for number in range(count)]
    trained = [number for number in range(count) if number % 7 in (0, 2, 4)]
    return days, [session(number, 30 + place) for place, number in enumerate(trained)]


def test_daily_sums_hold_what_is_known_and_mark_what_is_not():
    made = frames(session(0, 30, 7), session(2, 30, 6), session(2, 60, 7, hour=20), session(4, 60, None))
    first = day_of(0).toordinal()

    load = daily(made.bouts, Metric.LOAD, first, first + 4)
    minutes = daily(made.bouts, Metric.MINUTES, first, first + 4)

    assert load.sums.tolist() == [210, 0, 180 + 420, 0, 0]
    assert load.unknown.tolist() == [False, False, False, False, True]
    assert minutes.sums.tolist() == [30, 0, 90, 0, 60]
    assert not minutes.unknown.any()


def test_each_metric_is_about_its_own_kind_of_work():
    lifting, running, unmeasured = frames(
        session(0), run(f"{day_of(1)} 08:00", 5), run(f"{day_of(2)} 08:00", None)
    ).bouts

    assert [amount(lifting, metric) for metric in Metric] == [300, 0, 1500, 60]
    assert [amount(running, metric) for metric in Metric] == [150, 5, 0, 30]
    assert amount(unmeasured, Metric.RUNNING_KM) is None


def test_trailing_sums_do_not_carry_rounding_along():
    values = np.array([0.1] * 1000)

    assert trailing_sums(values).tolist() == [trailing_sums(values[:7])[0]] * 994
    assert trailing_sums(np.array([[True] * 8, [False] * 8])).tolist() == [[7, 7], [0, 0]]


def test_a_week_holds_what_was_known_of_its_seven_local_dates():
    west = workout(f"{day_of(6)} 23:30-08:00")
    made = frames(session(0), session(7, hour=8), session(7, hour=20), west)
    day = day_of(7).toordinal()
    morning, evening = made.bouts[1].ts, made.bouts[-1].ts

    assert [made.bouts[place].ts for place in week_of(made, day, morning)] == [morning]
    assert len(week_of(made, day, evening)) == 3
    assert len(week_of(made, day_of(6).toordinal(), evening)) == 2


def test_hard_sets_count_one_for_a_primary_and_half_for_a_secondary_muscle():
    made = frames(
        workout("2026-11-16 18:00", ("squat", 3, 5, 100), ("bench-press", 2, 8, 60)),
        workout("2026-11-18 18:00", ("bench-press", 4, 8, 60), rpe=5),
        workout("2026-11-20 18:00", ("overhead-press", 1, 8, 60), rpe=6),
        workout("2026-11-20 20:00", ("run", 1, 1), ("childs-pose", 3, 1), ("elliptical", 1, 1)),
        workout("2026-11-23 18:00", ("squat", 3, 5, 100)),
    )

    sets = sets_per_muscle(made.bouts, date(2026, 11, 16).toordinal(), date(2026, 11, 22).toordinal())

    assert sets == {
        "quads": 3,
        "glutes": 3,
        "chest": 2.5,
        "shoulders": 2,
        "triceps": 1.5,
        "hamstrings": 1.5,
        "adductors": 1.5,
        "back": 1.5,
    }
    assert next(iter(sets)) == "glutes"


def test_the_usual_range_needs_eight_weeks_of_sums():
    # The first sum has one date of seven that is not known, which is few enough.
    assert load_context(frames(*diary(60)), day_of(59).toordinal()).usual_low is None
    assert load_context(frames(*diary(61)), day_of(60).toordinal()).usual_low is not None


def test_the_load_context_is_the_week_beside_what_is_usual():
    days, sessions = diary(100)
    made = frames(days, *sessions)

    context = load_context(made, day_of(99).toordinal())

    loads = np.zeros(101)  # the date before the first one is not known, and that sum is
    for place, number in enumerate(number for number in range(100) if number % 7 in (0, 2, 4)):
        loads[number + 1] = 5 * (30 + place)
    low, high = np.percentile(trailing_sums(loads), [10, 90])
    assert context.load == loads[-7:].sum()
    assert (context.usual_low, context.usual_high) == (pytest.approx(low), pytest.approx(high))
    assert (context.biggest, context.biggest_days_ago, context.last_session_days_ago) == (5 * 72, 1, 1)
    assert set(context.as_json()) == {
        *("load", "usual_low", "usual_high"),
        *("biggest", "biggest_days_ago", "last_session_days_ago"),
    }


def test_a_week_that_is_mostly_unknown_has_no_load():
    assert load_context(frames(session(0), session(20)), day_of(20).toordinal()) is None
    assert load_context(frames(), day_of(0).toordinal()) is None
    unknown = [session(number, rpe=None) for number in (94, 96)]
    days, sessions = diary(92)
    rest = [checkin(str(day_of(number)), stress=1) for number in range(92, 100)]
    assert load_context(frames(days, *sessions, rest, *unknown), day_of(99).toordinal()) is None
    assert load_context(frames(days, *sessions, rest, unknown[0]), day_of(99).toordinal()).load == 0


def test_dates_after_the_one_asked_for_are_not_looked_at():
    days, sessions = diary(100)

    assert load_context(frames(days, *sessions), day_of(69).toordinal()) == load_context(
        frames(days[:70], *[one for one in sessions if one[0].day <= day_of(69)]), day_of(69).toordinal()
    )
