"""Backups of FitNotes: what is done and what was only planned, what is written about it, body weights."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from came_in import workouts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples.fitnotes_backup import NEWER, OF_2017, TABLES, backup

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.lifting import fitnotes, fitnotes_backup, sqlite_tables
from journal.interchange.not_told import NotTold
from journal.interchange.rows.foreign import Options
from journal.records import CheckIn, OwnExercise, Set
from journal.storage import open_store
from journal.vocabulary import MassUnit, Muscle, WorkoutKind

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="backup.fitnotes",
)
GOOD = backup(OF_2017)
DEADLIFTS = {"Category": [(1, "Back")], "exercise": [(1, "Deadlift", 1)]}


def read(data: bytes = GOOD, options: Options = OPTIONS) -> Imported:
    return from_bytes.read(fitnotes_backup, data, options)


def log(*rows: tuple[object, ...], **more: object) -> Imported:
    """A backup with these rows of date, kg, repetitions and whether they are ticked off."""
    made = [(number, 1, *row, 0, 0, 0) for number, row in enumerate(rows, start=1)]
    tables = {**TABLES, **{name: NEWER[name] for name in more if name in NEWER}}
    return read(backup({**DEADLIFTS, "training_log": made, **more}, tables))


def test_more_rows_than_any_backup_has_are_refused_with_the_file_and_the_table(monkeypatch):
    monkeypatch.setattr(sqlite_tables, "MOST_ROWS", 2)
    with pytest.raises(
        Refused, match=r"^backup\.fitnotes: its table training_log has .* at most 2 are read$"
    ):
        log(*[("2026-11-20", 100, 5, 1)] * 3)


def sets(imported: Imported) -> list[tuple[object, ...]]:
    """Exercise, kg, repetitions, km, seconds and note of each set."""
    return [
        (each.exercise, each.weight_kg, each.reps, each.distance_km, each.duration_s, each.note)
        for each in imported.records
        if isinstance(each, Set)
    ]


def days(imported: Imported) -> list[tuple[object, ...]]:
    """Date, time, kg and note of each check-in."""
    return [
        (each.date.day, each.at and f"{each.at:%H:%M}", each.body_weight_kg, each.note)
        for each in imported.records
        if isinstance(each, CheckIn)
    ]


def test_a_backup_holds_sets_in_kilograms_their_comments_and_body_weights():
    imported = read()
    assert sets(imported) == [
        ("deadlift", 102.058, 5, None, None, "back was round"),
        ("plank", None, None, None, 90, ""),
        ("zercher-hop", 20, 10, None, None, ""),
        ("run", None, None, 5, 1530, ""),
    ]
    lifting, running = workouts(imported)
    assert (lifting.started_at.isoformat(), lifting.time_known) == ("2017-05-01T12:00:00+02:00", False)
    assert (lifting.note, lifting.source, lifting.duration_min) == ("slept badly", "fitnotes", None)
    assert (running.kind, running.duration_min) == (WorkoutKind.RUN, 25.5)
    assert days(imported) == [
        (1, None, 76.5, "morning"),
        (2, None, None, "rest, knee sore"),
        (4, "07:10", 76.25, ""),
    ]
    (own,) = [each for each in imported.records if isinstance(each, OwnExercise)]
    assert set(own.primary_muscles) == {Muscle.QUADS, Muscle.GLUTES, Muscle.HAMSTRINGS}
    assert [one.reason for one in imported.skipped] == ["body fat: only body weight is read"]
    assert (imported.rows, imported.problems) == (6, [])
    assert imported.units == {"weight": "kg", "distance": "m"}


def test_the_csv_file_of_the_same_days_gives_the_same_workouts():
    csv = (
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
        "2017-05-01,Deadlift,Back,225.0,lbs,5,0.0,,0:00:00,back was round\n"
        "2017-05-01,Plank,Abs,0.0,kgs,0,0.0,,0:01:30,\n"
        "2017-05-01,Zercher Hop,Legs,20.0,kgs,10,0.0,,0:00:00,\n"
        "2017-05-03,Running (Outdoor),Cardio,0.0,kgs,0,5.0,km,0:25:30,\n"
    )
    other = from_bytes.read(fitnotes, csv.encode(), replace(OPTIONS, file="x.csv"))
    assert [one.id for one in workouts(other)] == [one.id for one in workouts(read())]
    assert [one for one in other.records if isinstance(one, Set)] == [
        one for one in read().records if isinstance(one, Set)
    ]


# Planned sets


def test_where_nothing_is_ticked_off_everything_was_done():
    imported = log(("2017-05-01", 100, 5, 0), ("2017-05-02", 100, 5, 0))
    assert (len(sets(imported)), imported.skipped) == (2, [])


def test_where_sets_are_ticked_off_the_others_were_planned_also_those_of_days_to_come():
    imported = log(("2017-05-01", 100, 5, 1), ("2017-05-01", 105, 5, 0), ("2026-12-24", 110, 5, 0))
    assert [kg for _, kg, *_ in sets(imported)] == [100]
    assert [(one.line, one.reason) for one in imported.skipped] == [
        (2, "planned, not done"),
        (3, "planned, not done"),
    ]
    assert (imported.rows, imported.problems) == (3, [])


def test_sets_of_days_before_the_first_that_was_ticked_off_were_done():
    imported = log(("2016-01-01", 90, 5, 0), ("2017-05-01", 100, 5, 1), ("2017-05-01", 105, 5, 0))
    assert [kg for _, kg, *_ in sets(imported)] == [90, 100]


# What newer versions know


def test_the_times_of_a_workout_are_taken_and_its_id_stays_that_of_its_day():
    imported = log(
        ("2017-05-01", 100, 5, 0),
        ("2017-05-02", 100, 5, 0),
        ("2017-05-03", 100, 5, 0),
        WorkoutTime=[
            (1, "2017-05-01", "2017-05-01 18:00:00", "2017-05-01 18:40:00"),
            (2, "2017-05-01", "2017-05-01 19:00:00", "2017-05-01 19:10:00"),
            (3, "2017-05-02", "2017-05-02 18:00:00", "2017-05-02 17:00:00"),
            (4, "2017-05-03", "", ""),
        ],
    )
    timed, *untimed = workouts(imported)
    assert (timed.started_at.isoformat(), timed.time_known) == ("2017-05-01T18:00:00+02:00", None)
    assert timed.duration_min == 50
    assert [(one.time_known, one.duration_min) for one in untimed] == [(False, None), (False, None)]
    assert timed.id == workouts(log(("2017-05-01", 100, 5, 0)))[0].id


def test_measurements_of_newer_versions_win_over_the_old_table():
    imported = log(
        MeasurementUnit=[(1, "kgs"), (2, "lbs"), (3, "%")],
        Measurement=[(1, "Bodyweight", 2), (2, "Body Fat", 3), (3, "Weight", 1)],
        MeasurementRecord=[
            (1, 1, "2017-05-01", "20:00:00", 170.0, None),
            (2, 1, "2017-05-01", "07:00:00", 168.0, "morning"),
            (3, 2, "2017-05-01", "07:00:00", 18.0, None),
            (4, 3, "2017-05-02", "07:00:00", 76.0, None),
        ],
        BodyWeight=[(1, "2017-05-01 07:00:00", 76.2, 0.0, None), (2, "2016-05-01", 80, 0.0, None)],
    )
    assert days(imported) == [(1, None, 80, ""), (1, "07:00", 76.204, "morning"), (2, "07:00", 76, "")]
    assert [one.reason for one in imported.skipped] == [
        "Body Fat: only body weight is read",
        "another body weight of the same day: the first one is kept",
    ]


def test_a_body_weight_without_its_unit_is_asked_for():
    data = backup(
        {"Measurement": [(1, "Bodyweight", 0)], "MeasurementRecord": [(7, 1, "2017-05-01", "", 170.0, None)]},
        {**TABLES, **NEWER},
    )
    with pytest.raises(
        NotTold, match=r"unit of its weights \(MeasurementRecord\[7\]: 170\.0\): add --weight-unit"
    ):
        read(data)
    told = replace(OPTIONS, weight_unit=MassUnit.LB)
    assert (days(read(data, told)), read(data, told).notes) == ([(1, None, 77.111, "")], [])
    assert read(GOOD, told).notes == [
        "--weight-unit is not needed and was ignored: the file states its units"
    ]


def test_comments_on_days_of_old_versions_and_comments_that_nothing_has():
    imported = log(
        ("2017-05-01", 100, 5, 0),
        Comment=[(1, "2017-05-01", 2, 0, "tired"), (2, "2017-05-01", 1, 77, "of a set that is gone")],
        WorkoutComment=[(1, "2017-05-01", "tired"), (2, "2017-05-01", "hot"), (3, "2017-05-02", " \x07")],
    )
    assert [one.note for one in workouts(imported)] == ["tired\ntired\nhot"]
    assert days(imported) == []
    assert imported.notes == ["1 comment belongs to no set and was left out"]


# What is wrong with a row


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (("soon", 100, 5, 0), "date", "it needs a date and time such as"),
        (("2026-12-24", 100, 5, 0), "date", "it is in the future (today is 2026-11-22)"),
        (("2017-05-01", "heavy", 5, 0), "metric_weight", "it needs a number such as 62.5"),
        (("2017-05-01", float("inf"), 5, 0), "metric_weight", "it needs a number such as 62.5"),
        (("2017-05-01", 5000, 5, 0), "metric_weight", "it needs a number from -1000 to 2000 kg"),
        (("2017-05-01", 100, -1, 0), "reps", "it needs a whole number from 0 to 100000"),
        (("2017-05-01", 100, 2**62, 0), "reps", "it needs a whole number from 0 to 100000"),
        (("2017-05-01", 100, b"\xff\xfe", 0), "reps", "it needs a number such as 62.5"),
    ],
)
def test_a_bad_value_is_a_problem_with_its_row_in_the_log(row, column, reason):
    imported = log(("2017-05-01", 100, 5, 0), row)
    (problem,) = imported.problems
    assert (problem.line, problem.column) == (0, f"training_log[2].{column}")
    assert problem.reason.startswith(reason)
    assert len(sets(imported)) == 1


def test_an_exercise_that_is_not_there_and_bad_body_weights_are_problems():
    broken = {
        **DEADLIFTS,
        "training_log": [(1, 9, "2017-05-01", 100, 5, 0, 0, 0, 0)],
        "BodyWeight": [
            (1, "2017-05-01", 9000.0, 0.0, None),
            (2, "never", 80.0, 0.0, None),
            (3, "2017-05-02", "fat", 0.0, None),
            (4, "2017-05-03", 0.0, 0.0, None),
        ],
    }
    imported = read(backup(broken))
    assert [(one.column, one.value) for one in imported.problems] == [
        ("training_log[1].exercise", ""),
        ("BodyWeight[2].date", "never"),
        ("BodyWeight[3].value", "fat"),
        ("BodyWeight[1].body_weight_kg", "9000.0"),
    ]
    assert [one.reason for one in imported.skipped] == ["no body weight on 2017-05-03"]
    assert imported.records == []


def test_a_record_that_the_journal_takes_issue_with_is_named_by_its_row():
    imported = read()
    (first, *_) = [one for one in imported.records if isinstance(one, Set)]
    assert imported.problem("sets", first.key, "no").sentence == (
        f"backup.fitnotes, training_log[1].workout_id/position: '{first.key}'; no"
    )


# Files that are none


def refusal(data: bytes) -> str:
    assert from_bytes.recognises(fitnotes_backup, data)
    with pytest.raises(Refused) as refused:
        read(data)
    return str(refused.value)


def test_another_sqlite_file_is_refused_with_what_it_lacks():
    assert refusal(backup({}, {"songs": "_id INTEGER PRIMARY KEY, title TEXT"})) == (
        "backup.fitnotes is a SQLite file, but no backup of FitNotes: "
        "it needs the tables training_log and exercise"
    )
    without = TABLES | {"training_log": "_id INTEGER PRIMARY KEY, date TEXT"}
    assert refusal(backup({}, without)).startswith("backup.fitnotes is a SQLite file, but no backup")


def test_views_and_virtual_tables_are_no_tables(tmp_path):
    path = tmp_path / "x"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute(
            "CREATE VIEW training_log AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS exercise_id, '' AS date, 0 AS metric_weight, 0 AS reps FROM n"
        )
    connection.close()
    assert "no backup of FitNotes" in refusal(path.read_bytes())


def test_our_own_journal_is_refused_by_its_name(tmp_path):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record(
            [CheckIn(date=date(2026, 11, 20))], now=datetime.fromisoformat("2026-11-22T10:00:00+00:00")
        )
    assert refusal(path.read_bytes()).startswith(
        "backup.fitnotes is a journal, not a file of another program"
    )


@pytest.mark.parametrize("kept", [16, 20, 100, 1000, 4096, 5000, len(GOOD) // 2, len(GOOD) - 1])
def test_a_cut_backup_is_refused_as_damaged(kept):
    assert refusal(GOOD[:kept]).startswith("backup.fitnotes is damaged (")


@given(place=st.integers(16, len(GOOD) - 1), bytes_there=st.binary(min_size=1, max_size=200))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_however_a_backup_is_damaged_it_is_read_or_refused(place, bytes_there):
    data = (GOOD[:place] + bytes_there + GOOD[place + len(bytes_there) :])[: len(GOOD)]
    try:
        imported = read(data)
    except Refused:
        return
    assert imported.rows >= 0


def test_the_file_is_left_as_it_is_and_nothing_beside_it(tmp_path):
    path = tmp_path / "my backup? #1.fitnotes"
    path.write_bytes(GOOD)
    path.chmod(0o400)
    before = path.stat().st_mtime_ns
    fitnotes_backup.read(path, replace(OPTIONS, weight_unit=MassUnit.LB))
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (GOOD, before)
