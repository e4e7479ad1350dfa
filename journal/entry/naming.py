"""Which exercise a line names: the longest exact name, or one that is clearly meant."""

import re
from dataclasses import dataclass

from journal.entry.advice import ALIKE, TIMES, entries_like, speaks_of_time
from journal.entry.amounts import END, HOURS, MASS, MINUTES, NUM
from journal.entry.cursor import Cursor
from journal.entry.doubt import quoted
from journal.exercises import Catalogue, Exercise, normal

_LONGEST = 8
_CLEAR = 90
_APART = 5
"""A near miss is read as meant from a score of 90, when no other exercise comes within 5 points of it."""

_CLOSE, _CLOSER = 65, 80
_MOST_CANDIDATES = 4

# A sign that stands alone before a number is no part of the name: "dips - 20kg" is not a dip with 20 kg added.
_AMOUNT_BEGINS = re.compile(r"[-+@]?[0-9]|@|[-+]+(?=\s+[0-9])")
_SETS = re.compile(
    rf"(?<!\S)(?:[0-9]+\s*x\s*[0-9]+|[-+]?{NUM}\s*(?:{MASS}){END}|[0-9]+(?:,[0-9]+){{2,}}|[0-9]+/)"
)
_DISTANCE_OR_TIME = re.compile(
    rf"(?<!\S)(?:{NUM}\s*(?:km|k|mi|miles?|{MINUTES}|{HOURS}|s|secs?|seconds?){END}|[0-9]+:[0-9]|[0-9]+h[0-9])"
)
ROW_NAME = "row"
"""The name that two exercises share; its sets, distance or time say which is meant."""
_ROWS = ("barbell-row", "row-erg")


@dataclass(frozen=True, slots=True)
class Named:
    """The exercise that a line names, where the name ends, and what it was `read_as` when that was not exact."""

    exercise: Exercise
    end: int
    read_as: str = ""


def exact(cursor: Cursor, catalogue: Catalogue) -> Named | None:
    """The exercise with the longest exact name at the cursor, without moving."""
    for end in reversed(cursor.ends(_LONGEST)):
        name = cursor.line[cursor.pos : end]
        if all(any(letter.isalnum() for letter in word) for word in name.split()):
            exercise = catalogue.find(name)
            if exercise is not None:
                return Named(exercise, end)
    return None


def near(cursor: Cursor, catalogue: Catalogue) -> Named:
    """The exercise that is clearly meant by the words at the cursor; else `NotUnderstood` with candidates."""
    end = end_of_name(cursor)
    name = cursor.line[cursor.pos : end]
    if not name:
        raise cursor.unknown(
            "an exercise, or pain, water, ice, ibuprofen, urine, sleep, symptom or session, "
            "with a time such as yesterday or 7:30 before it"
        )
    found = catalogue.near(name)
    # A number stuck to a name is an amount that would be lost: "bench press60".
    if found and found[0][1] >= _CLEAR and not any(letter.isdigit() for letter in name):
        rivals = [exercise for exercise, score in found if found[0][1] - score <= _APART]
        if len(rivals) == 1:
            return Named(rivals[0], end, read_as=rivals[0].name)
        names = tuple(exercise.name for exercise in rivals)
    else:
        names = _candidates(name, found)
    if not names:
        could = (
            TIMES if speaks_of_time(name) else "an exercise, pain, water, ice, symptom, ... could stand here"
        )
        raise cursor.doubt(f"{quoted(name)} is not known: {could}", end=end)
    raise cursor.doubt(f"{quoted(name)} is not known: {', '.join(names)}?", end=end, candidates=names)


def _candidates(name: str, found: list[tuple[Exercise, float]]) -> tuple[str, ...]:
    """What an unknown name could have meant: other entries, and exercises as far as they are alike."""
    entries = entries_like(name)
    otherwise = bool(entries) or speaks_of_time(name)
    close = [exercise for exercise, score in found if score >= (_CLOSER if otherwise else _CLOSE)]
    if not close and not otherwise:
        close = [exercise for exercise, _ in found]
    return (*entries, *(exercise.name for exercise in close[:_MOST_CANDIDATES]))


def belongs(words: str, exercise: Exercise) -> bool:
    """Whether each of the words is nearly one of the exercise's names: "pres" of a bench press, "kg" of none."""
    from difflib import get_close_matches

    known = {word for name in (exercise.name, *exercise.aliases) for word in name.lower().split()}
    return all(get_close_matches(word, known, n=1, cutoff=ALIKE) for word in words.lower().split())


def settled(cursor: Cursor, named: Named, catalogue: Catalogue) -> Exercise:
    """The exercise after all: `row` is a barbell row with sets, and a rowing machine with distance or time."""
    name = cursor.line[cursor.pos : named.end]
    if normal(name) != ROW_NAME or named.exercise.slug not in _ROWS:
        return named.exercise
    sets, erg = has_sets(cursor), _DISTANCE_OR_TIME.search(cursor.text, named.end, cursor.end) is not None
    if sets is erg:
        sentence = "'row': a barbell row (row 2x10 50kg) or a rowing machine (row 2km 8:10)?"
        raise cursor.doubt(sentence, candidates=("barbell row", "row-erg"))
    return catalogue.get(_ROWS[erg]) or named.exercise


def has_sets(cursor: Cursor) -> bool:
    """Whether what follows is written in sets: 2x5, 100kg or 8,7,6."""
    return _SETS.search(cursor.text, cursor.pos, cursor.end) is not None


def end_of_name(cursor: Cursor) -> int:
    """Where the words before the first amount end: the name, when it is not known."""
    last = cursor.pos
    for end in cursor.ends(_LONGEST):
        word = cursor.text[last:end].lstrip()
        if _AMOUNT_BEGINS.match(cursor.text, end - len(word), cursor.end):
            break
        last = end
    return last
