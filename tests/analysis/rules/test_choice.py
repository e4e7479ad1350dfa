"""Exercises to leave out while the back hurts."""

import pytest
from journals import pain, run, when, workout

RULE = "avoid-while-painful"
HURTS = pain("2026-11-20 12:00", score=5)


def session(*exercises, at="2026-11-20 18:00", **more):
    return workout(at, *((slug, 3, 5) for slug in exercises), **more)


@pytest.mark.parametrize(
    ("exercise", "severity"),
    [
        ("squat", "caution"),
        ("deadlift", "caution"),
        ("box-jump", "caution"),
        ("burpee", "caution"),
        ("superman", "caution"),
        ("back-extension", "caution"),
        ("crunch", "caution"),
        ("sit-up", "caution"),
        ("russian-twist", "caution"),
        ("seated-forward-fold", "caution"),
        ("bicycle-crunch", "info"),
        ("bench-press", ""),
        ("lat-pulldown", ""),
        ("plank", ""),
        ("cat-cow", ""),
        ("childs-pose", ""),
        ("knees-to-chest", ""),
        ("standing-back-bend", ""),
        ("elliptical", ""),
        ("swim", ""),
        ("walk", ""),
    ],
)
def test_the_leave_out_list(exercise, severity, level):
    assert level(RULE, "2026-11-20 20:00", session(exercise), HURTS) == severity


def test_running_is_on_the_list(level):
    assert level(RULE, "2026-11-20 20:00", run("2026-11-20 18:00", 5), HURTS) == "caution"


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (pain("2026-11-20 12:00", score=3), ""),
        (pain("2026-11-20 12:00", score=4), "caution"),
        (pain("2026-11-20 12:00", score=7), "warning"),
        (pain("2026-11-20 12:00", score=1, qualities=["sharp"]), ""),
        *(
            (pain("2026-11-20 12:00", score=2, qualities=[word]), "caution")
            for word in ("sharp", "stabbing", "shooting", "burning", "tingling", "numb")
        ),
        (pain("2026-11-20 12:00", score=2, qualities=["stiff"]), ""),
        (pain("2026-11-20 12:00", score=2, radiates_to="thigh"), "caution"),
        (pain("2026-11-20 18:01", score=4), ""),
        (pain("2026-11-20 12:00", "mid-back", 4), "caution"),
        (pain("2026-11-20 12:00", "knee", 9), ""),
    ],
)
def test_active_back_pain(entry, severity, level):
    assert level(RULE, "2026-11-20 20:00", session("squat"), entry) == severity


@pytest.mark.parametrize(("at", "severity"), [("2026-11-18 18:00", "caution"), ("2026-11-18 17:59", "")])
def test_an_entry_counts_for_48_hours(at, severity, level):
    assert level(RULE, "2026-11-20 18:00", session("squat"), pain(at, score=4)) == severity


def test_the_worst_entry_of_48_hours_counts_while_the_episode_is_open(level):
    eased = pain("2026-11-19 18:00", score=8), pain("2026-11-20 12:00", score=1)
    gone = pain("2026-11-18 20:00", score=8), pain("2026-11-19 08:00", score=0)

    assert level(RULE, "2026-11-20 20:00", session("squat"), *eased) == "warning"
    assert level(RULE, "2026-11-20 20:00", session("squat"), *gone) == ""


def test_it_names_the_exercises_and_what_puts_them_on_the_list(flag):
    found = flag(RULE, "2026-11-20 20:00", session("squat", "bench-press", "crunch"), HURTS)

    assert found.message == (
        "Done with back pain on Fri 20 Nov, 18:00: Squat (load on the spine), Crunch (hard core work); "
        "lower back: 5 of 10 (Fri 20 Nov, 12:00)."
    )
    assert found.details == {"exercises": {"squat": ["axial-load"], "crunch": ["core-intense"]}}
    assert (found.value, found.threshold.value, found.subject) == (5, 4, {"region": "lower-back"})


def test_a_twist_without_weight_beside_another_is_no_longer_only_a_tip(level):
    assert level(RULE, "2026-11-20 20:00", session("bicycle-crunch", "crunch"), HURTS) == "caution"
    assert level(RULE, "2026-11-20 20:00", session("bicycle-crunch"), HURTS.but(score=9)) == "info"


def test_it_clears_when_nothing_above_2_was_written_for_48_hours(level):
    records = session("squat"), HURTS

    assert level(RULE, "2026-11-22 12:00", *records) == "caution"
    assert level(RULE, "2026-11-22 12:01", *records) == ""
    longer = pain("2026-11-21 12:00", score=3), pain("2026-11-22 20:00", score=2)
    assert level(RULE, "2026-11-23 12:00", *records, *longer) == "caution"
    assert level(RULE, "2026-11-23 12:01", *records, *longer) == ""
    gone = pain("2026-11-20 20:00", score=0)
    assert level(RULE, "2026-11-21 19:59", *records, gone) == "caution"
    assert level(RULE, "2026-11-21 20:00", *records, gone) == ""


def test_every_workout_is_told_and_the_newest_takes_the_place_of_the_last(judged):
    records = session("squat"), session("crunch", at="2026-11-21 18:00"), HURTS

    said = judged(RULE, "2026-11-21 20:00", *records, past=True).flags

    assert [(one.status, one.since) for one in said] == [
        ("active", when("2026-11-21 18:00")),
        ("past", when("2026-11-20 18:00")),
    ]


@pytest.mark.parametrize(
    ("records", "severity", "missing"),
    [
        ([session("squat"), HURTS.but(time_known=False)], "", ["the time of the pain entry"]),
        ([session("squat", at="2026-11-20 12:00", time_known=False), HURTS], "", ["the time of the workout"]),
        (
            [session("squat", at="2026-11-20 12:00", time_known=False), pain("2026-11-19 20:00", score=5)],
            "caution",
            [],
        ),
    ],
)
def test_a_time_that_is_not_known_matters_only_when_it_could_change_the_verdict(
    records, severity, missing, judged
):
    said = judged(RULE, "2026-11-20 20:00", *records)

    assert " ".join(found.severity for found in said.flags) == severity
    assert [one.missing[0] for one in said.insufficient] == missing


@pytest.mark.parametrize("records", [[], [session("squat")], [HURTS]], ids=["empty", "one workout", "pain"])
def test_an_empty_journal_and_a_single_record_say_nothing(records, judged):
    said = judged(RULE, "2026-11-20 20:00", *records)

    assert (said.flags, said.insufficient) == ((), ())
