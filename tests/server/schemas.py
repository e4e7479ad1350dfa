"""Schemas of a PostgreSQL server: every test that lies there has one of its own."""

from uuid import uuid4

import psycopg
from sqlalchemy import make_url
from sqlalchemy.dialects import postgresql

from journal.storage.schema import schema_statements


class Schemas:
    """Schemas of a server, made for a test and dropped after it."""

    def __init__(self, server: str) -> None:
        self._url, self._made = make_url(server), list[str]()
        plain = self._url.set(drivername="postgresql").render_as_string(False)
        self._connection = psycopg.connect(plain, autocommit=True)
        self._tables = ";".join(schema_statements(postgresql.dialect()))

    def new(self, *, journal: bool = False) -> str:
        """The URL of a new schema; with `journal`, of one with an empty journal in it."""
        name = f"journal_{uuid4().hex}"
        # All in one call, and so in one transaction.
        tables = f"; SET LOCAL search_path = {name}; {self._tables}" if journal else ""
        self._connection.execute(f"CREATE SCHEMA {name}{tables}")
        self._made.append(name)
        return self._url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(False)

    def make(self, url: str) -> None:
        """Put an empty journal into a schema that is there."""
        name = str(make_url(url).query["options"]).removeprefix("-csearch_path=")
        self._connection.execute(f"BEGIN; SET LOCAL search_path = {name}; {self._tables}; COMMIT")

    def drop(self) -> None:
        """Drop all that were made."""
        for name in self._made:
            self._connection.execute(f"DROP SCHEMA {name} CASCADE")
        self._made.clear()

    def close(self) -> None:
        self._connection.close()
