"""Text that is not meant well, and terminals that are not large: nothing breaks, nothing runs, nothing is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest
from textual.widgets import Input

from journal.records import Drink, OwnExercise, Pain, Record, Set, Workout
from journal.storage import Change
from journal.tui.messages import EditAsked
from journal.tui.pages import PAGES
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
    f"{'long ' * 2000}end",
)
SIZES = ((80, 24), (120, 40))


@pytest.fixture
def filled(store, now):
    """Every place that a writer's own text can stand in, with every one of these texts."""
    records: list[Record] = []
    for place, text in enumerate(HOSTILE):
        at = now - timedelta(minutes=10 * place)
        workout = Workout(id=uuid4(), started_at=at, kind="other", title=text, note=text)
        squat = Set(workout_id=workout.id, position=1, exercise=f"own-{place}", reps=5, note=text)
        records += [
            OwnExercise(slug=f"own-{place}", name=text),
            *(workout, squat),
            Pain(
                id=uuid4(), at=at, region="lower-back", score=8, qualities=("sharp",), sudden=True, note=text
            ),
            Drink(id=uuid4(), at=at, volume_ml=300, drink=text, note=text),
        ]
    store.change([Change(None, one) for one in records], now=now, verb="log")


def strips(page):
    """The rows of the screen as they go to the terminal."""
    return page.screen._compositor.render_strips(page.app.size)


def nothing_ran(page) -> bool:
    """The program is there, no escape sequence of a text is on the screen, and every row is as wide as the screen."""
    assert page.app.return_code is None
    assert not {"\x1b", "\u202e", "\x00", "\x9b"} & set(page.text())
    return all(strip.cell_length == page.app.size.width for strip in strips(page))


@pytest.mark.parametrize("name", ["today", *PAGES])
async def test_every_page_shows_it_as_it_is_at_both_sizes(filled, running, name):
    async with running(size=SIZES[0]) as page:
        await page.go(name)
        assert nothing_ran(page)
        for keys in (["tab"], ["down", "down"], ["enter"], ["escape"], ["v"]):
            await page.press(*keys)
            assert nothing_ran(page)
        await page.pilot.resize_terminal(*SIZES[1])
        await page.settle()
        assert nothing_ran(page)


@pytest.mark.parametrize("size", SIZES)
async def test_the_flag_shows_it_as_it_is(filled, running, size):
    async with running(size=size) as page:
        page.screen.query_one("#flags").focus()
        await page.press("down", "enter")
        assert isinstance(page.screen, FlagScreen)
        assert nothing_ran(page)
        await page.press("escape", "u")
        assert nothing_ran(page)


async def test_such_entries_open_for_editing(filled, running):
    async with running() as page:
        for line in page.screen.view.lines[::4]:
            page.screen.query_one("#day").post_message(EditAsked(line))
            await page.meanwhile()
            assert page.screen.query_one(Input).value or "quick entry" in page.words("#said"), line.words
            page.screen.query_one("#bar").action_leave()


async def test_it_can_be_typed(store, running):
    async with running() as page:
        await page.press("colon")
        for place, text in enumerate(HOSTILE, 1):
            await page.enter(f"pain knee left 2 dull // {text}")
            assert len(store.rows(Pain)) == place
            await page.enter(text)
            assert len(store.rows(Pain)) == place
        await page.press("up", "tab", "escape")


async def test_a_note_with_line_breaks_can_be_edited_and_keeps_them(store, now, running):
    pain = Pain(id=uuid4(), at=now, region="knee", side="left", score=2, note="first\n\nsecond  row")
    store.record([pain], now=now)
    async with running() as page:
        await page.press("e")
        line = page.screen.query_one(Input)
        assert line.value.endswith("// first second row")
        await page.enter(line.value.replace(" 2 ", " 3 "))
        assert store.rows(Pain) == [pain.but(score=3)]


async def test_wide_characters_keep_the_column_of_the_clock(store, now, running):
    store.record([Drink(id=uuid4(), at=now, volume_ml=300, drink="麦茶" * 40)], now=now)
    async with running() as page:
        rows = [row for row in page.text().splitlines() if "麦" in row]
        assert [row[:8] for row in rows] == [" 18:30  ", "        ", "        "]
        assert all(row[8] in "麦茶" for row in rows)


@pytest.mark.parametrize("name", ["today", *PAGES])
async def test_a_small_terminal_and_back(store, write, running, name):
    write(
        "2026-11-18 17:00 squat 3x5 90kg",
        "2026-11-24 08:00 sleep 7:30 weight 80kg",
        *("07:10 pain lower back left 6 sharp during", "08:00 water 300"),
        "16:05 squat 2x5 100kg; bench 2x8 60",
    )
    async with running(size=(120, 40)) as page:
        await page.go(name)
        before = page.text()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        small = page.text()
        assert small.splitlines()[0].strip().startswith(page.screen.NAME or "Today")
        assert "❯" in small
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        assert page.text() == before


async def test_a_small_terminal_shows_what_counts_and_keeps_the_line_that_is_typed(store, write, running):
    write("07:10 pain lower back left 6 sharp during", "16:05 squat 2x5 100kg; bench 2x8 60")
    async with running(size=(120, 40)) as page:
        await page.press("colon")
        await page.type("pain left kne")
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        assert "Today" in page.text()
        assert "Leave out" in page.text()
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        assert page.screen.query_one("#line").value == "pain left kne"
        assert page.screen.query_one("#bar").is_open
