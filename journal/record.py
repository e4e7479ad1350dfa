"""The common part of all records: how a frozen dataclass gets its columns, its key and its local day."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from journal.columns import Column, InvalidRecord

_R = TypeVar("_R")


class Record:
    """The common part of all records: the columns of the class, the key, the local day."""

    __slots__ = ()
    TABLE: ClassVar[str]
    """Name of the table and of the CSV file."""
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    """Fields that tell one record from another."""
    WHEN: ClassVar[str] = ""
    """The instant or date that the record is sorted by and belongs to; "" when it has none."""

    def __post_init__(self) -> None:
        for column in columns(type(self)):
            object.__setattr__(self, column.name, column.check(self.TABLE, getattr(self, column.name)))
        self.check()

    def check(self) -> None:
        """Refuse fields that contradict each other; overridden where there are such."""

    def refuse(self, column: str, accepted: str) -> InvalidRecord:
        """The error for a field whose value another field does not allow."""
        return InvalidRecord(self.TABLE, column, getattr(self, column), accepted)

    @property
    def key(self) -> str:
        """The record's key as text: its id, its date, or `workout_id/position`."""
        return "/".join(str(getattr(self, name)) for name in self.KEY)

    @property
    def day(self) -> date | None:
        """The local date that the record belongs to, by its own offset."""
        when = getattr(self, self.WHEN) if self.WHEN else None
        return when.date() if isinstance(when, datetime) else when

    @property
    def instant(self) -> datetime | None:
        """When it was: the instant that it is sorted by, or its own `at`; None when it has only a date or none."""
        for name in (self.WHEN, "at"):
            when = getattr(self, name, None) if name else None
            if isinstance(when, datetime):
                return when
        return None

    def but(self, **changes: Any) -> Self:
        """The same record with some fields changed, checked again."""
        return replace(self, **changes)  # type: ignore[type-var]


def columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record class, named, in the order of its CSV file."""
    known = _COLUMNS.get(record)
    if known is None:
        known = _COLUMNS[record] = tuple(
            replace(column, name=field.name, stored=column.stored or field.name)
            for field in fields(record)  # type: ignore[arg-type]
            for column in (field.metadata["column"],)
        )
    return known


_COLUMNS: dict[type[Record], tuple[Column, ...]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[_R]) -> type[_R]:
    """A class of records: frozen, slotted, its fields given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(kind)
