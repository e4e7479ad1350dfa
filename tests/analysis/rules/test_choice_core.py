"""Core and back work: left out while the back is not healed, and not forgotten once it is."""

from datetime import date, timedelta

import pytest
from journals import checkin, drink, pain, run, when, workout

CORE, SELDOM, BACK = "core-while-injured", "core-frequency-low", "back-strength-absent"
HURTS = pain("2026-11-20 12:00", score=5)


def session(*exercises, at="2026-11-20 18:00", **more):
    return workout(at, *((slug, 3, 8) for slug in exercises), **more)


@pytest.mark.parametrize(
    ("exercise", "severity"),
    [
        ("crunch", "caution"),
        ("sit-up", "caution"),
        ("ab-wheel", "caution"),
        ("plank", ""),
        ("glute-bridge", ""),
        ("bird-dog", ""),
        ("cat-cow", ""),
        ("squat", ""),
    ],
)
def test_hard_core_work_waits_until_the_back_has_healed(exercise, severity, level):
    assert level(CORE, "2026-11-20 20:00", session(exercise), HURTS) == severity


@pytest.mark.parametrize(
    ("entries", "severity"),
    [
        ([pain("2026-11-20 12:00", score=4)], "caution"),
        ([pain("2026-11-20 12:00", score=3)], ""),
        ([pain("2026-11-20 12:00", score=2, qualities=["sharp"])], "caution"),
        ([pain("2026-11-20 12:00", score=1, qualities=["sharp"])], ""),
        ([pain("2026-11-17 12:00", score=4), pain("2026-11-20 10:00", score=1)], "caution"),
        ([pain("2026-11-17 12:00", score=3), pain("2026-11-20 10:00", score=1)], ""),
        ([pain("2026-11-17 18:00", score=4)], ""),
        ([pain("2026-11-17 18:01", score=4)], "caution"),
        ([pain("2026-11-19 12:00", score=4), pain("2026-11-19 18:00", score=0)], ""),
        ([pain("2026-11-20 18:01", score=8)], ""),
        ([pain("2026-11-20 18:00", score=8, context="during")], ""),
        ([pain("2026-11-20 12:00", "knee", 8)], ""),
        ([pain("2026-11-20 12:00", "upper-back", 4)], "caution"),
    ],
    ids=[
        *("active from 4", "dull 3 may be trained through", "sharp from 2", "not from 1"),
        *("eased, but the open episode had a peak of 4", "no such peak", "lapsed after 72 h", "still open"),
        *("settled for 24 h", "only afterwards", "only during it", "not the back", "any part of the back"),
    ],
)
def test_a_back_that_is_not_healed(entries, severity, level):
    assert level(CORE, "2026-11-20 18:00", session("crunch"), entries) == severity


def test_it_names_the_core_work_and_the_pain(flag):
    found = flag(CORE, "2026-11-20 20:00", session("crunch", "squat", "sit-up"), HURTS)

    assert found.message == (
        "Hard core work on Fri 20 Nov, 18:00 (Crunch, Sit-up), before the back has healed: "
        "lower back: 5 of 10 (Fri 20 Nov, 12:00)."
    )
    assert (found.value, found.threshold.value, found.subject) == (5, 4, {"region": "lower-back"})
    assert {one.table for one in found.evidence} == {"pain", "workouts"}


def test_it_lasts_as_long_as_the_episode_and_at_most_a_week(level):
    daily = [pain(f"2026-11-{day} 12:00", score=2) for day in (22, 24, 26, 28)]
    settled = pain("2026-11-21 12:00", score=0)

    assert level(CORE, "2026-11-27 17:59", session("crunch"), HURTS, daily) == "caution"
    assert level(CORE, "2026-11-27 18:00", session("crunch"), HURTS, daily) == ""
    assert level(CORE, "2026-11-22 11:59", session("crunch"), HURTS, settled) == "caution"
    assert level(CORE, "2026-11-22 12:00", session("crunch"), HURTS, settled) == ""


