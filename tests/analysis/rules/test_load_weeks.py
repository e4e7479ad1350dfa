"""Weeks that feel harder, vary little, or follow a break."""

from datetime import date, timedelta

import pytest
from journals import CATALOGUE, checkin, drink, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames

MONDAY = date(2026, 8, 3)


def day_of(number):
    return MONDAY + timedelta(days=number)


def at(number, time="18:00"):
    """That time of a day counted from `MONDAY`."""
    return f"{day_of(number)} {time}"


def session(number, rpe=5, minutes=60, time="18:00", kind="strength"):
    return workout(at(number, time), kind=kind, minutes=minutes, rpe=rpe)


def sessions(efforts):
    """A session on each of these days, with its effort."""
    return [one for day, rpe in efforts.items() for one in session(day, rpe)]


def covered(first, last):
    """A check-in on each of these days."""
    return [checkin(str(day_of(day)), stress=3) for day in range(first, last + 1)]


def ids(records):
    return [str(one.id) for one in records if one.TABLE == "workouts"]


# spike-intensity: six sessions of 5 in the 28 dates before the week that ends on day 34

MONTH = dict.fromkeys((0, 5, 10, 15, 20, 27), 5)
RULE = "spike-intensity"


@pytest.mark.parametrize(
    ("week", "severity"),
    [
        ({28: 7, 30: 7, 34: 7}, "caution"),
        ({28: 7, 30: 6.9, 34: 6.9}, ""),
        ({28: 2, 30: 7, 34: 9}, "caution"),
        ({28: 6, 31: 7, 32: 7, 34: 8}, "caution"),
        ({28: 6, 31: 6, 32: 7.9, 34: 8}, ""),
        ({30: 9, 34: 9}, ""),
        ({27: 9, 30: 9, 34: 9}, ""),
    ],
    ids=[
        "2 more",
        "less",
        "the middle one",
        "middle of four",
        "less in the middle",
        "2 sessions",
        "3 in 8 dates",
    ],
)
def test_the_median_of_a_week_is_compared_with_that_of_the_28_dates_before(week, severity, level):
    assert level(RULE, at(34, "20:00"), sessions({**MONTH, **week})) == severity


@pytest.mark.parametrize(
    ("month", "severity"),
    [
        ({0: 5, 5: 5, 10: 5, 15: 5, 20: 5, 27: 5}, "caution"),
        ({0: 5, 5: 5, 10: 5, 15: 5, 20: 5}, ""),
        ({-1: 5, 5: 5, 10: 5, 15: 5, 20: 5, 27: 5}, ""),
        ({0: 5, 5: 5, 10: 5, 15: 6, 20: 6, 27: 6}, ""),
    ],
    ids=["6 sessions", "5 sessions", "one of 29 dates before", "a harder month"],
)
def test_it_needs_six_sessions_in_the_28_dates(month, severity, level):
    assert level(RULE, at(34, "20:00"), sessions({**month, 28: 7, 30: 7, 34: 7})) == severity


