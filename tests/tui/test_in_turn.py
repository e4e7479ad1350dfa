"""Keys are taken one after the other, however fast they come."""

from math import inf

from journal.records import Condition, Drink
from journal.tui import in_turn


async def burst(page, *keys: str) -> None:
    """All keys at once, without waiting for what they set off."""
    page.send(*keys)
    await page.settle()


async def test_a_workout_that_is_typed_ahead_is_the_one_that_was_meant(store, write, running):
    write("2026-11-20 17:00 squat 3x5 100kg; bench 3x8 60")
    async with running() as page:
        await burst(
            page,
            "full_stop",
            "down",
            *"102",
            "full_stop",
            "5",
            "enter",
            "ctrl+s",
            "8",
            "enter",
            *"55",
            "enter",
        )
        await page.until(lambda: len(store.sessions()) == 2)
        session = store.sessions()[-1]
        assert [one.weight_kg for one in session.sets] == [100, 102.5, 100, 60, 60, 60]
        assert (session.workout.session_rpe, session.workout.duration_min) == (8, 55)


async def test_lines_typed_ahead_are_recorded_in_their_order(store, running):
    async with running() as page:
        await burst(
            page,
            "colon",
            *"water",
            "space",
            *"300",
            "enter",
            *"water",
            "space",
            *"500",
            "enter",
            "escape",
            "h",
        )
        await page.until(lambda: len(store.rows(Drink)) == 3)
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [250, 300, 500]


async def test_a_page_that_closes_under_a_key_does_not_hold_up_the_next(store, running):
    async with running() as page:
        await burst(page, "question_mark", "escape", "c", "escape", "escape", "h")
        await page.until(lambda: store.rows(Drink))
        assert page.words("#title").strip().startswith("Today")


async def test_a_key_with_which_its_field_goes_lets_the_next_one_through(store, running, monkeypatch):
    monkeypatch.setattr(in_turn, "_LONGEST_SECONDS", inf)
    async with running() as page:
        await page.go("settings", section="conditions")
        await page.press("enter", "down", "enter", *["enter"] * 3, "escape", "escape", "h")
        assert len(store.rows(Condition)) == 1
        assert [one.volume_ml for one in store.rows(Drink)] == [250]
