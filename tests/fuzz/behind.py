"""Changes behind what would refuse them early: checksums, packing, quotes and the pages of a database.

An input that is only changed in its bytes is no gzip file, no XML and no database any more, and its reader says so
before it has read anything.  Here the content is taken out, changed, and packed and sealed again.
"""

import gzip
import io
import random
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile, ZipInfo

from samples.fit import checksum

Change = Callable[[bytes], bytes]
"""Changes some bytes."""

_PLAIN = 4
"""One of so many inputs is changed as it is: what packs and seals is to be tried as well."""
_ODD = (None, -1, 0, 2**63 - 1, 1e308, float("inf"), "", "\0", "½", "2017-13-45", b"\xff", b"", "9" * 400)
"""What another program may have written into any column."""
_VALUE = re.compile(rb'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
"""An attribute or a text of XML, a text of JSON."""


def changed(data: bytes, change: Change, dice: random.Random) -> bytes:
    """The input with a change of what is in it."""
    if not dice.randrange(_PLAIN):
        return change(data)
    if data.startswith(b"\x1f\x8b"):
        return _gzip(data, change, dice)
    if data.startswith(b"PK"):
        return _archive(data, change, dice)
    if data[8:12] == b".FIT":
        return _sealed(_fields(data, change, dice))
    if data.startswith(b"SQLite format 3\0"):
        return _database(data, change, dice)
    if data.lstrip()[:1] in (b"<", b"{"):
        return _marked_up(data, change, dice)
    return change(data)


def _gzip(data: bytes, change: Change, dice: random.Random) -> bytes:
    try:
        content = gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return change(data)
    return gzip.compress(changed(content, change, dice), 1, mtime=0)


def _archive(data: bytes, change: Change, dice: random.Random) -> bytes:
    """The archive with another content, or another name, of one of its files."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            files = [(info.filename, archive.read(info), info.compress_type) for info in archive.infolist()]
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error):
        return change(data)
    if not files:
        return change(data)
    at = dice.randrange(len(files))
    name, content, how = files[at]
    if dice.randrange(8):
        files[at] = name, changed(content, change, dice), how
    else:
        files[at] = change(name.encode()).decode("utf-8", "replace"), content, how
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content, how in files:
            info = ZipInfo()
            # Given to the constructor, a name would be made harmless.
            info.filename, info.compress_type = name, how
            archive.writestr(info, content)
    return made.getvalue()


def _fields(data: bytes, change: Change, dice: random.Random) -> bytes:
    """A FIT file with a change, in most cases of a few bytes in their place: each record has its length."""
    if not dice.randrange(3):
        return change(data)
    at, length = dice.randrange(len(data)), dice.choice((1, 2, 4, 8, 30))
    old = data[at : at + length]
    new = change(old)[: len(old)]
    return data[:at] + new + old[len(new) :] + data[at + length :]


def _sealed(data: bytes) -> bytes:
    """A FIT file whose header says how long it is, and whose checksums fit."""
    header = data[0] if data else 0
    if header not in (12, 14) or len(data) < header + 2:
        return data
    head = data[:4] + (len(data) - header - 2).to_bytes(4, "little") + data[8:12]
    if header == 14:
        head += checksum(head).to_bytes(2, "little")
    body = data[header:-2]
    return head + body + checksum(head + body).to_bytes(2, "little")


def _database(data: bytes, change: Change, dice: random.Random) -> bytes:
    """The database with another value in one of its cells, in one column, or with other words for its tables."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.text_factory = bytes
        try:
            connection.deserialize(data)
            _change_cell(connection, change, dice)
            connection.commit()
            return connection.serialize()
        except (sqlite3.Error, UnicodeDecodeError, MemoryError):
            return change(data)


def _change_cell(connection: sqlite3.Connection, change: Change, dice: random.Random) -> None:
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    name, sql = dice.choice(tables)
    table = _quoted(name)
    if not dice.randrange(10):
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = ? WHERE name = ?", (change(sql).decode("latin-1"), name.decode())
        )
        return
    column = _quoted(
        dice.choice(connection.execute(f"SELECT name FROM pragma_table_info({table})").fetchall())[0]
    )
    connection.execute("PRAGMA ignore_check_constraints = ON")
    cells = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
    if dice.randrange(2) or not cells:
        connection.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (dice.choice(_ODD),))
        return
    row, value = dice.choice(cells)
    said = change(value if isinstance(value, bytes) else str(value).encode())
    # As text, also where its bytes are none.
    connection.execute(
        f"UPDATE OR REPLACE {table} SET {column} = CAST(? AS TEXT) WHERE rowid = ?", (said, row)
    )


def _quoted(name: bytes) -> str:
    return '"' + name.decode().replace('"', '""') + '"'


def _marked_up(data: bytes, change: Change, dice: random.Random) -> bytes:
    """The document with another value, in which nothing is markup."""
    values = list(_VALUE.finditer(data))
    if not values:
        return change(data)
    place = dice.choice(values)
    said = change(place[0]).decode("utf-8", "replace")
    if data.lstrip()[:1] == b"<":
        said = escape(said, {'"': "&quot;"})
    return data[: place.start()] + said.encode() + data[place.end() :]
