"""The two axes of a picture: dates across, whole numbers upwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

WEEK = timedelta(weeks=1)
_LABEL = 54.0
"""The room that a label of the dates needs, such as `16 Nov`."""
_STEPS = (10, 15, 20, 25, 30, 40, 50, 60, 80)
"""What ticks count in, times a power of ten."""


@dataclass(frozen=True, slots=True)
class DateTick:
    """A date with its label; `year` stands below the first tick of each year."""

    day: date
    label: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """The dates from `first` to `last`, every one as wide as the others, between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    @property
    def count(self) -> int:
        """How many dates there are."""
        return (self.last - self.first).days + 1

    @property
    def day_width(self) -> float:
        """The width of a date."""
        return (self.right - self.left) / self.count

    def start(self, day: date) -> float:
        """Where a date begins."""
        return self.left + (day - self.first).days * self.day_width

    def middle(self, day: date) -> float:
        """The middle of a date."""
        return self.start(day) + self.day_width / 2

    def all(self) -> Iterator[date]:
        """Every date."""
        return (self.first + timedelta(days=place) for place in range(self.count))

    def ticks(self) -> tuple[DateTick, ...]:
        """As many dates as have room: days, Mondays, first days of months or of years."""
        most = max(int((self.right - self.left) / _LABEL), 1)
        days = next((days for days in self._choices() if len(days) <= most), [])
        made: list[DateTick] = []
        for place, day in enumerate(days):
            is_new = place == 0 or day.year != days[place - 1].year
            made.append(DateTick(day, self._label(day, days), str(day.year) if is_new else ""))
        return tuple(made)

    def _choices(self) -> Iterator[list[date]]:
        """Ever fewer dates that could be labelled."""
        yield list(self.all())
        mondays = [day for day in self.all() if day.weekday() == 0]
        for step in (1, 2, 4):
            # Counted from the last one, so that the present week is always labelled.
            yield mondays[::-1][::step][::-1]
        firsts = [day for day in self.all() if day.day == 1]
        for months in (1, 2, 3, 6, 12, 24, 60):
            yield [day for day in firsts if (day.year * 12 + day.month - 1) % months == 0]
        yield [self.first]

    @staticmethod
    def _label(day: date, among: list[date]) -> str:
        if len(among) > 1 and all(one.day == 1 for one in among):
            return f"{day:%b}"
        return f"{day.day} {day:%b}"


@dataclass(frozen=True, slots=True)
class Values:
    """Whole numbers from 0 at `bottom` to `highest` at `top`, in `parts` equal steps."""

    highest: int
    parts: int
    bottom: float
    top: float

    @classmethod
    def up_to(cls, value: float, bottom: float, top: float, most_parts: int = 4) -> "Values":
        """The closest axis of round numbers that holds a value, with as many ticks as it may have."""
        found = [
            cls(_round_step(value / parts) * parts, parts, bottom, top) for parts in range(1, most_parts + 1)
        ]
        return min(found, key=lambda axis: (axis.highest, -axis.parts))

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - (self.bottom - self.top) * min(value, self.highest) / self.highest

    def ticks(self) -> tuple[int, ...]:
        """The numbers at the axis, from 0 on."""
        return tuple(part * (self.highest // self.parts) for part in range(self.parts + 1))


def _round_step(least: float) -> int:
    """The smallest round whole number that is not below."""
    wanted, power = max(ceil(least), 1), 1
    while True:
        for digits in _STEPS:
            step, rest = divmod(digits * power, 10)
            if not rest and step >= wanted:
                return step
        power *= 10
