"""Numbers, units, durations and RPE as they stand in a line."""

import re

from journal.entry.cursor import Cursor
from journal.entry.doubt import quoted
from journal.entry.parts import Parts
from journal.vocabulary import KG_PER_LB, KM_PER_MI, DistanceUnit, MassUnit

END = r"(?!\S)"
"""A word ends here."""
WHOLE = r"[0-9]{1,9}"
NUM = rf"{WHOLE}(?:[.,][0-9]{{1,6}})?"
MASS = r"kgs?|kilos?|lbs?|pounds?"
MINUTES = r"min|mins|minutes?|m"
HOURS = r"h|hrs?|hours?"
SECONDS = r"s|secs?|seconds?"

BARE = re.compile(rf"({NUM}){END}")
_LONG_CLOCK = re.compile(rf"([0-9]{{1,4}}):([0-5][0-9]):([0-5][0-9]){END}")
_SHORT_CLOCK = re.compile(rf"([0-9]{{1,4}}):([0-5][0-9]){END}")
_HOURS = re.compile(rf"({NUM})\s*(?:{HOURS}){END}")
_HOURS_MINUTES = re.compile(
    rf"({WHOLE})\s*(?:{HOURS})(?:([0-5]?[0-9])|\s*([0-5]?[0-9])\s*(?:{MINUTES})){END}"
)
_MINUTES = re.compile(rf"({NUM})\s*(?:{MINUTES}){END}")
_SECONDS = re.compile(rf"({WHOLE})\s*(?:{SECONDS}){END}")
_BAD_CLOCK = re.compile(rf"[0-9]+:[0-9:]*{END}")
_RPE = re.compile(rf"@\s*({NUM}){END}")
_RPE_WORD = re.compile(rf"@?\s*rpe\s*({NUM}){END}")
_NO_RPE = re.compile(rf"@\s*({NUM}\s*(?:{MASS})){END}")

KG = {"k": 1.0, "l": KG_PER_LB, "p": KG_PER_LB}
"""Kilograms of each unit of mass, by its first letter."""
KM = {"km": 1.0, "k": 1.0, "mi": KM_PER_MI, "mile": KM_PER_MI, "miles": KM_PER_MI, "m": 0.001}


def number(digits: str) -> float:
    """The number, with a decimal point or a decimal comma."""
    return float(digits.replace(",", "."))


def kilograms(digits: str, unit: str | None, default: MassUnit) -> float:
    """A mass in kg, to the gram; without a unit it is in the writer's."""
    return round(number(digits) * KG[(unit or default)[0]], 3)


def kilometres(digits: str, unit: str | None, default: DistanceUnit) -> float:
    """A distance in km, to the metre; without a unit it is in the writer's."""
    return round(number(digits) * KM[unit or default], 3)


def duration(cursor: Cursor) -> int | None:
    """A duration in seconds, moving behind it: 28:30, 1:45:00, 1h30, 1.5h, 55min, 45s; None when there is none."""
    if clock := cursor.take(_LONG_CLOCK):
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3])
    if clock := cursor.take(_SHORT_CLOCK):
        return int(clock[1]) * 60 + int(clock[2])
    if both := cursor.take(_HOURS_MINUTES):
        return int(both[1]) * 3600 + int(both[2] or both[3]) * 60
    if hours := cursor.take(_HOURS):
        return round(number(hours[1]) * 3600)
    if minutes := cursor.take(_MINUTES):
        return round(number(minutes[1]) * 60)
    if seconds := cursor.take(_SECONDS):
        return int(seconds[1])
    if bad := cursor.at(_BAD_CLOCK):
        raise cursor.doubt(f"{quoted(bad[0])} is not a time: minutes:seconds such as 28:30, or 1:45:00")
    return None


def take_duration(cursor: Cursor, parts: Parts) -> bool:
    """Read a duration into the part `duration` (seconds), when one stands here."""
    start = cursor.pos
    seconds = duration(cursor)
    if seconds is not None:
        parts.put("duration", seconds, start, "times")
    return seconds is not None


def take_rpe(cursor: Cursor, parts: Parts, *, otherwise: str = "") -> bool:
    """Read "@8" into the part `rpe`; over 10 is refused, saying what the writer may have meant."""
    start = cursor.pos
    if word := cursor.at(_RPE_WORD):
        raise cursor.doubt(f"{quoted(cursor.line[start : word.end()])} is written @{word[1]}", end=word.end())
    if otherwise and (mass := cursor.at(_NO_RPE)):
        raise cursor.doubt(
            f"{quoted(mass[0])}: RPE is 0 to 10; a weight is written {mass[1]}", end=mass.end()
        )
    found = cursor.take(_RPE)
    if found is None:
        return False
    if number(found[1]) > 10:
        hint = otherwise.format(found[1])
        raise cursor.doubt(f"'{found[0]}': RPE is 0 to 10{hint}", start, found.end())
    parts.put("rpe", number(found[1]), start, "RPEs")
    return True
