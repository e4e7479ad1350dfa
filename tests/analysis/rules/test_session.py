"""Warm-up and cool-down, flagged technique, and pain that a blow or a twist set off."""

import pytest
from journals import pain, run, when, workout

WARMUP, COOLDOWN, FORM = "no-warmup", "no-cooldown", "form-flag"
LIFT, ACCIDENT = "risky-lift-form", "contact-or-twist-injury"


def sessions(*values, field="warmup_min", first=1, step=2, **more):
    """Sessions every other day at 18:00 from 1 November on, one for each value of a field."""
    found = []
    for place, value in enumerate(values):
        at = f"2026-11-{first + step * place:02} 18:00"
        found.append(workout(at, ("bench-press", 1, 8, 60), **{field: value}, **more))
    return found


def told(judgement):
    """The flags as (severity, status, since), oldest first."""
    return sorted((one.since.day, one.severity, one.status) for one in judgement.flags)


# no-warmup


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"warmup_min": 0}, "info"),
        ({"warmup_min": 4.99}, "info"),
        ({"warmup_min": 5}, ""),
        ({"warmup_min": 10}, ""),
        ({"warmup_min": None}, ""),
        ({"warmup_min": 0, "kind": "run"}, "info"),
        ({"warmup_min": 0, "kind": "yoga"}, ""),
        ({"warmup_min": 0, "kind": "mobility"}, ""),
        ({"warmup_min": 0, "kind": "walk"}, ""),
        ({"warmup_min": 0, "rpe": 4}, ""),
        ({"warmup_min": 0, "rpe": 4.5}, "info"),
    ],
    ids=["0", "4.99", "5", "10", "not recorded", "run", "yoga", "mobility", "walk", "easy", "not so easy"],
)
def test_less_than_five_minutes_of_warm_up_are_few(more, severity, level):
    assert level(WARMUP, "2026-11-20 18:00", workout("2026-11-20 18:00", **more)) == severity


def test_it_names_the_session_and_stays_a_week(flag, judged):
    records = workout("2026-11-20 18:00", warmup_min=3)

    found = flag(WARMUP, "2026-11-20 18:00", records)

    assert found.message == "The workout of Fri 20 Nov, 18:00 had 3 min of warm-up."
    assert (found.value, found.threshold.op, found.threshold.value, found.unit) == (3, "<", 5, "min")
    assert judged(WARMUP, "2026-11-27 17:59", records).flags
    assert not judged(WARMUP, "2026-11-27 18:00", records).flags


def test_each_session_is_told_by_itself(judged):
    found = judged(WARMUP, "2026-11-04 08:00", *sessions(0, 0), past=True)

    assert told(found) == [(1, "info", "past"), (3, "info", "active")]


@pytest.mark.parametrize(
    ("warmups", "severity"),
    [
        ((0, 0, 0), "caution"),
        ((0, 0), "info"),
        ((0, 0, 10, 10, 0), "caution"),
        ((0, 0, 10, 10, 10, 0), "info"),
        ((0, None, 0, None, None, None, 0), "caution"),
        ((0, 0, 5), "info"),
        ((0, 0, 0, 10, 10, 10), ""),
    ],
    ids=[
        *("three of three", "two of two", "three of five", "only two of the last five"),
        *("not recorded is left out", "two, then a warm one", "better since"),
    ],
)
def test_it_is_a_habit_in_three_of_the_last_five_that_recorded_it(warmups, severity, level):
    last = f"2026-11-{1 + 2 * (len(warmups) - 1):02} 18:00"

    assert level(WARMUP, last, *sessions(*warmups), pain("2026-11-01 07:00", "knee", 2)).startswith(severity)


@pytest.mark.parametrize(
    ("hurt", "severity"),
    [
        (pain("2026-10-08 18:00", "knee", 1), "caution"),
        (pain("2026-10-08 17:59", "knee", 1), "info"),
        (pain("2026-11-01 08:00", "knee", 0), "info"),
        (pain("2026-11-05 18:01", "knee", 5), "info"),
    ],
    ids=["28 days before", "longer ago", "no pain", "only later"],
)
def test_a_habit_matters_when_something_hurt_lately(hurt, severity, level):
    assert level(WARMUP, "2026-11-05 18:02", *sessions(0, 0, 0), hurt) == severity


