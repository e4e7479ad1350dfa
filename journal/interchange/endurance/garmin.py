"""Garmin Connect's list of activities: one row per activity, in the language of its user.

The first seven columns are the same in every language, and are taken by their place.  Distances are kilometres
or miles, which the file does not say, and metres for runs on a track and swims in a pool.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from journal.interchange.disk import read_bytes
from journal.interchange.endurance.activities import Activities, Activity
from journal.interchange.endurance.sports import Sport, sport
from journal.interchange.imported import Imported, Place, Problem
from journal.interchange.rows import values
from journal.interchange.rows.assembly import not_read
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, plain
from journal.interchange.rows.laid_out import LaidOut, by_places, laid_out
from journal.interchange.rows.one_by_one import telling
from journal.interchange.rows.sheet import UNCLOSED, Row, Sheet, read_sheet
from journal.vocabulary import WorkoutKind

NAME = "garmin"
"""What the format is called."""
TITLE = "Garmin Connect"
"""What it is called in a sentence."""

_FIELDS = ("type", "start", "", "title", "distance", "", "time")
"""Fields of the first seven columns; whether it is a favourite and its calories are not read."""
_HEADERS = frozenset(
    tuple(names.split(","))
    for names in (
        "activity type,date,favorite,title,distance,calories,time",
        "aktivitätstyp,datum,favorit,titel,distanz,kalorien,zeit",
        "aktivitetstyp,datum,favorit,namn,distans,kalorier,tid",
        "aktivitetstype,dato,favorit,titel,distance,kalorier,tid",
        "tipo de actividad,fecha,favorito,título,distancia,calorías,tiempo",
        "tipo de atividade,data,favorito,título,distância,calorias,tempo",
    )
)
"""The first seven names in English, German, Swedish, Danish, Spanish and Portuguese."""

_MISSING = "--"
_ZERO = re.compile(r"[0:.,]+")
_FAVOURITE = frozenset(
    {"true", "false", "wahr", "falsch", "verdadero", "falso", "verdadeiro", "sant", "falskt", "falsk"}
)
"""What the third column holds, also where a spreadsheet put it into its own language."""
_WITH_FRACTION = re.compile(r"(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5][0-9])[.,]([0-9]{1,3})")
_LEAST_METRES = 100
"""Nobody swims as many kilometres in one go: such a number is metres, also in open water."""


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - its content tells
    """Whether a file that begins so is a list of Garmin Connect."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in a list of Garmin Connect.

    `Refused` when it is none; `NotTold` when a distance needs the unit and it was not told.
    """
    columns = "Activity Type, Date, Favorite, Title, Distance, Calories and Time"
    what = f"a list of Garmin Connect: its first columns need to be {columns}, in any language"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    activities = Activities(NAME, options)
    rows = _Rows(layout, options, activities)
    imported = activities.readings.imported
    imported.notes += [*sheet.notes, *not_read(sheet, layout)]
    for row in telling(sheet.rows, options.tell):
        rows.take(row)
    if sheet.unclosed:
        imported.problems.append(Problem(sheet.unclosed, "", "", UNCLOSED, options.file))
    imported = activities.finish()
    imported.rows = sheet.count
    return imported


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, as its header or a row shows them; None when it is no list of Garmin Connect."""
    if not sheet.rows:
        return None
    first, *rest = sheet.rows
    fields = (*_FIELDS, *("" for _ in first.cells[len(_FIELDS) :]))
    names = tuple(name.strip() for name in first.cells)
    if tuple(map(plain, first.cells[: len(_FIELDS)])) in _HEADERS:
        found = LaidOut(Layout(names, fields, {}), replace(sheet, rows=rest))
    elif _is_row(first.cells):
        found = by_places(sheet, fields, {})
        numbered = tuple(f"column {place}" for place in range(1, len(fields) + 1))
        found = found._replace(layout=replace(found.layout, names=numbered))
    elif rest and _is_row(rest[0].cells) and len(first.cells) == len(rest[0].cells):
        found = by_places(sheet, fields, {}, names=names)
    else:
        return None
    rows = [Row(row.line, _without_nothing(row.cells)) for row in found.sheet.rows]
    return found._replace(sheet=replace(found.sheet, rows=rows))


def _is_row(cells: Sequence[str]) -> bool:
    """Whether these are the cells of an activity, in whatever language the header is."""
    if len(cells) < len(_FIELDS):
        return False
    cells = _without_nothing(cells)
    try:
        values.number(cells[4])
        _seconds(cells[6])
        return values.moment(cells[1]).time_known and cells[2].strip().casefold() in _FAVOURITE
    except ValueError:
        return False


def _without_nothing(cells: Sequence[str]) -> list[str]:
    """The cells, empty where they say that there is nothing; zeros say so behind the columns that are read."""
    read = len(_FIELDS)
    return [
        "" if cell.strip() == _MISSING or (place >= read and _ZERO.fullmatch(cell)) else cell
        for place, cell in enumerate(cells)
    ]


def _seconds(text: str) -> float | None:
    """The time in a cell, None when there is none.

    Two numbers are hours and minutes, as a spreadsheet leaves them, unless tenths of seconds stand behind.
    """
    found = _WITH_FRACTION.fullmatch(text.strip())
    if found is None:
        return values.duration(text)
    hours, minutes, seconds, fraction = found.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction}")


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, options: Options, activities: Activities) -> None:
        self._layout, self._options, self._activities = layout, options, activities
        self._sports: dict[str, Sport] = {}

    def take(self, row: Row) -> None:
        """Add the activity of a row, or a problem."""
        place = Place(self._options.file, row.line)
        try:
            cells = Cells(row, self._layout)
        except BadCell as bad:
            self._activities.readings.problem(place, "", "", bad.reason)
            return
        try:
            activity = self._activity(cells, place)
        except BadCell as bad:
            self._activities.readings.problem(
                place, self._layout.name(bad.field), cells.text(bad.field), bad.reason
            )
            return
        if activity.duration_s and not activity.sport.exercise:
            reason = "a workout without sets: the list tells only its time"
            self._activities.readings.skip(place, reason, came_in=True)
        self._activities.add(activity)

    def _activity(self, cells: Cells, place: Place) -> Activity:
        word = cells.name("type")
        done = self._sports.get(word) or self._sports.setdefault(word, sport(word, self._options.catalogue))
        start, time_known = cells.moment("start")
        try:
            seconds = _seconds(cells.text("time"))
        except ValueError:
            raise BadCell("time", "it needs a time such as 00:28:30") from None
        return Activity(
            start,
            place,
            done,
            title=cells.words("title"),
            duration_s=seconds,
            distance_km=self._km(cells, done),
            end="" if seconds is None else f"{seconds:g}",
            time_known=None if time_known else False,
        )

    def _km(self, cells: Cells, done: Sport) -> float | None:
        """How far it went; None when it tells no distance, or one whose unit must still be asked for."""
        amount = cells.number("distance")
        if amount is not None and amount < 0:
            raise BadCell("distance", "it needs a distance such as 5.02")
        long_swim = done.kind is WorkoutKind.SWIM and (amount or 0) >= _LEAST_METRES
        if amount and (done.in_metres or long_swim):
            self._activities.distance.met.add("m")
            return amount / 1000
        return self._activities.distance.read(cells)
