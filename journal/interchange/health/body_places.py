"""The places of the body that other programs' files name, as regions with their side."""

import re

from journal.place_names import NOT_ONE_PLACE, REGIONS, SIDES
from journal.vocabulary import Region, Side, display

_WORDS = re.compile(r"[a-z]+")
_NO_NAME = frozenset({"side", "the", "my", "of", "in", "and", "pain", "area"})
"""Words beside the name of a place that say nothing of it."""


def _named(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORDS.findall(text.casefold()) if word not in _NO_NAME)


_REGIONS = {_named(name): region for name, region in REGIONS.items()}
_DOUBTFUL = {_named(name): places for name, places in NOT_ONE_PLACE.items()}
_SIDES = {name: side for name, side in SIDES.items() if name != "middle"} | {
    "bilateral": Side.BOTH,
    "lt": Side.LEFT,
    "rt": Side.RIGHT,
    "lh": Side.LEFT,
    "rh": Side.RIGHT,
    "lhs": Side.LEFT,
    "rhs": Side.RIGHT,
}


def place_of(text: str) -> tuple[Region, Side | None]:
    """The place that a text names: "Left knee", "knee (L)", "Back (lower)", "lower_back".

    ValueError, with the reason, when it names none, or could be several: nothing is guessed.
    """
    words = _named(text)
    # As a whole first: the "middle" of "middle back" is no side.
    region = _region(words)
    if region is not None:
        return region, None
    sides = {_SIDES[word] for word in words if word in _SIDES}
    rest = tuple(word for word in words if word not in _SIDES)
    region = _region(rest)
    if region is None or (len(sides) > 1 and sides != {Side.LEFT, Side.RIGHT}):
        raise ValueError(_wanted(rest))
    return region, Side.BOTH if len(sides) > 1 else next(iter(sides), None)


def side_of(text: str) -> Side | None:
    """The side that a text names, None for an empty one; ValueError when it names none."""
    word = " ".join(_WORDS.findall(text.casefold())).removesuffix(" side")
    if not word:
        return None
    side = Side.CENTER if word in ("middle", "centre", "center", "central") else _SIDES.get(word)
    if side is None:
        raise ValueError(f"it needs one of {', '.join(Side)}")
    return side


def _region(words: tuple[str, ...]) -> Region | None:
    """The region of these words; "back lower" is the lower back."""
    turned = ((*words[1:], *words[:1]), (*words[-1:], *words[:-1]))
    return next((region for order in (words, *turned) if (region := _REGIONS.get(order))), None)


def _wanted(words: tuple[str, ...]) -> str:
    doubtful = _DOUBTFUL.get(words)
    if doubtful:
        return f"it needs one of {', '.join(doubtful)}"
    return f"it needs a place of the body, one of {', '.join(display(region) for region in Region)}"
