"""Short ways to write a journal down in a test: times are local words, records are the real ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from uuid import UUID, uuid5

from journal.analysis.stored import as_stored, stored_columns
from journal.exercises import catalogue
from journal.records import BY_TABLE, Care, CheckIn, Drink, Pain, Record, Set, SymptomEntry, Urine, Workout

_NAMES = UUID("6f0b0d6e-5c5f-4b8e-9d58-0c7d3a0d2f11")


def when(text: str) -> datetime:
    """`2026-11-20 18:30`, one hour east of UTC; `2026-11-20 18:30+02:00` says its own offset."""
    return datetime.fromisoformat(text if {"+", "-"} & set(text[10:]) else f"{text}+01:00")


def name(*parts: object) -> UUID:
    """The same id for the same words, so that a failing test names the same records each time."""
    return uuid5(_NAMES, "|".join(map(str, parts)))


def pain(at: str, region: str = "lower-back", score: int = 4, **more: object) -> Pain:
    """A pain entry."""
    return Pain(id=name("pain", at, region, score, more), at=when(at), region=region, score=score, **more)


def symptom(at: str, sign: str, present: bool = True, **more: object) -> SymptomEntry:
    """A sign, there or answered no."""
    return SymptomEntry(
        id=name("symptom", at, sign, present, more), at=when(at), symptom=sign, present=present, **more
    )


def care(at: str, kind: str, **more: object) -> Care:
    """Something done against a pain."""
    return Care(id=name("care", at, kind, more), at=when(at), kind=kind, **more)


def drink(at: str, ml: int) -> Drink:
    """Something drunk."""
    return Drink(id=name("drink", at, ml), at=when(at), volume_ml=ml, drink="water")


def urine(at: str, color: int, **more: object) -> Urine:
    """A reading of the urine colour."""
    return Urine(id=name("urine", at, color), at=when(at), color=color, **more)


def checkin(day: str, **more: object) -> CheckIn:
    """The state of a day."""
    return CheckIn(date=datetime.fromisoformat(day).date(), **more)


def workout(
    at: str,
    *exercises: tuple[str, int, int, float] | tuple[str, int, int],
    kind: str = "strength",
    minutes: float | None = 60,
    rpe: float | None = None,
    **more: object,
) -> list[Record]:
    """A strength workout: each exercise is (slug, sets, reps, kg)."""
    made = Workout(
        id=name("workout", at, kind),
        started_at=when(at),
        kind=kind,
        duration_min=minutes,
        session_rpe=rpe,
        **more,
    )
    sets = [
        (slug, reps, rest[0] if rest else None)
        for slug, count, reps, *rest in exercises
        for _ in range(count)
    ]
    return [
        made,
        *(
            Set(workout_id=made.id, position=position, exercise=slug, reps=reps, weight_kg=kg)
            for position, (slug, reps, kg) in enumerate(sets, 1)
        ),
    ]


def run(
    at: str, km: float | None, minutes: float | None = 30, rpe: float | None = 5, **more: object
) -> list[Record]:
    """A run."""
    made = Workout(
        id=name("run", at), started_at=when(at), kind="run", duration_min=minutes, session_rpe=rpe, **more
    )
    return [made, Set(workout_id=made.id, position=1, exercise="run", distance_km=km)]


CATALOGUE = catalogue()


@dataclass(frozen=True)
class Stored:
    """A table as the store hands it out."""

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


@dataclass(frozen=True)
class Snapshot:
    """All tables at one moment, as the store hands them out."""

    tables: dict[str, Stored]
    zone: tzinfo = UTC


def reader(records: Iterable[Record], zone: tzinfo = UTC) -> Callable[[date | None], Snapshot]:
    """What reads a journal with those records as the store would: those that have a day from a date on."""
    made = list(records)
    trained = {one.id: one.started_at.date() for one in made if isinstance(one, Workout)}
    dated = [(one, _day(one, trained), as_stored(one)) for one in made]

    def read(since: date | None) -> Snapshot:
        tables = {}
        for table in BY_TABLE:
            names = tuple(stored_columns(table))
            rows = [
                tuple(row.get(name) for name in names)
                for one, day, row in dated
                if table == one.TABLE and (since is None or day is None or day >= since)
            ]
            tables[table] = Stored(names, rows)
        return Snapshot(tables, zone)

    return read


def _day(record: Record, trained: dict[UUID, date]) -> date | None:
    """The local date by which the store finds a record; None when it always does."""
    if isinstance(record, Set):
        return trained[record.workout_id]
    if isinstance(record, CheckIn):
        return record.date
    return record.instant.date() if record.instant else None
