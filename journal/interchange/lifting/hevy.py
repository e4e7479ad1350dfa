"""Hevy: one row per set, under English column names whatever the language of the app.

The app and the web site write dates in the language and manner of their user; titles of exercises are
translated by the app.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from journal.clock import in_offset
from journal.interchange.disk import read_bytes
from journal.interchange.imported import Imported
from journal.interchange.rows.assembly import assemble
from journal.interchange.rows.foreign import BadCell, Cells, Layout, Options, measures
from journal.interchange.rows.laid_out import LaidOut, by_names, laid_out
from journal.interchange.rows.lines import Heading, Line, as_set
from journal.interchange.rows.sheet import Sheet, read_sheet
from journal.vocabulary import SetKind

NAME = "hevy"
"""What the format is called after `--from`."""
TITLE = "Hevy"
"""What the program is called."""

_COLUMNS: Mapping[str, tuple[str, str]] = {
    "title": ("title", ""),
    "start_time": ("start", ""),
    "end_time": ("end", ""),
    "description": ("workout_note", ""),
    "exercise_title": ("exercise", ""),
    "exercise_notes": ("note", ""),
    "set_index": ("order", ""),
    "set_type": ("kind", ""),
    "weight_kg": ("weight", "kg"),
    "weight_lbs": ("weight", "lb"),
    "reps": ("reps", ""),
    "distance_km": ("distance", "km"),
    "distance_miles": ("distance", "mi"),
    "duration_seconds": ("seconds", ""),
    "rpe": ("rpe", ""),
}
"""Names of columns -> field and, where the name states it, unit."""

_NEEDED = ("title", "start", "exercise")
_KINDS = {
    "": None,
    "normal": SetKind.NORMAL,
    "warmup": SetKind.WARMUP,
    "dropset": SetKind.DROP,
    "failure": SetKind.FAILURE,
}


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - what it begins with tells enough
    """Whether a file that begins so is an export of Hevy."""
    return _find(read_sheet(head)) is not None


def read(file: Path, options: Options) -> Imported:
    """Everything in an export of Hevy; `Refused` when it is none."""
    what = "an export of Hevy: it needs the columns title, start_time and exercise_title"
    layout, sheet = laid_out(read_sheet(read_bytes(file), options.file), _find, options.file, what)
    rows = _Rows(layout, options)
    return assemble(NAME, sheet, layout, rows.understand, rows.measures, options)


def _find(sheet: Sheet) -> LaidOut | None:
    return by_names(sheet, _COLUMNS, _NEEDED)


class _Rows:
    """What the rows of one file mean."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self.measures = measures(layout, options)
        self._zone = options.zone
        self._headings: dict[tuple[str, ...], Heading] = {}

    def understand(self, cells: Cells) -> Line:
        """A set."""
        line = Line(
            cells,
            heading=self._heading(cells),
            exercise=cells.name("exercise"),
            order=cells.text("order"),
            note=_unescaped(cells.words("note")),
            workout_note=_unescaped(cells.words("workout_note")),
        )
        kind = cells.text("kind").casefold()
        if kind not in _KINDS:
            raise BadCell("kind", f"it needs one of {', '.join(filter(None, _KINDS))}")
        line.kind = _KINDS[kind]
        return as_set(line, *self.measures)

    def _heading(self, cells: Cells) -> Heading:
        key = tuple(cells.text(name) for name in ("start", "end", "title"))
        known = self._headings.get(key)
        if known is None:
            start, time_known = cells.moment("start")
            end = cells.moment("end").at if key[1] else None
            known = self._headings[key] = Heading(
                start,
                end="" if end is None else end.isoformat(),
                title=_unescaped(cells.words("title")),
                time_known=time_known,
                duration_s=None if end is None else self._seconds(start, end),
            )
        return known

    def _seconds(self, start: datetime, end: datetime) -> int:
        """Elapsed time; the clock may be put forward or back in between."""
        began = in_offset(start, self._zone)
        # The hour that comes twice in autumn: the second one when the first would be before the start.
        for fold in (0, 1):
            seconds = (in_offset(end.replace(fold=fold), self._zone) - began).total_seconds()
            if seconds >= 0:
                return int(seconds)
        raise BadCell("end", f"it is before the start ({start:%Y-%m-%d %H:%M})")


def _unescaped(text: str) -> str:
    """The text with real line breaks: the app writes them as a backslash and an n."""
    return text.replace("\\n", "\n")
