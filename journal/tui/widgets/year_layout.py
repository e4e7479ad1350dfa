"""Where each day of a year stands: weeks as columns, Monday first, in as few blocks of months as there is room for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

LABEL = 3
"""Cells of the names of the weekdays."""
DAY_CELLS = 2
"""Cells of a day: its score, and the sign of a flag."""
_WEEK = 7
_MONTHS_OF_A_BLOCK = (12, 6, 4, 3, 2, 1)
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class Block:
    """Some months of the year, from `first` to `last`, in a row of weeks that begins at `top` rows from above."""

    first: date
    last: date
    top: int

    @property
    def monday(self) -> date:
        """The first day of its first column, which may belong to another block or year."""
        return self.first - timedelta(days=self.first.weekday())

    @property
    def weeks(self) -> int:
        """How many columns it has."""
        return (self.last - self.monday).days // _WEEK + 1

    def months(self) -> Iterator[tuple[int, date]]:
        """The first day of each month with the column in which it lies."""
        for month in range(self.first.month, self.last.month + 1):
            begins = date(self.first.year, month, 1)
            yield (begins - self.monday).days // _WEEK, begins


@dataclass(frozen=True, slots=True)
class YearLayout:
    """The days of a year in cells; `tall` rows each."""

    blocks: tuple[Block, ...]
    tall: int = 1

    @property
    def width(self) -> int:
        """Cells needed, the names of the weekdays included."""
        return LABEL + DAY_CELLS * max(block.weeks for block in self.blocks)

    @property
    def height(self) -> int:
        """Rows needed, the names of the months included."""
        return len(self.blocks) * self.rows_of_block

    @property
    def rows_of_block(self) -> int:
        """The row of the months, and seven weekdays."""
        return 1 + _WEEK * self.tall

    def place_of(self, day: date) -> tuple[int, int]:
        """The upper left cell of a day of that year."""
        block = next(one for one in self.blocks if day <= one.last)
        week, weekday = divmod((day - block.monday).days, _WEEK)
        return LABEL + DAY_CELLS * week, block.top + 1 + weekday * self.tall

    def day_at(self, x: int, y: int) -> date | None:
        """The day that lies at a cell; None beside the days."""
        place, row = divmod(y, self.rows_of_block)
        if not 0 <= place < len(self.blocks) or row == 0 or x < LABEL:
            return None
        block = self.blocks[place]
        day = block.monday + timedelta(days=(x - LABEL) // DAY_CELLS * _WEEK + (row - 1) // self.tall)
        return day if block.first <= day <= block.last else None

    def weeks_of_row(self, y: int) -> tuple[Block, int]:
        """The block of a row and the row inside of it; 0 is that of the months."""
        place, row = divmod(y, self.rows_of_block)
        return self.blocks[min(place, len(self.blocks) - 1)], row


@lru_cache(maxsize=16)
def laid_out(year: int, width: int, *, tall: int = 1) -> YearLayout:
    """The year in the fewest blocks that are not wider than `width` cells; a month a block where nothing fits."""
    layouts = (_in_blocks(year, months, tall) for months in _MONTHS_OF_A_BLOCK)
    narrowest = _in_blocks(year, 1, tall)
    return next((one for one in layouts if one.width <= width), narrowest)


def _in_blocks(year: int, months: int, tall: int) -> YearLayout:
    rows = 1 + _WEEK * tall
    return YearLayout(
        tuple(
            Block(date(year, first, 1), _end_of(year, first + months - 1), place * rows)
            for place, first in enumerate(range(1, 13, months))
        ),
        tall,
    )


def _end_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def month_name(day: date) -> str:
    """`Nov`."""
    return _NAMES[day.month - 1]
