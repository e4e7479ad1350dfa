"""The entries of the day, in the order of time."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widgets.option_list import Option

from journal.record import Record
from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.messages import EditAsked, EntryOpened, RemovalAsked
from journal.tui.reading.views import DayView, Line
from journal.tui.widgets.hanging import Hanging
from journal.tui.widgets.row_list import RowList

_CLOCK = 7
"""Cells of the column of clock times."""
_WAYS_IN = (
    ("log", "anything, as one line: squat 2x5 100kg @8"),
    ("pain", "a pain, on the body map"),
    ("workout", "a workout, set by set"),
    ("checkin", "the check-in: sleep, weight, stress"),
    ("drink", "one glass of water"),
    ("import", "history from other programs"),
    ("help", "all keys"),
)
"""How to begin, shown on a day without entries."""


class DayList(RowList):
    """The list that has the focus: arrows choose an entry, letters act on it or on the day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "open", tooltip="Open the chosen entry on its own page"),
        bind("edit", "edit", show=True),
        bind("remove", "remove", show=True),
        bind("down", "cursor_down"),
        bind("up", "cursor_up"),
    ]

    view: reactive[DayView | None] = reactive(None)
    """The day shown; None while the journal is being opened."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)

    def watch_view(self, before: DayView | None, view: DayView | None) -> None:
        """Show the day's lines; the choice stays on its entry, or goes to the newest one."""
        place = self.highlighted
        chosen = before.lines[place] if before and place is not None and place < len(before.lines) else None
        self.set_options([])
        if view is None:
            return
        if not view.lines:
            self.add_option(Option(self._nothing(view), disabled=True))
            return
        self.add_options(Option(_look(line), id=line.key) for line in view.lines)
        self.highlighted = _place(place, chosen, before, view)
        self.call_after_refresh(self.scroll_to_highlight)

    def on_resize(self) -> None:
        """The chosen entry stays in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def chosen(self) -> Line | None:
        """The entry under the cursor."""
        if self.view is None or self.highlighted is None or self.highlighted >= len(self.view.lines):
            return None
        return self.view.lines[self.highlighted]

    def choose(self, key: str) -> None:
        """Put the cursor on the entry of that key, or on the line that it is a part of, if it is there."""
        lines = self.view.lines if self.view is not None else ()
        place = next((place for place, line in enumerate(lines) if key in _keys(line)), None)
        if place is not None:
            self.highlighted = place

    def _nothing(self, view: DayView) -> Content:
        day = "Nothing written for today yet." if view.is_today else "Nothing was written for this day."
        hints = [
            Content.assemble((f"  {key_of(self, id)}  ", "$accent bold"), (words, "$quiet"))
            for id, words in _WAYS_IN  # noqa: A001 - that of a key
        ]
        return Content("\n").join([Content(f"{day}\n"), *hints])

    def action_open(self) -> None:
        """Ask for the chosen entry to be opened."""
        if self.chosen is not None:
            self.post_message(EntryOpened(self.chosen))

    def action_edit(self) -> None:
        """Ask for the chosen entry to be edited."""
        if self.chosen is not None:
            self.post_message(EditAsked(self.chosen))

    def action_select(self) -> None:
        """A single click only chooses."""

    def on_click(self, event: Click) -> None:
        """A double click opens the entry."""
        if event.chain == 2:
            self.action_open()

    def action_remove(self) -> None:
        """Ask for the chosen entry to be taken out."""
        if self.chosen is not None:
            self.post_message(RemovalAsked(self.chosen))


def _place(place: int | None, chosen: Line | None, before: DayView | None, view: DayView) -> int:
    """Where the cursor goes: to a new entry, else where it was, else to the last entry of the day."""
    keys = [line.key for line in view.lines]
    if before is not None and before.day == view.day:
        old = {line.key for line in before.lines}
        new = [row for row, key in enumerate(keys) if key not in old]
        if new:
            return new[-1]
        if chosen is not None and chosen.key in keys:
            return keys.index(chosen.key)
        if place is not None:
            return min(place, len(keys) - 1)
    return len(keys) - 1


def _keys(line: Line) -> set[str]:
    """The keys of all that the line tells: answers that were given together are one line."""
    return {line.key, *(f"{one.TABLE}/{one.key}" for one in line.entries if isinstance(one, Record))}


def _look(line: Line) -> Hanging:
    tone = "$quiet" if line.quiet else ""
    rows = [Content.styled(line.words, tone), *(Content.styled(row, "$quiet") for row in line.more)]
    return Hanging(Content.styled(f"{line.label:>5}", "$quiet"), Content("\n").join(rows), _CLOCK)
