"""Which rows of any CSV file are one workout, and when it was: such files stamp workouts, sets or only days."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from journal.clock import in_offset
from journal.exercises import Catalogue
from journal.interchange.rows import values
from journal.interchange.rows.date_order import Decided
from journal.interchange.rows.foreign import BadCell, Cells
from journal.interchange.rows.lines import Heading
from journal.interchange.rows.sheet import Row
from journal.vocabulary import ENDURANCE_KINDS

_JOINED = timedelta(minutes=90)
"""Sets with a stamp each are one workout up to this gap, as lines of quick entry are."""
_ONE_SESSION = timedelta(days=1)
"""Rows of one number that lie further apart are of different days that count their workouts anew."""
_FEW = 2
"""Fewer rows cannot show that each set has its own stamp."""
_MIDNIGHT = re.compile(r"[T\s]+0?0:00(:00(\.0+)?)?$")
"""What a spreadsheet adds to a day."""


def moment_of(cells: Cells, order: Decided) -> values.Moment:
    """When the row was, by its date and, when it has one of its own, its time of day; else `BadCell`."""
    day, clock = order.iso(cells.text("start")), cells.text("clock")
    try:
        alone = values.moment(day)
        if not clock:
            return alone
        whole = values.moment(f"{_MIDNIGHT.sub('', day)} {clock}") if _is_day(alone) else alone
    except ValueError as error:
        raise BadCell("clock" if clock and _reads(day) else "start", str(error)) from None
    return whole


def length_of(cells: Cells, field: str) -> int | None:
    """The seconds of a length of time, whose column may say its unit; a bare number without one is in seconds."""
    text, unit = cells.text(field), cells.layout.units.get(field, "")
    if unit == "min":
        try:
            minutes = values.number(text)
        except ValueError:
            pass
        else:
            if minutes is not None and minutes < 0:
                raise BadCell(field, "it needs minutes such as 45")
            return None if minutes is None else round(minutes * 60)
    return cells.duration(field, plain_seconds=unit == "s" or field == "seconds")


@dataclass(frozen=True, slots=True)
class _Stamp:
    """When a row was, and what it says of its workout."""

    line: int
    moment: values.Moment
    instant: datetime
    """The same with an offset, to compare."""
    title: str
    number: str
    length: tuple[str, str]
    """Its end and duration, as they are written."""
    may_join: bool
    """Whether it is of an exercise that a workout has several of."""


class Sessions:
    """The headings of the rows of one file; `rows` are those of its sets."""

    def __init__(self, rows: Iterable[Cells], order: Decided, zone: tzinfo, catalogue: Catalogue) -> None:
        self._order = order
        stamps = list(_stamps(rows, order, zone, catalogue))
        self._starts: dict[int, values.Moment] = {}
        self._times: dict[int, datetime] = {}
        """When each row was, by its line, where that tells the order of the sets."""
        self._of_sets: set[int] = set()
        """Lines whose end or duration is that of a set, as it differs from row to row of a workout."""
        if any(stamp.number for stamp in stamps):
            self._gather(_by_number(stamps))
        elif _each_set_is_stamped(stamps):
            self._gather(_by_gaps(stamps))

    def _gather(self, groups: Iterable[Sequence[_Stamp]]) -> None:
        for group in groups:
            first = min(group, key=lambda stamp: (not stamp.moment.time_known, stamp.instant))
            if len({stamp.length for stamp in group}) > 1:
                self._of_sets.update(stamp.line for stamp in group)
            for stamp in group:
                self._starts[stamp.line], self._times[stamp.line] = first.moment, stamp.instant

    def in_order(self, rows: Sequence[Row]) -> list[Row]:
        """The rows with those of workouts that were put together by time of day, where there is one.

        Files that stand newest first turn the sets of a workout round; equal stamps are turned back with them.
        """
        placed = [row for row in rows if row.line in self._times]
        if not placed:
            return list(rows)
        if self._times[placed[0].line] > self._times[placed[-1].line]:
            rows = rows[::-1]
            placed.reverse()
        timed = iter(sorted(placed, key=lambda row: self._times[row.line]))
        return [next(timed) if row.line in self._times else row for row in rows]

    def heading(self, cells: Cells) -> Heading:
        """The heading of the row's workout; `BadCell` when the row has no time."""
        own = moment_of(cells, self._order)
        start, time_known = self._starts.get(cells.line, own)
        seconds, end = length_of(cells, "duration"), cells.text("end")
        if cells.line in self._of_sets:
            seconds, end = None, ""
        if end and seconds is None and time_known:
            seconds = _until(cells, start, self._order)
        return Heading(
            start,
            end=end or ("" if seconds is None else str(seconds)),
            title=cells.words("title"),
            number=cells.text("number"),
            time_known=time_known,
            duration_s=seconds,
        )


