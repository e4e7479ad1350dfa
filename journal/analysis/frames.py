"""Stored rows become frames: the only place that knows how the database writes things down.

`Frames` holds one sorted frame per table and everything that rules share, computed once and on demand.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Protocol, cast

import pandas as pd

from journal.analysis.coverage import covered_days
from journal.analysis.episodes import Episode, episodes_of
from journal.analysis.instants import DAY, HOUR, local_day, midnight
from journal.analysis.rows import (
    CareRow,
    CheckInRow,
    ConditionRow,
    DrinkRow,
    PainRow,
    Place,
    SymptomRow,
    UrineRow,
    places,
)
from journal.analysis.workouts import Bout, bouts_of, work_of
from journal.exercises import Catalogue
from journal.exercises import catalogue as exercise_catalogue
from journal.records import BY_TABLE, Alias, Kind, OwnExercise, Record, Session, columns


class Rows(Protocol):
    """A table as it was read: column names and tuples, in stored form."""

    @property
    def columns(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Sequence[Any]]: ...  # noqa: D102


class Snapshot(Protocol):
    """All tables at one moment."""

    @property
    def tables(self) -> Mapping[str, Rows]: ...  # noqa: D102


class Frames:
    """The journal as the rules read it.

    `until` cuts it: records after that instant do not exist.  `read_from` is the ordinal of the first date
    that was read; None says that all of history is here.
    """

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame],
        catalogue: Catalogue,
        *,
        until: int | None = None,
        read_from: int | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.until = until
        self.read_from = read_from
        self._tables = tables

    @classmethod
    def of(cls, records: Iterable[Record], catalogue: Catalogue, *, until: int | None = None) -> "Frames":
        """Frames straight from records, in any order: what a test or a planned workout needs."""
        stored: dict[str, list[dict[str, Any]]] = {}
        for record in records:
            stored.setdefault(record.TABLE, []).append(as_stored(record))
        return cls({name: pd.DataFrame(rows) for name, rows in stored.items()}, catalogue, until=until)

    @classmethod
    def read(
        cls,
        snapshot: Snapshot,
        catalogue: Catalogue,
        *,
        until: int | None = None,
        read_from: int | None = None,
    ) -> "Frames":
        """Frames from what the store read."""
        tables = {
            name: pd.DataFrame(list(rows.rows), columns=list(rows.columns))
            for name, rows in snapshot.tables.items()
            if rows.rows
        }
        return cls(tables, catalogue, until=until, read_from=read_from)

    def with_sessions(self, planned: Sequence[Session]) -> "Frames":
        """The same journal with some planned workouts in it."""
        tables = dict(self._tables)
        for name, records in (
            ("workouts", [session.workout for session in planned]),
            ("sets", [one for session in planned for one in session.sets]),
        ):
            added = pd.DataFrame([as_stored(record) for record in records])
            if not added.empty:
                there = tables.get(name)
                if there is not None and not there.empty:
                    added = pd.DataFrame(
                        [*there.to_dict("records"), *added.to_dict("records")], columns=list(there.columns)
                    )
                tables[name] = added
        return Frames(tables, self.catalogue, until=self.until, read_from=self.read_from)

    def without(self, keys: Collection[tuple[str, str]]) -> "Frames":
        """The same journal without some records, named by table and key; a workout goes with its sets."""
        gone = {table: {key for name, key in keys if name == table} for table, _ in keys}
        tables = dict(self._tables)
        for name, frame in self._tables.items():
            named = gone.get(name, set())
            if name == "sets":
                own = frame["workout_id"].astype(str) + "/" + frame["position"].astype(str)
                left = own.isin(named) | frame["workout_id"].isin(gone.get("workouts", set()))
            elif named and len(BY_TABLE[name].KEY) == 1:
                left = frame[BY_TABLE[name].KEY[0]].astype(str).isin(named)
            else:
                continue
            tables[name] = frame[~left]
        return Frames(tables, self.catalogue, until=self.until, read_from=self.read_from)

    def cut(self, until: int) -> "Frames":
        """The same journal as it was known at another instant."""
        return Frames(self._tables, self.catalogue, until=until, read_from=self.read_from)

    def table(self, name: str) -> pd.DataFrame:
        """The stored rows of a table up to `until`, sorted by instant, then key; empty when there are none.

        Columns are named as stored; a missing value is None or NaN.
        """
        frame = self._tables.get(name)
        if frame is None or frame.empty:
            return pd.DataFrame(columns=_stored_columns(name))
        when = BY_TABLE[name].WHEN
        if when and when in frame and name != "checkins":
            if self.until is not None:
                frame = frame[frame[when] <= self.until]
            frame = frame.sort_values([when, "id"], kind="stable")
        return frame.reset_index(drop=True)

    @cached_property
    def profile(self) -> dict[str, str]:
        """What the writer said of themselves."""
        return {row["key"]: row["value"] for row in self._dicts("profile")}

    @cached_property
    def conditions(self) -> list[ConditionRow]:
        """Long-lasting conditions."""
        return [
            ConditionRow(row["condition"], _ordinal(row["since"]), _ordinal(row["until"]))
            for row in self._dicts("conditions")
        ]

    @cached_property
    def pain(self) -> list[PainRow]:
        """Pain entries in time order."""
        return [
            PainRow(
                *_when(row),
                _known(row),
                row["region"],
                _text(row["side"]),
                int(row["score"]),
                frozenset(filter(None, _text(row["qualities"]).split(";"))),
                _text(row["context"]),
                _int(row["onset_at"]),
                _bool(row["sudden"]),
                _text(row["mechanism"]),
                _text(row["radiates_to"]),
                _bool(row["pop_heard"]),
                _bool(row["bruising"]),
                _bool(row["swelling"]),
                _bool(row["limits_movement"]),
                _bool(row["flare"]),
                _text(row["workout_id"]),
            )
            for row in self._dicts("pain")
        ]

    @cached_property
    def symptoms(self) -> list[SymptomRow]:
        """Signs in time order."""
        return [
            SymptomRow(
                *_when(row),
                row["symptom"],
                _text(row["side"]),
                bool(row["present"]),
                _text(row["pain_id"]),
            )
            for row in self._dicts("symptoms")
        ]

    @cached_property
    def care(self) -> list[CareRow]:
        """Care in time order."""
        return [
            CareRow(
                *_when(row),
                _known(row),
                row["kind"],
                _text(row["region"]),
                _text(row["side"]),
                _scaled(row["duration_s"], 60),
                _text(row["drug"]),
                _scaled(row["dose_mg"], 1),
                _bool(row["wrapped"]),
                _bool(row["direct_pressure"]),
            )
            for row in self._dicts("care")
        ]

    @cached_property
    def drinks(self) -> list[DrinkRow]:
        """Drinks in time order."""
        frame = self.table("hydration")
        return list(
            map(
                DrinkRow._make,
                zip(
                    frame["id"],
                    frame["at"].tolist(),
                    frame["at_offset"].tolist(),
                    self._days(frame),
                    frame["volume_ml"].tolist(),
                    strict=True,
                ),
            )
        )

    @cached_property
    def urine(self) -> list[UrineRow]:
        """Readings of the urine colour in time order."""
        return [
            UrineRow(*_when(row), int(row["color"]), _bool(row["first_of_day"]), _bool(row["vitamin_b"]))
            for row in self._dicts("urine")
        ]

    @cached_property
    def checkins(self) -> list[CheckInRow]:
        """Check-ins by date, those known by `until`."""
        made = [self._checkin(row) for row in self._dicts("checkins")]
        return sorted(row for row in made if self.until is None or row.ts <= self.until)

    @cached_property
    def bouts(self) -> list[Bout]:
        """Workouts in time order, with their end, load, exercises and muscles."""
        return bouts_of(self.table("workouts"), self.work, self.catalogue)

    @cached_property
    def work(self) -> pd.DataFrame:
        """One row per workout and exercise: see `workouts.work_of`."""
        return work_of(self.table("sets"), self.table("workouts"))

    @cached_property
    def entries(self) -> dict[Place, list[PainRow]]:
        """Pain entries by place, in time order."""
        by_place: dict[Place, list[PainRow]] = {}
        for row in self.pain:
            for place in places(row.region, row.side):
                by_place.setdefault(place, []).append(row)
        return by_place

    @cached_property
    def episodes(self) -> list[Episode]:
        """Pain episodes of all places, by start, linked to their workouts."""
        return episodes_of(self.entries, self.bouts)

    @cached_property
    def covered(self) -> frozenset[int]:
        """Ordinals of the dates that count as recorded (rules of coverage: see `coverage`)."""
        return covered_days(self.recorded_days)

    @cached_property
    def recorded_days(self) -> frozenset[int]:
        """Ordinals of the dates that have any record."""
        days: set[int] = {row.day for row in self.checkins}
        for name in ("workouts", "pain", "symptoms", "hydration", "urine", "care"):
            days.update(self._days(self.table(name)))
        return frozenset(days)

    def _days(self, frame: pd.DataFrame) -> list[int]:
        when = "started_at" if "started_at" in frame else "at"
        if frame.empty:
            return []
        local = frame[when].astype("int64") + frame[f"{when}_offset"].astype("int64")
        return cast("list[int]", (local // DAY + local_day(0, 0)).tolist())

    def _dicts(self, name: str) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.table(name).to_dict("records"))

    def _checkin(self, row: dict[str, Any]) -> CheckInRow:
        day = cast("int", _ordinal(row["date"]))
        at = _int(row["at"])
        offset = _int(row["at_offset"])
        if offset is None:
            offset = self._offset_before(day)
        return CheckInRow(
            date.fromordinal(day).isoformat(),
            at if at is not None else midnight(day, offset) + 7 * HOUR,
            offset,
            day,
            _scaled(row["body_weight_g"], 1000),
            _scaled(row["sleep_s"], 3600),
            _int(row["sleep_quality"]),
            _text(row["sleep_position"]),
            _int(row["stress"]),
            _scaled(row["sitting_s"], 3600),
            _int(row["cigarettes"]),
            _scaled(row["bed_rest_s"], 3600),
        )

    def _offset_before(self, day: int) -> int:
        """The clock of the newest record before that date: where a bare date is taken to have been lived."""
        earlier = bisect_left(self._offsets, (day, -DAY))
        return self._offsets[earlier - 1][1] if earlier else 0

    @cached_property
    def _offsets(self) -> list[tuple[int, int]]:
        lived = [(row.day, row.offset) for row in self.pain]
        return sorted(lived + [(bout.day, bout.offset) for bout in self.bouts])


def exercises_of(snapshot: Snapshot) -> Catalogue:
    """The exercise catalogue with the writer's own exercises and names on top."""
    own, named = snapshot.tables.get("exercises"), snapshot.tables.get("aliases")
    return exercise_catalogue(
        [
            OwnExercise(
                **row
                | {
                    field: tuple(filter(None, _text(row[field]).split(";")))
                    for field in ("primary_muscles", "secondary_muscles", "tags")
                }
            )
            for row in _named_rows(own, OwnExercise)
        ],
        [Alias(**row) for row in _named_rows(named, Alias)],
    )


