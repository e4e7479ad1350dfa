"""The database itself refuses what a record refuses, whoever writes it."""

import pytest

from journal.columns import Kind
from journal.errors import Refused
from journal.records import RECORDS, CheckIn, Condition, OwnExercise, Pain, Set, Workout, columns
from journal.storage.rows import codec
from journal.storage.tables import TABLES

ID = "6e3c2b1a-0000-4000-8000-00000000000a"
NOWHERE = "6e3c2b1a-0000-4000-8000-00000000000b"


def _bad_values():
    """(table, stored column, a value that its record would never hold)."""
    for record in RECORDS:
        for column in columns(record):
            bad = []
            if column.kind in (Kind.WHOLE, Kind.NUMBER):
                bad = [round(column.low * column.scale) - 1, round(column.high * column.scale) + 1]
            elif column.kind is Kind.INSTANT:
                bad = [10**11, -(10**11)]
            elif column.kind is Kind.WORD:
                bad = ["a word of no list", "", "NONE"]
            elif column.kind is Kind.WORDS:
                known = next(iter(column.words))
                bad = ["a word of no list", f"{known};other", f"{known} ", f";{known}", None]
            elif column.kind is Kind.KEY:
                bad = ["", None]
            elif column.kind is Kind.ID:
                bad = ["", "too short", NOWHERE] if column.references else ["", "too short"]
            elif column.kind is Kind.TEXT:
                bad = [None]
            if column.required:
                bad.append(None)
            yield from ((record.TABLE, column.stored, value) for value in bad)


def _row(record, store, at):
    """A stored row that the database takes."""
    fields = {}
    for column in columns(record):
        if column.required:
            fields[column.name] = {
                Kind.ID: ID,
                Kind.KEY: "name",
                Kind.INSTANT: at("18:00"),
                Kind.DATE: at("18:00").date(),
                Kind.YES_NO: True,
            }.get(column.kind, next(iter(column.words or [1])))
    return codec(record).row(record(**fields), "2026-11-25")


@pytest.fixture
def filled(store, at, now):
    store.record([Workout(id=ID, started_at=at("18:00"), kind="run")], now=now)
    store.record([Pain(id=ID, at=at("18:00"), region="knee", score=1)], now=now)
    return store


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.TABLE)
def test_no_column_takes_what_its_record_would_refuse(filled, at, record):
    table = TABLES[record.TABLE]
    for name, value in [(name, value) for where, name, value in _bad_values() if where == record.TABLE]:
        row = dict(zip(table.columns.keys(), _row(record, filled, at), strict=True)) | {name: value}
        if f"{name}_offset" in row:
            row[f"{name}_offset"] = 0
        if record in (Workout, Pain) and name != "id":
            row["id"] = NOWHERE
        with pytest.raises(Refused, match=r"cannot hold this record|already has"), filled._writing() as step:
            step.add(table, [tuple(row.values())])


@pytest.mark.parametrize("column", ["onset_at", "onset_at_offset"])
def test_an_instant_is_whole_or_not_there(filled, at, column):
    row = dict(zip(TABLES["pain"].columns.keys(), _row(Pain, filled, at), strict=True))
    row |= {"id": NOWHERE, column: 3600}
    with pytest.raises(Refused, match="cannot hold this record"), filled._writing() as step:
        step.add(TABLES["pain"], [tuple(row.values())])


def test_yes_and_no_are_the_only_answers_in_a_file(tmp_path, at, now):
    from journal.storage import open_store

    with open_store(str(tmp_path / "journal.db")) as store:
        row = dict(zip(TABLES["pain"].columns.keys(), _row(Pain, store, at), strict=True))
        with pytest.raises(Refused, match="ck_pain_sudden"), store._writing() as step:
            step.connection.exec_driver_sql(
                f"INSERT INTO pain ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                tuple((row | {"sudden": 2}).values()),
            )


def test_all_words_of_a_list_fit_into_one_cell(store, now):
    from journal.vocabulary import ExerciseTag, Muscle

    every = OwnExercise(slug="all", name="all", primary_muscles=tuple(Muscle), tags=tuple(ExerciseTag))
    store.record([every], now=now)
    assert store.get(OwnExercise, "all") == every


def test_the_bounds_themselves_are_accepted(store, now, at):
    from datetime import date

    low = CheckIn(date=date(1900, 1, 1), sleep_h=0, body_weight_kg=1, stress=0, cigarettes=0)
    high = CheckIn(date=date(2199, 12, 31), sleep_h=24, body_weight_kg=700, stress=10, cigarettes=1000)
    workout = Workout(id=ID, started_at=at("18:00"), kind="run", duration_min=60_000, session_rpe=10)
    sets = [
        Set(workout_id=ID, position=1, exercise="squat", weight_kg=-1000, reps=0),
        Set(workout_id=ID, position=100_000, exercise="squat", weight_kg=2000, distance_km=20_000),
    ]
    store.record([low, high, workout, *sets, Condition(condition="arthritis")], now=now)
    assert store.rows(CheckIn) == [low, high]
    assert store.rows(Set) == sets
