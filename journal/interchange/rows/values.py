"""Numbers, durations, dates and units as other programs write them.

Each function raises ValueError with a reason that says what would be accepted.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from journal.vocabulary import KG_PER_LB, KM_PER_MI

_LONGEST = 60
"""Characters of the longest number, date or duration that is looked at."""
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]{1,3})?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]*),[0-9]+")
_FALSE = frozenset({"false", "falsch", "faux"})
"""What a spreadsheet makes of an empty answer."""

_UNITS_DURATION = re.compile(
    r"(?:([0-9]{1,6})\s*(?:h|hr|hrs|std)\.?)?\s*"
    r"(?:([0-9]{1,8})\s*(?:m|min|mins)\.?)?\s*"
    r"(?:([0-9]{1,9})\s*(?:s|sec|sek|seg)\.?)?",
    re.IGNORECASE,
)
_CLOCK_DURATION = re.compile(r"([0-9]{1,6}):([0-5][0-9])(?::([0-5][0-9]))?")

_MOMENT = re.compile(
    r"(?P<date>.+?)"
    r"(?:[T,\s]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"\s*(?P<half>[ap])?(?(half)\.?\s?m\.?)\s*(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
_WORD = r"(?P<word>[^\W\d_]+|[0-9]{1,2}[월月])\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[0-9]{4})([-/])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})",
        rf"(?P<day>[0-9]{{1,2}})\.?\s+{_WORD},?\s+(?P<year>[0-9]{{4}})",
        rf"{_WORD}\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{4}})",
    )
)
_MONTHS = {
    beginning: month
    for month, beginnings in enumerate(
        (
            "jan ene gen oca янв sty",
            "feb fev sub фев lut",
            "mar mrz mrt мар",
            "apr avr abr nis апр kwi",
            "may mai mei maj mag маи мая",
            "jun juin giu haz июн cze",
            "jul juil lug tem июл lip",
            "aug aou ago agu авг sie",
            "sep set eyl сен wrz",
            "oct okt out ott eki окт paz",
            "nov kas ноя lis",
            "dec dez des dic ara дек gru",
        ),
        start=1,
    )
    for beginning in beginnings.split()
}
"""How the months begin, without accents, in the languages that Hevy is translated into."""

WEIGHTS: Mapping[str, tuple[str, float]] = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms"), ("kg", 1.0)),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), ("lb", KG_PER_LB)),
}
"""Words for units of weight -> the unit and its kg."""
DISTANCES: Mapping[str, tuple[str, float]] = {
    **dict.fromkeys(("km", "kms", "kilometers", "kilometres"), ("km", 1.0)),
    **dict.fromkeys(("mi", "mile", "miles"), ("mi", KM_PER_MI)),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), ("m", 0.001)),
}
"""Words for units of distance -> the unit and its km."""


class Moment(NamedTuple):
    """A date and time of a foreign file: local to the writer unless the file gave an offset."""

    at: datetime
    time_known: bool
    """False when the file has only the date; `at` is then 12:00."""


def number(text: str) -> float | None:
    """The number, None for an empty cell; with a decimal point or comma, with or without thousands marks.

    "1,035" is a thousand: groups of exactly three digits are never decimals.
    """
    text = text.strip().replace("−", "-")  # noqa: RUF100 - the minus of typography
    if not text or text.casefold() in _FALSE:
        return None
    if "," in text and len(text) <= _LONGEST:
        if _THOUSANDS.fullmatch(text):
            text = text.replace(",", "")
        elif _DECIMAL_COMMA.fullmatch(text):
            text = text.replace(".", "").replace(",", ".")
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise ValueError("it needs a number such as 62.5")
    return float(text)


def duration(text: str, *, plain_seconds: bool = False) -> int | None:
    """Seconds of "1h 5m", "31min", "55s" or a spreadsheet's "1:33" (hours and minutes); None for an empty cell.

    A bare number has no unit: it is read only where the column says that it is seconds.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) <= _LONGEST:
        found = _UNITS_DURATION.fullmatch(text) or _CLOCK_DURATION.fullmatch(text)
        if found:
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            return hours * 3600 + minutes * 60 + seconds
    if not plain_seconds:
        raise ValueError("it needs a duration such as 1h 5m, 35min or 55s")
    alone = number(text)
    if alone is not None and alone < 0:
        raise ValueError("it needs seconds such as 3900")
    return None if alone is None else round(alone)


def moment(text: str) -> Moment:
    """The date and time, in the way of ISO 8601, of Germany or with the name of the month in many languages.

    Dates such as 7/8/2024 are refused: nothing tells the day from the month.
    """
    text = text.strip()
    found = _MOMENT.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise ValueError(_DATE_NEEDED)
    date = next((date for shape in _DATES if (date := shape.fullmatch(found["date"]))), None)
    if date is None:
        raise ValueError(_DATE_NEEDED)
    parts = date.groupdict()
    month = int(parts["month"]) if "month" in parts else _month(parts["word"])
    hour = 12 if found["hour"] is None else _hour(int(found["hour"]), found["half"])
    try:
        at = datetime(int(parts["year"]), month, int(parts["day"]), hour)  # noqa: DTZ001 - local by nature
        at = at.replace(minute=int(found["minute"] or 0), second=int(found["second"] or 0))
        if found["offset"]:
            at = datetime.fromisoformat(at.isoformat() + found["offset"].upper())
    except ValueError:
        raise ValueError("there is no such date or time") from None
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError(f"it needs a date from {_FIRST_YEAR} to {_LAST_YEAR}")
    return Moment(at, found["hour"] is not None)


_DATE_NEEDED = "it needs a date and time such as 2026-11-20 18:30:00 or 20 Nov 2026, 18:30"
_FIRST_YEAR, _LAST_YEAR = 1971, 2199
"""Earlier dates in these files are empty clocks; systems have no time zones for dates far away."""


def _month(word: str) -> int:
    if word[-1] in "월月":
        return int(word[:-1])
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(letter)
    )
    month = _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])
    if month is None:
        raise ValueError(f"{word!r} is not a month that is known here; {_DATE_NEEDED}")
    return month


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("there is no such time")
    return hour % 12 + (12 if half.casefold() == "p" else 0)
