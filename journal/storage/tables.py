"""The SQLAlchemy tables, made from the columns of `journal.records`: what is stored, and what the database refuses.

An instant `x` is two columns: `x`, whole seconds since 1970 in UTC, and `x_offset`, the writer's offset in
seconds.  A number with a scale is stored as a whole number under `Column.stored`.  Words are stored as in the
CSV files, several joined by ";".  Whatever belongs to a day has that local `day` besides.

The tables after the records (`steps` to `drafts`) serve undo, imports, joining and the screens; they are not exported.
"""

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine, UserDefinedType

from journal import columns as fields
from journal.columns import Kind
from journal.records import RECORDS, Record, columns
from journal.storage.stored_names import has_day
from journal.storage.values import EARLIEST, LATEST


class IsoDate(UserDefinedType[str]):
    """A DATE that is handed over and read as `2026-11-20` on every database."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Its name in DDL."""
        return "DATE"


def key_text() -> TypeEngine[str]:
    """Text that sorts by code point on every database, as Python sorts it."""
    return Text().with_variant(Text(collation="C"), "postgresql")


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

_ON_DELETE = {"sets.workout_id": "CASCADE", "pain.workout_id": "SET NULL", "symptoms.pain_id": "SET NULL"}
_INDEXED = {"sets": ("day", "exercise"), "pain": ("day", "workout_id"), "symptoms": ("day", "pain_id")}


def _check(name: str, rule: str) -> CheckConstraint:
    return CheckConstraint(rule, name=name)


def _day_items() -> list[SchemaItem]:
    return [Column("day", IsoDate, nullable=False)]


def instant_items(name: str, *, required: bool) -> list[SchemaItem]:
    """The two columns of an instant: both there or both empty, within the years that a record accepts."""
    range_ = f"{name} BETWEEN {EARLIEST} AND {LATEST} AND {name}_offset BETWEEN -86399 AND 86399"
    rule = range_ if required else f"({name} IS NULL) = ({name}_offset IS NULL) AND {range_}"
    return [
        Column(name, BigInteger, nullable=not required),
        Column(f"{name}_offset", Integer, nullable=not required),
        _check(name, rule),
    ]


def words_rule(name: str, words: type[StrEnum]) -> str:
    """SQL: the cell is empty, or nothing is left of it once every known word is taken out."""
    rest = f"';' || replace({name}, ';', ';;') || ';'"
    for word in words:
        rest = f"replace({rest}, ';{word};', '')"
    return f"{name} = '' OR {rest} = ''"


def _field_items(table: str, column: fields.Column) -> list[SchemaItem]:
    name, empty_allowed = column.stored, not column.required
    if column.kind is Kind.INSTANT:
        return instant_items(name, required=column.required)
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        low, high = (round((bound or 0) * column.scale) for bound in (column.low, column.high))
        rule = f"{name} BETWEEN {low} AND {high}"
        return [Column(name, Integer, nullable=empty_allowed), _check(name, rule)]
    if column.kind is Kind.DATE:
        return [Column(name, IsoDate, nullable=empty_allowed)]
    if column.kind is Kind.YES_NO:
        return [Column(name, Boolean, nullable=empty_allowed), _check(name, f"{name} IN (TRUE, FALSE)")]
    if column.kind is Kind.TEXT:
        return [Column(name, Text, nullable=False)]
    if column.kind is Kind.KEY:
        return [Column(name, key_text(), nullable=False), _check(name, f"{name} <> ''")]
    if column.kind is Kind.ID:
        return _id_items(table, column)
    words = column.words or StrEnum
    if column.kind is Kind.WORDS:
        return [Column(name, Text, nullable=False), _check(name, words_rule(name, words))]
    listed = ", ".join(f"'{word}'" for word in words)
    return [Column(name, key_text(), nullable=empty_allowed), _check(name, f"{name} IN ({listed})")]


def _id_items(table: str, column: fields.Column) -> list[SchemaItem]:
    name = column.stored
    items: list[SchemaItem] = [
        Column(name, key_text(), nullable=not column.required),
        _check(name, f"length({name}) = 36"),
    ]
    if column.references:
        on_delete = _ON_DELETE[f"{table}.{name}"]
        items.append(ForeignKeyConstraint([name], [f"{column.references}.id"], ondelete=on_delete))
    return items


def _record_table(record: type[Record]) -> Table:
    items = [item for column in columns(record) for item in _field_items(record.TABLE, column)]
    if has_day(record):
        items += _day_items()
    table = Table(record.TABLE, metadata, *items, PrimaryKeyConstraint(*record.KEY))
    for name in _INDEXED.get(record.TABLE, ("day",) if record.WHEN else ()):
        Index(None, table.c[name])
    return table


TABLES: dict[str, Table] = {record.TABLE: _record_table(record) for record in RECORDS}
"""The table of every record, by name, in the order of the files."""

steps = Table(
    "steps",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *instant_items("at", required=True),
    Column("verb", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
)
"""What was done, newest last: one row per verb, for 90 days."""

changes = Table(
    "changes",
    metadata,
    Column("step", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_key", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    PrimaryKeyConstraint("step", "seq"),
    ForeignKeyConstraint(["step"], ["steps.id"], ondelete="CASCADE"),
)
"""The rows that a step touched, as JSON; no `before`: it was new.  `after` is filled when it is undone."""

batches = Table(
    "batches",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *instant_items("at", required=True),
    Column("source", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("first", IsoDate),
    Column("last", IsoDate),
    Column("taken_back", Boolean, nullable=False),
)
"""One row per import; `added` is JSON, records by table."""

batch_rows = Table(
    "batch_rows",
    metadata,
    Column("batch", Integer, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_key", key_text(), nullable=False),
    Column("seal", Text, nullable=False),
    PrimaryKeyConstraint("batch", "table_name", "row_key"),
    ForeignKeyConstraint(["batch"], ["batches.number"], ondelete="CASCADE"),
)
"""What an import added, and a hash of it by which a later edit shows."""

open_workouts = Table(
    "open_workouts",
    metadata,
    Column("workout_id", key_text(), nullable=False),
    Column("last_line_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("workout_id"),
    ForeignKeyConstraint(["workout_id"], ["workouts.id"], ondelete="CASCADE"),
)
"""For which time the last line of a workout was written, in seconds since 1970: it decides what joins it."""

lines = Table(
    "lines",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
    _check("line", "line <> ''"),
)
"""The lines of quick entry that were written last, each once, newest last: the entry bar brings them back."""

drafts = Table(
    "drafts",
    metadata,
    Column("name", key_text(), nullable=False),
    Column("draft", Text, nullable=False),
    _check("draft", "draft <> ''"),
    PrimaryKeyConstraint("name"),
)
"""What was begun and is not recorded yet, as the screens spell it, by a name of theirs."""