def test_it_tells_both_medians(flag):
    records = sessions({**MONTH, 28: 7, 30: 9, 34: 8})

    found = flag(RULE, at(34, "20:00"), records)

    assert found.message == (
        "Sessions of the 7 days to Sun 6 Sep were at 8 of 10 (the median of 3), after 5 (of 6) in the 28 days before."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (3, "RPE", ">=", 2)
    assert (found.subject, found.since) == ({}, when(at(34)))
    assert [one.id for one in found.evidence] == ids(records)[-3:]
    assert found.details == {"median": 8, "median_before": 5}


def test_it_ends_after_seven_days_or_with_a_session_at_which_it_does_not_hold(level):
    hard = sessions({**MONTH, 28: 7, 30: 7, 34: 7})
    easier, rare = session(36, 5), session(39, 5)

    assert level(RULE, at(41, "17:59"), hard) == "caution"
    assert level(RULE, at(41), hard) == ""
    assert level(RULE, at(36, "17:59"), hard, easier, session(36, 5, time="18:01")) == "caution"
    assert level(RULE, at(36, "18:01"), hard, easier, session(36, 5, time="18:01")) == ""
    assert level(RULE, at(40), hard, rare) == "caution"


def test_while_it_goes_on_it_is_one_flag_as_it_stood_at_first(judged):
    records = sessions({**MONTH, 28: 7, 30: 7, 34: 7, 36: 9, 38: 9, 40: 9, 42: 9, 44: 9})

    (found,) = judged(RULE, at(45), records, past=True).flags

    assert (found.since, found.value) == (when(at(34)), 2)


@pytest.mark.parametrize(
    ("efforts", "missing"),
    [
        ({**MONTH, 28: 7, 30: None, 34: 7}, "how hard the sessions of the 7 days to Sun 6 Sep were"),
        ({**MONTH, 20: None, 28: 7, 30: 7, 34: 7}, "how hard the sessions of the 28 days to Sun 30 Aug were"),
        ({**MONTH, 28: 6, 29: None, 30: 6, 34: 6}, ""),
        ({**dict.fromkeys(MONTH), 28: None, 30: None, 34: None}, ""),
        ({0: 5, 1: 5, **dict.fromkeys([7, 8, 9, 10, 28, 30, 34])}, ""),
        ({28: 7, 30: None, 34: 7}, ""),
    ],
    ids=["of the week", "of the month", "enough are told", "never told", "told long ago", "no month before"],
)
def test_sessions_of_unknown_effort_are_asked_for_where_there_are_enough_sessions(efforts, missing, judged):
    said = judged(RULE, at(34, "20:00"), sessions(efforts))

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == ([(missing,)] if missing else [])


def test_they_are_asked_for_until_the_next_session_and_for_seven_days(judged):
    records = sessions({**MONTH, 28: 7, 30: None, 34: 7})

    def asked(time, *more):
        return len(judged(RULE, time, records, *more).insufficient)

    assert (asked(at(41, "17:59")), asked(at(41))) == (1, 0)
    assert asked(at(38), session(38, 5)) == 0


# monotony-high: the week of days 7 to 13, with something written on every date

VECTORS = [
    ((0, 20, 10, 10, 10, 10, 10), None),
    ((5, 15, 20, 20, 20, 25, 35), 2.366432),
    ((0, 0, 0, 10, 20, 30, 40), None),
    ((0, 420, 0, 300, 0, 540, 0), None),
]


def week(loads, first=7):
    """Sessions that amount to these daily loads; None: a session of unknown effort."""
    made = []
    for day, load in enumerate(loads, first):
        if load != 0:
            made += session(day, None if load is None else 10, (load or 600) / 10)
    return made


WRITTEN = covered(0, 20)


@pytest.mark.parametrize(("loads", "value"), VECTORS, ids=str)
def test_monotony_above_2_is_told_by_the_published_vectors(loads, value, judged):
    flags = judged("monotony-high", at(13, "20:00"), WRITTEN, week(loads)).flags

    assert [(one.severity, one.value) for one in flags] == (
        [] if value is None else [("info", pytest.approx(value, abs=5e-7))]
    )


@pytest.mark.parametrize(
    ("loads", "severity"),
    [
        ((0, 36, 25, 17, 23, 19, 20), ""),
        ((0, 35, 25, 17, 23, 19, 20), "info"),
        ((10, 10, 10, 10, 10, 10, 1), "info"),
        ((60, 60, 60, 60, 60, 60, 120), "info"),
        ((60, 60, 60, 60, 60, 120, 0), ""),
    ],
    ids=["2.0 exactly", "a little above", "one easy day", "one long day", "a day of rest and a long one"],
)
def test_the_limit_is_2_and_a_day_of_rest_counts_as_0(loads, severity, level):
    assert level("monotony-high", at(13, "20:00"), WRITTEN, week(loads)) == severity


def test_it_tells_the_week(flag):
    records = week((5, 15, 20, 20, 20, 25, 35))

    found = flag("monotony-high", at(13, "20:00"), WRITTEN, records)

    assert found.message == (
        "The training load (effort x minutes) of the 7 days to Sun 16 Aug varied little: the mean of a day (20) is "
        "2.37 times its spread."
    )
    assert (found.unit, found.threshold.op, found.threshold.value) == ("", ">", 2)
    assert (found.subject, found.since) == ({}, when(at(13)))
    assert [one.id for one in found.evidence] == ids(records)
    assert found.details["loads"] == {
        str(day_of(day)): load for day, load in enumerate((5, 15, 20, 20, 20, 25, 35), 7)
    }
    assert found.details["strain"] == pytest.approx(331.3, abs=5e-4)
    assert found.details["reason"] == ""


def test_equal_days_are_no_variation_and_have_no_value(flag):
    found = flag("monotony-high", at(13, "20:00"), WRITTEN, week((100,) * 7))

    assert (found.threshold, found.as_json()["observed"]) == (None, {"value": None, "unit": ""})
    assert found.message == (
        "The training load (effort x minutes) was the same on each of the 7 days to Sun 16 Aug: 100."
    )
    assert (found.details["strain"], found.details["reason"]) == (None, "no-variation")


def test_a_week_without_variation_is_told_beside_one_with_little(judged):
    flags = judged("monotony-high", at(13, "20:00"), WRITTEN, week((100,) * 7), past=True).flags

    assert [(one.status, one.value, one.since, one.until) for one in flags] == [
        ("active", None, when(at(13)), None),
        ("past", pytest.approx(6**0.5), when(at(12)), when(at(13))),
    ]


def test_a_week_without_variation_is_told_each_time(level):
    again = [one for day in range(80, 87) for one in session(day)]
    records = *WRITTEN, *week((100,) * 7), *covered(70, 90), *again

    assert level("monotony-high", at(13, "20:00"), records) == "info"
    assert level("monotony-high", at(86, "20:00"), records) == "info"


def test_a_week_of_sessions_without_any_load_has_no_value(judged):
    rested = [one for day in range(7, 14) for one in session(day, 0)]

    said = judged("monotony-high", at(13, "20:00"), WRITTEN, rested)

    assert (said.flags, said.insufficient) == ((), ())


@pytest.mark.parametrize(
    ("days", "severity"), [((10, 11, 12, 13), "info"), ((11, 12, 13), "")], ids=["4 dates", "3 dates"]
)
def test_four_training_dates_are_needed(days, severity, judged):
    records = [one for day in days for one in session(day)] + session(13, time="19:00")
    low = {"monotony-high": {"monotony_above": 0.5}}
    history = evaluate(Frames.of([*WRITTEN, *records], CATALOGUE), low, rules=["monotony-high"])

    said = history.judge(int(when(at(13, "20:00")).timestamp())).flags
    assert " ".join(one.severity for one in said) == severity


def test_two_sessions_of_a_date_add_up(level):
    split = [*week((100,) * 6), *session(13, 10, 6, "08:00"), *session(13, 10, 4)]

    assert level("monotony-high", at(13, "20:00"), WRITTEN, split) == "info"


def test_it_ends_with_its_week_or_with_a_session_at_which_it_does_not_hold(level):
    same = week((100,) * 7)

    assert level("monotony-high", at(19, "23:59"), WRITTEN, same) == "info"
    assert level("monotony-high", at(20, "00:00"), WRITTEN, same) == ""
    assert level("monotony-high", at(15, "17:59"), WRITTEN, same, session(15, 5, 100)) == "info"
    assert level("monotony-high", at(15), WRITTEN, same, session(15, 5, 100)) == ""


LIKE = (100, 100, 100, 100, 100, 100, 100)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        (
            [*WRITTEN, *week((100, 100, None, 100, 100, 100, 100))],
            "the effort and the minutes of every session",
        ),
        ([*WRITTEN, *week((None,) * 7)], ""),
        ([*WRITTEN, *week((0, 0, 0, 0, 100, None, 100))], ""),
        ([*covered(0, 3), *week((0, 0, 0, 100, 100, 100, 100), first=7)], "an entry on every date"),
        ([*covered(0, 6), *week((0, 0, 0, 100, 100, 100, 100), first=7)], "covered"),
        (week((0, 0, 0, 100, 100, 100, 100)), ""),
        ([*covered(-29, -29), *week((0, 0, 0, 100, 100, 100, 100))], ""),
    ],
    ids=[
        "an unknown load",
        "never a known load",
        "unknown, and too little training",
        "4 dates unwritten",
        "3 dates unwritten",
        "a new journal",
        "nothing written for five weeks",
    ],
)
def test_a_week_that_is_not_known_has_no_verdict(records, missing, judged):
    said = judged("monotony-high", at(13, "20:00"), records)

    assert said.flags == ()
    if missing in ("", "covered"):
        assert said.insufficient == ()
    else:
        assert [one.missing for one in said.insufficient] == [(f"{missing} of the 7 days to Sun 16 Aug",)]


