"""Soreness after training: its usual course, and what departs from it.

The workout ends on Monday 16 November at 19:00; times are hours after that.
"""

from datetime import timedelta

import pytest
from journals import pain, symptom, when, workout

END = "2026-11-16 19:00"
TRAINING = workout("2026-11-16 18:00", ("squat", 4, 8, 100), ("crunch", 3, 20), ("bench-press", 3, 8, 60))


def after(hours):
    return f"{when(END) + timedelta(hours=hours):%Y-%m-%d %H:%M}"


def sore(*entries, region="thigh-front", side="both", **more):
    """Entries of (hours after the workout, score)."""
    return [pain(after(hours), region, score, side=side, **more) for hours, score in entries]


@pytest.fixture
def state(judged):
    """The state at so many hours; the reason in brackets when there is no verdict, "" when nothing is said."""

    def told(hours, *records, training=TRAINING):
        said = judged("doms-pattern", after(hours), *records, training)
        states = {flag.details["state"] for flag in said.flags}
        return " ".join(states | {f"({one.missing[0]})" for one in said.insufficient})

    return told


TOO_EARLY = "(more time (soreness usually starts 4 to 36 h after a workout; log again tonight))"


@pytest.mark.parametrize(
    ("entries", "hours", "expected"),
    [
        ([(10, 3), (20, 4)], 23, TOO_EARLY),
        ([(10, 3), (20, 4)], 24, "doms-typical"),
        ([(10, 3)], 30, "(a second pain entry)"),
        ([(4, 3), (30, 4)], 31, "doms-typical"),
        ([(36, 3), (40, 4)], 41, "doms-typical"),
        ([(37, 3), (40, 4)], 41, "not-doms"),
        ([(3, 3), (30, 3)], 31, "unclear"),
        ([(3, 4), (30, 4)], 31, "not-doms"),
        ([(10, 3), (56, 5), (70, 2)], 71, "doms-typical"),
        ([(10, 3), (57, 5), (70, 2)], 71, "not-doms"),
        ([(10, 5), (57, 5), (70, 2)], 71, "not-doms"),
        ([(10, 5), (50, 4), (72, 2)], 73, "doms-typical"),
        ([(10, 5), (50, 4), (73, 2)], 74, "doms-late"),
        ([(10, 5), (50, 4), (73, 1)], 74, "doms-typical"),
        ([(10, 5), (50, 4), (100, 1), (121, 2)], 122, "not-doms"),
        ([(10, 5), (50, 4), (120, 2)], 121, "doms-late"),
        ([(10, 5), (50, 3), (75, 5)], 76, "doms-late"),
        ([(10, 3), (50, 4), (75, 5)], 76, "not-doms"),
        ([(10, 7), (20, 4)], 25, "not-doms"),
        ([(10, 6), (20, 4)], 25, "doms-typical"),
        ([(10, 3), (30, 0)], 31, "doms-typical"),
    ],
)
def test_the_course_of_soreness(entries, hours, expected, state):
    assert state(hours, sore(*entries)) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"qualities": ["dull", "stiff"]}, "doms-typical"),
        ({"qualities": ["cramp", "ache", "throbbing"]}, "doms-typical"),
        *(
            ({"qualities": [word]}, "not-doms")
            for word in ("sharp", "stabbing", "shooting", "burning", "tingling", "numb")
        ),
        ({"radiates_to": "thigh"}, "not-doms"),
        ({"radiates_to": "none"}, "doms-typical"),
        ({"pop_heard": True}, "not-doms"),
        ({"context": "during"}, "not-doms"),
        ({"context": "at-rest"}, "doms-typical"),
    ],
)
def test_what_soreness_does_not_have(more, expected, state):
    assert state(25, sore((10, 3), (20, 4), **more)) == expected


@pytest.mark.parametrize(
    ("sign", "expected"), [("leg-numbness", "not-doms"), ("fever", "not-doms"), ("tired", "doms-typical")]
)
def test_a_red_flag_meanwhile_is_not_soreness(sign, expected, state):
    records = sore((10, 3), (20, 4))

    assert state(30, records, symptom(after(28), sign)) == expected
    assert state(27, records, symptom(after(28), sign)) == "doms-typical"
    assert state(30, records, symptom(after(28), sign, False)) == "doms-typical"
    assert state(30, records, symptom(after(-24), sign)) == "doms-typical"


