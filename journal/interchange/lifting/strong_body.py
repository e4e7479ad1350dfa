"""Body measurements of Strong: a file of two columns for each kind, of which the body weight is read."""

import re
from dataclasses import replace
from pathlib import Path

from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported, Place
from journal.interchange.lifting import strong
from journal.interchange.lifting.body_weights import BodyWeights, weigh
from journal.interchange.rows.foreign import Cells, Layout, Measure, Options, plain
from journal.interchange.rows.laid_out import LaidOut, laid_out
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.interchange.rows.values import WEIGHTS

NAME = strong.NAME
"""What the format is called after `--from`."""
TITLE = "body measurements of Strong"
"""What the file is called."""

_WEIGHT = re.compile(r"weight \((kg|kgs|lb|lbs)\)")
_FAT = "body fat percentage"


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so holds body measurements of Strong."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """The body weights of a file; other measurements are left out and named.  `Refused` when it is none."""
    what = "a file of body measurements of Strong: it needs the columns Date and Weight (kg)"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    weight = Measure("weight", WEIGHTS, layout.units.get("weight", ""), options.weight_unit or "")
    return weigh(NAME, sheet, layout, _take, weight, options)


def _find(sheet: Sheet) -> LaidOut | None:
    names = [name.strip() for name in sheet.rows[0].cells] if sheet.rows else []
    if len(names) != 2 or plain(names[0]) != "date":
        return None
    found = _WEIGHT.fullmatch(plain(names[1]))
    if found is None and plain(names[1]) != _FAT:
        return None
    fields = ("start", "weight" if found else "other")
    layout = Layout(tuple(names), fields, {"weight": found[1]} if found else {})
    return LaidOut(layout, replace(sheet, rows=sheet.rows[1:]))


def _take(weights: BodyWeights, cells: Cells, weight: Measure, place: Place) -> None:
    moment = cells.moment("start")
    kg = weight.read(cells)
    if "other" in cells.layout.fields:
        weights.leave_out(cells.layout.name("other"), place)
    elif kg is None:
        weights.readings.skip(place, "no body weight")
    else:
        weights.add(moment, kg, place)
