"""What the pain of a place did in the 24 hours after something was done against it.

This counts what came after what; it does not say that one caused the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.analysis.care.treated import followed_by
from journal.analysis.care.treatment import treatments
from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR, at_least
from journal.analysis.pain.episodes import MCID_PTS, Episode
from journal.analysis.rows import CareRow, PainRow, Place
from journal.analysis.timeline import Timeline

WITHIN_H = 24
"""Pain is compared over this many hours before and after."""


class Applied(NamedTuple):
    """One application in an episode: the newest entry of the 24 h up to it, and the lowest and highest after it.

    The two later ones are of the 24 h after it.  All are None where nothing was written, or a time is not known;
    `before` also when it says less than 2, which cannot fall by so much.
    """

    row: CareRow
    before: PainRow | None
    lowest: PainRow | None
    highest: PainRow | None

    @property
    def is_told(self) -> bool:
        """Whether there was a pain before it that could fall by 2, and an entry after it to compare with."""
        return self.before is not None and self.lowest is not None

    @property
    def fell(self) -> bool:
        """Whether the pain fell by 2 points or more."""
        if self.before is None or self.lowest is None:
            return False
        return at_least(self.before.score - self.lowest.score, MCID_PTS)

    @property
    def rose(self) -> bool:
        """Whether it rose by 2 points or more, and did not fall."""
        if self.before is None or self.highest is None:
            return False
        return not self.fell and at_least(self.highest.score - self.before.score, MCID_PTS)


@dataclass(frozen=True, slots=True)
class Response:
    """One kind of care (a painkiller with its drug, "" when not told) for one place, every time that it was done.

    `times` counts all applications, `told` those with a score of 2 or more in the 24 h before and one in the 24 h
    after; `fell` and `rose` are of these.
    """

    place: Place
    kind: str
    drug: str
    applied: tuple[Applied, ...]

    @property
    def times(self) -> int:
        """How often it was done."""
        return len(self.applied)

    @property
    def told(self) -> int:
        """How often it can be told what the pain did."""
        return sum(one.is_told for one in self.applied)

    @property
    def fell(self) -> int:
        """How often the pain fell by 2 points or more within 24 h."""
        return sum(one.fell for one in self.applied)

    @property
    def rose(self) -> int:
        """How often it rose by 2 points or more instead."""
        return sum(one.rose for one in self.applied)


def responses(frames: Frames, episodes: Sequence[Episode], first: int, last: int) -> tuple[Response, ...]:
    """What was done against the pains of some episodes on the dates `[first, last]`, and what the pain did then.

    By place, kind and drug; what was most often followed by less pain first.
    """
    groups: dict[tuple[Place, str, str], list[Applied]] = {}
    for episode in episodes:
        for one in _applied(frames, episode):
            if first <= one.row.day <= last:
                groups.setdefault((episode.place, one.row.kind, one.row.drug), []).append(one)
    made = [Response(*key, tuple(applied)) for key, applied in groups.items()]
    return tuple(
        sorted(made, key=lambda one: (-one.fell, -one.told, -one.times, one.place, one.kind, one.drug))
    )


def _applied(frames: Frames, episode: Episode) -> Iterator[Applied]:
    entries = frames.entries[episode.place]
    timeline = Timeline(entries)
    for row in treatments(frames, episode):
        before = timeline.last(row.ts, WITHIN_H * HOUR) if row.time_known else None
        if before is not None and not (before.time_known and before.score >= MCID_PTS):
            before = None
        after = [entry for entry, is_sure in followed_by(row, timeline, WITHIN_H) if is_sure]
        yield Applied(
            row,
            before,
            min(after, key=lambda entry: entry.score, default=None),
            max(after, key=lambda entry: entry.score, default=None),
        )