def test_a_session_counts_for_28_dates(level):
    hurt = pain("2026-11-25 08:00", "knee", 1)

    for first, severity in ((3, "caution"), (2, "info")):
        records = [workout(f"2026-11-{day:02} 18:00", warmup_min=0) for day in (first, 15, 30)]
        assert level(WARMUP, "2026-11-30 18:00", hurt, *records) == severity


def test_the_habit_is_told_once_a_week_and_ends_with_a_session_at_which_it_is_none(judged):
    hurt = pain("2026-11-01 07:00", "knee", 2)

    assert (5, "caution", "active") in told(
        judged(WARMUP, "2026-11-09 18:00", hurt, *sessions(0, 0, 0, 0, 0))
    )
    more = [hurt, *sessions(0, 0, 0, 0, 0, 0, 10)]
    assert (5, "caution", "active") in told(judged(WARMUP, "2026-11-20 17:59", *more))
    assert told(judged(WARMUP, "2026-11-20 18:00", *more)) == []
    better = [hurt, *sessions(0, 0, 0, 10, 10, 10)]
    assert told(judged(WARMUP, "2026-11-10 18:00", *better)) == [(5, "caution", "active")]
    assert told(judged(WARMUP, "2026-11-11 18:00", *better)) == [(5, "info", "active")]


@pytest.mark.parametrize(
    ("earlier", "at", "missing"),
    [
        ("2026-11-01 18:00", "2026-11-20 18:00", [("the minutes of warm-up",)]),
        ("2026-10-23 18:00", "2026-11-20 18:00", [("the minutes of warm-up",)]),
        ("2026-10-22 18:00", "2026-11-20 18:00", []),
        ("2026-11-01 18:00", "2026-11-27 18:00", []),
    ],
    ids=["recorded lately", "28 days ago", "longer ago", "a week later"],
)
def test_who_records_warm_ups_is_told_when_one_is_missing(earlier, at, missing, judged):
    records = workout(earlier, warmup_min=10), workout("2026-11-20 18:00")

    assert [one.missing for one in judged(WARMUP, at, *records).insufficient] == missing
    assert judged(WARMUP, at, workout("2026-11-20 18:00")).insufficient == ()


# no-cooldown


@pytest.mark.parametrize(
    ("cooldowns", "severity"),
    [
        ((0, 0, 0), "info"),
        ((0, 0), ""),
        ((0, 5, 0, 5, 0), "info"),
        ((0, 0, 5, 5, 5, 0), ""),
        ((0, None, 0, None, None, 0), "info"),
        ((0.5, 0, 0), ""),
        ((None, None, None), ""),
        ((0, 0, 0, 5, 5), "info"),
        ((0, 0, 0, 5, 5, 5), ""),
    ],
)
def test_no_cool_down_in_three_of_the_last_five(cooldowns, severity, level):
    last = f"2026-11-{1 + 2 * (len(cooldowns) - 1):02} 18:00"

    assert level(COOLDOWN, last, *sessions(*cooldowns, field="cooldown_min")) == severity


def test_it_counts_the_sessions_and_ends_a_week_after_the_last(flag, judged):
    records = sessions(0, 0, 5, 0, field="cooldown_min")

    found = flag(COOLDOWN, "2026-11-07 18:00", *records)

    assert found.message == (
        "No cool-down in 3 of the last 4 sessions that recorded it, Sun 1 Nov to Sat 7 Nov."
    )
    assert (found.value, len(found.evidence)) == (3, 3)
    assert not judged(COOLDOWN, "2026-11-14 18:00", *records).flags


# form-flag


def rounded(at, *flags, **more):
    return workout(at, ("deadlift", 3, 5, 80), form_flags=flags or ("rounded",), **more)


