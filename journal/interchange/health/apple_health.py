"""Apple Health: workouts, water, body weight and sleep out of `export.xml` or `export.zip`, however large.

Everything else that a phone collects is counted by type and left out: the journal has no place for it.
"""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journal.interchange.health import apple_health_file as on_disk
from journal.interchange.health import apple_health_sleep as sleep
from journal.interchange.health import apple_health_workouts as workouts
from journal.interchange.health.apple_health_amounts import MASSES, VOLUMES, Unreadable, measured
from journal.interchange.health.apple_health_clock import Clock
from journal.interchange.health.apple_health_xml import EXPORT_DATE, WORKOUT, Element, Elements
from journal.interchange.imported import Imported, Place, refuse_too_many
from journal.interchange.readings import Readings
from journal.interchange.rows.assembly import about_durations
from journal.interchange.rows.foreign import Options
from journal.records import Drink, Workout

NAME = "apple-health"
"""What the format is called."""
TITLE = "Apple Health"
"""What it is called in a sentence."""

_WATER = "HKQuantityTypeIdentifierDietaryWater"
_MASS = "HKQuantityTypeIdentifierBodyMass"
_SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
_WANTED = frozenset({_WATER, _MASS, _SLEEP, workouts.EFFORT})
_PREFIXES = (
    "HKQuantityTypeIdentifier",
    "HKCategoryTypeIdentifier",
    "HKDataType",
    "HKCategoryValueSleepAnalysis",
)
_PLAIN = {"InBed": "time in bed", "Awake": "time awake", "Me": "personal details"}
_MOST_PROBLEMS = 10_000
"""With more, the file is not what it says, and a list of them would fill the memory."""
_NAMED = 12
"""Types that are named when they are left out; the others are counted together."""


def recognises(file: Path, head: bytes) -> bool:
    """Whether a file that begins so is an export of Apple Health, packed or not."""
    return on_disk.looks_like_one(head) or on_disk.holds_one(file, head)


def read(file: Path, options: Options) -> Imported:
    """Everything in an export that the journal has a place for; `Refused` when it is none, cut or not XML."""
    kept = _Kept(options)
    elements = Elements(options.file, _WANTED)
    with closing(on_disk.pieces(file, options)) as pieces:
        for element in elements.found(pieces):
            kept.take(element)
    kept.left_out += elements.others
    return kept.finish(elements.rows)


class _Poured(NamedTuple):
    """An amount of water or a weight, at a moment, by a source."""

    at: datetime
    end: datetime
    amount: float
    source: str
    line: int


