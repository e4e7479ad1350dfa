"""Pictures of numbers in cells: bars of eighths, lines with signs, and strips of digits.

Each column of cells has its value, None where nothing was recorded: nothing is drawn there, and nothing is joined
across it.  A recorded zero is drawn.  A picture is rows of cells, the top one first; it knows no colours, only
what each cell is.

Drawn by hand and not with a plotting library: bars in eighths of a cell tell 1,216 from 1,417 in four rows, a day
keeps to its own columns so that a cursor can stand on it, and zero, gaps and the usual range can be shown.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journal.body import band
from journal.records import MOST_PAIN
from journal.tui.widgets.axis import ValueAxis
from journal.tui.wording.year import TEN

EIGHTHS = "▁▂▃▄▅▆▇█"
ZERO = "▁"
USUAL = "╌"
UNKNOWN = "?"
SIGNS = "●■△□×"
"""One sign for each place, told apart without colour."""
SEVERAL = "✱"
"""More than one place at the same score."""


class Ink(StrEnum):
    """What a cell is, and by that how it looks."""

    NONE = "none"
    BAR = "bar"
    ZERO = "zero"
    USUAL = "usual"
    UNKNOWN = "unknown"
    IN_BAR = "in-bar"
    RULE = "rule"
    TITLE = "title"
    TICK = "tick"
    DATE = "date"
    CURSOR = "cursor"
    URGENT = "urgent"
    WARNING = "warning"
    CAUTION = "caution"
    PLACE_1 = "place-1"
    PLACE_2 = "place-2"
    PLACE_3 = "place-3"
    PLACE_4 = "place-4"
    PLACE_5 = "place-5"
    PAIN_NONE = "pain-none"
    PAIN_MILD = "pain-mild"
    PAIN_STRONG = "pain-strong"
    PAIN_SEVERE = "pain-severe"


PLACES = (Ink.PLACE_1, Ink.PLACE_2, Ink.PLACE_3, Ink.PLACE_4, Ink.PLACE_5)


class Cell(NamedTuple):
    """One character and what it is."""

    sign: str
    ink: Ink


BLANK = Cell(" ", Ink.NONE)
Picture = list[list[Cell]]
"""Rows of cells, the top one first."""
Values = Sequence[float | None]
"""One value for each column; None is a gap."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its columns and its value, whether something is missing in it, and what is written into it."""

    columns: range
    value: float | None
    is_partial: bool = False
    words: str = ""


def blank(width: int, rows: int) -> Picture:
    """Nothing."""
    return [[BLANK] * width for _ in range(rows)]


def bars(
    drawn: Sequence[Bar], axis: ValueAxis, width: int, usual: tuple[float, float] | None = None
) -> Picture:
    """Bars in eighths of a cell, their words in the lowest row where they have room.

    `usual` are two dashed lines behind them.
    """
    picture = blank(width, axis.rows)
    for limit in usual or ():
        row = min(int(limit * axis.rows / axis.top), axis.rows - 1)
        picture[axis.rows - 1 - row] = [Cell(USUAL, Ink.USUAL)] * width
    for bar in drawn:
        _draw(picture, bar, axis)
    return picture


