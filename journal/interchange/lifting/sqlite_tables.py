"""Tables of another program's SQLite file: opened so that nothing in it can change, read as text."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from journal.columns import one_line
from journal.errors import Refused
from journal.interchange.rows.sheet import MOST_ROWS

MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""
ROW = "_id"
"""The column that names a row, in files that Android programs write; the row's place where it is missing."""


_LONGEST_VALUE = 16 << 20
"""Bytes of the longest text; one that a file computes instead of holding it could have any length."""


class Tables:
    """The tables of one file; `shown_as` is its name, for sentences."""

    def __init__(self, connection: sqlite3.Connection, shown_as: str) -> None:
        self._connection, self._shown_as = connection, shown_as
        # Neither views nor virtual tables: these are programs, and run when they are read.
        found = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
        )
        self._names = {str(name).casefold(): str(name) for (name,) in found}

    def __contains__(self, table: str) -> bool:
        return table.casefold() in self._names

    def columns(self, table: str) -> set[str]:
        """The names of the columns, in lower case; none when there is no such table."""
        if table not in self:
            return set()
        found = self._connection.execute("SELECT name FROM pragma_table_info(?)", (self._name(table),))
        return {str(name).casefold() for (name,) in found}

    def rows(self, table: str, wanted: Sequence[str]) -> Iterator[dict[str, str]]:
        """The rows in the order in which they were written: the wanted columns and `ROW`, as text.

        A column that the table lacks is empty, and so is NULL; a table that is not there has no rows.
        """
        there = self.columns(table)
        if not there:
            return
        chosen = [name for name in wanted if name.casefold() in there]
        row = _quoted(ROW) if ROW in there else "rowid"
        what = ", ".join([row, *map(_quoted, chosen)])
        query = f"SELECT {what} FROM {_quoted(self._name(table))} ORDER BY {row}"
        for count, values in enumerate(self._connection.execute(query)):
            if count == MOST_ROWS:
                raise Refused(
                    f"{self._shown_as}: its table {one_line(table)} has more rows than any backup: "
                    f"at most {MOST_ROWS:,} are read"
                )
            texts = map(_text, values)
            yield dict.fromkeys(wanted, "") | dict(zip([ROW, *chosen], texts, strict=True))

    def _name(self, table: str) -> str:
        return self._names[table.casefold()]


@contextmanager
def tables(file: Path, shown_as: str) -> Iterator[Tables]:
    """The tables of a file while they are read; `Refused` when it is damaged."""
    try:
        # Immutable: no lock, no recovery and no file beside it.
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            connection.execute("PRAGMA trusted_schema = OFF")
            # A constraint is a program as well, and checking it runs it.
            connection.execute("PRAGMA ignore_check_constraints = ON")
            ((first,),) = connection.execute("PRAGMA quick_check(1)")
            ((page,),) = connection.execute("PRAGMA page_size")
            if first != "ok" or file.stat().st_size % page:
                raise _damaged(shown_as, "it is cut" if first == "ok" else first)
            yield Tables(connection, shown_as)
    except sqlite3.Error as error:
        raise _damaged(shown_as, error) from None
    except UnicodeDecodeError:
        # The message of an error repeats names of the file, which are no text any more.
        raise _damaged(shown_as, "its tables have no names") from None


def _damaged(shown_as: str, why: object) -> Refused:
    return Refused(f"{shown_as} is damaged ({one_line(_text(why))}); make the backup again")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
