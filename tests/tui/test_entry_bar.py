"""The line at the bottom: what it understands while one types, what Enter and Esc do, completion, recall."""

import pytest
from textual.events import Paste
from textual.widgets import Input

from journal.records import Drink, Pain, Workout
from journal.storage import open_store
from journal.tui.widgets.choices import Choices
from journal.tui.widgets.entry_bar import EntryBar


@pytest.mark.parametrize("key", ["colon", "i"])
async def test_a_key_opens_the_bar_and_esc_leaves_it(store, running, key):
    async with running() as page:
        await page.press(key, "x")
        assert page.screen.query_one(EntryBar).is_open
        await page.press("escape")
        assert page.screen.focused.id == "day"
        assert page.screen.query_one(Input).value == ""


async def test_a_click_opens_the_bar(store, running):
    async with running() as page:
        await page.pilot.click("#line")
        assert page.screen.query_one(EntryBar).is_open


async def test_the_empty_bar_names_the_key_that_opens_it_from_where_the_focus_is(store, running):
    def invited() -> str:
        return page.screen.query_one("#line", Input).placeholder

    async with running() as page:
        assert invited() == "press : and write, for example  squat 2x5 100kg @8"
        await page.press("colon")
        assert invited() == "for example  squat 2x5 100kg @8"
        await page.press("escape")
        assert invited().startswith("press :")
        await page.press("d")
        assert isinstance(page.screen.focused, Input)
        assert invited().startswith("press F2 and write")
        await page.press("f2", *"water 300", "enter")
        assert store.rows(Drink)[0].volume_ml == 300


async def test_where_letters_choose_an_answer_the_keys_name_the_other_way_into_the_bar(store, running):
    async with running() as page:
        await page.press("c", "1")
        page.screen.query_one("WordsAnswer").focus()
        await page.settle()
        assert "F2 log" in page.words("#keys")


async def test_what_is_understood_is_said_while_it_is_typed(store, running):
    async with running() as page:
        await page.press("colon")
        await page.type("squat 2x5 100kg")
        assert page.words("#said") == "→ squat, 2 × 5 × 100 kg"
        assert store.sessions() == []


async def test_what_is_not_understood_is_said_with_what_could_stand_there(store, running):
    async with running() as page:
        await page.press("colon")
        page.screen.query_one(Input).value = "water 500; pain back 4"
        await page.settle()
        assert "→ water 500 ml" in page.words("#said")
        assert "lower back" in page.words("#said")


async def test_a_long_doubt_takes_one_row_while_it_is_typed_and_is_told_in_full_on_enter(store, running):
    async with running() as page:
        await page.press("colon")
        await page.type("pain knee left 4 nothing")
        said = page.words("#said")
        assert said.startswith("… 'nothing' is not understood after 'pain knee left 4': here could stand")
        assert said.endswith("…")
        assert page.screen.query_one("#said").size.height == 1
        await page.press("enter")
        assert page.words("#said").startswith("! 'nothing' is not understood")
        assert "since 17:40" in page.words("#said")


