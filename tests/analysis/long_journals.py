"""Random journals of three years, made of stretches: what went on for months, stopped and came back.

`long_journals()` gives lists of records in no particular order.  They are about what makes it matter how far back a
journal is read: long episodes, urgent signs told again and again, seasons of training, weighings without a time.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

from hypothesis import strategies as st
from random_diaries import Diary
from random_journals import maybe, word

from journal.records import Care, CheckIn, Condition, Drink, Pain, Record, Set, SymptomEntry, Workout
from journal.vocabulary import CareKind, ConditionName, Region, Side, Symptom

BEGIN = datetime(2024, 1, 1, 6, tzinfo=UTC)
DAYS = 1095
_PLACES = (
    Region.LOWER_BACK,
    Region.LOWER_BACK,
    Region.KNEE,
    Region.CALF,
    Region.HIP,
    Region.CHEST,
    Region.NECK,
)
_SIGNS = [sign for sign in Symptom if sign not in ("tired", "dizzy", "dry-mouth", "dark-urine")]
_CLOCKS = [timezone(timedelta(hours=hours)) for hours in (0, 1, 2, -5)]


def instants(records: Sequence[Record]) -> list[datetime]:
    """Instants at which it matters what was long ago: around some late records, and up to a month after them."""
    lived = sorted(one.instant for one in records if one.instant) or [BEGIN]
    late = [timedelta(0), timedelta(seconds=-1), timedelta(days=7), timedelta(days=28, seconds=-1)]
    return [lived[len(lived) * share // 100] + late[share % 4] for share in (69, 85, 94, 99)]


def _times(first: int, steps: Sequence[float], count: int, clock: timezone, odd: Random) -> list[datetime]:
    """Instants from a day on, `steps` days apart in turn, as far as the three years go; seldom one is missed."""
    at, times = float(first), list[datetime]()
    for place in range(count):
        if at > DAYS:
            break
        minutes = odd.choice([0, 0, 0, 60, 61])
        times.append((BEGIN + timedelta(days=at, minutes=minutes)).astimezone(clock))
        at += steps[place % len(steps)] + (odd.choice([3, 5, 20, 60]) if odd.random() < 0.02 else 0)
    return times


_stretch = {
    "first": st.integers(0, DAYS // 2),
    "clock": st.sampled_from(_CLOCKS),
    "odd": st.integers(0, 2**32).map(Random),
}


def _pains() -> st.SearchStrategy[list[Record]]:
    def made(region: Region, side: Side | None, score: int, odd: Random, **stretch: object) -> list[Record]:
        scores = [score] * 9 + [max(0, score - 2), min(10, score + 1)]
        words = [(), (), (), ("dull",), ("sharp",), ("stabbing",), ("numb",)]
        return [
            Pain(
                id=_id(odd),
                at=at,
                region=region,
                side=side,
                score=odd.choice(scores),
                qualities=odd.choice(words),
                sudden=odd.choice([None] * 9 + [True]),
                swelling=odd.choice([None] * 9 + [True]),
                radiates_to=odd.choice([None] * 9 + ["thigh"]),
                time_known=odd.choice([None] * 9 + [False]),
            )
            for at in _times(odd=odd, **stretch)
        ]

    return st.builds(
        made,
        region=word(_PLACES),
        side=maybe(word(Side)),
        score=st.integers(1, 9),
        steps=st.sampled_from([[1], [0.5, 1.5], [2], [2.9], [3]]),
        count=st.sampled_from([30, 150, 350]),
        **_stretch,
    )


def _signs() -> st.SearchStrategy[list[Record]]:
    def made(sign: Symptom, side: Side | None, odd: Random, **stretch: object) -> list[Record]:
        return [
            SymptomEntry(id=_id(odd), at=at, symptom=sign, side=side, present=odd.random() > 0.1)
            for at in _times(odd=odd, **stretch)
        ]

    return st.builds(
        made,
        sign=word(_SIGNS),
        side=maybe(word(Side)),
        steps=st.sampled_from([[1], [6], [7], [27], [28]]),
        count=st.sampled_from([3, 40, 150]),
        **_stretch,
    )


def _training() -> st.SearchStrategy[list[Record]]:
    def made(exercise: str, amount: float, odd: Random, **stretch: object) -> list[Record]:
        records: list[Record] = []
        for at in _times(odd=odd, **stretch):
            done = {"distance_km": amount} if exercise == "run" else {"reps": 5, "weight_kg": 10 * amount}
            workout = Workout(
                id=_id(odd),
                started_at=at,
                kind="run" if exercise == "run" else "strength",
                duration_min=odd.choice([None, 30, 60, 60]),
                session_rpe=odd.choice([None, 3, 6, 8]),
            )
            records += [workout, Set(workout_id=workout.id, position=1, exercise=exercise, **done)]
        return records

    return st.builds(
        made,
        exercise=st.sampled_from(["run", "squat", "deadlift", "bench-press", "calf-raise"]),
        amount=st.integers(3, 12),
        steps=st.sampled_from([[1], [2, 3], [7]]),
        count=st.sampled_from([2, 30, 90]),
        **_stretch,
    )


def _days() -> st.SearchStrategy[list[Record]]:
    """A check-in or a drink on each of some days; check-ins without a time too."""

    def made(kind: str, fall: float, odd: Random, **stretch: object) -> list[Record]:
        times = {at.date(): at for at in _times(odd=odd, **stretch)}
        if kind == "drink":
            return [Drink(id=_id(odd), at=at, volume_ml=250, drink="water") for at in times.values()]
        return [
            CheckIn(date=day, at=at if kind == "timed" else None, body_weight_kg=round(80 - fall * place, 1))
            for place, (day, at) in enumerate(times.items())
        ]

    return st.builds(
        made,
        kind=st.sampled_from(["timed", "plain", "plain", "drink"]),
        fall=st.sampled_from([0, 0.01, 0.1]),
        steps=st.just([1]),
        count=st.sampled_from([10, 100, 300]),
        **_stretch,
    )


def _single() -> st.SearchStrategy[list[Record]]:
    at = st.integers(0, DAYS).map(lambda day: BEGIN + timedelta(days=day))
    care = st.builds(Care, id=st.uuids(), at=at, kind=word(CareKind))
    held = st.builds(Condition, condition=word(ConditionName), since=maybe(st.just(date(2025, 1, 1))))
    return (care | held).map(lambda record: [record])


def long_journals() -> st.SearchStrategy[list[Record]]:
    """Two to six stretches and single records, none told twice."""
    stretches = st.lists(
        st.one_of(_pains(), _pains(), _signs(), _training(), _days(), _single()), min_size=2, max_size=6
    )
    return stretches.map(
        lambda made: list({(one.TABLE, one.key): one for some in made for one in some}.values())
    )


def lives() -> st.SearchStrategy[list[Record]]:
    """Two or three diaries of a week or three, now and then in three years."""

    def made(days: Sequence[tuple[int, int, int]]) -> list[Record]:
        diaries = [Diary(seed, span, BEGIN + timedelta(days=first)) for seed, first, span in days]
        return list({(one.TABLE, one.key): one for diary in diaries for one in diary.written()}.values())

    weeks = st.tuples(st.integers(0, 2**32), st.integers(0, DAYS), st.sampled_from([8, 8, 20]))
    return st.lists(weeks, min_size=2, max_size=3).map(made)


def _id(odd: Random) -> str:
    return f"{odd.getrandbits(128):032x}"
