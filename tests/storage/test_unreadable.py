"""A value that no version of the program wrote is told with its record, whichever way it is read; never passed on."""

import sqlite3
from contextlib import closing
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, inspect, text

from journal.by_columns import Written
from journal.errors import CouldNot
from journal.records import RECORDS, CheckIn, Condition, Drink, Pain, Set, SymptomEntry, Workout
from journal.storage import open_store
from journal.storage.doctor import examine
from journal.storage.place import place_of
from journal.storage.plain import NotPlain, PlainFile
from journal.storage.rows import codec
from journal.storage.stored_names import stored_names

DAY = "2026-11-25"
CASES = {
    "pain": [
        ("score = 'abc'", "its score is 'abc', and needs a whole number from 0 to 10"),
        ("score = 3.5", "its score is 3.5, and needs a whole number"),
        ("score = 77", "its score is 77, and needs a whole number"),
        ("score = 9e999", "its score is inf, and needs a whole number"),
        ("score = x'00ff'", "its score is b'\\x00\\xff', and needs a whole number"),
        ("region = 'nose'", "its region is 'nose', and needs a word of its list"),
        ("region = x'6b6e6565'", "its region is b'knee', and needs a word of its list"),
        ("qualities = 'dull;loud'", "its qualities is 'dull;loud', and needs a word of its list"),
        ("sudden = 2", "its sudden is 2, and needs yes or no"),
        ("at = 1e300", "its at is 1e+300, and needs a date and time"),
        ("at = 99999999999999", "its at is 99999999999999, and needs a date and time"),
        ("at = at + 0.5", "and needs a date and time"),
        ("at_offset = 'east'", "and needs a date and time"),
        ("at_offset = 90000", "and needs a date and time"),
        ("onset_at = 1", "its onset_at is 1, and needs a date and time"),
        ("workout_id = 'not a uuid'", "its workout_id is 'not a uuid', and needs a UUID"),
        ("day = '2026-11-24'", f"its day is '2026-11-24', and needs {DAY}, as its at says"),
        ("day = 'someday'", f"its day is 'someday', and needs {DAY}"),
        ("day = x'ff'", f"its day is b'\\xff', and needs {DAY}"),
        ("note = x'ff00'", "its note is b'\\xff\\x00', and needs text"),
        ("note = 5.5", None),  # SQLite makes a text of it
    ],
    "sets": [
        ("weight_g = 'heavy'", "its weight_kg is 'heavy', and needs a number from"),
        ("rpe = 7.5", "its rpe is 7.5, and needs a number from 0 to 10"),
        ("exercise = ''", "its exercise is '', and needs text that is not empty"),
        (
            "exercise = 'a' || char(27)",
            "its exercise is 'a\\x1b', and needs text that is not empty and has no",
        ),
        ("exercise = char(8238)", "its exercise is '\\u202e', and needs text that is not empty and has no"),
        ("day = 'someday'", "its day is 'someday', and needs a date such as 2026-11-20"),
    ],
    "workouts": [("duration_s = -1", "its duration_min is -1, and needs a number from 0")],
    "checkins": [
        ("stress = 'much'", "its stress is 'much', and needs a whole number from 0 to 10"),
        ("day = '2026-11-24'", f"its day is '2026-11-24', and needs {DAY}, as its date says"),
        ("date = '2026-02-30'", "its date is '2026-02-30', and needs a date"),
        ("date = '20261125'", "its date is 20261125, and needs a date"),
    ],
    "conditions": [("since = 'long ago'", "its since is 'long ago', and needs a date")],
    "hydration": [("volume_ml = 'a glass'", "its volume_ml is 'a glass', and needs")],
    "symptoms": [("present = 'maybe'", "its present is 'maybe', and needs yes or no")],
}


@pytest.fixture
def filled(tmp_path, line, pain, now):
    """A journal with a record of every kind that the cases spoil."""
    return _fill(str(tmp_path / "journal.db"), line, pain, now)


def _fill(url, line, pain, now):
    with open_store(url) as store:
        store.record(
            [
                line("18:00", "squat 5 100"),
                pain("18:30", "knee", 4),
                CheckIn(date=date.fromisoformat(DAY), stress=3),
                Condition(condition="arthritis", since=date(2020, 1, 1)),
                Drink(id=uuid4(), at=now, volume_ml=300),
                SymptomEntry(id=uuid4(), at=now, symptom="fever", present=True),
            ],
            now=now,
        )
    return url


def _spoil(path, table, setting):
    with closing(sqlite3.connect(path)) as journal, journal:
        journal.execute("PRAGMA foreign_keys=OFF")
        journal.execute("PRAGMA ignore_check_constraints=ON")
        journal.execute(f"UPDATE {table} SET {setting}")


def _by_rows(url):
    with open_store(url) as store:
        return [store.rows(record) for record in RECORDS]


def _by_snapshot(url):
    with open_store(url) as store:
        return store.snapshot()


def _by_columns(url):
    with closing(sqlite3.connect(url)) as journal:
        made = []
        for record in RECORDS:
            rows = journal.execute(f"SELECT {', '.join(stored_names(record))} FROM {record.TABLE}").fetchall()
            made += [_values(column) for column in codec(record).in_columns(rows)]
        return made


def _values(column):
    return (
        list(column.texts) if isinstance(column, Written) else [column.values[one] for one in column.stands]
    )


def _by_plain_file(url):
    with PlainFile(url) as file:
        return [file.rows(record) for record in RECORDS]


def _by_plain_snapshot(url):
    with PlainFile(url) as file:
        return file.snapshot()


