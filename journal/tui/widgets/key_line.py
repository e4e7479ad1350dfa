"""The last row: the keys that work now, with what they do; a click presses them.

Textual's own footer makes a widget for each key anew whenever the focus moves, which takes longer than the move
itself: this one is a single line of text.
"""

from itertools import groupby

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.style import Style

from journal.tui.widgets.steady import Steady

_STAY = frozenset({"save", "leave", "help"})
"""Keys that stand there however narrow it is: what is written is saved, and the way goes out and to all others."""


class KeyLine(Steady):
    """Shows what `screen.active_bindings` has to show, in that order; keys of a group stand before one name.

    Where there is no room for all, the last ones go first, but for those that lead to the others.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._working: list[Binding] = []

    def on_mount(self) -> None:
        """Follow the focus from now on."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def on_resize(self) -> None:
        """Other keys have room."""
        self._show()

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def _changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        by_action: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                by_action.setdefault(active.binding.action, active.binding)
        bindings = list(by_action.values())
        if bindings != self._working:
            self._working = bindings
            self._show()

    def _show(self) -> None:
        parts = [
            (all(one.id not in _STAY for one in together), self._part(together))
            for together in _together(self._working)
        ]
        while self.size.width and sum(part.cell_length + 1 for _, part in parts) > self.size.width + 1:
            may_go = [place for place, (goes, _) in enumerate(parts) if goes]
            if not may_go:
                break
            del parts[may_go[-1]]
        self.update(Content(" ").join([part for _, part in parts]))

    def _part(self, bindings: list[Binding]) -> Content:
        first = bindings[0]
        if first.group is None or len(bindings) == 1:
            return self._key(first, first.description)
        name = Content.styled(first.group.description, "$footer-description-foreground")
        return Content(" ").join([*(self._key(one, "") for one in bindings), name])

    def _key(self, binding: Binding, name: str) -> Content:
        shown = Content.styled(self.app.get_key_display(binding), "$footer-key-foreground bold")
        if name:
            shown += Content.styled(f" {name}", "$footer-description-foreground")
        return shown.stylize(Style.from_meta({"key": binding.key}))


def _together(bindings: list[Binding]) -> list[list[Binding]]:
    """The keys one by one, those of a group in one."""
    found: list[list[Binding]] = []
    for group, members in groupby(bindings, key=lambda one: one.group):
        alike = list(members)
        found += [alike] if group is not None else [[one] for one in alike]
    return found
