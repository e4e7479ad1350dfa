"""Jumps of one run, one weight and one week."""

from datetime import date, timedelta

import pytest
from journals import checkin, run, when, workout

# spike-session-distance

NOW = "2026-11-20 08:00"


@pytest.mark.parametrize(
    ("km", "severity", "band"),
    [
        (10, "", None),
        (11, "", None),
        (11.01, "caution", "small"),
        (13, "caution", "small"),
        (13.01, "caution", "moderate"),
        (20, "caution", "moderate"),
        (20.01, "warning", "large"),
    ],
)
def test_a_run_is_compared_with_the_longest_of_30_days(km, severity, band, judged):
    records = run("2026-11-10 08:00", 10), run("2026-11-15 08:00", 6), run(NOW, km)

    flags = judged("spike-session-distance", "2026-11-20 09:00", *records).flags

    assert [one.severity for one in flags] == ([severity] if severity else [])
    assert [one.details["band"] for one in flags] == ([band] if band else [])


@pytest.mark.parametrize(("longest", "severity"), [("2026-10-21 08:00", ""), ("2026-10-21 07:59", "caution")])
def test_the_longest_run_counts_for_exactly_30_days(longest, severity, level):
    records = run(longest, 10), run("2026-11-15 08:00", 9), run(NOW, 10.5)

    assert level("spike-session-distance", "2026-11-20 09:00", *records) == severity


def test_30_days_are_elapsed_time_whatever_the_clock_says(level):
    summer = run("2026-10-21 09:00+02:00", 10), run("2026-11-15 08:00", 9)

    assert (
        level("spike-session-distance", "2026-11-20 09:00", *summer, run("2026-11-20 08:00+01:00", 10.5))
        == ""
    )
    assert (
        level("spike-session-distance", "2026-11-20 09:00", *summer, run("2026-11-20 08:01+01:00", 10.5))
        == "caution"
    )


def test_it_names_both_runs_and_lasts_seven_days(flag, level):
    records = run("2026-11-10 08:00", 10), run(NOW, 12.5)

    found = flag("spike-session-distance", "2026-11-20 09:00", *records)
    assert found.message == (
        "12.5 km on Fri 20 Nov: 25 % longer than any run in 30 days (the longest: 10 km on Tue 10 Nov)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (25, "%", ">", 10)
    assert set(found.subject) == {"workout"}
    assert len(found.evidence) == 2
    assert level("spike-session-distance", "2026-11-27 07:59", *records) == "caution"
    assert level("spike-session-distance", "2026-11-27 08:00", *records) == ""


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([run(NOW, 10)], "a run in the 30 days before (first run in 30+ days: restart short)"),
        ([run("2026-11-10 08:00", 10), run(NOW, None)], "the distance of the run"),
        ([run("2026-11-10 08:00", None), run(NOW, 10)], "the distance of the runs of the 30 days before"),
    ],
)
def test_without_a_run_before_or_a_distance_there_is_no_verdict(records, missing, judged):
    said = judged("spike-session-distance", "2026-11-20 09:00", *records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]
    assert judged("spike-session-distance", "2026-11-27 08:00", *records).insufficient == ()


def test_two_runs_at_one_instant_are_not_compared_with_each_other(level):
    other = run("2026-11-20 08:00+01:00", 30)

    assert (
        level("spike-session-distance", "2026-11-20 09:00", run("2026-11-10 08:00", 10), other) == "warning"
    )


# spike-session-weight

SQUATS = [
    workout("2026-11-06 18:00", ("squat", 3, 5, 100)),
    workout("2026-11-13 18:00", ("squat", 3, 5, 100)),
]


def squat(kg, reps=5, at="2026-11-20 18:00", **more):
    return workout(at, ("squat", 3, reps, kg), **more)


@pytest.mark.parametrize(
    ("session", "severity"),
    [
        (squat(110), ""),
        (squat(110.5), "caution"),
        (squat(112.5, reps=1), ""),
        (squat(112.5, reps=3), "caution"),
        (squat(111, reps=4), "caution"),
        (squat(110.25, reps=4), "caution"),
        (squat(110.25, reps=3), ""),
    ],
)
def test_a_weight_that_jumps_and_shows_more_strength_than_before(session, severity, level):
    assert level("spike-session-weight", "2026-11-20 20:00", *SQUATS, session) == severity


@pytest.mark.parametrize(("kg", "severity"), [(12.5, ""), (12.6, "caution"), (11, "")])
def test_one_small_plate_is_no_jump(kg, severity, level):
    light = [workout(at, ("dumbbell-curl", 3, 10, 10)) for at in ("2026-11-06 18:00", "2026-11-13 18:00")]

    assert level(
        "spike-session-weight", "2026-11-20 20:00", *light, workout(NOW, ("dumbbell-curl", 3, 10, kg))
    ) == (severity)


