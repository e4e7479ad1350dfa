"""Strong: one row per set, in nine headers that differ in language, units and columns.

Where the header is in a language that is not known here, the twelve columns of the newer versions are taken
by their place, which is the same in all of them.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported
from journal.interchange.rows import values
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, measures
from journal.interchange.rows.laid_out import LaidOut, by_names, by_places, laid_out
from journal.interchange.rows.lines import Heading, Line, as_set
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.vocabulary import SetKind

NAME = "strong"
"""What the format is called after `--from`."""
TITLE = "Strong"
"""What the program is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    name: (field, unit)
    for field, unit, names in (
        ("number", "", ("workout #", "workout number")),
        ("start", "", ("date", "datum")),
        ("title", "", ("workout name", "workout-name", "nom de l'entraînement")),
        ("duration", "", ("duration", "workout duration", "dauer", "durée")),
        ("duration", "s", ("duration (sec)", "duration (seconds)")),
        ("exercise", "", ("exercise name", "name der übung", "nom de l'exercice")),
        ("order", "", ("set order", "reihenfolge festlegen", "ordre de la série")),
        ("weight", "", ("weight", "gewicht", "poids")),
        ("weight", "kg", ("kg", "weight (kg)")),
        ("weight", "lb", ("lb", "lbs", "weight (lb)", "weight (lbs)")),
        ("weight_unit", "", ("weight unit",)),
        ("reps", "", ("reps", "wiederh.", "réps")),
        ("distance", "", ("distance", "entfernung")),
        ("distance", "km", ("km", "distance (km)", "distance (kilometers)")),
        ("distance", "mi", ("mi", "miles", "distance (mi)", "distance (miles)")),
        ("distance", "m", ("m", "distance (m)", "distance (meters)", "distance (metres)")),
        ("distance_unit", "", ("distance unit",)),
        ("seconds", "", ("seconds", "sekunden", "secondes")),
        ("note", "", ("notes", "notizen")),
        ("workout_note", "", ("workout notes", "workout-notizen", "notes d'entraînement")),
        ("rpe", "", ("rpe",)),
    )
    for name in names
}
"""Names of columns in lower case -> field and, where the name states it, unit."""

_BY_PLACE: tuple[str, ...] = (
    "start",
    "title",
    "duration",
    "exercise",
    "order",
    "weight",
    "reps",
    "distance",
    "seconds",
    "note",
    "workout_note",
    "rpe",
)
"""Fields of the twelve columns, the same in every language."""

_NEEDED = ("start", "exercise", "order")
_NUMBERED = re.compile(r"([0-9]{1,6})(?:\.0*)?")
_KINDS = {"w": SetKind.WARMUP, "f": SetKind.FAILURE, "d": SetKind.DROP}
_REST = frozenset({"rest timer", "ruhezeit"})
_NOTES = frozenset({"note", "notes", "notiz"})


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of Strong."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in an export of Strong.

    `Refused` when it is none, or when it does not say its units and they were not given.
    """
    what = "an export of Strong: it needs the columns Date, Workout Name, Exercise Name and Set Order"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    rows = _Rows(layout, options)
    return assemble(NAME, sheet, layout, rows.understand, rows.measures, options)


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, by their names or as a row shows them; None when it is no export of Strong."""
    found = by_names(sheet, _COLUMNS, _NEEDED)
    if found is not None or not sheet.rows:
        return found
    first, *rest = sheet.rows
    if _is_row(first.cells):
        return by_places(sheet, _BY_PLACE, {})
    if rest and _is_row(rest[0].cells) and len(first.cells) == len(_BY_PLACE):
        return by_places(sheet, _BY_PLACE, {}, names=first.cells)
    return None


def _is_row(cells: Sequence[str]) -> bool:
    """Whether these are the twelve cells of a set, a rest or a note, in whatever language the header is."""
    if len(cells) != len(_BY_PLACE):
        return False
    row = dict(zip(_BY_PLACE, cells, strict=True))
    try:
        length = values.duration(row["duration"])
        for name in ("weight", "reps", "distance", "seconds", "rpe"):
            values.number(row[name])
        return values.moment(row["start"]).time_known and length is not None and row["order"].strip() != ""
    except ValueError:
        return False


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self.measures = measures(layout, options)
        self._in_seconds = layout.units.get("duration") == "s"
        self._headings: dict[tuple[str, ...], Heading] = {}

    def understand(self, cells: Cells) -> Line:
        """A set, a rest timer or a note."""
        line = Line(
            cells,
            heading=self._heading(cells),
            exercise=cells.name("exercise"),
            note=cells.words("note"),
            workout_note=cells.words("workout_note"),
        )
        order = cells.text("order").casefold()
        numbered = _NUMBERED.fullmatch(order)
        if line.exercise.casefold() in _REST or not (numbered or order in _KINDS):
            line.no_set = _no_set(order, line)
            return line
        line.kind, line.order = (SetKind.NORMAL, numbered[1]) if numbered else (_KINDS[order], "")
        return as_set(line, *self.measures)

    def _heading(self, cells: Cells) -> Heading:
        key = tuple(cells.text(name) for name in ("start", "title", "duration", "number"))
        known = self._headings.get(key)
        if known is None:
            start, time_known = cells.moment("start")
            seconds = cells.duration("duration", plain_seconds=self._in_seconds)
            known = self._headings[key] = Heading(
                start,
                end="" if seconds is None else str(seconds),
                title=cells.words("title"),
                number=key[3],
                time_known=time_known,
                duration_s=seconds,
            )
        return known


def _no_set(order: str, line: Line) -> str:
    """Why a row without a number is no set; `BadCell` when its Set Order says something unknown."""
    if order in _REST or line.exercise.casefold() in _REST:
        return "rest timer, not a set"
    filled = [name for name in ("reps", "weight", "distance", "seconds") if line.cells.number(name)]
    # Words of other languages: a rest has seconds and nothing else, a note has its text and nothing else.
    if order in _NOTES or (order and line.note and not filled):
        return "note, kept with its exercise" if line.note else "empty note"
    if order and filled == ["seconds"]:
        return f"{line.cells.words('order')}: seconds only, taken for a rest timer"
    raise BadCell("order", "it needs a number, W (warm-up), F (failure), D (drop set), Rest Timer or Note")
