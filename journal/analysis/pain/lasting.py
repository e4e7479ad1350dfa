"""How long a pain had been observed at an entry, and how far that may be off where a time is not known."""

from collections.abc import Iterator
from typing import NamedTuple

from journal.analysis.instants import HOUR, UNSURE_H, at_least
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import PainRow


class Lasted(NamedTuple):
    """An entry, and the hours from the start of its episode to it; they may be off by `doubt_h` either way."""

    entry: PainRow
    hours: float
    doubt_h: int

    def surely_at_least(self, hours: float) -> bool:
        """Whether that long has passed even where an entry without a time came half a day later."""
        return at_least(self.hours - self.doubt_h, hours)

    def surely_at_most(self, hours: float) -> bool:
        """Whether no longer has passed even where an entry without a time came half a day earlier."""
        return at_least(hours, self.hours + self.doubt_h)


def lasted(episode: Episode) -> Iterator[Lasted]:
    """Each painful entry of an episode with how long the pain had been observed by then."""
    first = episode.entries[0]
    from_entry = episode.start == first.ts
    for entry in episode.painful:
        doubts = (from_entry and not first.time_known) + (not entry.time_known)
        if entry is first and from_entry:
            doubts = 0
        yield Lasted(entry, (entry.ts - episode.start) / HOUR, UNSURE_H * doubts)