def test_the_dates_are_covered_as_it_was_known_then(level):
    late = checkin(str(day_of(8)), stress=3, at=when(at(15)))
    records = [
        *covered(0, 3),
        *week((0, 0, 0, 80, 80, 80, 80)),
        *week((80,), first=14),
        *week((80,), first=15),
    ]

    # Six days of 80 and an unwritten date: it is unknown, until the check-in of the evening of day 15 is there.
    assert level("monotony-high", at(15, "17:59"), records, late) == ""
    assert level("monotony-high", at(15), records, late) == "info"


def test_dates_are_those_of_each_sessions_own_clock(level):
    east = [one for day in range(7, 14) for one in workout(f"{day_of(day)} 00:30+09:00", rpe=5)]
    mixed = [*east[:-1], *workout(f"{day_of(12)} 16:30+01:00", rpe=5)]

    assert level("monotony-high", at(13, "20:00"), WRITTEN, east) == "info"
    assert level("monotony-high", at(13, "20:00"), WRITTEN, mixed) == ""


# first-after-layoff: six runs of load 300 to day 20, then none

RUNS = [one for day in (0, 4, 8, 12, 16, 20) for one in session(day, kind="run")]


def back(number, load=300, kind="run"):
    return session(number, None if load is None else 5, (load or 300) / 5, kind=kind)


