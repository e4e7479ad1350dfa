"""What somebody began to write and has not recorded yet: no record, not exported, no step of undo."""

from sqlalchemy import Connection, delete, select

from journal.storage.table_rows import add
from journal.storage.tables import drafts


def keep(connection: Connection, name: str, draft: str) -> None:
    """Keep a draft under its name, in the place of the one before; an empty one forgets it."""
    connection.execute(delete(drafts).where(drafts.c.name == name))
    if draft:
        add(connection, drafts, [(name, draft)])


def read(connection: Connection) -> dict[str, str]:
    """All drafts by their names."""
    found = connection.execute(select(drafts.c.name, drafts.c.draft).order_by(drafts.c.name))
    return {str(name): str(draft) for name, draft in found}