@pytest.mark.parametrize(
    ("hurt", "severity"),
    [
        (pain("2026-11-17 20:00", score=3), "caution"),
        (pain("2026-11-17 20:00", score=2), ""),
        (pain("2026-11-20 19:00", score=3), "caution"),
        (pain("2026-11-20 19:01", score=3), ""),
        (pain("2026-11-17 18:30", score=3), "caution"),
        (pain("2026-11-17 18:00", score=3), ""),
        (pain("2026-11-17 18:00", score=3, context="during"), "caution"),
        (pain("2026-11-17 20:00", "knee", 5), ""),
        (pain("2026-11-17 20:00", "upper-back", 3), "caution"),
    ],
    ids=[
        *("after it", "mild", "72 h after its end", "a minute later", "while it went on", "before it"),
        *("logged in one go", "elsewhere", "another part of the back"),
    ],
)
def test_back_pain_after_a_session_with_a_form_flag(hurt, severity, level):
    assert level(FORM, "2026-11-20 20:00", rounded("2026-11-17 18:00"), hurt) == severity
    assert level(FORM, "2026-11-20 20:00", workout("2026-11-17 18:00"), hurt) == ""


def test_it_is_about_the_place_from_the_entry_on(flag, judged):
    records = rounded("2026-11-17 18:00", minutes=None), pain("2026-11-18 08:00", score=4)

    found = flag(FORM, "2026-11-18 08:00", *records)

    assert (found.subject, found.since) == ({"region": "lower-back"}, when("2026-11-18 08:00"))
    assert found.message == (
        "Technique was flagged (rounded) in the workout of Tue 17 Nov, 18:00, end assumed, and pain followed: "
        "lower back: 4 of 10 (Wed 18 Nov, 08:00)."
    )
    assert {one.table for one in found.evidence} == {"pain", "workouts"}
    assert not judged(FORM, "2026-11-25 08:00", *records).flags


def test_pain_is_put_down_to_the_latest_flagged_session_and_told_once_for_each(judged):
    entries = [pain(f"2026-11-{day} 20:00") for day in (17, 18, 19)]
    records = rounded("2026-11-17 18:00"), rounded("2026-11-18 18:00"), *entries

    assert told(judged(FORM, "2026-11-19 22:00", *records, past=True)) == [
        (17, "caution", "past"),
        (18, "caution", "active"),
    ]


@pytest.mark.parametrize(
    ("session", "hurt", "severity", "missing"),
    [
        ({"time_known": False}, {}, "", ["the time of the workout"]),
        ({}, {"time_known": False}, "", ["the time of the pain entry"]),
        ({"time_known": False}, {"context": "during", "at": "2026-11-17 12:00"}, "caution", []),
        ({"time_known": False}, {"at": "2026-11-18 08:00"}, "caution", []),
        ({"time_known": False}, {"at": "2026-11-20 13:00"}, "", ["the time of the workout"]),
    ],
    ids=["the session's", "the entry's", "said to be during it", "surely after it", "perhaps too late"],
)
def test_the_times_must_tell_which_came_first(session, hurt, severity, missing, judged):
    made = {"at": "2026-11-17 20:00", "score": 4, **hurt}
    found = judged(FORM, "2026-11-20 14:00", rounded("2026-11-17 12:00", **session), pain(**made))

    assert " ".join(one.severity for one in found.flags) == severity
    assert [what for one in found.insufficient for what in one.missing] == missing


@pytest.mark.parametrize(
    ("flags", "subjects"),
    [
        ([("rounded",)] * 3, ["rounded"]),
        ([("rounded",)] * 2, []),
        ([("rounded",), ("rounded",), ("jerked",)], []),
        ([("rounded", "jerked")] * 3, ["jerked", "rounded"]),
        ([("rounded",), *[()] * 4, ("rounded",), *[()] * 3, ("rounded",)], ["rounded"]),
        ([("rounded",), *[()] * 4, ("rounded",), *[()] * 4, ("rounded",)], []),
    ],
    ids=["three", "two", "two and another", "both", "three of ten", "three of eleven"],
)
def test_the_same_flag_in_three_of_the_last_ten_sessions(flags, subjects, judged):
    records = sessions(*flags, field="form_flags")
    last = f"2026-11-{1 + 2 * (len(flags) - 1):02} 18:00"

    assert sorted(one.subject["kind"] for one in judged(FORM, last, *records).flags) == subjects


