"""The day that a stored row belongs to: the database looks for rows by it, and it says what the record's time says."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.columns import Kind
from journal.records import Record, columns
from journal.storage.stored_names import has_day, stored_names
from journal.storage.values import DAY_READER, UNREADABLE, day_of


class Days:
    """How the days of the rows of one record class are checked; a set's, which is its workout's, only has to be one."""

    def __init__(self, record: type[Record]) -> None:
        self._has_day = has_day(record)
        when = next((column for column in columns(record) if column.name == record.WHEN), None)
        self._is_instant = when is not None and when.kind is Kind.INSTANT
        self._when = when.name if when else ""
        self._place = stored_names(record).index(when.stored) if when else -1

    def check(self, values: Sequence[tuple[Any, ...]]) -> None:
        """Fail, with one of `UNREADABLE`, unless the days, the last column of a table, are those of its records."""
        if not self._has_day:
            return
        *_, days = values
        if self._is_instant:
            is_so = list(map(day_of, *values[self._place : self._place + 2])) == list(days)
        elif self._when:
            is_so = values[self._place] == days
        else:
            is_so = all(map(DAY_READER, set(days)))
        if not is_so:
            raise ValueError

    def fault(self, row: tuple[Any, ...]) -> str:
        """What is wrong with the day of a row whose other columns can be read; "" when nothing is."""
        try:
            self.check([(value,) for value in row])
        except UNREADABLE:
            return f"its day is {row[-1]!r}, and needs {self._needed(row)}"
        return ""

    def _needed(self, row: tuple[Any, ...]) -> date | str:
        if not self._when:
            return "a date such as 2026-11-20"
        day = day_of(*row[self._place : self._place + 2]) if self._is_instant else row[self._place]
        return f"{day}, as its {self._when} says"
