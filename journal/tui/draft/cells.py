"""What is written in a cell: values in the writer's words, and words read back as values.

A cell takes what a training book would have: `102.5`, `102,5`, `225lb`, `12`, `45s`, `1:30`, `100x5`, and behind
or instead of it `@8` and `warmup`.  What is no number is refused in one sentence that says what is accepted.
"""

import re
from dataclasses import dataclass
from typing import Any

from journal.columns import InvalidRecord
from journal.entry.amounts import duration, kilograms, kilometres, number
from journal.entry.cursor import Cursor
from journal.entry.doubt import NotUnderstood
from journal.entry.said import clock_said, distance_said, mass_said, plain
from journal.errors import Refused
from journal.records import Set, columns
from journal.tui.draft.model import Cell, Row
from journal.vocabulary import DistanceUnit, MassUnit, SetKind

_NUM = r"\d{1,9}(?:[.,]\d{1,6})?"
_WEIGHT = re.compile(rf"([+-]?)\s*({_NUM})\s*(kgs?|lbs?)?(?:\s*[x*]\s*(\d{{1,6}}))?")
_DISTANCE = re.compile(rf"({_NUM})\s*(km|k|mi|miles?|m)?")
_WHOLE = re.compile(r"\d{1,6}")
_NUMBER = re.compile(_NUM)
_CLOCK = re.compile(r":|(?:s|sec|min|h)$")
"""What says that a number is a time, in whatever cell it stands."""
_EFFORT = re.compile(rf"@\s*({_NUM})(?!\S)")
_KINDS = {
    "warmup": SetKind.WARMUP,
    "warm-up": SetKind.WARMUP,
    "drop": SetKind.DROP,
    "failure": SetKind.FAILURE,
    "normal": None,
    "work": None,
    "working": None,
}
KIND_WORDS = {
    None: "",
    SetKind.NORMAL: "",
    SetKind.WARMUP: "warm-up",
    SetKind.DROP: "drop",
    SetKind.FAILURE: "failure",
}
"""What stands in the column of kinds; a working set has nothing there."""
_KIND = re.compile(rf"(?:{'|'.join(_KINDS)})(?!\S)")
_MEANT = {
    "kind": "a kind of set",
    "weight_kg": "a weight",
    "reps": "a number of repetitions",
    "distance_km": "a distance",
    "duration_s": "a time",
    "rpe": "an RPE",
}
_COLUMNS = {column.name: column for column in columns(Set)}


@dataclass(frozen=True, slots=True)
class Units:
    """The writer's units: what a bare number in a cell means, and what is shown."""

    mass: MassUnit = MassUnit.KG
    distance: DistanceUnit = DistanceUnit.KM


def heading(cell: Cell, units: Units) -> str:
    """The head of a column: its unit where it has one."""
    return {
        Cell.KIND: "kind",
        Cell.WEIGHT: units.mass.value,
        Cell.REPS: "reps",
        Cell.TIME: "time",
        Cell.DISTANCE: units.distance.value,
        Cell.RPE: "RPE",
    }[cell]


def say(cell: Cell, value: Any, units: Units) -> str:
    """A value as it stands in its cell, without its unit where the column names it; "" when there is none."""
    if cell is Cell.KIND:
        return KIND_WORDS[value]
    if value is None:
        return ""
    if cell is Cell.WEIGHT:
        return mass_said(value, units.mass).split()[0]
    if cell is Cell.DISTANCE:
        return distance_said(value, units.distance).split()[0]
    return clock_said(value) if cell is Cell.TIME else plain(value)


def pace(row: Row, units: Units) -> str:
    """Minutes and seconds for each km or mile; "" without distance and time."""
    if not row.distance_km or not row.duration_s:
        return ""
    long = float(distance_said(row.distance_km, units.distance).split()[0])
    return f"{clock_said(round(row.duration_s / long))} /{units.distance}" if long else ""


def brief(row: Row, units: Units) -> str:
    """A set in the fewest signs: 100×5, 0:45, 5 km 28:30."""
    weight, reps, time = (say(cell, row[cell], units) for cell in (Cell.WEIGHT, Cell.REPS, Cell.TIME))
    far = f"{say(Cell.DISTANCE, row.distance_km, units)} {units.distance}" if row.distance_km else ""
    work = "×".join(part for part in (weight, reps or (time if weight and not far else "")) if part)
    return " ".join(part for part in (work, far, time if time not in work or far else "") if part)


