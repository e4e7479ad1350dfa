"""What is written is what is read again, to the last column, on every database."""

import json
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from journal.records import (
    RECORDS,
    Alias,
    CheckIn,
    Condition,
    Drink,
    Pain,
    ProfileEntry,
    Set,
    SymptomEntry,
    TemplateSet,
    Workout,
    columns,
)
from journal.storage import Change

EACH_ON_ITS_OWN = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def _exactly(record):
    """Every field, with the offset that `==` does not look at."""
    fields = [getattr(record, column.name) for column in columns(type(record))]
    return [field.isoformat() if isinstance(field, datetime) else field for field in fields]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.TABLE)
@EACH_ON_ITS_OWN
@given(data=st.data())
def test_every_column_of_every_record_survives(store, any_record, now, line, pain, record, data):
    if store.is_empty():
        store.record([line("18:00", "squat 5 100"), pain("18:10", "knee", 4)], now=now)
    links = {Set: store.rows(Workout), Pain: store.rows(Workout), SymptomEntry: store.rows(Pain)}
    made = data.draw(any_record(record, [link.id for link in links.get(record, ())][:1]))
    assume(store.get(record, made.key) is None)
    try:
        store.change([Change(None, made)], now=now, verb="log")
        kept = store.get(record, made.key)
        assert _exactly(kept) == _exactly(made)
        assert all(type(old) is type(new) for old, new in zip(_exactly(kept), _exactly(made), strict=True))
        assert any(_exactly(one) == _exactly(made) for one in store.rows(record))
    finally:
        store.undo(now=now)
    assert store.get(record, made.key) is None


def test_the_snapshot_is_the_stored_form_on_every_database(store, at, now):
    pain = Pain(
        id="6e3c2b1a-0000-4000-8000-000000000001",
        at=at("2026-11-26 00:30"),
        region="lower-back",
        score=4,
        qualities=("sharp", "dull"),
        sudden=True,
        pop_heard=False,
        onset_at=at("2026-11-25 22:00"),
    )
    checkin = CheckIn(date=date(2026, 11, 25), sleep_h=7.5, body_weight_kg=80.25)
    condition = Condition(condition="arthritis", since=date(2020, 1, 2))
    store.record([pain, checkin, condition], now=now)
    tables = store.snapshot().tables
    assert list(tables) == [record.TABLE for record in RECORDS]
    [stored] = [dict(zip(tables["pain"].columns, row, strict=True)) for row in tables["pain"].rows]
    epoch = 1_795_649_400
    assert stored == {
        "id": "6e3c2b1a-0000-4000-8000-000000000001",
        "at": epoch,
        "at_offset": 3600,
        "time_known": None,
        "region": "lower-back",
        "side": None,
        "score": 4,
        "qualities": "dull;sharp",
        "context": None,
        "onset_at": epoch - 9000,
        "onset_at_offset": 3600,
        "sudden": 1,
        "mechanism": None,
        "radiates_to": None,
        "pop_heard": 0,
        "bruising": None,
        "swelling": None,
        "limits_movement": None,
        "flare": None,
        "workout_id": None,
        "note": "",
        "source": "",
        "day": "2026-11-26",
    }
    [stored] = [dict(zip(tables["checkins"].columns, row, strict=True)) for row in tables["checkins"].rows]
    assert (stored["date"], stored["day"], stored["sleep_s"], stored["body_weight_g"]) == (
        "2026-11-25",
        "2026-11-25",
        27_000,
        80_250,
    )
    assert tables["conditions"].rows == [("arthritis", "2020-01-02", None, "")]
    json.dumps({name: rows.rows for name, rows in tables.items()})


def test_a_snapshot_since_a_day_leaves_out_what_was_before_it(store, line, pain, now):
    store.record(
        [
            line("2026-11-20 10:00", "squat 5 100"),
            line("2026-11-24 10:00", "squat 5 110"),
            pain("2026-11-23 23:59", "knee", 4),
            ProfileEntry(key="weight_unit", value="kg"),
        ],
        now=now,
    )
    tables = store.snapshot(since=date(2026, 11, 24)).tables
    counts = {name: len(rows.rows) for name, rows in tables.items() if rows.rows}
    assert counts == {"workouts": 1, "sets": 1, "profile": 1}


