"""How long a pain goes on, whether it gets better, and when to ask how it is."""

from datetime import timedelta

import pytest
from journals import care, pain, when, workout

START = "2026-11-09 18:00"


def after(hours, minutes=0):
    """A time so much later than `START`."""
    return f"{when(START) + timedelta(hours=hours, minutes=minutes):%Y-%m-%d %H:%M}"


def course(*scores, **more):
    """An entry every 24 h from `START` on, one for each score."""
    return [pain(after(24 * day), score=score, **more) for day, score in enumerate(scores)]


# pain-past-72h


@pytest.mark.parametrize(
    ("last", "severity"),
    [
        (pain(after(72), score=5), ""),
        (pain(after(72, 1), score=5), "warning"),
        (pain(after(72, 1), score=4), "warning"),
        (pain(after(72, 1), score=3), "caution"),
        (pain(after(72, 1), score=0), ""),
    ],
)
def test_over_72_hours_is_long_and_from_4_on_a_warning(last, severity, level):
    assert level("pain-past-72h", after(72, 2), course(5, 5, 5), last) == severity


def test_it_says_how_long_since_when_and_how_bad(flag):
    found = flag("pain-past-72h", after(73), course(5, 5, 5), pain(after(73), score=6))

    assert found.message == (
        "Lower back pain has been recorded for 73 h (since Mon 9 Nov, 18:00), latest score 6."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (73, "h", ">", 72)
    assert found.subject == {"region": "lower-back"}
    assert [one.table for one in found.evidence] == ["pain", "pain"]
    assert (found.since, found.act) == (when(after(73)), "this-week")


def test_silence_never_makes_it_longer_and_closes_it_after_72_hours(level):
    records = course(5, 5, 5, 5), pain(after(73), score=5)

    assert level("pain-past-72h", after(73 + 71), records[0], records[1]) == "warning"
    assert level("pain-past-72h", after(73 + 72), records[0], records[1]) == ""
    assert level("pain-past-72h", after(200), course(5, 5, 5)) == ""


def test_it_gets_worse_but_not_better_within_an_episode(level):
    records = course(5, 5, 5, 2, 3, 6, 2)

    assert level("pain-past-72h", after(96), records) == "caution"
    assert level("pain-past-72h", after(120), records) == "warning"
    assert level("pain-past-72h", after(144), records) == "warning"


def test_the_onset_that_was_told_counts_when_it_can_be_believed(level):
    def told(hours):
        return pain(after(100), score=4, onset_at=when(after(100)) - timedelta(hours=hours))

    assert level("pain-past-72h", after(100), told(73)) == "warning"
    assert level("pain-past-72h", after(100), told(72)) == ""
    assert level("pain-past-72h", after(100), told(14 * 24)) == "warning"
    assert level("pain-past-72h", after(100), told(14 * 24 + 1)) == ""


def test_an_onset_before_the_end_of_the_last_episode_is_not_believed(level):
    gone = [pain(after(0), score=4), pain(after(2), score=0)]
    again = pain(after(90), score=4, onset_at=when(after(1)))

    assert level("pain-past-72h", after(90), gone, again) == ""


def test_left_and_right_and_two_regions_are_judged_by_themselves(judged):
    records = [
        *(pain(after(hours), "knee", 4, side="left") for hours in (0, 30, 73)),
        *(pain(after(hours), "knee", 4, side="right") for hours in (0, 30)),
        *(pain(after(hours), "shoulder", 4, side="both") for hours in (0, 40, 74)),
    ]

    subjects = [found.subject for found in judged("pain-past-72h", after(75), records).flags]

    assert subjects == [
        {"region": "shoulder", "side": "left"},
        {"region": "shoulder", "side": "right"},
        {"region": "knee", "side": "left"},
    ]


def test_an_entry_without_a_time_may_be_half_a_day_off(judged, level):
    bare = [pain(f"2026-11-{day} 12:00", time_known=False) for day in (10, 12, 13)]

    said = judged("pain-past-72h", "2026-11-13 20:00", bare)
    assert said.flags == ()
    assert said.insufficient == ()

    half = pain("2026-11-10 08:00"), pain("2026-11-12 12:00"), pain("2026-11-13 12:00", time_known=False)
    said = judged("pain-past-72h", "2026-11-13 20:00", half)
    assert said.flags == ()
    assert said.insufficient[0].missing == ("the time of the pain entry",)

    sure = *bare, pain("2026-11-14 12:00", time_known=False), pain("2026-11-14 12:01")
    assert level("pain-past-72h", "2026-11-14 20:00", sure) == "warning"


def test_the_summer_time_hour_does_not_count_and_nor_does_travel(level):
    summer = pain("2026-10-23 12:00+02:00"), pain("2026-10-25 08:00+01:00")

    assert level("pain-past-72h", "2026-10-27 12:00", summer, pain("2026-10-26 11:00+01:00")) == ""
    assert level("pain-past-72h", "2026-10-27 12:00", summer, pain("2026-10-26 11:01+01:00")) == "warning"
    assert level("pain-past-72h", "2026-10-27 12:00", summer, pain("2026-10-26 19:00+09:00")) == ""
    assert level("pain-past-72h", "2026-10-27 12:00", summer, pain("2026-10-26 19:01+09:00")) == "warning"


def test_a_backdated_entry_that_joins_or_parts_episodes_is_judged_as_if_it_had_always_been_there(level):
    ends = pain(after(0), score=4), pain(after(90), score=4)
    between, gone = pain(after(40), score=4), pain(after(50), score=0)

    assert level("pain-past-72h", after(91), ends) == ""
    assert level("pain-past-72h", after(91), ends, between) == "warning"
    assert level("pain-past-72h", after(91), ends, between, gone) == ""


# pain-unimproved-1w


def test_a_week_without_improvement_is_a_matter_for_a_doctor(flag):
    found = flag("pain-unimproved-1w", after(193), course(5, 5, 4, 5, 5, 4, 5, 5, 5))

    assert (found.severity, found.act, found.since) == ("urgent", "this-week", when(after(192)))
    assert (found.value, found.threshold.value) == (192, 168)
    assert found.details == {"early": 5, "late": 5}
    assert found.message.endswith("median 5 in the first 24 h, 5 in the last 48 h.")


@pytest.mark.parametrize(
    ("last", "severity"),
    [(pain(after(168), score=5), ""), (pain(after(168, 1), score=5), "urgent")],
)
def test_a_week_is_over_168_hours(last, severity, level):
    assert level("pain-unimproved-1w", after(169), course(5, 5, 5, 5, 5, 5), last) == severity


@pytest.mark.parametrize(
    ("late", "severity"),
    [
        (5, "urgent"),
        (4, "urgent"),
        (3, ""),
    ],
)
def test_two_points_or_30_percent_are_an_improvement(late, severity, level):
    assert level("pain-unimproved-1w", after(200), course(5, 5, 5, 5, 5, 5, late, late, late)) == severity


@pytest.mark.parametrize(
    ("scores", "severity"),
    [((3,) * 9, "warning"), ((4,) * 9, "urgent"), ((2, 3, 3, 3, 3, 3, 3, 3, 3), "warning")],
)
def test_below_a_late_median_of_4_it_is_a_warning(scores, severity, level):
    assert level("pain-unimproved-1w", after(192), course(*scores)) == severity


def test_mild_dull_pain_that_follows_training_of_that_place_is_a_caution(level):
    squats = [workout(after(day * 48 - 4), ("squat", 3, 5, 100)) for day in range(5)]
    records = course(*(3,) * 9), *squats

    assert level("pain-unimproved-1w", after(192), *records) == "caution"
    assert level(
        "pain-unimproved-1w", after(192), course(*(3,) * 9), workout(after(170), ("bench-press", 3, 5, 60))
    ) == ("warning")
    assert (
        level("pain-unimproved-1w", after(192), course(*(3,) * 9, qualities=["burning"]), *squats)
        == "warning"
    )
    assert level("pain-unimproved-1w", after(192), course(4, *(3,) * 8), *squats) == "warning"


def test_a_walk_is_training_enough_for_a_sore_calf(level):
    calf = [pain(after(hours), "calf", 2, side="both") for hours in range(0, 200, 24)]
    walks = [workout(after(day * 48 - 4), ("walk", 1, 1), kind="walk") for day in range(5)]

    assert level("pain-unimproved-1w", after(192), calf, *walks) == "caution caution"
    assert level("pain-unimproved-1w", after(192), calf) == "warning warning"
    assert level("pain-unimproved-1w", after(192), course(*(3,) * 9), *walks) == "warning"


def test_it_ends_when_it_has_improved(level):
    records = course(*(6,) * 9), pain(after(193), score=2), pain(after(194), score=2)

    assert level("pain-unimproved-1w", after(193), *records) == "urgent"
    assert level("pain-unimproved-1w", after(194), *records) == ""


def test_the_urgent_one_is_not_ended_by_silence_but_by_a_doctor_or_a_certain_end(level):
    long = course(*(6,) * 9)

    assert level("pain-unimproved-1w", after(192 + 24 * 27), long) == "urgent"
    assert level("pain-unimproved-1w", after(192 + 24 * 28), long) == ""
    assert level("pain-unimproved-1w", after(240), long, care(after(216), "doctor")) == ""
    assert level("pain-unimproved-1w", after(240), long, care(after(216), "clearance")) == ""
    assert level("pain-unimproved-1w", after(240), long, pain(after(200), score=0)) == ""
    assert level("pain-unimproved-1w", after(223), long, pain(after(200), score=0)) == "urgent"


def test_the_warning_ends_with_the_episode(level):
    assert level("pain-unimproved-1w", after(192 + 71), course(*(3,) * 9)) == "warning"
    assert level("pain-unimproved-1w", after(192 + 72), course(*(3,) * 9)) == ""


def test_after_a_doctor_it_is_not_urgent_again_for_14_days(level):
    records = course(*(6,) * 30), care(after(200), "doctor")

    assert level("pain-unimproved-1w", after(200 + 14 * 24 - 1), *records) == ""
    assert level("pain-unimproved-1w", after(200 + 15 * 24 + 8), *records) == "urgent"


def test_a_doctor_who_saw_it_within_14_days_before_makes_it_a_warning(level):
    assert level("pain-unimproved-1w", after(192), course(*(6,) * 9), care(after(48), "doctor")) == "warning"


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        (
            [pain(after(100), onset_at=when(START)), pain(after(170), score=4)],
            "at least 3 pain entries",
        ),
        (
            [pain(after(hours), score=4, onset_at=when(START)) for hours in (120, 140, 170)],
            "a pain entry at least 72 h after the first",
        ),
    ],
)
def test_too_few_entries_give_no_verdict(records, missing, judged):
    said = judged("pain-unimproved-1w", after(171), records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]
    assert judged("pain-unimproved-1w", after(400), records).insufficient == ()