def read(cell: Cell, text: str, units: Units, *, in_minutes: bool = False) -> dict[str, Any]:
    """The fields of a set that the text of one cell says; an empty text empties the cell.

    A bare number in the column of times is seconds, with `in_minutes` minutes.  `Refused` with one
    sentence when it is not understood, or is out of bounds.
    """
    rest, said = _beside(text.strip().lower().replace("−", "-").replace("×", "x"))
    if cell is Cell.KIND and rest:
        raise Refused(f"{_quoted(rest)} is no kind of set; write warmup, drop, failure or normal")
    if rest or not said:
        said = {**(_read(cell, rest, units, in_minutes=in_minutes) if rest else {cell.value: None}), **said}
    return {name: _checked(name, value, text.strip()) for name, value in said.items()}


def minutes(text: str) -> float:
    """A length of time in minutes: 55, 55min, 1h05, 1:05:00; `Refused` when it is none."""
    words = text.strip().lower()
    if _NUMBER.fullmatch(words):
        return number(words)
    seconds = _duration(words)
    if seconds is None:
        raise Refused(f"{_quoted(text.strip())} is no length of time; write minutes such as 55, or 1h05")
    return seconds / 60


def effort(text: str) -> float:
    """How hard it was, 0 to 10, with or without its @; `Refused` when it is no such number."""
    words = text.strip().removeprefix("@").strip()
    if not _NUMBER.fullmatch(words) or number(words) > 10:
        raise Refused(f"{_quoted(text.strip())} is no RPE; write a number from 0 (rest) to 10 (all out)")
    return number(words)


def _beside(text: str) -> tuple[str, dict[str, Any]]:
    """What is left of the text without `@8` and a kind, and what those say."""
    said: dict[str, Any] = {}
    if found := _EFFORT.search(text):
        said[Cell.RPE.value] = effort(found[0])
        text = text[: found.start()] + text[found.end() :]
    if kind := _KIND.search(text):
        said[Cell.KIND.value] = _KINDS[kind[0]]
        text = text[: kind.start()] + text[kind.end() :]
    return text.strip(), said


def _read(cell: Cell, text: str, units: Units, *, in_minutes: bool) -> dict[str, Any]:
    seconds = _duration(text) if _CLOCK.search(text) else None
    if seconds is not None and cell in (Cell.WEIGHT, Cell.DISTANCE):
        return {Cell.TIME.value: seconds}
    if cell is Cell.WEIGHT:
        return _weight(text, units)
    if cell is Cell.REPS:
        return _reps(text)
    if cell is Cell.TIME:
        return {Cell.TIME.value: _time(text, in_minutes=in_minutes)}
    if cell is Cell.DISTANCE:
        return {Cell.DISTANCE.value: _distance(text, units)}
    return {Cell.RPE.value: effort(text)}


def _weight(text: str, units: Units) -> dict[str, Any]:
    found = _WEIGHT.fullmatch(text)
    if found is None:
        raise Refused(f"{_quoted(text)} is no weight; write 102.5, 225lb, or -20 for assistance")
    sign, digits, unit, reps = found.groups()
    weight = kilograms(digits, unit, units.mass)
    said: dict[str, Any] = {Cell.WEIGHT.value: -weight if sign == "-" else weight}
    return said if reps is None else {**said, Cell.REPS.value: int(reps)}


def _reps(text: str) -> dict[str, Any]:
    if _WHOLE.fullmatch(text):
        return {Cell.REPS.value: int(text)}
    seconds = _duration(text)
    if seconds is None:
        raise Refused(
            f"{_quoted(text)} is no number of repetitions; write one such as 8, or a time such as 45s"
        )
    return {Cell.REPS.value: None, Cell.TIME.value: seconds}


def _time(text: str, *, in_minutes: bool) -> int:
    if _NUMBER.fullmatch(text):
        return round(number(text) * (60 if in_minutes else 1))
    seconds = _duration(text)
    if seconds is None:
        raise Refused(f"{_quoted(text)} is no time; write one such as 45s, 1:30, 28:30 or 1h05")
    return seconds


def _distance(text: str, units: Units) -> float:
    found = _DISTANCE.fullmatch(text)
    if found is None:
        raise Refused(f"{_quoted(text)} is no distance; write a number such as 5, 5km, 3.1mi or 800m")
    return kilometres(found[1], found[2], units.distance)


def _duration(text: str) -> int | None:
    cursor = Cursor(text)
    try:
        seconds = duration(cursor)
    except NotUnderstood:
        return None
    return seconds if cursor.done else None


def _checked(name: str, value: Any, text: str) -> Any:
    column = _COLUMNS[name]
    try:
        return column.check(Set.TABLE, value)
    except InvalidRecord:
        raise Refused(f"{_quoted(text)} cannot be: {_MEANT[name]} needs {column.accepts()}") from None


def _quoted(text: str) -> str:
    return f"'{text if len(text) <= 30 else text[:29] + '…'}'"
