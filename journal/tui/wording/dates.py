"""Days as the screens write and read them."""

import re
from datetime import date, timedelta

from journal.errors import Refused

ACCEPTED = "a date such as 2026-11-20, today, yesterday, mon to sun, or -3 for three days ago"

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_full(day: date) -> str:
    """`Wednesday 25 November 2026`, in English whatever the system's language is."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_short(day: date) -> str:
    """`Wed 25 Nov 2026`."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def in_brief(day: date, today: date) -> str:
    """`Wed 25 Nov`, with its year when that is not the present one."""
    return in_short(day) if day.year != today.year else in_short(day).rpartition(" ")[0]


def month_of(day: date) -> str:
    """`November 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def from_today(day: date, today: date) -> str:
    """`Today`, `Yesterday`, or `12 days ago`."""
    ago = (today - day).days
    return {0: "Today", 1: "Yesterday"}.get(ago, f"{ago} days ago")


def read_day(text: str, today: date) -> date:
    """The day that the text means, seen from today; `Refused` when it means none, or one that is to come."""
    word = text.strip().lower()
    day = _named(word, today)
    if day is None:
        raise Refused(f"{text.strip()!r} is no day; write {ACCEPTED}")
    if day > today:
        raise Refused(f"{in_short(day)} is still to come; write a day up to today")
    return day


def weekday_of(word: str) -> int | None:
    """0 for `mon` or `monday` and so on; None for another word."""
    short = word[:3]
    known = short in _WEEKDAYS and word in (short, _DAYS[_WEEKDAYS.index(short)].lower())
    return _WEEKDAYS.index(short) if known else None


def _named(word: str, today: date) -> date | None:
    if word in ("today", "t", "0"):
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    weekday = weekday_of(word)
    if weekday is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    if re.fullmatch(r"-\d{1,4}", word):
        return today + timedelta(days=int(word))
    try:
        day = date.fromisoformat(word)
    except ValueError:
        return None
    return day if day.year >= 1900 else None
