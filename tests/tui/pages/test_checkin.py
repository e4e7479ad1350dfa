"""The check-in: yesterday as ghosts, only what is used is asked, and one step for all of it."""

from datetime import datetime, time, timedelta

import pytest

from journal.records import CheckIn, ProfileEntry, Urine
from journal.storage import Change
from journal.tui.screens.today import TodayScreen
from journal.tui.widgets.form import Form

SIZES = ((80, 24), (120, 40))
EVERYTHING = "sleep 7:30 quality 4 on side weight 80.4kg stress 3 urine 3 first"


@pytest.fixture
def morning(now) -> datetime:
    """Today at 7:40."""
    return now.replace(hour=7, minute=40)


@pytest.fixture
def yesterday(write, morning) -> None:
    """Everything of a morning was answered yesterday."""
    write(EVERYTHING, at=morning - timedelta(days=1))


@pytest.fixture
def days(write, morning) -> None:
    """Two weeks of check-ins, with some days left out."""
    for ago in (1, 2, 3, 5, 6, 7, 8, 10, 12, 13):
        at = morning - timedelta(days=ago)
        write(f"sleep {6 + ago % 3}:30 quality {1 + ago % 5} weight 80.{ago % 10}kg stress {ago % 6}", at=at)
        write(f"urine {2 + ago % 4} first", at=at)
        write("sitting 8", at=at.replace(hour=20))


@pytest.fixture
def of(store, now):
    """The check-in and the urine readings of a day."""

    def read(ago: int = 0) -> tuple[CheckIn | None, list[Urine]]:
        day = now.date() - timedelta(days=ago)
        checkins = store.rows(CheckIn, since=day, until=day)
        return next(iter(checkins), None), store.rows(Urine, since=day, until=day)

    return read


def here(page) -> str:
    """The field that is written in."""
    rows = page.screen.query_one(Form).rows
    return next((row.field.name for row in rows if row.has_focus_within), "save")


async def test_the_morning_accepted_as_yesterday_takes_eight_keys(running, yesterday, of, morning):
    keys = ("d", *["enter"] * 6, "enter")
    async with running(clock=lambda: morning) as page:
        await page.press(*keys)
        assert isinstance(page.screen, TodayScreen)
    assert len(keys) <= 8
    checkin, (urine,) = of()
    assert (checkin.sleep_h, checkin.sleep_quality, checkin.sleep_position) == (7.5, 4, "side")
    assert (checkin.body_weight_kg, checkin.stress, checkin.at) == (80.4, None, morning)
    assert (urine.color, urine.first_of_day, urine.at) == (3, True, morning)


async def test_all_of_it_is_one_step(running, yesterday, of, morning):
    async with running(clock=lambda: morning) as page:
        await page.press("d", *["enter"] * 7, "u")
        assert "took back check-in of Wed 25 Nov and urine colour 3" in page.words("#said")
    assert of() == (None, [])


async def test_behind_the_morning_a_digit_goes_on_to_the_day(running, of, morning):
    async with running(clock=lambda: morning) as page:
        await page.press("d", *"7:15", "enter", *"80", "enter")
        assert here(page) == "save"
        assert "a digit goes on to stress" in page.words("#form-hint")
        await page.press("1", "0", "enter", *"late", "ctrl+s")
    checkin, _ = of()
    assert (checkin.sleep_h, checkin.body_weight_kg, checkin.stress, checkin.note) == (7.25, 80, 10, "late")


async def test_tab_takes_nothing(running, yesterday, of, morning):
    async with running(clock=lambda: morning) as page:
        await page.press("d", "tab", "5", "tab", "ctrl+s")
    checkin, urine = of()
    assert (checkin.sleep_h, checkin.sleep_quality, checkin.sleep_position) == (None, 5, None)
    assert urine == []


