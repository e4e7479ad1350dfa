"""The rows of any CSV file that are sets."""

import re
from collections.abc import Sequence

from journal.interchange.any_csv.generic_meanings import key
from journal.interchange.any_csv.generic_sessions import Sessions, length_of
from journal.interchange.rows import values
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Measure, Options, measures
from journal.interchange.rows.lines import Line
from journal.vocabulary import SetKind

_KINDS = {
    **dict.fromkeys(
        ("", "normal", "n", "work", "working", "workset", "workingset", "regular", "standard"), None
    ),
    **dict.fromkeys(("warmup", "warmupset", "w"), SetKind.WARMUP),
    **dict.fromkeys(("drop", "dropset", "d"), SetKind.DROP),
    **dict.fromkeys(("failure", "tofailure", "f"), SetKind.FAILURE),
}
_LETTERS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
"""What some programs write for the number of a set."""
_YES, _NO = frozenset({"yes", "true", "1", "x", "y"}), frozenset({"", "no", "false", "0", "n"})
_REST = frozenset({"resttimer", "rest", "ruhezeit"})
_BODY = frozenset({"bw", "bodyweight"})
_NUMBER = re.compile(r"[0-9]{1,6}")
_WITH_UNIT = re.compile(r"([-+0-9.,]+)\s*([a-z]+)\.?", re.IGNORECASE)
_MOST_SETS = 100
_EFFORT = 10
"""RPE of a set after which no repetition is left."""


class Rows:
    """What the rows of one file mean that name an exercise."""

    def __init__(self, layout: Layout, sessions: Sessions, options: Options) -> None:
        self.measures = measures(layout, options)
        self._sessions = sessions

    def understand(self, cells: Cells) -> Sequence[Line]:
        """The sets of a row: one, or as many as it says."""
        exercise, order = cells.name("exercise"), cells.text("order")
        if not exercise:
            raise BadCell("exercise", "a set needs the name of its exercise")
        heading = self._sessions.heading(cells)
        amounts = self._amounts(cells)
        number = _NUMBER.search(order)
        lines = [
            Line(
                cells,
                heading=heading,
                exercise=exercise,
                order=number[0] if number else "",
                note=cells.words("note"),
                workout_note=cells.words("workout_note"),
                kind=_kind(cells),
                amounts=amounts,
            )
            for _ in range(_count(cells))
        ]
        why = _why_no_set(exercise, order, amounts)
        if why:
            del lines[1:]
            lines[0].no_set = why
        return lines

    def _amounts(self, cells: Cells) -> dict[str, float | None]:
        weight, distance = self.measures
        reps, seconds = cells.number("reps"), length_of(cells, "seconds")
        kg, km = _measured(cells, weight), _measured(cells, distance)
        return {
            # Programs write 0 for what a set does not have; only 0 repetitions with a weight are a failed attempt.
            "reps": None if reps == 0 and (seconds or km) else reps,
            "weight_kg": kg,
            "distance_km": km,
            "duration_s": seconds or None,
            "rpe": _rpe(cells),
        }


def _measured(cells: Cells, measure: Measure) -> float | None:
    """The kg or km of a row; the unit may stand in the cell, as in "100 kg"."""
    text = cells.text(measure.what)
    if measure.what == "weight" and key(text) in _BODY:
        return None
    inside = _WITH_UNIT.fullmatch(text)
    if inside is None or inside[2].casefold() not in measure.units:
        return measure.read(cells)
    unit, size = measure.units[inside[2].casefold()]
    try:
        amount = values.number(inside[1])
    except ValueError as error:
        raise BadCell(measure.what, str(error)) from None
    measure.met.add(unit)
    return amount * size if amount else None


def _rpe(cells: Cells) -> float | None:
    """RPE, else what the repetitions in reserve say: 10 less for each."""
    rpe = cells.number("rpe")
    if rpe:
        return rpe
    text = cells.text("rir").removesuffix("+")
    try:
        left = values.number(text)
    except ValueError:
        left = -1
    if left is None:
        return None
    if not 0 <= left <= _EFFORT:
        raise BadCell("rir", f"it needs a number from 0 to {_EFFORT}")
    return _EFFORT - left


def _kind(cells: Cells) -> SetKind | None:
    warmup = key(cells.text("warmup"))
    if warmup not in _YES | _NO:
        raise BadCell("warmup", "it needs yes or no")
    kind = key(cells.text("kind"))
    if kind not in _KINDS:
        raise BadCell("kind", "it needs one of normal, warmup, drop, failure")
    return SetKind.WARMUP if warmup in _YES else _KINDS[kind] or _LETTERS.get(key(cells.text("order")))


def _count(cells: Cells) -> int:
    """How many sets the row stands for."""
    count = cells.number("sets")
    if count is None:
        return 1
    if count != int(count) or not 0 <= count <= _MOST_SETS:
        raise BadCell("sets", f"it needs a whole number from 0 to {_MOST_SETS}")
    return int(count) or 1


def _why_no_set(exercise: str, order: str, amounts: dict[str, float | None]) -> str:
    if key(exercise) in _REST or key(order) in _REST:
        return "rest timer, not a set"
    if not any(amounts[name] for name in ("reps", "weight_kg", "distance_km", "duration_s")):
        return "empty set: no repetitions, weight, distance or time"
    return ""
