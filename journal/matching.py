"""Words looked for in texts, whatever their case and accents: "rucken" is found in "Rücken"."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache


def folded(text: str) -> str:
    """The text as it is compared: small letters without accents, the same on every database."""
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in taken_apart if not unicodedata.combining(one)).casefold()


def words_asked(text: str) -> tuple[str, ...]:
    """What is looked for: the words of the text, folded, each once."""
    return tuple(dict.fromkeys(folded(text).split()))


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether all of the folded words occur in the text, also inside of longer ones."""
    there = folded(text)
    return all(word in there for word in words)


def places_of(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the folded words stand in the text as it is written: from and to, in order, none over another."""
    there, origin = _with_origin(text)
    found = sorted(place for word in words if word for place in _occurrences(there, word))
    places: list[tuple[int, int]] = []
    for first, end in found:
        start, stop = origin[first], origin[end - 1] + 1
        # An accent that is written as a character of its own belongs to its letter.
        while stop < len(text) and unicodedata.combining(text[stop]):
            stop += 1
        if places and start <= places[-1][1]:
            places[-1] = (places[-1][0], max(stop, places[-1][1]))
        else:
            places.append((start, stop))
    return places


def _occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _with_origin(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces = [_folded_character(one) for one in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    return folded(character)
