"""Days on one time axis, panel below panel: load, pain of each place, and the flags that began.

What was not recorded is a gap: no bar stands there, and no line is drawn across it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from journal.analysis.rows import Place
from journal.analysis.series import Daily, RaisedOn
from journal.records import MOST_PAIN
from journal.report.html.bars import QUESTION, grid, lacking
from journal.report.html.marks import SIGNS, Key, Mark, Picture, Point, line, path, rect, sign, words
from journal.report.html.scale import Days, Values
from journal.vocabulary import Severity

LEFT, RIGHT = 46.0, 8.0
_TITLE = 22.0
"""The room above a panel, for its name."""
_DATES = 38.0
_DATE = 45.0
"""How wide a date is."""
_GAP = 8.0
MOST_PLACES = len(SIGNS)
"""Places that a picture tells apart; more would be a tangle."""
FLAG_SIGNS: Mapping[Severity, str] = {
    Severity.URGENT: "diamond",
    Severity.WARNING: "triangle",
    Severity.CAUTION: "circle",
}
"""One shape for each severity; tips are left out, as in the list of flags."""

Courses = Sequence[tuple[Place, Daily]]


class Panel(Protocol):
    """A part of the picture with its own values upwards."""

    @property
    def name(self) -> str:
        """What stands above it."""

    @property
    def height(self) -> float:
        """How high its values reach."""

    def marks(self, days: Days, top: float) -> Iterator[Mark]:
        """What is drawn, between `top` and `top + height`."""


@dataclass(frozen=True, slots=True)
class BarPanel:
    """A bar for each date, such as the training load."""

    name: str
    values: Daily
    height: float = 84.0

    def marks(self, days: Days, top: float) -> Iterator[Mark]:
        """Bars; a line on the axis for 0, a question mark where something is not known."""
        bottom = top + self.height
        axis = Values.up_to(self.values.highest or 0, bottom, top + 8, most_parts=2)
        yield from grid(axis, days.left, days.right)
        yield line("axis", (days.left, bottom), (days.right, bottom))
        wide = days.day_width * 0.7
        for day in days.all():
            value, left = self.values.on(day), days.middle(day) - wide / 2
            if value == 0:
                yield line("zero", (left, bottom), (left + wide, bottom))
            elif value is not None:
                high = max(bottom - axis.y(value), 2.0)
                yield rect("bar", left, bottom - high, wide, high)
            if day in self.values.partial and days.day_width < QUESTION:
                yield lacking(days.middle(day), axis.y(value or 0), wide)
            elif day in self.values.partial:
                yield words("unknown", (days.middle(day), axis.y(value or 0) - 3), "?")


@dataclass(frozen=True, slots=True)
class PainPanel:
    """The course of the highest score of each date, 0 to 10, of up to `MOST_PLACES` places."""

    name: str
    courses: Courses
    height: float = 130.0

    def marks(self, days: Days, top: float) -> Iterator[Mark]:
        """A sign for each date that was written of, and lines between dates that follow one another."""
        axis = Values(MOST_PAIN, 5 if self.height >= 100 else 2, top + self.height, top + 6)
        yield from grid(axis, days.left, days.right)
        yield line("axis", (days.left, axis.bottom), (days.right, axis.bottom))
        radius = min(max(days.day_width * 0.36, 2.4), 4.0)
        stood: dict[tuple[date, float], int] = {}
        # The worst place comes first and is drawn last, above the others.
        for place, (_, course) in reversed(list(enumerate(self.courses[:MOST_PLACES]))):
            look = f"place-{place + 1}"
            for run in runs(course, days):
                points = [(days.middle(day), axis.y(score)) for day, score in run]
                if len(points) > 1:
                    yield path(f"course {look}", points)
                for at, (x, y) in zip(run, points, strict=True):
                    # What stands at the same place already is not covered wholly.
                    aside = stood[at] = stood.get(at, -1) + 1
                    yield sign(SIGNS[place], f"sign {look}", (x + aside * radius * 1.2, y), radius)


@dataclass(frozen=True, slots=True)
class FlagPanel:
    """The flags that began on each date: the sign of the worst, and how many when there are several."""

    name: str
    raised: Mapping[date, RaisedOn]
    height: float = 22.0

    def marks(self, days: Days, top: float) -> Iterator[Mark]:
        """Signs in a row."""
        middle = top + self.height / 2
        yield line("grid", (days.left, top + self.height), (days.right, top + self.height))
        for day, raised in self.raised.items():
            if days.first <= day <= days.last:
                x = days.middle(day)
                yield flag_sign(raised.worst, (x, middle), min(max(days.day_width * 0.45, 3.0), 5.5))
                if raised.count > 1 and days.day_width >= 7:
                    yield words("count", (x, middle - 7), str(raised.count))


@dataclass(frozen=True, slots=True)
class SignPanel:
    """A sign on some dates, such as a workout or a visit to the doctor; `shape` is one of `marks.SIGNS`."""

    name: str
    on: frozenset[date]
    shape: str = "square"
    height: float = 14.0

    def marks(self, days: Days, top: float) -> Iterator[Mark]:
        """Signs in a row."""
        middle = top + self.height / 2
        yield line("grid", (days.left, top + self.height), (days.right, top + self.height))
        for day in sorted(self.on):
            if days.first <= day <= days.last:
                yield sign(self.shape, "sign event", (days.middle(day), middle), 3.0)


def time_picture(
    first: date, last: date, panels: Sequence[Panel], width: float, *, lit: tuple[date, date] | None = None
) -> Picture:
    """The panels below one another over the dates from `first` to `last`; `lit` are dates to stand out."""
    days = Days(first, last, LEFT, width - RIGHT)
    height = sum(_TITLE + panel.height + _GAP for panel in panels) + _DATES
    marks: list[Mark] = []
    bottom = height - _DATES
    if lit:
        left, right = days.start(max(lit[0], first)), days.start(min(lit[1], last) + timedelta(days=1))
        marks.append(rect("lit", left, 0, right - left, bottom))
    marks += _dates(days, bottom)
    top = 0.0
    for panel in panels:
        marks.append(words("name", (0, top + 14), panel.name, "start"))
        top += _TITLE
        marks += panel.marks(days, top)
        top += panel.height + _GAP
    return Picture(width, height, tuple(marks))


def runs(course: Daily, days: Days) -> list[list[tuple[date, float]]]:
    """Dates with a value that follow one another, without a gap between them."""
    found: list[list[tuple[date, float]]] = []
    for day in days.all():
        value = course.on(day)
        if value is None:
            continue
        if not found or found[-1][-1][0] != day - timedelta(days=1):
            found.append([])
        found[-1].append((day, value))
    return found


def flag_sign(severity: Severity, at: Point, radius: float = 5.5) -> Mark:
    """The sign of a severity: its shape and its colour."""
    return sign(FLAG_SIGNS.get(severity, "square"), f"flag-{severity}", at, radius)


def place_keys(courses: Courses, name: Callable[[Place], str] = str) -> list[Key]:
    """The legend of a `PainPanel`."""
    return [
        Key(sign(SIGNS[place], f"sign place-{place + 1}", (0, 0)), name(one))
        for place, (one, _) in enumerate(courses[:MOST_PLACES])
    ]


def flag_keys(raised: Mapping[date, RaisedOn]) -> list[Key]:
    """The legend of a `FlagPanel`: the severities that are there."""
    there = {one.worst for one in raised.values()}
    return [
        Key(flag_sign(severity, (0, 0)), f"flag: {severity}") for severity in FLAG_SIGNS if severity in there
    ]


def _dates(days: Days, bottom: float) -> Iterator[Mark]:
    """The dates below everything, each with a thin line through all panels."""
    for tick in days.ticks():
        x = days.start(tick.day)
        yield line("grid", (x, 0), (x, bottom + 4))
        # The last one may have no room to its right.
        at, anchor = (x + 1, "start") if x + _DATE <= days.right + RIGHT else (days.right + RIGHT, "end")
        yield words("tick", (at, bottom + 16), tick.label, anchor)
        if tick.year:
            yield words("tick", (at, bottom + 30), tick.year, anchor)
