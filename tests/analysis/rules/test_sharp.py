"""Sharp pain in training is a sign to stop."""

import pytest
from journals import pain, run, workout

TRAINING = workout("2026-11-20 18:00", ("squat", 3, 5, 100), minutes=60)


def sharp(at="2026-11-20 18:30", score=3, **more):
    return pain(at, **{"score": score, "qualities": ["sharp"], **more})


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"context": "during"}, "warning"),
        ({"context": "right-after"}, "warning"),
        ({"context": "during", "score": 1}, "warning"),
        ({"context": "during", "score": 0}, ""),
        ({"context": "during", "qualities": ["stabbing"]}, "warning"),
        ({"context": "during", "qualities": ["shooting", "dull"]}, "warning"),
        ({"context": "during", "qualities": ["burning"]}, ""),
        ({"context": "during", "qualities": []}, ""),
        ({"context": "later"}, ""),
        ({}, ""),
    ],
)
def test_sharp_by_its_context_whether_or_not_a_workout_was_written_down(more, severity, level):
    assert level("sharp-during-exercise", "2026-11-20 20:00", sharp(**more)) == severity


@pytest.mark.parametrize(
    ("at", "severity"),
    [("17:59", ""), ("18:00", "warning"), ("19:00", "warning"), ("20:00", "warning"), ("20:01", "")],
)
def test_sharp_by_the_clock_up_to_an_hour_after_the_end_of_any_workout(at, severity, level):
    entry = sharp(f"2026-11-20 {at}", region="shoulder", context="at-rest")

    assert level("sharp-during-exercise", "2026-11-20 23:00", TRAINING, entry) == severity


def test_the_end_of_a_workout_without_minutes_is_assumed_and_said_to_be(flag):
    timeless = workout("2026-11-20 18:00", ("squat", 3, 5, 100), minutes=None)

    found = flag("sharp-during-exercise", "2026-11-20 23:00", timeless, sharp("2026-11-20 19:59"))

    assert found.message == (
        "Sharp by the clock during or right after a workout (end assumed): "
        "lower back: 3 of 10 (Fri 20 Nov, 19:59)."
    )
    assert [one.table for one in found.evidence] == ["pain", "workouts"]
    assert (found.value, found.unit, found.act) == (3, "NRS", "this-week")


def test_it_lasts_as_long_as_the_episode_and_is_raised_once_in_it(judged):
    records = sharp(context="during"), sharp("2026-11-22 18:30", context="during")

    (found,) = judged("sharp-during-exercise", "2026-11-25 18:29", *records).flags
    assert found.since.day == 20
    assert judged("sharp-during-exercise", "2026-11-25 18:30", *records).flags == ()


def test_both_sides_are_two_places(judged):
    found = judged(
        "sharp-during-exercise", "2026-11-20 20:00", sharp(region="knee", side="both", context="during")
    )

    assert [one.subject["side"] for one in found.flags] == ["left", "right"]


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*TRAINING, sharp("2026-11-20 18:30", time_known=False)], "the time of the pain entry"),
        (
            [*workout("2026-11-20 12:00", ("squat", 3, 5, 100), time_known=False), sharp("2026-11-20 18:30")],
            "the time of the workout",
        ),
    ],
)
def test_without_the_time_of_one_of_them_there_is_no_verdict_by_the_clock(records, missing, judged):
    said = judged("sharp-during-exercise", "2026-11-20 20:00", records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]


def test_other_days_and_an_empty_journal_say_nothing(judged):
    elsewhen = run("2026-11-19 08:00", 5), sharp("2026-11-20 12:00", time_known=False)

    for records in ((), elsewhen):
        said = judged("sharp-during-exercise", "2026-11-20 20:00", *records)
        assert (said.flags, said.insufficient) == ((), ())