@pytest.mark.parametrize(("first", "severity"), [("2026-08-23", "caution"), ("2026-08-22", "")])
def test_flags_are_looked_for_in_90_dates(first, severity, level):
    records = [rounded(f"{day} 18:00") for day in (first, "2026-10-01", "2026-11-20")]

    assert level(FORM, "2026-11-20 18:00", *records) == severity


# risky-lift-form


def heavy(kg, *, exercise="deadlift", reps=1, **more):
    """A single on 20 November after a best estimated maximum of 100 kg."""
    before = workout("2026-11-10 18:00", (exercise, 1, 1, 100))
    return [*before, *workout("2026-11-20 18:00", (exercise, 1, reps, kg), **more)]


FLAGGED = {"form_flags": ("jerked",)}


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        (heavy(90.5, **FLAGGED), "info"),
        (heavy(90, **FLAGGED), ""),
        (heavy(90.5), ""),
        (heavy(95, exercise="squat", **FLAGGED), "info"),
        (heavy(95, exercise="front-squat", **FLAGGED), "info"),
        (heavy(95, exercise="romanian-deadlift", **FLAGGED), "info"),
        (heavy(95, exercise="good-morning", **FLAGGED), "info"),
        (heavy(95, exercise="bench-press", **FLAGGED), ""),
        (heavy(95, exercise="leg-press", **FLAGGED), ""),
        (workout("2026-11-20 18:00", ("deadlift", 1, 1, 100), **FLAGGED), ""),
        (heavy(None, **FLAGGED), ""),
    ],
    ids=[
        *("above 90 %", "exactly 90 %", "no form flag", "squat", "its variant", "another variant"),
        *("good morning", "bench press", "leg press", "nothing before", "no weight"),
    ],
)
def test_a_heavy_lift_with_a_form_flag(records, severity, level):
    assert level(LIFT, "2026-11-20 18:00", records) == severity


@pytest.mark.parametrize(("start", "severity"), [("18:00", "info"), ("17:59", "")])
def test_the_best_of_180_days_counts(start, severity, level):
    before = workout(f"2026-05-24 {start}", ("deadlift", 1, 1, 100))

    assert level(
        LIFT, "2026-11-20 18:00", before, workout("2026-11-20 18:00", ("deadlift", 1, 5, 95), **FLAGGED)
    ) == (severity)


@pytest.mark.parametrize(
    ("hurt", "severity"),
    [
        ({"at": "2026-11-20 18:30"}, "info"),
        ({"at": "2026-11-20 19:00"}, "info"),
        ({"at": "2026-11-20 19:01"}, ""),
        ({"at": "2026-11-20 21:00", "context": "during"}, "info"),
        ({"at": "2026-11-21 08:00", "context": "during"}, ""),
        ({"at": "2026-11-20 18:00", "context": "during"}, "info"),
        ({"at": "2026-11-20 18:00"}, ""),
        ({"at": "2026-11-20 18:30", "qualities": ("dull",)}, ""),
        ({"at": "2026-11-20 18:30", "score": 0}, ""),
        ({"at": "2026-11-20 18:30", "region": "wrist"}, ""),
        ({"at": "2026-11-20 18:30", "region": "knee", "side": "left"}, "info"),
    ],
    ids=[
        *("in it", "at its end", "after it", "told in the evening", "told a day later", "logged in one go"),
        *("before it", "dull", "no pain", "a place that it does not load", "another place that it loads"),
    ],
)
def test_a_heavy_lift_with_sharp_pain_in_the_session(hurt, severity, level):
    entry = pain(**{"qualities": ("sharp",), **hurt})

    assert level(LIFT, "2026-11-21 09:00", heavy(95, exercise="squat"), entry) == severity


def test_pain_is_not_put_down_to_the_session_before_the_last(level):
    entry = pain("2026-11-20 21:30", qualities=("sharp",), context="during")

    assert level(LIFT, "2026-11-21 09:00", heavy(95), *run("2026-11-20 21:00", 5), entry) == ""


