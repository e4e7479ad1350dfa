"""Everything in another program's file -> records, problems and what else there is to say."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from journal.clock import in_offset
from journal.columns import InvalidRecord
from journal.interchange.imported import Imported, Place, Problem, Skipped, refuse_too_many
from journal.interchange.rows.exercise_names import ExerciseNames
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Measure, Options, ask_for_units
from journal.interchange.rows.lines import FILE_FIELDS, Assembled, Line, notes, workouts
from journal.interchange.rows.one_by_one import telling
from journal.interchange.rows.sheet import UNCLOSED, Sheet
from journal.records import Set, Workout
from journal.vocabulary import ENDURANCE_KINDS, WorkoutKind

_PLAUSIBLE_S = 5 * 3600
"""Longer workouts are forgotten timers: their duration is kept, and not used for load."""
LONGEST_S = 60_000 * 60
"""The longest duration that a workout can hold."""

Understand = Callable[[Cells], Line | Sequence[Line]]
"""What an importer knows: the meaning of one row, which may be several sets, or `BadCell`."""

_SHOWN = 3
"""Places that a sentence names of many."""


def assemble(
    source: str,
    sheet: Sheet,
    layout: Layout,
    understand: Understand,
    measured: Sequence[Measure],
    options: Options,
) -> Imported:
    """Everything in the rows of a file, its header left out; `Refused` when a number has no unit."""
    imported = Imported(source, rows=len(sheet.rows), notes=[*sheet.notes, *not_read(sheet, layout)])
    lines = list(_understood(imported, sheet, understand, layout, options))
    ask_for_units(measured, options.file)
    imported.units = {measure.what: ", ".join(sorted(measure.met)) for measure in measured if measure.met}
    imported.notes += [remark for measure in measured if (remark := measure.remark())]
    imported.skipped = [Skipped(line.cells.line, line.no_set) for line in lines if line.no_set]
    exercises = _Exercises(lines, options)
    records = list(_records(imported, workouts(lines, imported.source), exercises, options))
    used = {record.exercise for record in records if isinstance(record, Set)}
    new = [exercise for exercise in exercises.names.new if exercise.slug in used]
    imported.new_exercises += [exercise.name for exercise in new]
    imported.records += [*new, *records]
    imported.problems.sort(key=lambda problem: problem.line)
    return imported


def not_read(sheet: Sheet, layout: Layout) -> list[str]:
    """Says which columns hold something and are left out."""
    unread = [
        name
        for place, (name, field) in enumerate(zip(layout.names, layout.fields, strict=True))
        if not field and any(cell.strip() for row in sheet.rows for cell in row.cells[place : place + 1])
    ]
    return [f"not read: {', '.join(repr(name) for name in unread)}"] if unread else []


def _understood(
    imported: Imported, sheet: Sheet, understand: Understand, layout: Layout, options: Options
) -> Iterator[Line]:
    """The rows that can be read, as lines; the others become problems."""
    if sheet.unclosed:
        imported.rows += 1
        imported.problems.append(Problem(sheet.unclosed, "", "", UNCLOSED, options.file))
    for row in telling(sheet.rows, options.tell):
        refuse_too_many(imported.problems)
        try:
            cells = Cells(row, layout)
        except BadCell as bad:
            imported.problems.append(Problem(row.line, "", "", bad.reason, options.file))
            continue
        try:
            made = understand(cells)
            lines = [made] if isinstance(made, Line) else made
            if any(in_offset(line.heading.start, options.zone).date() > options.today for line in lines):
                raise BadCell("start", f"it is in the future (today is {options.today})")
        except BadCell as bad:
            imported.problems.append(_problem(cells, bad.field, bad.reason, options))
        else:
            yield from lines


def _problem(cells: Cells, field: str, reason: str, options: Options) -> Problem:
    return Problem(cells.line, cells.layout.name(field), cells.text(field), reason, options.file)


class _Exercises:
    """The exercises that a file names, and what kind of work each is."""

    def __init__(self, lines: Sequence[Line], options: Options) -> None:
        hints, catalogue = {line.exercise: line.hint for line in lines}, options.catalogue
        self.names = ExerciseNames(catalogue, options.file, hints=hints)
        # Sorted, so that the slugs of new exercises do not depend on the order of the rows.
        done = sorted({line.exercise for line in lines if not line.no_set})
        self._slugs = {name: self.names.slug(name) for name in done}
        self._kinds: dict[str, WorkoutKind] = {}
        for name in {line.exercise for line in lines}:
            known = catalogue.get(self._slugs[name]) if name in self._slugs else catalogue.find(name)
            told = known.kind if known is not None else hints[name].kind
            self._kinds[name] = told or WorkoutKind.STRENGTH

    def slug(self, line: Line) -> str:
        """The slug of the line's exercise."""
        return self._slugs[line.exercise]

    def kind(self, workout: Assembled) -> WorkoutKind:
        """What a workout was as a whole: strength, unless nothing in it can be that."""
        sets = [line for line in workout.lines if not line.no_set]
        kinds = {self._kinds[line.exercise] for line in sets or workout.lines}
        if len(kinds) == 1:
            return kinds.pop()
        return WorkoutKind.STRENGTH if WorkoutKind.STRENGTH in kinds else WorkoutKind.OTHER


