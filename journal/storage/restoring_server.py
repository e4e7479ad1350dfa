"""Bringing a backup back to a server: what it replaces is kept as a file, or on the server when it is damaged."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from journal.storage.backup import all_rows, write_rows, write_whole
from journal.storage.damaged import Damaged
from journal.storage.hanging_up import InDoubt, write_once
from journal.storage.migrate import bring_up
from journal.storage.place import Place, engine_of, migration_engine, place_of_file, transaction
from journal.storage.rows import Row
from journal.storage.schema import HEAD, create_schema
from journal.storage.shape import is_ours, shape_of
from journal.storage.table_rows import add
from journal.storage.tables import metadata

_LACKING = ("42P01", "42703")
"""What a server says of a table and of a column that is not there."""


def into_server(place: Place, ready: Path, file: Path, now: datetime) -> Path | str | None:
    """Let the journal on a server be what the sound journal `ready` holds; where the one before it is kept.

    That is `file`, or for a damaged one a schema beside it.  None when there was none.
    """
    with transaction(engine_of(place_of_file(ready))) as copy:
        rows = all_rows(copy)
    engine = migration_engine(place)
    try:
        return write_once(engine, place.name, lambda connection: _replace(connection, place, rows, file, now))
    except InDoubt as error:
        kept = f"; the journal as it was is kept in {file}" if file.exists() else ""
        raise InDoubt(f"{error}{kept}") from error
    except BaseException:
        file.unlink(missing_ok=True)  # the journal is as it was
        raise
    finally:
        engine.dispose()


def _replace(
    connection: Connection, place: Place, rows: Mapping[str, list[Row]], file: Path, now: datetime
) -> Path | str | None:
    before = _rows_there(connection, place)
    kept: Path | str | None = None
    if before is None:
        kept = _set_aside(connection, now)
    elif before:
        write_whole(file, lambda part: write_rows(before, part), place.name, as_it_is=True)
        kept = file
    for table in reversed(metadata.sorted_tables):
        connection.execute(table.delete())
    for table in metadata.sorted_tables:
        add(connection, table, rows[table.name])
    # Who has it open looks at what was written last, see `hanging_up.newest_transaction`.
    connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    return kept


def _rows_there(connection: Connection, place: Place) -> dict[str, list[Row]] | None:
    """All rows of the journal that is there, {} when there is none; None when it is damaged.

    `Damaged` when what is there is no journal at all.
    """
    try:
        with connection.begin_nested():  # a statement that fails ends only what it is in
            return all_rows(connection) if bring_up(connection, place) else {}
    except Damaged:
        if not is_ours(_tables(connection)):
            raise
    except ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) not in _LACKING:
            raise
    return None


def _set_aside(connection: Connection, now: datetime) -> str:
    """Move the tables of a damaged journal into a schema of their own, and make new ones."""
    schema = f"journal_replaced_{now:%Y_%m_%d_%H%M%S}"
    connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    for table in _tables(connection):
        connection.exec_driver_sql(f"ALTER TABLE {table} SET SCHEMA {schema}")
    create_schema(connection)
    return f"the schema {schema} of the server's database"


def _tables(connection: Connection) -> list[str]:
    """The tables of ours that are there."""
    listed = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    return [name for name in connection.scalars(listed) if name in shape_of(HEAD)]
