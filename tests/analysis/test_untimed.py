"""Who never writes times of day is not asked for them."""

import pytest
from journals import CATALOGUE, care, pain, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames

HURTS = pain("2026-11-20 08:00", score=5)
TRAINED = workout("2026-11-20 12:00", ("squat", 3, 5, 60), time_known=False)


def missing(rule, *records):
    """What that rule lacks in the evening of 20 November."""
    made = [one for some in records for one in (some if isinstance(some, list) else [some])]
    history = evaluate(Frames.of(made, CATALOGUE), rules=[rule])
    return [one.missing for one in history.judge(int(when("2026-11-20 20:00").timestamp())).insufficient]


def squats(day, **more):
    """A workout before the one that is judged."""
    return workout(f"2026-{day} 12:00", ("squat", 3, 5, 60), **more)


@pytest.mark.parametrize(
    ("earlier", "asked"),
    [
        ([], True),
        ([*squats("11-16", time_known=False)], True),
        ([*squats("11-16", time_known=False), *squats("11-14", time_known=False)], False),
        ([*squats("11-16", time_known=False), *squats("11-14", time_known=False), *squats("11-10")], True),
        ([*squats("11-16", time_known=False), *squats("11-14", time_known=False), *squats("10-22")], False),
        ([*squats("11-16", time_known=False), *squats("10-22", time_known=False)], True),
    ],
    ids=[
        *("one without a time", "two", "three", "one with a time among them", "that was 29 days ago"),
        "one of three was 29 days ago",
    ],
)
def test_the_time_of_a_workout_is_asked_for_unless_three_in_28_days_have_none(earlier, asked):
    found = missing("trained-through-pain", HURTS, TRAINED, *earlier)

    assert found == ([("the time of the workout",)] if asked else [])


def test_so_it_is_with_the_time_of_a_pain():
    session = workout("2026-11-20 18:00", ("squat", 3, 5, 60))
    today = HURTS.but(at=when("2026-11-20 12:00"), time_known=False)
    before = [pain(f"2026-11-1{day} 12:00", score=2, time_known=False) for day in (8, 9)]

    assert missing("trained-through-pain", today, session) == [("the time of the pain entry",)]
    assert missing("trained-through-pain", today, session, *before) == []


def test_and_with_what_was_done_against_it():
    began = pain("2026-11-18 20:00", score=4)
    heat = care("2026-11-20 12:00", "heat", region="lower-back", time_known=False)
    before = [care(f"2026-11-1{day} 12:00", "stretch", time_known=False) for day in (1, 2)]

    assert missing("heat-too-early", began, heat) == [("the time of the heat",)]
    assert missing("heat-too-early", began, heat, *before) == []


def test_where_two_times_are_missing_each_must_be_one_that_is_written():
    today = pain("2026-11-20 12:00", "thigh-front", 3, time_known=False)
    session = workout("2026-11-19 12:00", ("squat", 3, 5, 60), time_known=False)
    before = squats("11-12", time_known=False), squats("11-10", time_known=False)

    assert missing("doms-pattern", today, session) == [
        ("the time of the workout and of the first pain entry",)
    ]
    assert missing("doms-pattern", today, session, *before) == []


def test_what_is_missing_besides_times_is_still_said():
    many = [squats(f"11-{day}", time_known=False, rpe=5) for day in (12, 14, 16)]

    assert missing("return-too-early", HURTS, *many, squats("11-20", rpe=None)) == [
        ("the effort of the workout (its RPE)",)
    ]


def test_a_red_flag_asks_for_whatever_it_lacks():
    severe = [pain(f"2026-11-{day} 12:00", score=8, time_known=False) for day in (17, 18, 19, 20)]

    assert missing("rf-severe-72h", *severe) == [("the time of day of the entries",)]
