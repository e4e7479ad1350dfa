"""A pain that climbs or spreads within a workout, or gets worse from day to day."""

import pytest
from journals import pain, when, workout

# pain-during-stop: the workout goes from 18:00 to 19:00

TRAINING = workout("2026-11-20 18:00", ("squat", 3, 5, 100), minutes=60)


def at(time, score, **more):
    """An entry of the evening of the workout."""
    return pain(f"2026-11-20 {time}", score=score, **more)


@pytest.fixture
def stop(level):
    def told(*entries, training=TRAINING):
        return level("pain-during-stop", "2026-11-20 22:00", training, entries)

    return told


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [(2, 4, "warning"), (3, 4, ""), (2, 3, ""), (5, 7, "warning"), (0, 4, "warning"), (6, 4, "")],
)
def test_a_rise_by_two_points_within_a_workout_is_a_reason_to_stop(before, after, severity, stop):
    assert stop(at("18:10", before), at("18:40", after)) == severity


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({}, ""),
        ({"qualities": ["dull"]}, ""),
        ({"qualities": ["stiff", "cramp"]}, ""),
        ({"qualities": ["sharp"]}, "caution"),
        ({"qualities": ["dull", "burning"]}, "caution"),
        ({"radiates_to": "thigh"}, "caution"),
        ({"radiates_to": "none"}, ""),
    ],
)
def test_up_to_3_only_what_is_not_dull_counts_and_less(more, severity, stop):
    assert stop(at("18:10", 1), at("18:40", 3, **more)) == severity


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("none", "buttock", "warning"),
        ("none", "foot", "warning"),
        ("none", "none", ""),
        (None, "thigh", ""),
        ("thigh", "foot", ""),
    ],
)
def test_what_begins_to_run_down_the_leg_is_one_too(first, second, severity, stop):
    assert stop(at("18:10", 4, radiates_to=first), at("18:40", 4, radiates_to=second)) == severity


def test_a_mild_pain_that_begins_to_radiate_is_a_caution(stop):
    assert stop(at("18:10", 2, radiates_to="none"), at("18:40", 2, radiates_to="thigh")) == "caution"


@pytest.mark.parametrize(
    ("times", "severity"),
    [
        (("18:00", "19:00"), "warning"),
        (("17:59", "18:30"), ""),
        (("18:30", "19:01"), ""),
        (("18:30", "18:30"), ""),
    ],
)
def test_both_entries_lie_in_the_workout_ends_included(times, severity, stop):
    assert stop(at(times[0], 2), at(times[1], 5)) == severity


def test_what_is_said_to_have_been_felt_during_the_workout_may_be_written_later_that_day(stop):
    assert stop(at("20:00", 2, context="during"), at("20:01", 5, context="during")) == "warning"
    assert stop(at("20:00", 2), at("20:01", 5, context="during")) == ""
    named = {"workout_id": TRAINING[0].id}
    late = pain("2026-11-21 00:30", score=5, context="during", **named)
    assert stop(at("18:30", 2), late) == ""


def test_two_workouts_of_a_day_are_two(stop):
    both = [*TRAINING, *workout("2026-11-20 20:00", ("bench-press", 3, 5, 60))]

    assert stop(at("18:30", 2), at("20:30", 5), training=both) == ""


def test_the_lowest_entry_before_is_the_one_to_compare_with(flag):
    found = flag(
        "pain-during-stop",
        "2026-11-20 19:00",
        TRAINING,
        [at("18:05", 3), at("18:20", 2), at("18:30", 3), at("18:50", 5)],
    )

    assert found.message == "Lower back pain rose from 2 to 5 of 10 within the workout of Fri 20 Nov, 18:00."
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (3, "NRS", ">=", 2)
    assert (found.since, found.act) == (when("2026-11-20 18:50"), "this-week")
    assert [one.table for one in found.evidence] == ["pain", "pain", "workouts"]


