"""What is done again and again without pain is a habit: a caution about training that becomes a tip.

A habit is a caution of the sections on training, care, fluid and daily life that was raised for the same rule and
subject in each of three ISO weeks running while nothing hurt that its subject loads.  It stays one until something
of that hurts, or until it was not raised for four weeks.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, block_of, first_of_block, local_day, midnight
from journal.analysis.pain.episodes import Episode
from journal.analysis.rulebook import EVENT_DAYS, RULES, Occurrence
from journal.analysis.training.regions import LOADED_BY, loaded_regions
from journal.vocabulary import Muscle, Region, Severity

WEEKS = 3
"""ISO weeks running in which a caution must have been raised."""
FORGOTTEN_DAYS = 28
"""A caution that was not raised for so long begins anew."""
TIP_DAYS = 28
"""The same tip is given once in so many days."""

_PAINS = frozenset(
    {"red flags", "course of a pain", "sharp pain", "soreness", "recurrence", "return to training"}
)
"""Themes that are about a pain itself: what they say is never a habit, and never too often."""
_SAYS = " Your habit, no pain so far."


def is_habitual(one: Occurrence) -> bool:
    """Whether it belongs to the sections whose cautions can become habits."""
    return RULES[one.rule].theme not in _PAINS


def with_habits(occurrences: Iterable[Occurrence], frames: Frames) -> list[Occurrence]:
    """The occurrences, by their `since`, with the cautions that are habits as tips."""
    kept: list[Occurrence] = []
    rows: dict[tuple[object, ...], list[Occurrence]] = {}
    for one in sorted(occurrences, key=lambda one: one.since):
        if one.severity is Severity.CAUTION and is_habitual(one):
            rows.setdefault(_matter(one), []).append(one)
        else:
            kept.append(one)
    hurting: dict[frozenset[Region] | None, _Hurting] = {}
    for row in rows.values():
        regions = _loaded(row[0], frames)
        if regions not in hurting:
            hurting[regions] = _Hurting(regions, frames.episodes)
        kept.extend(_told(row, hurting[regions]))
    return sorted(kept, key=lambda one: one.since)


def not_told_before(
    shown: Iterable[Occurrence], occurrences: Iterable[Occurrence], instant: int
) -> Iterator[Occurrence]:
    """Those of `shown` that are no tips, or the first of their rule and subject in a block of 28 days.

    One that goes on for long is told for a week, and again for a week every 28 days.
    """
    tips = [one for one in occurrences if one.severity is Severity.INFO and is_habitual(one)]
    first: dict[object, int] = {}
    for tip in tips:
        key = (*_matter(tip), _block(tip))
        first[key] = min(tip.since, first.get(key, tip.since))
    for one in shown:
        if one.severity is not Severity.INFO:
            yield one
        elif one.since <= first.get((*_matter(one), _block(one)), one.since):
            old = (instant - one.since) % (TIP_DAYS * DAY) >= EVENT_DAYS * DAY
            if not (old and is_habitual(one)):
                yield one


def _told(row: Sequence[Occurrence], hurting: "_Hurting") -> Iterator[Occurrence]:
    """The cautions of one rule and subject, in time order; from the first one of a habit on they are tips."""
    weeks: set[int] = set()
    begun, before = row[0].since, row[0].since
    habit_from: int | None = None
    for one in row:
        if one.since - before > FORGOTTEN_DAYS * DAY:
            begun, habit_from, weeks = one.since, None, set()
        before = one.since
        week = block_of(local_day(one.since, one.offset), 7)
        weeks.add(week)
        if habit_from is None and all(week - back in weeks for back in range(WEEKS)):
            habit_from = midnight(first_of_block(week - WEEKS + 1, 7), one.offset)
        if habit_from is None or hurting.within(habit_from, one.since):
            habit_from = None
            # Whether it is a habit may depend on all of the row: it goes back to where that began.
            yield one if one.chain <= begun else replace(one, chain=begun)
        else:
            yield from _as_tip(one, hurting.next(one.since))


def _as_tip(one: Occurrence, hurts: int | None) -> Iterator[Occurrence]:
    """The caution as a tip until something begins to hurt; from there on it is a caution again."""
    tip = replace(one, severity=Severity.INFO, act=None, message=one.message + _SAYS)
    if hurts is None or (one.until is not None and one.until <= hurts):
        yield tip
    else:
        yield replace(tip, until=hurts)
        yield replace(one, since=hurts)


class _Hurting:
    """When something hurt in some regions, by its episodes; in all regions when `regions` is None."""

    def __init__(self, regions: frozenset[Region] | None, episodes: Iterable[Episode]) -> None:
        found = [one for one in episodes if regions is None or one.place.region in regions]
        self._starts = [one.entries[0].ts for one in found]
        self._closed = list(accumulate((one.closed_at for one in found), max))

    def within(self, first: int, last: int) -> bool:
        """Whether an episode was open at any time of `[first, last]`."""
        begun = bisect_right(self._starts, last)
        return bool(begun) and self._closed[begun - 1] > first

    def next(self, after: int) -> int | None:
        """When the next episode opens."""
        begun = bisect_right(self._starts, after)
        return self._starts[begun] if begun < len(self._starts) else None


def _loaded(one: Occurrence, frames: Frames) -> frozenset[Region] | None:
    """The regions that its subject loads; None when it names nothing that loads only some."""
    subject = one.subject
    if "region" in subject:
        return frozenset({Region(subject["region"])})
    if "muscle" in subject:
        muscle = Muscle(subject["muscle"])
        return frozenset(region for region, (muscles, _) in LOADED_BY.items() if muscle in muscles)
    exercise = frames.catalogue.get(subject.get("exercise", ""))
    return None if exercise is None else loaded_regions(exercise)


def _matter(one: Occurrence) -> tuple[object, ...]:
    return (one.rule, *sorted(one.subject.items()))


def _block(one: Occurrence) -> int:
    return block_of(local_day(one.since, one.offset), TIP_DAYS)