class _Kept:
    """What is of use, until all of it is known."""

    def __init__(self, options: Options) -> None:
        self.left_out: Counter[str] = Counter()
        self._name = options.file
        self._clock = Clock(options.zone)
        self._readings = Readings(NAME, options)
        self._skipped: dict[str, tuple[int, int]] = {}
        self._water: list[_Poured] = []
        self._weights: list[_Poured] = []
        self._sleep: list[sleep.Stretch] = []
        self._workouts: list[workouts.Activity] = []
        self._efforts: list[workouts.Effort] = []

    def take(self, element: Element) -> None:
        """Keep one element; what cannot be read in it becomes a problem of its line."""
        try:
            if element.type == WORKOUT:
                self._workouts.append(workouts.activity(element, self._clock))
            elif element.type == workouts.EFFORT:
                self._efforts.append(workouts.effort(element))
            elif element.type == _SLEEP:
                self._take_sleep(element)
            elif element.type == _WATER:
                self._water.append(self._poured(element, VOLUMES))
            elif element.type == EXPORT_DATE:
                self._clock.exported(element)
            else:
                self._weights.append(self._poured(element, MASSES))
        except Unreadable as bad:
            self._readings.problem(self._place(element.line), bad.name, bad.value, bad.reason)
            refuse_too_many(self._readings.imported.problems, _MOST_PROBLEMS)

    def finish(self, rows: int) -> Imported:
        """The records of what was kept, and what there is to say."""
        self._readings.imported.rows = rows
        self._add_workouts()
        self._add_water()
        self._add_weights()
        self._add_nights()
        for reason, (line, count) in self._skipped.items():
            self._readings.skip(self._place(line), reason if count == 1 else f"{reason} ({count} times)")
        if self._clock.remark:
            self._readings.note(self._clock.remark)
        self._say_left_out()
        return self._readings.finish()

    def _take_sleep(self, element: Element) -> None:
        said = element.attributes
        value = said.get("value", "")
        if not value.startswith(sleep.ASLEEP):
            self.left_out[value or _SLEEP] += 1
            return
        start, end = self._clock.local(element, "startDate"), self._clock.local(element, "endDate")
        if end < start:
            raise Unreadable("endDate", said["endDate"], f"it is before the start ({start.isoformat(' ')})")
        if sleep.too_long(start, end):
            self._skip(element.line, "asleep for more than 20 h in one stretch: a timer was forgotten")
        elif end > start:
            staged = sleep.is_staged(value)
            self._sleep.append(sleep.Stretch(start, end, said.get("sourceName", ""), staged, element.line))

    def _poured(self, element: Element, units: Mapping[str, float]) -> _Poured:
        said = element.attributes
        return _Poured(
            self._clock.local(element, "startDate"),
            self._clock.local(element, "endDate"),
            measured(said, "value", "unit", units),
            said.get("sourceName", ""),
            element.line,
        )

    def _add_workouts(self) -> None:
        found, doubles = workouts.once(self._workouts)
        found, unmatched = workouts.rated(found, self._efforts)
        for one in found:
            self._readings.add(
                Workout,
                one.start,
                self._place(one.line),
                title=one.title,
                end=one.end.isoformat(),
                sets=one.sets(),
                **one.values(),
            )
        self._say(doubles, "{} that a second device recorded as well: each counts once", "workout")
        self._say(unmatched, "{} of the effort that no workout belongs to: left out", "rating")
        for remark in about_durations([round(one.lasted.total_seconds()) for one in found]):
            self._readings.note(remark)

    def _add_water(self) -> None:
        """Each drink once: the same amount at the same moment from two apps is one that they exchanged."""
        found: dict[tuple[datetime, float], dict[str, list[_Poured]]] = {}
        for one in self._water:
            if one.amount == 0:
                self._skip(one.line, "no water at all")
                continue
            of_moment = found.setdefault((one.at, round(one.amount, 1)), {})
            of_moment.setdefault(one.source, []).append(one)
        doubles = 0
        for by_source in found.values():
            most = max(by_source.values(), key=len)
            doubles += sum(map(len, by_source.values())) - len(most)
            for one in most:
                self._readings.add(
                    Drink,
                    one.at,
                    self._place(one.line),
                    end=one.end.isoformat(),
                    volume_ml=one.amount,
                    drink="water",
                )
        self._say(doubles, "{} that a second app passed on as well: each counts once", "drink")

    def _add_weights(self) -> None:
        """The first weight of each day, which is that of the morning."""
        days = set()
        for one in sorted(self._weights):
            if one.at.date() in days:
                self._skip(one.line, "a later weight of a day: the first one of the day is kept")
                continue
            days.add(one.at.date())
            self._readings.checkin(one.at.date(), self._place(one.line), body_weight_kg=one.amount)

    def _add_nights(self) -> None:
        found, naps = sleep.nights(self._sleep)
        for night in found:
            if night.hours > 24:
                self._skip(night.line, "more than 24 h of sleep before one date")
            else:
                self._readings.checkin(night.day, self._place(night.line), sleep_h=night.hours)
        if found:
            self._readings.note("sleep of a date is what was slept from 18:00 of the day before to 12:00")
        self._say(naps, "{} by day left out: a check-in has the hours of the night", "nap")

    def _say(self, count: int, sentence: str, what: str) -> None:
        if count:
            self._readings.note(sentence.format(f"{count} {what}" if count == 1 else f"{count} {what}s"))

    def _say_left_out(self) -> None:
        """The types that the journal has no place for, the most frequent ones by name."""
        if not self.left_out:
            return
        named = [f"{count} {_plain(kind)}" for kind, count in _most(self.left_out)[:_NAMED]]
        rest = _most(self.left_out)[_NAMED:]
        if rest:
            named.append(f"{sum(count for _, count in rest)} of {len(rest)} more types")
        self._readings.note(f"left out, as the journal has no place for it: {', '.join(named)}")

    def _skip(self, line: int, reason: str) -> None:
        first, count = self._skipped.get(reason, (line, 0))
        self._skipped[reason] = (first, count + 1)

    def _place(self, line: int) -> Place:
        return Place(self._name, line)


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _plain(kind: str) -> str:
    """Apple's name of a type without what all of them begin with."""
    for prefix in _PREFIXES:
        kind = kind.removeprefix(prefix)
    return _PLAIN.get(kind, kind)