def test_it_says_where_the_pain_spread_to(flag):
    spread = at("18:10", 4, radiates_to="none"), at("18:40", 4, radiates_to="below-knee")

    assert flag("pain-during-stop", "2026-11-20 19:00", TRAINING, spread).message == (
        "Lower back pain began to spread (below knee) within the workout of Fri 20 Nov, 18:00."
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Fri 20 Nov, 18:00 (end assumed)."),
        ({"context": "during"}, "Fri 20 Nov, 18:00."),
    ],
)
def test_it_says_that_the_end_of_the_workout_is_assumed_where_the_clock_tells(more, words, flag):
    training = workout("2026-11-20 18:00", ("squat", 3, 5, 100), minutes=None)
    entries = at("18:10", 2, **more), at("18:50", 5, **more)

    found = flag("pain-during-stop", "2026-11-20 20:00", training, entries)

    assert found.message == f"Lower back pain rose from 2 to 5 of 10 within the workout of {words}"


def test_it_ends_with_the_date(level):
    entries = at("18:10", 2), at("18:40", 5)

    assert level("pain-during-stop", "2026-11-20 23:59", TRAINING, entries) == "warning"
    assert level("pain-during-stop", "2026-11-21 00:00", TRAINING, entries) == ""


def test_it_gets_worse_within_the_workout_and_the_next_workout_raises_its_own(judged):
    entries = at("18:10", 1), at("18:20", 3, qualities=["sharp"]), at("18:30", 6)
    again = workout("2026-11-21 18:00", ("squat", 3, 5, 100))
    more = pain("2026-11-21 18:10", score=2), pain("2026-11-21 18:40", score=4)

    said = judged("pain-during-stop", "2026-11-22 18:00", TRAINING, again, entries, more, past=True).flags

    assert [(one.severity, one.since.hour, one.since.minute) for one in said] == [
        ("warning", 18, 40),
        ("warning", 18, 30),
        ("caution", 18, 20),
    ]


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([*TRAINING, at("18:10", 2), at("12:00", 5, time_known=False)], "the time of the pain entry"),
        (
            [
                *workout("2026-11-20 12:00", ("squat", 3, 5, 100), time_known=False),
                at("18:10", 2),
                at("18:40", 5),
            ],
            "the time of the workout",
        ),
    ],
)
def test_without_the_time_of_one_of_them_it_cannot_be_said(records, missing, judged):
    said = judged("pain-during-stop", "2026-11-20 22:00", records)

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [(missing,)]
    assert judged("pain-during-stop", "2026-11-21 00:00", records).insufficient == ()


def test_entries_without_a_time_that_would_be_no_climb_are_not_missed(judged):
    apart = [*TRAINING, at("18:10", 2), at("12:00", 3, time_known=False)]
    timeless = workout("2026-11-20 12:00", ("squat", 3, 5, 100), time_known=False)
    hours_apart = [*timeless, at("08:00", 2), at("20:00", 5)]

    for records in (apart, hours_apart, [*timeless, at("18:10", 5), at("18:40", 2)]):
        assert judged("pain-during-stop", "2026-11-20 22:00", records).insufficient == ()


# pain-worsening


def daily(*scores, first=2, time="18:00", **more):
    """An entry on each date from 2 November on; None leaves a date out."""
    return [
        pain(f"2026-11-{first + day:02} {time}", score=score, **more)
        for day, score in enumerate(scores)
        if score is not None
    ]


@pytest.mark.parametrize(
    ("scores", "severity"),
    [
        ((2, 3, 4), "warning"),
        ((3, 4, 5), "warning"),
        ((1, 2, 3), ""),
        ((3, 4), ""),
        ((3, 3, 5), "warning"),
        ((4, 4, 5), ""),
        ((2, None, 4, None, 6), "warning"),
        ((2, None, 3, None, 5), ""),
        ((3, 4, 4, 5, 7), "warning"),
        ((2, 2, 2, 2, 6), ""),
        ((5, 4, 3), ""),
    ],
)
def test_a_pain_that_goes_up_by_one_a_day_is_getting_worse(scores, severity, level):
    at_last = f"2026-11-{1 + len(scores):02} 19:00"

    assert level("pain-worsening", at_last, daily(*scores)) == severity


