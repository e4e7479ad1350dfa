"""Reading by exercise: how often each one was done, and all that was done of one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from journal.records import Session, Set, Workout
from journal.storage.rows import codec
from journal.storage.table_rows import fetch, find, stored
from journal.storage.tables import TABLES


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
        slug: Use(workouts, count, date.fromisoformat(str(day)))
        for slug, workouts, count, day in connection.execute(statement)
    }


def read_sessions_of(connection: Connection, exercise: str) -> list[Session]:
    """The workouts in which an exercise was done, each with its sets of that exercise alone, oldest first."""
    statement = stored(TABLES["sets"], connection.dialect.name).where(TABLES["sets"].c.exercise == exercise)
    sets: dict[str, list[Set]] = {}
    for one in codec(Set).read_all(fetch(connection, statement)):
        sets.setdefault(str(one.workout_id), []).append(one)
    rows = find(connection, TABLES["workouts"], [(key,) for key in sets])
    workouts = sorted(codec(Workout).read_all(rows.values()), key=lambda one: (one.started_at, one.key))
    return [
        Session(workout, tuple(sorted(sets[workout.key], key=lambda one: one.position)))
        for workout in workouts
    ]
