"""The rows of the body map as coloured cells: skin, pain, the outline of what is chosen, and the numbers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from journal.body import Part, Place, View, band, covered
from journal.records import MOST_PAIN
from journal.tui.widgets.body_raster import Cell, Raster
from journal.vocabulary import Region, Side

_BLANK, _FULL, _UPPER, _LOWER, _SHADED = " ", "█", "▀", "▄", "▒"
_HERE = "◆"
"""Marks the chosen place while it has no score."""
_CAPTIONS = {View.FRONT: ("R", "front", "L"), View.BACK: ("L", "back", "R")}
"""What stands over a figure: seen from the front the person's right is on the left."""
_BESIDE_HEAD = 6
"""Cells from the middle of a figure to the letter of its side."""

_TONES = {
    region: place % 2
    for row in (
        (Region.HEAD, Region.NECK, Region.CHEST, Region.ABDOMEN, Region.HIP, Region.THIGH_FRONT, Region.KNEE),
        (Region.SHOULDER, Region.UPPER_ARM, Region.ELBOW, Region.FOREARM, Region.WRIST, Region.HAND),
        (Region.UPPER_BACK, Region.MID_BACK, Region.LOWER_BACK, Region.THIGH_BACK),
        (Region.FOOT, Region.SHIN),
        (Region.ANKLE, Region.CALF),
    )
    for place, region in enumerate(row)
} | {Region.GROIN: 2, Region.BUTTOCK: 2}
"""Neighbours have different tones of skin, so that the places can be told apart."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the map, all of them opaque; `pain` are those of mild, middling and severe pain.

    `plain`: they are the terminal's own, of which there are few or none, so that shapes must do.
    """

    ground: Color
    skin: tuple[Color, Color, Color]
    outline: Color
    caption: Color
    no_pain: Color
    pain: tuple[Color, Color, Color]
    plain: bool = False

    def of_score(self, score: int) -> Color:
        """From mild to severe, without steps where colours can be mixed."""
        if score == 0:
            return self.no_pain
        mild, middle, severe = self.pain
        if self.plain:
            return self.pain[band(score) - 1]
        share = 2 * (score - 1) / (MOST_PAIN - 1)
        return mild.blend(middle, share) if share < 1 else middle.blend(severe, share - 1)


class Paint:
    """One state of the map, ready to be drawn."""

    def __init__(
        self, picture: Raster, palette: Palette, scores: Mapping[Place, int], chosen: Collection[Part]
    ) -> None:
        self._picture = picture
        self._palette = palette
        self._chosen = frozenset(chosen)
        self._scores: dict[Part, int] = {}
        for place, score in scores.items():
            for part in covered(place):
                self._scores[part] = max(score, self._scores.get(part, 0))
        self._colours = {part: self._own_colour(part) for part in picture.labels}

    def strips(self) -> list[Strip]:
        """The row of captions, then the figures."""
        rows = [self._captions(), *(self._row(y) for y in range(self._picture.height))]
        return [Strip(row, self._picture.width) for row in rows]

    def _captions(self) -> list[Segment]:
        """The names of the figures, and the sides of the person beside their heads."""
        text = [" "] * self._picture.width
        for figure in self._picture.figures:
            left, name, right = _CAPTIONS[figure.view]
            start = max(figure.middle - len(name) // 2, 0)
            text[start : start + len(name)] = name
            for at, letter in ((figure.middle - _BESIDE_HEAD, left), (figure.middle + _BESIDE_HEAD, right)):
                if 0 <= at < len(text):
                    text[at] = letter
        if len(self._picture.figures) == 1 and len(text) > 2:
            text[0], text[-1] = "‹", "›"
        words = "".join(text)[: self._picture.width]
        return [Segment(words, _style(self._palette.caption, self._palette.ground))]

    def _row(self, y: int) -> list[Segment]:
        """One row of cells, runs of the same look together."""
        segments: list[Segment] = []
        run, look = "", Style.null()
        for x in range(self._picture.width):
            sign, style = self._signs.get((x, y)) or self._cell(x, y)
            if style is not look and run:
                segments.append(Segment(run, look))
                run = ""
            run, look = run + sign, style
        return [*segments, Segment(run, look)]

    def _cell(self, x: int, y: int) -> tuple[str, Style]:
        upper, lower = self._colour(x, 2 * y), self._colour(x, 2 * y + 1)
        ground, plain = self._palette.ground, self._palette.plain
        if plain and self._chosen & {self._picture.pixels[2 * y][x], self._picture.pixels[2 * y + 1][x]}:
            return _SHADED, _style(self._palette.outline, ground)
        if upper == lower:
            # Blocks also where a coloured blank would do: the figure is there without colours too.
            return (_BLANK if lower == ground else _FULL, _style(lower, ground if plain else lower))
        return (_LOWER, _style(lower, upper)) if upper == ground else (_UPPER, _style(upper, lower))

    def _colour(self, x: int, y: int) -> Color:
        part = self._picture.pixels[y][x]
        if part is None:
            return self._palette.ground
        chosen = part in self._chosen and self._is_edge(x, y, part)
        return self._palette.outline if chosen else self._colours[part]

    def _own_colour(self, part: Part) -> Color:
        if part in self._scores:
            return self._palette.of_score(self._scores[part])
        tone = _TONES[part.region]
        return self._palette.skin[1 - tone if part.side is Side.CENTER else tone]

    def _is_edge(self, x: int, y: int, part: Part) -> bool:
        pixels = self._picture.pixels
        around = ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))
        return any(
            not (0 <= below < len(pixels) and 0 <= beside < len(pixels[0]))
            or pixels[below][beside] is not part
            for beside, below in around
        )

    def _is_inside(self, x: int, y: int, part: Part) -> bool:
        """Whether a cell lies in a part, and not on its edge."""
        return all(
            self._picture.pixels[row][x] is part and not self._is_edge(x, row, part)
            for row in (2 * y, 2 * y + 1)
        )

    @cached_property
    def _signs(self) -> dict[Cell, tuple[str, Style]]:
        return dict(self._written())

    def _written(self) -> Iterator[tuple[Cell, tuple[str, Style]]]:
        """What is written on the body: the scores, and a mark on the chosen place while it has none."""
        ground = self._palette.ground
        for part, (x, y) in self._picture.labels.items():
            at_choice = part in self._chosen
            outlined = at_choice and not (part in self._scores and self._is_inside(x, y, part))
            look = _style(ground, self._palette.outline if outlined else self._colours[part], strong=True)
            if part in self._scores:
                digits = str(self._scores[part])
                first = x if self._is_right(x) else x - len(digits) + 1
                for place, digit in enumerate(digits):
                    yield (first + place, y), (digit, look)
            elif at_choice:
                yield (x, y), (_HERE, look)

    def _is_right(self, x: int) -> bool:
        """Whether a column is in the right half of its figure, where a second digit goes to the right."""
        middles = [figure.middle for figure in self._picture.figures]
        return x >= min(middles, key=lambda middle: abs(middle - x))


@lru_cache(maxsize=512)
def _style(colour: Color, ground: Color, *, strong: bool = False) -> Style:
    """One style object for each look, so that runs can be told by identity."""
    return Style(color=colour.rich_color, bgcolor=ground.rich_color, bold=True if strong else None)
