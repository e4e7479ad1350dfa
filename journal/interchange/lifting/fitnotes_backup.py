"""The backup of FitNotes: a SQLite file with the sets, what is written about them, and the body weights."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from journal.errors import Refused
from journal.interchange.imported import Imported, Place, Skipped
from journal.interchange.lifting import fitnotes
from journal.interchange.lifting.fitnotes_days import days
from journal.interchange.lifting.sqlite_tables import MAGIC, ROW, Tables, tables
from journal.interchange.rows import values
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, measures
from journal.interchange.rows.lines import Heading, Line, as_set
from journal.interchange.rows.sheet import Row, Sheet

NAME = fitnotes.NAME
"""What the format is called after `--from`; its workouts have the ids that they have in the program's CSV file."""
TITLE = "a FitNotes backup"
"""What the file is called."""

_LOG = "training_log"
_NEEDED = {_LOG: {"exercise_id", "date", "metric_weight", "reps"}, "exercise": {"name"}}
_OURS = ("workouts", "sets", "pain", "hydration")
_FIELDS = {
    "date": "start",
    "exercise": "exercise",
    "category": "category",
    "metric_weight": "weight",
    "reps": "reps",
    "distance": "distance",
    "duration_seconds": "seconds",
    "comment": "note",
}
"""Columns of the log, the exercise's name and category and the comment among them -> fields."""
_LAYOUT = Layout(tuple(_FIELDS), tuple(_FIELDS.values()), {"weight": "kg", "distance": "m"})
_DAY = len("2017-05-01")
_NO = ("", "0")

Notes = Mapping[str, Sequence[str]]


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - `read` says what another SQLite file is
    """Whether a file that begins so is a SQLite file, as no other format is."""
    return head.startswith(MAGIC)


def read(file: Path, options: Options) -> Imported:
    """Everything in a backup of FitNotes; `Refused` when it is none, or damaged."""
    with tables(file, options.file) as there:
        _refuse_others(there, options.file)
        about_sets, about_days = _comments(there)
        done, planned = _rows(there, about_sets)
        imported = _workouts(done, about_days, _times(there), options)
        trained = {row.cells[0][:_DAY] for row in done}
        rest = days(there, {day: texts for day, texts in about_days.items() if day not in trained}, options)
    imported.rows += len(planned) + rest.rows
    imported.records += rest.records
    imported.skipped += [Skipped(row.line, "planned, not done") for row in planned]
    imported.skipped = [*sorted(imported.skipped, key=lambda one: one.line), *rest.skipped]
    imported.problems += rest.problems
    imported.notes += [*_lost(about_sets, [*done, *planned]), *rest.notes]
    imported.places |= rest.places
    return imported


def _refuse_others(there: Tables, file: str) -> None:
    if all(name in there for name in _OURS):
        raise Refused(f"{file} is a journal, not a file of another program; open it with --db {file}")
    if any(not needed <= there.columns(table) for table, needed in _NEEDED.items()):
        raise Refused(
            f"{file} is a SQLite file, but no backup of FitNotes: it needs the tables training_log and exercise"
        )


def _comments(there: Tables) -> tuple[Notes, Notes]:
    """What is written about sets, by their rows, and about days, by their dates."""
    about_sets, about_days = defaultdict(list), defaultdict(list)
    for one in there.rows("Comment", ("owner_type_id", "owner_id", "date", "comment")):
        # Old versions keep the comments of days here too.
        if one["owner_type_id"] == "2":
            about_days[one["date"][:_DAY]].append(one["comment"])
        else:
            about_sets[one["owner_id"]].append(one["comment"])
    for one in there.rows("WorkoutComment", ("date", "comment")):
        about_days[one["date"][:_DAY]].append(one["comment"])
    return about_sets, about_days


