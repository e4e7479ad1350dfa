"""The body map: front and back of a body, on which arrows and the mouse choose a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.color import Color
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from journal.body import Part, Place, View, covered, parts
from journal.tui.keys import bind
from journal.tui.widgets.body_paint import Paint, Palette
from journal.tui.widgets.body_raster import Raster, raster
from journal.tui.widgets.body_steps import Way, step
from journal.vocabulary import Region

_ROOM_FOR_TWO = 36
"""Cells from which both figures are shown; below, the one that the chosen place is on."""
_GREY = "ansi_bright_black"
_TERMINAL_TEXT = -1
"""The number by which Textual knows the terminal's own colour of text."""
_FIRST = Place(Region.LOWER_BACK)


class BodyMap(Widget, can_focus=True):
    """Shows scores in colour and as numbers; the chosen place stands out by its outline and a mark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("up", "step('up')", tooltip="The place above"),
        bind("down", "step('down')", tooltip="The place below"),
        bind("left", "step('left')", tooltip="The place to the left; at the edge, the other figure"),
        bind("right", "step('right')", tooltip="The place to the right; at the edge, the other figure"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "body-map--skin",
        "body-map--shade",
        "body-map--light",
        "body-map--outline",
        "body-map--caption",
        "body-map--none",
        "body-map--mild",
        "body-map--middle",
        "body-map--severe",
    }
    DEFAULT_CSS = """
    BodyMap .body-map--skin { color: $foreground 32%; }
    BodyMap .body-map--shade { color: $foreground 40%; }
    BodyMap .body-map--light { color: $foreground 48%; }
    BodyMap .body-map--outline { color: $foreground; }
    BodyMap .body-map--caption { color: $quiet; }
    BodyMap .body-map--none { color: $success; }
    BodyMap .body-map--mild { color: $severity-caution; }
    BodyMap .body-map--middle { color: $severity-warning; }
    BodyMap .body-map--severe { color: $severity-urgent; }
    """

    scores: reactive[Mapping[Place, int]] = reactive(dict)
    """How much each place hurts, 0 to 10; places that are not there are not known."""
    chosen: reactive[Place | None] = reactive(None)
    """The place that is chosen."""
    start: reactive[Place] = reactive(_FIRST)
    """Where the arrows begin when nothing is chosen yet."""

    @dataclass
    class Chosen(Message):
        """A place was chosen, with an arrow or the mouse."""

        place: Place

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._at: Part | None = None
        self._turned: View | None = None
        self._drawn: tuple[object, list[Strip]] = (None, [])

    @property
    def views(self) -> tuple[View, ...]:
        """The figures that there is room for."""
        return tuple(View) if self.size.width >= _ROOM_FOR_TWO else (self._turned or self._cursor.view,)

    @property
    def picture(self) -> Raster:
        """The figures at the present size, below the row of captions."""
        return raster(self.size.width, max(self.size.height - 1, 1), self.views)

    def validate_chosen(self, place: Place | None) -> Place | None:
        """Keep the cursor on the part that it is on when that shows the new place too."""
        if place != self.chosen:
            self._turned = None
        if place is None:
            self._at = None
        elif self._at is None or self._at not in covered(place):
            self._at = self._nearest(place)
        return place

    def action_step(self, way: str) -> None:
        """Go to the neighbour in that direction; the first arrow chooses the place that it starts on."""
        self._choose(self._cursor if self.chosen is None else step(self._cursor, Way(way)))

    def on_click(self, event: Click) -> None:
        """Choose the part under the mouse; over a figure that stands alone, turn it round."""
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.y == 0 and len(self.views) == 1:
            self._turned = View.BACK if self.views[0] is View.FRONT else View.FRONT
            self.refresh()
            return
        part = self.picture.part_at(at.x, at.y - 1)
        if part is not None:
            self._choose(part)

    def render_line(self, y: int) -> Strip:
        """One row of the picture, from those that were drawn for this state."""
        state = (self.size, self.views, tuple(self.scores.items()), self.chosen, self._at, self.app.theme)
        if self._drawn[0] != state:
            self._drawn = (state, self._draw())
        rows = self._drawn[1]
        return rows[y] if y < len(rows) else Strip.blank(self.size.width, self.rich_style)

    @property
    def _cursor(self) -> Part:
        return self._at or self._nearest(self.start)

    def _nearest(self, place: Place) -> Part:
        """The part that a place is looked for at first: one of the view that is shown, else from behind."""
        view = self._at.view if self._at else View.BACK
        return min(covered(place), key=lambda part: (part.view is not view, parts().index(part)))

    def _choose(self, part: Part) -> None:
        self._at, self._turned = part, None
        self.refresh()
        self.post_message(self.Chosen(part.place))

    def _draw(self) -> list[Strip]:
        chosen = covered(self.chosen) if self.chosen is not None else ()
        return Paint(self.picture, self._palette(), self.scores, chosen).strips()

    def _palette(self) -> Palette:
        ground = self.background_colors[1]
        plain = ground.ansi is not None or self.app.no_color

        def tone(name: str, instead: str = "") -> Color:
            colour = self.get_component_styles(f"body-map--{name}").color
            if ground.ansi is None:
                return ground.blend(colour.with_alpha(1), colour.a)
            # The terminal's own colours are not mixed, and its plain one cannot fill a place.
            return Color.parse(instead) if instead and colour.ansi in (None, _TERMINAL_TEXT) else colour

        return Palette(
            ground=ground,
            skin=(
                tone("skin", _GREY),
                tone("skin" if plain else "shade", _GREY),
                tone("skin" if plain else "light", _GREY),
            ),
            outline=tone("outline"),
            caption=tone("caption"),
            no_pain=tone("none", _GREY),
            pain=(tone("mild", "ansi_bright_blue"), tone("middle"), tone("severe")),
            plain=plain,
        )