def _draw(picture: Picture, bar: Bar, axis: ValueAxis) -> None:
    full, eighths = divmod(height(bar.value, axis), 8) if bar.value is not None else (0, 0)
    for row in range(full):
        _fill(picture, bar.columns, row, Cell(EIGHTHS[-1], Ink.BAR))
    if eighths:
        _fill(picture, bar.columns, full, Cell(EIGHTHS[eighths - 1], Ink.BAR))
    if bar.value == 0:
        _fill(picture, bar.columns, 0, Cell(ZERO, Ink.ZERO))
    if full and len(bar.words) <= len(bar.columns):
        for place, sign in enumerate(bar.words.center(len(bar.columns)) if bar.words else ""):
            picture[-1][bar.columns.start + place] = Cell(sign, Ink.IN_BAR)
    if bar.is_partial:
        above = min(full + bool(eighths) + (bar.value == 0), axis.rows - 1)
        picture[axis.rows - 1 - above][bar.columns[len(bar.columns) // 2]] = Cell(UNKNOWN, Ink.UNKNOWN)


def height(value: float, axis: ValueAxis) -> int:
    """The height of a bar in eighths of a row: 0 only for 0, at least 2 for more, so that it is no zero."""
    if value <= 0:
        return 0
    return min(max(round(value * axis.rows * 8 / axis.top), 2), axis.rows * 8)


def _fill(picture: Picture, columns: range, row: int, cell: Cell) -> None:
    for column in columns:
        picture[len(picture) - 1 - row][column] = cell


@dataclass(frozen=True, slots=True)
class Course:
    """The scores of one place, and the columns that go on from the one before: no gap lies between them."""

    values: Values
    joined: frozenset[int]

    def runs(self) -> list[list[int]]:
        """Columns without a gap between them."""
        found: list[list[int]] = []
        for column, value in enumerate(self.values):
            if value is not None:
                if not (found and column in self.joined and found[-1][-1] == column - 1):
                    found.append([])
                found[-1].append(column)
        return found


def lines(courses: Sequence[Course], signed: Container[int], width: int, rows: int) -> Picture:
    """The courses of several places from 0 to 10, the first one on top.

    `signed` are the columns that carry a sign; between them, and from one score to another, runs a thin line.
    """
    picture = blank(width, rows)
    stood: dict[tuple[int, int], int] = {}
    for place in reversed(range(min(len(courses), len(PLACES)))):
        course, ink = courses[place], PLACES[place]
        for run in course.runs():
            _draw_run(picture, course.values, [column for column in run if column in signed], ink)
    for place in reversed(range(min(len(courses), len(PLACES)))):
        for column, value in enumerate(courses[place].values):
            if value is not None and column in signed:
                at = (rows - 1 - row_of(value, rows), column)
                stood[at] = stood.get(at, 0) + 1
                sign = SIGNS[place] if stood[at] == 1 else SEVERAL
                picture[at[0]][column] = Cell(sign, PLACES[place])
    return picture


def row_of(score: float, rows: int) -> int:
    """The row of a score, 0 being the lowest."""
    return round(score * (rows - 1) / MOST_PAIN)


def _draw_run(picture: Picture, values: Values, signed: Sequence[int], ink: Ink) -> None:
    """From the first sign of a run to its last."""
    before: int | None = None
    for column in range(signed[0], signed[-1] + 1) if signed else ():
        row = len(picture) - 1 - row_of(values[column] or 0, len(picture))
        picture[row][column] = Cell("─", ink)
        if before is not None and before != row:
            _step(picture, column, before, row, ink)
        before = row


def _step(picture: Picture, column: int, before: int, row: int, ink: Ink) -> None:
    """From the row of the column before to this one: a corner, an upright, a corner."""
    down = before < row
    picture[before][column] = Cell("╮" if down else "╯", ink)
    picture[row][column] = Cell("╰" if down else "╭", ink)
    for between in range(min(before, row) + 1, max(before, row)):
        picture[between][column] = Cell("│", ink)


def digits(scores: Sequence[tuple[range, float]], width: int) -> list[Cell]:
    """One row of scores: the columns of a day, or of several that share one, and their worst score."""
    row = [BLANK] * width
    for columns, score in scores:
        ink, number = ink_of(score), f"{score:.0f}"
        words = number if len(number) < max(len(columns), 2) else TEN
        start = columns.start + (len(columns) - len(words)) // 2
        for column in columns:
            place = column - start
            row[column] = Cell(words[place] if 0 <= place < len(words) else " ", ink)
    return row


def ink_of(score: float) -> Ink:
    """How a pain looks by its score."""
    return (Ink.PAIN_NONE, Ink.PAIN_MILD, Ink.PAIN_STRONG, Ink.PAIN_SEVERE)[band(score)]
