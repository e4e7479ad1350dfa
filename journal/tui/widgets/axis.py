"""The two axes of a chart: whole weeks over columns of cells, and whole numbers over rows of cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil

from journal.tui.wording.spans import DAYS, WEEK, Span

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DIVISIONS = (*range(70, 0, -DAYS), 4, 3, 2, 1)
"""Columns a week: whole ones for each day, or such as several days can share."""
_STEPS = (10, 15, 20, 25, 30, 40, 50, 60, 80)
"""What ticks count in, times a power of ten."""

Label = tuple[int, str]
"""Words that begin at a column."""


@dataclass(frozen=True)
class TimeAxis:
    """A span over at most `room` columns, every week as wide as the others."""

    span: Span
    room: int

    @cached_property
    def week_width(self) -> int:
        """Columns of a week; 0 where weeks share one."""
        return next((width for width in _DIVISIONS if self.span.weeks * width <= self.room), 0)

    @cached_property
    def weeks_shared(self) -> int:
        """Weeks in a column."""
        return 1 if self.week_width else ceil(self.span.weeks / max(self.room, 1))

    @property
    def day_width(self) -> int:
        """Columns of a day; 0 where days share one."""
        return self.week_width // DAYS

    @property
    def days_shared(self) -> int:
        """The most days that share a column."""
        return ceil(DAYS / self.week_width) if self.week_width else DAYS * self.weeks_shared

    @property
    def width(self) -> int:
        """The columns that are used."""
        return self.span.weeks * self.week_width or ceil(self.span.weeks / self.weeks_shared)

    def column(self, day: date) -> int:
        """The (first) column of a date of the span."""
        week, within = divmod((day - self.span.first).days, DAYS)
        if not self.week_width:
            return week // self.weeks_shared
        return week * self.week_width + (within * self.day_width or within * self.week_width // DAYS)

    def middle(self, day: date) -> int:
        """The column where one sign for a date stands."""
        return self.column(day) + max(self.day_width - 1, 0) // 2

    def columns(self, day: date) -> range:
        """All columns of a date."""
        return range(self.column(day), self.column(day) + max(self.day_width, 1))

    def day_at(self, column: int) -> date:
        """The first date of a column; the nearest one for a column outside."""
        column = min(max(column, 0), self.width - 1)
        return next(day for day in self._backwards() if self.column(day) <= column and self._begins(day))

    def _backwards(self) -> Iterator[date]:
        return (self.span.last - timedelta(days=place) for place in range(self.span.days))

    def _begins(self, day: date) -> bool:
        before = day - timedelta(days=1)
        return day == self.span.first or self.column(before) != self.column(day)

    # Labels.

    def finer(self) -> list[Label]:
        """The upper row of labels: days, Mondays, or months where a week has no room for a number."""
        if self.day_width >= 2:
            named = range(DAYS) if self.day_width >= 3 else (0, 2, 4)
            days = [day for day in self.span.all_days() if day.weekday() in named]
            return [(self.column(day), str(day.day)) for day in days]
        if self.week_width >= 2:
            step = 1 if self.week_width >= 3 else 2
            mondays = [self.span.first + week * WEEK for week in range(0, self.span.weeks, step)]
            return [(self.column(day), str(day.day)) for day in mondays]
        return self._fitted([(self.column(day), MONTHS[day.month - 1]) for day in self._months()])

    def coarser(self) -> list[Label]:
        """The lower row of labels: months, with the year once in each year; or years."""
        if self.week_width < 2:
            years = [day for day in self._months() if day == self.span.first or day.month == 1]
            return self._fitted([(self.column(day), str(day.year)) for day in years])
        months = [(self.column(day), day) for day in self._months()]
        ends = [column for column, _ in months[1:]] + [self.room + 1]
        labels: list[Label] = []
        told = 0
        for (column, day), end in zip(months, ends, strict=True):
            name, whole = MONTHS[day.month - 1], f"{MONTHS[day.month - 1]} {day.year}"
            if day.year != told and column + len(whole) < end:
                told = day.year
                labels.append((column, whole))
            else:
                labels.append((column, name))
        return self._fitted(labels)

    def _months(self) -> list[date]:
        return [day for day in self.span.all_days() if day == self.span.first or day.day == 1]

    def _fitted(self, labels: list[Label]) -> list[Label]:
        """The labels that have room, a blank between two; what begins a month comes before a part of one."""
        if len(labels) > 1 and _collide(labels[0], labels[1]):
            labels = labels[1:]
        kept: list[Label] = []
        for label in labels:
            if not (kept and _collide(kept[-1], label)) and label[0] + len(label[1]) <= self.room:
                kept.append(label)
        return kept


def _collide(first: Label, second: Label) -> bool:
    return first[0] + len(first[1]) >= second[0]


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Whole numbers from 0 to `top` over `rows` rows, in `parts` equal steps."""

    top: int
    rows: int
    parts: int

    @classmethod
    def up_to(cls, highest: float, rows: int) -> "ValueAxis":
        """The closest axis of round numbers that holds a value, with as many ticks as have room."""
        found = [
            cls(_round_step(highest / parts) * parts, rows, parts)
            for parts in range(1, max(rows // 2, 1) + 1)
            if rows % parts == 0
        ]
        return min(found, key=lambda axis: (axis.top, -axis.parts))

    def ticks(self) -> dict[int, int]:
        """The numbers by their row, 0 being the lowest: each is the upper edge of its row, 0 the lower one."""
        step, height = self.top // self.parts, self.rows // self.parts
        named = {part * height - 1: part * step for part in range(1, self.parts + 1)}
        return {0: 0} | named if self.rows > 1 else named


def _round_step(least: float) -> int:
    """The smallest round whole number that is not below."""
    power = 1
    while True:
        for digits in _STEPS:
            if digits * power % 10 == 0 and digits * power // 10 >= least:
                return digits * power // 10
        power *= 10
