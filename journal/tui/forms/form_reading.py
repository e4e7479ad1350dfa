"""What is typed into the fields of a form, read as quick entry reads it, and refused in whole sentences."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeVar

from journal import clock
from journal.entry import NotUnderstood, Writer
from journal.entry.answers import milligrams, moment, place
from journal.entry.when import Moment, Times
from journal.errors import Refused
from journal.vocabulary import Region

T = TypeVar("T")


def at_noon(day: date, writer: Writer) -> Moment:
    """Nothing said: now, or noon of a day that is past, with the time not known."""
    if day == writer.now.date():
        return Moment(writer.now)
    return Moment(clock.in_offset(datetime.combine(day, time(12)), writer.zone), known=False)


def read_moment(text: str, writer: Writer, day: date) -> Moment:
    """The time that the text means on that day."""
    times = Times(writer.now, writer.now, writer.zone)
    return _said(moment, text, times, at_noon(day, writer))


def read_place(text: str) -> Region:
    """The place that the text names."""
    return _said(place, text)


def read_dose(text: str) -> int:
    """The dose, in mg."""
    return _said(milligrams, text)


def _said(read: Callable[..., T], text: str, *more: Any) -> T:
    try:
        return read(text, *more)
    except NotUnderstood as doubt:
        sentence = doubt.sentence.removesuffix("?")
        end = "?" if sentence != doubt.sentence else "."
        raise Refused(f"{sentence[:1].upper()}{sentence[1:]}{end}") from None
