"""A journal with rows in every table, as full as they may be, with text that was written to do harm."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import cycle
from typing import Any
from uuid import UUID, uuid5

from journal.columns import Column, InvalidRecord, Kind
from journal.records import RECORDS, Drink, OwnExercise, ProfileEntry, Record, Session, Set, Workout, columns
from journal.storage import Change, Store

NOW = datetime(2026, 11, 25, 20, tzinfo=UTC)
HOSTILE = (
    "[/] [@click=app.quit]x[/]",
    "'; DROP TABLE pain; --",
    "=HYPERLINK(1)\n+1\t@x",
    '%s %(x)s :name {0} \\ " `',
    "é e\u0301 深蹲 \U0001f9e8 \u200d",
    "x" * 70_000,
    "a;b;;c",
    " ",
)
_SPACE = UUID(int=7)
_VARIANTS = 8


def fill(store: Store) -> None:
    """Write into every table: records of every kind, an import, steps done and undone, lines and drafts."""
    made = list(_records())
    store.change([Change(None, one) for one in made], now=NOW, verb="log")
    brought = [Drink(id=uuid5(_SPACE, f"b{n}"), at=NOW, volume_ml=n, note=HOSTILE[n]) for n in range(3)]
    store.bring_in(brought, now=NOW, source="a ' source", file="%s [/].csv")
    workout = Workout(id=uuid5(_SPACE, "w"), started_at=NOW - timedelta(minutes=5), kind="strength")
    store.record([Session(workout, (Set(workout_id=workout.id, position=1, exercise="squat"),))], now=NOW)
    gone = next(one for one in made if isinstance(one, Workout))
    store.change([Change(gone, None)], now=NOW, verb="delete")
    store.undo(now=NOW)
    for text in HOSTILE:
        store.remember(text)
    store.keep_draft("2026-11-25", HOSTILE[0])


def _records() -> Iterator[Record]:
    ids: dict[str, list[UUID]] = {}
    for record in RECORDS:
        made = 0
        for variant in range(_VARIANTS):
            one = _one(record, variant, ids)
            if one is not None:
                made += 1
                if "id" in (column.name for column in columns(record)):
                    ids.setdefault(record.TABLE, []).append(one.id)  # type: ignore[attr-defined]
                yield one
        if not made:
            raise RuntimeError(f"there is no record of {record.TABLE} among those made up")


def _one(record: type[Record], variant: int, ids: dict[str, list[UUID]]) -> Record | None:
    """The variant of a record, as full as its own rules allow: fields that contradict others are left empty."""
    values = {column.name: _value(record, column, variant, ids) for column in columns(record)}
    optional = [column.name for column in columns(record) if not column.required]
    for empty in ((), *((name,) for name in optional), optional):
        try:
            return record(**{name: None if name in empty else value for name, value in values.items()})
        except InvalidRecord:
            continue
    return None


def _value(record: type[Record], column: Column, variant: int, ids: dict[str, list[UUID]]) -> Any:
    if column.references:
        there = ids[column.references]
        return there[variant % len(there)]
    if column.kind is Kind.ID:
        return uuid5(_SPACE, f"{record.TABLE} {variant}")
    if column.words is not None:
        words = list(column.words)
        return tuple(words) if column.kind is Kind.WORDS else words[variant % len(words)]
    if column.kind is Kind.KEY:
        return _key(record, column, variant)
    if column.kind is Kind.TEXT:
        return HOSTILE[variant]
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        ends = cycle((column.low, column.high)) if column.name != "position" else iter([variant + 1] * 2)
        return [next(ends) for _ in range(variant % 2 + 1)][-1]
    return {
        Kind.INSTANT: datetime(
            2026, 11, 1 + variant, 8, 30, tzinfo=timezone(timedelta(minutes=45 * variant - 90))
        ),
        Kind.DATE: date(2026, 11, 1 + variant),
        Kind.YES_NO: bool(variant % 2),
    }[column.kind]


def _key(record: type[Record], column: Column, variant: int) -> str:
    if record is ProfileEntry:
        return f"made_up_{variant}"
    if record is OwnExercise and column.name == "slug":
        return f"made-up-{variant}"
    if column.name == "exercise":
        return "squat"
    return f"{variant} {HOSTILE[variant][:900]}"
