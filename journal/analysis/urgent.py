"""How long a red flag lasts: what ends it, and what counts as the same flag going on.

An urgent flag never ends by silence or because an episode lapsed.  It ends by an answer that contradicts it, by
a visit to a doctor or a clearance, or, when it is about a place, by the certain end of that place's pain; else
it stays 28 days and was then never answered.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY
from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import SymptomRow
from journal.analysis.rulebook import URGENT_DAYS, Occurrence
from journal.analysis.timeline import Timeline
from journal.vocabulary import CareKind, Severity

_SEEN = frozenset({CareKind.DOCTOR, CareKind.CLEARANCE})
_RANK = {severity: rank for rank, severity in enumerate(Severity)}

ENDED = {
    "ended": "`never answered`: the urgent flag is past because 28 days went by, and for no better reason"
}
"""What an urgent flag tells in its details once it has run out."""


class Endings:
    """What a journal holds that ends red flags: visits to a doctor, clearances, and answers of "no"."""

    def __init__(self, frames: Frames) -> None:
        self._seen = Timeline(row for row in frames.care if row.kind in _SEEN)
        self._noes: dict[str, list[SymptomRow]] = {}
        for row in frames.symptoms:
            if not row.present:
                self._noes.setdefault(row.symptom, []).append(row)

    def doctor(self, after: int) -> int | None:
        """The first visit to a doctor, or clearance, after that instant."""
        seen = self._seen.next(after)
        return seen.ts if seen else None

    def was_seen(self, first: int, last: int) -> bool:
        """Whether a doctor was seen, or training cleared, in `[first, last]`."""
        return bool(self._seen.between(first, last))

    def urgent(self, since: int, *others: int | None) -> int:
        """When an urgent flag ends: by a doctor, by the earliest of the others, or after 28 days."""
        ends = (self.doctor(since), *others, since + URGENT_DAYS * DAY)
        return min(end for end in ends if end is not None and end >= since)

    def denied(self, sign: str, since: int, side: str = "") -> int | None:
        """The first "no" to that sign after `since`."""
        return next((row.ts for row in self._denials(sign, since, side)), None)

    def denied_on_two_dates(self, sign: str, since: int, day: int, side: str = "") -> int | None:
        """The "no" that makes it two dates later than `day` on which the sign was denied."""
        first: int | None = None
        for row in self._denials(sign, since, side):
            if row.day > day:
                if first is not None and row.day != first:
                    return row.ts
                first = row.day
        return None

    def denied_twice(self, sign: str, since: int, side: str = "") -> int | None:
        """The "no" that comes at least 24 h after another, both after `since`."""
        first: int | None = None
        for row in self._denials(sign, since, side):
            if first is not None and row.ts - first >= DAY:
                return row.ts
            first = row.ts if first is None else first
        return None

    def _denials(self, sign: str, since: int, side: str) -> Iterator[SymptomRow]:
        # A "no" to another sign denies nothing: the bladder's says nothing of the bowel.
        rows = self._noes.get(sign, [])
        for place in range(bisect_right(rows, since, key=lambda row: row.ts), len(rows)):
            # A "no" that names one side says nothing about the other.
            if rows[place].side in ("", "both") or rows[place].side == side:
                yield rows[place]


def certain_end(*episodes: Episode) -> int | None:
    """When the last of the episodes' places had certainly settled, by an entry of 0; None while one has not."""
    ends = [episode.settled_at for episode in episodes]
    return None if not ends or None in ends else max(end for end in ends if end is not None)


def episodes_by_entry(episodes: Iterable[Episode]) -> dict[str, tuple[Episode, ...]]:
    """The id of each pain entry -> the episodes that it belongs to: two when it counts for both sides."""
    found: dict[str, tuple[Episode, ...]] = {}
    for episode in episodes:
        for entry in episode.entries:
            found[entry.id] = (*found.get(entry.id, ()), episode)
    return found


def joined(found: Iterable[Occurrence], *, afresh: bool = False) -> Iterator[Occurrence]:
    """The occurrences of one rule, those about one subject that touch or overlap made one.

    One that is as bad extends the flag that is there; a worse one ends it and takes its place.  `afresh`: a flag
    that had ended is raised again at once, also within seven days.
    """
    held: dict[tuple[tuple[str, str], ...], Occurrence] = {}
    for one in sorted(map(_marked, found), key=_order):
        key = tuple(sorted(one.subject.items()))
        before = held.get(key)
        if before is None or _end(before) < one.since:
            if before is not None:
                yield before
            # The engine raises a flag once in its "episode": naming each stretch lets the next one through.
            held[key] = replace(one, episode=one.episode or f"@{one.since}") if afresh else one
        elif _RANK[one.severity] < _RANK[before.severity]:
            yield replace(before, until=one.since)
            held[key] = replace(one, episode=before.episode if afresh else one.episode)
        elif _end(one) > _end(before) and _prolongs(one, before):
            held[key] = replace(before, until=one.until, ran_out=one.ran_out or before.ran_out)
    yield from held.values()


def _prolongs(one: Occurrence, before: Occurrence) -> bool:
    """Whether it keeps the flag up: what is less bad does so only where nobody answered the worse.

    A doctor who was seen, or a "no", ends the worse flag even when something milder was told meanwhile.
    """
    return one.severity is before.severity or (before.ran_out and not one.episode)


def give_way(found: Iterable[Occurrence], wider: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """The occurrences, and those with a wider subject, which end every flag below urgent and take its place."""
    worse = sorted(wider, key=_order)
    for one in found:
        if one.severity is Severity.URGENT:
            yield one
        elif not any(other.since <= one.since < _end(other) for other in worse):
            ends = [other.since for other in worse if one.since < other.since < _end(one)]
            yield replace(one, until=min(ends, default=one.until))
    yield from worse


def _marked(one: Occurrence) -> Occurrence:
    unanswered = one.severity is Severity.URGENT and _end(one) == one.since + URGENT_DAYS * DAY
    return replace(one, ran_out=True) if unanswered else one


def _end(one: Occurrence) -> int:
    return one.since if one.until is None else one.until


def _order(one: Occurrence) -> tuple[object, ...]:
    return (one.since, _RANK[one.severity], sorted(one.subject.items()), one.episode)