def _named_rows(rows: Rows | None, record: type[Record]) -> list[dict[str, Any]]:
    if rows is None:
        return []
    wanted = {column.name for column in columns(record)}
    return [
        {name: value for name, value in zip(rows.columns, row, strict=True) if name in wanted}
        for row in rows.rows
    ]


def as_stored(record: Record) -> dict[str, Any]:
    """A record as the database holds it: the names and whole numbers of the stored columns."""
    row: dict[str, Any] = {}
    for column in columns(type(record)):
        value = getattr(record, column.name)
        if column.kind is Kind.INSTANT:
            row[column.name] = None if value is None else int(value.timestamp())
            offset = None if value is None else int(value.utcoffset().total_seconds())
            row[f"{column.name}_offset"] = offset
        elif column.kind is Kind.NUMBER:
            row[column.stored] = None if value is None else round(value * column.scale)
        elif column.kind is Kind.WORDS:
            row[column.stored] = ";".join(value)
        elif column.kind is Kind.ID:
            row[column.stored] = None if value is None else str(value)
        elif column.kind is Kind.WORD:
            row[column.stored] = None if value is None else value.value
        else:
            row[column.stored] = value
    return row


def _stored_columns(table: str) -> list[str]:
    named: list[str] = []
    for column in columns(BY_TABLE[table]):
        named.append(column.stored)
        if column.kind is Kind.INSTANT:
            named.append(f"{column.name}_offset")
    return named


def _when(row: dict[str, Any]) -> tuple[str, int, int, int]:
    ts, offset = int(row["at"]), int(row["at_offset"])
    return row["id"], ts, offset, local_day(ts, offset)


def _known(row: dict[str, Any]) -> bool:
    return _bool(row["time_known"]) is not False


def _missing(value: Any) -> bool:
    return value is None or value != value  # NaN is the only value that differs from itself


def _text(value: Any) -> str:
    return "" if _missing(value) else str(value)


def _int(value: Any) -> int | None:
    return None if _missing(value) else int(value)


def _bool(value: Any) -> bool | None:
    return None if _missing(value) else bool(value)


def _scaled(value: Any, scale: int) -> float | None:
    return None if _missing(value) else float(value) / scale


def _ordinal(value: Any) -> int | None:
    if _missing(value):
        return None
    return (date.fromisoformat(value) if isinstance(value, str) else value).toordinal()
