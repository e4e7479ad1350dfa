"""Sharp pain in a workout: by what is said of it, or by the clock."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.pain.painful import SHARP, began_with
from journal.analysis.rows import PainRow
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Context, Region


class Felt(NamedTuple):
    """A sharp pain that was felt in a workout; `sure` is no when the times do not tell.

    `since` is when both were known, in seconds since 1970 UTC.
    """

    entry: PainRow
    since: int
    sure: bool


class SharpPains:
    """The sharp pains of a journal, asked for those of one workout."""

    def __init__(self, frames: Frames) -> None:
        self._bouts = frames.bouts
        self._starts = frames.starts
        self._entries = [row for row in frames.pain if row.is_painful and row.qualities & SHARP]
        self._instants = [row.ts for row in self._entries]

    def are_near(self, bout: Bout) -> bool:
        """Whether there is any that may have been felt in the workout."""
        first, last = self._near(bout)
        return first < last

    def of(self, bout: Bout, regions: Collection[Region]) -> Iterator[Felt]:
        """Those that were or may have been felt in the workout, in some regions, in the order of `since`."""
        first, last = self._near(bout)
        felt = [
            Felt(row, max(row.ts, bout.ts), sure)
            for row in self._entries[first:last]
            if row.region in regions and (sure := self._was_in(row, bout)) is not None
        ]
        yield from sorted(felt, key=lambda one: one.since)

    def _near(self, bout: Bout) -> tuple[int, int]:
        first = bisect_left(self._instants, bout.ts - DAY)
        return first, bisect_right(self._instants, bout.end + 2 * DAY)

    def _was_in(self, row: PainRow, bout: Bout) -> bool | None:
        """Yes; no when it is not sure; None when it was not felt in it."""
        if row.context == Context.DURING and row.workout_id:
            return True if row.workout_id == bout.id else None
        same_day = row.day == bout.day
        if not (row.time_known and bout.time_known):
            return row.context == Context.DURING if same_day and row.context in ("", Context.DURING) else None
        by_clock = bout.ts < row.ts <= bout.end or began_with(row, bout.ts)
        newest = bisect_right(self._starts, row.ts)
        told = row.context == Context.DURING and same_day and newest and self._bouts[newest - 1] is bout
        return True if by_clock or told else None