def _until(cells: Cells, start: datetime, order: Decided) -> int | None:
    """Seconds from the start to the end, which may be a time of day only; None when the end is only a day."""
    text = order.iso(cells.text("end"))
    if re.match(r"[0-9]{1,2}:", text):
        text = f"{start.date().isoformat()} {text}"
    try:
        end, known = values.moment(text)
    except ValueError as error:
        raise BadCell("end", str(error)) from None
    if not known:
        return None
    if (end.tzinfo is None) != (start.tzinfo is None):
        raise BadCell("end", "it needs an offset from UTC just when the start has one")
    if end < start:
        raise BadCell("end", f"it is before the start ({start:%Y-%m-%d %H:%M})")
    return int((end - start).total_seconds())


def _stamps(rows: Iterable[Cells], order: Decided, zone: tzinfo, catalogue: Catalogue) -> Iterable[_Stamp]:
    kinds: dict[str, bool] = {}
    for cells in rows:
        try:
            moment = moment_of(cells, order)
        except BadCell:
            # The row becomes a problem when it is read.
            continue
        exercise = cells.name("exercise")
        if exercise not in kinds:
            known = catalogue.find(exercise)
            kinds[exercise] = known is None or known.kind not in ENDURANCE_KINDS
        yield _Stamp(
            cells.line,
            moment,
            in_offset(moment.at, zone),
            cells.words("title"),
            cells.text("number"),
            (cells.text("end"), cells.text("duration")),
            kinds[exercise],
        )


def _by_number(stamps: Iterable[_Stamp]) -> Iterable[Sequence[_Stamp]]:
    for group in _grouped(stamps, lambda stamp: (stamp.number,)):
        times = [stamp.instant for stamp in group]
        if max(times) - min(times) < _ONE_SESSION:
            yield group
        else:
            yield from _grouped(group, lambda stamp: (stamp.instant.date(), stamp.title))


def _each_set_is_stamped(stamps: Sequence[_Stamp]) -> bool:
    timed = [stamp for stamp in stamps if stamp.moment.time_known and stamp.may_join]
    return len(timed) >= _FEW and 2 * len({stamp.instant for stamp in timed}) > len(timed)


def _by_gaps(stamps: Iterable[_Stamp]) -> Iterable[Sequence[_Stamp]]:
    joining = [stamp for stamp in stamps if stamp.moment.time_known and stamp.may_join]
    for group in _grouped(joining, lambda stamp: (stamp.instant.date(), stamp.title)):
        run: list[_Stamp] = []
        for stamp in sorted(group, key=lambda one: one.instant):
            if run and stamp.instant - run[-1].instant > _JOINED:
                yield run
                run = []
            run.append(stamp)
        yield run


def _grouped(stamps: Iterable[_Stamp], by: Callable[[_Stamp], tuple[object, ...]]) -> Iterable[list[_Stamp]]:
    groups: dict[tuple[object, ...], list[_Stamp]] = {}
    for stamp in stamps:
        groups.setdefault(by(stamp), []).append(stamp)
    return groups.values()


def _is_day(moment: values.Moment) -> bool:
    """Whether nothing but a day is known: none is begun at midnight sharp when there is a clock beside it."""
    return not moment.time_known or (moment.at.hour, moment.at.minute, moment.at.second) == (0, 0, 0)


def _reads(day: str) -> bool:
    try:
        values.moment(day)
    except ValueError:
        return False
    return True
