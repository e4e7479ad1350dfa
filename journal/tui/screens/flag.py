"""A flag in full over the page: what pops up for an urgent one, and what Enter opens where there is one column."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.style import Style
from textual.widgets import OptionList

from journal.tui.key_names import key_of
from journal.tui.keys import bind
from journal.tui.reading.views import Behind, FlagInFull
from journal.tui.screens.dialogue import Dialogue
from journal.tui.widgets.full_flag import FullFlag


class Wish(Enum):
    """What should be done with a flag."""

    ACKNOWLEDGE = auto()
    SNOOZE = auto()
    UNMARK = auto()
    """Take its mark away."""


class FlagScreen(Dialogue[Behind | Wish | None]):
    """Gives the entry that should be opened, or what should be done with the flag; None when it was only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", show=True),
        bind("acknowledge", "wish('ACKNOWLEDGE')", show=True),
        bind("snooze", "wish('SNOOZE')", show=True),
        bind("remove", "wish('UNMARK')"),
    ]

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    FlagScreen .dialogue {
        border-subtitle-background: $surface;
        link-style: none; link-color: $quiet; link-background-hover: $row; link-color-hover: $foreground;
    }
    """

    def __init__(self, shown: FlagInFull, typing: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._shown = shown
        self._typing = typing
        """Takes a letter, where the flag opened by itself over a line that is being written."""

    def compose(self) -> ComposeResult:
        """The flag; its frame names the keys."""
        with VerticalScroll(classes="dialogue wide"):
            yield FullFlag(self._shown)

    def on_mount(self) -> None:
        """The top is seen first; the entries have the focus when all fits."""
        self.call_after_refresh(self._focus)

    def on_key(self, event: Key) -> None:
        """Make way for somebody who is already writing the next line: a letter of it must mark nothing."""
        letter = event.character
        if self._typing is not None and event.is_printable and letter and not letter.isspace():
            event.stop()
            self.dismiss(None)
            self._typing(letter)

    def on_full_flag_entry_chosen(self, message: FullFlag.EntryChosen) -> None:
        """Go to the chosen entry."""
        self.dismiss(message.entry)

    def action_wish(self, name: str) -> None:
        """Leave, and let the page do it."""
        self.dismiss(Wish[name])

    def _focus(self) -> None:
        box = self.query_one(VerticalScroll)
        entries = self.query(OptionList)
        all_seen = bool(entries) and not box.max_scroll_y
        (entries.first() if all_seen else box).focus()
        way = "" if not entries else "opens the entry" if all_seen else "goes to the entries"
        key = key_of(self, "choose" if all_seen else "next")
        opening = [_key(key, way), Content("  ")] if way else []
        box.border_subtitle = Content.assemble(" ", *opening, *self._ways(), " ")

    def _ways(self) -> Iterator[Content]:
        """The keys that act on the flag, each of them to be clicked too."""
        marking = () if self._shown.flag.is_urgent else ("acknowledge", "snooze")
        for id in (*marking, "leave"):  # noqa: A001 - that of a key
            found = [one.binding for one in self.active_bindings.values() if one.binding.id == id]
            for binding in found[:1]:
                words = _key(self.app.get_key_display(binding), binding.description)
                yield words.stylize(Style.from_meta({"@click": f"screen.{binding.action}"}))
                yield Content("  " if id != "leave" else "")


def _key(key: str, words: str) -> Content:
    return Content.assemble((key, "$accent bold"), (f" {words}", "$quiet"))
