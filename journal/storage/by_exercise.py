"""Reading by exercise: how often each one was done, and all that was done of one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from journal.records import Session, Set, Workout
from journal.storage.rows import codec
from journal.storage.table_rows import fetch, find, stored
from journal.storage.tables import TABLES
from journal.storage.values import KEY_READER


@dataclass(frozen=True, slots=True)
class Use:
    """How often an exercise was done: in how many workouts, with how many sets, and on which day last."""

    workouts: int
    sets: int
    last: date


def read_use(connection: Connection) -> dict[str, Use]:
    """The use of every exercise that has a set, by its slug; counted in the database."""
    sets = TABLES["sets"].c
    statement = select(
        sets.exercise, func.count(sets.workout_id.distinct()), func.count(), func.max(sets.day)
    ).group_by(sets.exercise)
    return {
        KEY_READER(slug): Use(workouts, count, date.fromisoformat(str(day)))
        for slug, workouts, count, day in connection.execute(statement)
    }


def read_sessions_of(connection: Connection, exercise: str, *, last: int | None = None) -> list[Session]:
    """The workouts (the `last` ones) in which an exercise was done, with its sets alone, oldest first."""
    stored_sets = TABLES["sets"].c
    statement = stored(TABLES["sets"], connection.dialect.name).where(stored_sets.exercise == exercise)
    if last is not None:
        # A day has one workout at least: so many days hold as many, and those of one day are told apart below.
        days = select(stored_sets.day).where(stored_sets.exercise == exercise).distinct()
        latest = days.order_by(stored_sets.day.desc()).limit(last).subquery()
        statement = statement.where(stored_sets.day >= select(func.min(latest.c.day)).scalar_subquery())
    sets: dict[str, list[Set]] = {}
    for one in codec(Set).read_all(fetch(connection, statement)):
        sets.setdefault(str(one.workout_id), []).append(one)
    rows = find(connection, TABLES["workouts"], [(key,) for key in sets])
    workouts = sorted(codec(Workout).read_all(rows.values()), key=lambda one: (one.started_at, one.key))
    return [
        Session(workout, tuple(sorted(sets[workout.key], key=lambda one: one.position)))
        for workout in workouts[-(last or 0) :]
    ]
