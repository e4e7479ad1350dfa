"""Workouts as the rules see them: when they ended, how hard they were, and what they trained."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from journal.analysis.training.regions import loaded_regions, touched_regions, worked_regions
from journal.exercises import Exercise
from journal.vocabulary import ENDURANCE_KINDS, ExerciseTag, Muscle, Region

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


class Work(NamedTuple):
    """What one exercise amounted to in one workout, over its working sets.

    `counted` leaves out easy sets (below RPE 4), `hard` those below RPE 6; an unknown RPE counts.  `top_kg` is
    the heaviest load, `top_e1rm_kg` the estimated maximum that this heaviest set (at `top_position`) shows,
    `e1rm_kg` the best estimated maximum of all sets, `tonnage_kg` the sum of repetitions x kg, `top_rpe` the
    effort of the hardest set; None where nothing of the kind was recorded.
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
    top_rpe: float | None


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

    def effort(self, region: Region | None = None) -> float | None:
        """How hard it was (RPE): as told of the session, else of its hardest set, one that loads the region."""
        if self.rpe is not None:
            return self.rpe
        loading = (one for one in self.work if region is None or region in loaded_regions(one.exercise))
        return max((one.top_rpe for one in loading if one.top_rpe is not None), default=None)

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
        return frozenset().union(*(work.exercise.tags for work in self.work))

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
        return frozenset().union(*(loaded_regions(work.exercise) for work in self.work))

    @cached_property
    def touches(self) -> frozenset[Region]:
        """Regions that a working set loads by secondary muscle only."""
        return frozenset().union(*(touched_regions(work.exercise) for work in self.work))

    @cached_property
    def works(self) -> frozenset[Region]:
        """Regions that it loads, or whose muscles it works gently."""
        return self.loads.union(*(worked_regions(work.exercise) for work in self.work))

    @cached_property
    def is_relief_only(self) -> bool:
        """Whether all of it was relief work: exempt from the rules about training on pain."""
        return bool(self.work) and all(ExerciseTag.RELIEF in work.exercise.tags for work in self.work)


_EXEMPT = frozenset(
    {ExerciseTag.RELIEF, ExerciseTag.STRETCH, ExerciseTag.LOW_IMPACT_CARDIO, ExerciseTag.CORE_GENTLE}
)


def trains_muscles(exercise: Exercise, *, include_endurance: bool = False) -> bool:
    """Whether its sets count as training of a muscle group that then needs rest."""
    return exercise.tags.isdisjoint(_EXEMPT) and (include_endurance or exercise.kind not in ENDURANCE_KINDS)
