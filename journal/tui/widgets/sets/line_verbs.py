"""What keys do with the chosen line: repeat, add, remove, move, another kind of set."""

from typing import ClassVar

from textual.binding import BindingType

from journal.tui.draft import verbs
from journal.tui.draft.model import At, Cell
from journal.tui.keys import bind
from journal.tui.widgets.sets.holding import HoldsDraft
from journal.tui.widgets.sets.layout import What, line_at
from journal.tui.widgets.sets.writing_in import Place, with_text
from journal.vocabulary import SetKind

_KINDS = (None, SetKind.WARMUP, SetKind.DROP, SetKind.FAILURE)


class LineVerbs(HoldsDraft):
    """Each verb is one change of the draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind(
            "mark",
            "kind",
            name="set kind",
            tooltip="The set is a warm-up, a drop set, to failure, or none of these",
        ),
        bind(
            "new",
            "add",
            name="add set",
            tooltip="Add a set below the chosen one; on the name of an exercise, another exercise",
            show=True,
        ),
        bind("remove", "remove", show=True),
        bind("raise", "shift(-1)"),
        bind("lower", "shift(1)"),
    ]

    def write(self, text: str | None = None) -> None:
        """Write in the chosen cell, beginning with a text, or with what stands there."""

    def repeat(self) -> bool:
        """The set above once more (the first one: last time's), then on; False when there is none."""
        line, draft = self.grid.chosen, self.draft
        if line is None or draft is None or not line.has_cells:
            return False
        changed = verbs.add_set(draft, line.block)[0] if line.what is What.MORE else draft
        repeated = verbs.repeat(changed, line.at)
        if repeated == changed and repeated.at(line.at).is_empty:
            return False
        self.become(repeated)
        self.grid.action_move(1)
        return True

    def action_kind(self) -> None:
        """The next kind of set."""
        line, draft = self.grid.chosen, self.draft
        if line is not None and draft is not None and line.what is What.SET:
            there = draft.at(line.at).kind
            place = _KINDS.index(there) if there in _KINDS else 0
            self.become(verbs.put(draft, line.at, {Cell.KIND.value: _KINDS[(place + 1) % len(_KINDS)]}))

    def action_add(self) -> None:
        """A set below the chosen one; on the name of an exercise, and below all of them, another exercise."""
        line, draft = self.grid.chosen, self.draft
        if line is None or draft is None:
            return
        if line.has_cells:
            behind = line.row if line.what is What.SET else None
            changed, at = verbs.add_set(draft, line.block, behind)
            self.become(changed)
            self.grid.go(line_at(self.grid.lines, at))
        else:
            self.grid.go(line_at(self.grid.lines, At(len(draft.blocks), 0)))
            self.write()

    def action_remove(self) -> None:
        """Without the chosen set or exercise; what was said of the whole workout is taken back."""
        line, draft = self.grid.chosen, self.draft
        if line is None or draft is None or self.hand is None:
            return
        if line.what is What.SET:
            self.become(verbs.remove_set(draft, line.at))
        elif line.what is What.EXERCISE:
            self.become(verbs.remove_exercise(draft, line.block))
        elif line.detail is not None:
            self.become(with_text(Place(line, Cell.WEIGHT), "", draft, self.hand))

    def action_shift(self, by: int) -> None:
        """The chosen set or exercise further up or down."""
        line, draft = self.grid.chosen, self.draft
        if line is None or draft is None:
            return
        if line.what is What.SET:
            changed, at = verbs.move_set(draft, line.at, by)
            self.become(changed)
            self.grid.go(line_at(self.grid.lines, at))
        elif line.what is What.EXERCISE:
            changed, block = verbs.move_exercise(draft, line.block, by)
            self.become(changed)
            self.grid.go(line_at(self.grid.lines, At(block, 0)) - 1)
