"""The body map as a grid of half-cells: which part of the body each of them shows, at any size.

A cell of the terminal is twice as high as it is wide, so that its upper and its lower half are two square
pixels.  The right half of a figure is drawn and mirrored: the picture is symmetric at every size.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from journal.body import HALF_WIDTH, Outline, Part, View, parts
from journal.vocabulary import Side

Cell = tuple[int, int]
"""Column and row."""

_LEAST_GAP = 2
_LARGEST_GAP = 10
_MIRRORED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


@dataclass(frozen=True, slots=True)
class Figure:
    """Where one figure stands: its middle column, and the columns that it reaches to."""

    view: View
    middle: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of `width` x `height` cells.

    `pixels` has two rows for each row of cells; `labels` is the cell of each part that carries its number.
    """

    width: int
    height: int
    figures: tuple[Figure, ...]
    pixels: tuple[tuple[Part | None, ...], ...]
    labels: dict[Part, Cell]

    def part_at(self, column: int, row: int) -> Part | None:
        """The part in a cell: the one whose number stands there, else the one that is harder to hit."""
        if not (0 <= column < self.width and 0 <= row < self.height):
            return None
        labelled = next((part for part, cell in self.labels.items() if cell == (column, row)), None)
        there = {self.pixels[2 * row][column], self.pixels[2 * row + 1][column]} - {None}
        return labelled or min((part for part in there if part), key=_extent, default=None)


@lru_cache(maxsize=16)
def raster(width: int, height: int, views: tuple[View, ...]) -> Raster:
    """The figures side by side, as large as they fit; width and height in cells."""
    room = (width - _LEAST_GAP * (len(views) - 1)) // len(views)
    tall = min(2 * height, int(room / (2 * HALF_WIDTH)))
    reach = min(int(HALF_WIDTH * tall), (room - 1) // 2)
    wide = 2 * reach + 1
    spare = width - wide * len(views)
    gap = min(max(spare // (len(views) + 1), _LEAST_GAP), _LARGEST_GAP) if len(views) > 1 else 0
    left = max((width - wide * len(views) - gap * (len(views) - 1)) // 2, 0)
    top = max((2 * height - tall) // 4, 0) * 2
    grid: list[list[Part | None]] = [[None] * width for _ in range(2 * height)]
    labels: dict[Part, Cell] = {}
    figures = []
    for place, view in enumerate(views):
        middle = left + reach + place * (wide + gap)
        figures.append(Figure(view, middle, middle - reach, middle + reach))
        half = _half(view, tall, reach)
        for y, row in enumerate(half):
            for x, part in enumerate(row):
                if part is not None and top + y < 2 * height:
                    grid[top + y][middle + x] = part
                    grid[top + y][middle - x] = twin(part)
        for part, (x, y) in _labels(half).items():
            labels[part] = (middle + x, top // 2 + y)
            labels[twin(part)] = (middle - x, top // 2 + y)
    return Raster(width, height, tuple(figures), tuple(tuple(row) for row in grid), labels)


@cache
def twin(part: Part) -> Part:
    """The same part on the other side of the body; a part of the middle is its own twin."""
    if part.side not in _MIRRORED:
        return part
    side = _MIRRORED[part.side]
    return next(one for one in parts() if (one.region, one.side, one.view) == (part.region, side, part.view))


def _half(view: View, tall: int, reach: int) -> list[list[Part | None]]:
    """The right half of a figure that is `tall` pixels high, the middle column first."""
    drawn = [part for part in parts() if part.view is view and part.centre[0] > -1e-9]
    rows: list[list[Part | None]] = [[None] * (reach + 1) for _ in range(tall)]
    for part in drawn:
        left, top, right, bottom = part.box
        for y in range(max(int(top * tall) - 1, 0), min(int(bottom * tall) + 1, tall)):
            for x in range(max(int(left * tall) - 1, 0), min(int(right * tall) + 2, reach + 1)):
                if rows[y][x] is None and _inside(part.outline, x / tall, (y + 0.5) / tall):
                    rows[y][x] = part
    for part in drawn:
        if not any(part in row for row in rows):
            _claim(part, rows, tall, reach)
    return rows


def _claim(part: Part, rows: list[list[Part | None]], tall: int, reach: int) -> None:
    """Give a part that fell between the pixels the nearest one that another can spare."""
    x, y = part.centre
    counted: dict[Part | None, int] = {}
    for row in rows:
        for one in row:
            counted[one] = counted.get(one, 0) + 1
    free = [
        (column, row)
        for row in range(tall)
        for column in range(reach + 1)
        if rows[row][column] is None or counted[rows[row][column]] > 1
    ]
    if free:
        column, line = min(free, key=lambda at: (at[0] - x * tall) ** 2 + (at[1] + 0.5 - y * tall) ** 2)
        rows[line][column] = part


def _labels(half: list[list[Part | None]]) -> dict[Part, Cell]:
    """A cell of its own for each part: full of it, near its middle; the smallest parts choose first."""
    owned: dict[Part, dict[Cell, int]] = {}
    for y, row in enumerate(half):
        for x, part in enumerate(row):
            if part is not None:
                cells = owned.setdefault(part, {})
                cells[x, y // 2] = cells.get((x, y // 2), 0) + 1
    labels: dict[Part, Cell] = {}
    for part in sorted(owned, key=lambda one: (len(owned[one]), one.name)):
        is_single = part.side not in _MIRRORED
        middle = _middle(owned[part], in_the_middle=is_single)
        free = {
            cell: pixels
            for cell, pixels in owned[part].items()
            # The middle column is shared by a pair.
            if cell not in labels.values() and (is_single or cell[0])
        }
        labels[part] = min(free or owned[part], key=lambda cell: _distance(cell, middle, owned[part][cell]))
    return labels


def _middle(cells: dict[Cell, int], *, in_the_middle: bool) -> tuple[float, float]:
    count = sum(cells.values())
    x = 0.0 if in_the_middle else sum(cell[0] * pixels for cell, pixels in cells.items()) / count
    return x, sum(cell[1] * pixels for cell, pixels in cells.items()) / count


def _distance(cell: Cell, middle: tuple[float, float], pixels: int) -> float:
    away = abs(cell[0] - middle[0]) + 2 * abs(cell[1] - middle[1])
    return away + 3 * (2 - pixels)


def _inside(outline: Outline, x: float, y: float) -> bool:
    """Whether a point is in the polygon, by the edges that a ray to the right crosses."""
    inside = False
    before = outline[-1]
    for point in outline:
        if (point[1] > y) != (before[1] > y) and x < (before[0] - point[0]) * (y - point[1]) / (
            before[1] - point[1]
        ) + point[0]:
            inside = not inside
        before = point
    return inside


@cache
def _extent(part: Part) -> float:
    left, top, right, bottom = part.box
    return (right - left) * (bottom - top)
