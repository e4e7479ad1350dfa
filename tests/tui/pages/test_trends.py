"""Trends: weeks are chosen, the day under the cursor is told in one line, opened, and written for."""

from datetime import date, timedelta

import pytest

from journal.entry import Writer, parse
from journal.exercises import catalogue
from journal.records import Drink
from journal.tui.screens.today import TodayScreen
from journal.tui.screens.trends import TrendsPage

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def filled(write):
    """Some days with training, pain, water, sleep and a red flag."""
    write(
        "2026-11-18 8:00 pain lower back left 4",
        "2026-11-18 9:00 water 1750",
        "2026-11-18 18:00 squat 5x5 100kg",
        "2026-11-18 19:00 session 55min @7",
        "2026-11-19 8:00 pain lower back left 0",
        "2026-11-21 9:00 symptom saddle-numbness yes",
        "2026-07-01 9:00 pain hip right 4",
    )


@pytest.fixture
def months(store, now):
    """Half a year of training, drinking and sleeping, made up by rule, with gaps, zeros and two pains."""
    entries = []
    for back in range(181, 0, -1):
        at = (now - timedelta(days=back)).replace(hour=22)
        writer = Writer(now=at, zone=at.tzinfo, catalogue=catalogue())
        entries += [one.entry for line in made_up(back, at.weekday()) for one in parse(line, writer)]
    store.record(entries, now=now)


def made_up(back: int, weekday: int) -> list[str]:
    """The lines of a day, so many days ago."""
    lines = []
    if weekday in (0, 2, 4):
        rpe = "" if back in (45, 47) else f" @{6 + back % 3}"
        lines += [f"18:00 squat 5x5 {60 + (180 - back) // 6}kg", f"19:00 session {50 + back % 4 * 5}min{rpe}"]
    if back % 9 not in (3, 4):
        lines.append(f"12:00 water {1500 + back * 137 % 1700}")
    if 2 <= back <= 20 and back not in (9, 10, 16):
        lines.append(f"8:00 pain lower back left {max(0, 6 - abs(back - 12))}")
    if back % 4 == 1 and back < 50:
        lines.append(f"20:00 pain knee right {back % 5}")
    if back % 11:
        lines.append(f"sleep {6 + back % 5 * 0.5}")
    return lines


def told(page):
    """The line of the day, and that of its week apart."""
    day, _, _ = page.words("#readout").partition("   week ")
    return day.rstrip()


def told_of_week(page):
    return page.words("#readout").partition("   ")[2]


