"""The panels of the trends under one another: which ones, how high, and what stands in each cell.

All of them share one time axis: the same margin, and the same columns for each day.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from journal.records import MOST_PAIN
from journal.tui.reading.trends import Trends
from journal.tui.themes import GLYPHS
from journal.tui.widgets import chart
from journal.tui.widgets.axis import TimeAxis, ValueAxis
from journal.tui.widgets.chart import BLANK, Bar, Cell, Course, Ink, Picture
from journal.tui.widgets.panel_rows import SCORE_ROWS, Panel, heights
from journal.tui.wording.spans import Span

if TYPE_CHECKING:
    from journal.analysis.series import Daily, RaisedOn, Week

MARGIN = 6
"""Columns of the numbers on the left: `2,500` and the axis."""
_NAMES = 16
"""Columns of the places on the right, where each has a row of digits."""

_NO_RECORD = "nothing recorded in these weeks"
_NO_LOAD = "not known without RPE and minutes (session @7 60min adds them)"
_UNITS_OF_LOAD = ("AU = RPE × minutes", "AU = RPE×min", "AU")
"""The unit of load, which hardly anybody knows, with what it means as far as there is room."""


@dataclass(frozen=True)
class Drawing:
    """All panels on `width` by `rows` cells."""

    trends: Trends
    flags: "Mapping[date, RaisedOn]"
    shown: tuple[Panel, ...]
    width: int
    rows: int

    @property
    def span(self) -> Span:
        """The weeks that are drawn."""
        return self.trends.span

    @cached_property
    def heights(self) -> dict[Panel, int]:
        """The rows of each panel, its title not counted."""
        return heights(self.shown, self.rows, len(self.trends.pain))

    @property
    def in_strips(self) -> bool:
        """Whether pain is told in digits, a row for each place."""
        return 0 < self.heights.get(Panel.PAIN, 0) < SCORE_ROWS

    @cached_property
    def axis(self) -> TimeAxis:
        """The time axis that all panels share."""
        room = self.width - MARGIN - (_NAMES if self.in_strips else 0)
        return TimeAxis(self.span, max(room, 1))

    @cached_property
    def picture(self) -> Picture:
        """Every cell, the top row first."""
        drawn: Picture = []
        for panel in self.heights:
            drawn += self._panel(panel)
        return drawn + self._time()

    # The panels.

    def _panel(self, panel: Panel) -> Picture:
        rows = self.heights[panel]
        if panel is Panel.PAIN:
            title = self._title(f"pain, 0 to 10{self._shared('the worst')}", self._legend())
            return [title, *(self._strips(rows) if self.in_strips else self._courses(rows))]
        if panel is Panel.LOAD:
            return self._load(rows)
        is_fluid = panel is Panel.FLUID
        words = "fluid, ml a day" if is_fluid else "sleep, hours a night"
        daily = self.trends.fluid if is_fluid else self.trends.sleep
        return self._daily_bars(daily, f"{words}{self._shared('the mean')}", rows)

    def _load(self, rows: int) -> Picture:
        weekly = self.trends.load_of_week
        highest = max(weekly.highest or 0, weekly.usual[1] if weekly.usual else 0)
        legend: list[Cell] = []
        if weekly.usual:
            low, high = weekly.usual
            legend += _cells(f"{chart.USUAL * 2} ", Ink.USUAL)
            legend += _cells(f"your usual {low:,.0f} to {high:,.0f}  ", Ink.TITLE)
        if any(week.unknown for week in weekly.weeks):
            legend += _cells(chart.UNKNOWN, Ink.UNKNOWN) + _cells(" some not known", Ink.TITLE)
        weeks = self.axis.weeks_shared
        shared = f", the highest of {weeks} weeks a column" if weeks > 1 else ""
        title = self._title(f"load a week, {self._unit_of_load(shared, legend)}{shared}", legend)
        if weekly.highest is None:
            unknown = any(week.unknown for week in weekly.weeks)
            return [title, *self._nothing(rows, _NO_LOAD if unknown else _NO_RECORD)]
        value_axis = ValueAxis.up_to(max(highest, 1), rows)
        told = max(self.axis.week_width - 1, 1) >= len(_number(weekly.highest))
        bars = [
            Bar(
                self._week_columns(week.monday),
                week.value,
                bool(week.unknown),
                _number(week.value) if told else "",
            )
            for week in self._weeks()
        ]
        return [
            title,
            *self._with_ticks(chart.bars(bars, value_axis, self.axis.width, weekly.usual), value_axis),
        ]

    def _weeks(self) -> "Iterator[Week]":
        """The weeks of the load; of those that share a column, the one with the highest."""
        shared = self.axis.weeks_shared
        weeks = self.trends.load_of_week.weeks
        for start in range(0, len(weeks), shared):
            yield max(
                weeks[start : start + shared], key=lambda week: -1 if week.value is None else week.value
            )

    def _week_columns(self, monday: date) -> range:
        first, width = self.axis.column(monday), max(self.axis.week_width, 1)
        return range(first, first + width - (width >= 3))

    def _daily_bars(self, daily: "Daily", words: str, rows: int) -> Picture:
        title = self._title(words, [])
        if daily.highest is None:
            return [title, *self._nothing(rows)]
        value_axis = ValueAxis.up_to(max(daily.highest, 1), rows)
        bars = [
            Bar(columns[: -1 if len(columns) > 1 else None], value)
            for columns, value in self._by_column(daily, _mean)
        ]
        return [title, *self._with_ticks(chart.bars(bars, value_axis, self.axis.width), value_axis)]

    def _courses(self, rows: int) -> Picture:
        """Pain as a chart: a line for each place."""
        if not self.trends.pain:
            return self._nothing(rows)
        signed = {self.axis.middle(day) for day in self.span.all_days()}
        courses = [self._course(daily) for _, daily in self.trends.pain[: len(chart.SIGNS)]]
        ticks = {chart.row_of(score, rows): score for score in range(0, MOST_PAIN + 1, 2)}
        return self._beside(chart.lines(courses, signed, self.axis.width, rows), ticks)

    def _course(self, daily: "Daily") -> Course:
        values: list[float | None] = [None] * self.axis.width
        for columns, value in self._by_column(daily, max):
            for column in columns:
                values[column] = value
        joined: set[int] = set()
        for place, (recorded, after) in enumerate(pairwise((*daily.values, None))):
            if recorded is not None:
                day = daily.first + timedelta(days=place)
                columns = self.axis.columns(day)
                joined.update(columns[1:])
                if after is not None:
                    joined.add(self.axis.column(day + timedelta(days=1)))
        return Course(values, frozenset(joined))

    def _strips(self, rows: int) -> Picture:
        """Pain in digits: a row for each place, its name at the end."""
        if not self.trends.pain:
            return self._nothing(rows)
        drawn = [
            chart.digits(self._by_column(daily, max), self.axis.width) + _cells(f" {short(place)}", Ink.TICK)
            for place, daily in self.trends.pain[:rows]
        ]
        return self._beside(drawn, {})

    def _shared(self, what: str) -> str:
        """What a column tells where several days share one."""
        days = self.axis.days_shared
        return f", {what} of {days} days a column" if days > 1 else ""

    def _legend(self) -> list[Cell]:
        pain = self.trends.pain
        if self.in_strips:
            more = len(pain) - self.heights[Panel.PAIN]
            return _cells(f"{more} more: v", Ink.TITLE) if more > 0 else []
        parts = [
            [*_cells(sign, ink), *_cells(f" {short(place)}  ", Ink.TITLE)]
            for (place, _), sign, ink in zip(pain, chart.SIGNS, chart.PLACES, strict=False)
        ]
        if len(pain) > len(chart.SIGNS):
            parts.append(_cells(f"{len(pain) - len(chart.SIGNS)} more: v  ", Ink.TITLE))
        if len(pain) > 1:
            parts.append(_cells(f"{chart.SEVERAL} several", Ink.TITLE))
        return [cell for part in parts for cell in part]

    # Days in columns.

    def _by_column(self, daily: "Daily", fold: Callable[[list[float]], float]) -> list[tuple[range, float]]:
        """The columns of each day that has a value; of days that share a column, what they come to."""
        found: dict[range, list[float]] = {}
        for place, value in enumerate(daily.values):
            if value is not None:
                found.setdefault(self.axis.columns(daily.first + timedelta(days=place)), []).append(value)
        return [(columns, fold(values)) for columns, values in found.items()]

    # Around them.

    def _unit_of_load(self, shared: str, legend: list[Cell]) -> str:
        around = len(f"─ load a week, {shared} ") + (len(legend) + len("─  ") if legend else 0)
        fitting = (unit for unit in _UNITS_OF_LOAD if around + len(unit) <= self.width)
        return next(fitting, _UNITS_OF_LOAD[-1])

    def _title(self, words: str, legend: list[Cell]) -> list[Cell]:
        said = [*_cells("─ ", Ink.RULE), *_cells(words, Ink.TITLE), BLANK]
        if legend:
            while legend[-1].sign == " ":
                legend = legend[:-1]
            said += [*_cells("─ ", Ink.RULE), *legend, BLANK]
        if len(said) > self.width:
            return [*said[: self.width - 1], Cell("…", Ink.TITLE)]
        return said + _cells("─" * (self.width - len(said)), Ink.RULE)

    def _nothing(self, rows: int, words: str = _NO_RECORD) -> Picture:
        drawn = chart.blank(self.axis.width, rows)
        drawn[rows // 2] = _cells(f" {words}", Ink.TITLE)
        return self._beside(drawn, {})

    def _with_ticks(self, drawn: Picture, value_axis: ValueAxis) -> Picture:
        return self._beside(drawn, value_axis.ticks())

    def _beside(self, drawn: Picture, ticks: Mapping[int, int]) -> Picture:
        """A picture with the numbers of its rows (0 being the lowest) on the left."""
        made = []
        for place, row in enumerate(drawn):
            number = ticks.get(len(drawn) - 1 - place)
            words = f"{number:>{MARGIN - 1},}┤" if number is not None else "│".rjust(MARGIN)
            made.append(self._full(_cells(words, Ink.TICK) + row))
        return made

    def _time(self) -> Picture:
        """The axis with the flags on it, and two rows of dates."""
        line = [*_cells("└".rjust(MARGIN), Ink.TICK), *_cells("─" * self.axis.width, Ink.TICK)]
        for week in range(self.span.weeks if self.axis.week_width >= 3 else 0):
            line[MARGIN + week * self.axis.week_width] = Cell("┬", Ink.TICK)
        worst: dict[int, Cell] = {}
        for day, raised in sorted(self.flags.items(), key=lambda item: -list(GLYPHS).index(item[1].worst)):
            if self.span.holds(day):
                worst[self.axis.middle(day)] = Cell(GLYPHS[raised.worst], Ink(raised.worst.value))
        for column, cell in worst.items():
            line[MARGIN + column] = cell
        rows = []
        for labels in (self.axis.finer(), self.axis.coarser()):
            row = [BLANK] * self.width
            for column, words in labels:
                row[MARGIN + column : MARGIN + column + len(words)] = _cells(words, Ink.DATE)
            rows.append(self._full(row))
        return [self._full(line), *rows]

    def _full(self, row: list[Cell]) -> list[Cell]:
        return (row + [BLANK] * self.width)[: self.width]


def _cells(words: str, ink: Ink) -> list[Cell]:
    return [Cell(sign, ink) for sign in words]


def _number(value: float | None) -> str:
    return f"{value:,.0f}" if value else ""


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def short(place: str) -> str:
    """A place in the room that there is: a long one has its side as a letter."""
    if len(place) < _NAMES:
        return place
    for words, letter in (
        ("left and right ", "L+R "),
        ("left ", "L "),
        ("right ", "R "),
        ("(", ""),
        (")", ""),
    ):
        place = place.replace(words, letter, 1)
    return place if len(place) < _NAMES else f"{place[: _NAMES - 2]}…"
