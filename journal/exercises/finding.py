"""Exercises found while their name is being typed: by any of their names, and by what comes close."""

from collections.abc import Iterator
from dataclasses import dataclass

from journal.exercises.data import Exercise
from journal.exercises.look_up import Catalogue
from journal.exercises.names import has_letter, normal

_NEAR_FROM = 3
"""Letters from which on near-misses are looked for: shorter ones are near to everything."""
_FEW = 6
"""With fewer hits than this what comes close is worth showing too."""
_CLOSE = 8
"""Near-misses that are shown."""
_EXACT, _BEGINS, _WORDS, _INSIDE, _NEAR = range(5)


@dataclass(frozen=True, slots=True)
class Hit:
    """An exercise that was found.

    `rank` is 0 for the very name, and higher the less alike it is; `by` is the name that it was found by, as
    `normal` writes it, when its own does not hold what was typed.
    """

    exercise: Exercise
    rank: int
    by: str = ""

    @property
    def is_near(self) -> bool:
        """Whether none of its names holds what was typed."""
        return self.rank == _NEAR


def hits(typed: str, catalogue: Catalogue) -> list[Hit]:
    """The exercises with a name that holds what was typed, the most alike first; few hits bring near ones.

    What has no letter must be a whole word of the name.
    """
    key = normal(typed)
    if not key:
        return []
    best: dict[str, tuple[int, str]] = {}
    for name, slug in catalogue.names.items():
        rank = _rank(key, name)
        if rank is not None and (slug not in best or rank < best[slug][0]):
            best[slug] = (rank, name)
    found = [_hit(key, catalogue, slug, rank, name) for slug, (rank, name) in best.items()]
    found.sort(key=lambda hit: hit.rank)
    return [*found, *_near(typed, key, best, catalogue)] if len(found) < _FEW else found


def _near(typed: str, key: str, there: dict[str, tuple[int, str]], catalogue: Catalogue) -> Iterator[Hit]:
    if len(key) < _NEAR_FROM:
        return
    for exercise, _ in catalogue.near(typed, _CLOSE):
        if exercise.slug not in there:
            yield Hit(exercise, _NEAR)


def _hit(key: str, catalogue: Catalogue, slug: str, rank: int, name: str) -> Hit:
    exercise = catalogue.get(slug)
    if exercise is None:
        raise LookupError(f"the name {name!r} stands for {slug!r}, which is no exercise")
    by_own = _rank(key, normal(exercise.name)) is not None
    return Hit(exercise, rank, "" if by_own else name)


def _rank(key: str, name: str) -> int | None:
    if name == key:
        return _EXACT
    parts, words = key.split(), name.split()
    if not has_letter(key):
        return _WORDS if all(part in words for part in parts) else None
    if name.startswith(key):
        return _BEGINS
    if all(any(word.startswith(part) for word in words) for part in parts):
        return _WORDS
    return _INSIDE if key.replace(" ", "") in name.replace(" ", "") else None