def test_what_began_during_the_workout_is_not_soreness(state):
    assert state(25, sore((-0.5, 3), (20, 4))) == "not-doms"
    assert state(25, sore((10, 3), (20, 4), onset_at=when(after(-0.5)))) == "not-doms"


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("left", "left"), "unclear"),
        (("both", "both"), "doms-typical"),
        (("both", "left"), "doms-typical"),
        ((None, None), "doms-typical"),
    ],
)
def test_soreness_of_one_side_is_unclear(sides, expected, state):
    records = [pain(after(hours), "calf", 3, side=side) for hours, side in zip((10, 20), sides, strict=True)]
    legs = workout("2026-11-16 18:00", ("calf-raise", 4, 12, 60))

    assert expected in state(25, records, training=legs)


def test_left_and_right_written_apart_are_not_one_side(state):
    left, right = sore((10, 3), (20, 4), side="left"), sore((21, 3), (24, 3), side="right")

    assert state(20.5 + 4, left) == "unclear"
    assert state(24.5, left, right) == "doms-typical"


def test_a_swollen_calf_is_not_soreness(state):
    legs = workout("2026-11-16 18:00", ("calf-raise", 4, 12, 60))

    assert state(25, sore((10, 3), (20, 4), region="calf", swelling=True), training=legs) == "not-doms"


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("knee", "unclear"),
        ("ankle", "unclear"),
        ("hip", "doms-typical"),
        ("head", ""),
        ("chest", "doms-typical"),
        ("abdomen", "doms-typical"),
    ],
)
def test_joints_are_never_certain_and_the_head_is_never_sore(region, expected, state):
    assert state(25, sore((10, 3), (20, 4), region=region)) == expected


def test_chest_and_abdomen_only_when_they_were_trained_and_with_a_warning(state, flag):
    legs = workout("2026-11-16 18:00", ("squat", 4, 8, 100))
    chest = sore((10, 3), (20, 4), region="chest")

    assert state(25, chest, training=legs) == ""
    assert "breathlessness is not soreness" in flag("doms-pattern", after(25), chest, TRAINING).advice


def test_it_says_how_long_after_the_workout_it_began(flag):
    found = flag("doms-pattern", after(25), sore((7, 3), (20, 4), side=None), TRAINING)

    assert (
        found.message
        == "Thigh (front) pain fits ordinary delayed soreness: it started 7 h after the workout."
    )
    assert found.details == {
        "state": "doms-typical",
        "onset_h": 7,
        "onset_in_article_window": True,
        "end_assumed": False,
    }
    assert found.severity == "info"
    assert {one.table for one in found.evidence} == {"pain", "workouts"}


@pytest.mark.parametrize(
    ("entries", "more", "why", "line"),
    [
        (
            [(10, 3), (20, 4)],
            {},
            "fits ordinary delayed soreness: it started 10 h after the workout.",
            "10 <= 36",
        ),
        (
            [(3, 3), (20, 3)],
            {},
            "it started 3 h after the workout, earlier than soreness usually does.",
            "3 < 4",
        ),
        ([(3, 4), (20, 3)], {}, "it started 3 h after the workout.", "3 < 4"),
        ([(40, 3), (45, 3)], {}, "it started 40 h after the workout.", "40 > 36"),
        ([(10, 5), (60, 5)], {}, "it was no better after 56 h.", "60 > 56"),
        ([(10, 3), (60, 2), (80, 5)], {}, "it was no better after 72 h.", "80 > 72"),
        ([(10, 5), (50, 3), (80, 2)], {}, "it was still 2 or more after 72 h.", "80 > 72"),
        ([(10, 5), (50, 1), (121, 2)], {}, "it was still 2 or more after 120 h.", "121 > 120"),
        ([(10, 3), (20, 4)], {"side": "left"}, "it is on one side only.", ""),
        ([(10, 3), (20, 4)], {"qualities": ["sharp", "burning"]}, "it is burning and sharp.", ""),
        ([(10, 3), (20, 8)], {}, "it reached 8 of 10.", ""),
        ([(10, 3), (20, 4)], {"radiates_to": "foot"}, "it runs down the leg.", ""),
        ([(10, 3), (20, 4)], {"pop_heard": True}, "a pop was heard.", ""),
        ([(-0.5, 3), (20, 4)], {}, "it began during the workout.", ""),
    ],
)
def test_it_says_why_and_on_which_side_of_which_line(entries, more, why, line, flag):
    last = max(25, entries[-1][0])

    found = flag("doms-pattern", after(last), sore(*entries, **{"side": None, **more}), TRAINING)

    observed, threshold = found.as_json()["observed"], found.as_json()["threshold"]
    assert found.message.endswith(why)
    assert line == (
        "" if threshold is None else f"{observed['value']} {threshold['op']} {threshold['value']}"
    )


