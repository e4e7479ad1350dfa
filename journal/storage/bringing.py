"""An import: what of it is new, what is there already, what contradicts the journal; and the writing of the new."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from journal.columns import clean_text
from journal.errors import Refused
from journal.records import BY_TABLE, RECORDS, OwnExercise, Record, Set, columns
from journal.storage.results import Brought
from journal.storage.rows import Row, RowKey, codec, key_of, key_text
from journal.storage.steps import OpenStep
from journal.storage.table_rows import find
from journal.storage.tables import TABLES, batch_rows, batches
from journal.storage.values import seconds

_LOOKED_UP = 500
"""Records of which it is looked up with which import they came: the first ones tell it."""


@dataclass(slots=True)
class Plan:
    """What an import would do: the rows to add by table, how many are there already, and what hinders it."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    already_there: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    otherwise: list[Record] = field(default_factory=list)
    came_with: tuple[int, ...] = ()

    def brought(self, batch: int | None) -> Brought:
        """The result to give back: with a problem nothing is added."""
        rows = {} if self.problems else self.rows
        added = {"workouts": 0, "sets": 0} | {table: len(some) for table, some in rows.items() if some}
        exercises = [one.name for one in self.records if isinstance(one, OwnExercise)]
        new = () if self.problems else tuple(exercises)
        return Brought(batch, added, self.already_there, self.problems, new, self.came_with)


def plan(connection: Connection, records: Sequence[Record]) -> Plan:
    """Compare the records of an import with the journal; `Refused` when a record stands in it twice."""
    by_table: dict[str, dict[RowKey, Record]] = {record.TABLE: {} for record in RECORDS}
    for record in records:
        same_table = by_table[record.TABLE]
        key = codec(type(record)).key(record)
        if key in same_table:
            raise Refused(f"{record.TABLE} {record.key} stands twice in what is imported; it may stand once")
        same_table[key] = record
    known = _known(connection, by_table)
    made = Plan()
    for table, some in by_table.items():
        if some:
            _plan_table(connection, made, table, some, known)
    made.came_with = _came_with(connection, made.otherwise[:_LOOKED_UP])
    return made


def _came_with(connection: Connection, records: Sequence[Record]) -> tuple[int, ...]:
    """The imports, not taken back, that brought what the journal has in the place of these records."""
    keys: dict[str, set[str]] = {}
    for record in records:
        key = codec(type(record)).key(record)
        keys.setdefault(record.TABLE, set()).add(key_text(key))
        if isinstance(record, Set):  # the sets of a new workout are listed with it
            keys.setdefault("workouts", set()).add(key_text(key[:1]))
    found: set[int] = set()
    for table, some in keys.items():
        brought = (
            select(batch_rows.c.batch)
            .join(batches, batches.c.number == batch_rows.c.batch)
            .where(batch_rows.c.table_name == table, batch_rows.c.row_key.in_(some), ~batches.c.taken_back)
        )
        found |= set(connection.scalars(brought))
    return tuple(sorted(found))


def _known(connection: Connection, by_table: dict[str, dict[RowKey, Record]]) -> dict[str, dict[str, str]]:
    """Ids that may be pointed to, by table, each with its day: those of the import and those of the journal."""
    known: dict[str, dict[str, str]] = {}
    for table, some in by_table.items():
        for column in columns(BY_TABLE[table]):
            if column.references:
                wanted = {str(value) for one in some.values() if (value := getattr(one, column.name))}
                days = known.setdefault(column.references, {})
                place = TABLES[column.references].columns.keys().index("day")
                there = find(connection, TABLES[column.references], [(one,) for one in wanted])
                days |= {row[0]: row[place] for row in there.values()}
    for table, days in known.items():
        days |= {str(key[0]): str(one.day) for key, one in by_table[table].items() if key[0] not in days}
    return known


