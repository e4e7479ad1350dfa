"""What is told of a pain beside how bad it is: that it limits movement, is swollen, or came suddenly."""

from datetime import timedelta

import pytest
from journals import pain, when, workout

# pain-interferes


@pytest.mark.parametrize(
    ("days", "severity"),
    [((10, 11), "caution"), ((10, 16), "caution"), ((10, 17), ""), ((10,), ""), ((10, 10), "")],
)
def test_two_of_seven_dates_that_limit_movement(days, severity, level):
    records = [pain(f"2026-11-{day} {10 + place}:00", limits_movement=True) for place, day in enumerate(days)]

    assert level("pain-interferes", f"2026-11-{days[-1]} 20:00", records) == severity


def test_it_lasts_for_7_days_after_the_newest_and_is_one_flag(judged, flag):
    records = [pain(f"2026-11-{day} 18:00", limits_movement=True) for day in (10, 11, 15)]

    found = flag("pain-interferes", "2026-11-22 17:59", records)
    assert found.since == when("2026-11-11 18:00")
    assert found.message == "Lower back pain limited your movement on Tue 10 Nov and Wed 11 Nov."
    assert (found.value, found.threshold.value, len(found.evidence)) == (2, 2, 2)
    assert judged("pain-interferes", "2026-11-22 18:00", records).flags == ()


def test_a_no_another_place_and_a_zero_do_not_count(level):
    first = pain("2026-11-10 18:00", limits_movement=True)
    others = [
        pain("2026-11-11 18:00", limits_movement=False),
        pain("2026-11-11 19:00", "knee", limits_movement=True),
        pain("2026-11-11 20:00", score=0, limits_movement=True),
    ]

    assert level("pain-interferes", "2026-11-11 21:00", first, others) == ""


# swelling-or-rom: the workout ends at 19:00 on 16 November

LIFTED = workout("2026-11-16 18:00", ("squat", 3, 5, 100), minutes=60)
BEGAN = "2026-11-16 20:00"


def later(hours, minutes=0, **more):
    moment = when(BEGAN) + timedelta(hours=hours, minutes=minutes)
    return pain(f"{moment:%Y-%m-%d %H:%M}", "knee", side="left", **more)


@pytest.mark.parametrize(
    ("sign", "severity"),
    [
        ({"swelling": True}, "caution"),
        ({"limits_movement": True}, "caution"),
        ({"swelling": False}, ""),
        ({"bruising": True}, ""),
        ({"swelling": True, "score": 0}, ""),
    ],
)
def test_swollen_or_hard_to_move_soon_after_training(sign, severity, level):
    assert level("swelling-or-rom", "2026-11-17 20:00", LIFTED, later(0), later(20, **sign)) == severity


@pytest.mark.parametrize(("minutes", "severity"), [(0, "caution"), (1, "")])
def test_only_in_the_first_48_hours_of_the_pain(minutes, severity, level):
    records = later(0), later(48, minutes, swelling=True)

    assert level("swelling-or-rom", "2026-11-19 00:00", LIFTED, records) == severity


def test_only_of_a_pain_that_came_after_a_workout(level):
    assert level("swelling-or-rom", "2026-11-17 20:00", later(0), later(20, swelling=True)) == ""
    early = workout("2026-11-13 17:59", ("squat", 3, 5, 100), minutes=60)
    assert level("swelling-or-rom", "2026-11-17 20:00", early, later(0), later(20, swelling=True)) == ""


def test_it_lasts_for_48_hours_or_until_the_pain_has_settled(level):
    swollen = later(0, swelling=True)

    assert level("swelling-or-rom", "2026-11-18 19:59", LIFTED, swollen) == "caution"
    assert level("swelling-or-rom", "2026-11-18 20:00", LIFTED, swollen) == ""
    assert level("swelling-or-rom", "2026-11-18 21:00", LIFTED, swollen, later(2, swelling=True)) == "caution"
    assert level("swelling-or-rom", "2026-11-17 22:00", LIFTED, swollen, later(2, score=0)) == ""


def test_it_says_what_and_how_long_after_the_beginning(flag):
    found = flag(
        "swelling-or-rom",
        "2026-11-17 20:00",
        LIFTED,
        later(0),
        later(20, swelling=True, limits_movement=True),
    )

    assert found.message == (
        "Left knee: 4 of 10 (Tue 17 Nov, 16:00), swollen and hard to move 20 h after the pain began, "
        "after the workout of Mon 16 Nov."
    )
    assert (found.value, found.threshold.op, found.threshold.value) == (20, "<=", 48)
    assert found.subject == {"region": "knee", "side": "left"}


