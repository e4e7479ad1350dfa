"""What could stand next in a line that is being written."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from journal.entry.care import CARES, DRUGS
from journal.entry.checkin import FIELDS, URINE_WORDS
from journal.entry.cursor import Cursor, Phrases, fold
from journal.entry.drink import DRINKS
from journal.entry.heads import HEADS, Topic
from journal.entry.naming import exact
from journal.entry.pain import CONTEXTS, MECHANISMS, QUALITIES, SIGNS
from journal.entry.places import REGIONS, SIDES
from journal.entry.session import KINDS
from journal.entry.symptom import SYMPTOMS
from journal.entry.when import CLOCK_WORDS, DAY_WORDS, when_ends
from journal.entry.writer import Writer
from journal.vocabulary import ENDURANCE_KINDS, FormFlag, SetKind, SleepPosition, Surface

MOST = 8
"""At most this many are offered."""
_MOST_LINES = 3
_MOST_RECENT = 50

_PLACES = (
    *("lower back", "left", "right", "knee", "shoulder", "neck", "upper back", "hip"),
    *(name.replace("-", " ") for name in REGIONS),
    *(side for side in SIDES if len(side) > 1),
)
_SPREADS = ("to buttock", "to thigh", "to below knee", "to foot")
_PAIN = (*QUALITIES, *CONTEXTS, *SIGNS, *_SPREADS, "since", "no pop", *MECHANISMS)
_CARE = ("wrapped", "no wrapped", "direct", "no direct")
_SET_WORDS = tuple(kind for kind in SetKind if kind is not SetKind.NORMAL)
_SESSION = (*KINDS, "warmup", "cooldown", *FormFlag, *Surface, "stopped")
_OFTEN = (
    "pain",
    "water",
    "session",
    "sleep",
    "symptom",
    "urine",
    "ice",
    "heat",
    "massage",
    "coffee",
    "weight",
)
_STARTS = (
    *_OFTEN,
    *sorted(
        (name for names in (FIELDS, DRINKS, CARES, DRUGS, DAY_WORDS, CLOCK_WORDS) for name in names), key=len
    ),
)
_UNITS = {
    Topic.DRINK: ("ml", "cl", "l", "oz", " cups", " glasses"),
    Topic.DRUG: ("mg", "g"),
    Topic.CARE: ("min",),
    Topic.SESSION: ("min",),
}
_REGION_NAMES = Phrases(REGIONS)
_SYMPTOM_NAMES = Phrases(SYMPTOMS)
_NUMBER = re.compile(r"(?:^|\s)[-+]?[0-9]+(?:[.,][0-9]+)?$")
_LAST_WORDS = 3


def complete(line: str, writer: Writer, recent: Sequence[str] = ()) -> list[str]:
    """The line with its last word or words completed, in each likely way, best first, at most 8.

    Each answer is the whole line.  `recent` are lines logged lately, the latest first: those that begin as this
    one does come before anything else.
    """
    cursor = Cursor(line)
    if "//" in line:
        return []
    cursor.between(cursor.line.rfind(";") + 1, len(cursor.text))
    end = when_ends(cursor)
    if end is not None and end < len(cursor.text):
        cursor.move(end)
    start = cursor.pos
    written = cursor.text[start:]
    lines = [
        text for text in recent if written and text.lower().startswith(written) and len(text) > len(written)
    ]
    offers = [(start, text) for text in lines[:_MOST_LINES]]
    offers += _next_words(cursor, writer)
    offers += _first_words(start, written, writer, recent)
    whole = dict.fromkeys(cursor.line[:at] + text for at, text in offers)
    return [text for text in whole if text.lower() != cursor.line.lower()][:MOST]


def _first_words(start: int, written: str, writer: Writer, recent: Sequence[str]) -> list[tuple[int, str]]:
    """Words and names of exercises that an entry can begin with."""
    prefix = fold(written)
    if not prefix:
        return [(start, text) for text in (*recent[:_MOST_LINES], *_STARTS[:MOST])]
    words = [text for text in _STARTS if fold(text).startswith(prefix)]
    return [(start, text) for text in (*words[:_MOST_LINES], *_exercises(prefix, writer, recent), *words)]


def _exercises(prefix: str, writer: Writer, recent: Sequence[str]) -> Iterator[str]:
    """Names of exercises that begin so, those used lately first, then those with a later word that does."""
    inside, found, later = f" {prefix}", dict[str, str](), dict[str, str]()
    for key, slug in writer.catalogue.names.items():
        if key.startswith(prefix):
            found.setdefault(slug, key)
        elif inside in key:
            later.setdefault(slug, key)
    lately = {_named(text, writer) for text in recent[:_MOST_RECENT]}

    def ranked(names: dict[str, str]) -> list[str]:
        return sorted(names, key=lambda slug: (slug not in lately, len(names[slug])))

    for slug in dict.fromkeys((*ranked(found), *ranked(later))):
        exercise = writer.catalogue.get(slug)
        name = exercise.name.lower() if exercise else slug
        yield name if prefix in fold(name) else found.get(slug, name)


def _next_words(cursor: Cursor, writer: Writer) -> list[tuple[int, str]]:
    """Words that can follow the first word of an entry; none while that is still being written."""
    head, named = HEADS.at(cursor), exact(cursor, writer.catalogue)
    ends = max(head[1] if head else -1, named.end if named else -1)
    if ends < 0 or ends >= len(cursor.text):
        return []
    rest = cursor.text[ends:]
    if head is not None and head[1] == ends:
        words, units = _topic_words(head[0].topic, rest), _UNITS.get(head[0].topic, ())
    elif named is not None and named.exercise.kind in ENDURANCE_KINDS:
        words, units = tuple(Surface), _distances(writer)
    else:
        words, units = _SET_WORDS, _masses(writer)
    if _NUMBER.search(rest):
        return [(len(cursor.text), unit) for unit in units]
    return _fitting(cursor.text, ends, words)


def _topic_words(topic: Topic, rest: str) -> tuple[str, ...]:
    match topic:
        case Topic.PAIN:
            return _PAIN if _mentions(rest, _REGION_NAMES) else _PLACES
        case Topic.CARE:
            return _CARE if _mentions(rest, _REGION_NAMES) else (*_PLACES, *_CARE)
        case Topic.DRINK:
            return tuple(unit.strip() for unit in _UNITS[topic]) if any(map(str.isdigit, rest)) else ()
        case Topic.SYMPTOM:
            return (
                ("left", "right", "both", "yes", "no") if _mentions(rest, _SYMPTOM_NAMES) else tuple(SYMPTOMS)
            )
        case Topic.CHECKIN:
            return (*FIELDS, *(f"on {position}" for position in SleepPosition), *URINE_WORDS)
        case Topic.SESSION:
            return _SESSION
    return ()


def _distances(writer: Writer) -> tuple[str, ...]:
    return (*sorted(("km", "mi"), key=lambda unit: unit != writer.distance_unit), "min")


def _masses(writer: Writer) -> tuple[str, ...]:
    return tuple(sorted(("kg", "lb"), key=lambda unit: unit != writer.weight_unit))


def _mentions(text: str, phrases: Phrases[Any]) -> bool:
    cursor = Cursor(text)
    cursor.move(0)
    while not cursor.done:
        if phrases.at(cursor):
            return True
        cursor.move(cursor.ends(1)[0])
    return False


def _fitting(text: str, start: int, words: Sequence[str]) -> list[tuple[int, str]]:
    """The words that complete the last three words of the text, or fewer of them; behind a space also all others."""
    begins = [word.start() for word in re.finditer(r"\S+", text) if word.start() >= start]
    behind_space = text[-1:].isspace()
    for begin in begins[-_LAST_WORDS:]:
        prefix = fold(text[begin:]) + " " * behind_space
        fitting = [(begin, word) for word in words if fold(word).startswith(prefix)]
        if fitting:
            return fitting
    return [(len(text), word) for word in words if word not in text[start:].split()] if behind_space else []


def _named(text: str, writer: Writer) -> str:
    cursor = Cursor(text)
    cursor.move(0)
    named = exact(cursor, writer.catalogue)
    return named.exercise.slug if named else ""
