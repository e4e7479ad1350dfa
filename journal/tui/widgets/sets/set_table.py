"""A workout as a table of sets that is written in like a spreadsheet."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from journal.errors import Refused
from journal.tui.draft import verbs
from journal.tui.draft.model import MEASURES, At, Cell, Draft
from journal.tui.draft.naming import offers
from journal.tui.key_names import key_of
from journal.tui.widgets.sets.field import CellField, Offers
from journal.tui.widgets.sets.grid import Grid
from journal.tui.widgets.sets.layout import LABEL, What, first_cell, line_at
from journal.tui.widgets.sets.line_verbs import LineVerbs
from journal.tui.widgets.sets.writing_in import Place, as_typed, block_for, text_of, with_text

_RECENT = 6
"""Exercises that are offered before whole workouts are."""
_MOST_OFFERS = 10
_LEAST = 8
"""Cells that the field of a narrow column has at least."""


class SetTable(LineVerbs):
    """Holds the draft, posts `Changed` after each change of it, and asks for what is not at hand."""

    DEFAULT_CSS = """
    SetTable { layers: base over; height: 1fr; }
    SetTable #heads { height: 1; color: $quiet; text-wrap: nowrap; }
    SetTable #fault {
        position: absolute; layer: over; display: none; width: 100%; height: auto; max-height: 3;
        background: $surface; color: $severity-warning; padding: 0 1;
    }
    """

    @dataclass
    class Typed(Message):
        """What stands in the cell makes another draft of it, which nobody has taken yet."""

        draft: Draft

    @dataclass
    class LastTimeAsked(Message):
        """What an exercise had last time is not at hand."""

        exercise: str

    @dataclass
    class Left(Message):
        """Esc was pressed before anything was written."""

    @dataclass
    class WholeAsked(Message):
        """A workout should be begun with: a template by its name, or the last one ("")."""

        template: str

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._place: Place | None = None
        self._offered_for = ""
        self._typed_so_far: Draft | None = None

    def compose(self) -> ComposeResult:
        """The columns' heads, the lines, and what lies over them while a cell is written."""
        yield Static(id="heads", markup=False)
        yield Grid(self, id="grid").data_bind(SetTable.draft, SetTable.hand)
        yield CellField(self, id="cell")
        yield Offers(id="offers")
        yield Static(id="fault", markup=False)

    @property
    def field(self) -> CellField:
        """Where a cell is written."""
        return self.query_one(CellField)

    @property
    def is_writing(self) -> bool:
        """Whether a cell is being written in."""
        return self._place is not None

    @property
    def as_typed(self) -> Draft | None:
        """The draft with what is typed into a cell, as far as that is understood."""
        if self._place is None or self.draft is None or self.hand is None:
            return self.draft
        return as_typed(self._place, self.field.value, self.draft, self.hand)

    @property
    def asks_for_first(self) -> bool:
        """Whether the name of the first exercise is to be written, and nothing stands there yet."""
        names = self._place is not None and self._place.is_name
        return names and self.draft is not None and not self.draft.blocks and not self.field.value

    def is_no_letter(self, sign: str) -> bool:
        """Whether the sign asks for the last workout: its key does where a name is to come that none begins with."""
        if self.hand is None or not self.asks_for_first or sign != key_of(self, "again"):
            return False
        return not any(one.name.casefold().startswith(sign) for one in self.hand.writer.catalogue)

    # Writing in a cell.

    def write(self, text: str | None = None) -> None:
        """Write in the chosen cell: a text that begins it, or what stands there, all of it selected."""
        line = self.grid.chosen
        if self.draft is None or self.hand is None or line is None or line.what is What.GAP:
            return
        self._place, self._typed_so_far = Place(line, self.grid.column.cell), self.draft
        field = self.field
        field.value = text_of(self._place, self.draft, self.hand) if text is None else text
        field.cursor_position = len(field.value)
        field.placeholder = (
            line.detail.hint
            if line.detail
            else "name of an exercise, such as squat or run"
            if self._place.is_name
            else ""
        )
        words = line.detail.words if line.detail else ()
        field.suggester = SuggestFromList(words, case_sensitive=False) if words else None
        if text is None and not self._place.is_name:
            field.action_select_all()
        field.display = True
        self.place_field()
        self._offer()
        # Not field.focus(), which waits its turn: the next digit must come here.
        self.screen.set_focus(field)

    def put_back(self) -> None:
        """Leave the cell as it was."""
        if self._place is not None:
            self._place = None
            self.field.display = False
            self.query_one(Offers).hide()
            self._fault("")
            self._tell_typed()
            self.screen.set_focus(self.grid)

    def take(self) -> bool:
        """Take what is typed into the draft; False when it is refused, which is then said where it stands."""
        if self._place is None or self.draft is None or self.hand is None:
            return True
        place, text = self._place, self.field.value
        try:
            if place.is_name:
                self._take_name(place)
            else:
                self.become(with_text(place, text, self.draft, self.hand))
        except Refused as error:
            self._fault(str(error))
            return False
        self.put_back()
        return True

    def done(self, key: str) -> None:
        """A key that leaves the field."""
        if self._place is None or key == "escape":
            untouched = self.draft is not None and not self.draft.blocks and not self.field.value
            self.put_back()
            if untouched:
                self.post_message(self.Left())
            return
        named = self._place.is_name
        if named and key in ("up", "down"):
            listed = self.query_one(Offers)
            listed.action_cursor_up() if key == "up" else listed.action_cursor_down()
        elif self.take() and not named:
            self._leave(key)

    def _leave(self, key: str) -> None:
        if key in ("tab", "shift+tab"):
            self.step(1 if key == "tab" else -1)
        elif key in ("up", "down"):
            self.grid.action_move(-1 if key == "up" else 1)
        else:
            self._onward()

    def _take_name(self, place: Place) -> None:
        if self._offered_for != self.field.value:
            # The last letters came just before Enter.
            self._offer()
        offer = self.query_one(Offers).chosen
        if offer is None and self.field.value.strip():
            raise Refused(
                f"{self.field.value.strip()!r} is no name of an exercise; write one such as squat or run"
            )
        if offer is None or self.draft is None or self.hand is None:
            return
        if offer.whole is not None:
            self.post_message(self.WholeAsked(offer.whole))
            return
        block = block_for(offer, self.draft, self.hand)
        if place.line.what is What.ADD:
            draft, _ = verbs.add_exercise(self.draft, block)
        else:
            draft = verbs.change_exercise(self.draft, place.line.block, block)
        self.become(draft)
        if block.last is None and block.own is None:
            self.post_message(self.LastTimeAsked(block.exercise))
        self.grid.go(line_at(self.grid.lines, At(place.line.block, 0)), first_cell(draft, place.line.block))

    # Moving on.

    def choose(self) -> None:
        """Enter: the ghost of an empty cell is taken; a kind is the next one; else the cell is written in."""
        line, draft = self.grid.chosen, self.draft
        if line is None or draft is None:
            return
        cell = self.grid.column.cell
        if line.what is What.SET and cell is Cell.KIND:
            self.action_kind()
        elif (
            line.what is What.SET
            and draft.at(line.at)[cell] is None
            and verbs.accept(draft, line.at, cell) != draft
        ):
            self.become(verbs.accept(draft, line.at, cell))
            self._onward()
        else:
            self.write()

    def step(self, by: int) -> None:
        """So many cells to the right, at the end of a line to the next one."""
        grid, line = self.grid, self.grid.chosen
        if line is None or not line.has_cells or self.draft is None:
            grid.action_move(by)
            return
        places = [one.cell for one in grid.columns if one.cell is not Cell.KIND]
        here = places.index(grid.column.cell) if grid.column.cell in places else -1
        if 0 <= here + by < len(places):
            grid.cell = places[here + by]
        else:
            grid.action_move(by)
            grid.cell = places[0 if by > 0 else -1]

    def _onward(self) -> None:
        """To what is still missing in the set, else to the next line, in the column that one began in."""
        grid, line, draft = self.grid, self.grid.chosen, self.draft
        if line is None or draft is None:
            return
        if line.has_cells and line.row < len(draft.blocks[line.block].rows):
            row, ghost, block = draft.at(line.at), draft.ghost(line.at), draft.blocks[line.block]
            for cell in block.cells():
                asked = block.is_endurance or not row.is_measured
                awaited = asked or (ghost is not None and ghost[cell] is not None)
                if cell in MEASURES and row[cell] is None and awaited and not row.is_empty:
                    grid.cell = cell
                    return
        grid.action_move(1)
        grid.cell = grid.home

    # What lies over the lines.

    def on_resize(self, _: Resize) -> None:
        """The field stays on its cell."""
        self.call_after_refresh(self.place_field)

    def place_field(self) -> None:
        """Put the field over its cell, and what belongs to it below (above, where there is no room)."""
        if self._place is None:
            return
        grid, line = self.grid, self._place.line
        y = 1 + grid.line - grid.scroll_offset.y
        x, width = 1, max(grid.size.width - 2, _LEAST)
        if line.has_cells:
            x = grid.column.x + (0 if self._place.cell is Cell.KIND else -1)
            width = max(grid.column.width, _LEAST)
        elif line.detail is not None:
            x, width = LABEL, max(grid.size.width - LABEL - 1, _LEAST)
        self.field.styles.offset, self.field.styles.width = (x, y), width
        listed, fault = self.query_one(Offers), self.query_one("#fault", Static)
        self._lay_by(listed, y, min(len(listed.offers), _MOST_OFFERS))
        self._lay_by(fault, y, 1 + cell_len(str(fault.content)) // max(self.size.width - 2, 1))

    def _lay_by(self, what: Widget, y: int, rows: int) -> None:
        """Lay something of so many rows below the line `y`, or above it where that has more room."""
        room = self.size.height - y - 1
        below = room >= rows or room >= y
        shown = max(min(rows, room if below else y), 1)
        what.styles.max_height = shown
        what.styles.offset = (int(isinstance(what, Offers)), y + 1 if below else y - shown)

    @on(Input.Changed, "#cell")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fault("")
        self.refresh_bindings()
        if self._by_number(event.value):
            self.take()
        else:
            self._offer()
            self._tell_typed()

    def _tell_typed(self) -> None:
        draft = self.as_typed
        if draft is not None and draft != self._typed_so_far:
            self.post_message(self.Typed(draft))
        self._typed_so_far = draft

    def _by_number(self, typed: str) -> bool:
        """Choose the offer of that number, while they are numbered: before anything is typed."""
        listed = self.query_one(Offers)
        chosen = listed.numbered and typed.isdecimal() and 0 < int(typed) <= len(listed.offers)
        if chosen:
            listed.highlighted, self._offered_for = int(typed) - 1, typed
        return chosen

    @on(OptionList.OptionSelected, "#offers")
    def _offer_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.take()

    def _offer(self) -> None:
        listed = self.query_one(Offers)
        if self._place is None or not self._place.is_name or self.hand is None:
            listed.hide()
            return
        found = offers(self.field.value, self.hand.writer.catalogue, self.hand.recent)
        if not self.field.value.strip() and self.draft is not None and not self.draft.blocks:
            found = [*found[:_RECENT], *self.hand.whole]
        listed.show(found, numbered=not self.field.value)
        self._offered_for = self.field.value
        self.place_field()

    def _fault(self, sentence: str) -> None:
        fault = self.query_one("#fault", Static)
        fault.update(f"! {sentence}" if sentence else "")
        fault.display = bool(sentence)
        self.place_field()