def test_a_missing_time_matters_only_near_the_48_hours(judged, level):
    def untimed(day):
        return pain(f"2026-11-{day} 12:00", "knee", side="left", time_known=False, swelling=True)

    assert level("swelling-or-rom", "2026-11-17 20:00", LIFTED, later(0), untimed(17)) == "caution"
    said = judged("swelling-or-rom", "2026-11-18 20:00", LIFTED, later(0), untimed(18))
    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("the time of the pain entry",)]
    late = judged("swelling-or-rom", "2026-11-19 20:00", LIFTED, later(0), later(40), untimed(19))
    assert (late.flags, late.insufficient) == ((), ())


# sudden-onset-no-improve


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({"sudden": True, "score": 4}, "caution"),
        ({"sudden": True, "score": 3}, ""),
        ({"sudden": False, "score": 6}, ""),
        ({"score": 6}, ""),
        ({"sudden": True, "region": "knee"}, ""),
        ({"sudden": True, "region": "upper-back"}, "caution"),
    ],
)
def test_sudden_back_pain_of_4_or_more(more, severity, level):
    assert level("sudden-onset-no-improve", "2026-11-02 18:00", pain("2026-11-02 18:00", **more)) == severity


def daily(*scores):
    """An entry on each date from 2 November on."""
    return [pain(f"2026-11-{2 + day:02} 18:00", score=score) for day, score in enumerate(scores)]


def suddenly(*scores):
    first, *others = daily(*scores)
    return [first.but(sudden=True), *others]


@pytest.mark.parametrize(
    ("scores", "last", "severity"),
    [
        ((5, 5, 5), pain("2026-11-05 17:59", score=5), "caution"),
        ((5, 5, 5), pain("2026-11-05 18:00", score=5), "warning"),
        ((5, 5, 3), pain("2026-11-05 18:00", score=3), "caution"),
        ((5, 5, 5), pain("2026-11-05 18:00", score=0), "caution"),
    ],
)
def test_no_better_after_72_hours_it_is_a_warning(scores, last, severity, level):
    assert level("sudden-onset-no-improve", "2026-11-05 19:00", suddenly(*scores), last) == severity


def test_it_gets_worse_but_not_better_and_ends_with_the_episode(judged):
    records = suddenly(5, 5, 5, 5, 2, 2)

    (found,) = judged("sudden-onset-no-improve", "2026-11-10 17:59", records).flags
    assert (found.severity, found.since, found.act) == ("warning", when("2026-11-05 18:00"), "this-week")
    assert (found.value, found.unit, found.threshold.value) == (72, "h", 72)
    assert found.message == (
        "Lower back: 5 of 10 (Mon 2 Nov, 18:00), and it came suddenly. "
        "It is no better after 72 h: median 5 in the first 24 h, 5 in the last 48 h."
    )
    assert judged("sudden-onset-no-improve", "2026-11-10 18:00", records).flags == ()


def test_an_entry_without_a_time_may_have_come_too_early_to_tell(level):
    vague = pain("2026-11-05 12:00", score=5, time_known=False)

    assert level("sudden-onset-no-improve", "2026-11-05 20:00", suddenly(5, 5, 5), vague) == "caution"
    next_day = pain("2026-11-06 12:00", score=5, time_known=False)
    assert level("sudden-onset-no-improve", "2026-11-06 20:00", suddenly(5, 5, 5), next_day) == "warning"


def test_72_hours_are_elapsed_hours_over_the_change_of_the_clock(level):
    began = pain("2026-10-23 12:00+02:00", score=5, sudden=True)
    between = pain("2026-10-25 08:00+01:00", score=5)

    for minute, severity in (("10:59", "caution"), ("11:00", "warning")):
        last = pain(f"2026-10-26 {minute}+01:00", score=5)
        assert level("sudden-onset-no-improve", "2026-10-26 12:00", began, between, last) == severity


@pytest.mark.parametrize("rule", ["pain-interferes", "swelling-or-rom", "sudden-onset-no-improve"])
@pytest.mark.parametrize(
    "records",
    [[], daily(5), daily(0, 0, 0, 0), LIFTED],
    ids=["empty", "one", "zeros", "a workout"],
)
def test_nothing_single_entries_and_zeros_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-20 19:00", records)

    assert (said.flags, said.insufficient) == ((), ())
