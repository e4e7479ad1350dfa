"""A draft as text, in which the journal keeps it until it is recorded; what an exercise had last time is left out."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from journal.interchange.own.cells import from_json
from journal.interchange.own.json_document import as_json
from journal.records import OwnExercise, Record, Session, Set, Workout, columns
from journal.tui.draft.model import Block, Draft, Row
from journal.vocabulary import ExerciseTag, SetKind, WorkoutKind

R = TypeVar("R", bound=Record)


def as_text(draft: Draft) -> str:
    """The draft as one JSON object."""
    before = draft.before
    said = {
        "head": as_json(draft.head),
        "blocks": [_of_block(block) for block in draft.blocks],
        "before": before and [as_json(one) for one in (before.workout, *before.sets)],
        "start_told": draft.start_told,
        "kind_told": draft.kind_told,
    }
    return json.dumps(said, ensure_ascii=False)


def from_text(text: str) -> Draft | None:
    """The draft that `as_text` wrote; None when it is none that this version of the program can read."""
    try:
        said = json.loads(text)
        return Draft(
            _record(Workout, said["head"]),
            tuple(_block(one) for one in said["blocks"]),
            before=said["before"] and _session(said["before"]),
            start_told=said["start_told"],
            kind_told=said["kind_told"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _of_block(block: Block) -> dict[str, Any]:
    return {
        "exercise": block.exercise,
        "name": block.name,
        "kind": block.kind,
        "tags": sorted(block.tags),
        "rows": [_of_row(row) for row in block.rows],
        "own": block.own and as_json(block.own),
    }


def _of_row(row: Row) -> dict[str, Any]:
    values = {field.name: getattr(row, field.name) for field in fields(Row)}
    return {name: value for name, value in values.items() if value not in (None, "")}


def _block(said: Mapping[str, Any]) -> Block:
    return Block(
        said["exercise"],
        said["name"],
        WorkoutKind(said["kind"]),
        tuple(_row(one) for one in said["rows"]),
        tags=frozenset(ExerciseTag(tag) for tag in said["tags"]),
        own=said["own"] and _record(OwnExercise, said["own"]),
    )


def _row(said: Mapping[str, Any]) -> Row:
    kind = said.get("kind")
    return Row(**{**said, "kind": None if kind is None else SetKind(kind)})


def _session(said: list[Mapping[str, Any]]) -> Session:
    workout, *sets = said
    return Session(_record(Workout, workout), tuple(_record(Set, one) for one in sets))


def _record(kind: type[R], said: Mapping[str, Any]) -> R:
    known = {column.name: column for column in columns(kind)}
    return kind(**{name: from_json(known[name], value) for name, value in said.items()})
