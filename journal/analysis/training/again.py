"""What was so in several of the last sessions, and until when that is true."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journal.analysis.instants import DAY
from journal.analysis.rulebook import EVENT_DAYS
from journal.analysis.training.workouts import Bout


@dataclass(frozen=True, slots=True)
class Again:
    """A session in which it was so once more: `those` are the last ones in which it was, this one included.

    They are some of the last `of` sessions.  `until` is the instant (seconds since 1970 UTC) of the first session
    at which they are too few again, or 7 days after the last session at which they are not; after a week, that of
    the next session in which it is so once more.
    """

    bout: Bout
    those: tuple[Bout, ...]
    of: int
    until: int


def again(
    bouts: Sequence[Bout], is_so: Callable[[Bout], bool], *, least: int, sessions: int, days: int
) -> Iterator[Again]:
    """Every session in which it was so, as in at least `least` of the last `sessions` (this one included).

    `bouts` are the sessions that count, in time order; no more than `days` dates are looked back.
    """
    so = [is_so(bout) for bout in bouts]

    def last(place: int) -> list[int]:
        first = bouts[place].day - days
        return [one for one in range(max(0, place - sessions + 1), place + 1) if bouts[one].day > first]

    def those(place: int) -> list[Bout]:
        return [bouts[one] for one in last(place) if so[one]]

    for place, bout in enumerate(bouts):
        found = those(place) if so[place] else []
        if len(found) < least:
            continue
        week = until = bout.ts + EVENT_DAYS * DAY
        for later in range(place + 1, len(bouts)):
            at = bouts[later].ts
            if at >= until:
                break
            if len(those(later)) < least or (so[later] and at >= week):
                until = at
                break
            until = at + EVENT_DAYS * DAY
        yield Again(bout, tuple(found), len(last(place)), until)
