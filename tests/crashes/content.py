"""What is in a journal's file, read without the program, so that the program cannot hide a fault of its own."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

Content = tuple[str, frozenset[tuple[str, tuple[object, ...]]]]
"""The revision, and every row of every table with the table's name; or the word for what is not a journal."""

ABSENT: Content = ("absent", frozenset())
DAMAGED: Content = ("damaged", frozenset())

WITHOUT_TIMES = {
    "steps": "id, verb, undone",
    "batches": "number, source, file, added, first, last, taken_back",
    "changes": "step, seq, table_name, row_key, before IS NULL, after IS NULL",
}
"""Tables that also hold when something was done: what is compared of them."""


def content(path: Path) -> Content:
    """Everything in a journal, equal for journals that hold the same."""
    if not path.exists():
        return ABSENT
    try:
        with closing(sqlite3.connect(path, timeout=10)) as file:
            if file.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return DAMAGED
            if file.execute("PRAGMA foreign_key_check").fetchall():
                return DAMAGED
            if not _tables(file):
                return ABSENT  # begun, and nothing in it yet
            revision = file.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            rows: list[tuple[str, tuple[object, ...]]] = []
            for table in _tables(file):
                columns = WITHOUT_TIMES.get(table, "*")
                rows.append((table, ()))
                rows += [(table, row) for row in file.execute(f"SELECT {columns} FROM {table}")]
            return revision, frozenset(rows)  # every table has a key: no row stands in it twice
    except sqlite3.DatabaseError:
        return DAMAGED


def _tables(file: sqlite3.Connection) -> list[str]:
    found = file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found]


def halves(path: Path) -> list[str]:
    """What stands in a journal without the rest of it: each as a sentence."""
    with closing(sqlite3.connect(path, timeout=10)) as file:
        return [
            f"{what}: {found}"
            for what, query in HALVES.items()
            for (found,) in file.execute(query).fetchall()
        ]


HALVES = {
    "a lifting workout without a set": """
        SELECT id FROM workouts WHERE kind = 'strength' AND id NOT IN (SELECT workout_id FROM sets)
        AND duration_s IS NULL""",
    "a step that changed nothing": "SELECT id FROM steps WHERE id NOT IN (SELECT step FROM changes)",
    "an import without a row": """
        SELECT number FROM batches WHERE NOT taken_back AND number NOT IN (SELECT batch FROM batch_rows)""",
    "a row of no import": "SELECT row_key FROM batch_rows WHERE batch NOT IN (SELECT number FROM batches)",
}


def tokens(path: Path) -> dict[str, int]:
    """How many rows bear each token: the note of an entry that begins with `#`; a set, by its grams, `#N`."""
    with closing(sqlite3.connect(path, timeout=10)) as file:
        return counted(token for query in TOKENS for (token,) in file.execute(query))


TOKENS = (
    *(f"SELECT note FROM {table} WHERE note LIKE '#%'" for table in ("pain", "hydration", "sets")),
    "SELECT weight_g FROM sets WHERE weight_g > 1000000",
)
"""What finds the rows that bear a token: its own words, or grams."""


def counted(found: Iterable[str | int]) -> dict[str, int]:
    """How often each token was found."""
    return Counter(one if isinstance(one, str) else f"#{one - 1_000_000}" for one in found)
