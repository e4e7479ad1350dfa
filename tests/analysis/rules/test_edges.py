"""What is easily judged wrong: journals with hardly anything in them, gaps, clocks and exact limits."""

from datetime import date, timedelta

import pytest
from journals import CATALOGUE, care, checkin, drink, pain, run, symptom, urine, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.records import Condition, ProfileEntry

AT = "2026-11-20 18:00"
MONTH = [date(2026, 10, 1) + timedelta(days=day) for day in range(31)]


def said(at, *records):
    """The rules that have ever raised a flag by then, and what is missing now, of the whole rule book."""
    made = [one for some in records for one in (some if isinstance(some, list) else [some])]
    judgement = evaluate(Frames.of(made, CATALOGUE)).judge(int(when(at).timestamp()), offset=3600, past=True)
    return [flag.rule for flag in judgement.flags], [one.rule for one in judgement.insufficient]


@pytest.mark.parametrize(
    "record",
    [
        pain(AT, score=2),
        pain(AT, score=0),
        symptom(AT, "fever", False),
        symptom(AT, "tired"),
        drink(AT, 500),
        urine(AT, 4),
        care(AT, "cold", duration_min=15),
        checkin("2026-11-20", stress=3),
        workout(AT, ("squat", 3, 5, 100), rpe=6),
        workout(AT, minutes=None),
        run(AT, None, minutes=None, rpe=None),
        Condition(condition="arthritis"),
        ProfileEntry(key="birth_year", value="1950"),
    ],
    ids=lambda record: getattr(record, "TABLE", "workouts"),
)
@pytest.mark.parametrize("at", [AT, "2026-11-20 23:59", "2026-11-24 12:00", "2026-12-24 12:00"])
def test_a_single_entry_says_nothing_and_misses_nothing(record, at):
    assert said(at, record) == ([], [])


@pytest.mark.parametrize(
    "at", ["2026-10-01 20:00", "2026-10-15 12:00", "2026-10-31 23:59", "2026-11-20 12:00"]
)
def test_a_history_of_zeros_says_nothing(at):
    zeros = [pain(f"{day} 20:00", region, 0) for day in MONTH for region in ("lower-back", "knee", "chest")]

    assert said(at, zeros) == ([], [])


@pytest.mark.parametrize("minutes", [0, 60])
def test_loads_that_are_all_zero_are_no_monotony_and_miss_nothing(minutes, judged):
    week = [workout(f"{day} 18:00", kind="other", minutes=minutes, rpe=0) for day in MONTH[:7]]

    zero = judged("monotony-high", "2026-10-07 20:00", *week)

    assert (zero.flags, zero.insufficient) == ((), ())


def test_after_a_month_that_nobody_wrote_of_nothing_is_said_of_that_month():
    trained = [one for day in MONTH[::2] for one in workout(f"{day} 18:00", ("squat", 3, 5, 100), rpe=5)]
    written = [checkin(str(day), sleep_h=8) for day in MONTH]
    back = workout("2026-12-05 18:00", ("squat", 3, 5, 100), rpe=5), checkin("2026-12-05", sleep_h=8)

    before, _ = said("2026-10-31 23:59", trained, written)
    raised, missing = said("2026-12-05 20:00", trained, written, *back)

    assert sorted(raised) == sorted(before)
    assert "back-strength-absent" in missing


@pytest.mark.parametrize("at", [AT, "2026-11-22 12:00"])
def test_records_of_the_future_change_nothing_before_their_time(at):
    now = [pain("2026-11-19 18:00", score=5), workout(AT, ("squat", 3, 5, 100), rpe=6), urine(AT, 6)]
    later = [
        *(pain(f"2026-11-{day} 18:00", score=8, sudden=True, qualities=["stabbing"]) for day in (23, 24, 25)),
        *workout("2026-11-23 18:00", ("squat", 5, 5, 200), rpe=10),
        symptom("2026-11-24 18:00", "cannot-pass"),
        care("2026-11-24 18:00", "doctor"),
        checkin("2026-11-23", sleep_h=3, at=when("2026-11-23 07:00")),
    ]

    assert said(at, *now, later) == said(at, *now)


@pytest.mark.parametrize(
    ("began", "warmed", "severity"),
    [
        ("2026-03-28 18:00+01:00", "2026-03-30 18:00+02:00", "caution"),
        ("2026-03-28 18:00+01:00", "2026-03-30 19:00+02:00", ""),
        ("2026-10-24 18:00+02:00", "2026-10-26 16:59+01:00", "caution"),
        ("2026-10-24 18:00+02:00", "2026-10-26 17:00+01:00", ""),
    ],
    ids=["put forward: 47 h", "put forward: 48 h", "put back: 47 h 59 min", "put back: 48 h"],
)
def test_the_48_hours_without_heat_are_elapsed_ones_when_the_clock_changes(began, warmed, severity, level):
    heat = care(warmed, "heat", region="lower-back", duration_min=15)

    assert level("heat-too-early", warmed, pain(began), heat) == severity


@pytest.mark.parametrize(
    ("longest", "km", "severity"),
    [(10, 11, ""), (10, 11.01, "caution"), (3, 3.3, ""), (0.7, 0.77, ""), (42.195, 46.414, "")],
    ids=["10 %", "10.1 %", "10 % of 3 km", "10 % of 700 m", "just under 10 %"],
)
def test_ten_percent_is_no_jump_whatever_the_rounding(longest, km, severity, level):
    assert level("spike-session-distance", AT, run("2026-11-10 08:00", longest), run(AT, km)) == severity


def test_a_session_at_23_30_and_one_at_00_30_are_two_dates_and_two_of_one_date_are_one(level):
    late, early, noon = (
        workout(f"2026-11-{at}", ("bench-press", 4, 8, 60)) for at in ("19 23:30", "20 00:30", "20 12:00")
    )

    assert level("same-muscle-consecutive-days", AT, late, early) == "caution"
    assert level("same-muscle-consecutive-days", AT, early, noon) == ""


def test_two_places_at_once_are_judged_apart_and_a_zero_of_one_does_not_close_the_other(judged):
    days = [
        pain(f"2026-11-{day} 18:00", region, 5)
        for day in (16, 17, 18, 19, 20)
        for region in ("lower-back", "neck")
    ]
    well = pain("2026-11-20 19:00", "neck", 0)

    both = judged("pain-past-72h", "2026-11-20 20:00", days, well).flags
    later = judged("pain-past-72h", "2026-11-21 19:00", days, well).flags

    assert {flag.subject["region"] for flag in both} == {"lower-back", "neck"}
    assert [flag.subject["region"] for flag in later] == ["lower-back"]


def test_a_flight_over_midnight_changes_the_date_and_not_the_hours(level):
    """To the east the date is the next one after few hours; to the west it stays the same for many."""
    east = (
        workout("2026-11-19 22:00-05:00", ("bench-press", 4, 8, 60)),
        workout("2026-11-20 20:00+09:00", ("bench-press", 4, 8, 60)),
    )
    west = (
        workout("2026-11-20 06:00+09:00", ("bench-press", 4, 8, 60)),
        workout("2026-11-20 20:00-05:00", ("bench-press", 4, 8, 60)),
    )

    assert level("same-muscle-consecutive-days", "2026-11-21 12:00", *east) == "caution"
    assert level("same-muscle-consecutive-days", "2026-11-21 12:00", *west) == ""
    assert level("muscle-rest-short", "2026-11-21 12:00", *west) == "caution"
