"""Severe runs: how long a place has hurt badly without an entry that says less."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from journal.analysis.instants import DAY, HOUR, above
from journal.analysis.pain.episodes import ONSET_MAX_DAYS
from journal.analysis.rows import PainRow

SEVERE_NRS = 7
"""From this score on a pain is severe."""
RUN_GAP_H = 36
"""A longer silence than this breaks a run."""


@dataclass(frozen=True, slots=True)
class SevereRun:
    """Consecutive severe entries of one place, none lower between, no silence of more than 36 h.

    `start` is the first entry, or the onset that it tells (seconds since 1970 UTC).  `broken_at` is the next
    entry that is not severe, None when there is none.
    """

    entries: tuple[PainRow, ...]
    start: int
    broken_at: int | None

    def hours(self, entry: PainRow) -> float:
        """Length of the run up to that entry."""
        return (entry.ts - self.start) / HOUR


def severe_runs(
    entries: Iterable[PainRow], *, severe_nrs: int = SEVERE_NRS, gap_h: float = RUN_GAP_H
) -> Iterator[SevereRun]:
    """The severe runs of one place, whose entries are given in time order."""
    stretches = [
        (severe, list(rows)) for severe, rows in groupby(entries, lambda entry: entry.score >= severe_nrs)
    ]
    for place, (severe, rows) in enumerate(stretches):
        if severe:
            lower = stretches[place - 1][1][-1].ts if place else None
            broken_at = stretches[place + 1][1][0].ts if place + 1 < len(stretches) else None
            for run in _without_gaps(rows, gap_h):
                yield SevereRun(run, _start(run[0], lower), broken_at)


def _without_gaps(rows: Sequence[PainRow], gap_h: float) -> Iterator[tuple[PainRow, ...]]:
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or above((rows[place].ts - rows[place - 1].ts) / HOUR, gap_h):
            yield tuple(rows[first:place])
            first = place


def _start(first: PainRow, lower: int | None) -> int:
    onset = first.onset
    if onset is None or not first.ts - ONSET_MAX_DAYS * DAY <= onset <= first.ts:
        return first.ts
    # Whatever began before a lower entry was not severe all the way.
    return onset if lower is None or onset > lower else first.ts
