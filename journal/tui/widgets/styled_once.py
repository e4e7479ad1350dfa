"""Parts whose styles are asked for once, when they come into their place.

A part that is made `compact` is given a class for it, and Textual then looks up all styles of a part that stands
nowhere yet, to do it again when it is mounted: a fifth of what a page with many parts takes until it is shown.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.widget import Widget as _Part
else:
    _Part = object


class StyledOnce(_Part):
    """To be named before the widget that a part is."""

    def update_node_styles(self, animate: bool = True) -> Any:
        """Look up the styles; not before there is a place whose rules they follow."""
        if self.is_attached:
            super().update_node_styles(animate=animate)
