"""Pain episodes: from the first painful entry of a place until it settled or was no longer written of.

Everything here answers "as of an instant": nothing looks at entries that come later, except `closed_at`,
`confirmed_at` and `settled_at`, which are instants that cannot lie before what they rest on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from statistics import median

from journal.analysis.instants import DAY, HOUR, at_least, local_day
from journal.analysis.rows import PainRow, Place
from journal.analysis.training.workouts import Bout
from journal.vocabulary import Quality, Region

GAP_LAPSE_H = 72
"""Silence of more than this many hours ends an episode."""
ZERO_CLEAR_H = 24
"""An entry of 0 ends an episode when no pain follows within this many hours."""
ONSET_MAX_DAYS = 14
"""An onset further back than this is not believed."""
LINK_H = 72
"""A pain that starts within this many hours after a workout came after that workout."""
MCID_PTS = 2
"""Smallest change in NRS points that matters (Farrar 2001)."""
MCID_SHARE = 0.30
"""Smallest share of the earlier score that matters (Farrar 2001)."""

NOT_DULL = frozenset(
    {Quality.SHARP, Quality.STABBING, Quality.SHOOTING, Quality.BURNING, Quality.TINGLING, Quality.NUMB}
)
"""Qualities that soreness does not have."""


@dataclass(frozen=True, eq=False)
class Episode:
    """One episode of one place, equal only to itself.

    `entries` start with the first painful one and hold the zeros between.  `start` is the onset when it was
    told and can be believed, else the first entry.  `closed_at` is when it counts as over, `end` when it hurt
    last or was first 0 again; `confirmed_at` is when an entry of 0 made the end certain, None when only
    silence ended it.  `settled_at` is when the place was certainly free of this pain: `confirmed_at`, or the
    first such end of an episode that followed at the same place.  `workout` is the one it is linked to, None
    when it did not come after a workout.  All instants are seconds since 1970 UTC.
    """

    place: Place
    entries: tuple[PainRow, ...]
    start: int
    closed_at: int
    end: int
    confirmed_at: int | None
    settled_at: int | None
    workout: Bout | None

    @cached_property
    def key(self) -> str:
        """Names the episode: one flag per rule, subject and episode."""
        return f"{self.place}@{self.entries[0].ts}"

    @property
    def first_day(self) -> int:
        """The local date (an ordinal) on which it began."""
        return local_day(self.start, self.entries[0].offset)

    @cached_property
    def painful(self) -> tuple[PainRow, ...]:
        """The entries that hurt."""
        return tuple(entry for entry in self.entries if entry.is_painful)

    @cached_property
    def _instants(self) -> tuple[int, ...]:
        return tuple(entry.ts for entry in self.entries)

    @cached_property
    def _peaks(self) -> tuple[PainRow, ...]:
        """The highest score up to each entry; the earliest of equals."""
        return tuple(
            accumulate(self.entries, lambda peak, entry: entry if entry.score > peak.score else peak)
        )

    @cached_property
    def _last_painful(self) -> tuple[int, ...]:
        """When it last hurt, seen from each entry."""
        first = self.entries[0].ts
        return tuple(accumulate((e.ts if e.is_painful else first for e in self.entries), max))

    @cached_property
    def _not_dull_from(self) -> int | None:
        return next((e.ts for e in self.entries if e.qualities & NOT_DULL or e.radiates), None)

    def count(self, instant: int) -> int:
        """How many entries there are up to and including that instant."""
        return bisect_right(self._instants, instant)

    def until(self, instant: int) -> tuple[PainRow, ...]:
        """The entries up to and including that instant."""
        return self.entries[: self.count(instant)]

    def between(self, first: int, last: int) -> tuple[PainRow, ...]:
        """The entries of `[first, last]`, both ends included."""
        return self.entries[bisect_left(self._instants, first) : self.count(last)]

    def next_word(self, instant: int) -> int:
        """When the next entry came after that instant, or when the episode closed without one."""
        count = self.count(instant)
        return min(self.closed_at, self._instants[count]) if count < len(self.entries) else self.closed_at

    def is_open(self, instant: int) -> bool:
        """Whether it is open then, as far as one could know then."""
        return self.entries[0].ts <= instant < self.closed_at

    def state(self, instant: int) -> str:
        """`open`, `settled` (an entry of 0 ended it) or `lapsed` (only silence did)."""
        if self.is_open(instant):
            return "open"
        return "lapsed" if self.confirmed_at is None else "settled"

    def peak(self, instant: int) -> PainRow | None:
        """The entry with the highest score so far; the earliest of equals."""
        count = self.count(instant)
        return self._peaks[count - 1] if count else None

    def latest(self, instant: int) -> PainRow | None:
        """The newest entry so far, zeros included."""
        count = self.count(instant)
        return self.entries[count - 1] if count else None

    def observed_h(self, instant: int) -> float:
        """Hours from the start to the last painful entry so far: silence is not pain."""
        count = self.count(instant)
        return (self._last_painful[count - 1] - self.start) / HOUR if count else 0.0

    def improved(self, instant: int) -> bool | None:
        """Whether it got better by 2 points or 30 %, comparing the first 24 h with the last 48 h so far.

        None while the windows would overlap (less than 72 h from the first to the last entry).
        """
        windows = self.windows(instant)
        if windows is None:
            return None
        early, late = windows
        return at_least(early - late, MCID_PTS) or (
            early > 0 and at_least((early - late) / early, MCID_SHARE)
        )

    def windows(self, instant: int) -> tuple[float, float] | None:
        """Median scores of the first 24 h and of the 48 h up to the last entry so far; None when they overlap."""
        latest = self.latest(instant)
        first = self._instants[0]
        if latest is None or latest.ts - first < 72 * HOUR:
            return None
        early = self.entries[: self.count(first + DAY)]
        late = self.between(latest.ts - 2 * DAY, instant)
        return median(entry.score for entry in early), median(entry.score for entry in late)

    def is_only_dull(self, instant: int) -> bool:
        """Whether nothing but ordinary soreness was told so far: no sharp or nervous quality, no radiating."""
        return self._not_dull_from is None or self._not_dull_from > instant


def episodes_of(entries: Mapping[Place, Sequence[PainRow]], bouts: Sequence[Bout]) -> list[Episode]:
    """The episodes of all places, sorted by their first entry, each linked to its workout."""
    starts = [bout.ts for bout in bouts]
    found = [
        episode
        for place in sorted(entries)
        for episode in _of_place(place, sorted(entries[place], key=lambda e: (e.ts, e.id)), bouts, starts)
    ]
    return sorted(found, key=lambda episode: (episode.entries[0].ts, episode.place))


def _of_place(
    place: Place, entries: Sequence[PainRow], bouts: Sequence[Bout], starts: Sequence[int]
) -> list[Episode]:
    made: list[Episode] = []
    for run, settled in _runs(entries):
        before = made[-1].end if made else None
        first = run[0]
        start = first.ts
        if first.onset is not None and first.ts - ONSET_MAX_DAYS * DAY <= first.onset <= first.ts:
            start = first.onset if before is None or first.onset > before else first.ts
        made.append(_episode(place, run, settled, start, _linked(place, start, bouts, starts)))
    return _settled(made)


def _settled(episodes: Sequence[Episode]) -> list[Episode]:
    """The episodes of one place, each told when it had certainly settled, if need be by one that followed."""
    told: list[Episode] = []
    for episode in reversed(episodes):
        later = told[-1].settled_at if told else None
        told.append(episode if episode.settled_at is not None else replace(episode, settled_at=later))
    return told[::-1]


def _runs(entries: Sequence[PainRow]) -> list[tuple[list[PainRow], PainRow | None]]:
    """Entries cut into episodes, each with the entry of 0 that came after it had lapsed, if any."""
    runs: list[tuple[list[PainRow], PainRow | None]] = []
    run: list[PainRow] = []
    last = zero = None
    settled: PainRow | None = None
    for entry in entries:
        if entry.is_painful:
            lapsed = last is not None and entry.ts - last.ts > GAP_LAPSE_H * HOUR
            cleared = zero is not None and entry.ts - zero.ts >= ZERO_CLEAR_H * HOUR
            if run and (lapsed or cleared):
                runs.append((run, settled))
                run, settled = [], None
            run.append(entry)
            last, zero = entry, None
        elif run and last is not None:
            closed = _closed_at(last.ts, zero)
            if entry.ts < closed:
                run.append(entry)
                zero = zero or entry
            elif zero is None and settled is None:
                settled = entry
    if run:
        runs.append((run, settled))
    return runs


def _closed_at(last_painful: int, zero: PainRow | None) -> int:
    lapse = last_painful + GAP_LAPSE_H * HOUR
    return lapse if zero is None else min(lapse, zero.ts + ZERO_CLEAR_H * HOUR)


def _episode(
    place: Place, run: Sequence[PainRow], settled: PainRow | None, start: int, workout: Bout | None
) -> Episode:
    last = max(index for index, entry in enumerate(run) if entry.is_painful)
    zero = run[last + 1] if last + 1 < len(run) else None
    closed_at = _closed_at(run[last].ts, zero)
    confirmed_at = closed_at if zero else settled.ts if settled else None
    end = zero.ts if zero else run[last].ts
    return Episode(place, tuple(run), start, closed_at, end, confirmed_at, confirmed_at, workout)


def _linked(place: Place, start: int, bouts: Sequence[Bout], starts: Sequence[int]) -> Bout | None:
    """The workout behind a pain: the latest that loads the region, by primary work, then by secondary."""
    region = Region(place.region)
    first = bisect_left(starts, start - (LINK_H + 5) * HOUR - DAY)
    before = reversed(bouts[first : bisect_right(starts, start)])
    near = [bout for bout in before if start <= bout.end + LINK_H * HOUR]
    for bout in near:
        if region in bout.loads:
            return bout
    return next((bout for bout in near if region in bout.touches), near[0] if near else None)