@pytest.mark.parametrize(
    ("day", "load", "severity"),
    [
        (35, 300, "caution"),
        (34, 300, ""),
        (35, 150, ""),
        (35, 150.5, "caution"),
        (35, 100, ""),
        (201, 300, "caution"),
        (202, 300, ""),
    ],
    ids=["14 dates", "13 dates", "50 %", "over 50 %", "a third", "180 dates", "181 dates"],
)
def test_a_session_after_14_dates_without_one_is_compared_with_half_of_the_usual(day, load, severity, level):
    assert level("first-after-layoff", at(day, "20:00"), covered(0, day), RUNS, back(day, load)) == severity


def test_it_tells_the_break_and_lasts_seven_days(flag, level):
    records = covered(0, 50), RUNS, back(41, 240), back(43, 300)

    found = flag("first-after-layoff", at(41, "20:00"), *records)

    assert found.message == (
        "First run session after 20 dates without one, on Sun 13 Sep: a load (effort x minutes) of 240, "
        "80 % of the 300 that were usual before the break."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (80, "%", ">", 50)
    assert (found.subject, found.since) == ({"kind": "run"}, when(at(41)))
    assert [one.id for one in found.evidence] == [*ids(back(41, 240)), *ids(RUNS)]
    assert found.details == {"dates": 20, "load": 240, "usual": 300}
    assert level("first-after-layoff", at(48, "17:59"), *records) == "caution"
    assert level("first-after-layoff", at(48), *records) == ""


def test_only_the_first_session_after_the_break_counts_and_only_breaks_of_its_own_kind(level):
    eased = back(41, 100), back(43, 300)
    lifted = [one for day in range(0, 41, 4) for one in session(day)]

    assert level("first-after-layoff", at(43, "20:00"), covered(0, 43), RUNS, *eased) == ""
    assert level("first-after-layoff", at(41, "20:00"), covered(0, 41), RUNS, lifted, session(41)) == ""
    assert level("first-after-layoff", at(41, "20:00"), covered(0, 41), RUNS, lifted, back(41)) == "caution"


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        ((0, 10, 30, 41), "caution"),
        ((-1, 10, 30, 41), ""),
        ((10, 30, 41), ""),
        ((10, 30, 41, 41), "caution"),
    ],
    ids=["4 in 42 dates", "one of them on the 43rd", "3", "2 on one date"],
)
def test_it_needs_four_sessions_in_the_42_dates_before_the_break(days, severity, level):
    times = iter(("07:00", "08:00", "09:00", "10:00"))
    before = [one for day in days for one in session(day, time=next(times), kind="run")]

    assert level("first-after-layoff", at(60, "20:00"), covered(-1, 60), before, back(60, 280)) == severity


