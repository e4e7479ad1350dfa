"""The frames of a FIT file: which bytes are which message, so that only the few that matter are decoded.

A file is a header, a row of records and a checksum; a record either defines one of sixteen local messages or is
a message as it was last defined.  A watch writes a message a second: decoding all of them to read one summary
would take a hundred times as long, and give damage a hundred times as many places to strike.
"""

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

_MAGIC = b".FIT"
_SHORTEST = 12
"""Bytes of the shortest header; later ones have a checksum of their own behind."""
_MOST_FILES = 1000
"""Files that may stand one behind the other in a file."""
_POLYNOMIAL = 0xA001
"""Of the checksum, its bits reversed."""
_IS_DEFINITION, _HAS_DEVELOPER_FIELDS, _COMPRESSED = 0x40, 0x20, 0x80


def is_fit(head: bytes) -> bool:
    """Whether a file that begins so is a FIT file."""
    return len(head) >= _SHORTEST and head[0] >= _SHORTEST and head[8:12] == _MAGIC


@dataclass(slots=True)
class Frames:
    """The messages of a file that were asked for, as a FIT file of their own."""

    kept: bytes = b""
    """Definitions and messages, without a header; "" = there is none of them."""
    records: int = 0
    """How many of them there are in the file, those among them that are not kept."""
    others: int = 0
    """How many records of other messages the file has."""
    whole: bool = True
    """Whether the file goes on as far as its headers say."""
    sound: bool = True
    """Whether its checksums fit."""

    def as_file(self) -> bytes:
        """They as a whole file, without checksums, which the format allows."""
        return struct.pack("<2BHI4s", _SHORTEST, 0x20, 2100, len(self.kept), _MAGIC) + self.kept + b"\0\0"


def frames(data: bytes, wanted: Collection[int], most: int) -> Frames:
    """The messages of these numbers, the first `most` of them; of a file that is cut, those before the cut."""
    found, kept, at = Frames(), bytearray(), 0
    for _ in range(_MOST_FILES):
        if not is_fit(data[at : at + _SHORTEST]):
            break
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        start = at + data[at]
        end = start + size
        found.whole &= end + 2 <= len(data)
        if end + 2 <= len(data):
            found.sound &= _checksum(data[at:end]) == int.from_bytes(data[end : end + 2], "little")
        for number, record in _records(data, start, min(end, len(data)), found):
            if number in wanted:
                found.records += 1
                kept += record if found.records <= most else b""
            else:
                found.others += 1
        at = end + 2
    found.kept = bytes(kept)
    return found


def _records(data: bytes, at: int, end: int, found: Frames) -> Iterator[tuple[int, bytes]]:
    """Each record of one file with the number of its message, until its end or the first that is damaged."""
    lengths: dict[int, tuple[int, int]] = {}
    while at < end:
        head = data[at]
        if head & _COMPRESSED or not head & _IS_DEFINITION:
            local = head >> 5 & 3 if head & _COMPRESSED else head & 15
            if local not in lengths:
                found.whole = False
                return
            number, length = lengths[local]
            length += 1
        else:
            length = _defined(data, at, end)
            big = length and data[at + 2]
            number = int.from_bytes(data[at + 3 : at + 5], "big" if big else "little")
            lengths[head & 15] = number, _message_length(data, at, length) if length else 0
        if not length or at + length > end:
            found.whole = False
            return
        yield number, data[at : at + length]
        at += length


def _defined(data: bytes, at: int, end: int) -> int:
    """Bytes of the definition that begins there; 0 when it goes on behind the end."""
    length = 6
    if at + length > end:
        return 0
    length += 3 * data[at + 5]
    if data[at] & _HAS_DEVELOPER_FIELDS:
        if at + length >= end:
            return 0
        length += 1 + 3 * data[at + length]
    return length if at + length <= end else 0


def _message_length(data: bytes, at: int, length: int) -> int:
    """Bytes of the messages that a definition describes, their first byte left out."""
    fields = data[at + 5]
    sizes = sum(data[at + 7 : at + 6 + 3 * fields : 3])
    developer = at + 6 + 3 * fields
    return sizes + sum(data[developer + 2 : at + length : 3]) if data[at] & _HAS_DEVELOPER_FIELDS else sizes


def _checksum(data: bytes) -> int:
    """The format's checksum of some bytes."""
    table = _table()
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc


@cache
def _table() -> list[int]:
    """What each byte does to the checksum."""
    table = []
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = crc >> 1 ^ (_POLYNOMIAL if crc & 1 else 0)
        table.append(crc)
    return table
