"""All keys, read from the bindings themselves, and ten lines to learn the entry bar by."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Static

from journal.tui.screens.dialogue import Dialogue
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

_KEY = 14
_LINE = 38


class Help(Dialogue[None]):
    """The keys of the screen below, by the part that has them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,question_mark",
            "dismiss(None)",
            "back",
            id="help.leave",
            key_display="esc",
            tooltip="Back",
        ),
    ]

    def __init__(self, parts: Mapping[str, tuple[type[DOMNode], ...]], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._parts, self._keymap = dict(parts), keymap

    def compose(self) -> ComposeResult:
        """The keys, then the examples."""
        with VerticalScroll(classes="dialogue wide"):
            yield Static("Keys", classes="title", markup=False)
            for name, owners in self._parts.items():
                yield Static(name, classes="section", markup=False)
                for key, words in self._keys(owners):
                    yield Static(Hanging(Content.styled(key, "$accent bold"), Content(words), _KEY))
            yield Static("Lines to try", classes="section", markup=False)
            for line, meaning in EXAMPLES:
                yield Static(Hanging(Content.styled(line, "bold"), Content.styled(meaning, "$quiet"), _LINE))
            yield Static("Esc back", classes="quiet not-a-diagnosis", markup=False)

    def _keys(self, owners: tuple[type[DOMNode], ...]) -> Iterator[tuple[str, str]]:
        for binding in (binding for owner in owners for binding in owner.BINDINGS):
            if isinstance(binding, Binding) and binding.tooltip:
                keys = self._keymap.get(binding.id or "", binding.key)
                shown = "  ".join(self.app.get_key_display(Binding(key, "")) for key in keys.split(","))
                yield shown, binding.tooltip
