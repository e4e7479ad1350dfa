"""Flags and red-flag questions as the commands print them, line by line."""

import os
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from journal.analysis.answers.questions import QUESTIONS, answer_line
from journal.analysis.flags import Flag, Insufficient, Judgement, Mark, Today, in_words
from journal.analysis.subjects import about
from journal.cli.output import WIDTH
from journal.vocabulary import Act, Severity, Symptom

GLYPH = {Severity.URGENT: "‼", Severity.WARNING: "!", Severity.CAUTION: "▲", Severity.INFO: "·"}
"""A sign for each severity, so that colour alone never says it."""

_COLOUR = {Severity.URGENT: "1;91", Severity.WARNING: "33", Severity.CAUTION: "36", Severity.INFO: "37"}
"""Colours as a terminal knows them."""

_ACT = {
    Act.NOW: "see a doctor now; in an emergency, your local emergency number",
    Act.TODAY: "see a doctor today",
    Act.THIS_WEEK: "see a doctor or physiotherapist this week",
}
_SHORT = 80
"""Columns of the line for a status bar."""


def paint(text: str, severity: Severity) -> str:
    """The text in the severity's colour, on a terminal that wants colour."""
    # Windows' own console shows the codes themselves unless it is told not to.
    wanted = not os.environ.get("NO_COLOR") and sys.platform != "win32"
    if not wanted or sys.stdout is None or not sys.stdout.isatty():
        return text
    return f"\x1b[{_COLOUR[severity]}m{text}\x1b[0m"


def line(flag: Flag) -> str:
    """A flag in one line, however long."""
    return f"{GLYPH[flag.severity]} {flag.severity.value}: {flag.message}"


def wrapped(text: str, *, indent: int = 0, hang: int = 0) -> list[str]:
    """The text in lines that fit a terminal, the first indented by `indent` and the others by `hang`.

    Nothing is broken at a hyphen: ids and lines to type stay whole.
    """
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * hang,
        break_on_hyphens=False,
        break_long_words=False,
    )


def told(flag: Flag) -> Iterator[str]:
    """A flag with its numbers, advice, document and what else it stands for."""
    head = f"{GLYPH[flag.severity]} {flag.severity.value.upper()}  {flag.rule}"
    subject = about(flag.subject)
    yield paint(head + (f" ({subject})" if subject else ""), flag.severity)
    until = f" until {flag.until:%Y-%m-%d %H:%M}" if flag.until else ""
    until += f", {flag.details['ended']}" if "ended" in flag.details else ""
    yield from _beneath(flag.message)
    if flag.value is not None and flag.threshold is not None:
        limit = f"{flag.threshold.op} {in_words(flag.threshold.value, flag.unit)}"
        yield from _beneath(f"Seen: {in_words(flag.value, flag.unit)}; the line is {limit}.")
    yield from _beneath(flag.advice)
    if "avoid" in flag.details:
        yield from _beneath(f"Not flagged when you {flag.details['avoid']} (tried).")
    if flag.act and _asks_for_doctor(flag):
        yield from _beneath(f"Act: {_ACT[flag.act]}.")
    yield from wrapped(
        f"Since {flag.since:%Y-%m-%d %H:%M}{until}. Source: {'; '.join(flag.documents)}.", indent=3, hang=3
    )
    if flag.also:
        yield from _beneath(f"Also: {', '.join(flag.also)}.")
    if flag.mark:
        yield from _beneath(_mark(flag.mark))


def briefly(flag: Flag) -> Iterator[str]:
    """A flag as the day tells it: what was seen and what to do; `told` has the rest."""
    yield from wrapped(line(flag), hang=2)
    yield from wrapped(flag.advice, indent=2, hang=2)
    if flag.act and _asks_for_doctor(flag):
        yield from wrapped(f"Act: {_ACT[flag.act]}.", indent=2, hang=2)


def _asks_for_doctor(flag: Flag) -> bool:
    """Whether how soon to act is about a doctor: a long run asks for less of it, not for a doctor."""
    from journal.analysis.engine import rulebook

    return flag.is_urgent or rulebook()[flag.rule].is_about_pain


def _mark(mark: Mark) -> str:
    done = f"Snoozed until {mark.until:%Y-%m-%d %H:%M}" if mark.until else "Acknowledged"
    return f"{done} ({mark.at:%Y-%m-%d %H:%M}): {mark.reason}"


def judgement(judgement: Judgement, *, nothing: str) -> Iterator[str]:
    """All flags, and what could not be judged."""
    if not judgement.flags:
        yield nothing
    for index, one in enumerate(judgement.flags):
        if index:
            yield ""
        yield from told(one)
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
        subject = about(one.subject)
        text = f"{one.rule}{f' ({subject})' if subject else ''}: missing {', '.join(one.missing)}"
        yield from wrapped(text, indent=2, hang=4)


def questions(symptoms: Sequence[Symptom]) -> Iterator[str]:
    """The red-flag questions, each with the lines that answer it."""
    if symptoms:
        yield ""
        yield "Please answer these (a missing answer is never taken for a no):"
    for symptom in symptoms:
        yield f"  {QUESTIONS.get(symptom, symptom.value)}"
        yes = answer_line(symptom, present=True)
        yield f"    journal log {yes}   or   journal log {answer_line(symptom, present=False)}"
    if len(symptoms) > 1:
        noes = "; ".join(answer_line(symptom, present=False) for symptom in symptoms)
        yield "  No to all of them:"
        yield f'    journal log "{noes}"'


def short(today: Today) -> str:
    """The day in one line of at most 80 columns: what is counted stays whole, the headline is cut."""
    urgent = sum(flag.is_urgent for flag in today.flags)
    other = len(today.flags) - urgent
    fluid = (
        f"{today.fluid.ml:,}/{today.fluid.low_ml:,} ml" if today.fluid.low_ml else f"{today.fluid.ml:,} ml"
    )
    counts = [fluid]
    if urgent:
        counts.append(f"{urgent} urgent")
    if other:
        counts.append(f"{other} flag{'s' if other > 1 else ''}")
    rest = "".join(f" · {one}" for one in counts)
    return _cut(today.said, _SHORT - _columns(rest)) + rest


def _cut(text: str, columns: int) -> str:
    """The text in at most that many columns of a terminal."""
    if _columns(text) <= columns:
        return text
    while text and _columns(text) > columns - 1:
        text = text[:-1]
    return f"{text.rstrip(' ,;')}…"


def _columns(text: str) -> int:
    """How wide a terminal shows it: ideographs take two columns, combining marks none."""
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 0 if unicodedata.combining(letter) else 1
        for letter in text
    )


def _beneath(text: str) -> list[str]:
    return wrapped(text, indent=3, hang=3)
