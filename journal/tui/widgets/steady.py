"""Text that is told again and again, most often the same: only what changed is painted, only what grows is laid out."""

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """A text whose update costs a key nothing when it says the same, and no layout when it takes the same room."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say something else; what is said already is not said again."""
        before = self.content
        if isinstance(before, Content) and isinstance(content, Content) and before.is_same(content):
            return
        room = self._room()
        super().update(content, layout=False)
        if layout and self.display and (room is None or self._room() != room):
            self.refresh(layout=True)

    def _room(self) -> tuple[int, int] | None:
        """The cells that the text takes where they depend on it, across and down; None before it has a place."""
        width = self.content_size.width
        if not width:
            return None
        across, down = self.styles.width, self.styles.height
        fits = across is not None and across.is_auto
        return (
            self.get_content_width(self.size, self.app.size) if fits else width,
            0
            if down is not None and not down.is_auto
            else self.get_content_height(self.size, self.app.size, width),
        )
