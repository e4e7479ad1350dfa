"""Several texts one below the other, as one."""

from collections.abc import Sequence

from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Stacked(Visual):
    """Each of the parts in its own rows, in their order."""

    def __init__(self, parts: Sequence[Visual]) -> None:
        self._parts = parts

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width at which none of them wraps, in cells."""
        return max((part.get_optimal_width(rules, container_width) for part in self._parts), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Rows of all of them at `width` cells."""
        return sum(part.get_height(rules, width) for part in self._parts)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The rows of all of them; at most `height`."""
        strips = [strip for part in self._parts for strip in part.render_strips(width, None, style, options)]
        return strips if height is None else strips[:height]
