"""A pain of which both sides were only ever written at once: the page tells it once, not once for each side."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from journal.analysis.pain.episodes import Episode
from journal.analysis.rows import Place
from journal.vocabulary import Side


class _OfPlace(Protocol):
    """Something that is told of a place; a frozen dataclass."""

    @property
    def place(self) -> Place: ...


Told = TypeVar("Told", bound=_OfPlace)


def twins(episodes: Sequence[Episode]) -> frozenset[str]:
    """The regions whose left and right have the very same entries."""
    written: dict[Place, list[tuple[str, ...]]] = {}
    for one in episodes:
        written.setdefault(one.place, []).append(tuple(entry.id for entry in one.entries))
    return frozenset(
        place.region
        for place, entries in written.items()
        if place.side == Side.LEFT and written.get(Place(place.region, Side.RIGHT)) == entries
    )


def told_once(those: Iterable[Told], regions: Collection[str]) -> Iterator[Told]:
    """The same with what is told of both sides of these regions once, and said to be of both."""
    for one in those:
        if one.place.region not in regions:
            yield one
        elif one.place.side == Side.LEFT:
            yield replace(one, place=Place(one.place.region, Side.BOTH))  # type: ignore[type-var]


def each_side(place: Place) -> tuple[Place, ...]:
    """The places of which a place is told: left and right where it is both."""
    if place.side != Side.BOTH:
        return (place,)
    return Place(place.region, Side.LEFT), Place(place.region, Side.RIGHT)