async def test_nothing_answered_records_nothing_and_says_so(running, yesterday, of, morning):
    async with running(clock=lambda: morning) as page:
        await page.press("d", "ctrl+s")
        assert "There is nothing to record." in page.words("#said")
        await page.press("escape")
        assert isinstance(page.screen, TodayScreen)
    assert of() == (None, [])


async def test_a_check_in_that_is_there_goes_on_where_it_was_left(running, write, of):
    write("sleep 7 weight 80", EVERYTHING.replace("sleep 7:30", "sleep 7"))
    async with running() as page:
        await page.press("d")
        assert here(page) == "note"
        await page.press("up", "6", "ctrl+s")
    assert of()[0].stress == 6


async def test_only_what_was_changed_is_changed(running, write, store, of, now):
    write("sleep 7 stress 4", at=now.replace(hour=7))
    (before,) = store.rows(CheckIn)
    there = before.but(source="watch", sleep_h=7.0042, note="two\nlines")
    store.change([Change(before, there)], now=now, verb="edit")
    async with running() as page:
        await page.press("d")
        page.screen.query_one(Form).begin("stress")
        await page.press("5", "ctrl+s")
    assert of()[0] == there.but(stress=5)


async def test_a_field_that_is_emptied_is_not_recorded_any_more(running, write, of):
    write("sleep 7 stress 4")
    async with running() as page:
        await page.press("d")
        page.screen.query_one(Form).begin("stress")
        await page.press("backspace")
        assert page.words("#form-preview") == "→ no longer stress 4"
        await page.press("ctrl+s", "u")
        assert of()[0].stress == 4
        await page.press("U")
    assert (of()[0].sleep_h, of()[0].stress) == (7, None)


async def test_a_check_in_that_is_emptied_is_taken_out(running, write, of):
    write("stress 4 urine 3")
    async with running() as page:
        await page.press("d")
        for name in ("stress", "color"):
            page.screen.query_one(Form).begin(name)
            await page.press("backspace")
        assert page.words("#form-preview") == "→ no check-in any more; no urine colour any more"
        await page.press("ctrl+s")
    assert of() == (None, [])


async def test_the_urine_that_is_there_is_changed_and_not_read_again(running, write, of):
    write("7:00 urine 5 first")
    async with running() as page:
        await page.press("d")
        page.screen.query_one(Form).begin("color")
        await page.press("4", "ctrl+s")
    (urine,) = of()[1]
    assert (urine.color, urine.first_of_day, f"{urine.at:%H:%M}") == (4, True, "07:00")


async def test_a_day_that_is_past_is_written_without_a_time(running, write, of, now):
    async with running() as page:
        await page.press("left_square_bracket", "d", *"7:15", "ctrl+s")
        assert page.screen.day == now.date() - timedelta(days=1)
        await page.press("d")
        page.screen.query_one(Form).begin("color")
        await page.press("2", "ctrl+s")
    checkin, (urine,) = of(1)
    assert (checkin.sleep_h, checkin.at) == (7.25, None)
    assert urine.at.time() == time(12)


async def test_a_time_of_the_day_can_be_told(running, store, of):
    async with running() as page:
        await page.press("d", "8")
        page.screen.query_one(Form).begin("when")
        await page.press(*"7:10", "ctrl+s")
    assert f"{of()[0].at:%H:%M}" == "07:10"


async def test_a_doubtful_answer_is_not_recorded_and_has_the_focus(running, store, of):
    async with running() as page:
        await page.press("d", *"25", "tab", *"80", "ctrl+s")
        assert here(page) == "sleep_h"
        assert "! Sleep is hours such as 7:30, 7.5 or 7h30, at most 24." in page.text()
    assert of() == (None, [])