# ask-still-hurting


@pytest.mark.parametrize(("hours", "severity"), [(71, ""), (72, "info"), (119, "info"), (120, "")])
def test_it_asks_when_the_pain_would_pass_72_hours(hours, severity, level):
    assert level("ask-still-hurting", after(hours), course(4, 4, 4)) == severity


@pytest.mark.parametrize("score", [0, 2])
def test_the_next_entry_of_the_place_answers_it(score, level):
    answer = pain(after(80), score=score)

    assert level("ask-still-hurting", after(79), course(4, 4, 4), answer) == "info"
    assert level("ask-still-hurting", after(80), course(4, 4, 4), answer) == ""
    assert level("ask-still-hurting", after(80), course(4, 4, 4), answer.but(region="knee")) == "info"


def test_an_entry_of_0_is_not_asked_about(level):
    assert level("ask-still-hurting", after(72), course(4, 4), pain(after(60), score=0)) == ""


def test_it_asks_again_when_the_pain_would_pass_a_week_unless_it_got_better(flag, level):
    found = flag("ask-still-hurting", after(168), course(5, 5, 5, 5, 5, 5, 5)[:-1])

    assert (found.since, found.threshold.value) == (when(after(168)), 168)
    assert level("ask-still-hurting", after(168), course(5, 5, 5, 3, 3, 3)) == ""


