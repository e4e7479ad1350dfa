"""How the page of a workout looks: pictures that were looked at before they were kept."""

from datetime import timedelta

import pytest
from textual.widgets import Input

from journal.tui.app import JournalApp

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def trained(write, now) -> None:
    """Two weeks of squats, with a warm-up, and a plank."""
    for days in (14, 7):
        write(
            "squat 1x5 60kg warmup; squat 3x5 100kg; bench 3x8 62.5; plank 2x45s; pull up 2x8",
            at=now - timedelta(days=days),
        )
    write("run 8km 45:00 @5", at=now - timedelta(days=4))


@pytest.fixture
def seen(snap_compare, url, now, watch):
    """Compare the page, with these keys pressed on the day's page, with its picture, once the rules have answered."""

    def compare(size, *keys, theme=""):
        app = JournalApp(url, as_of=lambda: now, theme=theme)

        async def go(pilot) -> None:
            page = watch(app, pilot)
            await page.opened()
            await page.press(*keys)
            await page.until(lambda: not app.page.waiting)
            for field in app.screen.query(Input):
                field.cursor_blink = False

        return snap_compare(app, terminal_size=size, run_before=go)

    return compare


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
def test_a_strength_workout_with_a_jump(trained, seen, size):
    assert seen(size, "w", "down", "enter", *["enter"] * 2, *"130", "enter", "enter")


def test_a_new_workout(trained, seen):
    assert seen((80, 24), "w")


def test_a_name_that_is_typed(trained, seen):
    assert seen((120, 40), "w", *"dumb", theme="journal-light")


def test_a_run_and_the_questions_of_saving(trained, seen):
    assert seen((80, 24), "full_stop", "4", "6", "colon", "1", "0", "enter", "ctrl+s", "6", "enter")


def test_a_weight_that_is_none(trained, seen):
    assert seen((80, 24), "w", "down", "enter", *"1oo", "enter")


def test_templates(trained, seen):
    assert seen((80, 24), "full_stop", "m", *"Morning", "enter", "m")