async def test_a_weight_is_asked_in_the_unit_of_the_writer(running, store, write, of, now):
    store.record([ProfileEntry(key="weight_unit", value="lb")], now=now, verb="settings")
    write("weight 80.012kg", at=now - timedelta(days=1))
    async with running() as page:
        await page.press("d", "tab")
        row = next(row for row in page.screen.query_one(Form).rows if row.field.name == "body_weight_kg")
        assert (row.field.unit, row.field.ghost.text) == ("lb", "176.4")
        await page.press("enter", "ctrl+s")
    assert of()[0].body_weight_kg == 80.012


async def test_a_check_in_that_is_left_is_said_not_to_be_recorded_and_stands_there_again(
    running, yesterday, of, morning
):
    async with running(clock=lambda: morning) as page:
        await page.press("d", *"6:45", "escape")
        assert page.words("#said").startswith("! Left, and not recorded: sleep 6.75 h")
        assert of() == (None, [])
        await page.press("d")
        assert page.screen.query_one(Form).rows[0].text == "6:45"
        await page.press("ctrl+s", "d")
        assert of()[0].sleep_h == 6.75
        assert not page.screen.query_one(Form).is_touched()
        await page.press("escape")
        assert "not recorded" not in page.words("#said")


async def test_letters_belong_to_the_field_that_is_written_in(running, write, of, now):
    write("on back", at=now - timedelta(days=1))
    async with running() as page:
        await page.press("d")
        page.screen.query_one(Form).begin("sleep_position")
        await page.press("p", "w", "h", "colon", "b")
        page.screen.query_one(Form).begin("note")
        await page.press(*"pain", "space", "c", "colon", "ctrl+s")
    assert (of()[0].sleep_position, of()[0].note) == ("back", "pain c:")


async def test_the_entry_bar_and_the_keys_open_from_within_a_field(running, write, of, now):
    write("on back", at=now - timedelta(days=1))
    async with running() as page:
        await page.press("d", "8")
        page.screen.query_one(Form).begin("sleep_position")
        await page.press("f2", *"stress", "space", "6", "enter")
        assert of()[0].stress == 6
        await page.press("escape")
        assert here(page) == "save"
        await page.press("ctrl+s")
    assert (of()[0].sleep_h, of()[0].stress) == (8, 6)


async def test_what_another_terminal_writes_is_shown_and_what_is_typed_stays(running, write, of):
    async with running() as page:
        await page.press("d", "8")
        write("stress 6")
        page.screen.reload()
        await page.settle()
        assert page.screen.query_one(Form).answers() | {"sleep_h": 8, "stress": 6} == (
            page.screen.query_one(Form).answers()
        )
        await page.press("ctrl+s")
    assert (of()[0].sleep_h, of()[0].stress) == (8, 6)


async def test_a_small_terminal_and_back_loses_nothing(running, days):
    async with running(size=(120, 40)) as page:
        await page.press("d", "8", "enter", "4")
        before = page.screen.query_one(Form).answers()
        await page.pilot.resize_terminal(60, 20)
        await page.settle()
        assert here(page) == "sleep_quality"
        await page.pilot.resize_terminal(120, 40)
        await page.settle()
        assert page.screen.query_one(Form).answers() == before


async def test_a_hostile_note_stays_text_in_its_column(running, write, of):
    note = "[/] [@click=app.quit]x[/] " + "ｗｉｄｅ" * 2500
    write(f"stress 4 // {note}")
    async with running(size=(80, 24)) as page:
        await page.press("d")
        page.screen.query_one(Form).begin("stress")
        await page.press("5", "ctrl+s")
    assert (of()[0].stress, of()[0].note) == (5, note)


@pytest.mark.parametrize("size", SIZES)
def test_the_check_in_of_today(days, seen, size):
    assert seen(size, "enter", "5", "enter", page="checkin")


@pytest.mark.parametrize("size", SIZES)
def test_the_first_check_in(store, seen, size):
    assert seen(size, *"30", "tab", page="checkin")


def test_the_check_in_in_the_light_theme(days, seen):
    assert seen((80, 24), "enter", page="checkin", theme="journal-light")
