"""How the database writes things down, and how that is read: whole numbers, seconds since 1970, text.

Nothing outside this file and `read_rows`, `read_bouts` and `frames` knows stored names and units.
"""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from typing import Any, Protocol

from journal.analysis.flags import plain
from journal.analysis.instants import moment
from journal.exercises import Catalogue
from journal.exercises import catalogue as exercise_catalogue
from journal.records import BY_TABLE, Alias, Kind, OwnExercise, Record, columns


class Rows(Protocol):
    """A table as it was read: column names and tuples, in stored form."""

    @property
    def columns(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Sequence[Any]]: ...  # noqa: D102


class Snapshot(Protocol):
    """All tables at one moment, and the zone that their writer lives in."""

    @property
    def tables(self) -> Mapping[str, Rows]: ...  # noqa: D102
    @property
    def zone(self) -> tzinfo: ...  # noqa: D102


def exercises_of(snapshot: Snapshot) -> Catalogue:
    """The exercise catalogue with the writer's own exercises and names on top."""
    own, named = snapshot.tables.get("exercises"), snapshot.tables.get("aliases")
    return exercise_catalogue(
        [
            OwnExercise(
                **row
                | {
                    field: tuple(filter(None, text(row[field]).split(";")))
                    for field in ("primary_muscles", "secondary_muscles", "tags")
                }
            )
            for row in _named_rows(own, OwnExercise)
        ],
        [Alias(**row) for row in _named_rows(named, Alias)],
    )


def _named_rows(rows: Rows | None, record: type[Record]) -> list[dict[str, Any]]:
    if rows is None:
        return []
    wanted = {column.name for column in columns(record)}
    return [
        {name: value for name, value in zip(rows.columns, row, strict=True) if name in wanted}
        for row in rows.rows
    ]


def as_stored(record: Record) -> dict[str, Any]:
    """A record as the database holds it: the names and whole numbers of the stored columns."""
    row: dict[str, Any] = {}
    for column in columns(type(record)):
        value = getattr(record, column.name)
        if column.kind is Kind.INSTANT:
            row[column.name] = None if value is None else int(value.timestamp())
            offset = None if value is None else int(value.utcoffset().total_seconds())
            row[f"{column.name}_offset"] = offset
        elif column.kind is Kind.NUMBER:
            row[column.stored] = None if value is None else round(value * column.scale)
        elif column.kind is Kind.WORDS:
            row[column.stored] = ";".join(value)
        elif column.kind is Kind.ID:
            row[column.stored] = None if value is None else str(value)
        elif column.kind is Kind.WORD:
            row[column.stored] = None if value is None else value.value
        else:
            row[column.stored] = value
    return row


def as_told(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A stored row in the names, units and words of the CSV files, what was not recorded left out."""
    told: dict[str, Any] = {}
    for column in columns(BY_TABLE[table]):
        value = row[column.stored]
        if is_missing(value) or value == "":
            continue
        if column.kind is Kind.INSTANT:
            value = moment(int(value), int(row[f"{column.name}_offset"])).isoformat()
        elif column.kind is Kind.NUMBER:
            value = plain(float(value) / column.scale)
        elif column.kind is Kind.WHOLE:
            value = int(value)
        elif column.kind is Kind.YES_NO:
            value = bool(value)
        elif column.kind is Kind.WORDS:
            value = value.split(";")
        elif column.kind is Kind.DATE:
            value = str(value)
        told[column.name] = value
    return told


def stored_columns(table: str) -> list[str]:
    """The stored names of a table's columns."""
    named: list[str] = []
    for column in columns(BY_TABLE[table]):
        named.append(column.stored)
        if column.kind is Kind.INSTANT:
            named.append(f"{column.name}_offset")
    return named


def is_missing(value: Any) -> bool:
    """Whether nothing was recorded."""
    return value is None or value != value  # NaN is the only value that differs from itself


def text(value: Any) -> str:
    """A stored text; "" when missing."""
    return "" if is_missing(value) else str(value)


def ordinal(value: Any) -> int | None:
    """A stored date as an ordinal; None when missing."""
    if is_missing(value):
        return None
    return (date.fromisoformat(value) if isinstance(value, str) else value).toordinal()
