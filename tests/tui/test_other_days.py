"""Other days: going there, writing there, and midnight."""

from datetime import date, timedelta

import pytest
from textual.widgets import Input

from journal.errors import Refused
from journal.records import CheckIn, Drink, Pain
from journal.tui.screens.go_to import GoTo
from journal.tui.wording.dates import from_today, in_full, in_short, read_day

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 24)),
        ("wed", TODAY),
        ("Mon", date(2026, 11, 23)),
        ("thursday", date(2026, 11, 19)),
        ("-3", date(2026, 11, 22)),
        ("-0", TODAY),
    ],
)
def test_a_day_is_read(text, day):
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "2026-02-31", "2026-11-26", "1850-01-01", "monkey", "3", "-", "tomorrow", "20.11.2026"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Refused):
        read_day(text, TODAY)


def test_days_are_written_in_english():
    assert in_full(TODAY) == "Wednesday 25 November 2026"
    assert in_short(TODAY) == "Wed 25 Nov 2026"
    assert [from_today(TODAY - timedelta(days=ago), TODAY) for ago in (0, 1, 5)] == [
        "Today",
        "Yesterday",
        "5 days ago",
    ]


async def test_brackets_go_from_day_to_day_and_t_comes_back(store, write, running):
    write("08:00 water 300", "yesterday coffee 200")
    async with running() as page:
        await page.press("left_square_bracket")
        assert page.words("#title").startswith("Yesterday  Tue 24 Nov 2026")
        assert "coffee 200 ml" in page.text()
        assert "water 300 ml" not in page.text()
        await page.press("left_square_bracket")
        assert "Nothing was written for this day." in page.text()
        await page.press("right_square_bracket")
        assert "coffee 200 ml" in page.text()
        await page.press("t")
        assert page.words("#title").startswith("Today")
        assert "water 300 ml" in page.text()


async def test_there_is_no_day_after_today(store, running):
    async with running() as page:
        await page.press("right_square_bracket")
        assert page.words("#title").startswith("Today")
        assert "! That is today" in page.words("#said")


async def test_g_asks_for_a_day(store, write, running):
    write("2026-11-20 water 300")
    async with running() as page:
        await page.press("g")
        await page.press(*"2026-11-20")
        assert page.words("#meaning") == "→ Friday 20 November 2026"
        await page.press("enter")
        assert page.words("#title").startswith("5 days ago  Fri 20 Nov 2026")
        assert "water 300 ml" in page.text()


async def test_a_day_that_is_none_is_refused_where_it_stands(store, running):
    async with running() as page:
        await page.press("g")
        page.screen.query_one(Input).value = "2026-02-31"
        await page.press("enter")
        assert isinstance(page.screen, GoTo)
        assert "'2026-02-31' is no day" in page.words("#meaning")
        await page.press("escape")
        assert page.words("#title").startswith("Today")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_question_for_a_day_takes_no_more_room_than_it_needs(store, running, size):
    async with running(size=size) as page:
        await page.press("g", *"mon")
        assert page.words("#meaning") == "→ Monday 23 November 2026"
        assert page.screen.query_one(".dialogue").size.height <= 6


async def test_what_to_leave_out_on_another_day_is_not_said_of_today(write, now, running):
    write("pain lower back 6", at=now - timedelta(days=1))
    async with running() as page:
        part = page.screen.query_one("#leave-out")
        assert part.border_title == " Leave out today "
        await page.press("left_square_bracket")
        assert (part.border_title, part.display) == (" Leave out ", True)


async def test_a_line_written_on_another_day_belongs_to_it(store, running):
    async with running() as page:
        await page.press("left_square_bracket", "colon")
        await page.enter("pain knee left 3 dull")
        await page.enter("17:40 pain knee left 5 dull")
        await page.enter("sleep 6:30")
        await page.enter("2026-11-20 coffee 200")
        noon, evening = store.rows(Pain)
        assert (str(noon.at), noon.time_known) == ("2026-11-24 12:00:00+01:00", False)
        assert (str(evening.at), evening.time_known) == ("2026-11-24 17:40:00+01:00", None)
        assert store.rows(CheckIn)[0].date == date(2026, 11, 24)
        assert store.rows(Drink)[0].day == date(2026, 11, 20)


async def test_the_glass_of_another_day_belongs_to_it(store, running):
    async with running() as page:
        await page.press("left_square_bracket", "h")
        assert store.rows(Drink)[0].day == date(2026, 11, 24)


async def test_at_midnight_the_page_turns(store, write, running, now):
    moment = [now]
    write("08:00 water 300")
    async with running(clock=lambda: moment[0]) as page:
        moment[0] = now.replace(hour=0, minute=0, second=5) + timedelta(days=1)
        page.screen.look_around()
        await page.settle()
        assert page.words("#title").startswith("Today  Thu 26 Nov 2026")
        assert "water 300 ml" not in page.text()


async def test_another_day_stays_at_midnight(store, running, now):
    moment = [now]
    async with running(clock=lambda: moment[0]) as page:
        await page.press("left_square_bracket")
        moment[0] = now + timedelta(hours=6)
        page.screen.look_around()
        await page.settle()
        assert page.words("#title").startswith("2 days ago  Tue 24 Nov 2026")


async def test_what_another_terminal_writes_appears(store, write, running):
    async with running() as page:
        write("08:00 water 300")
        page.screen.look_around()
        await page.settle()
        assert "water 300 ml" in page.text()
