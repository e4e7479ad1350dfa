"""Which dates count as recorded: a date without a workout is a rest day only when somebody was writing."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

GAP_DAYS = 3
"""A run of at most this many record-less dates between two covered ones is covered too."""

UNKNOWN_SHARE = 0.25
"""A window with a larger share of unknown dates gives no number."""

_NEVER = np.iinfo(np.int64).max


def covered_days(recorded: Iterable[int]) -> frozenset[int]:
    """The covered dates (ordinals): those with a record, and short gaps between them."""
    days = sorted(set(recorded))
    covered = set(days)
    for earlier, later in pairwise(days):
        if later - earlier - 1 <= GAP_DAYS:
            covered.update(range(earlier + 1, later))
    return frozenset(covered)


def covered_at(
    recorded_from: Mapping[int, int], points: Sequence[tuple[int, int]], width: int
) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which dates were covered as it was known at some instants: a row for each point (date, instant).

    Column `width - 1` is the date itself, the ones before it are the dates before.  `recorded_from` gives each
    recorded date with the instant from which that was known.
    """
    if not points or not recorded_from:
        return np.zeros((len(points), width), dtype=bool)
    span = width + GAP_DAYS + 1
    days, instants = (np.array(column, np.int64) for column in zip(*points, strict=True))
    known_days = np.fromiter(recorded_from, np.int64)
    every_day = np.concatenate([days, known_days])
    first = int(every_day.min()) - span
    known_from = np.full(int(every_day.max()) - first + 1, _NEVER)
    known_from[known_days - first] = np.fromiter(recorded_from.values(), np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(known_from, span)[days - first - span + 1]
    recorded = windows <= instants[:, None]
    place = np.arange(span)
    before = np.maximum.accumulate(np.where(recorded, place, -span), axis=1)
    after = np.minimum.accumulate(np.where(recorded, place, 2 * span)[:, ::-1], axis=1)[:, ::-1]
    covered: np.ndarray[Any, np.dtype[np.bool_]] = (after - before - 1 <= GAP_DAYS) | recorded
    return covered[:, -width:]
