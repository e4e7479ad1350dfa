"""The demo journal: believable, the same for the same seed, and nothing in it lies in the future."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.demo import DAYS, Demo, demo
from journal.records import Drink, Pain, Record, Set, Workout

ZONE = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 22)


def made(seed: int = 1, day: date = DAY, hour: int = 20) -> Demo:
    return demo(seed, day, datetime(day.year, day.month, day.day, hour, tzinfo=ZONE), ZONE)


def all_of(journal: Demo) -> list[Record]:
    return journal.imported + journal.logged


def test_the_same_seed_and_day_give_the_same_journal() -> None:
    assert made() == made()
    assert made(seed=2) != made(seed=1)


@pytest.mark.parametrize("offset", range(7))
def test_every_weekday_gives_a_journal_with_both_flares(offset: int) -> None:
    day = DAY + timedelta(days=offset)
    pains = [record for record in all_of(made(day=day)) if isinstance(record, Pain)]
    assert max(pain.score for pain in pains if pain.region == "lower-back") == 6
    knee = [pain for pain in pains if pain.region == "knee"]
    assert knee
    assert (day - max(pain.at.date() for pain in knee)).days <= 1


def test_nothing_is_later_than_now() -> None:
    journal = made(hour=9)
    now = datetime(2026, 11, 22, 9, tzinfo=ZONE)
    assert all(record.instant is None or record.instant <= now for record in all_of(journal))
    workouts = {record.id for record in all_of(journal) if isinstance(record, Workout)}
    assert all(record.workout_id in workouts for record in all_of(journal) if isinstance(record, Set))


def test_it_is_six_months_of_training_pain_and_water() -> None:
    records = all_of(made())
    days = {record.day for record in records if isinstance(record, Workout)}
    assert (max(days) - min(days)).days >= DAYS - 10
    assert 80 <= len(days) <= 150
    assert sum(isinstance(record, Drink) for record in records) > 200


def test_the_first_months_come_from_an_import() -> None:
    journal = made()
    assert journal.imported
    assert {record.source for record in journal.imported if isinstance(record, Workout)} == {"strong"}
    assert {record.source for record in journal.logged if isinstance(record, Workout)} == {""}


def test_the_strain_comes_during_the_heavy_deadlifts() -> None:
    records = all_of(made())
    first = min((record for record in records if isinstance(record, Pain)), key=lambda pain: pain.at)
    strain = next(record for record in records if isinstance(record, Pain) and record.score == 6)
    assert first.at <= strain.at
    same_day = {record.id for record in records if isinstance(record, Workout) and record.day == strain.day}
    assert any(
        isinstance(record, Set)
        and record.workout_id in same_day
        and record.exercise == "deadlift"
        and record.weight_kg == 145
        for record in records
    )
