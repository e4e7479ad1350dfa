"""Drafts to begin with: a workout of two exercises, and what the squat had last time."""

from datetime import date, datetime
from uuid import UUID

import pytest

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import Session, Set, Workout
from journal.tui.draft import Block, LastTime, Row
from journal.tui.draft.making import block_of, new_draft
from journal.vocabulary import SetKind


@pytest.fixture
def writer(now: datetime) -> Writer:
    """Somebody with kilograms and kilometres."""
    return Writer(now=now, zone=now.tzinfo, catalogue=catalogue())


@pytest.fixture
def last() -> LastTime:
    """A warm-up of 60 kg and two sets of 100 kg, a week ago."""
    rows = (
        Row(kind=SetKind.WARMUP, weight_kg=60, reps=5),
        Row(weight_kg=100, reps=5, rpe=8),
        Row(weight_kg=100, reps=4),
    )
    return LastTime(date(2026, 11, 18), rows)


@pytest.fixture
def squat(writer, last) -> Block:
    """The squat, with as many empty sets as last time."""
    return block_of(writer.catalogue.get("squat"), last)


@pytest.fixture
def draft(now, squat, writer):
    """Squat with nothing written yet, and the bench press that was never done."""
    from journal.tui.draft.verbs import add_exercise

    begun, _ = add_exercise(new_draft(now), squat)
    return add_exercise(begun, block_of(writer.catalogue.get("bench-press")))[0]


@pytest.fixture
def session(now) -> Session:
    """An imported workout with a title, notes at its sets, and a hole in its positions."""
    workout = Workout(
        id=UUID(int=1), started_at=now, kind="strength", title="Push day", source="strong", session_rpe=7
    )
    sets = [
        Set(
            workout_id=workout.id,
            position=place,
            exercise="squat",
            reps=5,
            weight_kg=61.235,
            note=f"note {place}",
        )
        for place in (1, 3, 4)
    ]
    return Session(workout, tuple(sets))