def _records(
    imported: Imported, found: Iterable[Assembled], exercises: _Exercises, options: Options
) -> Iterator[Workout | Set]:
    """The workouts with their sets, oldest first; problems and remarks go to `imported`."""
    durations: list[int] = []
    at_once: list[int] = []
    for started_at, workout in sorted(
        ((in_offset(workout.heading.start, options.zone), workout) for workout in found),
        key=lambda dated: (dated[0], dated[1].id),
    ):
        set_notes, note = notes(workout.lines)
        placed, problems = _sets(workout, set_notes, exercises, options)
        sets = [one for _, one in placed]
        imported.problems += problems
        refuse_too_many(imported.problems)
        kind = exercises.kind(workout)
        seconds = _duration(workout, kind, sets)
        if len(problems) == len(workout.lines) or not (sets or seconds or note):
            # Nothing of it is left to record: each of its rows is a problem, or left out with its reason.
            continue
        durations.append(seconds)
        first = Place(options.file, workout.lines[0].cells.line)
        if workout.heading.duration_s == 0 and not seconds:
            at_once.append(first.line)
        imported.places[Workout.TABLE, str(workout.id)] = first
        imported.places |= {(Set.TABLE, one.key): place for place, one in placed}
        yield Workout(
            id=workout.id,
            started_at=started_at,
            time_known=None if workout.heading.time_known else False,
            duration_min=seconds / 60 if 0 < seconds <= LONGEST_S else None,
            title=workout.heading.title,
            kind=kind,
            note=note,
            source=imported.source,
        )
        yield from sets
    imported.notes += [*about_durations(durations), *_about_none(at_once)]


def _sets(
    workout: Assembled, set_notes: Mapping[int, str], exercises: _Exercises, options: Options
) -> tuple[list[tuple[Place, Set]], list[Problem]]:
    """The sets of a workout with their places, and a problem for each that its record refuses."""
    sets: list[tuple[Place, Set]] = []
    problems: list[Problem] = []
    for place, line in enumerate(workout.lines):
        if line.no_set:
            continue
        try:
            made = Set(
                workout_id=workout.id,
                position=len(sets) + 1,
                exercise=exercises.slug(line),
                kind=line.kind,
                note=set_notes.get(place, ""),
                **line.amounts,  # type: ignore[arg-type]  # the record checks which of them are whole
            )
        except InvalidRecord as error:
            problems.append(_problem(line.cells, FILE_FIELDS[error.column], error.accepted, options))
        else:
            sets.append((Place(options.file, line.cells.line), made))
    return sets, problems


def _duration(workout: Assembled, kind: WorkoutKind, sets: Iterable[Set]) -> int:
    """Seconds of the whole workout, 0 when not recorded; of an endurance workout rather those of its sets than
    those of a timer that was forgotten, or that ran only while the workout was typed in afterwards."""
    recorded = workout.heading.duration_s or 0
    if kind not in ENDURANCE_KINDS:
        return recorded
    timed = sum(each.duration_s or 0 for each in sets)
    wrong = not 0 < recorded <= _PLAUSIBLE_S or recorded < timed <= _PLAUSIBLE_S
    return timed or recorded if wrong else recorded


def _about_none(lines: Sequence[int]) -> list[str]:
    """What to say of workouts that took no time at all, which begin on these lines."""
    if not lines:
        return []
    if len(lines) == 1:
        return [f"1 workout took 0 s: its duration was left out (line {lines[0]})"]
    where = ", ".join(map(str, sorted(lines)[:_SHOWN])) + (", ..." if len(lines) > _SHOWN else "")
    return [f"{len(lines)} workouts took 0 s: their duration was left out (lines {where})"]


def about_durations(durations: Sequence[int]) -> list[str]:
    """What to say of workouts that cannot have been so long."""
    said = (
        (sum(_PLAUSIBLE_S < seconds <= LONGEST_S for seconds in durations), "5 h", "is not used for load"),
        (sum(seconds > LONGEST_S for seconds in durations), "1,000 h", "was left out"),
    )
    return [
        f"1 workout is longer than {limit}: its duration {fate}"
        if count == 1
        else f"{count} workouts are longer than {limit}: their duration {fate}"
        for count, limit, fate in said
        if count
    ]
