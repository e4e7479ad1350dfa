"""Bars beside one another: one for each week or day, against a usual range.

What is not recorded is a dash instead of a bar, a zero is a line on the axis, and a question mark stands above
what leaves something unknown out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from journal.report.html.marks import Key, Mark, Picture, Point, line, rect, words
from journal.report.html.scale import Values

_LEFT, _RIGHT = 46.0, 4.0
_ABOVE, _BELOW = 18.0, 36.0
_HEIGHT = 190.0
_WIDEST = 54.0
_WORDS = 34.0
"""The room that a number above its bar, or a name below it, needs."""
_LETTER = 7.2
"""How wide a letter is at most, on average."""
QUESTION = 9.0
"""The room that a question mark needs."""
_DASH = 12.0
"""The room that the dash of what is not recorded needs."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name in up to two lines, its value (None: not recorded), how the value is written above it.

    `is_partial`: something is not known of it; `so_far`: it is not over yet.
    """

    name: str
    value: float | None
    written: str = ""
    below: str = ""
    is_partial: bool = False
    so_far: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A range that bars are held against, and its name."""

    low: float
    high: float
    name: str

    @property
    def key(self) -> Key:
        """Its line of the legend."""
        return Key(rect("usual edged", -7, -5, 14, 10), self.name)


def bar_picture(bars: Sequence[Bar], width: float, *, band: Band | None = None, unit: str = "") -> Picture:
    """The bars from left to right over a width; the axis begins at 0."""
    highest = max([one.value for one in bars if one.value is not None] + [band.high if band else 0.0])
    bottom = _HEIGHT - _BELOW
    axis = Values.up_to(highest, bottom, _ABOVE)
    marks = [*_band(band, axis, width), *grid(axis, _LEFT, width - _RIGHT)]
    if unit:
        marks.append(words("tick unit", (0, 10), unit, "start"))
    step = (width - _LEFT - _RIGHT) / max(len(bars), 1)
    every = _every(step)
    for place, bar in enumerate(bars):
        middle = _LEFT + step * (place + 0.5)
        marks += _drawn(bar, middle, step, axis)
        # Counted from the last one, which is the one that the page is about.
        if (len(bars) - 1 - place) % every == 0:
            marks += _named(bar, (middle, bottom), step * every, width)
    marks.append(line("axis", (_LEFT, bottom), (width - _RIGHT, bottom)))
    return Picture(width, _HEIGHT, tuple(marks))


def _every(step: float) -> int:
    """How many bars share one name, so that names do not touch."""
    # The last one may be shifted to the left by half of its width.
    return 1 if step >= _WORDS else ceil(1.5 * _WORDS / step)


def grid(axis: Values, left: float, right: float) -> Iterator[Mark]:
    """The numbers of an axis to the left of thin lines; the line of 0 is the picture's own."""
    for tick in axis.ticks():
        y = axis.y(tick)
        if tick:
            yield line("grid", (left, y), (right, y))
        yield words("tick", (left - 6, y + 4), f"{tick:,}", "end")


def _band(band: Band | None, axis: Values, width: float) -> Iterator[Mark]:
    if band is None:
        return
    high, low = axis.y(band.high), axis.y(band.low)
    yield rect("usual", _LEFT, high, width - _LEFT - _RIGHT, low - high)
    for y in (high, low):
        yield line("usual-edge", (_LEFT, y), (width - _RIGHT, y))


def _drawn(bar: Bar, middle: float, step: float, axis: Values) -> Iterator[Mark]:
    wide = min(step * 0.68, _WIDEST)
    if bar.value is None and not bar.is_partial and step >= _DASH:
        yield words("tick", (middle, axis.bottom - 5), "–")
    top = axis.bottom if bar.value is None else axis.y(bar.value)
    if bar.value == 0:
        yield line("zero", (middle - wide / 2, top), (middle + wide / 2, top))
    elif bar.value is not None:
        # What is more than nothing is seen, however little it is.
        height = max(axis.bottom - top, 2.0)
        yield rect(
            "bar so-far" if bar.so_far else "bar", middle - wide / 2, axis.bottom - height, wide, height
        )
    if bar.is_partial and step < QUESTION:
        yield lacking(middle, top, wide)
    elif bar.is_partial:
        yield words("unknown", (middle, top - 5), f"{bar.written if step >= _WORDS else ''}?")
    elif bar.written and step >= _WORDS:
        yield words("value", (middle, top - 5), bar.written)


def lacking(middle: float, top: float, wide: float) -> Mark:
    """What stands above a bar that leaves something unknown out, where a question mark has no room."""
    return rect("lacking", middle - wide / 2, top - 4, wide, 2.5)


def _named(bar: Bar, at: Point, room: float, width: float) -> Iterator[Mark]:
    """Its name below a bar, and the second line of it where it has room; none at the axis' own numbers."""
    middle, bottom = at
    below = bar.below if len(bar.below) * _LETTER <= room else ""
    half = max(len(bar.name), len(below)) * _LETTER / 2
    if middle - half < _LEFT and room < 2 * _WORDS:
        return
    place, anchor = (width, "end") if middle + half > width else (middle, "middle")
    yield words("tick", (place, bottom + 15), bar.name, anchor)
    if below:
        yield words("tick", (place, bottom + 29), below, anchor)
