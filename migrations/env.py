"""Runs the migrations: on the connection that the program hands over, or on the one a developer names."""

import os
from logging.config import fileConfig

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection

from journal.storage.place import migration_engine, place_of, transaction
from journal.storage.tables import metadata


def migrate(connection: Connection) -> None:
    """Run what was asked for within the open transaction of this connection."""
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True
    )
    with context.begin_transaction():
        context.run_migrations()


def named_journal() -> str:
    """The journal that the developer named by `-x url=...` or in JOURNAL_DB."""
    url = context.get_x_argument(as_dictionary=True).get("url") or os.environ.get("JOURNAL_DB")
    if not url or context.is_offline_mode():
        raise CommandError(
            "name a journal to run on: alembic -x url=journal.db ... (or JOURNAL_DB=journal.db)"
        )
    return url


if context.config.attributes.get("connection") is not None:
    migrate(context.config.attributes["connection"])
else:
    # Only here: the program's own screen must not be written over by a log.
    if context.config.config_file_name is not None:
        fileConfig(context.config.config_file_name)
    with transaction(migration_engine(place_of(named_journal()))) as own_connection:
        migrate(own_connection)
