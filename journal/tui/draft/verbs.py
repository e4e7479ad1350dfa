"""What can be done with a draft: each verb gives the next draft and leaves the old one as it was."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from journal.tui.draft.model import NUMBERS, At, Block, Cell, Draft, Row


def put(draft: Draft, at: At, values: dict[str, Any]) -> Draft:
    """The draft with some cells of a set changed."""
    return _with_rows(
        draft, at.block, _replaced(draft.blocks[at.block].rows, at.row, draft.at(at).but(**values))
    )


def accept(draft: Draft, at: At, cell: Cell) -> Draft:
    """Take what stands there as a ghost: of an untouched set all of it, else this cell."""
    ghost, row = draft.ghost(at), draft.at(at)
    if ghost is None:
        return draft
    if row.is_empty and ghost[cell] is not None:
        return put(draft, at, _done(ghost.again(), row))
    return put(draft, at, {cell.value: ghost[cell]}) if row[cell] is None else draft


def repeat(draft: Draft, at: At) -> Draft:
    """The set above once more; the first set of an exercise is that of last time."""
    above = draft.at(At(at.block, at.row - 1)) if at.row else draft.ghost(at)
    if at.row and above is not None and above.is_empty:
        above = draft.ghost(at)
    if above is None:
        return draft
    return put(draft, at, _done(above.again(), draft.at(at)))


def add_set(draft: Draft, block: int, behind: int | None = None) -> tuple[Draft, At]:
    """An empty set behind a row of an exercise (default: its last), and its place."""
    rows = draft.blocks[block].rows
    row = len(rows) if behind is None else behind + 1
    return _with_rows(draft, block, (*rows[:row], Row(), *rows[row:])), At(block, row)


def add_exercise(draft: Draft, block: Block, at: int | None = None) -> tuple[Draft, At]:
    """An exercise before the place `at` (default: behind all others), and the place of its first set."""
    place = len(draft.blocks) if at is None else at
    blocks = (*draft.blocks[:place], block, *draft.blocks[place:])
    return replace(draft, blocks=blocks), At(place, 0)


def change_exercise(draft: Draft, place: int, block: Block) -> Draft:
    """Another exercise in the place of one; its sets stay as far as they were written."""
    there = draft.blocks[place]
    written = any(not row.is_empty for row in there.rows)
    blocks = _replaced(draft.blocks, place, replace(block, rows=there.rows) if written else block)
    return replace(draft, blocks=blocks)


def remove_set(draft: Draft, at: At) -> Draft:
    """Without that set; with its last set the exercise goes too."""
    rows = draft.blocks[at.block].rows
    left = (*rows[: at.row], *rows[at.row + 1 :])
    return _with_rows(draft, at.block, left) if left else remove_exercise(draft, at.block)


def remove_exercise(draft: Draft, block: int) -> Draft:
    """Without that exercise."""
    return replace(draft, blocks=(*draft.blocks[:block], *draft.blocks[block + 1 :]))


def move_exercise(draft: Draft, block: int, by: int) -> tuple[Draft, int]:
    """The exercise so many places further down (up: negative), and where it stands now."""
    place = min(max(block + by, 0), len(draft.blocks) - 1)
    blocks = list(draft.blocks)
    blocks.insert(place, blocks.pop(block))
    return replace(draft, blocks=tuple(blocks)), place


def move_set(draft: Draft, at: At, by: int) -> tuple[Draft, At]:
    """The set so many places further down (up: negative) within its exercise, and where it stands now."""
    rows = list(draft.blocks[at.block].rows)
    row = min(max(at.row + by, 0), len(rows) - 1)
    rows.insert(row, rows.pop(at.row))
    return _with_rows(draft, at.block, tuple(rows)), At(at.block, row)


def fill(draft: Draft, blocks: Sequence[Block]) -> Draft:
    """The draft with these exercises behind those in which something is written."""
    written = [block for block in draft.blocks if any(not row.is_empty for row in block.rows)]
    return replace(draft, blocks=(*written, *blocks))


def head(draft: Draft, **changes: Any) -> Draft:
    """The draft with something else said of the whole workout; `Refused` when that cannot be."""
    said = replace(draft, head=draft.head.but(**changes))
    return replace(
        said,
        start_told=draft.start_told or "started_at" in changes,
        kind_told=draft.kind_told or "kind" in changes,
    )


def _done(values: Row, row: Row) -> dict[str, Any]:
    """The cells of `values` that say what was done; how hard `row` was stays as it is."""
    kept = {cell.value: values[cell] for cell in NUMBERS if cell is not Cell.RPE}
    return {**kept, Cell.KIND.value: values.kind if row.kind is None else row.kind}


def _with_rows(draft: Draft, block: int, rows: tuple[Row, ...]) -> Draft:
    return replace(draft, blocks=_replaced(draft.blocks, block, replace(draft.blocks[block], rows=rows)))


def _replaced(items: tuple[Any, ...], place: int, item: Any) -> tuple[Any, ...]:
    return (*items[:place], item, *items[place + 1 :])
