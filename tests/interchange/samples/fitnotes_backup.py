"""Backups of FitNotes as its versions of 2017 and of today write them."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

Rows = Mapping[str, Sequence[tuple[object, ...]]]

TABLES = {
    "Category": "_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL",
    "exercise": "_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, category_id INTEGER NOT NULL",
    "training_log": (
        "_id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL, date DATE NOT NULL, "
        "metric_weight INTEGER NOT NULL, reps INTEGER NOT NULL, is_complete INTEGER NOT NULL DEFAULT 0, "
        "unit INTEGER NOT NULL DEFAULT 0, distance INTEGER NOT NULL DEFAULT 0, "
        "duration_seconds INTEGER NOT NULL DEFAULT 0"
    ),
    "Comment": (
        "_id INTEGER PRIMARY KEY AUTOINCREMENT, date DATE NOT NULL, owner_type_id INTEGER NOT NULL, "
        "owner_id INTEGER NOT NULL, comment TEXT NOT NULL"
    ),
    "WorkoutComment": "_id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, comment TEXT NOT NULL",
    "BodyWeight": (
        "_id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, body_weight_metric REAL NOT NULL, "
        "body_fat REAL NOT NULL, comments TEXT"
    ),
}
"""What the version of 2017 has, as far as it is read."""

NEWER = {
    "WorkoutTime": (
        "_id INTEGER PRIMARY KEY AUTOINCREMENT, workout_date TEXT NOT NULL, start_date_time TEXT NOT NULL, "
        "end_date_time TEXT NOT NULL"
    ),
    "MeasurementUnit": "_id INTEGER PRIMARY KEY AUTOINCREMENT, short_name TEXT NOT NULL",
    "Measurement": "_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, unit_id INTEGER NOT NULL",
    "MeasurementRecord": (
        "_id INTEGER PRIMARY KEY AUTOINCREMENT, measurement_id INTEGER NOT NULL, date TEXT NOT NULL, "
        "time TEXT NOT NULL, value REAL NOT NULL, comment TEXT"
    ),
}

OF_2017: Rows = {
    "Category": [(1, "Back"), (2, "Abs"), (3, "Cardio"), (4, "Legs")],
    "exercise": [(1, "Deadlift", 1), (2, "Plank", 2), (3, "Running (Outdoor)", 3), (4, "Zercher Hop", 4)],
    "training_log": [
        (1, 1, "2017-05-01", 102.0582833, 5, 0, 2, 0, 0),
        (2, 2, "2017-05-01", 0, 0, 0, 0, 0, 90),
        (3, 3, "2017-05-03", 0, 0, 0, 0, 5000, 1530),
        (4, 4, "2017-05-01", 20, 10, 0, 0, 0, 0),
    ],
    "Comment": [(1, "2017-05-01", 1, 1, "back was round")],
    "WorkoutComment": [(1, "2017-05-01", "slept badly"), (2, "2017-05-02", "rest, knee sore")],
    "BodyWeight": [(1, "2017-05-01", 76.5, 18.0, "morning"), (2, "2017-05-04 07:10:00", 76.25, 0.0, None)],
}


def backup(rows: Rows, tables: Mapping[str, str] = TABLES) -> bytes:
    """A file with those tables and rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, columns in tables.items():
            connection.execute(f"CREATE TABLE {name} ({columns})")
        for name, values in rows.items():
            for one in values:
                connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(one))})", one)
        connection.commit()
        return connection.serialize()


def samples() -> dict[str, bytes]:
    """A small backup of an old version, and one of a new one."""
    newer = {
        "WorkoutTime": [(1, "2017-05-01", "2017-05-01 18:00:00", "2017-05-01 19:05:00")],
        "MeasurementUnit": [(1, "kgs"), (2, "lbs"), (3, "%")],
        "Measurement": [(1, "Bodyweight", 2), (2, "Body Fat", 3)],
        "MeasurementRecord": [
            (1, 1, "2017-05-01", "07:05:00", 168.0, "before breakfast"),
            (2, 2, "2017-05-01", "07:05:00", 18.0, None),
        ],
    }
    return {
        "fitnotes_2017.fitnotes": backup(OF_2017),
        "fitnotes_new.fitnotes": backup({**OF_2017, **newer}, {**TABLES, **NEWER}),
    }
