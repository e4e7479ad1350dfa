"""The raw table behind a report: pain, signs, care and workouts in time order, as they were recorded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from journal.analysis.frames import Frames
from journal.analysis.rows import Place, places
from journal.analysis.stored import as_told

TABLES = ("workouts", "pain", "symptoms", "care")
"""What stands in it, in the order of what happened at the same instant."""


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One record: its table, when it was (on the writer's clock of that time), and its values.

    `values` have the names, units and words of the CSV files; what was not recorded is not among them.  `sets` are
    those of a workout, in their order.
    """

    table: str
    at: datetime
    time_known: bool
    values: Mapping[str, Any]
    sets: tuple[Mapping[str, Any], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The record for scripts."""
        told = {"table": self.table, **self.values}
        return {**told, "sets": [dict(one) for one in self.sets]} if self.table == "workouts" else told


def annex(frames: Frames, first: int, last: int, about: Collection[Place] = ()) -> tuple[AnnexRow, ...]:
    """The records of the local dates `[first, last]` (ordinals), in time order.

    With `about`, pain of other places and care of other places is left out; all workouts and signs stay.
    """
    wanted = _of_dates(frames, first, last)
    rows = [row for table in TABLES for row in _rows(frames, table, wanted, about)]
    return tuple(sorted(rows, key=lambda row: (row.at, TABLES.index(row.table))))


def _of_dates(frames: Frames, first: int, last: int) -> set[str]:
    """The ids of the records of these dates."""
    ids = [{bout.id for bout in frames.bouts if first <= bout.day <= last}]
    ids.append({row.id for row in frames.pain if first <= row.day <= last})
    ids.append({row.id for row in frames.symptoms if first <= row.day <= last})
    ids.append({row.id for row in frames.care if first <= row.day <= last})
    return set().union(*ids)


def _rows(
    frames: Frames, table: str, wanted: Collection[str], about: Collection[Place]
) -> Iterator[AnnexRow]:
    sets = _sets(frames, wanted) if table == "workouts" else {}
    for stored in _records(frames, table):
        if stored["id"] not in wanted:
            continue
        told = as_told(table, stored)
        identity = told.pop("id")
        at = datetime.fromisoformat(told.pop("started_at" if table == "workouts" else "at"))
        time_known = told.pop("time_known", True)
        if _is_about(table, told, about):
            yield AnnexRow(table, at, time_known, _named(identity, at, told), tuple(sets.get(identity, ())))


def _named(identity: str, at: datetime, told: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": identity, "at": at.isoformat(), **told}


def _records(frames: Frames, table: str) -> Sequence[dict[str, Any]]:
    return [
        {str(name): value for name, value in row.items()} for row in frames.table(table).to_dict("records")
    ]


def _is_about(table: str, told: Mapping[str, Any], about: Collection[Place]) -> bool:
    region = told.get("region")
    if not about or table in ("workouts", "symptoms") or region is None:
        return True
    named = places(region, told.get("side", ""))
    # Care without a side may have been for either.
    sides_open = table == "care" and not told.get("side")
    return any(
        place in about or (sides_open and place.region in {one.region for one in about}) for place in named
    )


def _sets(frames: Frames, wanted: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """The sets of these workouts, each with the name of its exercise."""
    found: dict[str, list[dict[str, Any]]] = {}
    table = frames.table("sets")
    for stored in table[table["workout_id"].isin(list(wanted))].sort_values("position").to_dict("records"):
        told = as_told("sets", {str(name): value for name, value in stored.items()})
        exercise = frames.catalogue.get(told["exercise"])
        told["name"] = told["exercise"] if exercise is None else exercise.name
        found.setdefault(told.pop("workout_id"), []).append(told)
    return found
