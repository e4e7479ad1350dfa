"""The same movements over and over."""

from datetime import date, timedelta

import pytest
from journals import pain, run, when, workout

from journal.analysis.rules.choice_variety import same_moves_repetition

RULE = same_moves_repetition.__name__.replace("_", "-")
FIRST = date(2026, 11, 2)
NOW = "2026-11-30 20:00"
"""Who trains every other day from the 2nd has 14 sessions on the 28 dates that end with the 30th."""


def plan(*sessions, left_out=0):
    """Every other day to the 30th one of the sessions, in turn; the first ones are runs where they are left out.

    A session is a list of (exercise, working sets).
    """
    found = []
    for place in range(15):
        at = f"{FIRST + timedelta(days=2 * place)} 18:00"
        done = [(slug, sets, 8) for slug, sets in sessions[place % len(sessions)]]
        found += run(at, 5) if place <= left_out else workout(at, *done)
    return found


def varied(*shares):
    """Two sessions in turn whose working sets together have these shares in them."""
    return [("squat", shares[0]), ("bench-press", shares[1])], [
        ("deadlift", shares[2]),
        ("pull-up", shares[3]),
    ]


SAME = [("squat", 3), ("bench-press", 3), ("barbell-row", 3)]
OTHER = [("squat", 3), ("bench-press", 3), ("deadlift", 3)]
MOSTLY = varied(9, 4, 4, 4)


@pytest.mark.parametrize(
    ("shares", "severity"),
    [((4, 2, 2, 2), ""), ((9, 4, 4, 4), "info"), ((3, 3, 3, 3), "")],
    ids=["exactly 40 %", "43 %", "even"],
)
def test_one_movement_with_more_than_40_percent_of_the_working_sets(shares, severity, level):
    assert level(RULE, NOW, plan(*varied(*shares))) == severity


def test_it_names_the_movement_and_its_share(flag):
    found = flag(RULE, NOW, plan(*MOSTLY))

    assert found.message == (
        "Squat makes up 42.9 % of your working sets (63 of 147) in the 14 sessions from Tue 3 Nov to Mon 30 Nov."
    )
    assert found.subject == {"exercise": "squat"}
    assert (found.threshold.value, found.details) == (40, {"sets": 63, "all_sets": 147})
    assert len(found.evidence) == 14


@pytest.mark.parametrize(("left_out", "severity"), [(2, "info"), (3, "")], ids=["12 sessions", "11 sessions"])
def test_it_takes_12_sessions_and_runs_are_none(left_out, severity, level):
    assert level(RULE, NOW, plan(MOSTLY[0], left_out=left_out)) == severity


def test_it_takes_28_recorded_dates(level):
    assert level(RULE, "2026-11-28 20:00", plan(SAME)) == ""
    assert level(RULE, NOW, plan(SAME)) == "info"


@pytest.mark.parametrize(
    ("exercise", "severity"),
    [
        ("bench-press", "info"),
        ("run", ""),
        ("ride", ""),
        ("elliptical", ""),
        ("yoga", ""),
        ("childs-pose", ""),
    ],
)
def test_endurance_and_relief_are_no_movements_to_vary(exercise, severity, level):
    assert level(RULE, NOW, plan([(exercise, 3)])) == severity


def test_warm_up_sets_and_gentle_core_work_do_not_make_it_worse(level):
    assert level(RULE, NOW, plan([("squat", 4), ("bench-press", 4), ("plank", 4)], OTHER)) == ""


@pytest.mark.parametrize(("last", "severity"), [(5, ""), (6, "info")], ids=["5 in a row", "6 in a row"])
def test_the_same_exercises_in_six_sessions_in_a_row(last, severity, level):
    sessions = [(SAME, OTHER)[place % 2] for place in range(15 - last)] + [SAME] * last
    sessions[-last - 1] = OTHER

    assert level(RULE, NOW, plan(*sessions)) == severity


def test_runs_in_between_do_not_break_the_row_and_it_names_the_exercises(flag):
    runs = [run(f"2026-11-{day:02} 18:00", 5) for day in range(3, 30, 2)]

    found = flag(RULE, NOW, plan(SAME), *runs)

    assert found.message == (
        "The last 14 sessions to Mon 30 Nov had the same exercises: Squat, Bench press, Barbell row."
    )
    assert (found.subject, found.value, found.threshold.value) == ({}, 14, 6)


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-29 12:00", "lower-back", 4), "caution"),
        (pain("2026-11-29 12:00", "lower-back", 3), "info"),
        (pain("2026-11-29 12:00", "knee", 5, side="left"), "caution"),
        (pain("2026-11-29 12:00", "shoulder", 9, side="left"), "info"),
        (pain("2026-11-27 12:00", "lower-back", 5), "info"),
        (pain("2026-11-30 19:00", "lower-back", 5), "info"),
    ],
    ids=[
        *("peak of 4", "peak of 3", "squats load the knee", "and no shoulder", "episode over"),
        "hurts only since",
    ],
)
def test_it_is_a_caution_while_a_place_hurts_that_the_movement_loads(entry, severity, level):
    assert level(RULE, NOW, plan(*MOSTLY), entry) == severity


def test_a_caution_tells_what_hurts(flag):
    found = flag(RULE, NOW, plan(*MOSTLY), pain("2026-11-29 12:00", score=5))

    assert found.message.endswith("It loads a place that hurts: lower back: 5 of 10 (Sun 29 Nov, 12:00).")


def more(first, count, session):
    days = (date.fromisoformat(first) + timedelta(days=2 * place) for place in range(count))
    return [workout(f"{day} 18:00", *((slug, sets, 8) for slug, sets in session)) for day in days]


def test_it_is_told_for_a_week_once_in_56_days(judged):
    records = [plan(SAME), *more("2026-12-02", 20, SAME)]

    said = judged(RULE, "2027-01-09 20:00", *records, past=True).flags

    # Blocks of 56 dates begin on 2 November and on 28 December.
    assert [one.since for one in said] == [when("2026-12-28 18:00"), when("2026-11-30 18:00")]
    assert judged(RULE, "2026-12-07 17:59", *records).flags
    assert not judged(RULE, "2026-12-07 18:00", *records).flags


def test_in_these_days_it_is_told_again_only_when_it_is_worse(judged):
    records = [plan(SAME), *more("2026-12-02", 10, SAME), pain("2026-12-10 12:00", score=6)]

    said = judged(RULE, "2026-12-20 20:00", *records, past=True).flags

    assert [(one.severity, one.since) for one in said] == [
        ("caution", when("2026-12-10 18:00")),
        ("info", when("2026-11-30 18:00")),
    ]


def test_it_is_over_with_a_session_after_which_it_is_no_longer_so(level):
    records = [plan(SAME), *more("2026-12-02", 1, OTHER)]

    assert level(RULE, "2026-12-02 17:59", *records) == "info"
    assert level(RULE, "2026-12-02 18:00", *records) == ""


@pytest.mark.parametrize("records", [[], [workout("2026-11-30 18:00", ("squat", 9, 5))]])
def test_an_empty_journal_and_a_single_workout_say_nothing(records, judged):
    said = judged(RULE, NOW, *records)

    assert (said.flags, said.insufficient) == ((), ())
