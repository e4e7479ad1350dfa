"""The journal as the rules read it: `Frames` holds one sorted frame per table and everything that rules share,
computed once and on demand.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, tzinfo
from functools import cached_property
from typing import Any, TypeVar, TypeVarTuple, cast

import pandas as pd

from journal.analysis.clocks import Clocks
from journal.analysis.coverage import covered_days
from journal.analysis.pain.episodes import Episode, episodes_of
from journal.analysis.read_rows import (
    care_rows,
    checkin_rows,
    condition_rows,
    drink_rows,
    mark_rows,
    pain_rows,
    symptom_rows,
    urine_rows,
)
from journal.analysis.rows import (
    CareRow,
    CheckInRow,
    ConditionRow,
    DrinkRow,
    MarkRow,
    PainRow,
    Place,
    SymptomRow,
    UrineRow,
    places,
)
from journal.analysis.stored import Snapshot, as_stored, stored_columns
from journal.analysis.training.read_bouts import bouts_of
from journal.analysis.training.workouts import Bout
from journal.exercises import Catalogue
from journal.records import BY_TABLE, Record, Session

Made = TypeVar("Made")
Told = TypeVarTuple("Told")


class Frames:
    """The journal as the rules read it.

    `until` cuts it: records after that instant do not exist.  `read_from` is the ordinal of the first date
    that was read; None says that all of history is here.  `zone` is the writer's, whose clock is believed where
    no record tells of one.
    """

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame],
        catalogue: Catalogue,
        *,
        until: int | None = None,
        read_from: int | None = None,
        zone: tzinfo = UTC,
    ) -> None:
        self.catalogue = catalogue
        self.zone = zone
        self.until = until
        self.read_from = read_from
        self._tables = tables
        self._sorted: dict[str, pd.DataFrame] = {}
        self._once: dict[object, object] = {}

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
        return cls(tables, catalogue, until=until, read_from=read_from, zone=snapshot.zone)

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
        return self._but(tables, self.until)

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
        return self._but(tables, self.until)

    def once(self, make: Callable[["Frames", *Told], Made], *told: *Told) -> Made:
        """What a function makes of this journal, made once for all rules that ask: nobody is to change it."""
        key = (make, told)
        if key not in self._once:
            self._once[key] = make(self, *told)
        return cast("Made", self._once[key])

    def cut(self, until: int) -> "Frames":
        """The same journal as it was known at another instant."""
        return self._but(self._tables, until)

    def _but(self, tables: Mapping[str, pd.DataFrame], until: int | None) -> "Frames":
        return Frames(tables, self.catalogue, until=until, read_from=self.read_from, zone=self.zone)

    def table(self, name: str) -> pd.DataFrame:
        """The stored rows of a table up to `until`, sorted by instant, then key; empty when there are none.

        Columns are named as stored; a missing value is None or NaN.  All who ask share it: it is not to be changed.
        """
        known = self._sorted.get(name)
        if known is None:
            known = self._sorted[name] = self._made(name)
        return known

    def _made(self, name: str) -> pd.DataFrame:
        frame = self._tables.get(name)
        if frame is None or frame.empty:
            return pd.DataFrame(columns=stored_columns(name))
        when = BY_TABLE[name].WHEN
        if when and when in frame and name != "checkins":
            if self.until is not None:
                frame = frame[frame[when] <= self.until]
            # The store reads in this order already, and to look is much faster than to sort.
            if not (frame[when].is_monotonic_increasing and frame[when].is_unique):
                frame = frame.sort_values([when, "id"], kind="stable")
        return frame.reset_index(drop=True)

    @cached_property
    def profile(self) -> dict[str, str]:
        """What the writer said of themselves."""
        frame = self.table("profile")
        return dict(zip(frame["key"], frame["value"], strict=True))

    @cached_property
    def conditions(self) -> list[ConditionRow]:
        """Long-lasting conditions by name, whatever the order in which they were written down."""
        return sorted(condition_rows(self.table("conditions")), key=lambda row: row.id)

    @cached_property
    def pain(self) -> list[PainRow]:
        """Pain entries in time order."""
        return pain_rows(self.table("pain"))

    @cached_property
    def symptoms(self) -> list[SymptomRow]:
        """Signs in time order."""
        return symptom_rows(self.table("symptoms"))

    @cached_property
    def care(self) -> list[CareRow]:
        """Care in time order."""
        return care_rows(self.table("care"))

    @cached_property
    def drinks(self) -> list[DrinkRow]:
        """Drinks in time order."""
        return drink_rows(self.table("hydration"))

    @cached_property
    def urine(self) -> list[UrineRow]:
        """Readings of the urine colour in time order."""
        return urine_rows(self.table("urine"))

    @cached_property
    def checkins(self) -> list[CheckInRow]:
        """Check-ins by date, those known by `until`."""
        made = checkin_rows(self.table("checkins"), self.clocks.seven_in_the_morning)
        return sorted(row for row in made if self.until is None or row.ts <= self.until)

    @cached_property
    def marks(self) -> list[MarkRow]:
        """What the writer did with flags, in time order."""
        return mark_rows(self.table("flag_marks"))

    @cached_property
    def bouts(self) -> list[Bout]:
        """Workouts in time order, with their end, load, exercises and muscles."""
        return bouts_of(self.table("workouts"), self.table("sets"), self.catalogue)

    @cached_property
    def starts(self) -> list[int]:
        """The instants at which the workouts start."""
        return [bout.ts for bout in self.bouts]

    @cached_property
    def entries(self) -> dict[Place, list[PainRow]]:
        """Pain entries by place, in time order."""
        by_place: dict[Place, list[PainRow]] = {}
        for row in self.pain:
            for place in places(row.region, row.side):
                by_place.setdefault(place, []).append(row)
        return by_place

    @cached_property
    def written(self) -> dict[Place, list[int]]:
        """The instants of `entries`."""
        return {place: [row.ts for row in rows] for place, rows in self.entries.items()}

    @cached_property
    def episodes(self) -> list[Episode]:
        """Pain episodes of all places, by start, linked to their workouts."""
        return episodes_of(self.entries, self.bouts)

    @cached_property
    def course(self) -> dict[Place, list[Episode]]:
        """Pain episodes by place, in time order; of one place at most one is open at a time."""
        by_place: dict[Place, list[Episode]] = {}
        for episode in self.episodes:
            by_place.setdefault(episode.place, []).append(episode)
        return by_place

    @cached_property
    def opened(self) -> dict[Place, list[int]]:
        """The instants at which the episodes of `course` open."""
        return {place: [one.entries[0].ts for one in course] for place, course in self.course.items()}

    @cached_property
    def covered(self) -> frozenset[int]:
        """Ordinals of the dates that count as recorded (rules of coverage: see `coverage`)."""
        return covered_days(self.recorded_from)

    @property
    def recorded_days(self) -> frozenset[int]:
        """Ordinals of the dates that have any record."""
        return frozenset(self.recorded_from)

    @cached_property
    def recorded_from(self) -> dict[int, int]:
        """Ordinals of the dates that have any record, each with the instant of its first one."""
        earliest: dict[int, int] = {}
        for rows in (self.bouts, self.pain, self.symptoms, self.drinks, self.urine, self.care, self.checkins):
            for row in rows:
                if row.ts < earliest.get(row.day, row.ts + 1):
                    earliest[row.day] = row.ts
        return earliest

    def offset_at(self, instant: int) -> int:
        """The writer's clock at an instant, in seconds east of UTC."""
        return self.clocks.at(instant)

    @cached_property
    def clocks(self) -> Clocks:
        """The writer's clock, told by pain entries, workouts and drinks."""
        told = [(row.ts, row.offset) for row in self.pain]
        told += [(bout.ts, bout.offset) for bout in self.bouts]
        return Clocks(told + [(drink.ts, drink.offset) for drink in self.drinks], self.zone)