def test_it_names_both_sets(flag):
    found = flag("spike-session-weight", "2026-11-20 20:00", *SQUATS, squat(120))

    assert found.message == "Squat: jumped from 100 kg (Fri 13 Nov) to 120 kg (Fri 20 Nov), 20 % more."
    assert (found.as_json()["observed"]["value"], found.subject) == (20, {"exercise": "squat"})
    assert [one.table for one in found.evidence] == ["sets", "sets"]
    assert all(one.id.endswith("/3") for one in found.evidence)


@pytest.mark.parametrize(
    ("earlier", "missing"),
    [
        (SQUATS[:1], "2 earlier sessions of Squat in 30 days"),
        ([squat(100, 15, at) for at in ("2026-11-06 18:00", "2026-11-13 18:00")], "1 to 12 repetitions"),
    ],
)
def test_it_needs_two_sessions_before_and_sets_that_can_be_compared(earlier, missing, judged):
    said = judged("spike-session-weight", "2026-11-20 20:00", *earlier, squat(130))

    assert said.flags == ()
    assert missing in said.insufficient[0].missing[0]
    assert judged("spike-session-weight", "2026-11-20 20:00", *earlier, squat(105)).insufficient == ()


def test_sessions_of_more_than_30_days_ago_first_sessions_and_assistance_are_left_alone(judged):
    old = [squat(100, at=f"2026-10-{day} 18:00") for day in (10, 15)]
    assisted = [
        workout(at, ("pull-up", 3, 8, kg))
        for at, kg in (("2026-11-06 18:00", -30), ("2026-11-13 18:00", -20))
    ]

    for records in (
        (*old, squat(130)),
        (squat(130),),
        (*assisted, workout("2026-11-20 18:00", ("pull-up", 3, 8, 10))),
    ):
        said = judged("spike-session-weight", "2026-11-20 20:00", *records)
        assert (said.flags, said.insufficient) == ((), ())


# spike-week-load: sessions of 60 minutes; a check-in on every date keeps all of them covered.

MONDAY = date(2026, 8, 3)


def day_of(number):
    return MONDAY + timedelta(days=number)


def diary(*weeks, rpe=5, covered=True, **more):
    """Weeks of (day of the week, minutes) with one session each, from `MONDAY` on."""
    records = []
    for number, week in enumerate(weeks):
        for weekday, minutes in week:
            at = f"{day_of(7 * number + weekday)} 18:00"
            records += workout(at, ("squat", 3, 5, 100), minutes=minutes, rpe=rpe, **more)
    days = 7 * len(weeks) if covered else 0
    return records + [checkin(str(day_of(day)), stress=3) for day in range(days)]


USUAL = ((0, 60), (3, 60), (6, 60))


def week_of(*minutes):
    return tuple(zip((0, 3, 6), minutes, strict=True))


def end_of(weeks):
    return f"{day_of(7 * weeks - 1)} 22:00"


@pytest.mark.parametrize(
    ("minutes", "severity"),
    [
        ((60, 60, 60), ""),
        ((60, 60, 78), ""),
        ((78, 78, 78), ""),
        ((78, 78, 79), "caution"),
        ((120, 120, 120), "caution"),
        ((120, 120, 121), "warning"),
    ],
)
def test_a_week_is_compared_with_the_week_before(minutes, severity, level):
    records = diary(*[USUAL] * 6, week_of(*minutes))

    assert level("spike-week-load", end_of(7), records) == severity


def test_it_names_the_metric_that_jumped_most_and_tells_the_others(flag):
    records = diary(*[USUAL] * 6, week_of(60, 60, 150))

    found = flag("spike-week-load", end_of(7), records)

    assert found.message == (
        "Load of the 7 days to Sun 20 Sep (effort x minutes): 1,350, after 900 in the 7 days before (+50 %)."
    )
    assert (found.value, found.unit, found.threshold.value) == (50, "%", 30)
    assert found.subject == {"metric": "load"}
    assert found.details == {
        "load": {"now": 1350, "before": 900, "growth_pct": 50},
        "minutes": {"now": 270, "before": 180, "growth_pct": 50},
    }
    assert len(found.evidence) == 3
    assert found.since == when(f"{day_of(48)} 18:00")


def test_ordinary_growth_after_an_easy_week_is_no_jump(level):
    easy = week_of(30, 30, 30)

    assert level("spike-week-load", end_of(7), diary(*[USUAL] * 5, easy, USUAL)) == ""
    assert level("spike-week-load", end_of(7), diary(*[USUAL] * 5, easy, week_of(66, 66, 66))) == ""
    assert level("spike-week-load", end_of(7), diary(*[USUAL] * 5, easy, week_of(66, 66, 67))) == "caution"
    assert level("spike-week-load", end_of(7), diary(*[USUAL] * 5, easy, week_of(90, 90, 90))) == "caution"
    assert level("spike-week-load", end_of(7), diary(*[USUAL] * 5, easy, week_of(90, 90, 91))) == "warning"


