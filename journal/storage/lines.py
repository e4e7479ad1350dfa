"""The lines of quick entry that were written last: no records, not exported, only brought back by the entry bar."""

from sqlalchemy import Connection, delete, func, select

from journal.columns import clean_text
from journal.storage.table_rows import add
from journal.storage.tables import lines
from journal.storage.values import clean

KEPT = 200
"""Lines that are kept; the oldest is forgotten for a new one."""


def keep(connection: Connection, line: str) -> None:
    """Put a line behind the others; one that was written before moves there, a blank one is not kept."""
    line = clean_text(line).replace("\n", " ").strip()
    if not line:
        return
    connection.execute(delete(lines).where(lines.c.line == line))
    number = 1 + (connection.scalar(select(func.max(lines.c.number))) or 0)
    add(connection, lines, [(number, line)])
    kept = select(lines.c.number).order_by(lines.c.number.desc()).limit(KEPT)
    oldest = connection.scalar(select(func.min(kept.subquery().c.number)))
    connection.execute(delete(lines).where(lines.c.number < oldest))


def read(connection: Connection, limit: int) -> list[str]:
    """The last lines, oldest first."""
    newest = select(lines.c.line).order_by(lines.c.number.desc()).limit(limit)
    return [clean(line) for line in connection.scalars(newest)][::-1]