def _rows(there: Tables, about_sets: Notes) -> tuple[list[Row], list[Row]]:
    """The rows of sets that were done, and of those that were only planned; their lines are their ids."""
    categories = {one[ROW]: one["name"] for one in there.rows("Category", ("name",))}
    exercises = {one[ROW]: one for one in there.rows("exercise", ("name", "category_id"))}
    wanted = ("exercise_id", "is_complete", "date", "metric_weight", "reps", "distance", "duration_seconds")
    log = sorted(there.rows(_LOG, wanted), key=lambda one: one["date"])
    ticked = {one["date"] for one in log if one["is_complete"] not in _NO}
    done: list[Row] = []
    planned: list[Row] = []
    for one in log:
        exercise = exercises.get(one["exercise_id"], {})
        own = {
            "exercise": exercise.get("name", ""),
            "category": categories.get(exercise.get("category_id", ""), ""),
            "comment": "\n".join(about_sets.get(one[ROW], ())),
        }
        row = Row(int(one[ROW]) if one[ROW].isdecimal() else 0, [(one | own)[name] for name in _FIELDS])
        (planned if _is_planned(one, ticked) else done).append(row)
    return done, planned


def _lost(about_sets: Notes, rows: Sequence[Row]) -> list[str]:
    """Says how many comments are of sets that are no longer there."""
    count = len(set(about_sets) - {str(row.line) for row in rows})
    if not count:
        return []
    what = "1 comment belongs" if count == 1 else f"{count} comments belong"
    return [f"{what} to no set and was left out" if count == 1 else f"{what} to no set and were left out"]


def _is_planned(one: Mapping[str, str], ticked: Collection[str]) -> bool:
    """Whether a set was only planned: ticking off is an option of the program, and says nothing before its use."""
    return bool(ticked) and one["is_complete"] in _NO and one["date"] >= min(ticked)


def _times(there: Tables) -> dict[str, list[tuple[datetime, datetime]]]:
    """When workouts were begun and ended, by their dates; times that cannot be are left out."""
    found = defaultdict(list)
    for one in there.rows("WorkoutTime", ("workout_date", "start_date_time", "end_date_time")):
        try:
            begin, end = (values.moment(one[name]).at for name in ("start_date_time", "end_date_time"))
        except ValueError:
            continue
        if begin <= end and str(begin.date()) == one["workout_date"][:_DAY]:
            found[str(begin.date())].append((begin, end))
    return found


def _workouts(
    rows: list[Row],
    about_days: Notes,
    times: Mapping[str, list[tuple[datetime, datetime]]],
    options: Options,
) -> Imported:
    """The sets that were done, as a workout of each day; their places are rows of the log."""
    # Only a body weight may be without its unit.
    measured = measures(_LAYOUT, replace(options, weight_unit=None))
    headings: dict[str, Heading] = {}

    def understand(cells: Cells) -> Line:
        day = cells.text("start")[:_DAY]
        if day not in headings:
            headings[day] = _heading(cells, times.get(day, ()))
        line = Line(
            cells,
            heading=headings[day],
            exercise=cells.name("exercise"),
            note=cells.words("note"),
            workout_note="\n".join(about_days.get(day, ())),
            hint=fitnotes.hint_of(cells.name("category")),
        )
        return as_set(line, *measured)

    imported = assemble(NAME, Sheet(rows), _LAYOUT, understand, measured, options)
    imported.problems = [
        replace(one, line=0, column=f"{_LOG}[{one.line}].{one.column}") for one in imported.problems
    ]
    imported.places = {
        key: Place(place.file, path=f"{_LOG}[{place.line}]") for key, place in imported.places.items()
    }
    return imported


def _heading(cells: Cells, times: Sequence[tuple[datetime, datetime]]) -> Heading:
    """The workout of a day: from its first beginning on, as long as it was timed."""
    try:
        noon = values.moment(cells.text("start")[:_DAY]).at
    except ValueError as error:
        raise BadCell("start", str(error)) from None
    if not times:
        return Heading(noon, end="", title="", time_known=False)
    seconds = sum((end - begin).total_seconds() for begin, end in times)
    return Heading(
        min(begin for begin, _ in times),
        end="",
        title="",
        duration_s=int(seconds) or None,
        known_as=noon.isoformat(),
    )