def test_with_less_than_four_weeks_before_it_is_at_most_a_caution(level):
    assert level("spike-week-load", end_of(5), diary(*[USUAL] * 4, week_of(150, 150, 150))) == "warning"
    assert level("spike-week-load", end_of(4), diary(*[USUAL] * 3, week_of(150, 150, 150))) == "caution"


def test_a_week_that_is_small_for_the_writer_is_no_jump(level):
    big, small = week_of(120, 120, 120), week_of(30, 30, 30)
    records = diary(*[big] * 22, *[small] * 5, week_of(60, 60, 60))

    assert level("spike-week-load", end_of(28), records) == ""
    assert level("spike-week-load", end_of(6), diary(*[small] * 5, week_of(60, 60, 60))) == "caution"


def test_it_ends_at_a_session_at_which_it_does_not_hold_and_after_seven_days(level):
    jump = diary(*[USUAL] * 6, ((0, 60), (3, 60), (6, 130)))
    held, quiet = (
        workout("2026-09-21 18:00", ("squat", 1, 5, 60), minutes=minutes, rpe=5) for minutes in (60, 5)
    )

    assert level("spike-week-load", "2026-09-27 17:59", jump) == "caution"
    assert level("spike-week-load", "2026-09-27 18:00", jump) == ""
    assert level("spike-week-load", "2026-09-21 18:00", jump, held) == "caution"
    assert level("spike-week-load", "2026-09-21 17:59", jump, quiet) == "caution"
    assert level("spike-week-load", "2026-09-21 18:00", jump, quiet) == ""


def test_a_worse_level_on_a_later_session_takes_its_place(judged):
    records = diary(*[USUAL] * 6, ((0, 150), (3, 100), (6, 200)))

    said = judged("spike-week-load", end_of(7), records, past=True).flags

    assert [(one.severity, one.status, one.since) for one in said] == [
        ("warning", "active", when(f"{day_of(48)} 18:00")),
        ("caution", "past", when(f"{day_of(42)} 18:00")),
    ]


def test_an_empty_week_before_is_nothing_to_compare_with(judged):
    said = judged("spike-week-load", end_of(7), diary(*[USUAL] * 5, (), USUAL))

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [
        ("training in the 7 days to Sun 13 Sep to compare with",)
    ]


def test_an_uncovered_week_before_gives_no_verdict(judged):
    away = diary(*[USUAL] * 5, covered=False), [workout("2026-09-20 18:00", ("squat", 3, 5, 100), rpe=5)]

    said = judged("spike-week-load", "2026-09-20 20:00", away[0], *away[1])

    assert said.flags == ()
    assert said.insufficient[0].missing == ("entries on most dates in the 7 days to Sun 20 Sep",)


def test_a_session_of_unknown_effort_makes_the_load_unknown_and_not_the_minutes(judged):
    before = diary(*[USUAL] * 5), workout("2026-09-10 18:00", ("squat", 3, 5, 100), minutes=60)
    days = [checkin(f"2026-09-{day:02}", stress=3) for day in range(7, 21)]
    rest = [
        workout(f"2026-09-{day:02} 18:00", ("squat", 3, 5, 100), minutes=60, rpe=5)
        for day in (7, 13, 14, 17, 20)
    ]

    said = judged("spike-week-load", "2026-09-20 20:00", *before, days, *rest)

    assert said.flags == ()
    assert said.insufficient[0].missing == (
        "the effort and the minutes of every session in the 7 days to Sun 13 Sep",
    )


def test_running_is_compared_by_its_kilometres(flag):
    days = [checkin(str(day_of(day)), stress=3) for day in range(49)]
    runs = [
        run(f"{day_of(7 * week + day)} 08:00", 5, minutes=None, rpe=None)
        for week in range(6)
        for day in (1, 4)
    ]
    more = [run(f"{day_of(42 + day)} 08:00", 7, minutes=None, rpe=None) for day in (1, 4)]

    found = flag("spike-week-load", end_of(7), days, *runs, *more)

    assert found.subject == {"metric": "running-km"}
    assert found.message.startswith("Running km of the 7 days to Fri 18 Sep: 14 km, after 10 km")


def test_two_sessions_on_one_date_add_up_and_each_knows_only_what_came_before(judged):
    second = workout(f"{day_of(48)} 20:00", ("squat", 3, 5, 100), minutes=120, rpe=5)
    records = diary(*[USUAL] * 6, USUAL), second

    assert judged("spike-week-load", f"{day_of(48)} 19:59", *records).flags == ()
    (found,) = judged("spike-week-load", f"{day_of(48)} 20:00", *records).flags
    assert found.since == when(f"{day_of(48)} 20:00")


def test_an_empty_journal_and_a_first_session_say_nothing(judged):
    for rule in ("spike-week-load", "spike-session-weight", "spike-session-distance"):
        said = judged(rule, NOW)
        assert (said.flags, said.insufficient) == ((), ())
