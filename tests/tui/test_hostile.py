"""Text that is not meant well, and terminals that are not large: nothing breaks, nothing runs, nothing is lost."""

from uuid import uuid4

import pytest
from textual.widgets import Input

from journal.records import Drink, OwnExercise, Pain, Session, Set, Workout
from journal.tui.screens.flag import FlagScreen

HOSTILE = (
    "[/]",
    "done [/b] x",
    "[@click=app.quit]leave[/]",
    "[not a style]x",
    "[red",
    "a\\",
    "$accent $x {y} %s",
    "日本語のメモ 👩‍👩‍👧 é́́",
    "\x1b[31mred\x1b[0m\u202e\u0000",
    "long " * 2000,
)
SIZES = ((80, 24), (120, 40))


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:24])
def text(request) -> str:
    """One hostile text."""
    return request.param


@pytest.fixture
def filled(store, now, text):
    """Every place that a writer's own text can stand in."""
    workout = Workout(id=uuid4(), started_at=now, kind="strength", title=text, note=text)
    sets = [Set(workout_id=workout.id, position=1, exercise="own-one", reps=5)]
    store.record(
        [
            OwnExercise(slug="own-one", name=text.strip()),
            Pain(
                id=uuid4(),
                at=now,
                region="lower-back",
                side="left",
                score=8,
                qualities=("stabbing",),
                sudden=True,
                note=text,
            ),
            Drink(id=uuid4(), at=now, volume_ml=300, drink=text, note=text),
            Session(workout, tuple(sets)),
        ],
        now=now,
    )


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_the_flag_and_the_edit_show_it_as_it_is(filled, running, size, text):
    async with running(size=size) as page:
        assert "\x1b" not in page.text()
        await page.press("home", "down", "e")
        assert page.screen.query_one(Input).value != ""
        await page.press("escape", "tab", "down", "enter")
        assert isinstance(page.screen, FlagScreen)
        assert "\x1b" not in page.text()
        await page.press("escape", "u")
        assert page.app.return_code is None


async def test_it_can_be_typed(store, running, text):
    async with running() as page:
        await page.press("colon")
        await page.enter(f"pain knee left 2 dull // {text}")
        assert len(store.rows(Pain)) == 1
        await page.enter(text)
        assert len(store.rows(Pain)) == 1
        await page.press("up", "tab", "escape")


async def test_wide_characters_keep_the_column_of_the_clock(store, now, running):
    store.record([Drink(id=uuid4(), at=now, volume_ml=300, drink="麦茶" * 40)], now=now)
    async with running() as page:
        rows = [row for row in page.text().splitlines() if "麦" in row]
        assert [row[:8] for row in rows] == [" 18:30  ", "        ", "        "]
        assert all(row[8] in "麦茶" for row in rows)


async def test_a_small_terminal_and_back(store, write, running):
    write(
        "07:10 pain lower back left 6 sharp during", "08:00 water 300", "16:05 squat 2x5 100kg; bench 2x8 60"
    )
    async with running(size=(120, 40)) as page:
        before = page.text()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        small = page.text()
        assert "Today" in small
        assert "Leave out" in small
        await page.press("question_mark", "escape", "tab", "down", "enter", "escape", "colon", "x", "escape")
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        page.screen.query_one("#day").focus()
        await page.settle()
        assert page.text() == before
