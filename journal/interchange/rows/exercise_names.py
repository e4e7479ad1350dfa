"""The exercises that a file names, as slugs; unknown names become the user's own exercises."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from journal.errors import Refused
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

MOST_NEW = 5_000
"""Exercises that a file may bring: nobody has done so many, and to look for what each is like takes its time."""


class ExerciseNames:
    """Resolves names by the exercises and aliases of the same file first, then by the catalogue.

    `file` is what refusals call it; `hints` tell of exercises by their names, as the file has them.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        file: str,
        own: Iterable[OwnExercise] = (),
        hints: Mapping[str, Hint] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._file = file
        self._hints = hints or {}
        self._slugs: set[str] = set()
        self._names: dict[str, str] = {}
        self._found: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self.new: list[OwnExercise] = []
        """Exercises made of names that nothing knew, with no muscles but those of a hint, in the order met."""
        for exercise in own:
            self._add(exercise)

    def learn(self, alias: Alias) -> None:
        """Take one more name of an exercise, which wins over older ones; its slug is resolved already."""
        self._names[normal(alias.name)] = alias.slug
        self._found.clear()

    def slug(self, name: str) -> str:
        """The slug of that exercise: `name` is its slug or any of its names; made when there is none.

        `Refused` when the file names too many that nobody knows.
        """
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
        if len(self.new) == MOST_NEW:
            raise Refused(
                f"{self._file} names more than {MOST_NEW:,} exercises that nobody knows, such as "
                f"{self.new[0].name[:50]!r}; at most so many become your own at once: look which of its columns has "
                "the names of exercises"
            )
        plain = slugify(name)
        slug, number = plain, self._numbers.get(plain, 1)
        # Two names may differ only in letters that a slug cannot hold: they are still two exercises.
        while self._is_slug(slug):
            number += 1
            slug = f"{plain}-{number}"
        self._numbers[plain] = number
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
