"""Six believable months of somebody who trains and hurts: what a newcomer sees before logging anything.

The same seed, day and zone give the same journal.  The first months come as if imported from another app; a
strained back in the second month and a runner's knee in the last weeks are what the flags are about.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from random import Random
from typing import Any
from uuid import UUID

from journal.clock import in_offset
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Pain,
    ProfileEntry,
    Record,
    Set,
    SymptomEntry,
    Urine,
    Workout,
)
from journal.vocabulary import (
    CareKind,
    Context,
    Drug,
    Mechanism,
    Quality,
    Region,
    SetKind,
    Side,
    SleepPosition,
    Surface,
    Symptom,
    WorkoutKind,
)

DAYS = 182
_IMPORTED_DAYS = 84
_MORNING = 8

_UPPER = (
    ("bench-press", 70.0, 5),
    ("barbell-row", 62.5, 6),
    ("overhead-press", 42.5, 6),
    ("lat-pulldown", 60.0, 10),
)
_LOWER = (
    ("squat", 95.0, 5),
    ("romanian-deadlift", 80.0, 8),
    ("leg-press", 150.0, 10),
    ("calf-raise", 60.0, 12),
)
_UPPER_LIGHT = (
    ("incline-bench-press", 55.0, 8),
    ("pull-up", 0.0, 7),
    ("dumbbell-curl", 14.0, 10),
    ("plank", 0.0, 0),
)
_LOWER_LIGHT = (
    ("deadlift", 115.0, 4),
    ("front-squat", 65.0, 6),
    ("leg-curl", 45.0, 12),
    ("side-plank", 0.0, 0),
)
_WEEK = {0: _UPPER, 1: _LOWER, 3: _UPPER_LIGHT, 4: _LOWER_LIGHT}
_TITLES = {0: "Upper A", 1: "Lower A", 3: "Upper B", 4: "Lower B"}


@dataclass(slots=True)
class Demo:
    """The made journal: what came by import, and what was logged since."""

    imported: list[Record] = field(default_factory=list)
    logged: list[Record] = field(default_factory=list)


def demo(seed: int, today: date, now: datetime, zone: tzinfo) -> Demo:
    """The demo journal that ends on `today`; nothing in it is later than `now`."""
    return _Diary(Random(seed), today, now, zone).write()  # noqa: S311 - a story, not a secret


class _Diary:
    """One made-up person, day by day."""

    def __init__(self, random: Random, today: date, now: datetime, zone: tzinfo) -> None:
        self.random = random
        self.first = today - timedelta(days=DAYS - 1)
        # The back goes on a Friday with deadlifts in it, the knee on a Saturday with a long run.
        self.strain = next(day for day in range(64, 71) if self.weekday(day) == 4)
        self.knee = next(day for day in range(DAYS - 7, 0, -1) if self.weekday(day) == 5)
        self.now = now
        self.zone = zone

    def weekday(self, number: int) -> int:
        """0 = Monday."""
        return (self.first + timedelta(days=number)).weekday()

    def write(self) -> Demo:
        """All days."""
        made = Demo(logged=list(_profile()))
        for number in range(DAYS):
            training = list(self.training(number))
            (made.imported if number < _IMPORTED_DAYS else made.logged).extend(training)
            if number >= _IMPORTED_DAYS - 30:
                made.logged.extend(self.living(number, bool(training)))
        return Demo(*(self.by_now(records) for records in (made.imported, made.logged)))

    def by_now(self, records: list[Record]) -> list[Record]:
        """Only what has happened already, workouts with all of their sets."""
        late = {
            record.id for record in records if isinstance(record, Workout) and record.started_at > self.now
        }
        return [
            record
            for record in records
            if not (isinstance(record, Set) and record.workout_id in late) and not self.is_later(record)
        ]

    def is_later(self, record: Record) -> bool:
        """Whether the record lies in the future."""
        return record.instant is not None and record.instant > self.now

    def at(self, number: int, hour: int, minute: int = 0, spread: int = 25) -> datetime:
        """A moment of a day, give or take some minutes; this morning's is past, however early it is now."""
        moment = datetime.combine(self.first + timedelta(days=number), time(hour, minute))
        planned = in_offset(moment + timedelta(minutes=self.random.randint(-spread, spread)), self.zone)
        if number == DAYS - 1 and hour <= _MORNING and planned > self.now:
            midnight = self.now.replace(hour=0, minute=0, second=0)
            return max(midnight, self.now - timedelta(minutes=5 * (_MORNING + 1 - hour)))
        return planned

    def new_id(self) -> UUID:
        """An id that the seed decides."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def make(self, record: Callable[..., Record], /, **fields: Any) -> Record:
        """A record with an id of its own."""
        return record(id=self.new_id(), **fields)

    def training(self, number: int) -> Iterator[Record]:
        """The workout of a day, if any: four days of weights, one or two of running."""
        weekday = self.weekday(number)
        resting = self.strain < number <= self.strain + 6 or (number > self.knee and weekday in (2, 5))
        if resting or self.random.random() < 0.07:
            return
        if weekday in _WEEK:
            yield from self.lifting(number, weekday)
        elif weekday == 5:
            yield from self.running(number, self.long_run_km(number), "trail")
        elif weekday == 2 and self.random.random() < 0.7:
            yield from self.running(number, 5 + self.random.choice((0.0, 0.4, 1.0)), "asphalt")

    def long_run_km(self, number: int) -> float:
        """A long run that grows slowly, until the day that it did not."""
        usual = 8 + number / 60 + self.random.choice((-0.6, 0.0, 0.3))
        return 17.5 if self.knee - 3 <= number <= self.knee else round(usual, 1)

    def lifting(self, number: int, weekday: int) -> Iterator[Record]:
        """One workout with weights; a little more each month, an easy week in four, light after the strain."""
        imported = number < _IMPORTED_DAYS
        easy = (number // 7) % 4 == 3
        back = self.strain < number < self.strain + 24 and weekday in (1, 4)
        factor = (1 + number / 1500) * (0.85 if easy else 1.0) * (0.55 if back else 1.0)
        effort = self.random.choice((6.0, 6.5, 7.0, 7.5, 8.0)) - (1.5 if easy or back else 0)
        made = Workout(
            id=self.new_id(),
            started_at=self.at(number, 18, 10),
            duration_min=self.random.randint(48, 72),
            title=_TITLES[weekday],
            kind=WorkoutKind.STRENGTH,
            session_rpe=None if imported else effort,
            warmup_min=None if imported else self.random.choice((5, 8, 10)),
            source="strong" if imported else "",
        )
        yield made
        position = 0
        for exercise, kg, reps in _WEEK[weekday]:
            for index in range(4 if kg else 3):
                position += 1
                load = round(kg * factor * (0.6 if index == 0 and kg else 1.0) / 2.5) * 2.5
                if number == self.strain and exercise == "deadlift" and index:
                    load = 145.0
                yield Set(
                    workout_id=made.id,
                    position=position,
                    exercise=exercise,
                    kind=SetKind.WARMUP if index == 0 and kg else SetKind.NORMAL,
                    reps=max(1, reps - (index == 3) * self.random.randint(0, 1)) if reps else None,
                    weight_kg=load or None,
                    duration_s=None if reps else self.random.choice((40, 45, 50)),
                )

    def running(self, number: int, km: float, surface: str) -> Iterator[Record]:
        """One run."""
        pace = 5.7 + self.random.uniform(-0.15, 0.25)
        minutes = round(km * pace, 1)
        made = Workout(
            id=self.new_id(),
            started_at=self.at(number, 9 if km > 7 else 18),
            duration_min=minutes,
            title="Long run" if km > 7 else "Easy run",
            kind=WorkoutKind.RUN,
            session_rpe=None if number < _IMPORTED_DAYS else min(9, 4 + round(km / 6)),
            surface=Surface(surface),
            source="strong" if number < _IMPORTED_DAYS else "",
        )
        yield made
        yield Set(
            workout_id=made.id, position=1, exercise="run", distance_km=km, duration_s=round(minutes * 60)
        )

    def living(self, number: int, trained: bool) -> Iterator[Record]:
        """Water, sleep, pain and care of a day."""
        if self.random.random() < 0.8:
            yield self.checkin(number)
        if self.random.random() < 0.75:
            for hour in (8, 10, 12, 15, 17, 20)[: self.random.randint(4, 6) + (1 if trained else 0)]:
                yield self.make(
                    Drink,
                    at=self.at(number, hour),
                    volume_ml=self.random.choice((250, 300, 500)),
                    drink="water",
                )
        if self.random.random() < 0.2:
            yield self.make(
                Urine, at=self.at(number, 7, 10), color=self.random.choice((2, 3, 3, 4)), first_of_day=True
            )
        yield from self.strained_back(number - self.strain)
        yield from self.runners_knee(number - self.knee)
        if trained and self.random.random() < 0.2:
            yield self.soreness(number)

    def checkin(self, number: int) -> Record:
        """How the night was, and the morning's weight."""
        return CheckIn(
            date=self.first + timedelta(days=number),
            at=self.at(number, 7),
            body_weight_kg=round(79.5 - number / 120 + self.random.uniform(-0.5, 0.5), 1),
            sleep_h=round(self.random.gauss(7.2, 0.6), 2),
            sleep_quality=self.random.choice((3, 3, 4, 4, 5)),
            sleep_position=self.random.choice((SleepPosition.SIDE, SleepPosition.BACK)),
            stress=self.random.choice((2, 3, 3, 4, 5)),
            sitting_h=self.random.choice((5.0, 6.0, 6.5)),
        )

    def soreness(self, number: int) -> Record:
        """Ordinary soreness the morning after."""
        region = self.random.choice((Region.THIGH_FRONT, Region.CHEST, Region.THIGH_BACK))
        side = None if region is Region.CHEST else Side.BOTH
        return self.make(
            Pain,
            at=self.at(number + 1, 7, 30),
            region=region,
            side=side,
            score=self.random.choice((1, 2, 2, 3)),
            qualities=(Quality.DULL,),
            context=Context.LATER,
        )

    def strained_back(self, day: int) -> Iterator[Record]:
        """A lower back that a heavy deadlift strained, and how it settled."""
        number = day + self.strain
        back: dict[str, Any] = {"region": Region.LOWER_BACK, "side": Side.LEFT}
        if day == 0:
            yield self.make(
                Pain,
                at=self.at(number, 18, 50, 2),
                score=6,
                qualities=(Quality.SHARP,),
                context=Context.DURING,
                sudden=True,
                mechanism=Mechanism.LIFT,
                note="third set of deadlifts, felt it on the way up",
                **back,
            )
            for sign in (Symptom.SADDLE_NUMBNESS, Symptom.LEG_WEAKNESS, Symptom.LEG_NUMBNESS):
                yield self.make(SymptomEntry, at=self.at(number, 19, 5, 0), symptom=sign, present=False)
        scores = (6, 5, 5, 4, 4, 3, 2, 2, 1, 0)
        if 1 <= day <= len(scores):
            quality = Quality.STIFF if day > 2 else Quality.ACHE
            for hour, less in ((7, 0), (20, 1)):
                score = max(0, scores[day - 1] - less)
                qualities = (quality,) if score else ()
                yield self.make(Pain, at=self.at(number, hour), score=score, qualities=qualities, **back)
        if day in (0, 1):
            yield self.make(
                Care, at=self.at(number, 20, 30), kind=CareKind.COLD, duration_min=15, wrapped=True, **back
            )
        if day in (1, 2):
            yield self.make(
                Care, at=self.at(number, 21), kind=CareKind.ORAL_ANALGESIC, drug=Drug.IBUPROFEN, dose_mg=400
            )
        if day == 4:
            yield self.make(
                Care, at=self.at(number, 17), kind=CareKind.PHYSIO, note="strain, keep moving", **back
            )
        if day in (5, 7):
            yield self.make(
                Care, at=self.at(number, 20), kind=CareKind.HEAT, duration_min=15, wrapped=True, **back
            )

    def runners_knee(self, day: int) -> Iterator[Record]:
        """A left knee after a run that was twice as long as usual; still there today."""
        scores = (4, 4, 5, 4, 4, 4, 3, 4, 3, 3, 4, 3, 3, 2)
        if not 0 <= day < len(scores):
            return
        knee: dict[str, Any] = {"region": Region.KNEE, "side": Side.LEFT, "qualities": (Quality.ACHE,)}
        context = Context.LATER if day else Context.RIGHT_AFTER
        hour = 12 if day == 0 else 8
        yield self.make(Pain, at=self.at(self.knee + day, hour), score=scores[day], context=context, **knee)
        if day in (1, 2):
            yield self.make(
                Care,
                at=self.at(self.knee + day, 20),
                kind=CareKind.COLD,
                region=Region.KNEE,
                side=Side.LEFT,
                duration_min=15,
                wrapped=True,
            )


def _profile() -> Iterator[Record]:
    for key, value in (
        ("weight_unit", "kg"),
        ("distance_unit", "km"),
        ("glass_ml", "250"),
        ("birth_year", "1988"),
    ):
        yield ProfileEntry(key=key, value=value)
