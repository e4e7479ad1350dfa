"""Reminders: off until asked for, once each, not of what was written, not of water at night, and never in the way."""

from datetime import datetime, timedelta, timezone

import pytest

from journal.records import Drink, ProfileEntry
from journal.tui.app import JournalApp
from journal.tui.reminding import Reminding, SoFar

ZONE = timezone(timedelta(hours=1))
HOURLY = {"reminders_water_min": "60"}


def at(clock, day=25):
    hour, minute = clock.split(":")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=ZONE)


def water(now, *, drunk=None, first=None, profile=HOURLY, reminding=None):
    so_far = SoFar(first and at(first), drunk and at(drunk))
    return (reminding or Reminding()).due(profile, so_far, at(now))


def test_nothing_is_reminded_of_until_it_is_asked_for():
    for profile in (
        {},
        {"reminders_water_min": "0"},
        {"reminders_water_min": "", "reminders_checkin_at": ""},
    ):
        assert water("15:00", profile=profile) is None


@pytest.mark.parametrize(
    ("now", "drunk", "first", "words"),
    [
        ("07:59", None, None, None),
        ("08:00", None, None, "Nothing to drink is written today"),
        ("06:30", None, "05:30", "Nothing to drink is written today"),
        ("06:29", None, "05:30", None),
        ("06:30", None, None, None),
        ("10:29", "09:30", "06:00", None),
        ("10:30", "09:30", "06:00", "1 h without a drink"),
        ("11:45", "09:30", "06:00", "2 h 15 min without a drink"),
        ("21:59", "20:00", None, "1 h 59 min without a drink"),
        ("22:00", "20:00", None, None),
        ("23:30", "20:00", None, None),
        ("03:00", None, None, None),
    ],
)
def test_water_is_due_an_interval_after_the_last_drink_or_the_morning_and_not_at_night(
    now, drunk, first, words
):
    reminder = water(now, drunk=drunk, first=first)
    assert (reminder.words if reminder else None) == words


def test_short_intervals_are_told_in_minutes():
    assert (
        water("10:20", drunk="10:00", profile={"reminders_water_min": "20"}).words == "20 min without a drink"
    )


def test_water_is_told_once_an_interval_and_a_drink_begins_a_new_one():
    reminding = Reminding()
    told = [
        (now, water(now, drunk=drunk, reminding=reminding) is not None)
        for now, drunk in [
            ("10:00", "08:00"),
            ("10:01", "08:00"),
            ("10:59", "08:00"),
            ("11:00", "08:00"),
            ("11:30", "11:20"),
            ("12:00", "11:20"),
            ("12:19", "11:20"),
            ("12:20", "11:20"),
        ]
    ]
    assert [now for now, due in told if due] == ["10:00", "11:00", "12:20"]


def test_the_check_in_is_told_once_a_day_from_its_time_on_unless_it_is_written():
    reminding, profile = Reminding(), {"reminders_checkin_at": "07:30"}
    told = []
    for day in (25, 26, 27):
        for clock in ("06:00", "07:29", "07:30", "07:31", "20:00"):
            done = SoFar(checked_in=day == 26)
            if reminding.due(profile, done, at(clock, day)):
                told.append((day, clock))
    assert told == [(25, "07:30"), (27, "07:30")]


def test_a_journal_that_is_opened_late_reminds_late():
    assert Reminding().due({"reminders_checkin_at": "07:30"}, SoFar(), at("19:00")).key == "checkin"


async def test_a_toast_tells_once_with_the_key_that_answers_it(store, running, now):
    store.record([ProfileEntry(key="reminders_water_min", value="60")], now=now, verb="settings")
    clock = [now]
    async with running(clock=lambda: clock[0], keys={"drink": "J"}) as page:

        async def told():
            page.app.remind()
            await page.settle()
            return [one.message for one in page.app._notifications]

        assert await told() == ["Nothing to drink is written today.  J records a glass."]
        clock[0] += timedelta(minutes=1)
        assert len(await told()) == 1
        await page.press("J")
        assert [one.volume_ml for one in store.rows(Drink)] == [250]
        clock[0] += timedelta(minutes=59)
        assert len(await told()) == 1
        clock[0] += timedelta(minutes=1)
        assert (await told())[1:] == ["1 h without a drink.  J records a glass."]
        assert page.screen is page.app.screen_stack[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_line_that_is_written_is_seen_whole_below_it(store, url, watch, now, size):
    store.record([ProfileEntry(key="reminders_water_min", value="60")], now=now, verb="settings")
    line = "pain lower back left 4 dull after // on the stairs"
    app = JournalApp(url, as_of=lambda: now)
    async with app.run_test(size=size, notifications=True) as pilot:
        page = watch(app, pilot)
        await page.opened()
        app.remind()
        await page.settle()
        await page.press("colon")
        await page.type(line)
        assert "a glass." in page.text()
        assert any(row.endswith(line) or f"{line}  " in row for row in page.text().splitlines())


async def test_a_check_in_that_was_written_is_not_reminded_of(store, write, running, now):
    store.record([ProfileEntry(key="reminders_checkin_at", value="07:30")], now=now, verb="settings")
    write("sleep 7:30")
    async with running() as page:
        page.app.remind()
        await page.settle()
        assert not list(page.app._notifications)
        await page.press("u")
        page.app.remind()
        await page.settle()
        assert [one.message for one in page.app._notifications] == [
            "The check-in of today is not written yet.  d opens it."
        ]


async def test_a_drink_of_later_today_and_one_of_yesterday_are_no_answer(store, write, running, now):
    store.record([ProfileEntry(key="reminders_water_min", value="60")], now=now, verb="settings")
    write("yesterday 18:00 water 300", "08:00 water 300")
    async with running() as page:
        page.app.remind()
        await page.settle()
        assert [one.message for one in page.app._notifications] == [
            "10 h 30 min without a drink.  h records a glass."
        ]


@pytest.mark.parametrize(
    ("value", "accepted"), [("07:30", True), ("7:30", False), ("24:00", False), ("", True)]
)
def test_the_profile_takes_a_time_of_day(value, accepted):
    from journal.profile import profile_value_fits

    assert profile_value_fits("reminders_checkin_at", value) is accepted
