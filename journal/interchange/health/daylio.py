"""Daylio: a mood and a list of activities at a time of day, in four versions of one file.

The journal has no field for moods, and an activity called "back pain" has no score: both stand, as they are, in
the note of the day's check-in.  What else the diary holds is private and left out.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from journal.interchange.disk import read_bytes
from journal.interchange.health.daylio_words import has_own_word, is_told, mood_said
from journal.interchange.health.diary import DayNotes, counted
from journal.interchange.imported import Imported, Place
from journal.interchange.readings import Readings
from journal.interchange.rows import values
from journal.interchange.rows.date_order import Decided, decided
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options
from journal.interchange.rows.laid_out import LaidOut, by_names, by_places, laid_out
from journal.interchange.rows.one_by_one import whole_rows
from journal.interchange.rows.sheet import Sheet, read_sheet

NAME = "daylio"
"""What the format is called."""
TITLE = "Daylio"
"""What it is called in a sentence."""

_FIELDS = (
    "full_date",
    "year",
    "date",
    "weekday",
    "time",
    "mood",
    "activities",
    "scales",
    "note_title",
    "note",
)
_COLUMNS: Mapping[str, tuple[str, str]] = {name: (name, "") for name in _FIELDS}
_NEEDED = frozenset({"weekday", "time", "mood", "activities"})
_VERSIONS: Mapping[int, tuple[str, ...]] = {
    7: ("full_date", "date", "weekday", "time", "mood", "activities", "note"),
    8: ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"),
    9: ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"),
}
"""The columns of a file without a header, by their number."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(\s*[AaPp]\.?\s?[Mm]\.?)?")
_EAST = re.compile(r"([0-9]{1,2})\s*[月월]\s*([0-9]{1,2})\s*[日일号]?")
_OF = re.compile(r"\b(de|del|di)\b\s*", re.IGNORECASE)
_OTHER_ACTIVITIES = "activities that tell neither of sleep nor of pain"
_SHOWN = 10
"""Own words for moods that are named."""


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - the beginning tells all
    """Whether a file that begins so is a diary of Daylio."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Moods, and the activities that tell of sleep or pain; `Refused` when it is no diary of Daylio."""
    columns = "full_date (or year and date), weekday, time, mood and activities"
    what = f"an export of Daylio: it needs the columns {columns}"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    diary = _Diary(sheet, layout, options)
    for cells in whole_rows(sheet, layout, diary.readings, options):
        diary.take(cells)
    return diary.finish()


def _find(sheet: Sheet) -> LaidOut | None:
    """The columns of the file, by their names or as a row shows them; None when it is no diary of Daylio."""
    for day in ("full_date",), ("year", "date"):
        found = by_names(sheet, _COLUMNS, [*_NEEDED, *day])
        if found is not None or not sheet.rows:
            return found
    first = sheet.rows[0].cells
    fields = _VERSIONS.get(len(first))
    return None if fields is None or not _is_row(first) else by_places(sheet, fields, {})


def _is_row(cells: Sequence[str]) -> bool:
    """Whether these are the cells of an entry, of which the first four are of a kind."""
    whole_date, _, weekday, time, mood = (cell.strip() for cell in cells[:5])
    return bool(_ISO.fullmatch(whole_date) and weekday.isalpha() and _CLOCK.fullmatch(time) and mood)


class _Diary:
    """The entries of one file."""

    def __init__(self, sheet: Sheet, layout: Layout, options: Options) -> None:
        self.readings = Readings(NAME, options)
        self._file = options.file
        self._order = _order(sheet, layout, options)
        self._entries: dict[date, list[tuple[int, str, Place]]] = {}
        self._tags: dict[date, tuple[dict[str, None], Place]] = {}
        self._left_out: Counter[str] = Counter()
        self._own_words: Counter[str] = Counter()
        self._no_clock = 0

    def take(self, cells: Cells) -> None:
        """Keep what an entry says; one whose date cannot be read becomes a problem."""
        place = Place(self._file, cells.line)
        try:
            day = self._day(cells)
        except BadCell as bad:
            column = cells.layout.name(bad.field)
            self.readings.problem(place, column, cells.text(bad.field), bad.reason)
            return
        mood = cells.name("mood")
        if mood:
            self._own_words[mood] += has_own_word(mood)
            self._entries.setdefault(day, []).append((self._minute(cells), mood_said(mood), place))
        for activity in cells.name("activities").split("|"):
            self._take_activity(day, place, activity.strip())
        self._left_out["notes"] += bool(cells.text("note"))
        self._left_out["titles of notes"] += bool(cells.text("note_title"))
        self._left_out["entries on scales"] += bool(cells.text("scales"))

    def finish(self) -> Imported:
        """One check-in for each day, and what there is to say."""
        notes = DayNotes()
        for day, entries in self._entries.items():
            for minute, mood, place in entries:
                at = f" at {minute // 60:02}:{minute % 60:02}" if len(entries) > 1 and minute >= 0 else ""
                notes.add(day, place, minute, f"mood{at}: {mood}")
        for day, (tags, place) in self._tags.items():
            notes.add(day, place, 24 * 60, f"tags: {', '.join(tags)}")
        notes.give(self.readings)
        self._say()
        return self.readings.finish()

    def _day(self, cells: Cells) -> date:
        """The date of an entry: in ISO 8601, or the day and month in words beside the year."""
        if "full_date" in cells.layout.fields:
            field, text = "full_date", self._order.iso(cells.text("full_date"))
        else:
            field, text = "date", _with_year(cells.text("date"), cells.text("year"))
        try:
            return values.moment(text).at.date()
        except ValueError as error:
            raise BadCell(field, str(error)) from None

    def _minute(self, cells: Cells) -> int:
        """The minute of the day; -1 when it is written in a way that is not known here."""
        try:
            moment = values.moment(f"2000-01-01 {cells.text('time')}")
        except ValueError:
            moment = None
        if moment is None or not moment.time_known:
            self._no_clock += 1
            return -1
        return moment.at.hour * 60 + moment.at.minute

    def _take_activity(self, day: date, place: Place, activity: str) -> None:
        if is_told(activity):
            self._tags.setdefault(day, ({}, place))[0][activity] = None
        else:
            self._left_out[_OTHER_ACTIVITIES] += bool(activity)

    def _say(self) -> None:
        if self._entries:
            self.readings.note("moods and tags of sleep and pain stand in the notes of the check-ins")
        own = sorted(mood for mood, count in self._own_words.items() if count)
        if own:
            named = ", ".join(own[:_SHOWN]) + (f" and {len(own) - _SHOWN} more" if len(own) > _SHOWN else "")
            self.readings.note(f"moods with names of their own, kept without a number: {named}")
        if self._no_clock:
            self.readings.note(
                f"{self._no_clock} times of day could not be read; the moods stand first of their day"
            )
        if self._order.note:
            self.readings.note(self._order.note)
        left_out = counted(self._left_out)
        if left_out:
            self.readings.note(f"left out: {left_out}")


def _order(sheet: Sheet, layout: Layout, options: Options) -> Decided:
    """How a spreadsheet has rewritten the dates, where one has."""
    if "full_date" not in layout.fields:
        return Decided()
    return decided(sheet.column(layout.fields.index("full_date")), options.date_order, options.file)


def _with_year(day: str, year: str) -> str:
    """A day such as "7 września", "7 de maio" or "9月7日" with its year, as one date."""
    east = _EAST.fullmatch(day)
    if east is not None:
        return f"{year}-{east[1]}-{east[2]}"
    return f"{_OF.sub('', day)} {year}"
