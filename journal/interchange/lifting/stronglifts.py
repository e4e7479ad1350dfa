"""StrongLifts: one row per exercise with its sets beside each other, as many as the longest exercise has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported
from journal.interchange.rows import values
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.foreign import (
    BadCell,
    Cells,
    Layout,
    Measure,
    Options,
    measures,
    plain,
)
from journal.interchange.rows.laid_out import LaidOut, by_names, laid_out
from journal.interchange.rows.lines import Heading, Line
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.records import InvalidRecord, Set, columns

NAME = "stronglifts"
"""What the format is called after `--from`."""
TITLE = "StrongLifts"
"""What the program is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    name: (field, "")
    for field, names in (
        ("start", ("date (yyyy/mm/dd)", "date")),
        ("number", ("workout",)),
        ("title", ("workout name",)),
        ("exercise", ("exercise",)),
        ("done", ("sets×reps", "setsxreps")),
        ("timed", ("sets×time", "setsxtime")),
        ("hours", ("duration (hours)",)),
        ("begin", ("start time (h:mm)",)),
        ("finish", ("end time (h:mm)",)),
        ("note", ("notes",)),
        # These follow from the sets.
        ("sum of repetitions", ("reps",)),
        ("one repetition at most", ("e1rm (kg)", "e1rm (lb)", "e1rm (lbs)")),
        ("best set", ("top set (reps×kg)", "top set (reps×lb)", "top set (reps×lbs)")),
        ("volume", ("volume (kg)", "volume (lb)", "volume (lbs)")),
        ("volume of all", ("workout volume (kg)", "workout volume (lb)", "workout volume (lbs)")),
    )
    for name in names
}
"""Names of columns in lower case -> field."""

_SET = re.compile(r"set ([0-9]{1,3}) \((reps|kg|kgs|lb|lbs)\)")
_SET_COLUMNS = {column.name: column for column in columns(Set)}
_NEEDED = ("start", "number", "exercise", "reps 1")
_NOT_DONE = "-"
_SKIPPED = "skipped"


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of StrongLifts."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in an export of StrongLifts; `Refused` when it is none."""
    columns = "Date (yyyy/mm/dd), Workout, Exercise, Set 1 (Reps) and Set 1 (KG)"
    what = f"an export of StrongLifts: it needs the columns {columns}"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    rows = _Rows(layout, options)
    return assemble(NAME, sheet, layout, rows.understand, rows.measures, options)


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, those of set 3 as "reps 3" and "weight 3"; None when it is no export."""
    header = sheet.rows[0].cells if sheet.rows else []
    known = dict(_COLUMNS)
    for name in map(plain, header):
        if found := _SET.fullmatch(name):
            what, unit = ("reps", "") if found[2] == "reps" else ("weight", found[2])
            known[name] = (f"{what} {int(found[1])}", unit)
    return by_names(sheet, known, _NEEDED)


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self.measures = measures(layout, options)
        numbers = sorted(
            int(field.removeprefix("reps ")) for field in layout.fields if field.startswith("reps ")
        )
        self._sets = {
            number: Measure(f"weight {number}", values.WEIGHTS, layout.units.get(f"weight {number}", ""))
            for number in numbers
        }
        self._headings: dict[tuple[str, ...], Heading] = {}

    def understand(self, cells: Cells) -> list[Line]:
        """The sets of an exercise; one line that says why when there are none."""
        line = Line(
            cells, heading=self._heading(cells), exercise=cells.name("exercise"), note=cells.words("note")
        )
        if not line.exercise:
            raise BadCell("exercise", "a set needs the name of its exercise")
        lines = [replace(line, amounts=amounts) for amounts in self._amounts(cells)]
        if cells.text("done").casefold() == _SKIPPED:
            line.no_set = "skipped, not done"
        elif not lines:
            line.no_set = "no set of it was done"
        else:
            return lines
        return [line]

    def _amounts(self, cells: Cells) -> Iterator[dict[str, float | None]]:
        """The numbers of each set that was begun: 0 repetitions are a failed attempt, unless none was made."""
        said = cells.text("done").split("/")
        for number, measure in self._sets.items():
            reps, kg = cells.number(f"reps {number}"), measure.read(cells)
            self.measures[0].met |= measure.met
            skipped = number <= len(said) and said[number - 1].strip() == _NOT_DONE
            if reps or (reps == 0 and kg and not skipped):
                yield {
                    "reps": _checked("reps", reps, f"reps {number}"),
                    "weight_kg": _checked("weight_kg", kg, f"weight {number}"),
                }

    def _heading(self, cells: Cells) -> Heading:
        key = tuple(cells.text(name) for name in ("start", "begin", "finish", "title", "number", "hours"))
        known = self._headings.get(key)
        if known is None:
            start, time_known = _moment(cells, "begin")
            hours = cells.number("hours") or 0
            if hours < 0:
                raise BadCell("hours", "it needs hours such as 0.75")
            end = _moment(cells, "finish").at.isoformat() if key[2] else ""
            known = self._headings[key] = Heading(
                start,
                end=end,
                title=cells.words("title"),
                number=key[4],
                time_known=time_known,
                duration_s=round(hours * 3600) or None,
            )
        return known


def _checked(column: str, value: float | None, field: str) -> float | None:
    """The value as a set holds it; `BadCell` that names the column of the file when it holds no such value."""
    try:
        return _SET_COLUMNS[column].check(Set.TABLE, value)  # type: ignore[no-any-return]
    except InvalidRecord as error:
        raise BadCell(field, error.accepted) from None


def _moment(cells: Cells, clock: str) -> values.Moment:
    """The day of the workout with the time that stands in another column."""
    day = cells.moment("start")
    if not cells.text(clock):
        return day
    try:
        return values.moment(f"{day.at.date()} {cells.text(clock)}")
    except ValueError:
        raise BadCell(clock, "it needs a time such as 10:56 PM or 22:56") from None
