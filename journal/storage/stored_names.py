"""What the columns of a stored row are called, and how rows are sorted: read with SQLAlchemy or without."""

from journal.columns import Kind
from journal.records import RECORDS, Record, Set, columns

_OWN = ("alembic_version", "steps", "changes", "batches", "batch_rows", "open_workouts", "lines", "drafts")
TABLES = frozenset({*_OWN, *(record.TABLE for record in RECORDS)})
"""Every table of a journal."""


def stored_names(record: type[Record]) -> list[str]:
    """The columns of a stored row, in its order."""
    names = []
    for column in columns(record):
        names.append(column.stored)
        if column.kind is Kind.INSTANT:
            names.append(f"{column.stored}_offset")
    return names + (["day"] if has_day(record) else [])


def has_day(record: type[Record]) -> bool:
    """Whether the stored rows belong to a day; a set does to that of its workout."""
    return bool(record.WHEN) or record is Set


def order_of(record: type[Record]) -> list[str]:
    """The columns that rows are sorted by when they are read: by time, then by key."""
    return [column.stored for column in columns(record) if column.name == record.WHEN] + list(record.KEY)