def test_rows_are_of_local_days_both_ends_included_and_sorted_by_instant(store, pain, now):
    # Half past midnight here is still the day before in UTC, and belongs to the day here.
    entries = [pain(when, "knee", 3) for when in ("2026-11-26 00:30", "23:30", "2026-11-24 12:00", "09:00")]
    store.record(entries, now=now)
    late, night, early, morning = entries
    assert store.rows(Pain) == [early, morning, night, late]
    assert store.rows(Pain, since=date(2026, 11, 25)) == [morning, night, late]
    assert store.rows(Pain, until=date(2026, 11, 25)) == [early, morning, night]
    assert store.rows(Pain, since=date(2026, 11, 25), until=date(2026, 11, 25)) == [morning, night]


def test_records_without_a_day_are_sorted_by_key_as_python_sorts(store, now):
    names = ["Zercher", "bench", "Älteres", "a", "B", "ä", "10", "9"]
    store.record([Alias(name=name, slug="squat") for name in names], now=now)
    assert [alias.name for alias in store.rows(Alias, since=date(2200, 1, 1))] == sorted(names)
    places = [("push", 10), ("push", 2), ("legs", 1), ("a/b", 3)]
    store.record([TemplateSet(template=name, position=at, exercise="squat") for name, at in places], now=now)
    assert [(one.template, one.position) for one in store.rows(TemplateSet)] == sorted(places)
    assert store.get(TemplateSet, "a/b/3") is not None


def test_sessions_are_workouts_with_their_sets_in_order(store, line, now):
    morning = line("08:00", *[f"squat {reps} 100" for reps in range(1, 13)])
    run = line("10:30", kind="run")
    before = line("2026-11-24 18:00", "bench-press 5 60")
    store.record([morning, run, before], now=now)
    assert store.sessions() == [before, morning, run]
    assert store.sessions(since=date(2026, 11, 25)) == [morning, run]


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Pain, ""),
        (Pain, "no such id"),
        (Pain, "a\0b"),
        (Pain, "\ud800"),
        (Set, "6e3c2b1a-0000-4000-8000-000000000001"),
        (Set, "6e3c2b1a-0000-4000-8000-000000000001/two"),
        (Set, "6e3c2b1a-0000-4000-8000-000000000001/99999999999999999999"),
        (CheckIn, "2026-11-25"),
    ],
)
def test_a_key_that_no_record_has_gives_none(store, record, key):
    assert store.get(record, key) is None


def test_a_new_journal_is_empty_and_has_no_days(store):
    assert store.is_empty()
    assert store.days() is None
    assert store.profile() == {}
    assert store.rows(Pain) == []
    assert store.batches() == []


def test_the_days_of_a_journal_are_those_of_its_first_and_last_record(store, line, now):
    store.record([ProfileEntry(key="glass_ml", value="300")], now=now)
    assert not store.is_empty()
    assert store.days() is None
    store.record([CheckIn(date=date(2026, 11, 20), stress=3), line("18:00", "squat 5 100")], now=now)
    assert store.days() == (date(2026, 11, 20), date(2026, 11, 25))
    assert store.profile() == {"glass_ml": "300"}


def test_numbers_are_kept_to_the_gram_the_metre_and_the_second(store, now, at):
    drink = Drink(id="6e3c2b1a-0000-4000-8000-000000000002", at=at("18:00"), volume_ml=333)
    workout = Workout(
        id="6e3c2b1a-0000-4000-8000-000000000003",
        started_at=at("18:00"),
        kind="row",
        duration_min=8.167,
        session_rpe=6.25,
        weight_before_kg=61.235,
    )
    store.record([drink, workout], now=now)
    tables = store.snapshot().tables
    [row] = [dict(zip(tables["workouts"].columns, row, strict=True)) for row in tables["workouts"].rows]
    assert (row["duration_s"], row["session_rpe"], row["weight_before_g"]) == (490, 625, 61_235)
    assert store.get(Workout, workout.key).duration_min == 8.167
    assert store.get(Workout, workout.key).weight_before_kg == 61.235
