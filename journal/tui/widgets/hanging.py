"""A paragraph behind a label: the text wraps in its own column, and the label stands beside its first line."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Hanging(Visual):
    """`label` in a column of `indent` cells, `body` wrapped in the rest.  Both are shown as they are."""

    def __init__(self, label: Content, body: Content, indent: int) -> None:
        self._label, self._body, self._indent = label, body, indent

    @property
    def plain(self) -> str:
        """Its words, without style."""
        return f"{self._label.plain} {self._body.plain}"

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width at which nothing wraps, in cells."""
        return self._indent + self._body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Rows needed at `width` cells."""
        return self._body.get_height(rules, self._room(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The label's strip before the first row of the body, blanks before the others."""
        body = self._body.render_strips(self._room(width), height, style, options)
        label = self._label.render_strips(self._indent, 1, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        first = label[0].adjust_cell_length(self._indent, style.rich_style) if label else blank
        return [Strip.join([first if row == 0 else blank, strip]) for row, strip in enumerate(body)]

    def _room(self, width: int) -> int:
        return max(width - self._indent, 1)
