"""What the page asks of the journal beside its day.  Works in the store's thread."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from journal.analysis.flags import Evidence
from journal.entry import Writer, say, spell
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import (
    BY_TABLE,
    Alias,
    OwnExercise,
    Pain,
    Record,
    Session,
    Set,
    Workout,
)
from journal.tui.day_lines import clock_of, words_of
from journal.tui.reading import Behind
from journal.vocabulary import BACK, ENDURANCE_KINDS, DistanceUnit, MassUnit, Region

if TYPE_CHECKING:
    from journal.storage import Store

_SHOWN = 60
"""Entries listed behind one flag."""
_ASKED_DAYS = 14
_ASKED_AT = BACK | {Region.BUTTOCK, Region.HIP}


def writer_of(store: "Store", now: datetime, zone: tzinfo) -> Writer:
    """Who writes, with the units and names that the journal knows."""
    profile = store.profile()
    return Writer(
        now=now,
        zone=zone,
        catalogue=catalogue(store.rows(OwnExercise), store.rows(Alias)),
        weight_unit=MassUnit(profile.get("weight_unit") or MassUnit.KG),
        distance_unit=DistanceUnit(profile.get("distance_unit") or DistanceUnit.KM),
        glass_ml=int(profile.get("glass_ml") or 250),
    )


def last_workout(store: "Store", writer: Writer) -> tuple[str, ...]:
    """The exercises of the latest workout that has sets, one line each, as they would be typed now."""
    since = writer.now.date() - timedelta(days=90)
    sessions = store.sessions(since=since) or store.sessions()
    latest = next((one for one in reversed(sessions) if one.sets), None)
    if latest is None:
        return ()
    lines: dict[str, list[Set]] = {}
    for one in latest.sets:
        lines.setdefault(one.exercise, []).append(one.but(note="", rpe=None))
    return tuple(_line(latest.workout, sets, writer) for sets in lines.values())


def _line(workout: Workout, sets: list[Set], writer: Writer) -> str:
    """The line of an exercise; its name alone when quick entry has no words for what was done."""
    seconds = sets[0].duration_s
    # An endurance line tells the length of its workout; a strength line is only a part of one.
    long = seconds / 60 if workout.kind in ENDURANCE_KINDS and seconds is not None else None
    bare = Workout(id=workout.id, started_at=writer.now, kind=workout.kind, duration_min=long)
    try:
        return spell(Session(bare, tuple(sets)), writer)
    except Refused:
        return sets[0].exercise.replace("-", " ")


def behind(store: "Store", evidence: Sequence[Evidence], writer: Writer) -> tuple[Behind, ...]:
    """The records behind a flag in words, in their order; those that are gone are left out."""
    told = []
    for one in evidence[:_SHOWN]:
        record = store.get(BY_TABLE[one.table], one.id) if one.table in BY_TABLE else None
        if record is not None:
            told.append(_behind(store, record, writer))
    if len(evidence) > _SHOWN:
        told.append(Behind(f"and {len(evidence) - _SHOWN} more"))
    return tuple(told)


def asked_pain(store: "Store", now: datetime) -> Pain | None:
    """The latest entry of the kind that red-flag questions are asked of; None when there is none of late."""
    entries = store.rows(Pain, since=now.date() - timedelta(days=_ASKED_DAYS))
    return next((one for one in reversed(entries) if one.region in _ASKED_AT and one.score), None)


def _behind(store: "Store", record: Record, writer: Writer) -> Behind:
    home: Record | None = record
    words = words_of(record, writer)
    if isinstance(record, Set):
        home = store.get(Workout, str(record.workout_id))
        if isinstance(home, Workout):
            words = say(Session(home, (record,)), writer)
    elif isinstance(record, Workout):
        words = record.title or f"{record.kind} workout"
    at = getattr(home, home.WHEN, None) if home is not None and home.WHEN else None
    clock = clock_of(at, known=getattr(home, "time_known", None)) if isinstance(at, datetime) else ""
    return Behind(words, home.day if home is not None else None, clock)