def test_usual_is_the_median_of_the_last_28_training_dates(flag):
    daily = [one for day in range(31) for one in session(day, 2 if day < 17 else 8, kind="run")]
    twice = session(30, 8, time="07:00", kind="run")

    found = flag("first-after-layoff", at(60, "20:00"), covered(0, 60), daily, twice, back(60, 400))

    assert (found.details["usual"], len(found.evidence)) == (300, 1 + 28 + 1)


def test_sessions_of_unknown_load_are_left_out_of_the_usual(flag):
    records = RUNS, session(18, None, kind="run"), session(20, None, time="07:00", kind="run")

    found = flag("first-after-layoff", at(41, "20:00"), covered(0, 41), *records, back(41))

    assert (found.details["usual"], len(found.evidence)) == (300, 1 + 5)


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*covered(24, 49), *RUNS, *back(49, None)], ()),
        (
            [*covered(24, 41), *RUNS, *back(41, None), *session(30)],
            ("the effort and the minutes of the session",),
        ),
        ([*RUNS, *back(41)], ("entries on most of the 14 dates before Sun 13 Sep",)),
        ([*RUNS, *back(41, 100)], ()),
        ([*RUNS, *back(49)], ()),
        (
            [
                *covered(8, 41),
                *(one for day in range(0, 21, 4) for one in session(day, None, kind="run")),
                *back(41),
            ],
            ("the effort and the minutes of the sessions before the break",),
        ),
    ],
    ids=[
        "no load for long",
        "no load of the session",
        "an unwritten break",
        "an unwritten break, and an easy session",
        "nothing written for 28 dates",
        "no load before the break",
    ],
)
def test_what_is_not_known_is_no_verdict(records, missing, judged):
    day = max(one.started_at for one in records if one.TABLE == "workouts")

    said = judged("first-after-layoff", f"{day:%Y-%m-%d %H:%M}", records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [missing] * bool(missing)


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ((24, 28, 32, 36, 40), "caution"),
        ((30, 34, 38), "caution"),
        ((31, 35, 39), ""),
        ((24, 28, 32, 36), ""),
        ((), ""),
    ],
    ids=["all", "all but the first three", "all but the first four", "all but the last four", "none"],
)
def test_enough_of_the_last_14_dates_must_be_covered(written, severity, level):
    days = [one for day in written for one in covered(day, day)]

    assert level("first-after-layoff", at(41, "20:00"), RUNS, days, back(41)) == severity


def test_the_break_is_covered_as_it_was_known_when_it_ended(level):
    late = [checkin(str(day_of(day)), stress=3, at=when(at(42))) for day in range(24, 41)]

    assert level("first-after-layoff", at(43), RUNS, late, back(41)) == ""


@pytest.mark.parametrize("rule", ["spike-intensity", "monotony-high", "first-after-layoff"])
def test_a_journal_without_a_history_says_nothing(rule, judged):
    for records in ([], [drink(at(0), 250)], session(0), run(at(0), 5)):
        said = judged(rule, at(0, "20:00"), records)
        assert (said.flags, said.insufficient) == ((), ())
