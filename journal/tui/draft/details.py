"""What is said of the whole workout, beside its sets: one line each, empty unless somebody wants to say it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from journal.columns import InvalidRecord
from journal.entry import NotUnderstood, Writer
from journal.entry.cursor import Cursor
from journal.entry.said import minutes_said
from journal.entry.when import Times
from journal.errors import Refused
from journal.records import Workout
from journal.tui.draft.cells import minutes
from journal.tui.wording.dates import in_short
from journal.vocabulary import FormFlag, Surface, WorkoutKind, display

W = TypeVar("W", bound=StrEnum)
Changes = dict[str, Any]

_YES_NO = {"yes": True, "y": True, "no": False, "n": False}
_YES_NO_SAID = {None: "", True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Detail:
    """One line: `label` before it, `hint` in its place while it is empty, `words` that complete what is typed."""

    name: str
    label: str
    hint: str
    words: tuple[str, ...] = ()


DETAILS = (
    Detail("started_at", "Time", "17:30, or yesterday 17:30"),
    Detail("warmup_min", "Warm-up", "minutes"),
    Detail("cooldown_min", "Cool-down", "minutes"),
    Detail("surface", "Surface", ", ".join(Surface), tuple(Surface)),
    Detail("form_flags", "Form", ", ".join(FormFlag), tuple(FormFlag)),
    Detail("stopped_for_pain", "Stopped for pain", "yes or no", ("yes", "no")),
    Detail("kind", "Kind", ", ".join(WorkoutKind), tuple(WorkoutKind)),
    Detail("title", "Title", "what you call it"),
    Detail("note", "Note", "anything else"),
)
"""The lines, in their order."""


def say_detail(name: str, workout: Workout, day: date) -> str:
    """What a line says now; `day` is the day of the page, which a time of another day names."""
    value = getattr(workout, name)
    if name == "started_at":
        return _when_said(workout, day)
    if name in ("warmup_min", "cooldown_min"):
        return "" if value is None else minutes_said(value)
    if name == "stopped_for_pain":
        return _YES_NO_SAID[value]
    if name == "form_flags":
        return ", ".join(display(one) for one in value)
    if isinstance(value, StrEnum):
        return display(value)
    return " ".join((value or "").split())


def read_detail(name: str, text: str, writer: Writer, day: date) -> Changes:
    """The fields of the workout that the text of a line says; `Refused` with one sentence.

    An empty text takes back what was said; a time and a kind cannot be taken back, and stay.
    """
    text = text.strip()
    if not text:
        return {} if name in ("started_at", "kind") else {name: None}
    said = _READ[name](text, writer, day)
    try:
        # Made once by itself, so that a bound is told here and not at saving.
        Workout(**{"id": _ANY_ID, "started_at": writer.now, "kind": WorkoutKind.OTHER, **said})
    except InvalidRecord as error:
        raise Refused(f"{text!r} cannot be: {error.accepted}") from None
    return said


def _when_said(workout: Workout, day: date) -> str:
    at = workout.started_at
    clock = "" if workout.time_known is False else f"{at:%H:%M}"
    if at.date() == day:
        return clock
    return f"{in_short(at.date())} {clock}".strip()


def _when(text: str, writer: Writer, day: date) -> Changes:
    cursor = Cursor(text)
    try:
        moment = Times(writer.now, writer.now, writer.zone).take(cursor, day)
    except NotUnderstood as error:
        raise Refused(error.sentence) from None
    if moment is None or not cursor.done:
        raise Refused(f"'{text}' is no time; write 17:30, yesterday 17:30, mon 9:00 or 2026-11-20 18:00")
    return {"started_at": moment.at, "time_known": moment.time_known}


def _minutes(name: str) -> Callable[[str, Writer, date], Changes]:
    return lambda text, _writer, _day: {name: minutes(text)}


def _stopped(text: str, _writer: Writer, _day: date) -> Changes:
    if text.lower() not in _YES_NO:
        raise Refused(f"'{text}' is no answer; write yes or no")
    return {"stopped_for_pain": _YES_NO[text.lower()]}


def _one_of(name: str, words: type[W]) -> Callable[[str, Writer, date], Changes]:
    return lambda text, _writer, _day: {name: _word(text, words)}


def _form(text: str, _writer: Writer, _day: date) -> Changes:
    told = [word for word in text.replace(",", " ").split() if word]
    return {"form_flags": tuple(_word(word, FormFlag) for word in told)}


def _word(text: str, words: type[W]) -> W:
    """The word that is written, or the only one that begins so."""
    begun = [one for one in words if one.value.startswith(text.lower())]
    exact = [one for one in begun if one.value == text.lower()]
    if len(exact or begun) != 1:
        raise Refused(f"'{text}' is not one of {', '.join(words)}")
    return (exact or begun)[0]


def _text(name: str) -> Callable[[str, Writer, date], Changes]:
    return lambda text, _writer, _day: {name: text}


_READ: dict[str, Callable[[str, Writer, date], Changes]] = {
    "started_at": _when,
    "warmup_min": _minutes("warmup_min"),
    "cooldown_min": _minutes("cooldown_min"),
    "surface": _one_of("surface", Surface),
    "form_flags": _form,
    "stopped_for_pain": _stopped,
    "kind": _one_of("kind", WorkoutKind),
    "title": _text("title"),
    "note": _text("note"),
}
_ANY_ID = "00000000-0000-0000-0000-000000000000"
