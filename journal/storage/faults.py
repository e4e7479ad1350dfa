"""What a database driver complains about, in one sentence for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from journal.errors import CouldNot, Refused
from journal.storage.damaged import Damaged
from journal.storage.place import Place

_SQLITE = {
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again in a moment",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again in a moment",
    sqlite3.SQLITE_PERM: "it may not be written; check the permissions of the file and its folder",
    sqlite3.SQLITE_READONLY: "it may not be written; check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that the folder is there and may be written",
    sqlite3.SQLITE_FULL: "the disk is full; make room and try again",
    sqlite3.SQLITE_IOERR: "the disk did not read or write as it should; it may be full",
    sqlite3.SQLITE_CORRUPT: "the file is damaged",
    sqlite3.SQLITE_NOTADB: "the file is not a journal",
}
_DUPLICATE = (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)

_SERVER = {
    "08": "the server cannot be reached",
    "25": "the server only lets it be read",
    "25P03": "the server ended the connection, because nothing came from here for too long; try again",
    "28": "the server refuses the user name or the password",
    "3D": "the server has no such database",
    "42501": "the server does not allow this user to do that",
    "53100": "the server's disk is full; make room and try again",
    "53": "the server has no room left",
    "55P03": "another program is writing to it; try again in a moment",
    "40": "another program is writing to it; try again in a moment",
    "57": "the server ended the connection; try again",
    "58": "the server's disk did not read or write as it should",
    "XX": "the server's data is damaged",
}
"""Sentences by SQLSTATE or by its class, the first two characters."""


_SILENT = "the server does not answer; look whether the network lets you through to it, and try again"
_NOT_REACHED = {
    "certificate": "the server's certificate is not trusted; see sslmode and sslrootcert in the URL",
    "does not support SSL": "the server does not encrypt, as sslmode in the URL wants it to",
    "no password supplied": "the server asks for a password; put it into the file .pgpass of your home folder",
    "password authentication failed": _SERVER["28"],
    "does not exist": "the server has no such database or user",
    "starting up": "the server is just starting; try again in a moment",
    "no answer for": _SILENT,
    "timeout expired": _SILENT,
}
"""Sentences by what is said when no connection is made: there is no SQLSTATE then."""


_LOST = ("no such table: ", "no such column: ")
"""How SQLite begins to say that something of the journal is gone."""


@contextmanager
def plain_words(place: Place) -> Iterator[None]:
    """Turn every complaint of a driver into one sentence that names the journal; nothing was written then."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise sentence(place, error.orig, reached=False) from error
    except DBAPIError as error:
        raise sentence(place, error.orig) from error
    except UnicodeDecodeError as error:
        # The text of a broken file, or what SQLite quotes of it in its own complaint.
        raise Damaged(f"{place.name}: {_SQLITE[sqlite3.SQLITE_CORRUPT]}") from error
    except (sqlite3.Error, OSError, PoolTimeout) as error:
        raise sentence(place, error) from error


def sentence(place: Place, error: BaseException | None, *, reached: bool = True) -> CouldNot | Refused:
    """The exception that says it: `Refused` when the call broke a rule of the tables, else `CouldNot`.

    `reached` is False when a server may not have been reached at all.
    """
    if isinstance(error, OSError):
        return CouldNot(f"{place.name}: {error.strerror or error}")
    if isinstance(error, sqlite3.Error):
        return _of_file(place, error)
    state = getattr(error, "sqlstate", None) or ("22000" if reached else "08000")
    return _of_server(place, state, error)


def _of_file(place: Place, error: sqlite3.Error) -> CouldNot | Refused:
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _DUPLICATE:
        return Refused(f"{place.name} already has a record with this key")
    if code & 0xFF == sqlite3.SQLITE_CONSTRAINT:
        return Refused(f"{place.name} cannot hold this record: {error}")
    if str(error).startswith(
        "Could not decode to UTF-8"
    ):  # Python's own words for a damaged text, without a code
        code = sqlite3.SQLITE_CORRUPT
    said = f"{place.name}: {_SQLITE.get(code & 0xFF, str(error))}"
    is_damaged = code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return Damaged(said) if is_damaged or str(error).startswith(_LOST) else CouldNot(said)


def _of_server(place: Place, state: str, error: BaseException | None) -> CouldNot | Refused:
    if state == "23505":
        return Refused(f"{place.name} already has a record with this key")
    if state.startswith(("22", "23", "54")):
        return Refused(f"{place.name} cannot hold this record: {_first_line(place, error)}")
    said = str(error) if state == "08000" else ""
    known = next((words for part, words in _NOT_REACHED.items() if part in said), None)
    known = known or _SERVER.get(state) or _SERVER.get(state[:2])
    if state in ("42703", "42P01"):
        known = f"{_first_line(place, error)}: another version of the program may have changed its tables meanwhile"
    said = f"{place.name}: {known or _first_line(place, error)}"
    return Damaged(said) if state.startswith("XX") else CouldNot(said)


def _first_line(place: Place, error: BaseException | None) -> str:
    line = (str(error).splitlines() or [""])[0]
    for password in (place.url.password, *(place.url.query.get(key) for key in ("password", "sslpassword"))):
        line = line.replace(str(password), "***") if password else line
    return line
