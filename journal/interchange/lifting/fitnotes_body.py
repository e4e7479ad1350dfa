"""The body tracker of FitNotes: one row per measurement, of which the body weight is read."""

from collections.abc import Mapping
from pathlib import Path

from journal.exercises import normal
from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported, Place
from journal.interchange.lifting import fitnotes
from journal.interchange.lifting.body_weights import BodyWeights, weigh
from journal.interchange.rows import values
from journal.interchange.rows.date_order import Decided, decided
from journal.interchange.rows.foreign import BadCell, Cells, Measure, Options
from journal.interchange.rows.laid_out import LaidOut, by_names
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.interchange.rows.unquoted import laid_out_unquoted

NAME = fitnotes.NAME
"""What the format is called after `--from`."""
TITLE = "the body tracker of FitNotes"
"""What the file is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "date": ("start", ""),
    "time": ("clock", ""),
    "measurement": ("what", ""),
    "value": ("weight", ""),
    "unit": ("weight_unit", ""),
    "comment": ("note", ""),
}
_NEEDED = ("start", "clock", "what", "weight", "weight_unit")
_WEIGHT = frozenset({"bodyweight", "body weight", "weight"})


def is_body_weight(name: str) -> bool:
    """Whether a measurement of that name is the body weight."""
    return normal(name) in _WEIGHT


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of the body tracker."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """The body weights of a file; other measurements are left out and named.  `Refused` when it is none."""
    columns = "Date, Time, Measurement, Value and Unit"
    what = f"an export of the body tracker of FitNotes: it needs the columns {columns}"
    layout, sheet = laid_out_unquoted(read_bytes(file), _find, options.file, what, "what", _fits)
    dates = decided(sheet.column(layout.fields.index("start")), options.date_order, options.file)
    weight = Measure("weight", values.WEIGHTS, "", options.weight_unit or "")
    return weigh(NAME, sheet.saying(dates.note), layout, _Rows(dates).take, weight, options)


def _find(sheet: Sheet) -> LaidOut | None:
    return by_names(sheet, _COLUMNS, _NEEDED)


def _fits(row: Mapping[str, str]) -> bool:
    """Whether a number stands where it belongs, and no number where its unit does."""
    try:
        values.number(row["weight"])
    except ValueError:
        return False
    return not any(letter.isdigit() for letter in row["weight_unit"])


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, dates: Decided) -> None:
        self._dates = dates

    def take(self, weights: BodyWeights, cells: Cells, weight: Measure, place: Place) -> None:
        """One measurement."""
        moment = self._moment(cells)
        if not is_body_weight(cells.name("what")):
            weights.leave_out(cells.name("what") or "a measurement without a name", place)
            return
        kg = weight.read(cells)
        if kg is not None:
            weights.add(moment, kg, place, cells.words("note"))
        elif not weight.without:
            weights.readings.skip(place, "no body weight")

    def _moment(self, cells: Cells) -> values.Moment:
        text = f"{self._dates.iso(cells.text('start'))} {cells.text('clock')}"
        try:
            return values.moment(text)
        except ValueError as error:
            raise BadCell("start", str(error)) from None
