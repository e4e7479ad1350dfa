"""Names of a file that somebody said which exercises they mean, and the best guess for those that nobody knows."""

from collections.abc import Iterable, Iterator, Mapping

from journal.errors import Refused
from journal.exercises import Catalogue, Exercise, normal
from journal.records import Alias

_GOOD = 80.0
"""Score from which a guess is worth a line: below it the names share a word, and mean another exercise."""
_CANDIDATES = 3


class Renaming(Catalogue):
    """A catalogue in which some names mean the exercises that somebody said, whatever they meant before.

    `names` holds exercises, by slug or any name, by the names of the file.  `Refused` for one that is not known.
    """

    def __init__(self, known: Catalogue, names: Mapping[str, str]) -> None:
        super().__init__({one.slug: one for one in known}, known.names)
        self._known = known
        self._said = {normal(name): (name, _exercise(known, name, said)) for name, said in names.items()}
        self._met: set[str] = set()

    def find(self, name: str) -> Exercise | None:
        """The exercise of that name; names that mean what somebody said are remembered."""
        key = normal(name)
        if key not in self._said:
            return super().find(name)
        self._met.add(key)
        return self._said[key][1]

    def learnt(self, source: str) -> Iterator[Alias]:
        """The names that were met and are new to the catalogue, as records of that source."""
        for key, (name, exercise) in self._said.items():
            if key in self._met and self._known.find(name) != exercise:
                yield Alias(name=name, slug=exercise.slug, source=source)

    def unmet(self) -> list[str]:
        """The names that the file does not have."""
        return [name for key, (name, _) in self._said.items() if key not in self._met]


def _exercise(known: Catalogue, name: str, said: str) -> Exercise:
    itself = known.get(normal(name))
    found = known.find(said)
    if itself is not None and found != itself:
        raise Refused(
            f"--exercise {name}={said}: {name!r} is the exercise {itself.slug} and cannot mean another; leave it out"
        )
    if found is not None:
        return found
    near = " or ".join(repr(one.slug) for one, _ in known.near(said, _CANDIDATES))
    wanted = f"did you mean {near}?" if near else "it needs an exercise of the catalogue, such as squat"
    raise Refused(f"--exercise {name}={said}: {said!r} is no exercise; {wanted}")


def guesses(names: Iterable[str], known: Catalogue) -> dict[str, Exercise]:
    """What new names could be, for those where the catalogue has something much alike."""
    best = {name: known.near(name, 1) for name in names}
    return {name: near[0][0] for name, near in best.items() if near and near[0][1] >= _GOOD}
