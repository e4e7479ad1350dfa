"""When an entry was: days, clocks and "2h ago", seen from now."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from journal.clock import in_offset
from journal.entry.amounts import END, HOURS, MINUTES
from journal.entry.cursor import Cursor
from journal.entry.doubt import NotUnderstood

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCKS = {"morning": time(8), "noon": time(12), "evening": time(18), "night": time(22)}
DAY_WORDS = ("today", "yesterday", *_WEEKDAYS)
CLOCK_WORDS = tuple(_CLOCKS)

_DAY_NAMES = "|".join((*DAY_WORDS, *_LONG_WEEKDAYS))
_DAY = re.compile(rf"({_DAY_NAMES}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){END}")
_CLOCK = re.compile(rf"([0-9]{{1,2}}):([0-9]{{2}}){END}|({'|'.join(_CLOCKS)}){END}")
_AGO = re.compile(rf"([0-9]{{1,5}})\s*(?:({MINUTES})|({HOURS})|(?:d|days?))\s+ago{END}")
_WHEN = re.compile(rf"{_AGO.pattern}|{_DAY.pattern}(?:\s+(?:{_CLOCK.pattern}))?|{_CLOCK.pattern}")

_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Moment:
    """When an entry was.  `known` is False when only its date is; `day` is the day that the line names."""

    at: datetime
    known: bool = True
    day: date | None = None

    @property
    def time_known(self) -> bool | None:
        """As records hold it: None (nothing to say) or False."""
        return None if self.known else False


@dataclass(frozen=True, slots=True)
class Times:
    """What the words for times are seen from.

    `base` is the present of the line (`--at`, or now), `limit` the real now, after which nothing can lie.
    `known` is False when only the date of `base` is.
    """

    base: datetime
    limit: datetime
    zone: tzinfo
    known: bool = True

    @property
    def today(self) -> date:
        """The local date of the line's present."""
        return in_offset(self.base, self.zone).date()

    def take(self, cursor: Cursor, day: date | None = None) -> Moment | None:
        """The time that stands here, moving behind it; a clock without a day belongs to `day` (default: today).

        A past date without a clock is 12:00, time not known.  Raises `NotUnderstood` for what is in the future,
        and for clocks and dates that do not exist.
        """
        start = cursor.pos
        moment = self._ago(cursor) or self._day_and_clock(cursor, start, day)
        if moment is not None and moment.at > self.limit:
            shown = _shown(moment)
            raise _refused(cursor, start, f"{shown} is in the future")
        return moment

    def _ago(self, cursor: Cursor) -> Moment | None:
        found = cursor.take(_AGO)
        if found is None:
            return None
        count = int(found[1])
        if found[2] or found[3]:
            back = timedelta(minutes=count) if found[2] else timedelta(hours=count)
            return self._checked(cursor, found.start(), in_offset(self.base - back, self.zone))
        # Days ago is the same time on the clock, also when the clocks were changed in between.
        local = in_offset(self.base, self.zone).replace(tzinfo=None) - timedelta(days=count)
        return self._checked(cursor, found.start(), in_offset(in_offset(local, self.zone), self.zone))

    def _checked(self, cursor: Cursor, start: int, at: datetime) -> Moment:
        if at.year < _FIRST_YEAR:
            raise _refused(cursor, start, f"{at:%Y-%m-%d} is before {_FIRST_YEAR}")
        return Moment(at)

    def _day_and_clock(self, cursor: Cursor, start: int, held: date | None) -> Moment | None:
        day = self._day(cursor)
        clock = _clock(cursor)
        if clock is not None:
            on = day or held or self.today
            return Moment(self._local(cursor, start, datetime.combine(on, clock)), day=day or held)
        if day is None:
            return None
        if day == self.today:
            return Moment(self.base, known=self.known, day=day)
        return Moment(in_offset(datetime.combine(day, time(12)), self.zone), known=False, day=day)

    def _day(self, cursor: Cursor) -> date | None:
        found = cursor.take(_DAY)
        if found is None:
            return None
        word = found[1]
        if word in ("today", "yesterday"):
            return self.today - timedelta(days=word == "yesterday")
        if not word[0].isdigit():
            return self.today - timedelta(days=(self.today.weekday() - _WEEKDAYS.index(word[:3])) % 7)
        try:
            day = date.fromisoformat(word)
        except ValueError:
            raise _refused(cursor, found.start(), f"{word} is not a date: it does not exist") from None
        if day.year < _FIRST_YEAR:
            raise _refused(cursor, found.start(), f"{word} is before {_FIRST_YEAR}")
        if day > self.limit.date() + timedelta(days=1):
            raise _refused(cursor, found.start(), f"{word} is in the future")
        return day

    def _local(self, cursor: Cursor, start: int, local: datetime) -> datetime:
        at = in_offset(local, self.zone)
        if in_offset(at, self.zone).replace(tzinfo=None) != local:
            raise _refused(cursor, start, f"{local:%Y-%m-%d %H:%M} does not exist: the clocks went forward")
        return at


def when_ends(cursor: Cursor) -> int | None:
    """Where the words of a time end, when some stand at the cursor (without moving)."""
    match = cursor.at(_WHEN)
    return match.end() if match else None


def is_day_alone(cursor: Cursor) -> bool:
    """Whether a day without a clock stands at the cursor (without moving)."""
    match = cursor.at(_DAY)
    return match is not None and match.end() == when_ends(cursor)


def _clock(cursor: Cursor) -> time | None:
    found = cursor.take(_CLOCK)
    if found is None:
        return None
    if found[3]:
        return _CLOCKS[found[3]]
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise _refused(cursor, found.start(), f"'{found[0]}' is not a time of day: 00:00 to 23:59")
    return time(hour, minute)


def _shown(moment: Moment) -> str:
    return f"{moment.at:%Y-%m-%d %H:%M}" if moment.known else f"{moment.at:%Y-%m-%d}"


def _refused(cursor: Cursor, start: int, sentence: str) -> NotUnderstood:
    end = start + len(cursor.line[start : cursor.pos].rstrip())
    return cursor.doubt(sentence, start, end)
