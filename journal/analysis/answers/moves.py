"""Small changes of a planned workout: less weight, a shorter run, something left out, another day.

A rule names those that may keep its flag from being raised; whether they do is tried by `trying`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from math import floor, inf

from journal.analysis.flags import Flag
from journal.exercises import Catalogue, Exercise
from journal.records import Session, Set
from journal.vocabulary import SetKind, WorkoutKind

PLATE_KG = 2.5
"""The step in which weights go down: what a bar can be loaded with."""
_LIGHTEST = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """Planned workouts, and the exercises that they are made of."""

    sessions: tuple[Session, ...]
    catalogue: Catalogue

    def exercises(self) -> list[Exercise]:
        """Its exercises, each once, in the order of the plan."""
        slugs = dict.fromkeys(one.exercise for session in self.sessions for one in session.sets)
        found = (self.catalogue.get(slug) for slug in slugs)
        return [one for one in found if one is not None]


@dataclass(frozen=True, slots=True)
class Change:
    """A plan changed, and how a person would say it: `run 11 km`.

    `leaves_out`: something is not done at all, which is the only advice for a place that hurts or just did.
    """

    words: str
    sessions: tuple[Session, ...]
    leaves_out: bool = False


Avoid = Callable[[Flag, Plan], Iterator[Change]]
"""The changes that may keep a flag from being raised, the smallest first."""


def leave_out(plan: Plan, unwanted: Callable[[Exercise], bool]) -> Iterator[Change]:
    """The plan without some exercises; nothing when none of them, or nothing else, is in it."""
    gone = [one for one in plan.exercises() if unwanted(one)]
    slugs = {one.slug for one in gone}
    sessions = [_with_sets(one, [s for s in one.sets if s.exercise not in slugs]) for one in plan.sessions]
    left = tuple(session for session in sessions if session.sets)
    if gone and left:
        yield Change(f"leave out {_listed([_said(one.name) for one in gone])}", left, leaves_out=True)


def lighter(plan: Plan, slug: str, most_kg: float = inf) -> Iterator[Change]:
    """The plan with less and less weight on one exercise, `most_kg` at first and half of the plan's at last."""
    named = plan.catalogue.get(slug)
    weights = [
        one.weight_kg
        for session in plan.sessions
        for one in session.sets
        if one.exercise == slug and one.weight_kg
    ]
    top = max(weights, default=0.0)
    kg = (floor(top / PLATE_KG) - (top % PLATE_KG == 0)) * PLATE_KG
    if most_kg < kg:
        kg = floor(most_kg / PLATE_KG + 1e-6) * PLATE_KG
    while named is not None and kg > 0 and kg >= _LIGHTEST * top:
        yield Change(
            f"take {kg:g} kg for {_said(named.name)}",
            _each_set(plan, partial(_at_most, slug=slug, kg=kg)),
        )
        kg -= PLATE_KG


def fewer_sets(plan: Plan, slug: str) -> Iterator[Change]:
    """The plan with fewer and fewer working sets of one exercise."""
    named = plan.catalogue.get(slug)
    for session in plan.sessions:
        working = [one for one in session.sets if one.exercise == slug and one.kind is not SetKind.WARMUP]
        for count in range(len(working) - 1, 0, -1):
            gone = {one.position for one in working[count:]}
            kept = _with_sets(session, [one for one in session.sets if one.position not in gone])
            changed = tuple(kept if one is session else one for one in plan.sessions)
            sets = f"{count} set" if count == 1 else f"{count} sets"
            yield Change(f"do {sets} of {_said(named.name) if named else slug}", changed)


def shorter(plan: Plan, km: float) -> Iterator[Change]:
    """The plan with no run longer than that, to the tenth of a kilometre; rides and swims stay as they are."""
    most = floor(km * 10 + 1e-6) / 10
    if most > 0:
        yield Change(
            f"run {most:g} km",
            tuple(
                Session(one.workout, tuple(_no_farther(a_set, most) for a_set in one.sets))
                if one.workout.kind is WorkoutKind.RUN
                else one
                for one in plan.sessions
            ),
        )


def later(plan: Plan, days: int = 3) -> Iterator[Change]:
    """The plan on one of the next days at the same time."""
    for count in range(1, days + 1):
        sessions = tuple(
            Session(one.workout.but(started_at=one.workout.started_at + timedelta(days=count)), one.sets)
            for one in plan.sessions
        )
        yield Change("do it tomorrow" if count == 1 else f"do it in {count} days", sessions)


def _each_set(plan: Plan, change: Callable[[Set], Set]) -> tuple[Session, ...]:
    return tuple(Session(one.workout, tuple(map(change, one.sets))) for one in plan.sessions)


def _no_farther(one: Set, km: float) -> Set:
    return one.but(distance_km=km) if one.distance_km is not None and one.distance_km > km else one


def _at_most(one: Set, *, slug: str, kg: float) -> Set:
    heavier = one.exercise == slug and one.weight_kg is not None and one.weight_kg > kg
    return one.but(weight_kg=kg) if heavier else one


def _with_sets(session: Session, sets: Sequence[Set]) -> Session:
    numbered = (one.but(position=position) for position, one in enumerate(sets, 1))
    return Session(session.workout, tuple(numbered))


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _said(name: str) -> str:
    """The name inside a sentence: `bench press`, but `V-up`."""
    return name if name[1:2].isupper() or not name[1:2].isalpha() else name[:1].lower() + name[1:]
