"""A week beside the week before: the growth, how much it matters, and what is not known."""

from datetime import date, timedelta

import pytest
from journals import CATALOGUE, checkin, when, workout

from journal.analysis.frames import Frames
from journal.analysis.training.load import Metric
from journal.analysis.training.week_change import week_changes

MONDAY = date(2026, 8, 3)


def day_of(number):
    return MONDAY + timedelta(days=number)


def session(number, minutes, rpe=5):
    return workout(f"{day_of(number)} 18:00", ("squat", 3, 5, 100), minutes=minutes, rpe=rpe)


def changes(weeks, *, last=6, extra=()):
    """The changes of the last of these weeks; each week has one session of so many minutes on its Monday."""
    days = [checkin(str(day_of(day)), stress=1) for day in range(7 * len(weeks))]
    made = [one for week, minutes in enumerate(weeks) if minutes for one in session(7 * week, minutes)]
    day = day_of(7 * len(weeks) - 7 + last)
    frames = Frames.of([*days, *made, *extra], CATALOGUE)
    (found,) = week_changes(frames, [(day.toordinal(), int(when(f"{day} 23:00").timestamp()))])
    return {change.metric: change for change in found}


@pytest.mark.parametrize(
    ("minutes", "level"),
    [
        (100, None),
        (110, None),
        (111, "info"),
        (130, "info"),
        (131, "caution"),
        (200, "caution"),
        (201, "warning"),
    ],
)
def test_growth_is_a_line_from_10_percent_on_and_more_from_30(minutes, level):
    assert changes([100] * 8 + [minutes])[Metric.MINUTES].level == level


def test_a_change_tells_both_sums_and_the_growth():
    change = changes([100] * 8 + [115])[Metric.LOAD]

    assert (change.now, change.before, change.share) == (575, 500, pytest.approx(0.15))
    assert str(change) == (
        "Load of the 7 days to Sun 4 Oct (effort x minutes): 575, after 500 in the 7 days before (+15 %)"
    )


def test_less_is_a_change_too_and_no_matter():
    change = changes([100] * 8 + [50])[Metric.MINUTES]

    assert (change.share, change.level, str(change)[-6:]) == (-0.5, None, "(-50 %)"[-6:])


def test_a_metric_that_is_not_recorded_is_not_asked_for():
    running = changes([100] * 9)[Metric.RUNNING_KM]

    assert (running.share, running.missing) == (None, "")


def test_a_first_week_misses_nothing():
    day = day_of(0)
    frames = Frames.of(session(0, 60), CATALOGUE)

    (found,) = week_changes(frames, [(day.toordinal(), int(when(f"{day} 23:00").timestamp()))])

    assert {(change.share, change.missing) for change in found} == {(None, "")}


def test_an_empty_week_before_a_covered_one_is_nothing_to_compare_with():
    change = changes([100] * 4 + [0, 100])[Metric.MINUTES]

    assert (change.share, change.missing) == (None, "training in the 7 days to Sun 6 Sep to compare with")


@pytest.mark.parametrize(
    ("when_", "metrics"),
    [(49, {Metric.LOAD}), (56, set())],
    ids=["the week before", "one date of this week"],
)
def test_an_unknown_session_makes_the_week_before_unknown(when_, metrics):
    found = changes([100] * 9, extra=session(when_ + 2, 60, rpe=None))

    assert {metric for metric, change in found.items() if change.missing} == metrics


def test_it_knows_only_what_was_written_by_then():
    later = session(8 * 7 + 6, 100)
    late = [checkin(str(day_of(8 * 7 + 1)), at=when("2026-12-01 12:00"), body_weight_kg=80)]

    assert changes([100] * 9, last=5, extra=[*later, *late])[Metric.MINUTES].share == 0
    assert changes([100] * 9, extra=later)[Metric.MINUTES].share == 1


def test_no_points_no_answers():
    assert week_changes(Frames.of([], CATALOGUE), []) == []
