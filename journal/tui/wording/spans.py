"""Spans of time that are looked at: whole weeks, from a Monday to a Sunday."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 7
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Some whole ISO weeks; `first` is a Monday."""

    first: date
    weeks: int

    @classmethod
    def ending(cls, day: date, weeks: int) -> "Span":
        """The weeks up to that of a date."""
        return cls(day - timedelta(days=day.weekday()) - (weeks - 1) * WEEK, weeks)

    @property
    def last(self) -> date:
        """Its last Sunday."""
        return self.first + self.weeks * WEEK - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many dates it has."""
        return self.weeks * DAYS

    def holds(self, day: date) -> bool:
        """Whether a date lies in it."""
        return self.first <= day <= self.last

    def moved(self, weeks: int) -> "Span":
        """As many weeks, some weeks later."""
        return Span(self.first + weeks * WEEK, self.weeks)

    def all_days(self) -> Iterator[date]:
        """Its dates in order."""
        return (self.first + timedelta(days=place) for place in range(self.days))
