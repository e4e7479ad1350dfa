"""A workout that is being written: exercises with rows of sets, each cell a value or empty.

Everything here is immutable; `journal.tui.draft.verbs` gives the next draft.  Nothing is recorded until it is
saved, and a ghost (what the same exercise had last time) is only shown, never part of a row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Self

from journal.records import OwnExercise, Session, Set, Workout
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag, SetKind, WorkoutKind

_HELD = ("plank", "hold", "hang", "wall-sit", "l-sit", "carry")
"""Words in the slug of an exercise that is measured by time."""
_WHOLE_KINDS = frozenset({WorkoutKind.SPORT, WorkoutKind.OTHER})
_CLASS_OF_YOGA = "yoga"
"""How the slug of a whole class ends, as against a pose that is held."""


class Cell(StrEnum):
    """The columns of a set, by the field of the record that each holds, in their order."""

    KIND = "kind"
    WEIGHT = "weight_kg"
    REPS = "reps"
    DISTANCE = "distance_km"
    TIME = "duration_s"
    RPE = "rpe"


NUMBERS = (Cell.WEIGHT, Cell.REPS, Cell.DISTANCE, Cell.TIME, Cell.RPE)

"""The columns that hold what was done; an untouched set has none of them."""

MEASURES = (Cell.REPS, Cell.DISTANCE, Cell.TIME)
"""The columns of which a set needs one: how much of it was done."""


@dataclass(frozen=True, slots=True)
class Row:
    """One set as far as it is written.  Units are those of `Set`; `note` is kept, not shown as a cell."""

    kind: SetKind | None = None
    weight_kg: float | None = None
    reps: int | None = None
    duration_s: int | None = None
    distance_km: float | None = None
    rpe: float | None = None
    note: str = ""

    def __getitem__(self, cell: Cell) -> Any:
        """The value of a cell; None when it is empty."""
        return getattr(self, cell.value)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done in it yet: such a row is never recorded."""
        return not self.note and all(self[cell] is None for cell in NUMBERS)

    @property
    def is_measured(self) -> bool:
        """Whether it says how much was done: repetitions, time or distance."""
        return any(self[cell] is not None for cell in MEASURES)

    def but(self, **values: Any) -> Self:
        """The same row with some cells changed."""
        return replace(self, **values)

    def again(self) -> "Row":
        """The same work to be done once more: how hard it was, and notes, belong to the set that was done."""
        return replace(self, rpe=None, note="")


def row_of(one: Any) -> Row:
    """The row of a `Set` or a `TemplateSet`."""
    return Row(**{field.name: getattr(one, field.name) for field in fields(Row) if hasattr(one, field.name)})


@dataclass(frozen=True, slots=True)
class LastTime:
    """What an exercise had when it was last done, and on which day."""

    day: date
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An exercise of the draft with its sets.

    `last` is what it had last time.  `own` is set when the catalogue does not have it yet: it becomes an
    exercise of the user's when the workout is saved.
    """

    exercise: str
    name: str
    kind: WorkoutKind = WorkoutKind.STRENGTH
    rows: tuple[Row, ...] = (Row(),)
    last: LastTime | None = None
    tags: frozenset[ExerciseTag] = frozenset()
    own: OwnExercise | None = None

    def ghost(self, row: int) -> Row | None:
        """What the set of that place had last time; None when there was no such set."""
        return self.last.rows[row] if self.last is not None and row < len(self.last.rows) else None

    @property
    def is_endurance(self) -> bool:
        """Whether it is measured by distance and time."""
        return self.kind in ENDURANCE_KINDS

    @property
    def lasts_minutes(self) -> bool:
        """Whether a bare number among its times is minutes: a match or an hour of yoga is not held for seconds."""
        return self.is_endurance or self.kind in _WHOLE_KINDS or self.exercise.endswith(_CLASS_OF_YOGA)

    def cells(self) -> tuple[Cell, ...]:
        """The columns that it needs: by its kind, and whatever this or the last time has a value for."""
        needed = self._usual()
        for row in (*self.rows, *(self.last.rows if self.last is not None else ())):
            needed |= {cell for cell in NUMBERS if row[cell] is not None}
        return tuple(cell for cell in Cell if cell in needed)

    def _usual(self) -> set[Cell]:
        if self.is_endurance:
            return {Cell.DISTANCE, Cell.TIME}
        stretched = self.tags & {ExerciseTag.STRETCH, ExerciseTag.RELIEF}
        if self.kind is not WorkoutKind.STRENGTH or stretched:
            return {Cell.TIME}
        if any(word in self.exercise for word in _HELD):
            return {Cell.KIND, Cell.WEIGHT, Cell.TIME, Cell.RPE}
        timed = self.last is not None and all(row.reps is None for row in self.last.rows)
        return {Cell.KIND, Cell.WEIGHT, Cell.TIME if timed else Cell.REPS, Cell.RPE}


class At(NamedTuple):
    """The place of a set: the exercise and the row, both from 0."""

    block: int
    row: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A workout that is being written.

    `head` holds all but the sets.  `before` is the workout that it changes, when it is one that is there.
    `start_told` and `kind_told`: whether somebody said them, or they were only assumed.
    """

    head: Workout
    blocks: tuple[Block, ...] = ()
    before: Session | None = None
    start_told: bool = False
    kind_told: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record: no set that was done."""
        return all(row.is_empty for _, row in self.rows())

    @property
    def kind(self) -> WorkoutKind:
        """What the workout is as a whole: as told, else strength unless all exercises are of one other kind."""
        kinds = {block.kind for block in self.blocks}
        if self.kind_told or not kinds:
            return self.head.kind
        return kinds.pop() if len(kinds) == 1 else WorkoutKind.STRENGTH

    def rows(self) -> Iterator[tuple[At, Row]]:
        """All sets in their order, with their places."""
        for place, block in enumerate(self.blocks):
            for row, one in enumerate(block.rows):
                yield At(place, row), one

    def at(self, place: At) -> Row:
        """The set at a place."""
        return self.blocks[place.block].rows[place.row]

    def ghost(self, place: At) -> Row | None:
        """What the set of that place had last time."""
        return self.blocks[place.block].ghost(place.row)

    def cells(self) -> tuple[Cell, ...]:
        """The columns that some exercise needs."""
        needed = {cell for block in self.blocks for cell in block.cells()}
        return tuple(cell for cell in Cell if cell in needed)

    def sets(self) -> tuple[Set, ...]:
        """The sets that were done, numbered from 1."""
        done = [(self.blocks[at.block].exercise, row) for at, row in self.rows() if not row.is_empty]
        return tuple(
            Set(
                workout_id=self.head.id,
                position=position,
                exercise=exercise,
                **{field.name: getattr(row, field.name) for field in fields(Row)},
            )
            for position, (exercise, row) in enumerate(done, 1)
        )
