"""A pain that rest and treatment did not settle."""

from datetime import timedelta

import pytest
from journals import care, pain, when, workout

END = "2026-11-02 19:00"
TRAINING = workout("2026-11-02 18:00", ("squat", 3, 5, 100), minutes=60)


def after(hours, minutes=0):
    """A time so long after the end of the workout."""
    return f"{when(END) + timedelta(hours=hours, minutes=minutes):%Y-%m-%d %H:%M}"


def entries(*told, **more):
    """Entries of (hours after the workout, score)."""
    return [pain(after(hours), score=score, **more) for hours, score in told]


# strain-persists

SHARP = pain(after(-0.5), score=5, qualities=["sharp"])


@pytest.mark.parametrize(
    ("last", "severity"),
    [
        (pain(after(23, 59), score=3), ""),
        (pain(after(24), score=1), "warning"),
        (pain(after(24), score=0), ""),
        (pain(after(24), "knee", 3), ""),
    ],
)
def test_sharp_in_training_and_still_there_24_hours_later(last, severity, level):
    assert level("strain-persists", after(25), TRAINING, SHARP, last) == severity


def test_it_says_since_when_and_how_it_is(flag):
    found = flag("strain-persists", after(31), TRAINING, SHARP, entries((30, 3)))

    assert found.message == (
        "Lower back pain was sharp in training (Mon 2 Nov, 18:30) and is still there 30 h after the workout: "
        "3 of 10 (Wed 4 Nov, 01:00)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (30, "h", ">=", 24)
    assert [one.table for one in found.evidence] == ["pain", "pain", "workouts"]
    assert (found.details, found.act) == ({"level": 1}, "this-week")


def test_what_was_sharp_in_training_may_be_told_later_and_counts_from_then_on(level):
    late = pain(after(30), score=5, qualities=["sharp"], context="during", workout_id=TRAINING[0].id)
    records = *TRAINING, *entries((26, 3), (34, 3)), late

    assert level("strain-persists", after(29), records) == ""
    assert level("strain-persists", after(33), records) == ""
    assert level("strain-persists", after(34), records) == "warning"


def test_after_96_hours_it_is_raised_again_and_lasts_as_long_as_the_episode(judged):
    records = [*TRAINING, SHARP, *entries((30, 3), (60, 3), (96, 3)), pain(after(96, 1), score=3)]

    said = judged("strain-persists", after(96 + 71), records, past=True).flags
    assert [(one.details["level"], one.since, one.until) for one in said] == [
        (2, when(after(96, 1)), None),
        (1, when(after(30)), when(after(96, 1))),
    ]
    assert said[0].threshold.value == 96
    assert judged("strain-persists", after(96 + 72, 1), records).flags == ()


def test_what_was_not_sharp_or_not_in_training_is_left_alone(level):
    dull = pain(after(-0.5), score=5)
    elsewhen = pain(after(10), score=5, qualities=["sharp"])

    assert level("strain-persists", after(31), TRAINING, dull, entries((30, 3))) == ""
    assert level("strain-persists", after(41), TRAINING, elsewhen, entries((40, 3))) == ""


def test_without_a_workout_written_down_it_counts_from_the_sharp_entry(level):
    felt = pain(after(0), score=5, qualities=["sharp"], context="during")

    assert level("strain-persists", after(24), felt, entries((23, 3))) == ""
    assert level("strain-persists", after(24), felt, entries((24, 3))) == "warning"


def test_what_was_felt_in_training_and_written_down_hours_later_counts_from_that_workout(level):
    felt = pain(after(4), score=5, qualities=["sharp"], context="during")
    named = pain(after(13), score=5, qualities=["sharp"], context="during", workout_id=TRAINING[0].id)

    assert level("strain-persists", after(25), TRAINING, felt, entries((23, 3))) == ""
    assert level("strain-persists", after(25), TRAINING, felt, entries((24, 3))) == "warning"
    assert level("strain-persists", after(25), TRAINING, named, entries((24, 3))) == "warning"


def test_when_the_pain_was_gone_and_came_back_it_is_another(level):
    gone = entries((2, 0), (30, 3))

    assert level("strain-persists", after(31), TRAINING, SHARP, gone) == ""


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        (
            [*TRAINING, SHARP, pain("2026-11-03 22:00", score=3, time_known=False)],
            "the time of the pain entry",
        ),
        (
            [
                *workout("2026-11-02 12:00", ("squat", 3, 5, 100), time_known=False),
                pain("2026-11-02 20:00", score=5, qualities=["sharp"], context="right-after"),
                pain("2026-11-03 22:00", score=3),
            ],
            "the time of the workout",
        ),
        (
            [
                pain("2026-11-02 12:00", score=5, qualities=["sharp"], context="during", time_known=False),
                pain("2026-11-03 22:00", score=3),
            ],
            "the time of the pain entry",
        ),
    ],
)
def test_a_missing_time_leaves_it_open_near_the_24_hours(records, missing, judged):
    said = judged("strain-persists", "2026-11-03 23:00", records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]