async def test_the_day_under_the_cursor_is_told_in_one_line_and_opened(filled, running):
    async with running() as page:
        await page.go("trends")
        assert isinstance(page.screen, TrendsPage)
        assert told(page) == "Wed 25 Nov 2026: nothing recorded"
        await page.press("left", "left", "left", "left")
        assert told(page) == "Sat 21 Nov 2026: no training, 1 urgent flag"
        await page.press("right", "up")
        assert told(page) == "Sun 15 Nov 2026: nothing recorded"
        await page.press("down", "left", "left", "left")
        assert told(page) == "Thu 19 Nov 2026: no training, lower back 0"
        await page.press("left")
        assert told(page).startswith(
            "Wed 18 Nov 2026: load 385 AU, lower back 4, 1,750 ml, 4 flags, the worst a"
        )
        assert told_of_week(page) == "week 385 AU"
        await page.press("enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)


async def test_what_is_recorded_zero_is_drawn_and_a_day_without_an_entry_is_empty(filled, running):
    async with running() as page:
        await page.go("trends")
        (row,) = [line for line in page.text().splitlines() if line.endswith("lower back")]
        assert row.split("│")[1].split("lower")[0].split() == ["40", "┊"]


async def test_the_cursor_stays_on_days_that_are_and_takes_the_weeks_along(filled, running):
    async with running() as page:
        await page.go("trends", day=date(2026, 11, 24))
        await page.press("right", "right")
        assert told(page).startswith("Wed 25 Nov 2026")
        assert "8 weeks, 5 Oct to 25 Nov 2026" in page.text()
        await page.press(*["up"] * 8)
        assert told(page).startswith("Wed 30 Sep 2026")
        assert "8 weeks, 28 Sep to 22 Nov 2026" in page.text()


async def test_weeks_are_chosen_by_keys(filled, running):
    async with running((120, 40)) as page:
        await page.go("trends")
        for key, weeks in (
            ("", "8 weeks, 5 Oct to 25 Nov 2026"),
            ("minus", "4 weeks, 2 Nov to 25 Nov 2026"),
            ("minus", "4 weeks are the fewest."),
            ("plus", "8 weeks, 5 Oct to 25 Nov 2026"),
            ("plus", "13 weeks, 31 Aug to 25 Nov 2026"),
            ("plus", "26 weeks, 1 Jun to 25 Nov 2026"),
            ("equals_sign", "52 weeks, 1 Dec 2025 to 25 Nov 2026"),
            ("plus", "104 weeks, 2 Dec 2024 to 25 Nov 2026"),
            ("plus", "104 weeks are the most."),
        ):
            await page.press(*filter(None, [key]))
            assert weeks in page.text()
            assert page.screen.span.holds(page.screen.day)


async def test_how_far_the_search_for_flags_is_can_be_read_behind_the_longest_span(filled, running):
    async with running() as page:
        await page.go("trends")
        await page.press(*["plus"] * 5)
        page.screen._judging(99, 100)
        await page.meanwhile()
        assert "104 weeks, 2 Dec 2024 to 25 Nov 2026  flags 99 %" in page.text().splitlines()[0]


async def test_the_weeks_before_and_after_are_chosen_by_keys(filled, running):
    async with running((120, 40)) as page:
        await page.go("trends")
        for keys, weeks in (
            (("right_square_bracket",), "These are the newest weeks."),
            (("left_square_bracket",), "8 weeks, 10 Aug to 4 Oct 2026"),
            (("up",) * 5 + ("minus",), "4 weeks, 17 Aug to 13 Sep 2026"),
            (("left_square_bracket",), "4 weeks, 20 Jul to 16 Aug 2026"),
            (("right_square_bracket",), "4 weeks, 17 Aug to 13 Sep 2026"),
        ):
            await page.press(*keys)
            assert weeks in page.text()
            assert page.screen.span.holds(page.screen.day)


async def test_a_day_is_gone_to(filled, running):
    async with running() as page:
        await page.go("trends")
        await page.press("g", *"2026-07-01", "enter")
        assert told(page) == "Wed 1 Jul 2026: no training, right hip 4"
        assert page.screen.span.holds(date(2026, 7, 1))


async def test_the_mouse_puts_the_cursor_on_a_day_and_opens_it(filled, running):
    async with running() as page:
        await page.go("trends")
        charts = page.screen.query_one("#charts")
        column = 6 + charts.drawing.axis.column(date(2026, 11, 18))
        await page.pilot.click("#charts", offset=(column, 5))
        await page.settle()
        assert told(page).startswith("Wed 18 Nov 2026")
        await page.pilot.click("#charts", offset=(column, 5), times=2)
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)


async def test_where_days_share_a_column_the_cursor_still_goes_day_by_day(filled, running):
    async with running() as page:
        await page.go("trends", day=date(2026, 11, 19))
        await page.press("plus", "plus", "plus")
        assert "the worst of 7 days a column" in page.text()
        await page.press("left")
        assert told(page).startswith("Wed 18 Nov 2026: load 385 AU")