def test_it_gives_the_lift_and_its_share_of_the_maximum(flag):
    found = flag(LIFT, "2026-11-20 18:00", heavy(95, **FLAGGED))

    assert found.message == (
        "Deadlift with 95 kg on Fri 20 Nov, 95.0 % of the best estimated maximum before (100.0 kg), with "
        "technique flagged as jerked."
    )
    assert (found.subject, found.value) == ({"exercise": "deadlift"}, pytest.approx(95))
    assert [one.table for one in found.evidence] == ["sets", "workouts"]


@pytest.mark.parametrize(
    ("context", "severity", "missing"),
    [("", "", ["the time of the workout"]), ("during", "info", []), ("later", "", [])],
)
def test_without_a_time_only_what_was_said_tells(context, severity, missing, judged):
    before = workout("2026-11-10 18:00", ("deadlift", 1, 1, 100))
    today = workout("2026-11-20 12:00", ("deadlift", 1, 1, 95), time_known=False)
    entry = pain("2026-11-20 12:30", qualities=("sharp",), context=context or None)

    found = judged(LIFT, "2026-11-20 19:00", before, today, entry)

    assert " ".join(one.severity for one in found.flags) == severity
    assert [what for one in found.insufficient for what in one.missing] == missing


# contact-or-twist-injury


def twisting(at="2026-11-19 18:00"):
    return workout(at, ("russian-twist", 3, 12, 10))


@pytest.mark.parametrize(
    ("records", "severity"),
    [
        ([pain("2026-11-20 08:00", "ankle", mechanism="twist")], "info"),
        ([pain("2026-11-20 08:00", "ankle", 1, mechanism="contact")], "info"),
        ([pain("2026-11-20 08:00", "ankle", mechanism="lift")], ""),
        ([pain("2026-11-20 08:00", "ankle")], ""),
        ([pain("2026-11-20 07:00", "ankle"), pain("2026-11-20 08:00", "ankle", mechanism="twist")], ""),
        ([*twisting(), pain("2026-11-20 08:00")], "info"),
        ([*twisting(), pain("2026-11-20 08:00", mechanism="none")], ""),
        ([*twisting(), pain("2026-11-20 08:00", mechanism="lift")], ""),
        ([*twisting(), pain("2026-11-20 08:00", "knee")], ""),
        ([*twisting("2026-11-16 18:00"), pain("2026-11-20 08:00")], ""),
        ([*workout("2026-11-19 18:00", ("deadlift", 3, 5, 80)), pain("2026-11-20 08:00")], ""),
    ],
    ids=[
        *("a twist", "a blow", "a lift", "nothing said", "said only later", "after loaded twists"),
        *("nothing set it off", "something else did", "a place that they do not load", "long after"),
        "after another workout",
    ],
)
def test_what_set_an_episode_off(records, severity, level):
    assert level(ACCIDENT, "2026-11-20 08:00", *records) == severity


def test_it_lasts_as_long_as_the_episode(judged):
    entry = pain("2026-11-20 08:00", "ankle", side="left", mechanism="twist")

    (found,) = judged(ACCIDENT, "2026-11-23 07:59", entry).flags
    assert found.subject == {"region": "ankle", "side": "left"}
    assert found.message == "It began with a twist: left ankle: 4 of 10 (Fri 20 Nov, 08:00)."
    assert judged(ACCIDENT, "2026-11-23 08:00", entry).flags == ()


def test_it_asks_until_an_entry_answers(flag, judged):
    first = [*twisting(), pain("2026-11-20 08:00")]

    found = flag(ACCIDENT, "2026-11-20 08:00", *first)

    assert "with Russian twist" in found.message
    assert found.message.endswith("What set it off: a lift, a bend, a twist, a fall, a blow, or nothing?")
    assert found.details == {"mechanism": "", "asked": True}
    answered = [*first, pain("2026-11-20 18:00", mechanism="lift")]
    assert judged(ACCIDENT, "2026-11-20 17:59", *answered).flags
    assert judged(ACCIDENT, "2026-11-20 18:00", *answered).flags == ()
