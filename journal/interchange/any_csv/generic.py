"""Any other CSV file: its columns are found by their names, or told; nothing in it is guessed.

Rows that name an exercise are sets.  The same file, or another one, may hold pains, water, body weight, sleep
and the like, each in a column of its own.
"""

from dataclasses import replace
from pathlib import Path

from journal.errors import Refused
from journal.interchange.any_csv.generic_columns import columns_of, listed, said
from journal.interchange.any_csv.generic_readings import FIELDS, GenericReadings
from journal.interchange.any_csv.generic_sessions import Sessions
from journal.interchange.any_csv.generic_workouts import Rows
from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported, Problem
from journal.interchange.not_told import NotTold
from journal.interchange.rows.assembly import assemble, not_read
from journal.interchange.rows.date_order import Decided, decided
from journal.interchange.rows.foreign import BadCell, Cells, DateOrder, Layout, Options, ask_for_units
from journal.interchange.rows.sheet import UNCLOSED, Sheet, read_sheet

NAME = "csv"
"""What the format is called after `--from`."""
TITLE = "a CSV file with columns of its own"
"""What it is called in a sentence."""

_AMOUNTS = frozenset({"reps", "weight", "distance", "seconds", "sets"})


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - the beginning tells all
    """Whether it can only be a file of sets: with a date, an exercise, and something that was done of it."""
    rows = read_sheet(head).rows
    if not rows:
        return False
    try:
        layout = columns_of(rows[0].cells, rows[1:], {}, "")
    except Refused:
        return False
    fields = set(layout.fields)
    # "Activity" and "duration" may as well be of a timesheet.
    done = _AMOUNTS if "exercise" in layout.name("exercise").casefold() else _AMOUNTS - {"seconds"}
    return {"start", "exercise"} <= fields and not fields.isdisjoint(done)


def read(file: Path, options: Options) -> Imported:
    """Everything in a file of sets or readings.

    `Refused` when no column holds a date, or none anything to record, and for a `--map` that does not fit;
    `NotTold` when neither the file nor `options` says a unit, or the order of day and month.
    """
    sheet = read_sheet(read_bytes(file), options.file)
    header = sheet.rows[0].cells if sheet.rows else []
    sheet = replace(sheet, rows=sheet.rows[1:])
    layout = columns_of(header, sheet.rows, options.columns, options.file)
    _refuse_without(layout, options.file)
    rows, cut = _whole(sheet, layout, options.file)
    order = _order(file, rows, options)
    recorded = GenericReadings(NAME, layout, order, options)
    if "exercise" in layout.fields:
        readings = [cells for cells in rows if any(cells.text(field) for field in FIELDS)]
        alone = {cells.line for cells in readings if not cells.text("exercise")}
        # First the sets: what they must ask for is asked for together.
        done = _sets(
            replace(sheet, rows=[row for row in sheet.rows if row.line not in alone]), layout, order, options
        )
        read = _together(done, recorded.read(readings), len(alone))
    else:
        read = recorded.read(rows)
        read.rows = sheet.count
        read.problems += cut
        read.notes += [*sheet.notes, *not_read(sheet, layout)]
    ask_for_units([recorded.weights], options.file)
    _say_units(read, recorded, beside_sets="exercise" in layout.fields)
    read.notes = [said(layout), *([order.note] if order.note else []), *read.notes]
    return read


def _order(file: Path, rows: list[Cells], options: Options) -> Decided:
    """The order of day and month; when it must be asked for, so are the units that must be, all at once."""
    try:
        return decided(
            ((cells.line, cells.text("start")) for cells in rows), options.date_order, options.file
        )
    except NotTold as asked:
        try:
            read(file, replace(options, date_order=DateOrder.DAY_FIRST))
        except NotTold as too:
            raise NotTold(options.file, [*asked.questions, *too.questions]) from None
        raise


class NotMapped(Refused):
    """A file whose columns do not tell enough; a screen can ask what they hold."""

    def __init__(self, file: str, lacks: str, how: str) -> None:
        super().__init__(file, lacks, how)  # so that it comes whole from one process to another
        self.file, self.lacks, self.how = file, lacks, how

    def __str__(self) -> str:
        return f"{self.file} has {self.lacks}: {self.how}"


def _refuse_without(layout: Layout, file: str) -> None:
    there = f"its columns are {listed(layout.names)}"
    if "start" not in layout.fields:
        raise NotMapped(file, f"no column for the date; {there}", "add --map COLUMN=date")
    if not {"exercise", *FIELDS} & set(layout.fields):
        raise NotMapped(
            file,
            f"nothing to record that is known by its column; {there}",
            "add --map COLUMN=exercise, =score, =water_ml, =body_weight_kg or another one",
        )
    if "score" in layout.fields and "region" not in layout.fields:
        score = layout.name("score")
        raise NotMapped(
            file,
            f"pains in {score!r} and no column for their place; {there}",
            f"add --map COLUMN=region, or leave the pains out by --map {score!r}=ignore",
        )


def _whole(sheet: Sheet, layout: Layout, file: str) -> tuple[list[Cells], list[Problem]]:
    """The rows that have all their cells, and a problem for each other one."""
    rows: list[Cells] = []
    cut: list[Problem] = []
    for row in sheet.rows:
        try:
            rows.append(Cells(row, layout))
        except BadCell as bad:
            cut.append(Problem(row.line, "", "", bad.reason, file))
    if sheet.unclosed:
        cut.append(Problem(sheet.unclosed, "", "", UNCLOSED, file))
    return rows, cut


def _sets(sheet: Sheet, layout: Layout, order: Decided, options: Options) -> Imported:
    """The workouts of a sheet without its rows that are only readings."""
    rows, _ = _whole(sheet, layout, options.file)
    sessions = Sessions(rows, order, options.zone, options.catalogue)
    understood = Rows(layout, sessions, options)
    sheet = replace(sheet, rows=sessions.in_order(sheet.rows))
    done = assemble(NAME, sheet, layout, understood.understand, understood.measures, options)
    done.skipped.sort(key=lambda skipped: skipped.line)
    return done


def _together(sets: Imported, readings: Imported, alone: int) -> Imported:
    """Both as one; `alone` is the number of rows that only the readings have."""
    return replace(
        sets,
        records=[*sets.records, *readings.records],
        rows=sets.rows + alone,
        skipped=sorted([*sets.skipped, *readings.skipped], key=lambda one: one.line),
        problems=[
            *sets.problems,
            # A row that is wrong as a set and as a reading is wrong for one reason: its date.
            *(one for one in readings.problems if (one.line, one.column) not in _places(sets)),
        ],
        notes=[*sets.notes, *readings.notes],
        places=sets.places | readings.places,
    )


def _places(read: Imported) -> set[tuple[int, str]]:
    return {(one.line, one.column) for one in read.problems}


def _say_units(read: Imported, recorded: GenericReadings, *, beside_sets: bool) -> None:
    """What is to be said of the unit of body weights."""
    read.problems.sort(key=lambda problem: problem.line)
    weights = recorded.weights
    units = {*filter(None, read.units.get("weight", "").split(", ")), *weights.met}
    if units:
        read.units["weight"] = ", ".join(sorted(units))
    if weights.given_used:
        read.notes = [note for note in read.notes if not note.startswith("--weight-unit is not needed")]
    elif not beside_sets and (remark := weights.remark()):
        read.notes.append(remark)
