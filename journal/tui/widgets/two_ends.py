"""One row with two ends: the left one is cut with "…" where the right one begins."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_GAP = 2
"""Cells between the ends."""
_LEFT = 8
"""Cells that the left end keeps in any case; the right one gives way."""
_LONGEST = 400
"""Characters that are looked at: no row is wider."""


class TwoEnds(Visual):
    """`left` and `right` on one row, each shown as it is."""

    def __init__(self, left: Content, right: Content) -> None:
        self._left, self._right = left[:_LONGEST], right

    @property
    def plain(self) -> str:
        """Its words, without style."""
        return f"{self._left.plain} {self._right.plain}".strip()

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """The width at which nothing is cut, in cells."""
        return self._left.cell_length + _GAP + self._right.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Always one row."""
        return 1

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Left end, blanks, right end."""
        right = self._right
        if right.cell_length > max(width - _LEFT - _GAP, 0):
            right = Content("")
        gap = _GAP if right.cell_length else 0
        room = max(width - right.cell_length - gap, 1)
        left = self._left.truncate(room, ellipsis=True, pad=True)
        return (left + Content(" " * gap) + right).render_strips(width, height, style, options)
