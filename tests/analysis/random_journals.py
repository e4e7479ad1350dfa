"""Random journals of about sixty days: dense enough that records meet, and often exactly on a boundary.

`journals()` gives lists of records in no particular order; `no_look_ahead` and `same_in_any_order` are the two
properties that every rule must have over them.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import TypeVar

from hypothesis import strategies as st
from journals import CATALOGUE

from journal.analysis.engine import History, evaluate
from journal.analysis.frames import Frames
from journal.records import (
    Care,
    CheckIn,
    Condition,
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
    ConditionName,
    Context,
    Drug,
    FormFlag,
    Mechanism,
    Quality,
    Radiation,
    Region,
    SetKind,
    Side,
    SleepPosition,
    Surface,
    Symptom,
    WorkoutKind,
)

T = TypeVar("T")
START = datetime(2026, 8, 1, tzinfo=UTC)
DAYS = 60
EXERCISES = (
    *("squat", "bench-press", "deadlift", "romanian-deadlift", "overhead-press", "barbell-row", "pull-up"),
    *(
        "leg-curl",
        "dumbbell-curl",
        "calf-raise",
        "hip-thrust",
        "superman",
        "plank",
        "sit-up",
        "russian-twist",
    ),
    *("box-jump", "childs-pose", "knees-to-chest"),
)
ENDURANCE = ("run", "run", "ride", "swim", "walk")
# The words that most rules turn on stand first and more than once: a journal about everything is about nothing.
REGIONS = (
    *(Region.LOWER_BACK, Region.LOWER_BACK, Region.LOWER_BACK, Region.KNEE, Region.CALF, Region.CALF),
    *Region,
)
SIGNS = (
    *(Symptom.LEG_NUMBNESS, Symptom.LEG_WEAKNESS, Symptom.FEVER, Symptom.NIGHT_PAIN, Symptom.BLADDER_CHANGE),
    *Symptom,
)
CARE = (CareKind.COLD, CareKind.HEAT, CareKind.ORAL_ANALGESIC, CareKind.DOCTOR, *CareKind)


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Often not recorded."""
    return st.none() | values


def word(words: Iterable[T]) -> st.SearchStrategy[T]:
    """One of the words."""
    return st.sampled_from(list(words))


def amount(low: float, high: float, step: float) -> st.SearchStrategy[float]:
    """A number between the two, in whole steps."""
    return st.integers(0, round((high - low) / step)).map(lambda count: round(low + count * step, 3))


yes_no = st.sampled_from([None, None, True, False])


def instants(days: int = DAYS) -> st.SearchStrategy[datetime]:
    """An instant of the journal, often on the hour, often in the evening, from one of three clocks."""

    def made(day: int, hour: int, minute: int, offset: int) -> datetime:
        return (START + timedelta(days=day, hours=hour, minutes=minute)).astimezone(
            timezone(timedelta(hours=offset))
        )

    return st.builds(
        made,
        st.integers(0, days - 1),
        st.sampled_from([6, 12, 17, 18, 18, 19]) | st.integers(0, 23),
        st.sampled_from([0, 0, 0, 0, 1, 59, 30]),
        st.sampled_from([2, 2, 2, 1, -5]),
    )