def test_it_asks_36_hours_after_a_severe_entry(flag, level):
    severe = pain(after(0), score=8), pain(after(20), score=7)

    assert level("ask-still-hurting", after(55), severe) == ""
    assert flag("ask-still-hurting", after(56), severe).since == when(after(56))
    assert level("ask-still-hurting", after(56), severe, pain(after(56), score=7)) == ""
    assert (
        level("ask-still-hurting", after(110), [pain(after(24 * day), score=8) for day in range(4)]) == "info"
    )
    assert level("ask-still-hurting", after(133), [pain(after(24 * day), score=8) for day in range(5)]) == ""


def test_a_minor_pain_is_asked_about_once_in_28_days(level):
    first = pain("2026-11-02 18:00", score=3), pain("2026-11-04 18:00", score=3)
    second = pain("2026-11-12 18:00", score=3), pain("2026-11-14 18:00", score=3)

    assert level("ask-still-hurting", "2026-11-05 19:00", first, second) == "info"
    assert level("ask-still-hurting", "2026-11-15 19:00", first, second) == ""
    assert level("ask-still-hurting", "2026-11-15 19:00", second) == "info"
    sharp = [entry.but(qualities=["sharp"]) for entry in second]
    assert level("ask-still-hurting", "2026-11-15 19:00", first, sharp) == "info"


# What all three leave alone


@pytest.mark.parametrize("rule", ["pain-past-72h", "pain-unimproved-1w", "ask-still-hurting"])
@pytest.mark.parametrize(
    "records",
    [[], [pain(after(0), score=9)], course(0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ids=["empty", "one", "zeros"],
)
def test_an_empty_journal_a_single_entry_and_zeros_say_nothing(rule, records, judged):
    said = judged(rule, after(1), records)

    assert (said.flags, said.insufficient) == ((), ())
