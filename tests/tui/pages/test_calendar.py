"""The calendar: a day is chosen on the map or in the list, told in words, opened, and written for."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from journal.records import Drink, Pain, Workout
from journal.storage import Change
from journal.tui.app import JournalApp
from journal.tui.reading.year import HeldFlag, by_day
from journal.tui.screens.calendar import CalendarPage
from journal.tui.screens.today import TodayScreen
from journal.tui.widgets.year import YearMap
from journal.vocabulary import Severity

SIZES = ((80, 24), (120, 40))


@pytest.fixture
def filled(write):
    """Some days with pain, training, water, and a red flag."""
    write(
        "2026-11-18 8:00 pain lower back left 6; 2026-11-18 20:00 pain knee left 3",
        "2026-11-18 18:00 squat 5x5 100kg",
        "2026-11-18 19:00 session 55min @7",
        "2026-11-20 8:00 water 250",
        "2026-11-21 9:00 symptom saddle-numbness yes",
        "2026-03-02 9:00 pain knee left 10",
        "2025-07-01 9:00 pain hip right 4",
    )


def told(page):
    return page.words("#told")


async def test_the_day_under_the_cursor_is_told_in_one_line(filled, running):
    async with running() as page:
        await page.press("C")
        assert isinstance(page.screen, CalendarPage)
        assert told(page).startswith("Wed 25 Nov 2026: ")
        await page.press("left")
        assert told(page).startswith("Wed 18 Nov 2026: worst pain 6 lower back, 3 left knee, load 385 AU")
        await page.press("down", "down", "down")
        assert told(page).startswith("Sat 21 Nov 2026: 1 flag: ")
        assert "✚" in page.words("#of-the-day") or "✚" in page.text()


async def test_enter_opens_the_chosen_day(filled, running):
    async with running() as page:
        await page.press("C", "left", "enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)
        assert "lower back, left: 6" in page.text()


async def test_esc_goes_back_to_the_day_that_it_was_opened_from(filled, running):
    async with running() as page:
        await page.press("left_square_bracket", "C", "left", "left", "escape")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 24)


async def test_a_glass_is_written_for_the_day_under_the_cursor(filled, store, running):
    async with running() as page:
        await page.press("C", "left", "h")
        assert page.screen.query_one(YearMap).day == date(2026, 11, 18)
    assert [
        one.volume_ml for one in store.rows(Drink, since=date(2026, 11, 18), until=date(2026, 11, 18))
    ] == [250]


async def test_another_year_is_a_key_away_and_none_is_to_come(filled, running):
    async with running() as page:
        await page.press("C", "right_square_bracket")
        assert "still to come" in page.text()
        await page.press("left_square_bracket")
        assert (page.screen.day, page.screen.view.number) == (date(2025, 11, 25), 2025)
        assert page.screen.view.on(date(2025, 7, 1)).worst == 4
        await page.press("right_square_bracket")
        assert page.screen.view.number == 2026


async def test_the_cursor_crosses_the_new_year_and_stops_today(filled, running):
    async with running() as page:
        await page.go("calendar", day=date(2026, 1, 3))
        await page.press("left")
        assert (page.screen.day, page.screen.view.number) == (date(2025, 12, 27), 2025)
        await page.press("right", "right")
        assert (page.screen.day, page.screen.view.number) == (date(2026, 1, 10), 2026)
        await page.go("calendar", day=date(2026, 11, 20))
        await page.press("right", "right")
        assert page.screen.day == date(2026, 11, 25)


async def test_from_the_29th_of_february_the_year_before_is_a_key_away(store, running):
    async with running() as page:
        await page.go("calendar", day=date(2024, 2, 29))
        await page.press("left_square_bracket")
        assert page.screen.day == date(2023, 2, 28)


async def test_a_day_is_gone_to_by_its_date(filled, running):
    async with running() as page:
        await page.press("C", "g", *"2026-03-02", "enter")
        assert told(page).startswith("Mon 2 Mar 2026: worst pain 10 left knee")


async def test_every_day_says_its_score_without_colour(filled, running):
    async with running((120, 40)) as page:
        await page.press("C")
        rows = page.text().splitlines()
        mondays = next(row for row in rows if row.strip().startswith("Mo "))
        assert "X" in mondays
        assert "X 10, worst" in page.words("#legend")
        await page.press("s")
        assert "2026   load" in page.words("#title")
        assert "up to 385 AU" in page.words("#legend")
        assert "AU = RPE × minutes" in page.words("#legend")


async def test_as_text_the_days_with_something_are_a_list(filled, running):
    async with running() as page:
        await page.press("C", "v")
        days = page.screen.query_one("#days")
        assert days.has_focus
        assert days.options[0].id == "2026-03-02"
        assert "worst pain 10 left knee" in page.text()
        await page.press("up", "enter")
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 20)


async def test_back_from_the_list_the_cursor_is_on_the_same_day(filled, running):
    async with running() as page:
        await page.press("C", "v", "up", "up", "v")
        assert page.screen.query_one(YearMap).has_focus
        assert told(page).startswith("Wed 18 Nov 2026")


async def test_a_click_chooses_a_day_a_second_one_opens_it_and_the_mouse_tells_what_it_is_over(
    filled, running
):
    async with running() as page:
        await page.press("C")
        days = page.screen.query_one(YearMap)
        place = days.picture.place_of(date(2026, 11, 18))
        await page.pilot.hover(days, offset=place)
        await page.settle()
        assert told(page).startswith("Wed 18 Nov 2026")
        assert page.screen.day == date(2026, 11, 25)
        await page.pilot.click(days, offset=place)
        await page.settle()
        assert page.screen.day == date(2026, 11, 18)
        await page.pilot.click(days, offset=place, times=2)
        await page.settle()
        assert isinstance(page.screen, TodayScreen)
        assert page.screen.day == date(2026, 11, 18)


async def test_an_empty_year_says_so(store, running):
    async with running() as page:
        await page.press("C")
        assert told(page) == "Wed 25 Nov 2026: nothing recorded"
        assert "Nothing is written in 2026.  Enter opens a day" in page.text()
        await page.press("v")
        assert "Nothing is written in this year" in page.text()


async def test_the_search_for_flags_ends_when_the_page_is_left(filled, running):
    async with running() as page:
        await page.app.go("calendar")
        await page.app.go("today")
        await page.settle()
        assert isinstance(page.screen, TodayScreen)


async def test_in_a_small_terminal_the_cursor_stays_in_sight(filled, running):
    async with running() as page:
        await page.press("C")
        for size in ((60, 20), (40, 12), (120, 40), (80, 24)):
            await page.pilot.resize_terminal(*size)
            await page.settle()
            days = page.screen.query_one(YearMap)
            x, y = days.picture.place_of(page.screen.day)
            left, top = days.content_region.offset
            assert days.parent.region.contains(left + x, top + y)
            assert "Wed 25 Nov 2026" in page.text()


async def test_another_theme_has_other_colours_at_once(filled, running):
    async with running() as page:
        await page.press("C")
        days = page.screen.query_one(YearMap)
        x, y = days.picture.place_of(date(2026, 11, 18))

        def ground():
            return next(iter(days.render_line(y).crop(x, x + 1))).style.bgcolor

        dark = ground()
        page.app.theme = "journal-light"
        await page.settle()
        light = ground()
        assert light != dark
        page.app.theme = "journal-dark"
        await page.settle()
        assert ground() == dark


# How it looks.


@pytest.fixture
def a_year(store, now):
    """Flares, training, days without anything."""
    records = []
    for back in range(300, -1, -1):
        at = now.replace(hour=8) - timedelta(days=back)
        flare = min(abs(back - 40), abs(back - 130), abs(back - 235))
        if back % 11 == 4:
            continue
        if flare < 12 or back % 5 == 0:
            score = max(10 - flare, 0) if flare < 12 else back % 3
            place = "lower-back" if back < 100 else "knee"
            records.append(Pain(id=uuid4(), at=at, region=place, score=score))
        if at.weekday() in (0, 2, 4) and flare > 5:
            minutes, rpe = 40 + back % 4 * 10, 5 + back % 3
            records.append(
                Workout(id=uuid4(), started_at=at, kind="strength", duration_min=minutes, session_rpe=rpe)
            )
        elif back % 3:
            records.append(Drink(id=uuid4(), at=at, volume_ml=500))
    store.change([Change(None, one) for one in records], now=now, verb="import")


FLAGS = by_day(
    [
        HeldFlag(
            Severity.URGENT,
            "severe pain for 72 hours",
            "Lower back: 8 or more since Mon.",
            date(2026, 10, 17),
            date(2026, 11, 1),
        ),
        HeldFlag(
            Severity.WARNING,
            "pain beyond 72 hours",
            "Lower back pain has been recorded for 92 h.",
            date(2026, 10, 12),
            None,
        ),
        HeldFlag(
            Severity.CAUTION,
            "a jump in load",
            "Squat: jumped from 80 kg to 100 kg, 25 % more.",
            date(2026, 11, 18),
            None,
        ),
        HeldFlag(
            Severity.INFO,
            "soreness that comes again",
            "The same soreness came three times.",
            date(2026, 11, 18),
            None,
        ),
        HeldFlag(
            Severity.WARNING,
            "pain beyond 72 hours",
            "Left knee pain has been recorded for 92 h.",
            date(2026, 7, 15),
            date(2026, 7, 28),
        ),
        HeldFlag(
            Severity.CAUTION, "sleep too short", "Three nights below 6 h.", date(2026, 5, 6), date(2026, 5, 9)
        ),
    ]
)


@pytest.fixture
def looks(snap_compare, url, now, watch):
    """Compare the calendar, with these flags and after these keys, with the picture of it."""

    def compare(size, *keys, theme=""):
        app = JournalApp(url, as_of=lambda: now, theme=theme)

        async def go(pilot):
            page = watch(app, pilot)
            await page.opened()
            await page.go("calendar", day=date(2026, 11, 18))
            app.page.flags = FLAGS
            await page.press(*keys)

        return snap_compare(app, terminal_size=size, run_before=go)

    return compare


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["", "journal-light"])
def test_the_year(a_year, looks, size, theme):
    assert looks(size, theme=theme)


@pytest.mark.parametrize("size", SIZES)
def test_the_load_of_a_year(a_year, looks, size):
    assert looks(size, "s")


@pytest.mark.parametrize("size", SIZES)
def test_the_year_as_text(a_year, looks, size):
    assert looks(size, "v")


def test_the_year_in_sixteen_colours(a_year, looks):
    assert looks((80, 24), theme="journal-16")


def test_the_year_in_a_small_terminal(a_year, looks):
    assert looks((60, 20))