def pains(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[Pain]:
    """A pain entry; some with much said of them, most with little."""

    def made(at: datetime, onset_h: float | None, **rest: object) -> Pain:
        return Pain(at=at, onset_at=None if onset_h is None else at - timedelta(hours=onset_h), **rest)

    plain = {"id": st.uuids(), "at": when, "region": word(REGIONS), "score": st.integers(0, 10)}
    full = {
        "side": maybe(word(Side)),
        "qualities": st.lists(word(Quality), max_size=2, unique=True).map(tuple),
        "context": maybe(word(Context)),
        "sudden": yes_no,
        "mechanism": maybe(word(Mechanism)),
        "radiates_to": maybe(word(Radiation)),
        "pop_heard": yes_no,
        "bruising": yes_no,
        "swelling": yes_no,
        "limits_movement": yes_no,
        "flare": yes_no,
        "time_known": st.sampled_from([None, None, None, False]),
    }
    never = st.none()
    onset = maybe(st.sampled_from([0, 1, 12, 24, 72, 100, 500]))
    return st.builds(made, onset_h=never, **plain) | st.builds(made, onset_h=onset, **plain, **full)


def signs(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[SymptomEntry]:
    """A sign that is there or not."""
    return st.builds(
        SymptomEntry,
        id=st.uuids(),
        at=when,
        symptom=word(SIGNS),
        side=maybe(word(Side)),
        present=st.sampled_from([True, True, False]),
    )


def cares(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[Care]:
    """Something done against a pain."""
    return st.builds(
        Care,
        id=st.uuids(),
        at=when,
        kind=word(CARE),
        region=maybe(word(REGIONS)),
        side=maybe(word(Side)),
        duration_min=maybe(amount(0, 60, 5)),
        drug=maybe(word(Drug)),
        dose_mg=maybe(st.sampled_from([200, 400, 600])),
        wrapped=yes_no,
        direct_pressure=yes_no,
        time_known=st.sampled_from([None, None, False]),
    )


def drinks(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[Drink]:
    """Something drunk."""
    return st.builds(Drink, id=st.uuids(), at=when, volume_ml=st.sampled_from([250, 500, 1000, 1600, 3100]))


def urines(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[Urine]:
    """A reading of the urine colour."""
    return st.builds(
        Urine, id=st.uuids(), at=when, color=st.integers(1, 8), first_of_day=yes_no, vitamin_b=yes_no
    )


def checkins(days: int = DAYS) -> st.SearchStrategy[CheckIn]:
    """The state of a day, written in its morning or at 07:00."""

    def made(day: int, hour: int | None, **rest: object) -> CheckIn:
        when = START + timedelta(days=day, hours=hour or 0)
        return CheckIn(date=when.date(), at=None if hour is None else when, **rest)

    return st.builds(
        made,
        day=st.integers(0, days - 1),
        hour=maybe(st.integers(0, 23)),
        body_weight_kg=maybe(amount(70, 80, 0.5)),
        sleep_h=maybe(amount(4, 9, 0.5)),
        sleep_quality=maybe(st.integers(1, 5)),
        sleep_position=maybe(word(SleepPosition)),
        stress=maybe(st.integers(0, 10)),
        sitting_h=maybe(amount(0, 12, 1)),
        cigarettes=maybe(st.integers(0, 10)),
        bed_rest_h=maybe(amount(0, 14, 1)),
    )


def workouts(when: st.SearchStrategy[datetime]) -> st.SearchStrategy[list[Record]]:
    """A workout with its sets."""

    def made(workout: Workout, sets: list[dict[str, object]]) -> list[Record]:
        return [
            workout,
            *(Set(workout_id=workout.id, position=place, **one) for place, one in enumerate(sets, 1)),
        ]

    session = {
        "id": st.uuids(),
        "started_at": when,
        "duration_min": maybe(st.sampled_from([20, 45, 60, 90, 240, 301])),
        "session_rpe": maybe(amount(1, 10, 0.5)),
        "warmup_min": maybe(st.sampled_from([0, 4.99, 5, 10])),
        "cooldown_min": maybe(st.sampled_from([0, 5])),
        "form_flags": st.lists(word(FormFlag), max_size=2, unique=True).map(tuple),
        "stopped_for_pain": yes_no,
        "time_known": st.sampled_from([None, None, None, False]),
        "weight_before_kg": maybe(amount(75, 76, 0.5)),
        "weight_after_kg": maybe(amount(72, 76, 0.5)),
    }
    lift = st.fixed_dictionaries(
        {
            "exercise": word(EXERCISES),
            "kind": maybe(word(SetKind)),
            "reps": maybe(st.integers(1, 12)),
            "weight_kg": maybe(amount(0, 120, 2.5)),
            "rpe": maybe(amount(2, 10, 0.5)),
        }
    )
    stretch = st.fixed_dictionaries(
        {"exercise": word(ENDURANCE), "distance_km": maybe(amount(1, 25, 0.5)), "duration_s": st.just(1800)}
    )
    strength = st.builds(Workout, kind=st.just(WorkoutKind.STRENGTH), **session)
    endurance = st.builds(
        Workout, kind=word([WorkoutKind.RUN, WorkoutKind.RIDE]), surface=maybe(word(Surface)), **session
    )
    return st.builds(made, strength, st.lists(lift, max_size=4)) | st.builds(
        made, endurance, st.lists(stretch, min_size=1, max_size=1)
    )


def conditions() -> st.SearchStrategy[Condition]:
    """A long-lasting condition, always there or for some days."""

    def made(condition: ConditionName, first: int | None, days: int | None) -> Condition:
        since = None if first is None else START.date() + timedelta(days=first)
        return Condition(
            condition=condition,
            since=since,
            until=None if days is None else (since or START.date()) + timedelta(days=days),
        )

    return st.builds(made, word(ConditionName), maybe(st.integers(0, DAYS)), maybe(st.integers(0, 30)))


def profiles() -> st.SearchStrategy[ProfileEntry]:
    """One thing that the writer said of themselves."""
    known = [("birth_year", "1950"), ("birth_year", "1990"), ("weight_goal", "lose"), ("weight_goal", "keep")]
    known += [("target_weight_kg", "65"), ("weight_hints", "yes"), ("drink_hints", "yes")]
    return word(known).map(lambda entry: ProfileEntry(key=entry[0], value=entry[1]))


def journals(days: int = DAYS, *, most: int = 40) -> st.SearchStrategy[list[Record]]:
    """Records of every table, in no order, spread over `days`, or crowded into a few of them."""

    def within(span: int, least: int) -> st.SearchStrategy[list[Record]]:
        when = instants(span)
        one = st.one_of(
            pains(when),
            pains(when),
            pains(when),
            signs(when),
            signs(when),
            cares(when),
            drinks(when),
            urines(when),
            checkins(span),
            workouts(when),
            workouts(when),
            conditions() | profiles(),
        ).map(lambda made: made if isinstance(made, list) else [made])
        entries = st.lists(
            one, min_size=least, max_size=most, unique_by=lambda made: (made[0].TABLE, made[0].key)
        )
        return entries.map(lambda made: [record for entry in made for record in entry])

    # A list without a least size is nearly always short.
    return st.tuples(st.sampled_from([5, 15, days]), st.sampled_from([0, most // 2, most - 5])).flatmap(
        lambda spread: within(*spread)
    )


def said(history: History, instant: int) -> list[str]:
    """What the rules say of an instant, and what they have ever said until then, as it is printed."""
    return [json.dumps(history.judge(instant, past=past).as_json()) for past in (False, True)]


def edges(history: History, draw: Random, count: int) -> set[int]:
    """Instants right at, before and after the beginning or the end of some flags, and of what was missing."""
    found = [at for one in (*history.occurrences, *history.missing) for at in (one.since, one.until) if at]
    return {at + draw.choice([-1, 0, 1]) for at in draw.sample(found, min(count, len(found)))}


def no_look_ahead(records: Sequence[Record], at: datetime, draw: Random, count: int = 5) -> None:
    """What is known at an instant, and where flags begin and end, is the same if the journal ends there."""
    whole = evaluate(Frames.of(records, CATALOGUE))
    for instant in {int(at.timestamp()), *edges(whole, draw, count)}:
        cut = evaluate(Frames.of(records, CATALOGUE, until=instant))
        assert said(cut, instant) == said(whole, instant)


def same_in_any_order(records: Sequence[Record], draw: Random) -> None:
    """The order in which records came into the journal changes nothing."""
    one = evaluate(Frames.of(records, CATALOGUE))
    other = evaluate(Frames.of(draw.sample(records, len(records)), CATALOGUE))
    for instant in edges(one, draw, 4):
        assert said(other, instant) == said(one, instant)
