"""The places of the body as a list: the recent ones with their numbers, then all of them from head to foot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.body import Place, places
from journal.tui.keys import bind
from journal.tui.widgets.row_list import RowList

_SCORE = 4
"""Cells of the column before a place: its number, or nothing."""
_ROOMY = 56
"""Cells from which it is told what was last said of a place."""
_NAME = 22
"""Cells of the column of names, where there is a score behind them."""


class PlaceList(RowList):
    """Arrows, Enter and clicks choose a place.  Says the scores that the map shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "take", name="save", tooltip="Take this place; then record the pain", show=True),
        bind("up", "cursor_up", tooltip="The place above"),
        bind("down", "cursor_down", tooltip="The place below"),
    ]

    recent: reactive[tuple[Place, ...]] = reactive(())
    """Places that hurt of late, latest first."""
    scores: reactive[Mapping[Place, int]] = reactive(dict)
    """How much each place hurts, 0 to 10; places that are not there are not known."""
    told: reactive[Mapping[Place, str]] = reactive(dict)
    """What was last said of each place, shown where there is room."""
    chosen: reactive[Place | None] = reactive(None)
    """The place that is chosen."""

    @dataclass
    class Chosen(Message):
        """A place was chosen; `taken` with Enter or a click, which means it for good."""

        place: Place
        taken: bool

    class Entered(Message):
        """Enter was pressed on the place that is chosen already."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._rows: list[Place | None] = []
        self._placed: int | None = None
        self._is_roomy = False

    def on_mount(self) -> None:
        """List the places."""
        self._fill()

    def watch_recent(self) -> None:
        """Other places on top."""
        self._fill()

    def watch_scores(self) -> None:
        """Other scores."""
        self._fill()

    def watch_told(self) -> None:
        """Other words."""
        self._fill()

    def on_resize(self) -> None:
        """More or less is told, as there is room."""
        if self._is_roomy != (self.size.width >= _ROOMY):
            self._fill()

    def watch_chosen(self, chosen: Place | None) -> None:
        """Go to the place that was chosen elsewhere."""
        self._go_to(chosen)

    def action_take(self) -> None:
        """Take the place under the cursor; on the one that is chosen, go on."""
        if self.chosen is not None and self.highlighted == self._placed:
            self.post_message(self.Entered())
        else:
            self._tell(taken=True)

    def action_select(self) -> None:
        """A single click is told by `on_click`."""

    def on_click(self, event: Click) -> None:
        """Take the place under the mouse."""
        row = event.style.meta.get("option")
        place = self._rows[row] if isinstance(row, int) and row < len(self._rows) else None
        if place is not None:
            self._placed = row
            self.post_message(self.Chosen(place, taken=True))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The cursor went somewhere by hand."""
        event.stop()
        if event.option_index != self._placed and event.option_index == self.highlighted:
            self._placed = event.option_index
            self._tell(taken=False)

    def _tell(self, *, taken: bool) -> None:
        place = self._rows[self.highlighted] if self.highlighted is not None else None
        if place is not None:
            self.post_message(self.Chosen(place, taken))

    def _fill(self) -> None:
        if not self.is_mounted:
            return
        at, self._is_roomy = self.highlighted, self.size.width >= _ROOMY
        options = [Option(self._look(place, number)) for number, place in enumerate(self.recent, 1)]
        options.append(Option(Content.styled("    from head to foot", "$quiet"), disabled=True))
        options += [Option(self._look(place)) for place in places()]
        self._rows = [*self.recent, None, *places()]
        self._placed = None
        self.set_options(options)
        self._go_to(self.chosen, at)

    def _go_to(self, place: Place | None, near: int | None = None) -> None:
        """Move the cursor to a place, without telling it; stay when it is there already."""
        here = self.highlighted if near is None else near
        if here is not None and here < len(self._rows) and self._rows[here] == place:
            self._placed = here
        else:
            self._placed = self._rows.index(place) if place is not None and place in self._rows else 0
        self.highlighted = self._placed if self._rows else None
        self.call_after_refresh(self.scroll_to_highlight)

    def _look(self, place: Place, number: int | None = None) -> Content:
        key = Content.styled(f"{number:>2}  " if number is not None else " " * _SCORE, "$accent bold")
        score, told = self.scores.get(place), self.told.get(place, "")
        if score is None and not (told and self._is_roomy):
            return key + Content(place.name)
        look = key + Content.assemble(
            f"{place.name:<{_NAME}} ", (f"{score:>2}" if score is not None else "  ", "bold")
        )
        return look + Content.styled(f"   {told}", "$quiet") if self._is_roomy else look
