"""What pictures are made of: SVG elements as plain values, which `figure.html` writes down.

Lengths are in the picture's own units, about one CSS pixel each; y runs downwards.  No mark has a colour: `look`
names classes of `page.css`, so that light, dark and paper each have their own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]

WIDE = 720.0
"""The width of a picture on a desk and on paper."""
NARROW = 330.0
"""The width of the same picture on a telephone: less across, not smaller words."""
SIGNS = ("circle", "square", "triangle", "diamond", "cross")
"""Shapes that tell several courses apart without their colours."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One SVG element: its tag, its classes, its attributes and, for text, its words."""

    tag: str
    look: str
    at: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Marks over an area that begins at 0, 0; later ones lie above earlier ones."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: a small picture of 14 by 14 around 0, 0, and what it stands for."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Words in rows; the first cell of a row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in both widths with everything that is said about it.

    `name` is its id, once on a page.  `told` says to somebody who cannot see it what it shows; `table` has the
    same numbers to be opened below it.
    """

    name: str
    title: str
    told: str
    wide: Picture
    narrow: Picture
    keys: tuple[Key, ...] = ()
    table: Table | None = None


def figure(
    name: str,
    title: str,
    told: str,
    draw: Callable[[float], Picture],
    *,
    keys: Sequence[Key] = (),
    table: Table | None = None,
) -> Figure:
    """A figure of what `draw` makes of a width."""
    return Figure(name, title, told, draw(WIDE), draw(NARROW), tuple(keys), table)


def number(value: float) -> str:
    """A coordinate in tenths, as short as it can be."""
    # Adding 0 makes a plain zero of one that was rounded from below.
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def rect(look: str, left: float, top: float, width: float, height: float) -> Mark:
    """A rectangle; nothing has less than no extent."""
    sides = {"x": left, "y": top, "width": max(width, 0), "height": max(height, 0)}
    return Mark("rect", look, {name: number(value) for name, value in sides.items()})


def line(look: str, start: Point, end: Point) -> Mark:
    """A straight line."""
    ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
    return Mark("line", look, {name: number(value) for name, value in ends.items()})


def path(look: str, points: Sequence[Point], *, closed: bool = False) -> Mark:
    """Straight lines from point to point, and back to the first one when `closed`."""
    steps = " ".join(f"{'L' if place else 'M'}{number(x)} {number(y)}" for place, (x, y) in enumerate(points))
    return Mark("path", look, {"d": f"{steps} Z" if closed else steps})


def words(look: str, at: Point, text: str, anchor: str = "middle") -> Mark:
    """One line of text; `anchor` is the end of it that stands at the point: start, middle or end."""
    return Mark("text", look, {"x": number(at[0]), "y": number(at[1]), "text-anchor": anchor}, text)


def sign(shape: str, look: str, at: Point, radius: float = 4.0) -> Mark:
    """One of `SIGNS` around a point."""
    x, y = at
    if shape == "circle":
        return Mark("circle", look, {"cx": number(x), "cy": number(y), "r": number(radius)})
    corners = _CORNERS[shape]
    if shape == "cross":
        return Mark(
            "path", f"{look} open", {"d": _strokes([(x + a * radius, y + b * radius) for a, b in corners])}
        )
    return path(look, [(x + a * radius, y + b * radius) for a, b in corners], closed=True)


def _strokes(points: Sequence[Point]) -> str:
    """Every two points joined, and no more."""
    pairs = zip(points[::2], points[1::2], strict=True)
    return " ".join(f"M{number(a)} {number(b)} L{number(c)} {number(d)}" for (a, b), (c, d) in pairs)


_CORNERS: Mapping[str, tuple[Point, ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.2), (1.15, 0.9), (-1.15, 0.9)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "cross": ((-1, -1), (1, 1), (-1, 1), (1, -1)),
}
