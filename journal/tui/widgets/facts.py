"""Facts below one another: labels in a column, each with its words beside it, wrapped in their own column."""

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from journal.tui.widgets.hanging import Hanging


class Facts(Visual):
    """Rows of label and words, both shown as they are; the labels share a column of `indent` cells."""

    def __init__(self, rows: Sequence[tuple[str, Content]], indent: int) -> None:
        self._rows = [Hanging(Content.styled(label, "$quiet"), words, indent) for label, words in rows]

    @property
    def plain(self) -> str:
        """Its words, without style."""
        return "\n".join(row.plain for row in self._rows)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width at which nothing wraps, in cells."""
        return max((row.get_optimal_width(rules, container_width) for row in self._rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Rows needed at `width` cells."""
        return sum(row.get_height(rules, width) for row in self._rows)

    def render_strips(
        self,
        width: int,
        height: int | None,  # noqa: ARG002 - as in the base
        style: Style,
        options: RenderOptions,
    ) -> list[Strip]:
        """The rows below one another."""
        return [strip for row in self._rows for strip in row.render_strips(width, None, style, options)]
