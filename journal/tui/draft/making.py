"""Where drafts come from: nothing, the last workout, a template, a workout that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from uuid import uuid4

from journal.exercises import Catalogue, Exercise
from journal.records import OwnExercise, Session, Set, TemplateSet, Workout
from journal.tui.draft.model import Block, Draft, LastTime, Row, row_of
from journal.vocabulary import WorkoutKind

LastTimes = Mapping[str, LastTime]
"""What exercises had last time, by their slugs."""


def new_draft(started_at: datetime, *, time_known: bool | None = None) -> Draft:
    """A workout of which nothing is written yet."""
    return Draft(Workout(id=uuid4(), started_at=started_at, time_known=time_known, kind=WorkoutKind.STRENGTH))


def draft_of(session: Session, catalogue: Catalogue, last: LastTimes) -> Draft:
    """A workout that is there, to be changed or gone on with."""
    return Draft(
        session.workout,
        tuple(_blocks(session.sets, catalogue, last)),
        before=session,
        start_told=True,
        kind_told=True,
    )


def recalled(draft: Draft, last: LastTimes) -> Draft:
    """A draft that was kept, with what its exercises had last time."""
    blocks = tuple(replace(one, last=one.last or last.get(one.exercise)) for one in draft.blocks)
    return replace(draft, blocks=blocks)


def again(session: Session, catalogue: Catalogue, last: LastTimes) -> tuple[Block, ...]:
    """The exercises of a workout to be done once more, with everything filled in but how hard it was."""
    sets = [one.but(rpe=None, note="") for one in session.sets]
    return tuple(_blocks(sets, catalogue, last))


def of_template(sets: Iterable[TemplateSet], catalogue: Catalogue, last: LastTimes) -> tuple[Block, ...]:
    """The exercises of a template, with what it plans filled in."""
    return tuple(_blocks(sorted(sets, key=lambda one: one.position), catalogue, last))


def block_of(exercise: Exercise, last: LastTime | None = None) -> Block:
    """An exercise with as many empty sets as it had last time."""
    return Block(
        exercise.slug,
        exercise.name,
        exercise.kind,
        (Row(),) * max(len(last.rows) if last is not None else 1, 1),
        last,
        exercise.tags,
    )


def own_block(own: OwnExercise) -> Block:
    """An exercise that the catalogue does not have yet: it is written together with the workout."""
    return Block(own.slug, own.name, own.kind or WorkoutKind.STRENGTH, own=own)


def template_sets(name: str, draft: Draft) -> list[TemplateSet]:
    """The draft's sets as a template of that name; `Refused` when the name is empty."""
    return [
        TemplateSet(
            template=name,
            position=one.position,
            exercise=one.exercise,
            kind=one.kind,
            reps=one.reps,
            weight_kg=one.weight_kg,
            distance_km=one.distance_km,
            duration_s=one.duration_s,
        )
        for one in draft.sets()
    ]


def _blocks(sets: Iterable[Set | TemplateSet], catalogue: Catalogue, last: LastTimes) -> Iterable[Block]:
    for slug, group in groupby(sets, key=lambda one: one.exercise):
        rows = tuple(row_of(one) for one in group)
        exercise = catalogue.get(slug)
        known = Block(slug, slug) if exercise is None else block_of(exercise)
        yield Block(known.exercise, known.name, known.kind, rows, last.get(slug), known.tags)
