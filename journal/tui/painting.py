"""A letter is painted as soon as it stands in its field, and does not wait for what else is to be painted.

By itself a screen paints all that has changed sixty times a second: a letter that was typed while the page above it
changes waits until the whole page has been laid out and painted too.
"""

from textual.screen import Screen
from textual.widget import Widget


class PaintsAtOnce(Screen[None]):
    """A screen that paints one of its parts before the others, when it is asked to."""

    def paint(self, part: Widget) -> None:
        """Paint a part where it stands; what else has changed, and where it will stand, comes in its turn."""
        if self.app.screen is not self or part not in self._compositor.visible_widgets:
            return
        others = self._dirty_widgets - {part}
        self._compositor.update_widgets({part})
        self._compositor_refresh()
        self._dirty_widgets |= others
