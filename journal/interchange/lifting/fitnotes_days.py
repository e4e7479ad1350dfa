"""The days in a backup of FitNotes: body weights, and what is written about days without a workout."""

from collections.abc import Mapping, Sequence

from journal.columns import clean_text
from journal.interchange.imported import Imported, Place
from journal.interchange.lifting.body_weights import BodyWeights
from journal.interchange.lifting.fitnotes import NAME
from journal.interchange.lifting.fitnotes_body import is_body_weight
from journal.interchange.lifting.sqlite_tables import ROW, Tables
from journal.interchange.rows import values
from journal.interchange.rows.foreign import Measure, Options, ask_for_units

_DAY = len("2017-05-01")


def days(there: Tables, notes: Mapping[str, Sequence[str]], options: Options) -> Imported:
    """The check-ins of a backup; `notes` are those of days without a workout."""
    reader = _Days(options)
    measured = reader.measurements(there)
    for one in there.rows("BodyWeight", ("date", "body_weight_metric", "body_fat", "comments")):
        # A newer version moved them to its measurements, and left them here.
        if one["date"][:_DAY] not in measured:
            reader.body_weight(one)
    for day, texts in notes.items():
        reader.note(day, texts)
    ask_for_units([reader.unit], options.file)
    if remark := reader.unit.remark():
        reader.weights.readings.note(remark)
    return reader.weights.finish()


class _Days:
    """The days of one backup."""

    def __init__(self, options: Options) -> None:
        self.weights = BodyWeights(NAME, options)
        # The file states the unit of everything else.
        self.unit = Measure("weight", values.WEIGHTS, given=options.weight_unit or "", met={"kg"})
        self._file = options.file

    def measurements(self, there: Tables) -> set[str]:
        """Read the measurements of newer versions; gives the days that have a body weight."""
        units = {one[ROW]: one["short_name"] for one in there.rows("MeasurementUnit", ("short_name",))}
        kinds = {
            one[ROW]: (one["name"], units.get(one["unit_id"], ""))
            for one in there.rows("Measurement", ("name", "unit_id"))
        }
        found = set()
        for one in there.rows("MeasurementRecord", ("measurement_id", "date", "time", "value", "comment")):
            name, unit = kinds.get(one["measurement_id"], ("", ""))
            self.weights.readings.imported.rows += 1
            place = Place(self._file, path=f"MeasurementRecord[{one[ROW]}]")
            if not is_body_weight(name):
                self.weights.leave_out(name or "a measurement without a name", place)
                continue
            found.add(one["date"][:_DAY])
            self._weigh(f"{one['date']} {one['time']}".strip(), one["value"], unit, one["comment"], place)
        return found

    def body_weight(self, one: Mapping[str, str]) -> None:
        """Read a row of the table that older versions have."""
        self.weights.readings.imported.rows += 1
        place = Place(self._file, path=f"BodyWeight[{one[ROW]}]")
        self._weigh(one["date"], one["body_weight_metric"], "kg", one["comments"], place)
        if one["body_fat"] not in ("", "0", "0.0"):
            self.weights.leave_out("body fat", place)

    def note(self, day: str, texts: Sequence[str]) -> None:
        """Read what is written about a day on which no set was done."""
        place = Place(self._file, path="WorkoutComment")
        try:
            date = values.moment(day).at.date()
        except ValueError as error:
            self.weights.readings.problem(place, "date", day, str(error))
            return
        self.weights.remark(date, clean_text("\n".join(texts)).strip(), place)

    def _weigh(self, date: str, value: str, unit: str, note: str, place: Place) -> None:
        readings = self.weights.readings
        if not unit and not self.unit.given:
            self.unit.without = self.unit.without or f"{place}: {value}"
            return
        self.unit.given_used |= not unit
        size = values.WEIGHTS.get(unit.casefold() or self.unit.given)
        if size is None:
            readings.problem(place, "unit", unit, "it needs kg or lbs")
            return
        try:
            moment = values.moment(date)
        except ValueError as error:
            readings.problem(place, "date", date, str(error))
            return
        try:
            amount = values.number(value)
        except ValueError as error:
            readings.problem(place, "value", value, str(error))
            return
        if amount:
            self.weights.add(moment, amount * size[1], place, clean_text(note).strip())
        else:
            readings.skip(place, f"no body weight on {moment.at.date()}")
