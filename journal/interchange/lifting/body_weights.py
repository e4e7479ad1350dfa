"""What the files of body measurements share: weighings become check-ins, one a day; the rest is left out."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import NamedTuple

from journal.clock import in_offset
from journal.columns import one_line
from journal.interchange.imported import Imported, Place
from journal.interchange.readings import Readings
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Measure, Options, ask_for_units
from journal.interchange.rows.one_by_one import whole_rows
from journal.interchange.rows.sheet import Sheet
from journal.interchange.rows.values import Moment


class Weighing(NamedTuple):
    """A body weight with the time at which it was measured; they sort by that."""

    at: datetime
    """Local to the writer."""
    kg: float
    place: Place
    note: str = ""


class BodyWeights:
    """Weighings on their way to check-ins: of several on a day the first one is kept."""

    def __init__(self, source: str, options: Options) -> None:
        self._options = options
        self._weighings: list[Weighing] = []
        self._notes: dict[date, list[tuple[str, Place]]] = {}
        self.readings = Readings(source, options)

    def add(self, moment: Moment, kg: float, place: Place, note: str = "") -> None:
        """Take one body weight."""
        at = moment.at if moment.time_known else datetime.combine(moment.at.date(), time())
        self._weighings.append(Weighing(at.replace(tzinfo=None), kg, place, note))

    def remark(self, day: date, text: str, place: Place) -> None:
        """Take what is written about a day, unless it is nothing."""
        if text:
            self._notes.setdefault(day, []).append((text, place))

    def leave_out(self, what: str, place: Place) -> None:
        """Take note of another measurement, which no record holds."""
        self.readings.skip(place, f"{one_line(what)}: only body weight is read")

    def finish(self) -> Imported:
        """The check-ins, oldest first."""
        kept: dict[date, Weighing] = {}
        for one in sorted(self._weighings):
            first = kept.setdefault(one.at.date(), one)
            if first is one:
                self.readings.checkin(one.at.date(), one.place, **self._values(one))
            else:
                self.readings.skip(one.place, "another body weight of the same day: the first one is kept")
        for day, notes in self._notes.items():
            self.readings.checkin(day, notes[0][1], note="\n".join(dict.fromkeys(text for text, _ in notes)))
        return self.readings.finish()

    def _values(self, one: Weighing) -> dict[str, object]:
        values: dict[str, object] = {"body_weight_kg": one.kg}
        # Midnight stands for a time that nobody wrote down.
        if one.at.time() != time():
            values["at"] = in_offset(one.at, self._options.zone)
        note = "\n".join(filter(None, [one.note, *(text for text, _ in self._notes.pop(one.at.date(), []))]))
        return values | ({"note": note} if note else {})


def weigh(
    source: str,
    sheet: Sheet,
    layout: Layout,
    take: Callable[[BodyWeights, Cells, Measure, Place], None],
    weight: Measure,
    options: Options,
) -> Imported:
    """Everything in the rows of a file; `take` reads one of them, or raises `BadCell`."""
    weights = BodyWeights(source, options)
    readings = weights.readings
    for cells in whole_rows(sheet, layout, readings, options):
        place = Place(options.file, cells.line)
        try:
            take(weights, cells, weight, place)
        except BadCell as bad:
            readings.problem(place, layout.name(bad.field), cells.text(bad.field), bad.reason)
    ask_for_units([weight], options.file)
    if weight.met:
        readings.imported.units = {weight.what: ", ".join(sorted(weight.met))}
    if remark := weight.remark():
        readings.note(remark)
    return weights.finish()
