"""Undo and redo: the rows of one step put back as they were before it, or after it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Column, Connection, Table, bindparam, func, select, update

from journal.records import BY_TABLE, Record
from journal.storage.results import Change, Step
from journal.storage.rows import Row, RowKey, codec, read_key
from journal.storage.steps import forget_old, pack, unpack
from journal.storage.table_rows import add, fetch, find, overwrite, owned, remove, stored
from journal.storage.tables import changes, metadata, steps
from journal.storage.values import moment


@dataclass(slots=True)
class _Touched:
    """One row that a step touched: as it is now and as it shall be, each with the rows that it owns."""

    seq: int
    table: Table
    key: RowKey
    then: Row | None = None
    then_owns: dict[str, list[Row]] = field(default_factory=dict)
    now: Row | None = None
    now_owns: dict[str, list[Row]] = field(default_factory=dict)


def undo(connection: Connection, *, now: datetime) -> Step | None:
    """Take the newest step back; None when there is none."""
    forget_old(connection, now)
    number = connection.scalar(select(func.max(steps.c.id)).where(~steps.c.undone))
    if number is None:
        return None
    touched = _touched(connection, number, changes.c.before)
    _find_belongings(connection, [one for one in touched if one.then is None and one.now is not None])
    _put_back(connection, touched)
    _remember(connection, number, touched)
    records = [
        change
        for one in touched
        for change in _records(one.table, before=one.then, after=one.now, owns=one.now_owns)
    ]
    return _marked(connection, number, records, undone=True)


def redo(connection: Connection, *, now: datetime) -> Step | None:
    """Do the step again that was taken back last; None when there is none."""
    forget_old(connection, now)
    number = connection.scalar(select(func.min(steps.c.id)).where(steps.c.undone))
    if number is None:
        return None
    touched = _touched(connection, number, changes.c.after)
    _put_back(connection, touched)
    connection.execute(update(changes).where(changes.c.step == number).values(after=None))
    records = [
        change
        for one in touched
        for change in _records(one.table, before=one.now, after=one.then, owns=one.then_owns)
    ]
    return _marked(connection, number, records, undone=False)


def _touched(connection: Connection, number: int, then: Column[str | None]) -> list[_Touched]:
    """The rows that a step touched, in its order, with what they shall become by that column of the log."""
    logged = select(changes.c.seq, changes.c.table_name, changes.c.row_key, then)
    touched = []
    for seq, name, key, packed in connection.execute(logged.where(changes.c.step == number).order_by("seq")):
        table = metadata.tables[name]
        one = _Touched(seq, table, read_key(table, key) or ())
        if packed is not None:
            one.then, one.then_owns = unpack(table, packed)
        touched.append(one)
    for table, ones in _by_table(touched).items():
        rows = find(connection, table, [one.key for one in ones])
        for one in ones:
            one.now = rows.get(one.key)
    return touched


def _by_table(touched: Iterable[_Touched]) -> dict[Table, list[_Touched]]:
    groups: dict[Table, list[_Touched]] = defaultdict(list)
    for one in touched:
        groups[one.table].append(one)
    return groups


def _find_belongings(connection: Connection, touched: Iterable[_Touched]) -> None:
    """Read the rows that go with rows about to be removed: those are not in the log by themselves."""
    for table, ones in _by_table(touched).items():
        by_key = {one.key: one for one in ones}
        for other, column in owned(table):
            for key, row in sorted(find(connection, other, by_key, by=column).items()):
                by_key[key[:1]].now_owns.setdefault(other.name, []).append(row)


def _put_back(connection: Connection, touched: Sequence[_Touched]) -> None:
    gone: dict[str, list[RowKey]] = defaultdict(list)
    back: dict[str, list[Row]] = defaultdict(list)
    other: dict[str, list[Row]] = defaultdict(list)
    for one in touched:
        name = one.table.name
        if one.then is None:
            gone[name] += [one.key] if one.now is not None else []
        elif one.now is not None:
            other[name] += [one.then] if one.now != one.then else []
        else:
            back[name].append(one.then)
            for owned_name, rows in one.then_owns.items():
                back[owned_name] += rows
    # What points goes before what it points to, and comes back after it.
    for table in reversed(metadata.sorted_tables):
        remove(connection, table, gone[table.name])
    for table in metadata.sorted_tables:
        add(connection, table, back[table.name])
        overwrite(connection, table, other[table.name])


def _remember(connection: Connection, number: int, touched: Iterable[_Touched]) -> None:
    """Write into the log what the rows were before they were put back, so that the step can be redone."""
    rows = [
        {"of": number, "place": one.seq, "packed": pack(one.table, one.now, one.now_owns)}
        for one in touched
        if one.now is not None
    ]
    if rows:
        here = (changes.c.step == bindparam("of")) & (changes.c.seq == bindparam("place"))
        connection.execute(update(changes).where(here).values(after=bindparam("packed")), rows)


def _marked(connection: Connection, number: int, records: list[Change], *, undone: bool) -> Step:
    connection.execute(update(steps).where(steps.c.id == number).values(undone=undone))
    row = fetch(connection, stored(steps, connection.dialect.name).where(steps.c.id == number))[0]
    _, at, offset, verb, _ = row
    return Step(number, verb, moment(at, offset), tuple(records), undone)


def _records(
    table: Table, *, before: Row | None, after: Row | None, owns: dict[str, list[Row]]
) -> list[Change]:
    """What a step did to the records of one row; nothing for the tables that are not exported."""
    if table.name not in BY_TABLE or (before is None and after is None):
        return []
    found = [Change(_record(table.name, before), _record(table.name, after))]
    for name, rows in owns.items():
        if name in BY_TABLE:
            found += [Change(None, _record(name, row)) for row in rows]
    return found


def _record(name: str, row: Row | None) -> Record | None:
    return None if row is None else codec(BY_TABLE[name]).read(row)
