"""The lines of the table and the places of its columns, worked out from a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from journal.tui.draft.details import DETAILS, Detail
from journal.tui.draft.model import At, Cell, Draft

FIRST = 6
"""Cells before the first column: the number of the set and its mark."""
PACE = 12
"""Cells of the pace, behind the last column."""
LABEL = 20
"""Cells of the labels of the lines about the whole workout."""
_WIDTHS = {
    Cell.KIND: 9,
    Cell.WEIGHT: 9,
    Cell.REPS: 7,
    Cell.DISTANCE: 8,
    Cell.TIME: 9,
    Cell.RPE: 6,
}


class What(Enum):
    """What a line is."""

    EXERCISE = auto()
    SET = auto()
    MORE = auto()  # one more set
    ADD = auto()  # one more exercise
    GAP = auto()
    DETAIL = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `block` and `row` are the place in the draft, where it has one."""

    what: What
    block: int = -1
    row: int = -1
    detail: Detail | None = None

    @property
    def at(self) -> At:
        """The place of the set."""
        return At(self.block, self.row)

    @property
    def has_cells(self) -> bool:
        """Whether the cursor is in one of its columns, and not on the whole line."""
        return self.what in (What.SET, What.MORE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: from which cell of the screen on, and how wide."""

    cell: Cell
    x: int
    width: int


def lines_of(draft: Draft) -> tuple[Line, ...]:
    """Each exercise with its sets and one line for another, then, once there is one, the whole workout."""
    lines: list[Line] = []
    for place, block in enumerate(draft.blocks):
        lines.append(Line(What.EXERCISE, place))
        lines += (Line(What.SET, place, row) for row in range(len(block.rows)))
        lines.append(Line(What.MORE, place, len(block.rows)))
    lines.append(Line(What.ADD, len(draft.blocks)))
    if draft.blocks or draft.before is not None:
        lines.append(Line(What.GAP))
        lines += (Line(What.DETAIL, detail=detail) for detail in DETAILS)
    return tuple(lines)


def columns_of(draft: Draft) -> tuple[Column, ...]:
    """The columns that the draft needs, side by side."""
    columns: list[Column] = []
    x = FIRST
    for cell in draft.cells() or (Cell.WEIGHT, Cell.REPS):
        columns.append(Column(cell, x, _WIDTHS[cell]))
        x += _WIDTHS[cell]
    return tuple(columns)


def line_at(lines: Sequence[Line], at: At) -> int:
    """The line of a set; that of its exercise, or the last, when there is no such set."""
    exact = (place for place, line in enumerate(lines) if line.has_cells and line.at == at)
    near = (place for place, line in enumerate(lines) if line.block == at.block)
    return next(exact, next(near, len(lines) - 1))


def first_cell(draft: Draft, block: int) -> Cell:
    """The column that an exercise is begun in: its weight, else how much was done."""
    if block >= len(draft.blocks):
        return Cell.WEIGHT
    one = draft.blocks[block]
    cells = [cell for cell in one.cells() if cell not in (Cell.KIND, Cell.RPE)]
    rows = (*one.rows, *(one.last.rows if one.last is not None else ()))
    # A weight is asked for first, unless it never had one: pull-ups by last time, a plank by its nature.
    unknown = one.last is None and Cell.REPS in cells
    if not unknown and all(row.weight_kg is None for row in rows):
        cells = [cell for cell in cells if cell is not Cell.WEIGHT] or cells
    return cells[0]