def test_a_red_flag_is_named(flag):
    records = sore((10, 3), (20, 4), side=None), symptom(after(24), "fever")

    assert flag("doms-pattern", after(25), *records, TRAINING).message.endswith("there is fever beside it.")


@pytest.mark.parametrize(("hours", "inside"), [(5, False), (6, True), (8, True), (9, False)])
def test_the_articles_window_is_6_to_8_hours(hours, inside, flag):
    found = flag("doms-pattern", after(30), sore((hours, 3), (20, 4), side=None), TRAINING)

    assert found.details["onset_in_article_window"] is inside


def test_a_change_of_state_is_a_new_flag_and_the_last_ends_with_the_episode(judged):
    records = sore((10, 5), (50, 4), (73, 2), side=None), TRAINING

    said = judged("doms-pattern", after(200), *records, past=True).flags
    assert [(one.details["state"], one.since, one.until) for one in said] == [
        ("doms-late", when(after(73)), when(after(73 + 72))),
        ("doms-typical", when(after(50)), when(after(73))),
    ]


def test_an_end_that_is_assumed_is_said_to_be(flag):
    timeless = workout("2026-11-16 18:00", ("squat", 4, 8, 100), minutes=None)

    found = flag("doms-pattern", after(25), sore((10, 3), (20, 4), side=None), timeless)

    assert found.details["end_assumed"] is True
    assert "end of the workout assumed" in found.message


@pytest.mark.parametrize(
    ("training", "first", "missing"),
    [
        ({"time_known": False}, {}, "the time of the workout"),
        ({}, {"time_known": False}, "the time of the first pain entry"),
        ({"time_known": False}, {"time_known": False}, "the time of the workout and of the first pain entry"),
    ],
)
def test_without_the_time_of_the_workout_or_of_the_first_entry_there_is_no_verdict(
    training, first, missing, state
):
    session = workout("2026-11-16 12:00", ("squat", 4, 8, 100), **training)
    records = pain("2026-11-17 12:00", "thigh-front", 3, **first), pain("2026-11-17 20:00", "thigh-front", 4)

    assert state(26, *records, training=session) == f"({missing})"


def test_pain_that_did_not_come_after_a_workout_is_not_compared(state):
    assert state(200, sore((190, 3), (195, 3))) == ""
    assert state(25, sore((10, 3), (20, 3)), training=()) == ""


# doms-past-72h


@pytest.mark.parametrize(
    ("hours", "score", "severity"),
    [(72, 2, ""), (73, 1, ""), (73, 2, "caution"), (120, 2, "caution"), (121, 2, "")],
)
def test_soreness_of_2_or_more_after_72_hours_lasts_too_long(hours, score, severity, level):
    records = sore((10, 5), (50, 4), (hours, score), side=None), TRAINING

    assert level("doms-past-72h", after(hours + 1), *records) == severity


def test_it_lasts_until_the_episode_is_over(flag, level):
    records = sore((10, 5), (50, 4), (80, 2), side=None), TRAINING

    found = flag("doms-past-72h", after(81), *records)
    assert (found.value, found.threshold.value, found.since) == (80, 72, when(after(80)))
    assert found.message == "Thigh (front) soreness is still 2 of 10, 80 h after the workout."
    assert level("doms-past-72h", after(80 + 71), *records) == "caution"
    assert level("doms-past-72h", after(80 + 72), *records) == ""


def test_what_is_not_soreness_and_joints_are_left_to_other_rules(level):
    burning = sore((10, 5), (50, 4), (80, 3), side=None, qualities=["burning"])

    assert level("doms-past-72h", after(81), burning, TRAINING) == ""
    assert level("doms-past-72h", after(81), sore((10, 5), (50, 4), (80, 3), region="knee"), TRAINING) == ""
    assert level("doms-past-72h", after(81), sore((10, 5), (50, 4), (80, 3), side=None)) == ""
