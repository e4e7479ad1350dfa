"""What an unknown name was probably meant for, when it is no exercise: a pain, a sign, another entry, a time."""

from typing import TypeVar

from journal.entry.cursor import Cursor, Phrases
from journal.entry.heads import HEADS
from journal.entry.symptom import SYMPTOMS
from journal.entry.when import CLOCK_WORDS, DAY_WORDS
from journal.place_names import NOT_ONE_PLACE, REGIONS, SIDES
from journal.vocabulary import display

T = TypeVar("T")

ALIKE = 0.75
"""How alike two words are, from 0 to 1, for one to be meant by the other."""

TIMES = "a time stands before its entry, such as yesterday 18:00, mon, 7:30 or 2h ago"

_PLACES = Phrases({name: (display(region),) for name, region in REGIONS.items()} | NOT_ONE_PLACE)
_SIDES = Phrases(SIDES)
_SYMPTOMS = Phrases(SYMPTOMS)
_HURTS = frozenset({"pain", "hurt", "hurts", "hurting", "ache", "aches", "aching", "sore", "painful"})
_TIME_WORDS = frozenset(
    {*DAY_WORDS, *CLOCK_WORDS, "ago", "last", "this", "tomorrow", "tonight", "midnight", "now", "at"}
)


def entries_like(name: str) -> tuple[str, ...]:
    """How other entries begin that the words were meant for: "pain left knee" for "left knee hurts"."""
    from difflib import get_close_matches

    words = name.lower().split()
    symptoms, _ = _found(name, _SYMPTOMS)
    if symptoms:
        return (f"symptom {symptoms[0].value}{' no' * (words[0] == 'no')}",)
    places, rest = _found(name, _PLACES)
    if places and (not _HURTS.isdisjoint(words) or not _found(rest, _SIDES)[1]):
        side = "".join(f"{display(side)} " for side in _found(rest, _SIDES)[0][:1])
        return tuple(f"pain {side}{place}" for place in places[0])
    return tuple(get_close_matches(words[0], HEADS.meanings, n=2, cutoff=ALIKE))


def speaks_of_time(name: str) -> bool:
    """Whether one of the words is one for a time, as in "last monday" or "at noon"."""
    return not _TIME_WORDS.isdisjoint(name.lower().split())


def _found(words: str, phrases: Phrases[T]) -> tuple[list[T], str]:
    """What phrases among the words mean, and the words that are none of them."""
    cursor, meanings, others = Cursor(words), list[T](), list[str]()
    cursor.move(0)
    while not cursor.done:
        meaning = cursor.phrase(phrases)
        if meaning is None:
            others.append(cursor.word())
            cursor.move(cursor.ends(1)[0])
        else:
            meanings.append(meaning)
    return meanings, " ".join(others)
