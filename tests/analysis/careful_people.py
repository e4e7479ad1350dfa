"""Ten people who train with care, for half a year each, made up from a seed.

They miss one session in twenty, write down what they drink on half of the days (1.9 +- 0.35 l), sleep 7.1 +- 0.8 h,
and are a little sore (1 to 3, dull) after one session in five, which settles within two days.  Nothing of that is
worth more than a tip now and then.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random
from uuid import UUID

from journal.records import CheckIn, Condition, Drink, Pain, Record, Set, Workout

START = datetime(2026, 1, 5, tzinfo=timezone(timedelta(hours=1)))
WEEKS = 26
_MISSED = 0.05
_SORE = 0.20
_LOGS_WATER = 0.5

Lift = tuple[str, int, int, float, float]
"""An exercise: slug, sets, repetitions, kg at the start (0 = body weight), kg more every second week."""


@dataclass(frozen=True, slots=True)
class Session:
    """What is planned for a weekday: lifts, or a distance in km, or minutes of something."""

    weekday: int
    kind: str = "strength"
    lifts: tuple[Lift, ...] = ()
    exercise: str = ""
    km: float = 0.0
    minutes: float = 60.0
    rpe: float = 6.0
    sore: tuple[str, str | None] = ("thigh-front", "both")


@dataclass(slots=True)
class Person:
    """Somebody with a plan for each week of the half year."""

    name: str
    plan: Callable[[int], list[Session]]
    weight_kg: float = 75.0
    conditions: tuple[str, ...] = ()
    hour: int = 18
    _made: list[Record] = field(default_factory=list)

    def journal(self, seed: int) -> list[Record]:
        """Everything that they wrote down."""
        draw = Random(f"{self.name} {seed}")  # noqa: S311 - made-up data
        return list(_Half(self, draw).written())


class _Half:
    """Half a year of one person."""

    def __init__(self, person: Person, draw: Random) -> None:
        self._person, self._draw = person, draw
        self._count = draw.getrandbits(64) << 32

    def written(self) -> Iterator[Record]:
        for word in self._person.conditions:
            yield Condition(condition=word)
        for week in range(WEEKS):
            plan = {one.weekday: one for one in self._person.plan(week)}
            for weekday in range(7):
                day = START + timedelta(days=7 * week + weekday)
                yield from self._morning(day, weekday)
                yield from self._water(day)
                if weekday in plan and self._draw.random() >= _MISSED:
                    yield from self._trained(day, week, plan[weekday])

    def _identity(self) -> UUID:
        self._count += 1
        return UUID(int=self._count)

    def _morning(self, day: datetime, weekday: int) -> Iterator[Record]:
        slept = min(9.5, max(4.5, self._draw.gauss(7.1, 0.8)))
        weighed = round(self._person.weight_kg + self._draw.gauss(0, 0.4), 1) if weekday == 0 else None
        yield CheckIn(date=day.date(), sleep_h=round(slept * 4) / 4, body_weight_kg=weighed)

    def _water(self, day: datetime) -> Iterator[Record]:
        if self._draw.random() >= _LOGS_WATER:
            return
        total, hours = self._draw.gauss(1900, 350), (7, 10, 12, 15, 18, 20)
        for hour in hours:
            at = day + timedelta(hours=hour, minutes=self._draw.randrange(60))
            yield Drink(id=self._identity(), at=at, volume_ml=max(50, round(total / len(hours))))

    def _trained(self, day: datetime, week: int, session: Session) -> Iterator[Record]:
        start = day + timedelta(hours=self._person.hour, minutes=self._draw.choice([0, 0, 15, 30]))
        minutes = max(10.0, round(session.minutes * self._draw.uniform(0.95, 1.05)))
        workout = Workout(
            id=self._identity(),
            started_at=start,
            kind=session.kind,
            duration_min=minutes,
            session_rpe=session.rpe + self._draw.choice([-0.5, 0, 0, 0.5]),
            warmup_min=self._draw.choice([None, None, 8, 10]),
        )
        yield workout
        for position, done in enumerate(self._sets(week, session, minutes), 1):
            yield Set(workout_id=workout.id, position=position, **done)
        if self._draw.random() < _SORE:
            yield from self._sore(start + timedelta(minutes=minutes), session)

    def _sets(self, week: int, session: Session, minutes: float) -> Iterator[dict[str, object]]:
        if session.exercise:
            yield {
                "exercise": session.exercise,
                "distance_km": session.km or None,
                "duration_s": round(minutes * 60),
            }
        for slug, count, reps, kg, gain in session.lifts:
            weight = round((kg + gain * (week // 2)) / 2.5) * 2.5 if kg else None
            for _ in range(count):
                yield {"exercise": slug, "reps": reps, "weight_kg": weight}

    def _sore(self, end: datetime, session: Session) -> Iterator[Record]:
        region, side = session.sore
        worst = self._draw.choice([1, 2, 3])
        course = [
            (self._draw.uniform(8, 20), worst),
            (self._draw.uniform(30, 40), max(1, worst - 1)),
            (46, 0),
        ]
        for hours, score in course:
            yield Pain(
                id=self._identity(),
                at=(end + timedelta(hours=hours)).replace(microsecond=0),
                region=region,
                side=side,
                score=score,
                qualities=("dull",) if score else (),
            )


LEGS, PUSH, PULL = ("thigh-front", "both"), ("chest", None), ("upper-back", None)
SQUAT, BENCH, ROW = (
    ("squat", 3, 8, 60, 1.25),
    ("bench-press", 3, 8, 50, 1.25),
    ("barbell-row", 3, 10, 45, 1.0),
)
PRESS, HINGE = ("overhead-press", 3, 8, 30, 0.6), ("romanian-deadlift", 3, 8, 60, 1.25)
CURL, DIPS = ("dumbbell-curl", 3, 12, 10, 0.25), ("triceps-pushdown", 3, 12, 20, 0.5)
PULLUP, CALVES = ("pull-up", 3, 6, 0, 0), ("calf-raise", 3, 15, 40, 1.0)


def _lifting(*days: tuple[int, tuple[Lift, ...], tuple[str, str | None]], rpe: float = 7.0) -> list[Session]:
    return [Session(weekday, lifts=lifts, sore=sore, rpe=rpe) for weekday, lifts, sore in days]


def _running(*days: tuple[int, float], rpe: float = 5.0) -> list[Session]:
    return [
        Session(weekday, "run", exercise="run", km=km, minutes=km * 6, rpe=rpe, sore=("calf", "both"))
        for weekday, km in days
    ]


def _full_body(_: int) -> list[Session]:
    whole = (SQUAT, BENCH, ROW, CURL, ("plank", 3, 1, 0, 0))
    return _lifting((0, whole, LEGS), (2, whole, PUSH), (4, whole, LEGS))


def _upper_lower(_: int) -> list[Session]:
    upper, lower = (BENCH, ROW, PRESS, CURL), (SQUAT, HINGE, CALVES, ("dead-bug", 3, 10, 0, 0))
    return _lifting((0, upper, PUSH), (1, lower, LEGS), (3, upper, PULL), (4, lower, LEGS))


def _push_pull_legs(_: int) -> list[Session]:
    push, pull, legs = (
        (BENCH, PRESS, DIPS),
        (PULLUP, ROW, CURL),
        (SQUAT, ("leg-curl", 3, 12, 35, 0.5), CALVES),
    )
    days = (
        (0, push, PUSH),
        (1, pull, PULL),
        (2, legs, LEGS),
        (3, push, PUSH),
        (4, pull, PULL),
        (5, legs, LEGS),
    )
    return _lifting(*days)


def _five_by_five(week: int) -> list[Session]:
    # Every session a plate more for the first ten weeks, as novices do; then every second week.
    early = min(week, 10)

    def lift(slug: str, sets: int, start: float, step: float) -> Lift:
        return (slug, sets, 5, start + step * early + step * (max(0, week - 10) // 2), 0)

    first = (lift("squat", 5, 40, 5), lift("bench-press", 5, 35, 2.5), lift("barbell-row", 5, 35, 2.5))
    second = (lift("squat", 5, 42.5, 5), lift("overhead-press", 5, 25, 1.25), lift("deadlift", 1, 60, 5))
    days = (first, second, first) if week % 2 else (second, first, second)
    return _lifting(*((weekday, lifts, LEGS) for weekday, lifts in zip((0, 2, 4), days, strict=True)))


def _runner(week: int) -> list[Session]:
    return _running((1, 6), (3, 8), (4, 5), (6, 12 + 0.5 * min(week // 2, 8)))


def _marathon(week: int) -> list[Session]:
    # Up by a tenth three weeks running, then an easy week; the plan stops growing at three times its start.
    steps = 3 * (week // 4) + min(week % 4, 2)
    grown = min(1.1**steps, 3.0)
    share = grown * (0.7 if week % 4 == 3 else 1.0)
    return _running(*((day, int(km * share * 10) / 10) for day, km in ((1, 6), (3, 7), (5, 5), (6, 11))))


def _lifts_and_runs(_: int) -> list[Session]:
    lifts = _lifting(
        (0, (SQUAT, BENCH, ROW), LEGS), (2, (HINGE, PRESS, PULLUP), PULL), (4, (SQUAT, BENCH, ROW), LEGS)
    )
    return lifts + _running((1, 6), (5, 9))


def _walker(_: int) -> list[Session]:
    walks = [
        Session(day, "walk", exercise="walk", km=4, minutes=50, rpe=2, sore=("calf", "both"))
        for day in (0, 2, 4, 5, 6)
    ]
    yoga = [Session(day, "yoga", lifts=(("cat-cow", 2, 10, 0, 0),), minutes=45, rpe=3) for day in (1, 3)]
    return walks + yoga


def _at_home(_: int) -> list[Session]:
    push = (("push-up", 4, 12, 0, 0), ("dip", 3, 8, 0, 0))
    legs = (("bodyweight-squat", 4, 20, 0, 0), ("glute-bridge", 3, 15, 0, 0))
    pull = (("pull-up", 4, 6, 0, 0), ("plank", 3, 1, 0, 0))
    return _lifting(
        (0, push, PUSH), (1, legs, LEGS), (2, pull, PULL), (3, push, PUSH), (4, legs, LEGS), rpe=6.5
    )


def _sixty(_: int) -> list[Session]:
    whole = (("leg-press", 2, 12, 60, 0.6), ("lat-pulldown", 2, 12, 30, 0.3), ("glute-bridge", 2, 12, 0, 0))
    return _lifting((1, whole, LEGS), (4, whole, PULL), rpe=5.0)


PEOPLE = (
    Person("full body, 3 times", _full_body),
    Person("upper and lower, 4 times", _upper_lower),
    Person("push, pull, legs, 6 times", _push_pull_legs),
    Person("5x5 novice", _five_by_five),
    Person("runner, 4 times", _runner, 68),
    Person("marathon plan", _marathon, 66, hour=7),
    Person("3 lifts and 2 runs", _lifts_and_runs),
    Person("walker with yoga", _walker, 70, hour=9),
    Person("body weight at home, 5 times", _at_home, 72),
    Person("60, arthritis, 2 times", _sixty, 82, ("arthritis",), hour=10),
)
SEEDS = (1, 2, 3)
