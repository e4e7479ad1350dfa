"""A PostgreSQL server: the engine that reaches it, with as few calls as its transactions need, and for so long.

Every call of a server that is far away takes its time.  So nothing is asked that the driver knows by itself, a
transaction begins with all that it needs in one call, and what one statement reads needs none.
"""

import time
from collections.abc import Generator
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from journal.storage import place as places
from journal.storage.place import TRANSACTION, WRITERS_TURN, Place
from journal.storage.schema import HEAD, changed_meanwhile

SILENCE = "tcp_user_timeout"
"""The parameter of a URL that says for how many milliseconds a connected server may be silent; 0: for ever."""

PATIENCE = {
    "connect_timeout": 10,
    # What the kernel notices by itself: a machine that is gone, or a network that lets nothing through.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    SILENCE: 15_000,
}
"""How long a server may be silent, in seconds but for the last; a URL may say otherwise.

With `hanging_up.ENOUGH` a command ends within half a minute, whatever the network does.
"""

_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {idle}"

_WRITE = (
    # An entry that is acknowledged is on the server's disk, also where its settings do not ask for that.
    "BEGIN; {idle}; SELECT set_config('lock_timeout', '{busy}s', true), set_config('synchronous_commit', "
    "replace(current_setting('synchronous_commit'), 'off', 'on'), true); "
    f"SELECT pg_advisory_xact_lock({WRITERS_TURN}, hashtext(current_schema())); "
)
"""The wait and the turn.  What is asked behind them, once the turn has come, sees what was written before."""

_IDLE = "SET LOCAL idle_in_transaction_session_timeout = {0}"
"""A program that vanished in its turn keeps others from theirs for so many milliseconds, and not for hours.

That is less than the silence after which the program itself, if it is there, begins anew.
"""

_SCHEMA = "journal_schema"
"""Where a connection keeps the revision of the schema that it found at the beginning of its transaction."""

_NUMBER = "SELECT txid_current(), NULL"
_NUMBER_AND_SCHEMA = "SELECT txid_current(), version_num FROM alembic_version"


class _Patient(psycopg.Connection[Any]):
    """A connection that ends when the server does not say or take a single byte for too long.

    The kernel only notices when nobody is there: not a server, or something between, that is there and stands still.
    """

    seconds: float = 0
    """For how long; 0: for ever."""

    def wait(self, gen: Generator[Any, Any, Any], *given: Any, **named: Any) -> Any:
        return super().wait(self._watched(gen), *given, **named)

    def _watched(self, gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        heard = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = time.monotonic()
                elif self.seconds and time.monotonic() - heard > self.seconds:
                    self.pgconn.finish()
                    raise psycopg.OperationalError(f"no answer for {self.seconds:g} seconds")
                wanted = gen.send(ready)
        except StopIteration as done:
            return done.value


class Dialect(PGDialect_psycopg):
    """SQLAlchemy's own, without the nine calls by which it gets to know a server on the first connection."""

    supports_statement_cache = True

    def __init__(self, **given: Any) -> None:
        super().__init__(use_native_hstore=False, **given)  # type: ignore[no-untyped-call]

    def connect(self, *given: Any, **named: Any) -> Any:
        """A new connection that is patient, and leaves the beginning of transactions to the engine."""
        connection = _Patient.connect(*given, autocommit=True, **named)
        connection.seconds = int(named[SILENCE]) / 1000
        return connection

    def get_default_isolation_level(self, dbapi_conn: Any) -> Any:  # noqa: ARG002 - as SQLAlchemy calls it
        """The level of transactions that do not say theirs."""
        return "READ COMMITTED"

    def _get_server_version_info(self, connection: Any) -> tuple[int, ...]:
        major, minor = divmod(connection.connection.driver_connection.info.server_version, 10_000)
        return major, minor

    def _get_default_schema_name(self, connection: Any) -> Any:  # noqa: ARG002 - as SQLAlchemy calls it
        return None  # tables are where the server looks for them

    def _set_backslash_escapes(self, connection: Any) -> None:
        info = connection.connection.driver_connection.info
        self._backslash_escapes = info.parameter_status("standard_conforming_strings") == "off"


registry.register("postgresql.journal", __name__, Dialect.__name__)


def server_engine(place: Place) -> Engine:
    """The engine of a server; see `place.engine_of`."""
    engine = create_engine(
        place.url.set(drivername="postgresql+journal"),
        connect_args={key: value for key, value in PATIENCE.items() if key not in place.url.query},
    )

    idle = _IDLE.format(int(place.url.query.get(SILENCE, PATIENCE[SILENCE])) * 2 // 3)  # type: ignore[arg-type]

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("alone"):
            return
        if options.get("reading"):
            connection.exec_driver_sql(_READ.format(idle=idle))
            return
        asked = _NUMBER_AND_SCHEMA if options.get("made") else _NUMBER
        connection.exec_driver_sql(_WRITE.format(idle=idle, busy=places.BUSY_SECONDS) + asked)
        schema = connection.info[_SCHEMA]
        if schema not in (None, HEAD):
            connection.connection.rollback()
            raise changed_meanwhile(place.name, schema)

    @event.listens_for(engine, "after_cursor_execute", named=True)
    def note_transaction(conn: Connection, cursor: Any, statement: str, **_: Any) -> None:
        if statement.endswith((_NUMBER, _NUMBER_AND_SCHEMA)):
            while cursor.nextset():  # the last answer is the one to the last question
                pass
            conn.info[TRANSACTION], conn.info[_SCHEMA] = cursor.fetchone()

    return engine
