"""Which exercises are offered while a name is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.exercises import Catalogue, Exercise
from journal.exercises.finding import hits
from journal.exercises.names import has_letter

_MOST = 8
"""Offers that are shown."""
_CLOSE = 80.0
"""From this likeness (0 to 100) on a name is taken for a slip of the finger, not for another exercise."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise that the typed name may mean; without a `slug` it would become one of the writer's own.

    `beside` is what is told next to its name.  `whole` offers are whole workouts: a template by its name, or,
    with the name "", the last one.
    """

    name: str
    slug: str = ""
    beside: str = ""
    whole: str | None = None


def offers(typed: str, catalogue: Catalogue, recent: Sequence[str] = ()) -> list[Offer]:
    """What the name may mean, best first; nothing typed offers recent exercises, an unknown name itself.

    What has no letter is offered as no new exercise: it is an amount.
    """
    name = " ".join(typed.split())
    if not name:
        known = (catalogue.get(slug) for slug in recent)
        return [Offer(one.name, one.slug) for one in known if one is not None][:_MOST]
    if not has_letter(name):
        # An amount, typed where a name is asked for: only a name that is exactly so is meant by it.
        exact = catalogue.find(name)
        return [] if exact is None else [_offer(exact)]
    rank = {slug: place for place, slug in enumerate(recent)}
    found = [hit for hit in hits(name, catalogue) if not hit.is_near]
    found.sort(key=lambda hit: (hit.rank, rank.get(hit.exercise.slug, len(rank)), bool(hit.by)))
    sure = [_offer(hit.exercise, hit.by) for hit in found]
    if catalogue.find(name) is not None:
        return sure[:_MOST]
    held = {one.slug for one in sure}
    near = [(one, score) for one, score in catalogue.near(name, _MOST) if one.slug not in held]
    own = Offer(name, "", "a new exercise of your own")
    close = [_offer(one) for one, score in near if score >= _CLOSE]
    far = [_offer(one) for one, score in near if score < _CLOSE]
    return [*sure, *close, own, *far] if len(sure) + len(close) < _MOST else [*sure[: _MOST - 1], own]


def _offer(exercise: Exercise, by: str = "") -> Offer:
    return Offer(exercise.name, exercise.slug, by or ("your own" if exercise.own else ""))
