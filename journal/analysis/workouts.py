"""Workouts as the rules see them: when they ended, how hard they were, and what they trained."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from journal.analysis.instants import MINUTE, local_day
from journal.analysis.regions import loaded_regions, touched_regions, worked_regions
from journal.exercises import Catalogue, Exercise
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag, Muscle, Region, SetKind, WorkoutKind

MAX_DURATION_MIN = 300
"""A longer duration is a forgotten timer: it counts as unknown."""
ASSUMED_MIN = 60
"""How long a workout of unknown duration is taken to have lasted."""
COUNTED_RPE = 4
"""Easier sets, and sets of easier sessions, load no muscle group."""
HARD_RPE = 6
"""Working sets from this effort on (four or fewer repetitions in reserve) are hard."""
E1RM_MAX_REPS = 12


def e1rm(kg: pd.Series, reps: pd.Series) -> pd.Series:
    """Estimated one-repetition maximum of each set in kg (Epley 1985).

    One repetition is its own maximum.  NaN outside 1 to 12 repetitions and without a load.
    """
    estimated = (kg * (1 + reps / 30)).where(reps > 1, kg)
    return estimated.where((reps >= 1) & (reps <= E1RM_MAX_REPS) & (kg > 0))


@dataclass(frozen=True, slots=True)
class Work:
    """What one exercise amounted to in one workout, over its working sets.

    `counted` leaves out easy sets (below RPE 4), `hard` those below RPE 6; an unknown RPE counts.  `top_kg` is
    the heaviest load, `top_e1rm_kg` the estimated maximum that this heaviest set (at `top_position`) shows,
    `e1rm_kg` the best estimated maximum of all sets, `tonnage_kg` the sum of repetitions x kg; None where
    nothing of the kind was recorded.
    """

    exercise: Exercise
    sets: int
    counted: int
    hard: int
    reps: int
    top_kg: float | None
    top_e1rm_kg: float | None
    top_position: int
    e1rm_kg: float | None
    tonnage_kg: float
    km: float
    seconds: int
    position: int


@dataclass(frozen=True)
class Bout:
    """One workout: instants in seconds since 1970 UTC, `day` its local start date as an ordinal."""

    id: str
    ts: int
    offset: int
    day: int
    time_known: bool
    kind: str
    minutes: float | None
    rpe: float | None
    end: int
    end_assumed: bool
    warmup_min: float | None
    cooldown_min: float | None
    surface: str
    form_flags: frozenset[str]
    stopped_for_pain: bool | None
    weight_before_kg: float | None
    weight_after_kg: float | None
    work: tuple[Work, ...] = field(default=())

    @cached_property
    def load(self) -> float | None:
        """Session load in AU: session RPE x minutes (Foster 1998); None when either is unknown, never 0."""
        return None if self.rpe is None or self.minutes is None else self.rpe * self.minutes

    @cached_property
    def is_endurance(self) -> bool:
        """Whether it is measured by distance and time."""
        return self.kind in ENDURANCE_KINDS

    @cached_property
    def km(self) -> float:
        """Distance of all its exercises."""
        return sum(work.km for work in self.work)

    @cached_property
    def tonnage_kg(self) -> float:
        """Sum of repetitions x kg over its working sets."""
        return sum(work.tonnage_kg for work in self.work)

    @cached_property
    def tags(self) -> frozenset[ExerciseTag]:
        """Tags of all exercises with a working set."""
        return frozenset(tag for work in self.work for tag in work.exercise.tags)

    @cached_property
    def muscles(self) -> dict[Muscle, int]:
        """Primary groups with their counted working sets (easy sets, relief work and endurance left out)."""
        total: dict[Muscle, int] = {}
        for work in self.training():
            for muscle in work.exercise.primary:
                total[muscle] = total.get(muscle, 0) + work.counted
        return total

    def training(self, *, include_endurance: bool = False) -> Iterator[Work]:
        """The work after which a muscle group needs rest: no easy sets, no relief work, no endurance."""
        for work in self.work:
            if work.counted and trains_muscles(work.exercise, include_endurance=include_endurance):
                yield work

    @cached_property
    def loads(self) -> frozenset[Region]:
        """Regions that a working set loads by primary muscle or tag."""
        return frozenset(region for work in self.work for region in loaded_regions(work.exercise))

    @cached_property
    def touches(self) -> frozenset[Region]:
        """Regions that a working set loads by secondary muscle only."""
        return frozenset(region for work in self.work for region in touched_regions(work.exercise))

    @cached_property
    def works(self) -> frozenset[Region]:
        """Regions that it loads, or whose muscles it works gently."""
        gently = (region for work in self.work for region in worked_regions(work.exercise))
        return self.loads.union(gently)

    @cached_property
    def is_relief_only(self) -> bool:
        """Whether all of it was relief work: exempt from the rules about training on pain."""
        return bool(self.work) and all(ExerciseTag.RELIEF in work.exercise.tags for work in self.work)

    def work_of(self, slug: str) -> Work | None:
        """What that exercise amounted to here; None when it was not done."""
        return next((work for work in self.work if work.exercise.slug == slug), None)


_EXEMPT = frozenset(
    {ExerciseTag.RELIEF, ExerciseTag.STRETCH, ExerciseTag.LOW_IMPACT_CARDIO, ExerciseTag.CORE_GENTLE}
)


def trains_muscles(exercise: Exercise, *, include_endurance: bool = False) -> bool:
    """Whether its sets count as training of a muscle group that then needs rest."""
    return not exercise.tags & _EXEMPT and (include_endurance or exercise.kind not in ENDURANCE_KINDS)


_SUMS = ["sets", "counted", "hard", "reps", "tonnage_kg", "km", "seconds"]
_TOPS = ["top_kg", "top_e1rm_kg", "top_position"]


def work_of(sets: pd.DataFrame, workouts: pd.DataFrame) -> pd.DataFrame:
    """One row per workout and exercise over the working sets, in the order of the workout.

    Columns: workout_id, exercise, position, e1rm_kg and those of `_SUMS` and `_TOPS`, as `Work` has them.
    The effort of a set is its own RPE, else the session's.
    """
    frame = sets[(sets["kind"] != SetKind.WARMUP.value) & sets["workout_id"].isin(workouts["id"])]
    if frame.empty:
        return pd.DataFrame(columns=["workout_id", "exercise", *_SUMS, *_TOPS, "e1rm_kg", "position"])
    # In the order of the workout, so that sums do not depend on the order in which sets were stored.
    frame = frame.sort_values("position", kind="stable")
    session = workouts.set_index("id")["session_rpe"].astype("float64")
    effort = frame["rpe"].astype("float64").fillna(frame["workout_id"].map(session)) / 100
    kg = frame["weight_g"].astype("float64") / 1000
    reps = frame["reps"].astype("float64")
    estimated = e1rm(kg, reps)
    made = pd.DataFrame(
        {
            "workout_id": frame["workout_id"],
            "exercise": frame["exercise"],
            "sets": 1,
            "counted": (~(effort < COUNTED_RPE)).astype("int64"),
            "hard": (~(effort < HARD_RPE)).astype("int64"),
            "reps": reps.fillna(0),
            "tonnage_kg": (reps * kg.clip(lower=0)).fillna(0.0),
            "km": frame["distance_m"].astype("float64").fillna(0) / 1000,
            "seconds": frame["duration_s"].astype("float64").fillna(0),
            "top_kg": kg,
            "top_e1rm_kg": estimated,
            "top_position": frame["position"].astype("int64"),
        }
    )
    key = ["workout_id", "exercise"]
    grouped = made.groupby(key, sort=False)
    total = grouped[_SUMS].sum()
    total["e1rm_kg"] = grouped["top_e1rm_kg"].max()
    total["position"] = grouped["top_position"].min()
    heaviest_last = made.sort_values(["top_kg", "top_e1rm_kg"], na_position="first", kind="stable")
    total = total.join(heaviest_last.drop_duplicates(key, keep="last").set_index(key)[_TOPS])
    return total.reset_index().sort_values(["workout_id", "position"], kind="stable")


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as plain values by column name."""
    names = [str(name) for name in frame.columns]
    values = (frame[name].tolist() for name in names)
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


