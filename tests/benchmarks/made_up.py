"""A journal of any number of years, the same each time: three strength workouts and two runs a week, pain, water."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from journal.records import CheckIn, Drink, Pain, Record, Set, Workout

LAST = date(2026, 11, 22)
_LIFTS = ("squat", "bench-press", "barbell-row", "deadlift", "overhead-press", "pull-up", "leg-curl", "plank")


def journal(years: int) -> list[Record]:
    """About 4,000 sets, 730 pain entries, 2,190 drinks and 365 check-ins a year, the last day 2026-11-22."""
    made = random.Random(years)  # noqa: S311 - made-up data
    records: list[Record] = []
    days = 365 * years
    for number in range(days):
        day = LAST - timedelta(days=days - 1 - number)
        if day.weekday() in (0, 2, 4):
            records += _lifting(made, day, number)
        elif day.weekday() in (1, 5):
            records += _running(made, day)
        records += _living(made, day, number)
    return records


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def _id(made: random.Random) -> UUID:
    return UUID(int=made.getrandbits(128), version=4)


def _lifting(made: random.Random, day: date, number: int) -> list[Record]:
    workout = Workout(
        id=_id(made),
        started_at=_at(day, 18),
        kind="strength",
        duration_min=60,
        session_rpe=made.choice((6, 7, 8)),
    )
    chosen = [_LIFTS[(number + step) % len(_LIFTS)] for step in range(6)]
    sets = [
        Set(
            workout_id=workout.id,
            position=place,
            exercise=exercise,
            reps=made.randint(4, 10),
            weight_kg=round(40 + number / 100 + made.randint(0, 8) * 2.5, 1),
        )
        for place, exercise in enumerate((one for one in chosen for _ in range(4)), 1)
    ]
    return [workout, *sets]


def _running(made: random.Random, day: date) -> list[Record]:
    km = round(made.uniform(4, 9), 1)
    workout = Workout(
        id=_id(made),
        started_at=_at(day, 7),
        kind="run",
        duration_min=round(km * 5.8),
        session_rpe=made.randint(4, 6),
    )
    return [
        workout,
        Set(workout_id=workout.id, position=1, exercise="run", distance_km=km, duration_s=round(km * 348)),
    ]


def _living(made: random.Random, day: date, number: int) -> list[Record]:
    records: list[Record] = [
        Drink(id=_id(made), at=_at(day, hour), volume_ml=made.choice((250, 300, 500)), drink="water")
        for hour in (8, 10, 12, 15, 17, 19)
    ]
    flare = number % 60 < 9
    for hour, region in ((7, "lower-back"), (21, "knee")):
        score = made.randint(3, 6) if flare else made.choice((0, 0, 1, 2))
        side = "left" if region == "knee" else None
        records.append(Pain(id=_id(made), at=_at(day, hour, 30), region=region, side=side, score=score))
    records.append(CheckIn(date=day, at=_at(day, 7), sleep_h=round(made.gauss(7, 0.7), 1), body_weight_kg=80))
    return records


def strong_csv(sets: int) -> str:
    """A Strong export (Android, kilograms) with that many sets."""
    made = random.Random(sets)  # noqa: S311 - made-up data
    head = (
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";'
    )
    lines = [head + '"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"']
    names = ("Squat (Barbell)", "Bench Press (Barbell)", "Bent Over Row (Barbell)", "Deadlift (Barbell)")
    for number in range(sets):
        workout = number // 20
        at = _at(LAST, 18) - timedelta(days=sets // 20 - workout)
        kilograms = 40 + made.randint(0, 30) * 2.5
        lines.append(
            f'"{workout + 1}";"{at:%Y-%m-%d %H:%M:%S}";"Day {workout % 3}";"3600";"{names[number % 20 // 5]}";'
            f'"{number % 5 + 1}";"{kilograms}";"{made.randint(3, 10)}";"";"";"";"";""'
        )
    return "\n".join(lines) + "\n"
