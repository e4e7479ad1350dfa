"""Which workouts were done while a place hurt, and its pain before, during and after each."""

from datetime import date

import pytest
from journals import CATALOGUE, pain, workout

from journal.analysis.frames import Frames
from journal.analysis.pain.trained_through import trained_through
from journal.analysis.rows import Place

BACK = Place("lower-back")


def through(*records, place=BACK):
    frames = Frames.of(records, CATALOGUE)
    return trained_through(frames, place, date(2026, 11, 1).toordinal(), date(2026, 11, 30).toordinal())


def squats(at, **more):
    return workout(at, ("squat", 3, 5, 100), **more)


def test_it_tells_the_pain_before_during_and_within_a_day_after():
    (one,) = through(
        pain("2026-11-17 08:00", score=4),
        *squats("2026-11-17 18:00"),
        pain("2026-11-17 18:30", score=6, context="during"),
        pain("2026-11-17 21:00", score=5),
        pain("2026-11-18 08:00", score=7),
        pain("2026-11-18 20:00", score=9),
    )
    assert (one.before, one.during, one.after, one.loads) == (4, 6, 7, True)


def test_what_nobody_wrote_is_not_known():
    (one,) = through(pain("2026-11-17 08:00", score=4), *squats("2026-11-17 18:00"))
    assert (one.before, one.during, one.after) == (4, None, None)


def test_work_that_does_not_load_the_place_is_told_apart():
    (one,) = through(pain("2026-11-17 08:00"), *workout("2026-11-17 18:00", ("bench-press", 3, 8, 60)))
    assert not one.loads


def test_what_hurt_after_the_next_workout_belongs_to_that_one():
    first, second = through(
        pain("2026-11-17 08:00", score=4),
        *squats("2026-11-17 10:00"),
        *squats("2026-11-17 18:00"),
        pain("2026-11-17 21:00", score=6),
    )
    assert (first.after, second.after) == (None, 6)


@pytest.mark.parametrize(
    "records",
    [
        [*squats("2026-11-17 18:00"), pain("2026-11-17 20:00")],
        [*squats("2026-11-17 18:00"), pain("2026-11-17 18:00", context="during")],
        [pain("2026-11-10 08:00"), *squats("2026-11-17 18:00")],
        [pain("2026-11-17 08:00"), pain("2026-11-17 16:00", score=0), *squats("2026-11-17 18:00")],
        [pain("2026-11-17 08:00"), *workout("2026-11-17 18:00", ("childs-pose", 2, 1))],
        [pain("2026-11-17 12:00", time_known=False), *squats("2026-11-17 18:00")],
        [pain("2026-11-17 08:00"), *squats("2026-11-17 12:00", time_known=False)],
    ],
    ids=[
        "it began after the workout",
        "it began in the workout",
        "it had lapsed",
        "it was said not to hurt",
        "relief exercises alone",
        "the pain may have come later",
        "the workout may have come earlier",
    ],
)
def test_it_was_not_trained_through(records):
    assert through(*records) == ()


def test_without_times_an_earlier_date_came_before():
    (one,) = through(
        pain("2026-11-16 12:00", score=4, time_known=False), *squats("2026-11-17 12:00", time_known=False)
    )
    assert one.before == 4