def bouts_of(workouts: pd.DataFrame, work: pd.DataFrame, catalogue: Catalogue) -> list[Bout]:
    """All workouts in time order, each with what its exercises amounted to."""
    by_workout: dict[str, list[Work]] = {}
    exercises: dict[str, Exercise] = {}
    for row in rows_of(work):
        slug = row["exercise"]
        exercise = exercises.get(slug) or exercises.setdefault(slug, _exercise(slug, catalogue))
        by_workout.setdefault(row["workout_id"], []).append(
            Work(
                exercise,
                row["sets"],
                row["counted"],
                row["hard"],
                int(row["reps"]),
                _or_none(row["top_kg"]),
                _or_none(row["top_e1rm_kg"]),
                row["top_position"],
                _or_none(row["e1rm_kg"]),
                row["tonnage_kg"],
                row["km"],
                int(row["seconds"]),
                row["position"],
            )
        )
    return [_bout(row, tuple(by_workout.get(row["id"], ()))) for row in rows_of(workouts)]


def _exercise(slug: str, catalogue: Catalogue) -> Exercise:
    known = catalogue.get(slug)
    return known or Exercise(slug, slug, WorkoutKind.OTHER, (), (), frozenset(), (), own=True)


def _bout(row: dict[str, Any], work: tuple[Work, ...]) -> Bout:
    ts, offset = int(row["started_at"]), int(row["started_at_offset"])
    seconds = _or_none(row["duration_s"])
    known = seconds is not None and 0 < seconds <= MAX_DURATION_MIN * MINUTE
    rpe = _or_none(row["session_rpe"])
    flags = row["form_flags"]
    stopped = row["stopped_for_pain"]
    time_known = row["time_known"]
    return Bout(
        row["id"],
        ts,
        offset,
        local_day(ts, offset),
        not (time_known is not None and time_known == time_known and not time_known),
        row["kind"],
        seconds / MINUTE if known and seconds is not None else None,
        None if rpe is None else rpe / 100,
        ts + int(seconds) if known and seconds is not None else ts + ASSUMED_MIN * MINUTE,
        not known,
        _minutes(row["warmup_s"]),
        _minutes(row["cooldown_s"]),
        row["surface"] if isinstance(row["surface"], str) else "",
        frozenset(filter(None, flags.split(";"))) if isinstance(flags, str) else frozenset(),
        bool(stopped) if stopped is not None and stopped == stopped else None,
        _kg(row["weight_before_g"]),
        _kg(row["weight_after_g"]),
        work,
    )


def _or_none(value: Any) -> float | None:
    return None if value is None or value != value else float(value)


def _minutes(seconds: Any) -> float | None:
    value = _or_none(seconds)
    return None if value is None else value / MINUTE


def _kg(grams: Any) -> float | None:
    value = _or_none(grams)
    return None if value is None else value / 1000