def test_the_worst_of_each_date_counts_and_zeros_do(level):
    calmed = pain("2026-11-04 20:00", score=1)

    assert level("pain-worsening", "2026-11-04 21:00", daily(2, 3, 4), calmed) == "warning"
    assert level("pain-worsening", "2026-11-05 21:00", daily(2, 4, 0, 4)) == ""


def test_only_the_last_five_dates_count(level):
    assert level("pain-worsening", "2026-11-07 19:00", daily(2, None, None, 4, None, 6)) == ""
    assert level("pain-worsening", "2026-11-06 19:00", daily(2, None, 4, None, 6)) == "warning"


def test_it_says_how_it_went(flag):
    found = flag("pain-worsening", "2026-11-04 19:00", daily(2, 3, 5))

    assert found.message == (
        "Lower back pain is getting worse, not better: at worst 2 (Mon 2 Nov), 3 (Tue 3 Nov), 5 (Wed 4 Nov)."
    )
    assert (found.value, found.unit, found.threshold.op, found.threshold.value) == (1.5, "NRS/d", ">=", 1)
    assert (found.details, len(found.evidence), found.act) == ({"first": 2, "last": 5}, 3, "this-week")


def test_it_ends_when_the_slope_is_less_or_with_the_episode(level):
    assert level("pain-worsening", "2026-11-05 18:00", daily(2, 3, 5, 5)) == "warning"
    assert level("pain-worsening", "2026-11-06 18:00", daily(2, 3, 5, 5, 4)) == ""
    assert level("pain-worsening", "2026-11-07 17:59", daily(2, 3, 5)) == "warning"
    assert level("pain-worsening", "2026-11-07 18:00", daily(2, 3, 5)) == ""


LEGS = workout("2026-11-02 07:00", ("squat", 3, 8, 100), minutes=60)


@pytest.mark.parametrize(
    ("last", "more", "severity"),
    [
        ("2026-11-04 16:00", {}, ""),
        ("2026-11-04 16:01", {}, "warning"),
        ("2026-11-04 16:00", {"qualities": ["burning"]}, "warning"),
    ],
)
def test_what_may_be_soreness_on_its_way_up_is_left_alone_for_56_hours(last, more, severity, level):
    records = *daily(2, 3, **more), pain(last, score=5, **more)

    assert level("pain-worsening", "2026-11-04 17:00", LEGS, records) == severity


def test_a_workout_without_a_time_leaves_open_whether_it_may_be_soreness(judged):
    timeless = workout("2026-11-02 12:00", ("squat", 3, 8, 100), time_known=False)

    said = judged("pain-worsening", "2026-11-04 20:00", timeless, daily(2, 3, 5))

    assert said.flags == ()
    assert [one.missing for one in said.insufficient] == [("the time of the workout",)]


def test_dates_are_those_of_the_writers_clock(level):
    east = [pain(f"2026-11-{day:02} 01:00+09:00", score=score) for day, score in ((2, 2), (3, 3), (4, 4))]
    one_evening = [pain(f"2026-11-02 {hour}:00", score=score) for hour, score in ((18, 2), (20, 3), (22, 5))]

    assert level("pain-worsening", "2026-11-04 01:00+09:00", east) == "warning"
    assert level("pain-worsening", "2026-11-03 01:00", one_evening) == ""


@pytest.mark.parametrize("rule", ["pain-during-stop", "pain-worsening"])
@pytest.mark.parametrize(
    "records",
    [[], daily(5), daily(0, 0, 0, 0), TRAINING],
    ids=["empty", "one", "zeros", "a workout"],
)
def test_nothing_single_entries_and_zeros_say_nothing(rule, records, judged):
    said = judged(rule, "2026-11-20 19:00", records)

    assert (said.flags, said.insufficient) == ((), ())