@pytest.mark.parametrize(
    ("at", "score", "severity"),
    [
        ("2026-11-20 18:00", 7, ""),
        ("2026-11-20 18:30", 6, ""),
        ("2026-11-20 18:30", 7, "caution"),
        ("2026-11-21 19:00", 7, "caution"),
        ("2026-11-21 19:01", 7, ""),
    ],
    ids=["not after it", "1 more", "2 more", "24 h after its end", "later"],
)
def test_gentle_core_work_is_fine_unless_it_hurts_more_afterwards(at, score, severity, level):
    records = session("plank", "bird-dog"), HURTS, pain(at, score=score)

    assert level(CORE, "2026-11-21 20:00", *records) == severity


def test_gentle_core_work_tells_both_scores(flag):
    found = flag(
        CORE, "2026-11-20 20:00", session("plank"), HURTS, pain("2026-11-20 18:00", score=8, context="during")
    )

    assert found.message == (
        "It hurt more after gentle core work on Fri 20 Nov, 18:00 (Plank): 5 of 10 before; "
        "lower back: 8 of 10 (Fri 20 Nov, 18:00)."
    )
    assert (found.value, found.details["before"]) == (3, 5)


def test_after_another_workout_the_gentle_core_work_is_not_blamed(level):
    later = session("bench-press", at="2026-11-20 20:00"), pain("2026-11-20 21:00", score=8)

    assert level(CORE, "2026-11-20 22:00", session("plank"), HURTS, *later) == ""


def test_a_healthy_back_may_hurt_after_gentle_core_work(level):
    before = pain("2026-11-20 12:00", score=2)

    assert level(CORE, "2026-11-20 22:00", session("plank"), before, pain("2026-11-20 20:00", score=6)) == ""


@pytest.mark.parametrize(
    ("records", "severity", "missing"),
    [
        ([session("crunch"), HURTS.but(time_known=False)], "", ["the time of the pain entry"]),
        (
            [session("crunch", at="2026-11-20 12:00", time_known=False), HURTS],
            "",
            ["the time of the workout"],
        ),
        (
            [session("crunch", at="2026-11-20 12:00", time_known=False), pain("2026-11-19 20:00", score=5)],
            "caution",
            [],
        ),
        (
            [session("plank"), HURTS.but(time_known=False), pain("2026-11-20 20:00", score=8)],
            "",
            ["the times of the workout and of the pain entries"],
        ),
    ],
)
def test_a_time_that_is_not_known_matters_only_when_it_could_change_the_verdict(
    records, severity, missing, judged
):
    said = judged(CORE, "2026-11-20 22:00", *records)

    assert " ".join(found.severity for found in said.flags) == severity
    assert [one.missing[0] for one in said.insufficient] == missing


def training(first, last, *core):
    """Squats on Mondays, Wednesdays and Fridays of the dates; on those named in `core` planks as well."""
    found = []
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        if day.weekday() in (0, 2, 4) or day.isoformat() in core:
            slugs = ("squat", "plank") if day.isoformat() in core else ("squat",)
            found += session(*slugs, at=f"{day} 18:00")
        day += timedelta(days=1)
    return found


# Monday 2 November to Friday 20 November: two complete weeks, and the week in which they are judged.
@pytest.mark.parametrize(
    ("core", "severity"),
    [
        ((), "info"),
        (("2026-11-02", "2026-11-09"), "info"),
        (("2026-11-02", "2026-11-04"), ""),
        (("2026-11-09", "2026-11-11"), ""),
        (("2026-11-16",), "info"),
        (("2026-11-16", "2026-11-18"), ""),
    ],
    ids=[
        *("none", "one in each week", "two in the first", "two in the second"),
        *("one in this week", "this week has enough"),
    ],
)
def test_two_weeks_with_core_work_on_fewer_than_two_dates(core, severity, level):
    assert level(SELDOM, "2026-11-18 20:00", training("2026-11-02", "2026-11-18", *core)) == severity