def test_far_from_the_24_hours_a_missing_time_does_not_matter(level):
    vague = pain("2026-11-04 12:00", score=3, time_known=False)

    assert level("strain-persists", "2026-11-04 13:00", TRAINING, SHARP, vague) == "warning"


# rest-not-helping


@pytest.mark.parametrize(
    ("last", "severity"),
    [
        (pain(after(71, 59), score=5), ""),
        (pain(after(72), score=5), "warning"),
        (pain(after(72), score=4), "warning"),
        (pain(after(72), score=3), ""),
        (pain(after(72), score=0), ""),
        (pain(after(72), score=8), "warning"),
    ],
)
def test_three_days_without_training_the_place_that_do_not_ease_it(last, severity, level):
    assert level("rest-not-helping", after(73), TRAINING, entries((6, 5), (30, 5)), last) == severity


@pytest.mark.parametrize(
    ("early", "late", "severity"),
    [
        (10, 8, ""),
        (3, 2, ""),
        (4, 3, "warning"),
        (6, 4, ""),
        (7, 5, ""),
        (5, 4, "warning"),
        (1, 1, "warning"),
    ],
)
def test_two_points_or_30_percent_are_better(early, late, severity, level):
    assert level("rest-not-helping", after(73), TRAINING, entries((6, early), (40, early), (72, late))) == (
        severity
    )


def test_the_medians_are_of_the_24_hours_after_the_workout_and_of_the_last_24(flag):
    told = entries((0, 2), (1, 5), (24, 8), (25, 1), (47, 9), (72, 3), (73, 5))

    found = flag("rest-not-helping", after(73), TRAINING, told)

    assert found.details == {"early": 5, "late": 4}
    assert found.message == (
        "Lower back pain is no better after 73 h without training it: median 5 in the 24 h after the workout "
        "of Mon 2 Nov, 4 in the last 24 h."
    )
    assert (found.value, found.threshold.op, found.threshold.value) == (73, ">=", 72)
    assert [one.table for one in found.evidence].count("pain") == 5


def test_only_workouts_that_load_the_place_count(level):
    bench = workout(after(40), ("bench-press", 3, 5, 60))
    squats = workout(after(40), ("squat", 3, 5, 60))
    told = entries((6, 5), (30, 5), (60, 5), (72, 5))

    assert level("rest-not-helping", after(73), TRAINING, told, bench) == "warning"
    assert level("rest-not-helping", after(73), TRAINING, told, squats) == ""
    assert level("rest-not-helping", after(73), told) == ""


def test_it_ends_when_it_is_better_or_the_place_is_trained_again_or_over(level):
    told = entries((6, 5), (40, 5), (72, 5))

    assert level("rest-not-helping", after(72 + 71), TRAINING, told) == "warning"
    assert level("rest-not-helping", after(72 + 72), TRAINING, told) == ""
    assert level("rest-not-helping", after(100), TRAINING, told, entries((100, 4))) == "warning"
    assert level("rest-not-helping", after(100), TRAINING, told, entries((100, 3))) == ""
    again = workout(after(80), ("squat", 3, 5, 60))
    assert level("rest-not-helping", after(79), TRAINING, told, again) == "warning"
    assert level("rest-not-helping", after(80), TRAINING, told, again) == ""


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*TRAINING, *entries((-30, 5), (30, 5), (72, 5))], "a pain entry in the 24 h after the workout"),
        (
            [*TRAINING, *entries((6, 5), (40, 5)), pain("2026-11-06 12:00", score=5, time_known=False)],
            "the time of the pain entry",
        ),
        (
            [
                *workout("2026-11-02 12:00", ("squat", 3, 5, 60), time_known=False),
                *entries((6, 5), (40, 5), (90, 5)),
            ],
            "the time of the workout",
        ),
    ],
)
def test_without_an_entry_to_compare_with_or_a_time_there_is_no_verdict(records, missing, judged):
    said = judged("rest-not-helping", after(91), records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]


def test_a_pain_that_began_after_a_day_is_not_compared_with_the_workout(judged):
    said = judged("rest-not-helping", after(91), TRAINING, entries((25, 5), (60, 5), (90, 5)))

    assert (said.flags, said.insufficient) == ((), ())


def test_rest_is_counted_in_elapsed_hours_over_the_change_of_the_clock(level):
    squats = workout("2026-10-23 18:00+02:00", ("squat", 3, 5, 60), minutes=60)
    told = pain("2026-10-23 22:00+02:00", score=5), pain("2026-10-25 08:00+01:00", score=5)

    for minute, severity in (("17:59", ""), ("18:00", "warning")):
        last = pain(f"2026-10-26 {minute}+01:00", score=5)
        assert level("rest-not-helping", "2026-10-26 19:00", squats, told, last) == severity


