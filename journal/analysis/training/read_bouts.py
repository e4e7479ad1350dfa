"""Stored workouts and sets become bouts: what each exercise of each workout amounted to."""

from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from journal.analysis.instants import MINUTE
from journal.analysis.read_rows import Columns
from journal.analysis.training.workouts import (
    ASSUMED_MIN,
    COUNTED_RPE,
    HARD_RPE,
    MAX_DURATION_MIN,
    Bout,
    Work,
    e1rm,
)
from journal.exercises import Catalogue, Exercise
from journal.vocabulary import SetKind, WorkoutKind

Floats = np.ndarray[Any, np.dtype[np.float64]]
Whole = np.ndarray[Any, np.dtype[np.int64]]

_MEASURES = ["position", "rpe", "weight_g", "reps", "distance_m", "duration_s"]


def bouts_of(workouts: pd.DataFrame, sets: pd.DataFrame, catalogue: Catalogue) -> list[Bout]:
    """All workouts in the order of their table, each with what its exercises amounted to."""
    if workouts.empty:
        return []
    of = Columns(workouts)
    ids, instants, offsets, days = of.whens("started_at")
    seconds = [_believed(told) for told in of.wholes("duration_s")]
    columns = (
        ids,
        instants,
        offsets,
        days,
        of.times_known(),
        of.texts("kind"),
        [None if told is None else told / MINUTE for told in seconds],
        of.numbers("session_rpe", 100),
        [
            start + (ASSUMED_MIN * MINUTE if told is None else told)
            for start, told in zip(instants, seconds, strict=True)
        ],
        [told is None for told in seconds],
        of.numbers("warmup_s", MINUTE),
        of.numbers("cooldown_s", MINUTE),
        of.texts("surface"),
        of.words("form_flags"),
        of.answers("stopped_for_pain"),
        of.numbers("weight_before_g", 1000),
        of.numbers("weight_after_g", 1000),
        _work_of(workouts, sets, catalogue),
    )
    return [Bout(*row) for row in zip(*columns, strict=True)]


def _believed(seconds: int | None) -> int | None:
    return seconds if seconds is not None and 0 < seconds <= MAX_DURATION_MIN * MINUTE else None


def _work_of(workouts: pd.DataFrame, sets: pd.DataFrame, catalogue: Catalogue) -> list[tuple[Work, ...]]:
    """For each workout what was done in it, exercise by exercise in their order, over the working sets."""
    workout = pd.Index(workouts["id"]).get_indexer(sets["workout_id"])
    working = (sets["kind"] != SetKind.WARMUP.value).to_numpy() & (workout >= 0)
    if not working.any():
        return [()] * len(workouts)
    rows, workout = np.flatnonzero(working), workout[working]
    slug, names = pd.factorize(sets["exercise"].to_numpy()[rows])
    position = sets["position"].to_numpy("int64")[rows]
    order = np.lexsort((position, slug, workout))
    frame, workout, slug = sets[_MEASURES].iloc[rows[order]], workout[order], slug[order]
    begins = np.flatnonzero((np.diff(workout, prepend=-1) != 0) | (np.diff(slug, prepend=-1) != 0))
    session = workouts["session_rpe"].astype("float64").to_numpy()[workout]
    made = _amounts(frame, session, begins)
    made["workout"] = workout[begins]
    made["exercise"] = np.array([_exercise(name, catalogue) for name in names], dtype=object)[slug[begins]]
    made = made.sort_values(["workout", "position"], kind="stable")
    of = Columns(made)
    work = map(
        Work,
        made["exercise"],
        *(of.wholes(name) for name in ("sets", "counted", "hard", "reps")),
        of.numbers("top_kg"),
        of.numbers("top_e1rm_kg"),
        made["top_position"].tolist(),
        of.numbers("e1rm_kg"),
        made["tonnage_kg"].tolist(),
        made["km"].tolist(),
        of.wholes("seconds"),
        made["position"].tolist(),
        of.numbers("top_rpe"),
    )
    bounds = np.searchsorted(made["workout"], np.arange(len(workouts) + 1)).tolist()
    done = list(work)
    return [tuple(done[first:end]) for first, end in pairwise(bounds)]


def _amounts(frame: pd.DataFrame, session_rpe: Floats, begins: Whole) -> pd.DataFrame:
    """What the sets from each place of `begins` on amount to, as `Work` has it.

    The effort of a set is its own RPE, else the session's.
    """
    rpe, grams, reps, metres, seconds = (
        frame[name].astype("float64").to_numpy()
        for name in ("rpe", "weight_g", "reps", "distance_m", "duration_s")
    )
    effort = np.where(np.isnan(rpe), session_rpe, rpe) / 100
    kg, position = grams / 1000, frame["position"].to_numpy("int64")
    shown = e1rm(pd.Series(kg), pd.Series(reps)).to_numpy()
    # Whole numbers are summed, so that sums do not depend on the order in which sets were stored.
    total = {
        "sets": np.ones(len(frame)),
        "counted": ~(effort < COUNTED_RPE),
        "hard": ~(effort < HARD_RPE),
        "reps": reps,
        "seconds": seconds,
        "tonnage_kg": reps * grams.clip(min=0),
        "km": metres,
    }
    made = {
        name: np.add.reduceat(np.nan_to_num(each), begins, dtype="float64") for name, each in total.items()
    }
    made["tonnage_kg"], made["km"] = made["tonnage_kg"] / 1000, made["km"] / 1000
    top = _heaviest(kg, shown, begins)
    return pd.DataFrame(
        {
            **made,
            "top_kg": kg[top],
            "top_e1rm_kg": shown[top],
            "top_position": position[top],
            "e1rm_kg": np.fmax.reduceat(shown, begins),
            "position": position[begins],
            "top_rpe": np.fmax.reduceat(effort, begins),
        }
    )


def _heaviest(kg: Floats, shown: Floats, begins: Whole) -> Whole:
    """The place of the heaviest set from each of `begins` on; of equal ones that which shows most, then the last."""
    best = np.ones(len(kg), dtype=bool)
    for measure in (kg, shown):
        known = np.where(best & ~np.isnan(measure), measure, -np.inf)
        highest = np.maximum.reduceat(known, begins)
        best &= known == np.repeat(highest, np.diff(begins, append=len(kg)))
    last: Whole = np.maximum.reduceat(np.where(best, np.arange(len(kg)), -1), begins)
    return last


def _exercise(slug: str, catalogue: Catalogue) -> Exercise:
    known = catalogue.get(slug)
    return known or Exercise(slug, slug, WorkoutKind.OTHER, (), (), frozenset(), (), own=True)
