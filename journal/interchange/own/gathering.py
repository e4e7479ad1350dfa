"""From the rows of the journal's own files to records: one at a time, then all of them together.

A row on its own may be wrong in its values; rows together may be wrong in their ids and references.  Both are
the same for CSV and JSON, so both formats come through here.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from journal.columns import Column, InvalidRecord
from journal.exercises import Catalogue
from journal.interchange.imported import Imported, Place, Problem, refuse_too_many, sayable
from journal.interchange.own.cells import reason
from journal.interchange.rows.exercise_names import ExerciseNames
from journal.records import BY_TABLE, RECORDS, Alias, OwnExercise, Record, Set, TemplateSet, columns

R = TypeVar("R", bound=Record)

NAME = "journal"
"""What the journal's own formats are called."""

InJournal = Callable[[type[Record], str], bool]
"""Whether the journal itself already has the record of that class with that key."""


def required(kind: type[Record]) -> tuple[str, ...]:
    """Columns without which a row of that table says nothing; an exercise without a name is called as its slug."""
    return tuple(
        column.name
        for column in columns(kind)
        if column.required and not (kind is OwnExercise and column.name == "name")
    )


class Gathering:
    """Rows on their way to an `Imported`."""

    def __init__(self, catalogue: Catalogue, in_journal: InJournal | None = None) -> None:
        self._catalogue = catalogue
        self._in_journal = in_journal
        self._rows: dict[type[Record], dict[str, tuple[Record, Place]]] = {kind: {} for kind in RECORDS}
        self._nothing = {kind: dict.fromkeys(required(kind)) for kind in RECORDS}
        self._files: dict[str, int] = {}
        self._imported = Imported(source=NAME)

    def add(
        self, kind: type[Record], values: dict[str, Any], raw: Mapping[str, object], place: Place
    ) -> None:
        """Take one row: `values` as they were read, `raw` as they stood in the file."""
        self._imported.rows += 1
        self._files.setdefault(sayable(place.file), len(self._files))
        if kind is OwnExercise and values.get("name") in (None, ""):
            values["name"] = str(values.get("slug") or "").replace("-", " ")
        try:
            record = kind(**(self._nothing[kind] | values))
        except InvalidRecord as error:
            self._imported.problems.extend(_faults(kind, values, raw, place, error))
            refuse_too_many(self._imported.problems)
            return
        twin = self._rows[kind].setdefault(record.key, (record, place))
        if twin[0] is not record:
            why = f"{twin[1]} has the same; it may stand only once"
            self._imported.problems.append(place.problem(kind.KEY[-1], record.key, why))
            refuse_too_many(self._imported.problems)

    def refuse(self, place: Place, column: str, value: object, why: str) -> None:
        """Take note of a row that is wrong before its values are looked at."""
        self._imported.rows += 1
        self._files.setdefault(sayable(place.file), len(self._files))
        self._imported.problems.append(place.problem(column, value, why))
        refuse_too_many(self._imported.problems)

    def finish(self) -> Imported:
        """Everything, in the order of the tables, once exercises and references are settled."""
        self._name_exercises()
        for kind in RECORDS:
            for column in columns(kind):
                if column.references:
                    self._settle_references(kind, column)
        self._imported.problems.sort(key=lambda problem: (self._files[problem.file], problem.line))
        for kind, rows in self._rows.items():
            self._imported.records.extend(record for record, _ in rows.values())
            self._imported.places |= {(kind.TABLE, key): place for key, (_, place) in rows.items()}
        return self._imported

    def _name_exercises(self) -> None:
        file = next(iter(self._files), NAME)
        names = ExerciseNames(self._catalogue, file, self._of(OwnExercise))
        self._rename(Alias, "slug", names)
        for alias in self._of(Alias):
            names.learn(alias)
        self._rename(Set, "exercise", names)
        self._rename(TemplateSet, "exercise", names)
        for exercise in names.new:
            self._imported.new_exercises.append(exercise.name)
            self._rows[OwnExercise][exercise.key] = (exercise, Place(""))

    def _rename(self, kind: type[Record], column: str, names: ExerciseNames) -> None:
        rows = self._rows[kind]
        for key, (record, place) in rows.items():
            name = getattr(record, column)
            slug = names.slug(name)
            if slug != name:
                rows[key] = (record.but(**{column: slug}), place)

    def _of(self, kind: type[R]) -> list[R]:
        return [record for record, _ in self._rows[kind].values() if isinstance(record, kind)]

    def _settle_references(self, kind: type[Record], column: Column) -> None:
        """Look for the records that this column names, here and then in the journal itself."""
        target, rows = BY_TABLE[column.references], self._rows[kind]
        here, elsewhere = self._rows[target], _Remembered(self._in_journal, target)
        left_out = 0
        for key, (record, place) in list(rows.items()):
            named = getattr(record, column.name)
            if named is None or str(named) in here or elsewhere.has(str(named)):
                continue
            if column.required:
                del rows[key]
                why = f"there is no such record in {target.TABLE}, neither here nor in the journal"
                self._imported.problems.append(place.problem(column.name, str(named), why))
            else:
                rows[key] = (record.but(**{column.name: None}), place)
                left_out += 1
        if left_out:
            self._imported.notes.append(
                f"{left_out} in {kind.TABLE} had a {column.name} that is neither here nor in the journal; "
                f"they were read without it."
            )


class _Remembered:
    """Asks the journal for each key once.  Without a journal to ask, its store is left to judge."""

    def __init__(self, ask: InJournal | None, kind: type[Record]) -> None:
        self._ask, self._kind = ask, kind
        self._answers: dict[str, bool] = {}

    def has(self, key: str) -> bool:
        """Whether the journal has that record."""
        if self._ask is None:
            return True
        if key not in self._answers:
            self._answers[key] = self._ask(self._kind, key)
        return self._answers[key]


def _faults(
    kind: type[Record],
    values: Mapping[str, Any],
    raw: Mapping[str, object],
    place: Place,
    first: InvalidRecord,
) -> list[Problem]:
    """Every column of the row that is wrong; else what contradicts another column."""
    faults = []
    for column in columns(kind):
        try:
            column.check(kind.TABLE, values.get(column.name))
        except InvalidRecord as error:
            faults.append((column, error))
    if not faults:
        faults = [(column, first) for column in columns(kind) if column.name == first.column]
    return [
        place.problem(column.name, raw.get(column.name, ""), reason(column, error))
        for column, error in faults
    ]
