"""Random entries, of every kind that quick entry can say, come back from the line that they are written as."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.clock import in_offset
from journal.entry import parse, spell
from journal.entry.drink import DRINKS
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Pain,
    Session,
    SessionDetails,
    Set,
    SymptomEntry,
    Urine,
    Workout,
)
from journal.vocabulary import (
    CareKind,
    Context,
    DistanceUnit,
    Drug,
    FormFlag,
    MassUnit,
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

NOW = datetime.fromisoformat("2026-11-25T18:30:00+01:00")
ZONE = ZoneInfo("Europe/Berlin")
NOTES = st.just("") | st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20
)
MINUTES_BACK = st.just(0) | st.integers(1, 400 * 24 * 60)
UNITS = st.sampled_from([(MassUnit.KG, DistanceUnit.KM), (MassUnit.LB, DistanceUnit.MI)])
GRAMS = st.integers(-50_000, 400_000)
EXERCISES = ["squat", "romanian-deadlift", "pull-up", "dumbbell-curl", "box-jump", "childs-pose"]


def maybe(strategy):
    return st.none() | strategy


@st.composite
def moments(draw, now):
    """An instant of the last year or so, to the minute; or a date without a clock."""
    at = in_offset(now - timedelta(minutes=draw(MINUTES_BACK)), ZONE)
    if at.date() < now.date() and draw(st.booleans()):
        return in_offset(datetime(at.year, at.month, at.day, 12), ZONE), False  # noqa: DTZ001 - the zone is given
    return at, None


@st.composite
def pains(draw):
    at, known = draw(moments(NOW))
    onset = draw(maybe(st.integers(0, 10_000)))
    return Pain(
        id=uuid4(),
        at=at,
        time_known=known,
        region=draw(st.sampled_from(Region)),
        side=draw(maybe(st.sampled_from(Side))),
        score=draw(st.integers(0, 10)),
        qualities=draw(st.sets(st.sampled_from(Quality))),
        context=draw(maybe(st.sampled_from(Context))),
        onset_at=None if onset is None else in_offset(at - timedelta(minutes=onset), ZONE),
        sudden=draw(maybe(st.booleans())),
        mechanism=draw(maybe(st.sampled_from(Mechanism))),
        radiates_to=draw(maybe(st.sampled_from(Radiation))),
        pop_heard=draw(maybe(st.booleans())),
        bruising=draw(maybe(st.booleans())),
        swelling=draw(maybe(st.booleans())),
        limits_movement=draw(maybe(st.booleans())),
        flare=draw(maybe(st.booleans())),
        note=draw(NOTES),
    )


@st.composite
def cares(draw):
    at, known = draw(moments(NOW))
    common = {"id": uuid4(), "at": at, "time_known": known, "note": draw(NOTES)}
    if draw(st.booleans()):
        drug, dose = draw(maybe(st.sampled_from(Drug))), draw(maybe(st.integers(1, 5000)))
        return Care(kind=CareKind.ORAL_ANALGESIC, drug=drug, dose_mg=dose, **common)
    return Care(
        kind=draw(st.sampled_from([kind for kind in CareKind if kind is not CareKind.ORAL_ANALGESIC])),
        region=draw(maybe(st.sampled_from(Region))),
        side=draw(maybe(st.sampled_from(Side))),
        duration_min=draw(maybe(st.integers(0, 20_000).map(lambda seconds: seconds / 60))),
        wrapped=draw(maybe(st.booleans())),
        direct_pressure=draw(maybe(st.booleans())),
        **common,
    )


@st.composite
def readings(draw):
    """Drinks, urine and symptoms: records whose time is always known."""
    common = {
        "id": uuid4(),
        "at": in_offset(NOW - timedelta(minutes=draw(MINUTES_BACK)), ZONE),
        "note": draw(NOTES),
    }
    match draw(st.integers(0, 2)):
        case 0:
            drink = draw(st.sampled_from(sorted(set(DRINKS.values()))))
            return Drink(drink=drink, volume_ml=draw(st.integers(0, 100_000)), **common)
        case 1:
            return Urine(
                color=draw(st.integers(1, 8)),
                first_of_day=draw(maybe(st.just(True))),
                vitamin_b=draw(maybe(st.just(True))),
                **common,
            )
        case _:
            return SymptomEntry(
                symptom=draw(st.sampled_from(Symptom)),
                side=draw(maybe(st.sampled_from(Side))),
                present=draw(st.booleans()),
                **common,
            )


@st.composite
def checkins(draw):
    at = in_offset(NOW - timedelta(minutes=draw(MINUTES_BACK)), ZONE)
    known = at.date() == NOW.date() or draw(st.booleans())
    fields = {
        "body_weight_kg": st.integers(1000, 700_000).map(lambda grams: grams / 1000),
        "sleep_h": st.integers(0, 24 * 3600).map(lambda seconds: seconds / 3600),
        "sleep_quality": st.integers(1, 5),
        "sleep_position": st.sampled_from(SleepPosition),
        "stress": st.integers(0, 10),
        "sitting_h": st.integers(0, 24 * 60).map(lambda minutes: minutes / 60),
        "cigarettes": st.integers(0, 100),
        "bed_rest_h": st.integers(0, 24),
    }
    names = draw(st.sets(st.sampled_from(sorted(fields)), min_size=1))
    values = {name: draw(fields[name]) for name in sorted(names)}
    return CheckIn(date=at.date(), at=at if known else None, note=draw(NOTES), **values)


@st.composite
def strength(draw):
    at, known = draw(moments(NOW))
    workout = Workout(
        id=uuid4(), started_at=at, time_known=known, kind=WorkoutKind.STRENGTH, note=draw(NOTES)
    )
    kinds = st.sampled_from([None, SetKind.WARMUP, SetKind.DROP, SetKind.FAILURE])
    kg = maybe(GRAMS.map(lambda grams: grams / 1000))
    runs = draw(
        st.lists(
            st.tuples(st.integers(1, 25), st.booleans(), st.integers(0, 100), kg, kinds),
            min_size=1,
            max_size=6,
        )
    )
    slug, rpe = (
        draw(st.sampled_from(EXERCISES)),
        draw(maybe(st.integers(0, 40).map(lambda quarters: quarters / 4))),
    )
    made = [run for run in runs for _ in range(run[0])]
    sets = tuple(
        Set(
            workout_id=workout.id,
            position=place,
            exercise=slug,
            kind=kind,
            reps=None if timed else amount,
            duration_s=amount if timed else None,
            weight_kg=weight,
            rpe=rpe,
        )
        for place, (_, timed, amount, weight, kind) in enumerate(made, 1)
    )
    return Session(workout, sets)


@st.composite
def endurance(draw):
    at, known = draw(moments(NOW))
    kind, slug = draw(
        st.sampled_from([("run", "run"), ("ride", "ride"), ("row", "row-erg"), ("other", "elliptical")])
    )
    metres = draw(maybe(st.integers(0, 100_000)))
    shortest = 300 if metres is None else 1 + metres * 120 // 1000
    seconds = draw(maybe(st.integers(shortest, shortest + 20_000)))
    workout = Workout(
        id=uuid4(),
        started_at=at,
        time_known=known,
        kind=kind,
        duration_min=None if seconds is None else seconds / 60,
        session_rpe=draw(maybe(st.integers(0, 10))),
        # "run treadmill" is an exercise of its own; behind an amount it is the surface.
        surface=draw(maybe(st.sampled_from(Surface))) if metres is not None or seconds is not None else None,
        note=draw(NOTES),
    )
    km = None if metres is None else metres / 1000
    return Session(
        workout, (Set(workout_id=workout.id, position=1, exercise=slug, distance_km=km, duration_s=seconds),)
    )


@st.composite
def details(draw):
    at, known = draw(moments(NOW))
    minutes = st.integers(0, 36_000).map(lambda seconds: round(seconds / 60, 3))
    fields = {
        "kind": st.sampled_from(WorkoutKind),
        "duration_min": minutes,
        "session_rpe": st.integers(0, 10),
        "warmup_min": minutes,
        "cooldown_min": minutes,
        "surface": st.sampled_from(Surface),
        "form_flags": st.sets(st.sampled_from(FormFlag), min_size=1).map(
            lambda flags: tuple(flag for flag in FormFlag if flag in flags)
        ),
        "stopped_for_pain": st.just(True),
    }
    names = draw(st.sets(st.sampled_from(sorted(fields)), min_size=1))
    changes = {name: draw(fields[name]) for name in sorted(names)}
    note = draw(NOTES)
    return SessionDetails(at, changes | ({"note": note} if note else {}), known)


def without_ids(entry):
    """The entry with every id made the same."""
    none = UUID(int=0)
    match entry:
        case Session():
            return without_ids(entry.workout), [one.but(workout_id=none, position=1) for one in entry.sets]
        case SessionDetails() | CheckIn():
            return entry
    return entry.but(id=none)


@settings(deadline=None)
@given(
    entry=pains() | cares() | readings() | checkins() | endurance() | details(),
    units=UNITS,
)
def test_an_entry_comes_back_from_its_line(entry, units, writer):
    mine = replace(writer, weight_unit=units[0], distance_unit=units[1])
    (one,) = parse(spell(entry, mine), mine)
    assert without_ids(one.entry) == without_ids(entry)


@settings(deadline=None)
@given(entry=strength(), units=UNITS)
def test_sets_come_back_from_their_line_or_from_several_that_join(entry, units, writer):
    mine = replace(writer, weight_unit=units[0], distance_unit=units[1])
    parts = [one.entry for one in parse(spell(entry, mine), mine)]
    assert all(without_ids(part.workout) == without_ids(entry.workout) for part in parts)
    joined = Session(entry.workout, tuple(one for part in parts for one in part.sets))
    assert without_ids(joined) == without_ids(entry)
