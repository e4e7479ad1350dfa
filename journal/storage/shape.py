"""Which tables and columns the journals of each revision have, and what one of them lacks."""

from collections.abc import Collection, Mapping
from functools import cache

from journal.storage.tables import metadata

FIRST = "0001"
"""The oldest revision."""
VERSION = "alembic_version"
"""The table that says which revision a journal has."""

_SINCE = {"lines": "0002", "drafts": "0003"}
"""With which revision a table came, or a column (`table.column`), that `FIRST` did not have."""


@cache
def shape_of(revision: str) -> Mapping[str, frozenset[str]]:
    """The columns of every table that a journal of that revision has, by table."""
    return {VERSION: frozenset({"version_num"})} | {
        table.name: frozenset(
            column.name for column in table.columns if _is_in(f"{table.name}.{column.name}", revision)
        )
        for table in metadata.tables.values()
        if _is_in(table.name, revision)
    }


def _is_in(name: str, revision: str) -> bool:
    return _SINCE.get(name, FIRST) <= revision


def is_ours(tables: Collection[str]) -> bool:
    """Whether a database with these tables is a journal, maybe a damaged one, and not another program's.

    Others have tables called `workouts` or `sets` too, but not half of those that our first revision had.
    """
    ours = shape_of(FIRST).keys()
    return 2 * len(ours & set(tables)) >= len(ours)


def lost_tables(tables: Collection[str], revision: str = FIRST) -> str:
    """Which tables such a journal should have and lacks, as the end of a sentence; "" when none."""
    lost = sorted(shape_of(revision).keys() - set(tables))
    if len(lost) < 2:
        return f"the table {lost[0]} is missing" if lost else ""
    return f"the tables {', '.join(lost[:-1])} and {lost[-1]} are missing"


def early_tables(tables: Collection[str], revision: str) -> str:
    """Which tables such a journal has that only came with a later revision, as the end of a sentence; "" when none."""
    early = sorted(name for name in _SINCE.keys() & set(tables) if _SINCE[name] > revision)
    return f"it says that its schema is {revision}, and has {early[0]} of {_SINCE[early[0]]}" if early else ""


def lost_columns(columns: Mapping[str, Collection[str]], revision: str) -> list[str]:
    """Which columns of its tables such a journal should have and lacks, each as the end of a sentence."""
    return [
        f"the column {column} of {table} is missing"
        for table, wanted in shape_of(revision).items()
        for column in sorted(wanted - set(columns.get(table, wanted)))
    ]
