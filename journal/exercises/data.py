"""The built-in exercises: one row of `catalogue.csv` each."""

import csv
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data

from journal.exercises.names import normals
from journal.vocabulary import ExerciseTag, Muscle, WorkoutKind


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: what it is called, what it trains and what it does to the body.

    `own` marks an exercise of the user's, which the built-in catalogue does not have.
    """

    slug: str
    name: str
    kind: WorkoutKind
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    tags: frozenset[ExerciseTag]
    aliases: tuple[str, ...] = ()
    own: bool = False

    def __hash__(self) -> int:
        # Exercises are looked up by the ten thousand, and their slugs tell them apart.
        return hash(self.slug)


@cache
def built_in() -> dict[str, Exercise]:
    """The exercises of the data file by their slugs, in its order; read once."""
    text = (get_data("journal.exercises", "catalogue.csv") or b"").decode("utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)  # the header
    return {
        slug: Exercise(
            slug,
            name,
            WorkoutKind(kind),
            _muscles(primary),
            _muscles(secondary),
            _tags(tags),
            _listed(aliases),
        )
        for slug, name, kind, primary, secondary, tags, aliases in rows
    }


@cache
def built_in_names() -> dict[str, str]:
    """The key of every built-in slug, name and alias, with the slug that it stands for."""
    names: list[str] = []
    slugs: list[str] = []
    for exercise in built_in().values():
        names += (exercise.slug, exercise.name, *exercise.aliases)
        slugs += [exercise.slug] * (2 + len(exercise.aliases))
    return dict(zip(normals(names), slugs, strict=True))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


# The same few lists stand in many rows: each is made once.
@cache
def _muscles(cell: str) -> tuple[Muscle, ...]:
    return tuple(map(Muscle, _listed(cell)))


@cache
def _tags(cell: str) -> frozenset[ExerciseTag]:
    return frozenset(map(ExerciseTag, _listed(cell)))
