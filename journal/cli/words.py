"""What the commands print of entries and flags, line by line."""

import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from journal.analysis.flags import Flag, Insufficient, Judgement, Today
from journal.analysis.questions import QUESTIONS, answer_line
from journal.interchange.json_document import as_json
from journal.records import Entry, Record, Session, Set, Workout
from journal.vocabulary import Act, Severity, Symptom

if TYPE_CHECKING:
    from journal.cli.options import Desk
    from journal.storage import Recorded

GLYPH = {Severity.URGENT: "‼", Severity.WARNING: "!", Severity.CAUTION: "▲", Severity.INFO: "·"}
"""A sign for each severity, so that colour alone never says it."""

_COLOUR = {
    Severity.URGENT: typer.colors.BRIGHT_RED,
    Severity.WARNING: typer.colors.YELLOW,
    Severity.CAUTION: typer.colors.CYAN,
    Severity.INFO: typer.colors.WHITE,
}
_ACT = {
    Act.NOW: "see a doctor now; in an emergency, your local emergency number",
    Act.TODAY: "see a doctor today",
    Act.THIS_WEEK: "see a doctor or physiotherapist this week",
}
_WIDTH = 88


def paint(text: str, severity: Severity) -> str:
    """The text in the severity's colour, on a terminal that wants colour."""
    import os

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return typer.style(text, fg=_COLOUR[severity], bold=severity is Severity.URGENT)


def flag_line(flag: Flag) -> str:
    """A flag in one line."""
    return f"{GLYPH[flag.severity]} {flag.severity.value}: {flag.message}"


def flag(flag: Flag) -> Iterator[str]:
    """A flag with its numbers, advice, document and what else it stands for."""
    head = f"{GLYPH[flag.severity]} {flag.severity.value.upper()}  {flag.rule}"
    subject = ", ".join(value.replace("-", " ") for key, value in flag.subject.items() if key != "workout")
    yield paint(head + (f" ({subject})" if subject else ""), flag.severity)
    until = f" until {flag.until:%Y-%m-%d %H:%M}" if flag.until else ""
    yield from _wrapped(flag.message)
    if flag.value is not None and flag.threshold is not None:
        unit = f" {flag.unit}" if flag.unit else ""
        line = f"{flag.threshold.op} {flag.threshold.value:g}{unit}"
        yield from _wrapped(f"Seen: {flag.value:g}{unit}; the line is {line}.")
    yield from _wrapped(flag.advice)
    if flag.act:
        yield from _wrapped(f"Act: {_ACT[flag.act]}.")
    yield from _wrapped(f"Since {flag.since:%Y-%m-%d %H:%M}{until}. Source: {'; '.join(flag.documents)}.")
    if flag.also:
        yield from _wrapped(f"Also: {', '.join(flag.also)}.")


def judgement(judgement: Judgement, *, nothing: str) -> Iterator[str]:
    """All flags, and what could not be judged."""
    if not judgement.flags:
        yield nothing
    for index, one in enumerate(judgement.flags):
        if index:
            yield ""
        yield from flag(one)
    yield from insufficient(judgement.insufficient)
    if judgement.flags:
        yield ""
        yield "Not a diagnosis."


def insufficient(items: Sequence[Insufficient]) -> Iterator[str]:
    """What could not be judged, and what is missing."""
    if items:
        yield ""
        yield "Not enough is recorded to judge:"
    for one in items:
        subject = " ".join(value.replace("-", " ") for key, value in one.subject.items() if key != "workout")
        yield f"  {one.rule}{f' ({subject})' if subject else ''}: missing {', '.join(one.missing)}"


def questions(symptoms: Sequence[Symptom]) -> Iterator[str]:
    """The red-flag questions, each with the lines that answer it."""
    if symptoms:
        yield ""
        yield "Please answer these (a missing answer is never taken for a no):"
    for symptom in symptoms:
        question = QUESTIONS.get(symptom, symptom.value)
        yield f"  {question}"
        yes = answer_line(symptom, present=True)
        yield f"      journal log {yes}   or   journal log {answer_line(symptom, present=False)}"


def recorded(entries: "Sequence[Recorded]", here: "Desk") -> Iterator[str]:
    """The acknowledgement: what was recorded, with its id."""
    from journal.entry import say

    writer = here.writer()
    for one in entries:
        record = one.record
        entry: Entry = Session(record, one.sets) if isinstance(record, Workout) else record
        joined = ", joined to the workout of before" if one.joined else ""
        yield f"Recorded {say(entry, writer)}{joined}  [{record.TABLE} {record.key}]"


def row_json(record: Record, sets: Sequence[Set] = ()) -> dict[str, Any]:
    """An entry: its table and the columns that are not empty; a workout with its sets."""
    row: dict[str, Any] = {"table": record.TABLE} | as_json(record)
    if isinstance(record, Workout):
        row["sets"] = [
            {key: value for key, value in as_json(each).items() if key != "workout_id"} for each in sets
        ]
    return row


def short(today: Today) -> str:
    """The day in one line of at most 80 columns."""
    urgent = sum(flag.severity is Severity.URGENT for flag in today.flags)
    other = len(today.flags) - urgent
    fluid = f"{today.fluid.ml} ml"
    if today.fluid.low_ml:
        fluid = f"{today.fluid.ml}/{today.fluid.low_ml} ml"
    parts = [today.headline, fluid]
    if urgent:
        parts.append(f"{urgent} urgent")
    if other:
        parts.append(f"{other} flag{'s' if other > 1 else ''}")
    line = " · ".join(parts)
    return line if len(line) <= 80 else line[:79] + "…"


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent="   ", subsequent_indent="   ")