# pain-not-gone-after-treatment


def every_day(count, score=5, **more):
    """An entry on each of so many evenings, the first at the end of the workout."""
    return entries(*((24 * day, score) for day in range(count)), **more)


@pytest.mark.parametrize(
    ("last", "severity"),
    [(pain(after(28 * 24, -1), score=3), ""), (pain(after(28 * 24), score=3), "warning")],
)
def test_28_days_are_lasting(last, severity, level):
    assert level("pain-not-gone-after-treatment", after(28 * 24), every_day(28, 2), last) == severity


def test_from_84_days_on_it_is_raised_again_as_chronic(judged):
    long = every_day(90, 2)

    said = judged("pain-not-gone-after-treatment", after(89 * 24), long, past=True).flags
    assert [(one.details["chronic"], one.since, one.value, one.threshold.value) for one in said] == [
        (True, when(after(84 * 24)), 84, 84),
        (False, when(after(28 * 24)), 28, 28),
    ]
    assert said[1].until == said[0].since
    assert said[0].message == (
        "Lower back pain has been recorded for 84 days (since Mon 2 Nov, 19:00), no treatment written down."
    )
    assert judged("pain-not-gone-after-treatment", after(89 * 24 + 72), long).flags == ()


def treated(*told, **more):
    """Care of (hours after the workout, kind) for the lower back."""
    return [care(after(hours), kind, **{"region": "lower-back", **more}) for hours, kind in told]


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        (treated((10, "cold"), (50, "cold"), (178, "heat")), "warning"),
        (treated((10, "cold"), (50, "cold"), (177, "heat")), ""),
        (treated((10, "cold"), (178, "heat")), ""),
        (treated((10, "cold"), (50, "cold"), (178, "cold")), ""),
        (treated((10, "doctor"), (50, "cold"), (178, "clearance")), ""),
        (treated((10, "cold"), (50, "cold"), (178, "heat"), region="knee"), ""),
        (treated((10, "oral-analgesic"), (50, "physio"), (178, "massage"), region=None), "warning"),
        (treated((-1, "cold"), (50, "cold"), (178, "heat")), ""),
    ],
)
def test_three_treatments_of_two_kinds_over_seven_days_that_did_not_help(given, severity, level):
    assert level("pain-not-gone-after-treatment", after(192), every_day(9), given) == severity


def test_treated_pain_that_is_better_is_left_alone(level):
    given = treated((10, "cold"), (50, "cold"), (178, "heat"))

    assert (
        level("pain-not-gone-after-treatment", after(192), every_day(7), entries((168, 3), (192, 3)), given)
        == ""
    )


def test_it_counts_the_treatments(flag):
    given = treated((10, "cold"), (50, "oral-analgesic"), (178, "cold"))

    found = flag("pain-not-gone-after-treatment", after(192), every_day(9), given)

    assert found.message == (
        "Lower back pain has been recorded for 8 days (since Mon 2 Nov, 19:00) and is no better, "
        "treated 3 times (cold, painkiller)."
    )
    assert (found.value, found.unit, found.threshold.value) == (3, "", 3)
    assert found.details == {"chronic": False, "treatments": 3, "ways": ["cold", "painkiller"]}
    assert [one.table for one in found.evidence] == ["pain", "pain", "care", "care", "care"]


def test_a_treatment_of_no_place_is_of_the_only_one_that_hurts(level):
    given = treated((10, "cold"), (50, "cold"), (178, "heat"), region=None)
    knee = pain(after(178), "knee", 3, side="left")

    assert level("pain-not-gone-after-treatment", after(192), every_day(9), given, knee) == ""


@pytest.mark.parametrize(
    ("side", "severity"), [("left", "warning"), (None, "warning"), ("both", "warning"), ("right", "")]
)
def test_a_treatment_of_the_other_side_does_not_count(side, severity, level):
    given = treated((10, "cold"), (50, "cold"), (178, "heat"), region="knee", side=side)
    knee = every_day(9, region="knee", side="left")

    assert level("pain-not-gone-after-treatment", after(192), knee, given) == severity


def test_an_entry_without_a_time_may_come_too_early_for_28_days(judged):
    vague = pain("2026-11-30 20:00", score=2, time_known=False)

    said = judged("pain-not-gone-after-treatment", "2026-11-30 23:00", every_day(28, 2), vague)
    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("the time of the pain entry",)]


@pytest.mark.parametrize("rule", ["strain-persists", "rest-not-helping", "pain-not-gone-after-treatment"])
@pytest.mark.parametrize(
    "records",
    [[], entries((1, 5)), entries((1, 0), (30, 0), (80, 0)), TRAINING],
    ids=["empty", "one", "zeros", "a workout"],
)
def test_nothing_single_entries_and_zeros_say_nothing(rule, records, judged):
    said = judged(rule, after(90), records)

    assert (said.flags, said.insufficient) == ((), ())
