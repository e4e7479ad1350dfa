"""A day of the calendar in words, as its line and its text list tell it."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from journal.tui.reading.year import DayOfYear, FlagsOfYear, HeldFlag, Year
from journal.vocabulary import Severity

_PLACES = 3
"""Places named in one line; the others are counted."""
_TITLES = 3

TEN = "X"
"""A score of 10 in one cell."""


class Measure(StrEnum):
    """What the colour of a day says."""

    PAIN = "worst pain"
    LOAD = "load"


def told(one: DayOfYear, flags: FlagsOfYear | None, today: date) -> str:
    """What is known of a day, without its date: "worst pain 6 lower back, load 385 AU, 2 flags: ..."."""
    if one.day > today:
        return "still to come"
    parts = [*_recorded(one), *(_flagged(one.day, flags) if flags is not None else ())]
    return ", ".join(parts) or (
        "recorded, without pain or training" if one.is_recorded else "nothing recorded"
    )


def summed(year: Year) -> tuple[str, str]:
    """On how many days of the year something hurt, and on how many there was training."""
    sore = sum(1 for one in year.days if one.worst)
    trained = sum(1 for one in year.days if one.load or one.is_partial)
    return f"pain on {_counted(sore, 'day')}", f"training on {trained}"


def has_something(one: DayOfYear, flags: FlagsOfYear | None) -> bool:
    """Whether the text list has a row for the day."""
    return one.is_recorded or (flags is not None and one.day in flags.began)


def _recorded(one: DayOfYear) -> Iterator[str]:
    if one.worst == 0:
        yield "no pain"
    elif one.worst is not None:
        sore = [f"{score} {place}" for place, score in one.places if score]
        more = f" and {len(sore) - _PLACES} more" if len(sore) > _PLACES else ""
        yield f"worst pain {', '.join(sore[:_PLACES])}{more}"
    if one.load:
        yield f"load {one.load:.0f} AU{', and some not known' if one.is_partial else ''}"
    elif one.is_partial:
        yield "trained, load not known"


def _flagged(day: date, flags: FlagsOfYear) -> Iterator[str]:
    began = [flag for flag in flags.began.get(day, ()) if flag.severity is not Severity.INFO]
    if began:
        yield f"{_counted(len(began), 'flag')}: {_titles(began)}"
    if tips := len(flags.began.get(day, ())) - len(began):
        yield _counted(tips, "tip")


def _titles(flags: list[HeldFlag]) -> str:
    named = list(dict.fromkeys(flag.title for flag in flags))
    more = f" and {len(named) - _TITLES} more" if len(named) > _TITLES else ""
    return f"{', '.join(named[:_TITLES])}{more}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def sign(one: DayOfYear, year: Year, measure: Measure) -> str:
    """What stands in a day: its score, or the quarter of its load; `·` recorded without it, `?` load not known.

    Ten is written as one sign, so that days stay apart without their colours.
    """
    if measure is Measure.PAIN:
        if one.worst is not None:
            return TEN if one.worst == 10 else str(one.worst)
    elif one.load:
        return str(year.band(one.load))
    elif one.is_partial:
        return "?"
    return "·" if one.is_recorded else " "
