"""The log beside a journal, `journal.db-wal`: whether everything that was written to it can still be read.

SQLite reads a log up to the first part of it that is damaged, as if nothing had been written behind it, and says
nothing.  So it is looked at before SQLite opens it.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEADER = struct.Struct(">8I")
"""Magic number, version, bytes of a page, checkpoints, two salts, two sums."""
_FRAME = struct.Struct(">6I")
"""Page, pages of the journal at the end of a transaction (else 0), two salts, two sums; then the page."""
_MAGIC = (0x377F0682, 0x377F0683)
"""By the second one sums are made of big-endian numbers."""
_WHOLE = 0xFFFFFFFF

_Sums = tuple[int, int]


class _Frame(NamedTuple):
    number: int
    ends: bool
    """Whether a transaction ends with it."""
    is_ours: bool
    """Whether it belongs to the present log; else it was left of an earlier one, and nothing is behind it."""
    is_whole: bool


def damaged_from(log: Path) -> tuple[int, int] | None:
    """The number of the first damaged part of a log, and of the last whose transaction it takes along; None: whole.

    What a transaction left that was never finished counts for nothing.
    """
    content = log.read_bytes() if log.is_file() else b""
    if len(content) < _HEADER.size:
        return None
    first = last = 0
    for frame in _frames(content):
        if not (frame.is_whole and frame.is_ours) and not first:
            first = frame.number
        if first and frame.is_ours and frame.ends:
            last = frame.number
    return (first, last) if last else None


def _frames(content: bytes) -> Iterator[_Frame]:
    magic, _, size, _, *salts, one, two = _HEADER.unpack_from(content)
    order = ">" if magic == _MAGIC[1] else "<"
    sums = _summed((0, 0), content[: _HEADER.size - 8], order)
    is_whole = magic in _MAGIC and sums == (one, two)
    if not is_whole:  # nothing of it is read: what is behind it is told by its own salts
        size, salts = 4096 if size not in _SIZES else size, list(_FRAME.unpack_from(content, 32)[2:4])
    step = _FRAME.size + size
    for number, place in enumerate(range(_HEADER.size, len(content) - step + 1, step), start=1):
        _, pages, *own, one, two = _FRAME.unpack_from(content, place)
        is_ours = own == salts
        if is_whole:
            sums = _summed(sums, content[place : place + 8], order)
            sums = _summed(sums, content[place + _FRAME.size : place + step], order)
            is_whole = is_ours and sums == (one, two)
        yield _Frame(number, pages > 0, is_ours, is_whole)


_SIZES = {1 << power for power in range(9, 17)}


def _summed(sums: _Sums, content: bytes, order: str) -> _Sums:
    one, two = sums
    numbers = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(numbers[::2], numbers[1::2], strict=True):
        one = (one + even + two) & _WHOLE
        two = (two + odd + one) & _WHOLE
    return one, two
