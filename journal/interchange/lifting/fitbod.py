"""Fitbod: one row per set since 2020, one row for several equal sets before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from journal.clock import in_offset
from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported
from journal.interchange.rows import values
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.date_order import Decided, decided
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, measures
from journal.interchange.rows.laid_out import LaidOut, by_names, by_places, laid_out
from journal.interchange.rows.lines import Heading, Line, as_set
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.vocabulary import SetKind

NAME = "fitbod"
"""What the format is called after `--from`."""
TITLE = "Fitbod"
"""What the program is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    name: (field, unit)
    for field, unit, names in (
        ("start", "", ("date",)),
        ("exercise", "", ("exercise", "exercise_name")),
        ("sets", "", ("sets",)),
        ("reps", "", ("reps",)),
        ("weight", "", ("weight",)),
        ("weight", "kg", ("weight(kg)", "weight (kg)", "weight_kg")),
        ("weight", "lb", ("weight(lb)", "weight(lbs)", "weight (lb)", "weight (lbs)")),
        ("seconds", "s", ("duration(s)", "duration (s)", "duration_seconds")),
        ("distance", "m", ("distance(m)", "distance (m)", "distance_meters")),
        ("incline", "", ("incline",)),
        ("resistance", "", ("resistance",)),
        ("warmup", "", ("iswarmup",)),
        ("note", "", ("note",)),
        ("multiplier", "", ("multiplier",)),
    )
    for name in names
}
"""Names of columns in lower case -> field and, where the name states it, unit."""

_BY_PLACE = (
    ("start", "exercise", "sets", "reps", "weight", "warmup", "note"),
    (
        *("start", "exercise", "reps", "weight", "seconds", "distance", "incline", "resistance", "warmup"),
        *("note", "multiplier"),
    ),
)
"""Fields of the two versions, for a file without a header."""

_NEEDED = ("start", "exercise", "reps", "warmup")
_YES = frozenset({"true", "1", "yes", "wahr", "vrai"})
_NO = frozenset({"", "false", "0", "no", "falsch", "faux"})
_COUNT = re.compile(r"([0-9]{1,3})(?:\.0*)?")
_APART = timedelta(minutes=90)
"""Sets further apart are of two workouts: some versions write the time of each set, some that of the workout."""


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of Fitbod."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in an export of Fitbod.

    `Refused` when it is none, or when it does not say the unit of its weights and it was not given.
    """
    what = "an export of Fitbod: it needs the columns Date, Exercise, Reps, Weight and isWarmup"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    rows = _Rows(layout, sheet, options)
    imported = assemble(NAME, sheet.saying(rows.dates.note), layout, rows.understand, rows.measures, options)
    imported.notes += rows.remarks()
    # A row of several sets that cannot be read is one problem.
    imported.problems = list(dict.fromkeys(imported.problems))
    return imported


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, by their names or as a row shows them; None when it is no export of Fitbod."""
    found = by_names(sheet, _COLUMNS, _NEEDED)
    if found is not None or not sheet.rows:
        return found
    first = sheet.rows[0].cells
    fields = next((fields for fields in _BY_PLACE if _is_row(first, fields)), None)
    return None if fields is None else by_places(sheet, fields, {"distance": "m"})


def _is_row(cells: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether these are the cells of a set in a version with these fields."""
    if len(cells) != len(fields):
        return False
    row = dict(zip(fields, cells, strict=True))
    try:
        values.moment(row["start"])
        for field in set(fields) - {"start", "exercise", "warmup", "note"}:
            values.number(row[field])
    except ValueError:
        return False
    return row["warmup"].strip().casefold() in ("true", "false")


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, sheet: Sheet, options: Options) -> None:
        self.measures = measures(layout, options)
        texts = [(line, text.strip()) for line, text in sheet.column(layout.fields.index("start"))]
        self.dates: Decided = decided(texts, options.date_order, options.file)
        self._headings = _headings({text for _, text in texts}, self.dates, options.zone)
        self._pairs = 0
        self._left_out: set[str] = set()

    def understand(self, cells: Cells) -> list[Line]:
        """The sets of a row, which are alike."""
        line = Line(
            cells,
            heading=self._heading(cells),
            exercise=cells.name("exercise"),
            note=cells.words("note"),
            kind=_kind(cells),
        )
        count = _count(cells)
        as_set(line, *self.measures)
        if count == 0:
            line.no_set = line.no_set or "no set of it was done"
        self._left_out |= {field for field in ("incline", "resistance") if cells.number(field)}
        self._pairs += (cells.number("multiplier") or 1) > 1
        return [line] if line.no_set else [line, *(replace(line) for _ in range(count - 1))]

    def remarks(self) -> list[str]:
        """What to say of numbers that no set holds."""
        said = []
        if self._pairs:
            rows = "1 row has" if self._pairs == 1 else f"{self._pairs} rows have"
            said.append(
                f"{rows} a multiplier: the weight is kept as it stands, which is that of one dumbbell"
            )
        if self._left_out:
            said.append(f"not read: {' and '.join(sorted(self._left_out))}")
        return said

    def _heading(self, cells: Cells) -> Heading:
        text = cells.text("start")
        known = self._headings.get(text)
        if known is not None:
            return known
        try:
            values.moment(self.dates.iso(text))
        except ValueError as error:
            raise BadCell("start", str(error)) from None
        raise BadCell("start", "it needs a date and time such as 2026-11-20 18:30:00 +0000")


def _headings(texts: set[str], dates: Decided, zone: tzinfo) -> dict[str, Heading]:
    """The workout of each time: the sets that follow each other closely are one, which begins with the first."""
    moments: list[tuple[datetime, str, values.Moment]] = []
    for text in texts:
        try:
            moment = values.moment(dates.iso(text))
        except ValueError:
            # A problem of each row that has it.
            continue
        moments.append((in_offset(moment.at, zone), text, moment))
    headings: dict[str, Heading] = {}
    before = heading = None
    for instant, text, moment in sorted(moments):
        if before is None or heading is None or instant - before > _APART:
            heading = Heading(moment.at, end="", title="", time_known=moment.time_known)
        headings[text], before = heading, instant
    return headings


def _kind(cells: Cells) -> SetKind | None:
    word = cells.text("warmup").casefold()
    if word not in _YES | _NO:
        raise BadCell("warmup", "it needs true or false")
    return SetKind.WARMUP if word in _YES else None


def _count(cells: Cells) -> int:
    """How many sets a row stands for; one in a file without such a column."""
    text = cells.text("sets")
    found = _COUNT.fullmatch(text)
    if text and found is None:
        raise BadCell("sets", "it needs a whole number from 0 to 999")
    return int(found[1]) if found else 1
