"""How the lines of the table look: parts of text with the name of their style, each as wide as its column."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from journal.tui.draft.cells import brief, heading, pace, say
from journal.tui.draft.details import say_detail
from journal.tui.draft.model import Block, Cell, Draft
from journal.tui.widgets.sets.at_hand import AtHand
from journal.tui.widgets.sets.layout import FIRST, LABEL, PACE, Column, Line, What
from journal.tui.wording.dates import in_short

_SHOWN_SETS = 8
"""Sets of last time that are named beside the exercise."""


class Part(NamedTuple):
    """A piece of a line; `cell` is the column that it is, if any."""

    text: str
    style: str = ""
    cell: Cell | None = None


def heads(columns: tuple[Column, ...], draft: Draft, hand: AtHand) -> str:
    """The row above the table: the columns by their names."""
    if not draft.blocks:
        return ""
    names = "".join(_right(heading(one.cell, hand.units), one) for one in columns)
    paced = any(block.is_endurance for block in draft.blocks)
    return " " * FIRST + names + ("pace".rjust(PACE - 1) if paced else "")


def parts_of(
    line: Line, columns: tuple[Column, ...], draft: Draft, hand: AtHand, width: int, *, chosen: bool
) -> Iterator[Part]:
    """The parts of a line from left to right."""
    if line.what is What.EXERCISE:
        yield from _exercise(draft.blocks[line.block], hand, width)
    elif line.what is What.SET:
        yield from _set(line, columns, draft, hand)
    elif line.what is What.MORE:
        yield Part("   +".ljust(FIRST), "quiet")
        for place, column in enumerate(columns):
            yield Part(("" if place else "set").ljust(column.width), "quiet", column.cell)
    elif line.what is What.ADD:
        yield Part(" + exercise", "accent")
    elif line.what is What.DETAIL and line.detail is not None:
        said = say_detail(line.detail.name, draft.head.but(kind=draft.kind), hand.day)
        yield Part(set_cell_size(f" {line.detail.label}", LABEL), "quiet")
        hint = line.detail.hint if chosen else ""
        yield Part(fitted(said or hint, width - LABEL - 1), "" if said else "ghost")


def _exercise(block: Block, hand: AtHand, width: int) -> Iterator[Part]:
    name = fitted(block.name, max(width - 2, 1))
    yield Part(f" {name}", "name")
    told = ""
    if block.own is not None:
        told = "a new exercise of your own"
    elif block.last is not None:
        done = [brief(row, hand.units) for row in block.last.rows[:_SHOWN_SETS]]
        told = f"last {in_short(block.last.day)[:-5]}: {', '.join(one for one in done if one)}"
    left = width - cell_len(name) - 4
    if told and left > 12:
        yield Part(f"   {fitted(told, left)}", "quiet")


def _set(line: Line, columns: tuple[Column, ...], draft: Draft, hand: AtHand) -> Iterator[Part]:
    block, row, ghost = draft.blocks[line.block], draft.at(line.at), draft.ghost(line.at)
    done = "✓" if not row.is_empty else " "
    yield Part(f"{line.row + 1:>3} ", "quiet")
    yield Part(f"{done} ", "done")
    for column in columns:
        value = row[column.cell]
        said = say(column.cell, value, hand.units)
        style = "value"
        if not said and ghost is not None and (column.cell is not Cell.KIND or row.is_empty):
            said, style = say(column.cell, ghost[column.cell], hand.units), "ghost"
        if not said and column.cell in block.cells() and column.cell is not Cell.KIND:
            said, style = "·", "empty"
        yield Part(_right(said, column), style, column.cell)
    if block.is_endurance:
        yield Part(pace(row, hand.units).rjust(PACE), "quiet")


def _right(text: str, column: Column) -> str:
    """The text at the right end of its column, one cell before the next one begins; kinds stand at the left."""
    room = column.width - 1
    shown = fitted(text, room)
    if column.cell is Cell.KIND:
        return f"{set_cell_size(shown, room)} "
    return f"{' ' * (room - cell_len(shown))}{shown} "


def fitted(text: str, room: int) -> str:
    """The text on one line, in at most so many cells."""
    text = " ".join(text.split())
    if cell_len(text) <= room:
        return text
    return f"{set_cell_size(text, max(room - 1, 0)).rstrip()}…" if room > 0 else ""