async def test_the_same_is_told_as_a_table(filled, running):
    async with running((120, 40)) as page:
        await page.go("trends")
        await page.press("v")
        rows = {" ".join(line.split()) for line in page.text().splitlines()}
        assert "day load week fluid ml sleep h lower back flags" in rows
        assert any(row.startswith("Wed 18 Nov 2026 385 1,750 - 4 4 flags") for row in rows)
        assert "Mon 16 Nov 2026 - 385 - - -" in rows
        assert "Sat 21 Nov 2026 0 - - - 1 urgent flag" in rows
        assert not any("Thu 26 Nov" in row for row in rows)
        await page.press(*["up"] * 7)
        assert told(page).startswith("Wed 18 Nov 2026")
        await page.press("v")
        assert page.screen.day == date(2026, 11, 18)
        assert page.screen.focused.id == "charts"
        await page.press("v", "enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)


async def test_panels_are_chosen(filled, running):
    async with running() as page:
        await page.go("trends")
        seen = []
        for _ in range(7):
            titles = ("load a week", "pain, 0", "fluid, ml", "sleep, hours")
            seen.append("".join(str(int(title in page.text())) for title in titles))
            await page.press("s")
        assert seen == ["1111", "1100", "1000", "0100", "0010", "0001", "1111"]


async def test_a_line_is_written_for_the_day_under_the_cursor_and_drawn(filled, running, store):
    async with running() as page:
        await page.go("trends", day=date(2026, 11, 18))
        await page.press("colon")
        await page.enter("22:00 water 250")
        await page.press("escape")
        assert [drink.volume_ml for drink in store.rows(Drink)] == [1750, 250]
        assert told(page).startswith("Wed 18 Nov 2026: load 385 AU, lower back 4, 2,000 ml")
        await page.press("u")
        assert told(page).startswith("Wed 18 Nov 2026: load 385 AU, lower back 4, 1,750 ml")


async def test_esc_goes_back_to_the_day_that_it_was_opened_from(filled, running):
    async with running() as page:
        await page.press("left_square_bracket", "T", "left", "left", "escape")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 24)


async def test_an_empty_journal_says_how_to_begin(store, running):
    async with running() as page:
        await page.go("trends")
        assert "Nothing is recorded yet. Press : and write a line" in page.text()
        await page.press("plus", "v", "s", "left", "left_square_bracket", "v")
        assert "Nothing is recorded yet" in page.text()


async def test_weeks_without_entries_say_so(filled, running):
    async with running() as page:
        await page.go("trends")
        await page.press("left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert page.text().count("nothing recorded in these weeks") == 4


async def test_a_smaller_terminal_loses_nothing(filled, running):
    async with running((120, 40)) as page:
        await page.go("trends", day=date(2026, 11, 18))
        before = page.text()
        for size in ((60, 20), (30, 10), (120, 40)):
            await page.pilot.resize_terminal(*size)
            await page.settle()
            assert page.screen.day == date(2026, 11, 18)
        assert page.text() == before


async def test_the_page_can_be_left_and_opened_again_while_it_reads(filled, running):
    async with running() as page:
        for _ in range(3):
            await page.app.go("trends")
            await page.press("plus", "left_square_bracket", "escape")
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        await page.go("trends", day=date(2026, 11, 18))
        assert told(page).startswith("Wed 18 Nov 2026: load 385 AU")


@pytest.mark.parametrize("size", SIZES)
def test_eight_weeks(months, seen, size):
    assert seen(size, "left", "left", page="trends")


def test_half_a_year(months, seen):
    assert seen((120, 40), "plus", "plus", *["up"] * 5, page="trends")


def test_four_weeks_in_the_light_theme(months, seen):
    assert seen((120, 40), "minus", *["left"] * 9, page="trends", theme="journal-light")


def test_two_years(months, seen):
    assert seen((80, 24), *["plus"] * 4, page="trends")


def test_pain_alone(months, seen):
    assert seen((80, 24), "s", "s", "s", page="trends")


@pytest.mark.parametrize("size", SIZES)
def test_as_text(months, seen, size):
    assert seen(size, "v", "up", page="trends")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_recorded(store, seen, size):
    assert seen(size, page="trends")


def test_a_small_terminal(months, seen):
    assert seen((60, 20), page="trends")
