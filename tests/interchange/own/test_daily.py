"""One row a day: sums of what was recorded, and empty where that is not known."""

import csv
import io
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal.errors import Refused
from journal.interchange.own import daily_csv
from journal.records import Care, CheckIn, Drink, FlagMark, Pain, Set, SymptomEntry, Urine, Workout


def _at(day, hour=12):
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def _id(number):
    return UUID(int=number)


def _rows(*records, **range_):
    by_class = {}
    for record in records:
        by_class.setdefault(type(record), []).append(record)
    return list(csv.DictReader(io.StringIO(daily_csv.write(by_class, **range_).decode())))


def _filled(row):
    return {name: value for name, value in row.items() if value}


def test_a_full_day_is_one_row():
    (row,) = _rows(
        Workout(id=_id(1), started_at=_at(20, 8), kind="strength", duration_min=45.5, session_rpe=7.5),
        Workout(id=_id(2), started_at=_at(20, 18), kind="run", duration_min=30, session_rpe=4),
        Set(workout_id=_id(1), position=1, exercise="squat", kind="warmup", reps=10, weight_kg=20),
        Set(workout_id=_id(1), position=2, exercise="squat", reps=5, weight_kg=100.125),
        Set(workout_id=_id(1), position=3, exercise="pull-up", reps=8, weight_kg=-20),
        Set(workout_id=_id(1), position=4, exercise="plank", duration_s=60),
        Set(workout_id=_id(2), position=1, exercise="run", distance_km=5.1),
        Set(workout_id=_id(2), position=2, exercise="run", distance_km=0.4, kind="warmup"),
        Pain(id=_id(3), at=_at(20), region="lower-back", score=4),
        Pain(id=_id(4), at=_at(20), region="knee", side="left", score=2),
        Pain(id=_id(5), at=_at(20), region="neck", score=0),
        SymptomEntry(id=_id(6), at=_at(20), symptom="fever", present=False),
        Drink(id=_id(7), at=_at(20), volume_ml=250),
        Drink(id=_id(8), at=_at(20, 13), volume_ml=500),
        Urine(id=_id(9), at=_at(20), color=3),
        Urine(id=_id(10), at=_at(20, 13), color=5),
        Care(id=_id(11), at=_at(20), kind="oral-analgesic", drug="ibuprofen", dose_mg=400),
        Care(id=_id(12), at=_at(20), kind="cold"),
        CheckIn(
            date=date(2026, 11, 20),
            sleep_h=7.25,
            sleep_quality=4,
            stress=0,
            sitting_h=6,
            cigarettes=0,
            body_weight_kg=80.4,
        ),
        FlagMark(id=_id(13), at=_at(20), rule="r", action="snooze"),
    )
    assert row == {
        "date": "2026-11-20",
        "workouts": "2",
        "sets": "4",
        "tonnage_kg": "500.625",
        "minutes": "75.5",
        "load": "461.25",
        "run_km": "5.5",
        "pain_max": "4",
        "pain_regions": "lower-back;knee",
        "analgesic_doses": "1",
        "fluid_ml": "750",
        "urine_max": "5",
        "sleep_h": "7.25",
        "sleep_quality": "4",
        "stress": "0",
        "sitting_h": "6",
        "cigarettes": "0",
        "body_weight_kg": "80.4",
    }


@pytest.mark.parametrize(
    ("second", "known"),
    [
        ({"duration_min": 30, "session_rpe": 5}, {"minutes": "60", "load": "300"}),
        ({"duration_min": 30}, {"minutes": "60"}),
        ({"session_rpe": 5}, {}),
        ({"duration_min": 301, "session_rpe": 5}, {}),
        ({"duration_min": 300, "session_rpe": 0}, {"minutes": "330", "load": "150"}),
    ],
)
def test_a_sum_with_an_unknown_part_is_unknown(second, known):
    (row,) = _rows(
        Workout(id=_id(1), started_at=_at(20), kind="yoga", duration_min=30, session_rpe=5),
        Workout(id=_id(2), started_at=_at(20), kind="yoga", **second),
    )
    assert _filled(row) == {"date": "2026-11-20", "workouts": "2", **known}


def test_every_day_between_the_first_and_the_last_has_a_row_and_nothing_is_made_up():
    rows = _rows(
        Pain(id=_id(1), at=_at(20), region="knee", score=0), Drink(id=_id(2), at=_at(23), volume_ml=1)
    )
    assert [_filled(row) for row in rows] == [
        {"date": "2026-11-20", "pain_max": "0"},
        {"date": "2026-11-21"},
        {"date": "2026-11-22"},
        {"date": "2026-11-23", "fluid_ml": "1"},
    ]


def test_a_set_without_its_workout_belongs_to_no_day():
    assert _rows(Set(workout_id=_id(1), position=1, exercise="run", distance_km=5)) == []


def test_a_range_limits_the_rows():
    drinks = [Drink(id=_id(day), at=_at(day), volume_ml=day) for day in range(1, 10)]
    rows = _rows(*drinks, since=date(2026, 11, 3), until=date(2026, 11, 4))
    assert [row["fluid_ml"] for row in rows] == ["3", "4"]


def test_an_empty_journal_has_only_the_header():
    assert _rows() == []
    assert daily_csv.write({}).decode() == ",".join(["date", *daily_csv.COLUMNS]) + "\n"


def test_it_is_one_file_that_is_never_overwritten_unasked(tmp_path):
    daily_csv.write_daily(tmp_path / "daily.csv", {})
    assert (tmp_path / "daily.csv").read_bytes() == daily_csv.write({})
    with pytest.raises(Refused, match="is there already"):
        daily_csv.write_daily(tmp_path / "daily.csv", {})
    daily_csv.write_daily(tmp_path / "daily.csv", {}, force=True)