async def test_enter_records_and_leaves_the_bar_open_and_empty(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("water 300")
        assert [one.volume_ml for one in store.rows(Drink)] == [300]
        assert page.words("#said") == "✓ water 300 ml"
        assert page.screen.query_one(EntryBar).is_open
        assert page.screen.query_one(Input).value == ""
        assert "water 300 ml" in page.text()


async def test_a_refused_line_stays_and_nothing_is_written(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("water 300; squat 100x5")
        assert store.rows(Drink) == []
        assert store.rows(Workout) == []
        assert "! " in page.words("#said")
        assert page.screen.query_one(Input).value == "water 300; squat 100x5"


async def test_what_the_journal_refuses_comes_back_into_the_bar(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("session 55min @7")
        assert page.screen.query_one(Input).value == "session 55min @7"
        assert "! there is no workout on 2026-11-25" in page.words("#said")


async def test_several_entries_of_one_line_are_one_step(store, running, now):
    async with running() as page:
        await page.press("colon")
        await page.enter("water 300; pain knee left 3 dull; 12:00 coffee 200")
        assert [one.volume_ml for one in store.rows(Drink)] == [200, 300]
        assert store.rows(Pain)[0].score == 3
        store.undo(now=now)
        assert store.rows(Drink) == []


async def test_lines_join_a_workout_and_the_answer_says_so(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("squat 2x5 100kg")
        await page.enter("bench 2x8 60")
        assert len(store.sessions()) == 1
        assert "added to the workout" in page.words("#said")


async def test_tab_takes_the_completions_one_after_the_other(store, running):
    async with running() as page:
        await page.press("colon")
        await page.type("squa")
        assert "squat" in page.words("#choices")
        await page.press("tab")
        first = page.screen.query_one(Input).value
        await page.press("tab")
        assert first.startswith("squa")
        assert page.screen.query_one(Input).value != first
        await page.press("shift+tab")
        assert page.screen.query_one(Input).value == first
        assert page.screen.query_one(EntryBar).is_open


async def test_the_right_arrow_takes_the_completion_behind_the_cursor(store, running):
    async with running() as page:
        await page.press("colon")
        await page.type("pain low")
        await page.press("right")
        assert page.screen.query_one(Input).value == "pain lower back"


async def test_a_click_takes_a_completion(store, running):
    async with running() as page:
        await page.press("colon")
        await page.type("pain lower")
        await page.pilot.click(Choices, offset=(6, 0))
        assert page.screen.query_one(Input).value == "pain lower back"
        assert page.screen.query_one(EntryBar).is_open


async def test_up_brings_back_earlier_lines_and_down_what_was_being_typed(store, running):
    async with running() as page:
        await page.press("colon")
        await page.enter("water 300")
        await page.enter("coffee 200")
        await page.press(*"te", "up")
        assert page.screen.query_one(Input).value == "coffee 200"
        await page.press("up")
        assert page.screen.query_one(Input).value == "water 300"
        await page.press("up", "down", "down")
        assert page.screen.query_one(Input).value == "te"


async def test_ten_thousand_characters_are_read_on_enter_only(store, running):
    line = f"pain knee left 3 dull // {'long ' * 2000}"
    async with running() as page:
        await page.press("colon")
        page.screen.query_one(Input).value = line
        await page.settle()
        assert page.words("#said") == "A long line: it is read when you press Enter."
        await page.press("x", "enter")
        assert store.rows(Pain)[0].note == line.split("// ")[1].strip() + " x"


async def test_lines_entered_before_the_journal_is_open_are_kept_for_it(store, running):
    async with running() as page:
        bar = page.screen.query_one(EntryBar)
        bar.writer = None
        await page.press("colon")
        await page.enter("water 300")
        await page.enter("coffee 200")
        await page.press(*"te")
        page.screen.query_one(Input).value = ""
        assert store.rows(Drink) == []
        assert page.words("#said") == "The journal is being opened …"
        await page.press(*"te")
        bar.writer = page.screen.writer
        await page.settle()
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [200, 300]
        assert page.screen.query_one(Input).value == "te"


async def test_a_doubt_in_an_early_line_comes_back_and_the_others_wait(store, running):
    async with running() as page:
        bar = page.screen.query_one(EntryBar)
        bar.writer = None
        await page.press("colon")
        for line in ("water 300", "pain knee", "coffee 200"):
            await page.enter(line)
        await page.press(*"te")
        bar.writer = page.screen.writer
        await page.settle()
        assert [one.volume_ml for one in store.rows(Drink)] == [300]
        assert page.screen.query_one(Input).value == "pain knee"
        await page.enter("pain knee left 3")
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [200, 300]
        assert page.screen.query_one(Input).value == "te"


async def test_lines_that_come_faster_than_they_are_recorded_are_all_kept(store, running):
    async with running() as page:
        await page.press("colon")
        line = page.screen.query_one(Input)
        for place in range(1, 6):
            line.value = f"water {place}00"
            await line.action_submit()
        await page.settle()
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [100, 200, 300, 400, 500]


async def paste(page, text):
    """As a terminal hands over what was pasted."""
    page.screen.query_one(Input).post_message(Paste(text))
    await page.settle()


async def test_of_several_lines_that_are_pasted_each_is_recorded(store, running):
    async with running() as page:
        await page.press("colon")
        await paste(page, "water 300\r\n\r\nsquat 2x5 100kg\r\nbench 2x8 60")
        assert [one.volume_ml for one in store.rows(Drink)] == [300]
        assert [len(one.sets) for one in store.sessions()] == [4]
        assert page.screen.query_one(Input).value == ""
        await page.press("up", "up")
        assert page.screen.query_one(Input).value == "squat 2x5 100kg"


async def test_lines_behind_a_doubt_wait_until_it_is_settled(store, running):
    async with running() as page:
        await page.press("colon")
        await paste(page, "water 300\npain knee\nwater 200\nwater 100")
        assert page.screen.query_one(Input).value == "pain knee"
        assert "2 more wait for this line" in page.words("#said")
        await page.enter("pain knee left 3")
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [100, 200, 300]
        await paste(page, "pain knee\nwater 400")
        await page.press("escape", "colon")
        await page.enter("coffee 150")
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [100, 150, 200, 300]


async def test_one_line_that_is_pasted_goes_where_the_cursor_is(store, running):
    async with running() as page:
        await page.press("colon")
        page.screen.query_one(Input).value = "water  // cold"
        page.screen.query_one(Input).cursor_position = 6
        await paste(page, "3\x1b[31m00")
        assert page.screen.query_one(Input).value == "water 3[31m00 // cold"
        assert store.rows(Drink) == []


async def test_what_is_pasted_over_an_entry_that_is_edited_stays_one_line(store, write, running):
    write("water 300")
    async with running() as page:
        await page.press("e")
        page.screen.query_one(Input).value = ""
        await paste(page, "water 200\nwater 100")
        assert page.screen.query_one(Input).value == "water 200; water 100"
        await page.press("enter")
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [100, 200]


async def test_the_lines_of_another_day_are_brought_back_on_every_page(store, running):
    store.remember("coffee 200")
    async with running() as page:
        await page.press("colon")
        await page.enter("water 300")
        await page.press("escape", "T", "colon", "up", "up")
        assert page.screen.query_one(Input).value == "coffee 200"
        assert store.lines() == ["coffee 200", "water 300"]


async def test_the_lines_of_another_terminal_are_brought_back_too(store, running, url):
    async with running() as page:
        with open_store(url) as other:
            other.remember("coffee 200")
        await page.press("h", "colon", "up")
        assert page.screen.query_one(Input).value == "coffee 200"


@pytest.mark.parametrize(
    "line", ["pain knee 3 // [/] [@click=app.quit]x[/]", "pain knee 3 // \u4e2d\u6587 '; --"]
)
async def test_whatever_was_written_comes_back_as_it_was(store, running, line):
    async with running() as page:
        await page.press("colon")
        await page.enter(line)
        await page.press("escape", "colon", "up")
        assert page.screen.query_one(Input).value == line
        assert store.lines() == [line]


async def test_a_typed_line_costs_two_keys_and_each_further_one_only_enter(store, running):
    async with running() as page:
        keys = ["colon", *"water", "space", *"300", "enter", *"coffee", "space", *"200", "enter"]
        assert len(keys) == len("water 300") + 2 + len("coffee 200") + 1
        await page.press(*keys)
        assert sorted(one.volume_ml for one in store.rows(Drink)) == [200, 300]


@pytest.mark.parametrize("letter", ["x", "Ā"], ids=["completed", "doubted"])
async def test_the_first_letter_moves_nothing_above_the_open_bar(store, running, letter):
    async with running() as page:
        await page.press("colon")
        before = page.screen.query_one("#body").region
        await page.press(letter)
        assert page.words("#said") or page.screen.query_one("#choices").display
        assert page.screen.query_one("#body").region == before
