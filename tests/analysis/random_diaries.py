"""Diaries of people made up from a seed: they train, hurt, are cared for, drink, check in, travel and forget.

Denser and truer to life than `random_journals`: how somebody lives is drawn once, the days from that, and into the
days come stories (see `random_stories`), so that every rule of the book has something to say to one of them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from random import Random
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from random_habits import HABITS
from random_stories import STORIES

from journal.records import (
    Care,
    CheckIn,
    Condition,
    Drink,
    FlagMark,
    Pain,
    ProfileEntry,
    Record,
    Set,
    SymptomEntry,
    Urine,
    Workout,
)
from journal.vocabulary import ConditionName

T = TypeVar("T")
STARTS = (datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 10, 5, tzinfo=UTC))
"""Three weeks before the clocks of Europe change."""
_BERLIN = ZoneInfo("Europe/Berlin")
_AWAY = [timezone(timedelta(hours=hours)) for hours in (9, -5, 13)]
_PROFILE = (
    *(("birth_year", "1950"), ("weight_goal", "lose"), ("target_weight_kg", "65"), ("weight_hints", "yes")),
    *(("drink_hints", "yes"), ("drink_hints", "yes")),
)


class Diary:
    """Some weeks or months of somebody; `written` gives all records, in the order of the days."""

    def __init__(self, seed: int, days: int | None = None, start: datetime | None = None) -> None:
        self.draw = Random(seed)  # noqa: S311 - made-up data
        self.records: list[Record] = []
        self.start = start or self.draw.choice(STARTS)
        self.days = days or self.draw.choice([8, 20, 45, 70, 100])
        self.rests_until = 0
        """The first day on which there may be training again."""
        self._travels = self.draw.choice(["no", "no", "no", "now and then", "always"])
        self._zone: tzinfo = _BERLIN
        self._checked_in: set[date] = set()
        self._vague = self.draw.choice([0, 0, 0, 0.15])
        self._forgets = self.draw.choice([0, 0.05, 0.2])

    def written(self) -> list[Record]:
        """All of the records."""
        self._who()
        habits = [habit(self) for habit in HABITS]
        stories = self.draw.choice([0, 2, 4])
        away = 0
        for day in range(self.days):
            if away > 0 or self.chance(0.03):
                away = away - 1 if away > 0 else self.draw.choice([1, 4, 15, 20])
                continue
            for habit in habits:
                habit.on(day)
            if stories and self.chance(0.06 * stories):
                self.draw.choice(STORIES)(self, day)
        return self.records

    def chance(self, share: float) -> bool:
        """Whether it happens this time."""
        return self.draw.random() < share

    def maybe(self, value: T) -> T | None:
        """The value, unless it is forgotten."""
        return None if self.chance(self._forgets) else value

    def identity(self) -> UUID:
        """A new id, the same for the same seed."""
        return UUID(int=self.draw.getrandbits(128))

    def at(self, day: int, hour: float) -> datetime:
        """An hour of a day, by the clock that is worn there; often to the minute the same."""
        moment = self.start + timedelta(
            days=day, hours=hour, minutes=self.draw.choice([0, 0, 0, 0, 1, -1, 20])
        )
        return self.local(moment)

    def local(self, moment: datetime) -> datetime:
        """The instant by the clock of the place where somebody is then."""
        if self._travels == "always" or (self._travels != "no" and self.chance(0.05)):
            self._zone = self.draw.choice([_BERLIN, _BERLIN, *_AWAY])
        shown = moment.astimezone(self._zone)
        return shown.astimezone(timezone(shown.utcoffset() or timedelta()))

    def _when(self, at: datetime) -> dict[str, object]:
        if not self.chance(self._vague):
            return {"at": at}
        return {"at": at.replace(hour=12, minute=0), "time_known": False}

    def pain(self, at: datetime, region: str, side: str | None, score: int, **more: object) -> Pain:
        """Write a pain entry."""
        when, onset_h = self._when(at), more.pop("onset_h", None)
        if onset_h is not None:
            more["onset_at"] = when["at"] - timedelta(hours=onset_h)
        made = Pain(id=self.identity(), **when, region=region, side=side, score=score, **more)
        self.records.append(made)
        return made

    def sign(self, at: datetime, sign: str, present: bool = True, **more: object) -> None:
        """Write a sign, or that it is not there."""
        self.records.append(SymptomEntry(id=self.identity(), at=at, symptom=sign, present=present, **more))

    def care(self, at: datetime, kind: str, region: str | None = None, **more: object) -> None:
        """Write something done against a pain."""
        self.records.append(Care(id=self.identity(), **self._when(at), kind=kind, region=region, **more))

    def drink(self, at: datetime, ml: int) -> None:
        """Write a drink."""
        self.records.append(Drink(id=self.identity(), at=at, volume_ml=ml))

    def urine(self, at: datetime, color: int, **more: object) -> None:
        """Write a reading of the urine."""
        self.records.append(Urine(id=self.identity(), at=at, color=color, **more))

    def workout(self, at: datetime, kind: str, sets: Sequence[dict[str, object]], **more: object) -> Workout:
        """Write a workout with its sets."""
        when = self._when(at)
        made = Workout(id=self.identity(), started_at=when.pop("at"), kind=kind, **when, **more)
        self.records.append(made)
        self.records += [Set(workout_id=made.id, position=place, **one) for place, one in enumerate(sets, 1)]
        return made

    def checkin(self, day: int, at: datetime | None, **more: object) -> None:
        """Write the state of a day, once."""
        on = (self.start + timedelta(days=day)).date()
        if on not in self._checked_in:
            self._checked_in.add(on)
            self.records.append(CheckIn(date=on, at=at, **more))

    def mark(self, at: datetime, rule: str, subject: str, until: datetime | None) -> None:
        """Snooze a flag, or acknowledge it when there is no end."""
        action = "acknowledge" if until is None else "snooze"
        made = FlagMark(id=self.identity(), at=at, rule=rule, subject=subject, action=action, until=until)
        self.records.append(made)

    def _who(self) -> None:
        first = self.start.date()
        for word in self.draw.sample(list(ConditionName), self.draw.choice([0, 0, 1, 3])):
            since = self.draw.choice([None, first, first + timedelta(days=30)])
            until = self.draw.choice([None, None, first + timedelta(days=50)])
            self.records.append(Condition(condition=word, since=since, until=until))
        known = dict(self.draw.sample(_PROFILE, self.draw.choice([0, 2, 4])))
        self.records += [ProfileEntry(key=key, value=value) for key, value in known.items()]
