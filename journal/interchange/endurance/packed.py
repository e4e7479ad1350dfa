"""Files of one activity, plain or packed with gzip, as whole sites hand them out."""

import zlib
from pathlib import Path

from journal.errors import Refused
from journal.interchange.disk import HEAD, LARGEST, read_bytes
from journal.interchange.rows.foreign import Options

_GZIP = b"\x1f\x8b"
_BOTH = 15 + 32
"""zlib's way to say: gzip, with its header."""


def beginning(head: bytes) -> bytes:
    """The beginning of what a file holds, its packing taken off; `head` = its first bytes."""
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(_BOTH).decompress(head, HEAD)
    except zlib.error:
        return b""


def whole(file: Path, options: Options) -> bytes:
    """Everything that the file of one activity holds; `Refused` when it is too much, or damaged."""
    return unpacked(read_bytes(file), options.file)


def unpacked(data: bytes, name: str) -> bytes:
    """The content of the file of that name, its packing taken off; `Refused` when it is too much, or damaged."""
    if data.startswith(_GZIP):
        data = _unpacked(data, name)
    if len(data) > LARGEST:
        raise Refused(f"{name} is larger than any activity: at most {LARGEST >> 20} MB are read")
    return data


def _unpacked(data: bytes, file: str) -> bytes:
    unpacking = zlib.decompressobj(_BOTH)
    try:
        unpacked = unpacking.decompress(data, LARGEST + 1)
    except zlib.error:
        raise Refused(f"{file} is packed with gzip and damaged; export it again") from None
    if len(unpacked) <= LARGEST and not unpacking.eof:
        raise Refused(f"{file} is packed with gzip and cut: its end is missing; export it again")
    return unpacked
