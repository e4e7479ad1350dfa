"""The answers to single questions of a form, in the words that a line takes too."""

from journal.entry.amounts import BARE, duration, kilograms, number
from journal.entry.care import read_dose
from journal.entry.checkin import HOURS_MINUTES_SAID, HOURS_SAID, MASS_SAID
from journal.entry.cursor import Cursor, Phrases
from journal.entry.doubt import NotUnderstood, quoted
from journal.entry.when import Moment, Times
from journal.place_names import NOT_ONE_PLACE, REGIONS
from journal.vocabulary import MassUnit, Region

_REGIONS = Phrases(REGIONS)
_DOUBTFUL = Phrases(NOT_ONE_PLACE)


def hours(text: str) -> float | None:
    """Hours, from `7:30`, `7.5` or `7h30`; None when it is none of these."""
    cursor = _cursor(text)
    if clock := cursor.take(HOURS_MINUTES_SAID):
        return int(clock[1]) + int(clock[2] or clock[3]) / 60 if cursor.done else None
    plain = cursor.take(HOURS_SAID)
    return number(plain[1]) if plain and cursor.done else None


def kilos(text: str, unit: MassUnit) -> float | None:
    """A mass in kg, from `80`, `80.5kg` or `176 lb`; a bare number is in the writer's unit."""
    cursor = _cursor(text)
    mass = cursor.take(MASS_SAID)
    return kilograms(mass[1], mass[2], unit) if mass and cursor.done else None


def minutes(text: str) -> float | None:
    """Minutes, from `15`, `15min`, `1h30` or `15:00`; None when it is no duration."""
    cursor = _cursor(text)
    if (bare := cursor.at(BARE)) and bare.end() == cursor.end:
        return number(bare[1])
    try:
        seconds = duration(cursor)
    except NotUnderstood:
        return None
    return seconds / 60 if seconds is not None and cursor.done else None


def milligrams(text: str) -> int:
    """A dose in mg, from `400`, `400mg`, `2x200` or `1g`; `NotUnderstood` for any doubt."""
    cursor = _cursor(text)
    dose = read_dose(cursor)
    if not cursor.done:
        raise cursor.doubt(f"{quoted(text)} is not one dose: write it such as 400mg, 2x200mg or 1g")
    return dose


def place(text: str) -> Region:
    """One place of the body by any of its names, without its side; `NotUnderstood` when it is none, or several."""
    cursor = _cursor(text)
    region = cursor.phrase(_REGIONS)
    if region is not None and cursor.done:
        return region
    cursor = _cursor(text)
    several = cursor.phrase(_DOUBTFUL)
    if several is not None and cursor.done:
        raise cursor.doubt(f"{quoted(text)} is not one place: {', '.join(several)}?", candidates=several)
    raise cursor.doubt(f"{quoted(text)} is no place: write such as lower back, knee or hamstring")


def moment(text: str, times: Times, otherwise: Moment) -> Moment:
    """When something was, in the words that stand before an entry; an empty text is `otherwise`.

    A clock without a day is one of `otherwise`'s day.  `NotUnderstood` for what is no time or in the future.
    """
    if not text.strip():
        return otherwise
    cursor = _cursor(text)
    found = times.take(cursor, otherwise.at.date())
    if found is None or not cursor.done:
        sentence = f"{quoted(text)} is no time: write such as 7:40, evening, yesterday 20:00 or 2h ago"
        raise cursor.doubt(sentence)
    return found


def _cursor(text: str) -> Cursor:
    cursor = Cursor(text.strip())
    cursor.between(0, cursor.end)
    return cursor
