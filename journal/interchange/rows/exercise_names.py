"""The exercises that a file names, as slugs; unknown names become the user's own exercises."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from journal.exercises import Catalogue, normal, slugify
from journal.records import Alias, OwnExercise
from journal.vocabulary import Muscle, WorkoutKind


class Hint(NamedTuple):
    """What a file tells of an exercise; it counts only for one that nothing else knows."""

    muscles: tuple[Muscle, ...] = ()
    """What it trains first."""
    kind: WorkoutKind | None = None
    """What kind of work it is; None = the file does not say."""


NO_HINT = Hint()
"""Of a file that has only the name."""


class ExerciseNames:
    """Resolves names by the exercises and aliases of the same file first, then by the catalogue.

    `hints` tell of exercises by their names, as the file has them.
    """

    def __init__(
        self, catalogue: Catalogue, own: Iterable[OwnExercise] = (), hints: Mapping[str, Hint] | None = None
    ) -> None:
        self._catalogue = catalogue
        self._hints = hints or {}
        self._slugs: set[str] = set()
        self._names: dict[str, str] = {}
        self._found: dict[str, str] = {}
        self.new: list[OwnExercise] = []
        """Exercises made of names that nothing knew, with no muscles but those of a hint, in the order met."""
        for exercise in own:
            self._add(exercise)

    def learn(self, alias: Alias) -> None:
        """Take one more name of an exercise, which wins over older ones; its slug is resolved already."""
        self._names[normal(alias.name)] = alias.slug
        self._found.clear()

    def slug(self, name: str) -> str:
        """The slug of that exercise: `name` is its slug or any of its names; made when there is none."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = name if self._is_slug(name) else self._looked_up(name)
        return found

    def _looked_up(self, name: str) -> str:
        key = normal(name)
        if self._is_slug(key):
            return key
        if key in self._names:
            return self._names[key]
        found = self._catalogue.find(name)
        return found.slug if found is not None else self._made(name)

    def _made(self, name: str) -> str:
        plain = slugify(name)
        slug, number = plain, 1
        # Two names may differ only in letters that a slug cannot hold: they are still two exercises.
        while self._is_slug(slug):
            number += 1
            slug = f"{plain}-{number}"
        hint = self._hints.get(name, NO_HINT)
        exercise = OwnExercise(slug=slug, name=name, kind=hint.kind, primary_muscles=hint.muscles)
        self.new.append(exercise)
        self._add(exercise)
        return slug

    def _add(self, exercise: OwnExercise) -> None:
        self._slugs.add(exercise.slug)
        self._names[normal(exercise.name)] = exercise.slug

    def _is_slug(self, name: str) -> bool:
        return name in self._slugs or self._catalogue.get(name) is not None
