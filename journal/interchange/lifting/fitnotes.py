"""FitNotes on Android and FitNotes 2 on iOS: one row per set, a day without any time, names without quotes."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from journal.exercises import normal
from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported
from journal.interchange.rows import values
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.date_order import Decided, decided
from journal.interchange.rows.exercise_names import NO_HINT, Hint
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Measure, Options, lay_out
from journal.interchange.rows.laid_out import LaidOut, by_names, by_places
from journal.interchange.rows.lines import Heading, Line, as_set
from journal.interchange.rows.sheet import Row, Sheet, read_sheet
from journal.interchange.rows.unquoted import laid_out_unquoted
from journal.vocabulary import KG_PER_LB, Muscle, WorkoutKind

NAME = "fitnotes"
"""What the format is called after `--from`."""
TITLE = "FitNotes"
"""What the program is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "date": ("start", ""),
    "exercise": ("exercise", ""),
    "category": ("category", ""),
    "weight": ("weight", ""),
    "weight (kg)": ("weight", "kg"),
    "weight (kgs)": ("weight", "kg"),
    "weight (lb)": ("weight", "lb"),
    "weight (lbs)": ("weight", "lb"),
    "weight unit": ("weight_unit", ""),
    "reps": ("reps", ""),
    "distance": ("distance", ""),
    "distance unit": ("distance_unit", ""),
    "time": ("seconds", ""),
    "comment": ("note", ""),
    "notes": ("note", ""),
    "kind": ("type", ""),
}
"""Names of columns in lower case -> field and, where the name states it, unit."""

_NEEDED = ("start", "exercise", "category", "reps", "distance", "distance_unit", "seconds")
_OLD = ("start", "exercise", "category", "weight", "reps", "distance", "distance_unit", "seconds")
_NEW = (*_OLD[:4], "weight_unit", *_OLD[4:])
_BY_PLACE = (_OLD, _NEW, (*_NEW, "note"), (*_OLD[:4], "pounds", *_OLD[4:], "note", "type"))
"""Fields of the four versions, for a file without a header."""

