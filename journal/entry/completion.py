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
from journal.entry.session import KINDS
from journal.entry.symptom import SYMPTOMS
from journal.entry.when import CLOCK_WORDS, DAY_WORDS, when_ends
from journal.entry.writer import Writer
from journal.place_names import REGIONS, SIDES
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
_SIDE_WORDS = tuple(side for side in SIDES if side in ("left", "right", "both", "center"))
_EFFORTS = ("7", "8", "6", "9", "10", "5")
_COMMON = (
    *("squat", "bench-press", "deadlift", "overhead-press", "barbell-row", "pull-up", "lat-pulldown"),
    *("dumbbell-row", "leg-press", "romanian-deadlift", "dumbbell-curl", "triceps-pushdown", "leg-curl"),
    *("leg-extension", "calf-raise", "dip", "plank", "hip-thrust", "run", "ride", "swim", "walk", "row-erg"),
    *("elliptical", "incline-bench-press", "front-squat", "lunge", "push-up", "face-pull", "back-extension"),
)
"""Exercises that most people do: offered before others whose names begin alike."""
_REGION_NAMES = Phrases(REGIONS)
_SYMPTOM_NAMES = Phrases(SYMPTOMS)
_DISTANCE = re.compile(r"[0-9] ?(km|mi|m)\b")
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
    if written in _STARTS:  # it is a whole word: "water" is no beginning of "water polo"
        return [(start, text) for text in words]
    often = [text for text in words if text in _OFTEN]
    return [(start, text) for text in (*often, *_exercises(prefix, writer, recent), *words)]


def _exercises(prefix: str, writer: Writer, recent: Sequence[str]) -> Iterator[str]:
    """Names of exercises that begin so, then those with a later word that does.

    Those used lately come first, then what most people do; an exercise that only another name of it brings comes
    behind those that are called so.
    """
    inside, found, later = f" {prefix}", dict[str, str](), dict[str, str]()
    for key, slug in writer.catalogue.names.items():
        if key.startswith(prefix):
            found.setdefault(slug, key)
        elif inside in key:
            later.setdefault(slug, key)
    lately = {_named(text, writer) for text in recent[:_MOST_RECENT]}

    def rank(slug: str, key: str) -> tuple[bool, bool, int, int]:
        exercise = writer.catalogue.get(slug)
        by_other_name = exercise is None or inside not in f" {fold(exercise.name)}"
        often = _COMMON.index(slug) if slug in _COMMON else len(_COMMON)
        return slug not in lately, by_other_name, often, len(key)

    def ranked(names: dict[str, str]) -> list[str]:
        return sorted(names, key=lambda slug: rank(slug, names[slug]))

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
        words, units = tuple(Surface), ("min",) if _DISTANCE.search(rest) else _distances(writer)
    else:
        words, units = _SET_WORDS, _masses(writer)
    if rest.endswith("@"):
        return [(len(cursor.text), effort) for effort in _EFFORTS]
    if _NUMBER.search(rest):
        return [(len(cursor.text), unit) for unit in units]
    return _fitting(cursor.text, ends, words)


def _topic_words(topic: Topic, rest: str) -> tuple[str, ...]:
    match topic:
        case Topic.PAIN:
            return _behind_place(rest) if _mentions(rest, _REGION_NAMES) else _PLACES
        case Topic.CARE:
            return (*_sides(rest), *_CARE) if _mentions(rest, _REGION_NAMES) else (*_PLACES, *_CARE)
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


def _behind_place(rest: str) -> tuple[str, ...]:
    """What follows the place of a pain: its side while that is missing; signs only where they are begun."""
    return (*_sides(rest), *_PAIN)


def _sides(rest: str) -> tuple[str, ...]:
    """The sides, unless one stands there already; the last word may still be being written."""
    before = rest.split() if rest[-1:].isspace() else rest.split()[:-1]
    return () if set(before) & set(SIDES) else _SIDE_WORDS


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
