"""The page Search: words are looked for as they are typed, and what is found is opened where it belongs."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from textual.widgets import Input

from journal.records import Condition, Drink, Pain, Set, TemplateSet, Workout
from journal.storage import Change
from journal.tui.screens.exercises import ExercisesPage
from journal.tui.screens.search import SearchPage
from journal.tui.screens.today import TodayScreen
from journal.tui.screens.workout import WorkoutPage
from journal.tui.widgets.day_list import DayList
from journal.tui.widgets.results import ResultList

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def filled(write):
    write(
        "2026-11-18 8:00 pain knee left 4 // on the stairs, Rücken fine",
        "2026-11-18 9:00 pain hip right 2",
        "2026-11-18 18:00 squat 2x5 100kg; bench 1x5 60kg",
        "2026-11-19 8:00 ibuprofen 400",
        "2026-11-20 8:00 water 500 // after the run",
    )


async def look_for(page, text):
    """Type words into the page of search, and wait for what is found."""
    await page.press(*("space" if one == " " else one for one in text))
    await page.rest()


def found(page):
    results = page.screen.results
    return [one.words for one in (*results.named, *results.entries)]


async def test_words_are_looked_for_as_they_are_typed(filled, running):
    async with running() as page:
        await page.press("slash")
        assert isinstance(page.screen, SearchPage)
        assert page.screen.query_one("#sought").has_focus
        await look_for(page, "knee stai")
        assert found(page) == ["pain knee, left: 4 // on the stairs, Rücken fine"]
        assert "1 entry" in page.text()
        await look_for(page, "x")
        assert "Nothing has all of these words" in page.text()


async def test_letters_are_text_there_and_commands_in_the_results(filled, store, running):
    async with running() as page:
        await page.press("slash")
        await look_for(page, "hpwjk:.u")
        assert page.screen.query_one(Input).value == "hpwjk:.u"
        await page.press("down", "h")
    assert [one.volume_ml for one in store.rows(Drink)] == [500, 250]


async def test_enter_opens_the_day_with_the_entry_chosen(filled, running):
    async with running() as page:
        await page.press("slash")
        await look_for(page, "FINE rück")
        await page.press("enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)
        assert "knee" in page.screen.query_one(DayList).chosen.words


async def test_a_set_is_found_as_its_workout(filled, running):
    async with running() as page:
        await page.press("slash")
        await look_for(page, "bench")
        assert found(page)[1:] == ["bench press, 1 × 5 × 60 kg"]
        await page.press("down", "down", "enter")
        assert page.screen.day == date(2026, 11, 18)
        assert page.screen.query_one(DayList).chosen.key.startswith("workouts/")


async def test_an_exercise_opens_its_history(filled, running):
    async with running() as page:
        await page.press("slash")
        await look_for(page, "squat")
        assert found(page)[0] == "Squat: 1 workout, last Wed 18 Nov 2026"
        await page.press("enter")
        assert isinstance(page.screen, ExercisesPage)


async def test_a_template_opens_as_a_workout(store, now, running):
    template = TemplateSet(template="Legs", position=1, exercise="squat", reps=5)
    store.change([Change(None, template)], now=now, verb="log")
    async with running() as page:
        await page.press("slash")
        await look_for(page, "legs")
        await page.press("enter")
        assert isinstance(page.screen, WorkoutPage)


async def test_enter_right_behind_the_words_opens_what_they_mean(filled, running):
    async with running() as page:
        await page.press("slash")
        await page.press(*"ibuprofen", "enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 19)


async def test_up_from_the_first_result_goes_back_to_the_words_and_so_does_the_key(filled, running):
    async with running() as page:
        await page.press("slash", "down", "down")
        assert page.screen.query_one(ResultList).has_focus
        await page.press("up", "up")
        assert page.screen.query_one("#sought").has_focus
        await page.press("down", "slash")
        assert isinstance(page.screen, SearchPage)
        assert page.screen.query_one("#sought").has_focus


async def test_without_words_the_newest_notes_are_there(filled, running):
    async with running() as page:
        await page.press("slash")
        assert found(page) == [
            "water 500 ml // after the run",
            "pain knee, left: 4 // on the stairs, Rücken fine",
        ]
        assert "The newest notes" in page.text()
        assert "places" in page.words("#what")
        await page.press("enter")
        assert isinstance(page.screen, SearchPage)


async def test_a_journal_without_notes_says_how_to_write_one(store, running):
    async with running() as page:
        await page.press("slash")
        assert "No notes yet" in page.text()


async def test_it_can_be_opened_with_words(filled, running):
    async with running() as page:
        await page.go("search", text="hip")
        assert found(page) == ["pain hip, right: 2"]


async def test_what_is_written_meanwhile_is_found_too(filled, running):
    async with running() as page:
        await page.go("search", text="hip")
        await page.press("down", "colon")
        await page.enter("water 250 // hip")
        assert found(page) == ["water 250 ml // hip", "pain hip, right: 2"]


async def test_a_click_opens_a_result(filled, running):
    async with running() as page:
        await page.go("search", text="hip")
        await page.pilot.click(ResultList, offset=(20, 1))
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)


async def test_the_words_are_underlined_and_nothing_of_a_text_runs(store, now, running):
    notes = ["[@click=app.quit]squat[/]", "done [/b] squat", "$x squat {y}", "日本語 squat 👩‍👩‍👧"]
    pains = [
        Pain(id=uuid4(), at=now - timedelta(hours=place), region="knee", score=4, note=note)
        for place, note in enumerate(notes)
    ]
    store.change([Change(None, one) for one in pains], now=now, verb="log")
    async with running() as page:
        await page.go("search", text="squat")
        assert found(page) == [f"pain knee: 4 // {note}" for note in notes]
        strips = page.screen._compositor.render_strips(page.app.size)
        underlined = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold and "squat" in segment.text
        ]
        assert underlined == ["squat"] * 4
        assert all(strip.cell_length == 80 for strip in strips)
        await page.pilot.click(ResultList, offset=(36, 1))
        await page.settle()
        assert page.app.return_code is None


# How it looks.


@pytest.fixture
def history(store, now):
    """Half a year of a knee, with notes."""
    records = [
        Condition(condition="osteoporosis", note="knee X-ray in May"),
        TemplateSet(template="Knee day", position=1, exercise="leg-curl", reps=12),
        TemplateSet(template="Knee day", position=2, exercise="step-up", reps=8),
    ]
    notes = ("on the stairs", "", "after the long run", "stiff, but the stairs were fine", "")
    for week in range(24):
        at = now - timedelta(days=7 * week, hours=3)
        workout = Workout(id=uuid4(), started_at=at, kind="strength", title="Leg day")
        sets = [
            Set(workout_id=workout.id, position=1, exercise="squat", reps=5, weight_kg=100 - week),
            Set(workout_id=workout.id, position=2, exercise="leg-curl", reps=12, weight_kg=40),
        ]
        note = notes[week % 5]
        pain = Pain(
            id=uuid4(), at=at, region="knee", side="left", score=week % 6, qualities=("dull",), note=note
        )
        records += [workout, *sets, pain]
    store.change([Change(None, one) for one in records], now=now, verb="import")


@pytest.mark.parametrize("size", SIZES)
def test_without_words(history, seen, size):
    assert seen(size, page="search")


@pytest.mark.parametrize("size", SIZES)
def test_with_words(history, seen, size):
    assert seen(size, page="search", about={"text": "knee"})


@pytest.mark.parametrize("size", SIZES)
def test_an_exercise_and_its_workouts(history, seen, size):
    assert seen(size, "down", "down", page="search", about={"text": "squat"})


def test_in_a_small_terminal(history, seen):
    assert seen((60, 20), page="search", about={"text": "stairs left"})
