"""The rows of any CSV file that are pains, water, or the state of a day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from journal.errors import Refused
from journal.interchange.any_csv.generic_sessions import moment_of
from journal.interchange.health.body_places import place_of, side_of
from journal.interchange.imported import Imported, Place, Problem, sayable
from journal.interchange.own.cells import shown
from journal.interchange.readings import Readings
from journal.interchange.rows import values
from journal.interchange.rows.date_order import Decided
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Measure, Options
from journal.interchange.rows.one_by_one import telling
from journal.records import Drink, Pain
from journal.vocabulary import ML_PER_OZ

_ML = {"ml": 1.0, "l": 1000.0, "oz": ML_PER_OZ}
_HOUR = {"h": 1.0, "min": 1 / 60}
_WHOLE = ("sleep_quality", "stress")
_DAY = ("body_weight", "sleep", "sitting", *_WHOLE)
"""Fields of a check-in."""
FIELDS = ("score", "water", *_DAY)
"""Fields that make a row a reading."""
_FILE_FIELDS = {
    "body_weight_kg": "body_weight",
    "sleep_h": "sleep",
    "sitting_h": "sitting",
    "volume_ml": "water",
}
"""Fields of records -> the fields of a file that they are read from, where these are called otherwise."""


class GenericReadings:
    """The readings of one file on their way to records."""

    def __init__(self, source: str, layout: Layout, order: Decided, options: Options) -> None:
        self._readings = Readings(source, options)
        self._layout, self._order, self._file = layout, order, options.file
        stated, given = layout.units.get("body_weight", ""), options.weight_unit or ""
        self.weights = Measure("weight", values.WEIGHTS, stated, given)
        """The body weights that were met."""
        self._tell = options.tell
        self._timeless = 0

    def read(self, rows: Sequence[Cells]) -> Imported:
        """All that the rows hold; the note of a row that is a set as well is the set's."""
        for cells in telling(rows, self._tell):
            try:
                self._row(cells, is_set=bool(cells.text("exercise")))
            except BadCell as bad:
                column = self._layout.name(bad.field)
                self._readings.problem(self._place(cells), column, cells.text(bad.field), bad.reason)
        if self._timeless:
            self._readings.note(
                "1 drink has no time of day: it stands at 12:00"
                if self._timeless == 1
                else f"{self._timeless} drinks have no time of day: they stand at 12:00"
            )
        read = self._readings.finish()
        by_line = {cells.line: cells for cells in rows}
        read.problems = [self._as_in_the_file(problem, by_line[problem.line]) for problem in read.problems]
        return read

    def _as_in_the_file(self, problem: Problem, cells: Cells) -> Problem:
        """The problem with the column and the value as they stand there."""
        field = _FILE_FIELDS.get(problem.column, problem.column)
        if field not in self._layout.fields:
            return problem
        return replace(problem, column=self._layout.name(field), value=sayable(shown(cells.text(field))))

    def _place(self, cells: Cells) -> Place:
        return Place(self._file, cells.line)

    def _row(self, cells: Cells, *, is_set: bool) -> None:
        """Everything is looked at before anything of the row is taken."""
        moment = moment_of(cells, self._order)
        pain, water, day = self._pain(cells), _water(cells, self._file), dict(self._state(cells))
        if not (pain or water or day):
            if not is_set:
                self._readings.skip(self._place(cells), "nothing in this row is read")
            return
        # The note stands once: with the first of what the row holds.
        note = "" if is_set else cells.words("note")
        if pain:
            where = f"{pain['region']} {pain['side'] or ''}".strip()
            known = None if moment.time_known else False
            self._readings.add(
                Pain, moment.at, self._place(cells), title=where, time_known=known, note=note, **pain
            )
            note = ""
        if water:
            self._timeless += not moment.time_known
            drink = cells.words("drink")
            self._readings.add(
                Drink, moment.at, self._place(cells), title=drink, drink=drink, note=note, **water
            )
            note = ""
        if day:
            self._readings.checkin(
                moment.at.date(), self._place(cells), **day, **({"note": note} if note else {})
            )

    def _pain(self, cells: Cells) -> dict[str, Any]:
        """The fields of a pain; none when the row has no score."""
        text = cells.text("score").replace(" ", "").removesuffix("/10")
        if not text:
            return {}
        score = _number(text, "score")
        try:
            region, side = place_of(cells.text("region"))
        except ValueError as error:
            raise BadCell("region", str(error)) from None
        try:
            side = side_of(cells.text("side")) or side
        except ValueError as error:
            raise BadCell("side", str(error)) from None
        return {"region": region, "side": side, "score": score}

    def _state(self, cells: Cells) -> Iterator[tuple[str, Any]]:
        """The fields of a check-in that the row has."""
        kilograms = self.weights.read(cells, "body_weight")
        if kilograms:
            yield "body_weight_kg", kilograms
        for field in ("sleep", "sitting"):
            hours = _hours(cells, field)
            if hours is not None:
                yield f"{field}_h", hours
        for field in _WHOLE:
            whole = cells.number(field)
            if whole is not None:
                yield field, whole


def _number(text: str, field: str) -> float | None:
    try:
        return values.number(text)
    except ValueError as error:
        raise BadCell(field, str(error)) from None


def _hours(cells: Cells, field: str) -> float | None:
    """Hours, from a number in the column's unit (hours when it has none) or from a length such as 7h 30m."""
    text = cells.text(field)
    try:
        alone = values.number(text)
    except ValueError:
        seconds = cells.duration(field)
        return None if seconds is None else seconds / 3600
    return None if alone is None else alone * _HOUR[cells.layout.units.get(field, "h")]


def _water(cells: Cells, file: str) -> dict[str, Any]:
    """The volume of a row; `Refused` when the column says no unit."""
    amount = cells.number("water")
    if not amount:
        return {}
    unit = cells.layout.units.get("water")
    if unit is None:
        name = cells.layout.name("water")
        raise Refused(
            f"{file} does not say the unit of its water (line {cells.line}: {cells.text('water')}): "
            f"add --map {name!r}=water_ml, or =water_l, or =water_oz"
        )
    return {"volume_ml": amount * _ML[unit]}
