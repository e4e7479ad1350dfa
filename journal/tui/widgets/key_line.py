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
from textual.widgets import Static


class KeyLine(Static):
    """Shows what `screen.active_bindings` has to show, in that order; keys of a group stand before one name."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._shown: tuple[tuple[str, str], ...] = ()

    def on_mount(self) -> None:
        """Follow the focus from now on."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

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
        shown = tuple((one.key, one.description) for one in by_action.values())
        if shown != self._shown:
            self._shown = shown
            self.update(self._line(list(by_action.values())))

    def _line(self, bindings: list[Binding]) -> Content:
        parts: list[Content] = []
        for group, members in groupby(bindings, key=lambda one: one.group):
            together = list(members)
            if group is None or len(together) == 1:
                parts += [self._key(one, one.description) for one in together]
            else:
                parts += [self._key(one, "") for one in together]
                parts.append(Content.styled(group.description, "$footer-description-foreground"))
        return Content(" ").join(parts)

    def _key(self, binding: Binding, name: str) -> Content:
        shown = Content.styled(self.app.get_key_display(binding), "$footer-key-foreground bold")
        if name:
            shown += Content.styled(f" {name}", "$footer-description-foreground")
        return shown.stylize(Style.from_meta({"key": binding.key}))
