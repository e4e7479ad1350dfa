"""Beside the form of care: what it does, what was done before, what may help, and what the rules look at."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.tui.widgets.hanging import Hanging

_LABEL = 9
"""Cells of the column of headings."""


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of at most eight letters, such as "So far", and its lines; `tone` is their style."""

    heading: str
    lines: tuple[str, ...]
    tone: str = ""


class CareAside(VerticalScroll):
    """Shows its parts as paragraphs; scrolls when there are more than fit."""

    parts: reactive[tuple[Part, ...]] = reactive(())
    """What stands there."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)

    def compose(self) -> ComposeResult:
        """Filled when something is known."""
        yield from ()

    async def watch_parts(self, parts: tuple[Part, ...]) -> None:
        """Write it anew."""
        shown = [part for part in parts if part.lines]
        self.display = bool(shown)
        async with self.batch():
            await self.remove_children()
            await self.mount_all(_drawn(part) for part in shown)


def _drawn(part: Part) -> Static:
    """The heading beside its lines."""
    bullet = "· " if len(part.lines) > 1 else ""
    lines = Content("\n").join(Content.styled(f"{bullet}{one}", part.tone) for one in part.lines)
    return Static(Hanging(Content.styled(part.heading, "$quiet"), lines, _LABEL))