def _plan_table(
    connection: Connection,
    made: Plan,
    table: str,
    some: dict[RowKey, Record],
    known: dict[str, dict[str, str]],
) -> None:
    form = codec(BY_TABLE[table])
    there = find(connection, TABLES[table], some)
    links = [column for column in columns(BY_TABLE[table]) if column.references]
    made.already_there[table], rows = 0, []
    for key, record in some.items():
        lost = [
            (column.references, target)
            for column in links
            if (target := getattr(record, column.name)) and str(target) not in known[column.references]
        ]
        if lost:
            reason = "; ".join(f"there is no {name} {target}" for name, target in lost)
            made.problems.append((table, record.key, f"{reason}, neither in the import nor in the journal"))
            continue
        row = form.row(record, known["workouts"][str(record.workout_id)] if isinstance(record, Set) else "")
        if key not in there:
            rows.append(row)
            made.records.append(record)
        elif there[key] == row:
            made.already_there[table] += 1
        else:
            made.problems.append((table, record.key, _difference(form.read(there[key]), record)))
            made.otherwise.append(record)
    made.rows[table] = rows


def _difference(there: Record, new: Record) -> str:
    """Which fields differ, as a reason."""
    parts = [
        f"{column.name} is {_shown(old)} in the journal and {_shown(value)} in the import"
        for column in columns(type(new))
        if (old := getattr(there, column.name)) != (value := getattr(new, column.name))
    ]
    # Two offsets of one instant are equal for Python, and are not the same record.
    return "; ".join(parts) or "its offset from UTC is another one in the journal"


def _shown(value: Any) -> str:
    if value in (None, "", ()):
        return "empty"
    shown = ";".join(value) if isinstance(value, tuple) else str(value)
    return repr(shown if len(shown) <= 60 else shown[:57] + "...")


def write(step: OpenStep, made: Plan, *, now: datetime, source: str, file: str) -> int:
    """Add what is new as one batch, and give its number."""
    number = 1 + (step.connection.scalar(select(func.max(batches.c.number))) or 0)
    days = sorted(row[-1] for name, rows in made.rows.items() if "day" in TABLES[name].c for row in rows)
    counts = made.brought(number).added
    at, offset = seconds(now)
    first, last = (days[0], days[-1]) if days else (None, None)
    names = (clean_text(source), clean_text(file))
    step.add(batches, [(number, at, offset, *names, json.dumps(counts), first, last, False)])
    for table, rows in made.rows.items():
        step.add(TABLES[table], rows)
    step.add(batch_rows, [(number, *entry) for entry in _entries(made.rows)])
    return number


def _entries(rows: dict[str, list[Row]]) -> Iterator[tuple[str, str, str]]:
    """The rows of an import by table and key, each with its seal; the sets of a new workout are sealed with it."""
    sets: dict[str, list[Row]] = {str(row[0]): [] for row in rows.get("workouts", [])}
    for row in rows.get("sets", []):
        if row[0] in sets:
            sets[row[0]].append(row)
        else:
            yield "sets", key_text(key_of(TABLES["sets"], row)), seal(TABLES["sets"], row)
    for name, some in rows.items():
        if name != "sets":
            for row in some:
                key = key_text(key_of(TABLES[name], row))
                yield name, key, seal(TABLES[name], row, sets.get(key, ()) if name == "workouts" else ())


def seal(table: Table, row: Row, sets: Iterable[Row] = ()) -> str:
    """A hash of what a record holds, a workout together with its sets: it differs once something was edited."""
    content = [_said(table, row), *sorted(_said(TABLES["sets"], one) for one in sets)]
    return hashlib.blake2b(json.dumps(content).encode(), digest_size=16).hexdigest()


def _said(table: Table, row: Row) -> list[tuple[str, Any]]:
    # Empty fields are left out, so that a column that a later version adds breaks no seal.
    return [
        (name, value)
        for name, value in zip(table.columns.keys(), row, strict=True)
        if name != "day" and value not in (None, "")
    ]
