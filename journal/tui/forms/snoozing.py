"""Until when a flag is put aside, as it is typed: a span, a weekday or a date."""

from datetime import date, datetime, time, timedelta, tzinfo

from journal import clock
from journal.analysis.marking import LONGEST, span_of
from journal.errors import Refused
from journal.tui.wording.dates import in_short, weekday_of

ACCEPTED = "a span such as 12h, 3d or 2w, tomorrow, a weekday, or a date such as 2026-12-01"


def until_of(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The end of a snooze: so long after now, or the beginning of a day that is to come; else `Refused`."""
    word = text.strip().lower()
    day = _day(word, now.date())
    if day is None:
        try:
            return now + span_of(word)
        except Refused:
            raise Refused(f"{text.strip()!r} is not accepted; write {ACCEPTED}") from None
    if not now.date() < day <= now.date() + LONGEST:
        raise Refused(f"{in_short(day)} is not accepted; write a day to come, within a year")
    return clock.in_offset(datetime.combine(day, time()), zone)


def _day(word: str, today: date) -> date | None:
    """The day that a word names; None when it names none.  A weekday is the next one."""
    if word == "tomorrow":
        return today + timedelta(days=1)
    weekday = weekday_of(word)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