def test_any_record_of_the_new_week_is_an_occasion(flag, level):
    written = training("2026-11-02", "2026-11-13"), drink("2026-11-16 09:00", 250)

    assert level(SELDOM, "2026-11-16 08:59", *written) == ""
    assert flag(SELDOM, "2026-11-16 09:00", *written).since == when("2026-11-16 09:00")


def test_two_core_sessions_on_one_date_are_one(level):
    twice = session("plank", at="2026-11-09 07:00"), session("crunch", at="2026-11-09 20:00")

    assert level(SELDOM, "2026-11-16 20:00", training("2026-11-02", "2026-11-16"), *twice) == "info"


def test_it_tells_the_dates_of_each_week(flag):
    found = flag(SELDOM, "2026-11-16 20:00", training("2026-11-02", "2026-11-16", "2026-11-11"))

    assert found.message == (
        "Core work on no date in the week from Mon 2 Nov and on 1 date in the week from Mon 9 Nov; "
        "the article suggests 2 to 3 a week."
    )
    assert found.details == {"dates": {"2026-11-02": 0, "2026-11-09": 1}}
    assert (found.value, found.threshold.op, found.threshold.value) == (1, "<", 2)
    assert found.since == when("2026-11-16 18:00")


def test_it_is_over_once_a_week_has_enough(level):
    records = training("2026-11-02", "2026-11-20", "2026-11-16", "2026-11-18")

    assert level(SELDOM, "2026-11-18 17:59", records) == "info"
    assert level(SELDOM, "2026-11-20 20:00", records) == ""


def test_what_goes_on_is_told_once_a_week_and_a_week_after_the_last_session_no_more(judged):
    records = training("2026-11-02", "2026-11-27")

    said = judged(SELDOM, "2026-11-27 20:00", records, past=True).flags

    assert [one.since for one in said] == [when("2026-11-23 18:00"), when("2026-11-16 18:00")]
    assert judged(SELDOM, "2026-12-04 17:59", records).flags
    assert not judged(SELDOM, "2026-12-04 18:00", records).flags


@pytest.mark.parametrize(
    "records",
    [
        [training("2026-11-02", "2026-11-08"), training("2026-11-16", "2026-11-18")],
        [training("2026-11-09", "2026-11-18")],
    ],
    ids=["not trained in one of the weeks", "only one complete week"],
)
def test_who_is_not_training_is_not_told(records, judged):
    said = judged(SELDOM, "2026-11-18 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())


@pytest.mark.parametrize(("score", "severity"), [(3, "info"), (4, "")])
def test_nothing_is_missing_while_the_back_hurts(score, severity, level):
    records = training("2026-11-02", "2026-11-18"), pain("2026-11-17 12:00", score=score)

    assert level(SELDOM, "2026-11-16 20:00", *records) == "info"
    assert level(SELDOM, "2026-11-17 12:00", *records) == severity
    assert level(SELDOM, "2026-11-18 20:00", *records) == severity


def test_a_workout_whose_exercises_are_not_told_may_have_been_core_work(judged):
    hidden = session(at="2026-11-10 18:00"), session(at="2026-11-12 18:00")
    rides = session(at="2026-11-10 18:00", kind="ride"), session(at="2026-11-12 18:00", kind="ride")
    said = judged(SELDOM, "2026-11-16 20:00", training("2026-11-02", "2026-11-16"), *hidden)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("the exercises of every workout",)]
    assert judged(SELDOM, "2026-11-16 20:00", training("2026-11-02", "2026-11-16"), *rides).flags


def test_a_week_with_two_dates_that_nobody_wrote_of_cannot_be_judged(judged):
    once = [session("squat", at=f"{day} 18:00") for day in ("2026-11-01", "2026-11-02", "2026-11-08")]
    later = training("2026-11-09", "2026-11-16")

    said = judged(SELDOM, "2026-11-16 20:00", *once, later)

    assert said.flags == ()
    assert said.insufficient[0].missing == ("entries on most dates of the week from Mon 2 Nov",)
    rested = [checkin(f"2026-11-0{day}", sleep_h=8) for day in (4, 6)]
    assert judged(SELDOM, "2026-11-16 20:00", *once, later, *rested).flags


