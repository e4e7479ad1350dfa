"""Which records an export holds, and in which order: by instant, date or key, then by id."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from journal.records import RECORDS, Record, columns

Records = Mapping[type[Record], Iterable[Record]]
"""Records by their class, in any order; a class may be absent."""


def selected(
    records: Records, *, since: date | None = None, until: date | None = None
) -> Iterator[tuple[type[Record], list[Record]]]:
    """Each table, in the order of the files, with its sorted records.

    With a range (local days, both inclusive) only the records of those days are chosen, a set belongs to the
    day of its workout, what has no day is always chosen, and a reference to a record outside the range is
    emptied.
    """
    chosen: dict[str, set[Any]] = {}
    for kind in RECORDS:
        rows = list(records.get(kind, ()))
        if since is not None or until is not None:
            rows = [row for row in rows if _within(row.day, since, until)]
            rows = _without_strangers(kind, rows, chosen)
            chosen[kind.TABLE] = {row.key for row in rows}
        rows.sort(key=_order(kind))
        yield kind, rows


def _within(day: date | None, since: date | None, until: date | None) -> bool:
    return day is None or ((since is None or since <= day) and (until is None or day <= until))


def _without_strangers(
    kind: type[Record], rows: list[Record], chosen: Mapping[str, set[str]]
) -> list[Record]:
    """The rows without references to records that were not chosen; what cannot be without its own is gone."""
    for column in columns(kind):
        if not column.references:
            continue
        known, name = chosen[column.references], column.name
        if column.required:
            rows = [row for row in rows if str(getattr(row, name)) in known]
        else:
            rows = [
                row
                if (value := getattr(row, name)) is None or str(value) in known
                else row.but(**{name: None})
                for row in rows
            ]
    return rows


def _order(kind: type[Record]) -> Callable[[Record], Any]:
    by_key = attrgetter(*kind.KEY)
    if not kind.WHEN:
        return by_key
    when = attrgetter(kind.WHEN)
    return lambda record: (_moment(when(record)), by_key(record))


def _moment(when: datetime | date) -> float:
    """A number that grows with time; instants are compared in real time, whatever their offset."""
    return when.timestamp() if isinstance(when, datetime) else when.toordinal()
