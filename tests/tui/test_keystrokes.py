"""What a day costs in keys, counted from the page of the day."""

import pytest

from journal.records import CheckIn, Drink, Pain, Set, Workout


async def pressed(page, *keys: str) -> int:
    """Press keys one by one; how many they were."""
    await page.press(*keys)
    return len(keys)


def spelled(line: str) -> list[str]:
    """The keys of a typed line."""
    names = {" ": "space", ".": "full_stop", ":": "colon", "@": "at"}
    return [names.get(one, one) for one in line]


async def test_a_glass_of_water_is_one_key(store, running):
    async with running() as page:
        assert await pressed(page, "h") == 1
        assert [one.volume_ml for one in store.rows(Drink)] == [250]


async def test_pain_in_a_recent_place_is_four_keys(store, write, running):
    write("2026-11-23 pain left knee 3")
    async with running() as page:
        assert await pressed(page, "p", "1", "4", "enter") == 4
        latest = store.rows(Pain)[-1]
        assert (latest.region, latest.side, latest.score) == ("knee", "left", 4)
        assert page.words("#title").strip().startswith("Today")


async def test_the_last_workout_with_one_weight_changed_is_at_most_twelve(store, write, running):
    write("2026-11-20 17:00 squat 3x5 100kg; bench 3x8 60", "2026-11-20 17:00 session 60min @7")
    async with running() as page:
        keys = ("full_stop", "down", "1", "0", "5", "enter", "ctrl+s", "8", "enter", "5", "5", "enter")
        assert await pressed(page, *keys) <= 12
        workout = store.rows(Workout)[-1]
        assert (workout.session_rpe, workout.duration_min) == (8, 55)
        sets = [one for one in store.rows(Set) if one.workout_id == workout.id]
        assert [one.weight_kg for one in sets if one.exercise == "squat"] == [100, 105, 100]
        assert [one.weight_kg for one in sets if one.exercise == "bench-press"] == [60, 60, 60]
        assert page.words("#title").strip().startswith("Today")


@pytest.mark.parametrize("line", ["water 300", "pain left knee 0", "squat 2x5 100kg @8"])
async def test_a_typed_line_costs_its_length_and_two(store, running, line):
    async with running() as page:
        assert await pressed(page, "colon", *spelled(line), "enter") == len(line) + 2
        assert not store.is_empty()
        assert len(page.screen.view.lines) == 1


async def test_a_further_line_costs_its_length_and_one(store, running):
    async with running() as page:
        await pressed(page, "colon", *spelled("water 300"), "enter")
        assert await pressed(page, *spelled("pain left knee 0"), "enter") == len("pain left knee 0") + 1
        assert len(page.screen.view.lines) == 2


async def test_the_morning_check_in_as_yesterday_is_at_most_eight(store, write, running, now):
    write("2026-11-24 08:00 sleep 7:30 quality 4 on side weight 80kg stress 3")
    morning = now.replace(hour=7, minute=30)
    async with running(clock=lambda: morning) as page:
        keys = ["d"]
        await page.press("d")
        while not page.words("#title").strip().startswith("Today"):
            await page.press("enter")
            keys.append("enter")
            assert len(keys) <= 8
        today = store.get(CheckIn, "2026-11-25")
        assert (today.sleep_h, today.sleep_quality, today.sleep_position) == (7.5, 4, "side")
        assert today.body_weight_kg == 80
