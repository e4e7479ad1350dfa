"""Sleep as Apple Health has it, in stretches of several devices, to hours of each night.

What counts is time asleep: time in bed is not.  The night of a date is what was slept from 18:00 of the day
before to 12:00 of the date.  Later sleep of the date, until 18:00, is a nap, unless it is the longest of that day:
after a night shift it is the night.

A watch and a phone tell of the same night.  Of sources that overlap the one with stages (core, deep, REM) is taken,
then the one with more sleep; another source counts only where the first one has a gap of an hour.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

ASLEEP = "HKCategoryValueSleepAnalysisAsleep"
"""How the values that say asleep begin; the rest is a stage, "Unspecified" or nothing."""
_STAGES = frozenset({"Core", "Deep", "REM"})

_AWAKE = timedelta(hours=3)
"""Awake for longer, one has got up: what follows is another sleep."""
_GAP = timedelta(hours=1)
"""Without a word from a source for longer, another source may fill in."""
_EVENING = timedelta(hours=6)
"""From 18:00 on it is the night of the next date."""
_NOON = 12
_LONGEST = timedelta(hours=20)
"""Nobody sleeps longer in one stretch: a timer was forgotten."""


class Stretch(NamedTuple):
    """A stretch of sleep that one source tells of."""

    start: datetime
    end: datetime
    source: str
    staged: bool
    """Whether it is a stage: how deep the sleep was."""
    line: int


class Night(NamedTuple):
    """The hours slept in the night before a date."""

    day: date
    hours: float
    line: int
    """Where its first stretch stands."""


class _Sleep(NamedTuple):
    """Stretches without getting up in between, of sources that count."""

    stretches: list[Stretch]
    slept: timedelta

    @property
    def end(self) -> datetime:
        return max(stretch.end for stretch in self.stretches)

    @property
    def day(self) -> date:
        """The date of waking."""
        return (self.end + _EVENING).date()

    @property
    def at_night(self) -> bool:
        return self.end.date() < self.day or self.end.hour < _NOON


def is_staged(value: str) -> bool:
    """Whether a value that says asleep also says how deeply."""
    return value.removeprefix(ASLEEP) in _STAGES


def too_long(start: datetime, end: datetime) -> bool:
    """Whether nobody sleeps that long."""
    return end - start > _LONGEST


def nights(stretches: Iterable[Stretch]) -> tuple[list[Night], int]:
    """The nights, oldest first, and how many naps were left out."""
    found: list[Night] = []
    naps = 0
    sleeps = [_counted(block) for block in _blocks(stretches, _AWAKE)]
    for day, of_day in groupby(sorted(sleeps, key=lambda one: (one.day, one.end)), key=lambda one: one.day):
        several = list(of_day)
        longest = max(several, key=lambda one: one.slept)
        night = [one for one in several if one.at_night or one is longest]
        naps += len(several) - len(night)
        slept = sum((one.slept for one in night), timedelta())
        first = min(stretch.line for one in night for stretch in one.stretches)
        found.append(Night(day, slept / timedelta(hours=1), first))
    return found, naps


def _blocks(stretches: Iterable[Stretch], gap: timedelta) -> Iterator[list[Stretch]]:
    """Stretches that follow each other with no longer gap."""
    block: list[Stretch] = []
    until: datetime | None = None
    for stretch in sorted(stretches):
        if until is not None and stretch.start - until > gap:
            yield block
            block, until = [], None
        block.append(stretch)
        until = stretch.end if until is None else max(until, stretch.end)
    if block:
        yield block


def _counted(block: Sequence[Stretch]) -> _Sleep:
    """The sleep of all sources in a block, each moment once, and by the source that knows best."""
    by_source: dict[tuple[bool, str], list[Stretch]] = {}
    for stretch in block:
        # An app that tells stages may tell the night as a whole as well.
        by_source.setdefault((not stretch.staged, stretch.source), []).append(stretch)
    taken: list[Stretch] = []
    covered: list[tuple[datetime, datetime]] = []
    for _, own in sorted(by_source.items(), key=lambda item: (item[0][0], -_slept(item[1]), item[0][1])):
        fills = [one for one in own if not any(start < one.end and one.start < end for start, end in covered)]
        taken += fills
        covered += [(piece[0].start, max(one.end for one in piece)) for piece in _blocks(fills, _GAP)]
    return _Sleep(taken, _slept(taken))


def _slept(stretches: Iterable[Stretch]) -> timedelta:
    """The time that the stretches cover, what overlaps once."""
    return sum(
        (max(one.end for one in piece) - piece[0].start for piece in _blocks(stretches, timedelta())),
        timedelta(),
    )
