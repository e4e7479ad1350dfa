"""Many records as columns: how a store hands them out in bulk, and a file takes them.

To make ten years of records takes longer than to read and to write them; a column has few different values.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.records import Record


@dataclass(frozen=True, slots=True)
class Written:
    """A column of ids or instants, as text already: hardly one is there twice.  "" = not recorded."""

    texts: Iterable[str]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A column whose values are there many times: what stands in each row, and which value that means."""

    stands: Sequence[Hashable]
    values: Mapping[Any, Any]


Values = Written | Repeated

Part = Sequence[Values]
"""Some records of one class, in order: a column for each of theirs."""

Tables = Iterable[tuple[type[Record], Iterator[Part]]]
"""Each class of records, in the order of the files, with its parts."""