_DISTANCES: Mapping[str, tuple[str, float]] = {
    **values.DISTANCES,
    **dict.fromkeys(("yd", "yds"), ("yd", 0.0009144)),
    "ft": ("ft", 0.0003048),
    "in": ("in", 0.0000254),
    "cm": ("cm", 0.00001),
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_TIME = re.compile(r"([0-9]{1,5}):([0-5][0-9])")

_CATEGORIES: Mapping[str, Hint] = {
    **{normal(muscle): Hint((muscle,)) for muscle in Muscle},
    "leg": Hint((Muscle.QUADS, Muscle.GLUTES, Muscle.HAMSTRINGS)),
    "arm": Hint((Muscle.BICEPS, Muscle.TRICEPS)),
    "core": Hint((Muscle.ABS,)),
    "cardio": Hint(kind=WorkoutKind.OTHER),
}
"""What the categories of the program say of an exercise, by their normal names; others are the user's own words."""


def hint_of(category: str) -> Hint:
    """What a category says of the exercises in it."""
    return _CATEGORIES.get(normal(category), NO_HINT)


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of FitNotes."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in an export of FitNotes.

    `Refused` when it is none, or when it does not say its units and they were not given.
    """
    columns = "Date, Exercise, Category, Reps, Distance, Distance Unit and Time"
    what = f"an export of FitNotes: it needs the columns {columns}"
    layout, sheet = laid_out_unquoted(read_bytes(file), _find, options.file, what, "exercise", _fits)
    dates = decided(sheet.column(layout.fields.index("start")), options.date_order, options.file)
    rows = _Rows(layout, options, dates)
    return assemble(NAME, sheet.saying(dates.note), layout, rows.understand, rows.measures, options)


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, by their names or as a row shows them; None when it is no export of FitNotes."""
    found = by_names(sheet, _COLUMNS, _NEEDED)
    if found is not None:
        return found._replace(layout=_one_weight(found.layout))
    fields = next((fields for fields in _BY_PLACE if sheet.rows and _is_row(sheet.rows[0], fields)), None)
    if fields is None:
        return None
    return by_places(sheet, fields, {"weight": "kg"} if "pounds" in fields else {})


def _one_weight(layout: Layout) -> Layout:
    """The iOS program writes each weight twice: that in pounds is only needed where the other one is empty."""
    stated = [lay_out([name], _COLUMNS).units.get("weight") for name in layout.names]
    if not {"kg", "lb"} <= set(stated):
        return layout
    fields = tuple(
        "pounds" if unit == "lb" else field for field, unit in zip(layout.fields, stated, strict=True)
    )
    return Layout(layout.names, fields, {**layout.units, "weight": "kg"})


def _is_row(row: Row, fields: Sequence[str]) -> bool:
    """Whether these are the cells of a set in a version with these fields."""
    cells = [cell.strip() for cell in row.cells]
    return (
        len(cells) == len(fields)
        and _DAY.fullmatch(cells[0]) is not None
        and all(cells[1:3])
        and _fits(dict(zip(fields, cells, strict=True)))
    )


def _fits(row: Mapping[str, str]) -> bool:
    """Whether numbers, units and times stand where they belong."""
    try:
        for field in ("weight", "pounds", "reps", "distance"):
            values.number(row.get(field, ""))
        values.duration(row["seconds"])
    except ValueError:
        return False
    known_unit = row.get("weight_unit", "").casefold() in ("", *values.WEIGHTS)
    # Planks are measured in "kg".
    return known_unit and row["distance_unit"].casefold() in ("", *_DISTANCES, *values.WEIGHTS)


class _Weight(Measure):
    """The weights of a file that has them in kg and, beside them, in pounds."""

    __slots__ = ()

    def read(self, cells: Cells, field: str = "") -> float | None:
        """The kg of a row, those of its pounds when it has no others."""
        kg = Measure.read(self, cells, field)
        pounds = cells.number("pounds")
        if kg is not None or not pounds:
            return kg
        self.met.add("lb")
        return pounds * KG_PER_LB


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, options: Options, dates: Decided) -> None:
        self._dates = dates
        self._minutes_first = "pounds" in layout.fields
        self._headings: dict[str, Heading] = {}
        self.measures = (
            _Weight("weight", values.WEIGHTS, layout.units.get("weight", ""), options.weight_unit or ""),
            Measure("distance", _DISTANCES, "", options.distance_unit or ""),
        )

    def understand(self, cells: Cells) -> Line:
        """A set."""
        line = Line(
            cells,
            heading=self._heading(cells),
            exercise=cells.name("exercise"),
            note=cells.words("note"),
            hint=hint_of(cells.name("category")),
        )
        return as_set(line, *self.measures, seconds=self._seconds(cells))

    def _heading(self, cells: Cells) -> Heading:
        """One day is one workout; the program knows nothing else of it."""
        text = self._dates.iso(cells.text("start"))
        known = self._headings.get(text)
        if known is None:
            try:
                at = values.moment(text).at
            except ValueError as error:
                raise BadCell("start", str(error)) from None
            noon = at.replace(hour=12, minute=0, second=0, tzinfo=None)
            known = self._headings[text] = Heading(noon, end="", title="", time_known=False)
        return known

    def _seconds(self, cells: Cells) -> int:
        """The time of a set: 0:01:30, or 1:30 which is minutes on iOS and, after a spreadsheet, hours on Android."""
        short = _SHORT_TIME.fullmatch(cells.text("seconds")) if self._minutes_first else None
        if short is not None:
            return int(short[1]) * 60 + int(short[2])
        try:
            return values.duration(cells.text("seconds")) or 0
        except ValueError:
            raise BadCell("seconds", "it needs a time such as 0:01:30") from None