def test_weeks_are_those_of_the_writers_own_calendar(level):
    # Sunday evening in one place is Monday in another: the second date of the week before.
    east = session("plank", at="2026-11-15 23:30+01:00")
    west = session("plank", at="2026-11-16 07:30+09:00")
    records = training("2026-11-02", "2026-11-16", "2026-11-09")

    assert level(SELDOM, "2026-11-16 20:00", records, east) == ""
    assert level(SELDOM, "2026-11-16 20:00", records, west) == "info"


# 28 dates from Monday 2 November are full on Sunday 29 November.
@pytest.mark.parametrize(
    ("exercise", "severity"),
    [
        ("squat", "info"),
        ("barbell-row", ""),
        ("reverse-fly", ""),
        ("back-extension", ""),
        ("lat-pulldown", ""),
        ("plank", "info"),
    ],
)
def test_four_weeks_without_strengthening_the_back(exercise, severity, level):
    records = training("2026-11-02", "2026-11-30"), session(exercise, at="2026-11-12 07:00")

    assert level(BACK, "2026-11-30 20:00", *records) == severity


@pytest.mark.parametrize(("day", "severity"), [("2026-11-28", ""), ("2026-11-29", "info")])
def test_it_takes_28_recorded_dates(day, severity, level):
    records = training("2026-11-02", day), run(f"{day} 08:00", 5)

    assert level(BACK, f"{day} 20:00", *records) == severity


def test_the_last_of_them_may_be_a_date_of_rest_but_somebody_must_train(level):
    rest = checkin("2026-11-29", sleep_h=8)
    written = [checkin(f"2026-11-{day:02}", sleep_h=8) for day in range(1, 30)]

    assert level(BACK, "2026-11-29 20:00", training("2026-11-02", "2026-11-27"), rest) == "info"
    assert level(BACK, "2026-11-29 20:00", *written) == ""


@pytest.mark.parametrize(("day", "severity"), [("2026-11-02", "info"), ("2026-11-03", "")])
def test_the_newest_28_of_them_count(day, severity, level):
    records = training("2026-11-02", "2026-11-30"), session("barbell-row", at=f"{day} 07:00")

    assert level(BACK, "2026-11-30 20:00", *records) == severity


def test_it_names_the_dates_and_ends_with_the_first_such_exercise(flag, level):
    records = training("2026-11-02", "2026-11-30"), session("pull-up", at="2026-12-01 18:00")

    found = flag(BACK, "2026-12-01 17:59", *records)

    assert found.message == (
        "No exercise that strengthens the back on the last 28 recorded dates, from Tue 3 Nov to Mon 30 Nov."
    )
    assert level(BACK, "2026-12-01 18:00", *records) == ""


def test_it_is_not_said_while_the_back_hurts(level):
    records = training("2026-11-02", "2026-11-30"), pain("2026-11-30 19:00", score=4)

    assert level(BACK, "2026-11-30 18:30", *records) == "info"
    assert level(BACK, "2026-11-30 19:00", *records) == ""


def test_it_cannot_be_said_of_dates_and_workouts_that_nobody_wrote_down(judged):
    holes = training("2026-10-26", "2026-11-02"), training("2026-11-20", "2026-11-30")
    hidden = training("2026-11-02", "2026-11-30"), session(at="2026-11-12 07:00")
    gap, untold = (judged(BACK, "2026-11-30 20:00", *records) for records in (holes, hidden))

    assert (gap.flags, untold.flags) == ((), ())
    assert gap.insufficient[0].missing == ("entries on most dates of the last 28 dates",)
    assert untold.insufficient[0].missing == ("the exercises of every workout of the last 28 dates",)


@pytest.mark.parametrize("rule", [CORE, SELDOM, BACK])
@pytest.mark.parametrize(
    "records", [[], [session("crunch")], [HURTS]], ids=["empty", "one workout", "one pain"]
)
def test_an_empty_journal_and_a_single_record_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-20 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())
