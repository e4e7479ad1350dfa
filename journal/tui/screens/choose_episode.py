"""A dialogue that asks which episode the page for the physiotherapist is to be about."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.tui.keys import bind
from journal.tui.reading.physio import EVERYTHING, EpisodeChoice, Subject
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.row_list import RowList
from journal.tui.wording.dates import in_brief

_PLACE = 20
_STATES = {"open": "still open", "settled": "settled", "lapsed": "no longer written of"}
_ALL = "All that hurts now, or in the last 8 weeks"


class EpisodeList(RowList):
    """The episodes, and before them all of them together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("choose", "select", name="show", tooltip="Show the page about it"),
        bind("up", "cursor_up"),
        bind("down", "cursor_down"),
    ]


class ChooseEpisode(Dialogue[Subject | None]):
    """Gives what the page is to be about, or None when it was left with Esc."""

    DEFAULT_CSS = """
    ChooseEpisode OptionList { max-height: 16; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", name="leave", tooltip="Back to the week"),
    ]

    def __init__(self, choices: Sequence[EpisodeChoice], today: date) -> None:
        super().__init__()
        self._choices, self._today = tuple(choices), today

    def compose(self) -> ComposeResult:
        """One row for each."""
        with Vertical(classes="dialogue wide"):
            yield Static("For the physiotherapist: which pain?", classes="title", markup=False)
            rows = (Option(Content(_ALL)), *(Option(self._look(one)) for one in self._choices))
            yield EpisodeList(*rows, compact=True, markup=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        place = event.option_index
        self.dismiss(self._choices[place - 1].subject if place else EVERYTHING)

    def _look(self, one: EpisodeChoice) -> Content:
        first, last = in_brief(one.first, self._today), in_brief(one.last, self._today)
        until = "" if one.state == "open" or last == first else f" to {last}"
        return Content.assemble(
            f"{one.subject.name:<{_PLACE}} peak {one.peak:>2}  ",
            # The dates tell one episode from another; where there is little room, they are seen whole.
            f"{'since ' if one.state == 'open' else ''}{first}{until}, ",
            (_STATES[one.state], "$quiet"),
        )
