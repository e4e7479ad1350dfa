"""The user's own exercises and names: new ones, and what becomes of one that turns out to be another's name."""

from collections.abc import Callable, Iterable

from journal.errors import Refused
from journal.exercises.data import Exercise
from journal.exercises.look_up import Catalogue
from journal.exercises.names import normal, slugify
from journal.records import Alias, OwnExercise, Record, Set, TemplateSet

Pair = tuple[Record | None, Record | None]
"""A record before and after a change: None before = new, None after = deleted."""

Hides = Callable[[str], str]
"""Gives the words of quick entry that a name would take the place of; "" when it takes none."""

_SHOWN = 40
"""Characters of a name within a sentence."""


def _nothing(_: str) -> str:
    return ""


def is_unmapped(own: OwnExercise) -> bool:
    """Whether nothing but its name is known, as of one that an import met: the rules see no muscle in it."""
    return not (own.kind or own.primary_muscles or own.secondary_muscles or own.tags)


def mapping(
    own: OwnExercise,
    slug: str,
    *,
    sets: Iterable[Set],
    templates: Iterable[TemplateSet],
    aliases: Iterable[Alias],
) -> list[Pair]:
    """All that changes when an own exercise is found to be the one of `slug`.

    Its sets and templates are that exercise's from then on, as are its other names; it goes, and its name
    becomes an alias.  Records of other exercises may be among those given; they stay as they are.
    """
    if slug == own.slug:
        raise Refused(f"{brief(own.name)!r} cannot become itself; choose another exercise")
    pairs: list[Pair] = [(one, one.but(exercise=slug)) for one in sets if one.exercise == own.slug]
    pairs += [(one, one.but(exercise=slug)) for one in templates if one.exercise == own.slug]
    known = list(aliases)
    pairs += [(one, one.but(slug=slug)) for one in known if own.slug == one.slug or own.name == one.name]
    pairs.append((own, None))
    if all(one.name != own.name for one in known):
        pairs.append((None, Alias(name=own.name, slug=slug)))
    return pairs


def another_name(written: str, exercise: Exercise, catalogue: Catalogue, hides: Hides = _nothing) -> Alias:
    """Another name of an exercise; `Refused` when it is empty, or means an exercise or another entry already."""
    name = " ".join(written.split())
    if not name:
        raise Refused("a name needs at least one letter or digit")
    there = catalogue.find(name)
    if there is not None:
        whose = "a name of this exercise" if there.slug == exercise.slug else f"a name of {brief(there.name)}"
        raise Refused(f"{brief(name)!r} is {whose} already")
    _check_free(name, hides)
    return Alias(name=name, slug=exercise.slug)


def new_exercise(written: str, catalogue: Catalogue, hides: Hides = _nothing) -> OwnExercise:
    """An own exercise of that name with a slug that is free; `Refused` when the name means one already."""
    name = free_name(written, catalogue, hides)
    slug = plain = slugify(name)
    number = 1
    # Two names may differ only in letters that a slug cannot hold: they are still two exercises.
    while catalogue.get(slug) is not None or normal(slug) in catalogue.names:
        number += 1
        slug = f"{plain}-{number}"
    return OwnExercise(slug=slug, name=name)


def free_name(written: str, catalogue: Catalogue, hides: Hides = _nothing, *, but: str = "") -> str:
    """The name, when no exercise but the one of the slug `but` goes by it, and no other entry; else `Refused`."""
    name = " ".join(written.split())
    if not name:
        raise Refused("an exercise needs a name, such as Zercher carry")
    there = catalogue.find(name)
    if there is not None and there.slug != but:
        raise Refused(f"{brief(name)!r} is a name of {brief(there.name)} already; an exercise needs its own")
    if there is None:
        _check_free(name, hides)
    return name


def _check_free(name: str, hides: Hides) -> None:
    if word := hides(name):
        raise Refused(
            f"{brief(name)!r} cannot be the name of an exercise: lines that begin with {brief(word)!r} are read as "
            "something else; take another name"
        )


def brief(name: str) -> str:
    """A name as it stands within a sentence, cut when it is very long."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
