"""What was done against one pain."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, HOUR, UNSURE_H
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import open_episode
from journal.analysis.rows import CareRow, Place
from journal.vocabulary import CareKind, Side

_NO_TREATMENT = frozenset({CareKind.DOCTOR, CareKind.CLEARANCE})


def treatments(frames: Frames, episode: Episode) -> list[CareRow]:
    """The care from the first entry of an episode to its end that was for its place, in time order.

    What names no place was for the only one that hurt at the time.  To see a doctor is not a treatment.
    """
    first = bisect_left(frames.care, episode.entries[0].ts, key=lambda row: row.ts)
    end = bisect_right(frames.care, episode.closed_at, key=lambda row: row.ts)
    return [
        row
        for row in islice(frames.care, first, end)
        if row.kind not in _NO_TREATMENT and _is_for(row, episode.place, frames)
    ]


def _is_for(row: CareRow, place: Place, frames: Frames) -> bool:
    if row.region:
        sides = {row.side, place.side}
        return row.region == place.region and (len(sides) == 1 or bool(sides & {"", Side.BOTH.value}))
    return all(open_episode(frames, other, row.ts) is None for other in frames.course if other != place)


def spread_days(rows: Sequence[CareRow]) -> float:
    """Days from the first to the last of them, at the least: a row without a time may be half a day off."""
    unsure = UNSURE_H * HOUR * ((not rows[0].time_known) + (not rows[-1].time_known))
    return (rows[-1].ts - rows[0].ts - unsure) / DAY
