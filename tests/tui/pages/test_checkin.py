"""The check-in: yesterday as ghosts, only what is used is asked, and one step for all of it."""

from datetime import timedelta

import pytest

from journal.records import CheckIn, Urine

EARLY = {"hour": 7, "minute": 40}


@pytest.fixture
def morning(now):
    """Today at 7:40."""
    return now.replace(hour=7, minute=40)


@pytest.fixture
def yesterday(write, morning):
    """Everything of a morning was answered yesterday."""
    at = morning - timedelta(days=1)
    write("sleep 7:30 quality 4 on side weight 80.4kg stress 3 urine 3 first", at=at)


async def test_the_morning_accepted_as_yesterday_takes_eight_keys(running, yesterday, store, morning):
    keys = ("d", *["enter"] * 6, "enter")
    async with running(clock=lambda: morning) as page:
        await page.press(*keys)
    assert len(keys) <= 8
    (checkin,) = store.rows(CheckIn, since=morning.date())
    (urine,) = store.rows(Urine, since=morning.date())
    assert (checkin.sleep_h, checkin.sleep_quality, checkin.sleep_position) == (7.5, 4, "side")
    assert (checkin.body_weight_kg, checkin.stress) == (80.4, None)
    assert (urine.color, urine.first_of_day, urine.at) == (3, True, morning)
