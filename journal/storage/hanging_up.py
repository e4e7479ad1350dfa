"""A server that hangs up: a verb is done once more on a new connection, and never twice."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from journal.errors import CouldNot
from journal.storage.place import TRANSACTION

T = TypeVar("T")

PAUSES = (0.0, 0.0, 1.0)
"""Seconds to wait before each call of a server: one that is started anew answers within a second or two."""

ENOUGH = 20
"""Seconds after which nothing is tried once more: a server that is silent has been waited for long enough."""


def read(engine: Engine, job: Callable[[Connection], T], *, alone: bool = False) -> T:
    """What a job reads in one transaction; it reads once more on a new connection when that one broke.

    With `alone` it reads with one statement: a server needs no transaction for that, and two calls fewer.
    """

    def once() -> T:
        with (
            engine.connect().execution_options(reading=True, alone=alone) as connection,
            connection.begin(),
        ):
            return job(connection)

    return once_more(once)


def once_more(job: Callable[[], T]) -> T:
    """Do a job that may be done twice, and do it again when its connection broke."""
    try:
        return job()
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    return job()


def newest_transaction(connection: Connection) -> int:
    """A number of a server's journal that is another one after a verb or a restore."""
    # Every verb writes or marks a step, a restore writes the revision: xmin is the number of who did.
    newest = "SELECT xmin FROM steps UNION ALL SELECT xmin FROM alembic_version"
    return int(connection.scalar(text(f"SELECT max(xmin::text::bigint) FROM ({newest}) AS written")) or 0)


class InDoubt(CouldNot):
    """Nobody knows whether it was written: the server had it, and did not come back to say so."""


class Verb(Generic[T]):
    """What is to be written once, whenever the connection breaks."""

    def __init__(self, name: str, verb: Callable[[Connection], T]) -> None:
        self._name, self._verb = name, verb
        self._results: list[T] = []
        self._in_doubt: int | None = None
        """The number of a transaction of which nobody knows yet whether it was kept."""

    def do(self, connect: Callable[[], Connection]) -> T:
        """Do it in a transaction; when that breaks, see whether it was kept, and do it once more if it was not.

        `connect` gives the connection to write with, a new one when the last one broke.
        """
        begun = time.monotonic()
        for number, pause in enumerate(PAUSES):
            if number and time.monotonic() - begun > ENOUGH:
                break
            time.sleep(pause)
            try:
                connection = connect()
            except OperationalError:  # nobody answers
                continue
            try:
                return self._attempt(connection)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
        raise self._lost()

    def _attempt(self, connection: Connection) -> T:
        with connection.begin() as transaction:
            if self._in_doubt is not None:
                # The turn was waited for: whoever had it before, the lost transaction too, is done.
                if _was_kept(connection, self._in_doubt):
                    transaction.rollback()
                    return self._results[-1]
                self._in_doubt = None
            self._results.append(self._verb(connection))
            self._in_doubt = connection.info.get(TRANSACTION)
        self._in_doubt = None
        return self._results[-1]

    def _lost(self) -> CouldNot:
        if self._in_doubt is None:
            return CouldNot(
                f"{self._name}: the connection to the server was lost, and nothing was written; "
                "try again when it is back"
            )
        return InDoubt(
            f"{self._name}: the connection to the server was lost while this was being written, and it is not known "
            "whether it was kept: look when the server is back, before you do it again"
        )


def write_once(engine: Engine, name: str, job: Callable[[Connection], T]) -> T:
    """Do what writes in one transaction of its own, once, as a `Verb` does."""
    with ExitStack() as connections:
        # Whoever is not let in at all is told why, and not that a connection was lost.
        first = [connections.enter_context(engine.connect())]
        return Verb(name, job).do(
            lambda: first.pop() if first else connections.enter_context(engine.connect())
        )


def _was_kept(connection: Connection, number: int) -> bool:
    """Whether the transaction of that number was committed."""
    return bool(connection.scalar(text("SELECT txid_status(:number) = 'committed'"), {"number": number}))
