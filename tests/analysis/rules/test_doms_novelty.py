"""Soreness after new or unusually hard work: what was recorded in the four weeks before a workout.

The workout ends on Monday 16 November at 19:00; times are hours after that, or days before.
"""

from datetime import timedelta

import pytest
from journals import drink, pain, when, workout

END = "2026-11-16 19:00"
TRAINING = workout("2026-11-16 18:00", ("squat", 4, 8, 100))


def after(hours):
    return f"{when(END) + timedelta(hours=hours):%Y-%m-%d %H:%M}"


def sore(*entries, region="thigh-front", **more):
    """Entries of (hours after the workout, score)."""
    return [pain(after(hours), region, score, **more) for hours, score in entries]


def drinks(first, last):
    """A drink on each date of [first, last], in days before the workout."""
    return [drink(f"{when(END) - timedelta(days=day):%Y-%m-%d} 12:00", 500) for day in range(last, first + 1)]


def session(days, *exercises, **more):
    """A workout so many days before."""
    return workout(f"{when(END) - timedelta(days=days):%Y-%m-%d} 18:00", *exercises, **more)


WRITTEN = drinks(40, 0)
SQUATS = ("squat", 4, 8, 100)
SORE = sore((10, 3), (20, 4))


@pytest.mark.parametrize(
    ("days", "severity"), [(3, ""), (28, ""), (29, "info")], ids=["3 days", "28 days", "29 days"]
)
def test_an_exercise_not_done_in_28_dates_makes_soreness_likely(days, severity, level):
    records = WRITTEN, session(days, SQUATS), session(0, SQUATS), SORE

    assert level("doms-novelty-note", after(21), *records) == severity


@pytest.mark.parametrize(
    ("rpe", "minutes", "severity"), [(7, 60, ""), (7, 61, "info"), (8, 60, "info"), (None, 90, "")]
)
def test_and_so_does_a_higher_load_than_in_all_of_them(rpe, minutes, severity, level):
    before = [*session(20, SQUATS, rpe=7), *session(5, SQUATS, rpe=5)]
    now = workout("2026-11-16 17:00", SQUATS, rpe=rpe, minutes=minutes)

    assert level("doms-novelty-note", after(21), WRITTEN, before, now, SORE) == severity


def test_it_says_what_was_new_and_how_hard_it_was(flag):
    before = session(20, ("bench-press", 4, 8, 60), rpe=5)
    now = workout("2026-11-16 18:00", SQUATS, ("bench-press", 4, 8, 60), rpe=8)

    found = flag("doms-novelty-note", after(21), WRITTEN, before, now, SORE)

    assert found.message == (
        "Thigh (front) pain came after a workout (Mon 16 Nov) that had what you had not done for four weeks "
        "(Squat) and was the hardest of four weeks (effort x minutes: 480, before at most 300)."
    )
    assert found.details == {"new_exercises": ["squat"], "load": 480, "highest_load": 300}
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (480, "AU", ">", 300)
    assert [one.table for one in found.evidence] == ["pain", "workouts"]


def test_it_is_said_once_of_a_workout_however_many_places_hurt(judged):
    both, calves = sore((10, 3), side="both"), sore((12, 3), region="calf")

    (found,) = judged("doms-novelty-note", after(21), WRITTEN, TRAINING, both, calves).flags
    assert found.subject == {"workout": str(TRAINING[0].id)}
    assert found.message.startswith("Left thigh (front) pain")


@pytest.mark.parametrize(
    ("exercise", "region", "severity"),
    [
        ("bench-press", "thigh-front", ""),
        ("bench-press", "shoulder", "info"),
        ("childs-pose", "lower-back", ""),
        ("deadlift", "thigh-back", "info"),
        ("deadlift", "knee", "info"),
    ],
)
def test_only_what_works_the_place_explains_its_soreness(exercise, region, severity, level):
    records = [*session(3, SQUATS), *workout("2026-11-16 18:00", SQUATS, (exercise, 3, 8))]

    assert level("doms-novelty-note", after(21), WRITTEN, records, sore((10, 3), region=region)) == severity


def test_it_is_said_from_the_first_entry_on_for_7_days_at_the_most(judged):
    records = WRITTEN, TRAINING, sore((10, 3), *((34 + 24 * day, 1) for day in range(8)))

    (found,) = judged("doms-novelty-note", after(10 + 7 * 24 - 0.1), *records).flags
    assert found.since == when(after(10))
    assert judged("doms-novelty-note", after(10 + 7 * 24), *records).flags == ()


def test_it_ends_with_the_episode_or_when_it_is_not_soreness(level):
    assert level("doms-novelty-note", after(10 + 71), WRITTEN, TRAINING, sore((10, 3))) == "info"
    assert level("doms-novelty-note", after(10 + 72), WRITTEN, TRAINING, sore((10, 3))) == ""
    severe = sore((10, 3), (20, 7))
    assert level("doms-novelty-note", after(19), WRITTEN, TRAINING, severe) == "info"
    assert level("doms-novelty-note", after(20), WRITTEN, TRAINING, severe) == ""
    sharp = sore((10, 3), qualities=["sharp"])
    assert level("doms-novelty-note", after(11), WRITTEN, TRAINING, sharp) == ""


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        (drinks(28, 1), "info"),
        (drinks(27, 1), ""),
        (drinks(28, 4), "info"),
        (drinks(28, 5), ""),
        (drinks(40, 8), "info"),
        (drinks(60, 40), ""),
        ([], ""),
    ],
    ids=["28", "27", "a short gap before it", "a long one", "7 unknown", "long ago", "none"],
)
def test_a_new_journal_knows_nothing_of_what_is_new(written, severity, level):
    assert level("doms-novelty-note", after(21), written, TRAINING, SORE) == severity


def test_with_more_than_a_quarter_of_the_dates_unknown_it_cannot_be_said(judged):
    said = judged("doms-novelty-note", after(21), drinks(60, 9), TRAINING, SORE)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [
        ("entries on most of the 28 days before the workout",)
    ]


@pytest.mark.parametrize(
    ("before", "now", "missing"),
    [
        ((5, None), 8, "the effort and the minutes of every workout in the 28 days before"),
        ((5, 5), None, "the effort and the minutes of the workout"),
        ((None, None), 8, ""),
        ((8, None), 5, ""),
    ],
)
def test_an_unknown_load_is_not_0(before, now, missing, judged):
    records = [session(day, SQUATS, rpe=rpe) for day, rpe in zip((20, 5), before, strict=True)]

    said = judged("doms-novelty-note", after(21), WRITTEN, *records, session(0, SQUATS, rpe=now), SORE)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == ([(missing,)] if missing else [])
