"""A row of completions: Tab takes the first, Tab again the next, a click any of them."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from journal.tui.widgets.steady import Steady

_SHOWN = 8
"""Completions shown at once."""


class Choices(Steady):
    """Offers whole lines for what was typed, and shows only the words that differ."""

    @dataclass
    class Taken(Message):
        """A completion was clicked."""

        line: str

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()
        self._shared = 0
        self._place = -1
        self.display = False

    @property
    def taken(self) -> str | None:
        """The line that was taken last; None before."""
        return self._lines[self._place] if 0 <= self._place < len(self._lines) else None

    def offer(self, typed: str, lines: tuple[str, ...]) -> None:
        """Show completions of what was typed; none hides the row."""
        self._lines = tuple(line for line in lines if line != typed)[:_SHOWN]
        self._shared = typed.rfind(" ") + 1
        self._place = -1
        self._draw()

    def next(self, step: int) -> str | None:
        """The completion `step` places on, round the end; None when there is none."""
        if not self._lines:
            return None
        start = self._place if self._place >= 0 or step > 0 else 0
        self._place = (start + step) % len(self._lines)
        self._draw()
        return self._lines[self._place]

    def on_click(self, event: Click) -> None:
        """Take the completion under the mouse."""
        place = event.style.meta.get("completion")
        if isinstance(place, int) and place < len(self._lines):
            self._place = place
            self._draw()
            self.post_message(self.Taken(self._lines[place]))

    def _draw(self) -> None:
        self.display = bool(self._lines)
        parts = [Content.styled("tab  ", "$accent")]
        for place, line in enumerate(self._lines):
            word = Content(line[self._shared :].strip())
            look = Style.from_meta({"completion": place})
            if place == self._place:
                word = word.stylize("reverse")
            parts += [word.stylize(look), Content.styled("  ", "$quiet")]
        self.update(Content("").join(parts))
