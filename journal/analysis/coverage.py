"""Which dates count as recorded: a date without a workout is a rest day only when somebody was writing."""

from collections.abc import Iterable
from itertools import pairwise

GAP_DAYS = 3
"""A run of at most this many record-less dates between two covered ones is covered too."""

UNKNOWN_SHARE = 0.25
"""A window with a larger share of unknown dates gives no number."""


def covered_days(recorded: Iterable[int]) -> frozenset[int]:
    """The covered dates (ordinals): those with a record, and short gaps between them."""
    days = sorted(set(recorded))
    covered = set(days)
    for earlier, later in pairwise(days):
        if later - earlier - 1 <= GAP_DAYS:
            covered.update(range(earlier + 1, later))
    return frozenset(covered)


def is_known(covered: frozenset[int], first: int, last: int) -> bool:
    """Whether the window of dates `[first, last]` has few enough unknown dates to give a number."""
    unknown = sum(day not in covered for day in range(first, last + 1))
    return unknown <= UNKNOWN_SHARE * (last - first + 1)
