"""The state of the day and the colour of the urine: "sleep 7:30 stress 4 weight 80kg urine 3"."""

import re
from typing import Any
from uuid import uuid4

from journal.columns import InvalidRecord
from journal.entry.amounts import END, HOURS, MASS, NUM, WHOLE, kilograms, number
from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import quoted
from journal.entry.parts import Parts
from journal.entry.when import Moment
from journal.records import CheckIn, Urine, columns
from journal.vocabulary import MassUnit, SleepPosition

FIELDS = {
    "sleep": "sleep_h",
    "quality": "sleep_quality",
    "on": "sleep_position",
    "stress": "stress",
    "weight": "body_weight_kg",
    "sitting": "sitting_h",
    "cigarettes": "cigarettes",
    "bed": "bed_rest_h",
    "urine": "urine",
}
"""The words that a part of a check-in begins with, and the field of each."""
URINE_WORDS = {"first": "first_of_day", "vitamins": "vitamin_b", "vitamin": "vitamin_b"}

_COLUMNS = {column.name: column for column in (*columns(CheckIn), *columns(Urine))}
_FIELDS = Phrases(FIELDS)
_POSITIONS = Phrases({position.value: position for position in SleepPosition})
_URINE_WORDS = Phrases(URINE_WORDS)
_WHOLE = re.compile(rf"({WHOLE}){END}")
HOURS_MINUTES_SAID = re.compile(
    rf"([0-9]{{1,2}})(?::([0-5][0-9])|\s*(?:{HOURS})\s*([0-5]?[0-9])\s*(?:min|m)?){END}"
)
HOURS_SAID = re.compile(rf"({NUM})\s*(?:{HOURS})?{END}")
MASS_SAID = re.compile(rf"({NUM})\s*({MASS})?{END}")
_EXAMPLES = {
    "sleep_h": "sleep 7:30 or sleep 7.5",
    "sleep_quality": "quality 4",
    "stress": "stress 4",
    "body_weight_kg": "weight 80kg",
    "sitting_h": "sitting 6.5",
    "cigarettes": "cigarettes 5",
    "bed_rest_h": "bed 2",
    "urine": "urine 3",
}


def read_checkin(cursor: Cursor, field: str, moment: Moment, unit: MassUnit) -> list[CheckIn | Urine]:
    """The check-in and the urine reading that stand here, either or both; `NotUnderstood` for any doubt.

    `field` is the field whose word was read already.
    """
    parts, urine = Parts(cursor), dict[str, Any]()
    while True:
        start = cursor.pos
        parts.put(field, _value(cursor, field, unit), start, f"answers to {_word_of(field)}")
        if field == "urine":
            while word := cursor.phrase(_URINE_WORDS):
                urine[word] = True
        if cursor.done:
            break
        following = cursor.phrase(_FIELDS)
        if following is None:
            possible = f"{', '.join(FIELDS)}, each with its answer"
            raise cursor.unknown(f"first, vitamins, {possible}" if field == "urine" else possible)
        field = following
    return _records(parts.values, urine, moment)


def _records(found: dict[str, Any], urine: dict[str, Any], moment: Moment) -> list[CheckIn | Urine]:
    color = found.pop("urine", None)
    records: list[CheckIn | Urine] = []
    if found:
        # Written for another day and without a clock, its time is left to the rules' own 07:00.
        at = moment.at if moment.known else None
        records.append(CheckIn(date=moment.at.date(), at=at, **found))
    if color is not None:
        records.append(Urine(id=uuid4(), at=moment.at, color=color, **urine))
    return records


def _value(cursor: Cursor, field: str, unit: MassUnit) -> object:
    start = cursor.pos
    value = _read(cursor, field, unit)
    if value is None:
        word = _word_of(field)
        found = (
            f"{quoted(cursor.word())} is not understood after {word}"
            if cursor.word()
            else f"{word} is incomplete"
        )
        if field == "sleep_position":
            raise cursor.doubt(f"{found}: on side, on back, on stomach or on mixed")
        raise cursor.doubt(f"{found}: write {_EXAMPLES[field]}")
    column = _COLUMNS["color" if field == "urine" else field]
    try:
        return column.check("", value)
    except InvalidRecord:
        said = cursor.line[start : cursor.pos].strip()
        sentence = f"{quoted(said)}: {_word_of(field)} needs {column.accepts()}"
        raise cursor.doubt(sentence, start, start + len(said)) from None


def _read(cursor: Cursor, field: str, unit: MassUnit) -> object:
    if field == "sleep_position":
        return cursor.phrase(_POSITIONS)
    if field == "body_weight_kg":
        mass = cursor.take(MASS_SAID)
        return mass and kilograms(mass[1], mass[2], unit)
    if field == "sleep_h" and (clock := cursor.take(HOURS_MINUTES_SAID)):
        return int(clock[1]) + int(clock[2] or clock[3]) / 60
    if field.endswith("_h"):
        hours = cursor.take(HOURS_SAID)
        return hours and number(hours[1])
    whole = cursor.take(_WHOLE)
    return whole and int(whole[1])


def _word_of(field: str) -> str:
    return next(word for word, name in FIELDS.items() if name == field)
