"""Bearable: one reading a row.  Pains, signs, sleep and mood are taken; medication, factors and the like are not.

Pain is rated there from 1 (mild) to 4 (unbearable), here from 0 to 10: a rating is converted, and the note of the
entry says so with the original.  A part of the day stands at a stated hour.
"""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from journal.interchange.disk import read_bytes
from journal.interchange.health.bearable_words import SEVERITIES, as_nrs, meaning_of, severity_in
from journal.interchange.health.diary import DayNotes, counted
from journal.interchange.imported import Imported, Place
from journal.interchange.readings import Readings
from journal.interchange.rows import values
from journal.interchange.rows.foreign import BadCell, Cells, Options
from journal.interchange.rows.laid_out import LaidOut, by_names, laid_out
from journal.interchange.rows.one_by_one import whole_rows
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.records import Pain, SymptomEntry

NAME = "bearable"
"""What the format is called."""
TITLE = "Bearable"
"""What it is called in a sentence."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "date": ("date", ""),
    "date formatted": ("iso", ""),
    "weekday": ("weekday", ""),
    "time of day": ("part", ""),
    "category": ("category", ""),
    "rating/amount": ("amount", ""),
    "detail": ("detail", ""),
    "notes": ("notes", ""),
}
_NEEDED = frozenset({"date", "part", "category", "amount", "detail"})
_PARTS = {"pre": time(6), "am": time(9), "mid": time(14), "pm": time(20)}
"""Hours that the parts of the day stand for: Bearable does not say any."""
_WHOLE_DAY = frozenset({"", "all day"})
_NOON = time(12)
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th)\b", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?::[0-5][0-9])?")
_NOT_ALL_SLEEP = re.compile(r"bed|awake|deep|rem\b|light|core|nap|latency|quality|score", re.IGNORECASE)
_BEST_SLEEP = 5
_SHOWN = 10
"""Symptoms that are named when they are left out."""
_HOURS_SAID = "parts of the day stand at a stated hour: " + ", ".join(
    f"{part} at {hour:%H:%M}" for part, hour in _PARTS.items()
)
_CONVERTED = (
    "pain is rated 0 to 4 in Bearable: converted to 0, 3, 5, 8 and 10 (times 2.5, halves up); "
    "the notes have the original"
)
_UNPLACED = "pains without a place that the journal has stand in the notes of the check-ins, without a score"
_MOODS = "moods stand in the notes of the check-ins"


class _When(NamedTuple):
    """When a reading was."""

    at: datetime
    """Local."""
    known: bool
    """Whether the row tells a time, or a part of the day."""
    part: str
    """The part of the day; "" = none, or a time."""

    @property
    def minute(self) -> int:
        """The minute of the day; -1 = not known."""
        return self.at.hour * 60 + self.at.minute if self.known else -1

    @property
    def said(self) -> tuple[str, ...]:
        """What the user must know of it."""
        return (_HOURS_SAID,) if self.part else ()


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - the beginning tells all
    """Whether a file that begins so is an export of Bearable."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """The pains, signs, sleep and moods of an export; `Refused` when it is none."""
    what = "an export of Bearable: it needs the columns date, time of day, category, rating/amount and detail"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    diary = _Diary(options)
    for cells in whole_rows(sheet, layout, diary.readings, options):
        try:
            diary.take(cells)
        except BadCell as bad:
            column = layout.name(bad.field)
            diary.readings.problem(Place(options.file, cells.line), column, cells.text(bad.field), bad.reason)
    return diary.finish()


def _find(sheet: Sheet) -> LaidOut | None:
    return by_names(sheet, _COLUMNS, _NEEDED)


class _Diary:
    """The readings of one file."""

    def __init__(self, options: Options) -> None:
        self.readings = Readings(NAME, options)
        self._file = options.file
        self._notes = DayNotes()
        self._qualities: list[tuple[date, Place, float]] = []
        self._left_out: Counter[str] = Counter()
        self._signs_left_out: Counter[str] = Counter()

    def take(self, cells: Cells) -> None:
        """Keep one reading; `BadCell` when it cannot be read."""
        self._left_out["notes"] += bool(cells.text("notes"))
        category = cells.name("category")
        match category.casefold():
            case "symptom" | "symptoms":
                self._take_symptom(cells)
            case "sleep" | "sleep amount":
                self._take_sleep(cells)
            case "sleep quality":
                self._qualities.append((_when(cells).at.date(), self._place(cells), _rating(cells)))
            case "mood":
                self._take_mood(cells)
            case _:
                self._left_out[category or "rows without a category"] += 1

    def finish(self) -> Imported:
        """Everything, and what there is to say."""
        self._add_qualities()
        self._notes.give(self.readings)
        self._say_left_out()
        return self.readings.finish()

    def _take_symptom(self, cells: Cells) -> None:
        meaning, severity, when = meaning_of(cells.name("detail")), _severity(cells), _when(cells)
        if not meaning.name:
            raise BadCell("detail", "it needs the name of a symptom")
        said = f"Bearable: {SEVERITIES[severity]} ({severity} of 4)"
        after = "".join(f"; {one}" for one in (meaning.name, when.part) if one)
        if meaning.region is not None:
            self._say(_CONVERTED, *when.said)
            self.readings.add(
                Pain,
                when.at,
                self._place(cells),
                title=meaning.name,
                time_known=None if when.known else False,
                region=meaning.region,
                side=meaning.side,
                qualities=meaning.qualities,
                score=as_nrs(severity),
                note=f"{said}, converted{after}",
            )
        elif meaning.sign is not None:
            self._say(*when.said)
            self.readings.add(
                SymptomEntry,
                when.at,
                self._place(cells),
                title=meaning.name,
                symptom=meaning.sign,
                side=meaning.side,
                present=severity > 0,
                note=f"{said}{after}",
            )
        elif meaning.is_pain:
            self._say(_UNPLACED)
            self._notes.add(when.at.date(), self._place(cells), when.minute, f"{said}{after}")
        else:
            self._signs_left_out[meaning.name] += 1

    def _take_sleep(self, cells: Cells) -> None:
        detail = cells.name("detail")
        if _NOT_ALL_SLEEP.search(detail):
            self._left_out[detail] += 1
            return
        hours = _HOURS.fullmatch(cells.text("amount"))
        if hours is None:
            raise BadCell("amount", "it needs hours and minutes such as 7:30")
        slept = int(hours[1]) + int(hours[2]) / 60
        self.readings.checkin(_when(cells).at.date(), self._place(cells), sleep_h=slept)

    def _take_mood(self, cells: Cells) -> None:
        when, rating = _when(cells), cells.text("amount")
        _rating(cells)
        self._say(_MOODS)
        self._left_out["words beside moods"] += bool(cells.text("detail"))
        at = f" ({when.part})" if when.part else ""
        self._notes.add(when.at.date(), self._place(cells), when.minute, f"mood{at}: {rating} (Bearable)")

    def _add_qualities(self) -> None:
        """The quality of sleep, when no rating of the file lies outside of 1 to 5."""
        other = next(
            (rating for *_, rating in self._qualities if rating not in range(1, _BEST_SLEEP + 1)), None
        )
        if other is not None:
            self._left_out["sleep quality"] += len(self._qualities)
            self._say(
                f"the quality of sleep is not rated from 1 to 5 in this file ({other:g}): it is left out"
            )
            return
        for day, place, rating in self._qualities:
            self.readings.checkin(day, place, sleep_quality=int(rating))

    def _say(self, *sentences: str) -> None:
        """Each sentence once."""
        for sentence in sentences:
            if sentence not in self.readings.imported.notes:
                self.readings.note(sentence)

    def _say_left_out(self) -> None:
        if self._signs_left_out:
            count, kinds = self._signs_left_out.total(), len(self._signs_left_out)
            named = ", ".join(name for name, _ in self._signs_left_out.most_common(_SHOWN))
            more = f" and {kinds - _SHOWN} more" if kinds > _SHOWN else ""
            self._say(f"left out: symptoms that the journal does not ask for ({count}): {named}{more}")
        if left_out := counted(self._left_out):
            self._say(f"left out: {left_out}")

    def _place(self, cells: Cells) -> Place:
        return Place(self._file, cells.line)


def _when(cells: Cells) -> _When:
    """When a reading was, to the part of the day or to the minute."""
    day = _day(cells)
    part = cells.name("part").casefold()
    if part in _WHOLE_DAY:
        return _When(datetime.combine(day, _NOON), known=False, part="")
    if part in _PARTS:
        return _When(datetime.combine(day, _PARTS[part]), known=True, part=part)
    try:
        moment = values.moment(f"{day} {part}")
    except ValueError:
        moment = None
    if moment is None or not moment.time_known:
        raise BadCell("part", "it needs a time such as 23:32, pre, am, mid, pm, all day, or nothing")
    return _When(moment.at, known=True, part="")


def _day(cells: Cells) -> date:
    """The date that is there in ISO 8601, else the one in words: "22nd Sep 2020"."""
    try:
        return values.moment(cells.text("iso")).at.date()
    except ValueError:
        text = _ORDINAL.sub("", cells.text("date"))
    try:
        return values.moment(text).at.date()
    except ValueError as error:
        raise BadCell("date", str(error)) from None


def _severity(cells: Cells) -> int:
    """The rating of a symptom, or the word for it beside its name."""
    rating = cells.number("amount")
    severity = severity_in(cells.text("detail")) if rating is None else rating
    if severity is None or severity not in range(len(SEVERITIES)):
        raise BadCell("amount", "it needs a whole number from 0 to 4, which is the scale of Bearable")
    return int(severity)


def _rating(cells: Cells) -> float:
    rating = cells.number("amount")
    if rating is None:
        raise BadCell("amount", "it needs a number such as 4")
    return rating
