"""Finding an exercise by what somebody wrote."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType

from journal.exercises.data import Exercise, built_in, built_in_names
from journal.exercises.names import has_letter, normal
from journal.records import Alias, OwnExercise
from journal.vocabulary import WorkoutKind

_NEAR_ENOUGH = 50.0
"""Below this score a name has little more than some letters in common with the one asked for."""


class Catalogue:
    """The exercises that are known, built-in and own, and every name that they go by."""

    def __init__(self, exercises: Mapping[str, Exercise], names: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._names = MappingProxyType(names)

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self._exercises.values())

    def __len__(self) -> int:
        return len(self._exercises)

    @property
    def names(self) -> Mapping[str, str]:
        """The key (see `normal`) of every slug, name and alias, with the slug that it stands for."""
        return self._names

    def get(self, slug: str) -> Exercise | None:
        """The exercise of exactly this slug."""
        return self._exercises.get(slug)

    def find(self, name: str) -> Exercise | None:
        """The exercise that has this slug, name or alias, however it is written: "Pull-Ups", "pullup".

        None when no name is the same; nothing is guessed.
        """
        if name in self._exercises:
            return self._exercises[name]
        key = normal(name)
        slug = self._names.get(key) or self._names_without_spaces.get(key.replace(" ", ""))
        return self._exercises[slug] if slug else None

    def near(self, name: str, limit: int = 5) -> list[tuple[Exercise, float]]:
        """The exercises with a name like this one, the most alike first, at most `limit`.

        The score goes from 50, hardly alike, to 100, the same.  The order of the words counts little.
        A name without any letter is like none: 80 is not half of "Landmine 180".
        """
        if not has_letter(name):
            return []
        from rapidfuzz import fuzz, process

        key, known = normal(name), list(self._names)
        best: dict[str, float] = {}
        for alike in (fuzz.ratio, fuzz.token_sort_ratio):
            for found, score, _ in process.extract(
                key, known, scorer=alike, score_cutoff=_NEAR_ENOUGH, limit=None
            ):
                slug = self._names[found]
                best[slug] = max(score, best.get(slug, 0.0))
        ranked = sorted(best.items(), key=lambda one: (-one[1], one[0]))
        return [(self._exercises[slug], score) for slug, score in ranked[:limit]]

    @cached_property
    def _names_without_spaces(self) -> dict[str, str]:
        # Later names win, as they do among the names themselves: the user's come last.
        return {key.replace(" ", ""): slug for key, slug in self._names.items()}


def catalogue(own: Iterable[OwnExercise] = (), aliases: Iterable[Alias] = ()) -> Catalogue:
    """The built-in exercises together with the user's own exercises and aliases, which win over built-in names.

    Only a slug, written exactly so, always means its own exercise: the journal's files name exercises by it.
    An alias of an exercise that is not known is left out.
    """
    own, aliases = tuple(own), tuple(aliases)
    if not own and not aliases:
        return _built_in_catalogue()
    exercises = built_in() | {one.slug: _exercise(one) for one in own}
    names = dict(built_in_names())
    given = [(name, one.slug) for one in own for name in (one.slug, one.name)]
    given += [(alias.name, alias.slug) for alias in aliases if alias.slug in exercises]
    for name, slug in given:
        key = normal(name)
        # Taken out first, so that it stands behind the built-in names and wins without its spaces too.
        names.pop(key, None)
        names[key] = key if key in exercises else slug
    return Catalogue(exercises, names)


@cache
def _built_in_catalogue() -> Catalogue:
    return Catalogue(built_in(), built_in_names())


def _exercise(own: OwnExercise) -> Exercise:
    return Exercise(
        slug=own.slug,
        name=own.name,
        # The importers meet unknown names in strength workouts.
        kind=own.kind or WorkoutKind.STRENGTH,
        primary=own.primary_muscles,
        secondary=own.secondary_muscles,
        tags=frozenset(own.tags),
        own=True,
    )
