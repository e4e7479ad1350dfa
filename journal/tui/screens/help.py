"""All keys, read from the bindings themselves, and ten lines to learn the entry bar by."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.tui.key_names import with_keys
from journal.tui.keys import KEYS, bind
from journal.tui.screens.dialogue import Dialogue
from journal.tui.screens.page import Page
from journal.tui.screens.writing import Writing
from journal.tui.widgets.entry_bar import EntryBar, LineInput
from journal.tui.widgets.hanging import Hanging

EXAMPLES = (
    ("squat 2x5 100kg @8", "two sets of five at 100 kg, RPE 8"),
    ("bench 3x8 60; row 3x10 50", "two exercises in one line"),
    ("run 5km 28:30 @6", "a run with its time, session RPE 6"),
    ("pain lower back left 4 dull after", "4 of 10, dull, right after training"),
    ("pain left knee 0", "no pain there now: this is worth writing"),
    ("ice lower back 15m wrapped", "care: a wrapped pack, 15 minutes"),
    ("ibuprofen 2x200mg", "a painkiller with its dose"),
    ("sleep 7:30 stress 4 weight 80kg", "the check-in of the day"),
    ("yesterday run 5km 27:00 // felt easy", "another day, and a note after //"),
    ("session 55min @7 warmup 10", "how long and how hard the workout was"),
)
"""Lines of quick entry, and what they mean."""

Parts = Mapping[str, tuple[Binding, ...]]
"""Bindings by the part of the page that has them."""

_WRITING = ("log", "drink", "pain", "workout", "again", "care", "checkin", "undo", "redo")
_CLICKED = ("   each can be clicked", "$quiet not bold")
_IN_THE_BAR = "In the entry bar"
"""Its keys work while a line is typed, and not from here."""
_KEY = 14
_LINE = 38


class KeyRow(Static):
    """A key and what it does, which a click does too."""

    def __init__(self, binding: Binding, key: str, *, works: bool) -> None:
        look = Hanging(Content.styled(key, "$accent bold"), Content(binding.tooltip), _KEY)
        super().__init__(look, classes="key" if works else "")
        self._key = binding.id if works else None

    def on_click(self) -> None:
        """Hand it to the page."""
        if self._key is not None:
            self.screen.dismiss(self._key)


class Help(Dialogue[str | None]):
    """The keys of the screen below, by the part that has them; hands over the id of the one that is clicked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("leave", "dismiss(None)", tooltip="Back", show=True),
        bind("help", "dismiss(None)"),
    ]

    def __init__(self, parts: Parts, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._parts, self._keymap = dict(parts), keymap

    def compose(self) -> ComposeResult:
        """The keys, then the examples."""
        with VerticalScroll(classes="dialogue wide"):
            yield Static(Content.assemble("Keys", _CLICKED), classes="title")
            for name, bindings in self._parts.items():
                yield Static(name, classes="section", markup=False)
                works = name != _IN_THE_BAR
                yield from (KeyRow(one, self._key(one), works=works) for one in bindings)
            yield Static("Lines to try", classes="section", markup=False)
            for line, meaning in EXAMPLES:
                yield Static(Hanging(Content.styled(line, "bold"), Content.styled(meaning, "$quiet"), _LINE))
            yield Static(with_keys(self, "{leave} back"), classes="quiet not-a-diagnosis", markup=False)

    def _key(self, binding: Binding) -> str:
        keys = self._keymap.get(binding.id or "", binding.key).split(",")
        if binding.id == "digit":
            return KEYS["digit"].shown
        return "  ".join(self.app.get_key_display(Binding(key, "")) for key in keys)


def parts_of(page: Page) -> Parts:
    """The keys of a page by the part that has them: its own, those of its widgets, and those of every page."""
    own = list(_own(type(page), Page))
    for widget in page.query("*"):
        if not any(isinstance(one, EntryBar) for one in widget.ancestors_with_self):
            own += [one for one in _own(type(widget), Widget) if one.id not in {other.id for other in own}]
    every = (*_own(Writing, Screen), *_own(Page, Writing))
    return {
        "On this page": tuple(one for one in own if one.id not in _WRITING),
        "To write": tuple(one for one in every if one.id in _WRITING),
        "Everywhere": (
            *(one for one in every if one.id not in _WRITING and one.id not in _ids(own)),
            *_own(type(page.app), App),
        ),
        _IN_THE_BAR: (*_own(LineInput, Input), *_own(EntryBar, Vertical)),
    }


def _own(owner: type[DOMNode], base: type[DOMNode]) -> Iterator[Binding]:
    """The bindings that a class has from our own table, those of its bases up to `base` among them."""
    for one in owner.__mro__:
        if one is base:
            return
        for binding in vars(one).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id in KEYS:
                yield binding


def _ids(bindings: Iterable[Binding]) -> set[str | None]:
    return {one.id for one in bindings}
