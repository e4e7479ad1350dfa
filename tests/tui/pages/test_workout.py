"""The page of a workout: what is typed stands in the store, in few keys."""

from datetime import timedelta

import pytest


@pytest.fixture
def before(write, now) -> None:
    """A workout of a week ago."""
    write("squat 2x5 100kg @8; bench 2x8 60; row 3x10 50", at=now - timedelta(days=7))


async def test_the_last_workout_again_with_one_weight_changed_takes_at_most_twelve_keys(before, running, store, now):
    keys = ("full_stop", "down", "1", "0", "5", "enter", "ctrl+s", "8", "enter", "5", "5", "enter")
    assert len(keys) <= 12
    async with running() as page:
        await page.press(*keys)
        workout, sets = (one := store.sessions()[-1]).workout, one.sets
        assert (workout.session_rpe, workout.duration_min, workout.started_at.date()) == (8, 55, now.date())
        assert [(one.exercise, one.reps, one.weight_kg) for one in sets] == [
            ("squat", 5, 100),
            ("squat", 5, 105),
            ("bench-press", 8, 60),
            ("bench-press", 8, 60),
            *[("barbell-row", 10, 50)] * 3,
        ]
        await page.press("u")
        assert len(store.sessions()) == 1