READERS = [_by_rows, _by_snapshot, _by_columns, _by_plain_file, _by_plain_snapshot]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("table", "case"), [(table, case) for table in CASES for case in CASES[table]])
def test_what_a_column_cannot_hold_is_told_with_its_record_day_and_field(filled, reader, table, case):
    setting, said = case
    _spoil(filled, table, setting)
    if said is None:
        reader(filled)
        return
    with pytest.raises(CouldNot) as failure:
        reader(filled)
    sentence = str(failure.value)
    assert sentence.startswith(f"the journal is damaged: {table} ")
    assert said in sentence
    assert sentence.endswith("; `journal doctor` names the way back")
    if table not in ("conditions", "checkins"):  # whose key says it all
        day = "" if setting.startswith("day") else DAY
        assert f" of {day}" in sentence
        assert " cannot be read: " in sentence


@pytest.mark.parametrize(("table", "case"), [(table, case) for table in CASES for case in CASES[table]])
def test_the_doctor_names_the_same(filled, table, case):
    setting, said = case
    if said is None:
        return
    _spoil(filled, table, setting)
    told = " ".join(one.what for one in examine(filled).findings)
    assert f"{table} " in told
    assert said in told


def test_a_key_that_is_hostile_is_told_in_one_clean_line(filled):
    _spoil(filled, "pain", "score = 'a' || char(10) || char(27) || '[31m' || printf('%.*c', 500, 'x')")
    with open_store(filled) as store, pytest.raises(CouldNot) as failure:
        store.rows(Pain)
    assert len(str(failure.value)) < 300
    assert str(failure.value).isprintable()


@pytest.mark.parametrize(
    ("ask", "spoilt"),
    [
        (lambda store: store.days(), "day = 'someday'"),
        (lambda store: store.use(), "day = 'someday'"),
        (lambda store: store.use(), "exercise = CAST(x'ff' AS TEXT)"),
        (lambda store: store.use(), "exercise = 'a' || char(27)"),
        (lambda store: store.rows(Set), "day = CAST(x'ff' AS TEXT)"),
        (lambda store: store.rows(Set), "exercise = CAST(x'ff' AS TEXT)"),
        (lambda store: store.snapshot(), "exercise = CAST(x'ff' AS TEXT)"),
        (lambda store: store.search(["squat"], limit=5), "exercise = CAST(x'ff' AS TEXT)"),
        (lambda store: store.search(["squat"], limit=5), "kind = 'best'"),
    ],
)
def test_also_what_is_asked_of_the_database_itself_names_the_record(filled, ask, spoilt):
    _spoil(filled, "sets", spoilt)
    with (
        open_store(filled) as store,
        pytest.raises(CouldNot, match=r"damaged: sets \S+/1 of \S+ cannot be read: its"),
    ):
        ask(store)


@pytest.mark.parametrize(
    "spoilt", ["score = 'abc'", "day = CAST(x'ff' AS TEXT)", "note = CAST(x'ff' AS TEXT)"]
)
def test_what_the_quick_way_cannot_read_in_columns_is_left_to_the_store(filled, spoilt):
    _spoil(filled, "pain", spoilt)
    with pytest.raises(NotPlain), PlainFile(filled) as file:
        [list(parts) for _, parts in file.in_columns()]
    with open_store(filled) as store, pytest.raises(CouldNot, match=r"the journal is damaged: pain "):
        store.in_columns()


@pytest.mark.parametrize("reader", [_by_rows, _by_snapshot, _by_columns, _by_plain_file, _by_plain_snapshot])
def test_a_text_that_is_only_shown_is_read_without_control_characters(filled, reader):
    before = reader(filled)
    _spoil(filled, "pain", "note = char(27) || char(8238) || char(155)")
    assert reader(filled) == before


def test_columns_that_nobody_wanted_any_more_leave_nothing_behind(filled):
    _spoil(filled, "pain", "score = 'abc'")
    with PlainFile(filled) as file:
        columns = file.in_columns()
        next(columns)
    with pytest.raises(NotPlain), PlainFile(filled) as file:
        [list(parts) for _, parts in file.in_columns()]
    columns.close()


def test_records_that_are_as_they_should_be_are_read_beside_it(filled):
    _spoil(filled, "pain", "score = 'abc'")
    with open_store(filled) as store:
        assert len(store.rows(Set)) == len(store.rows(Workout)) == 1


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("score = 77", "its score is 77, and needs a whole number from 0 to 10"),
        ("region = 'nose'", "its region is 'nose', and needs a word of its list"),
        ("at = 99999999999999", "its at is 99999999999999, and needs a date and time"),
        ("workout_id = NULL, at_offset = 90000", "and needs a date and time"),
    ],
)
def test_on_a_server_too_where_somebody_took_its_rules_away(server_url, line, pain, now, setting, said):
    _fill(server_url, line, pain, now)
    engine = create_engine(place_of(server_url).url)
    with engine.begin() as connection:
        for rule in inspect(connection).get_check_constraints("pain"):
            connection.execute(text(f'ALTER TABLE pain DROP CONSTRAINT "{rule["name"]}"'))
        connection.execute(text(f"UPDATE pain SET {setting}"))
    engine.dispose()
    for reader in (_by_rows, _by_snapshot):
        with pytest.raises(
            CouldNot, match=f"the journal is damaged: pain .* of {DAY} cannot be read: .*{said}"
        ):
            reader(server_url)
    assert said in " ".join(one.what for one in examine(server_url).findings)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("record", RECORDS)
def test_whatever_a_record_can_hold_is_read(any_record, record, data):
    form = codec(record)
    drawn = data.draw(any_record(record, links=["e1f1a2f0-0000-4000-8000-000000000000"]))
    row = form.row(drawn, DAY if record is Set else "")
    assert form.fault(row) == ""
    assert form.checked([row]) == [row]
