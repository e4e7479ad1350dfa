"""The day's page of `journal today`: its entries, fluid, flags and what to leave out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from journal.analysis.answers.leaving_out import beside, leave_out_words
from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.flags import Flag, Today
from journal.cli import flag_words, words
from journal.records import (
    Care,
    CheckIn,
    Drink,
    Entry,
    Pain,
    Record,
    Session,
    SymptomEntry,
    Urine,
    checkin_at,
)
from journal.vocabulary import ENDURANCE_KINDS

if TYPE_CHECKING:
    from journal.cli.options import Desk

_BAR = 30


def entries(here: "Desk", moment: datetime) -> list[tuple[datetime, Entry]]:
    """What was written of the local day of `moment`, up to then, in time order."""
    day = moment.date()
    found: list[tuple[datetime, Entry]] = [
        (session.workout.started_at, session) for session in here.sessions(since=day, until=day)
    ]
    kinds: tuple[type[Record], ...] = (Pain, SymptomEntry, Drink, Urine, Care)
    for kind in kinds:
        found += [
            (record.instant, record)
            for record in here.rows(kind, since=day, until=day)
            if record.instant is not None
        ]
    found += [(checkin_at(one, here.zone), one) for one in here.rows(CheckIn, since=day, until=day)]
    return sorted((one for one in found if one[0] <= moment), key=lambda one: one[0])


def as_json(made: Today, found: Sequence[tuple[datetime, Entry]]) -> dict[str, Any]:
    """The document of `journal today --format json`."""
    return {
        "as_of": made.as_of.isoformat(),
        "date": made.day.isoformat(),
        "headline": made.headline,
        "entries": [_entry_json(entry) for _, entry in found],
        "fluid": made.fluid.as_json(),
        "flags": [flag.as_json() for flag in made.flags],
        "leave_out": [one.as_json() for one in made.leave_out],
        "nothing_against": [one.slug for one in made.nothing_against],
        "relief": [
            {
                "exercise": one.slug,
                "hold_s": None if one.hold_s is None else list(one.hold_s),
                "words": one.words,
            }
            for one in made.relief
        ],
        "questions": [question.value for question in made.questions],
        "insufficient": [one.as_json() for one in made.insufficient],
        "notes": list(made.notes),
        "folded": made.folded,
        "marked": made.marked,
    }


def page(made: Today, found: Sequence[tuple[datetime, Entry]], here: "Desk") -> Iterator[str]:
    """The day as text."""
    from journal.entry import say

    yield f"Today, {made.day:%A %d %B %Y}"
    yield made.said
    yield ""
    writer = here.writer()
    for when, entry in found:
        said = f"{_clock(when, entry)}  {say(entry, writer)}{_whole(entry)}"
        yield from flag_words.wrapped(said, indent=2, hang=9)
    if not found:
        yield "  Nothing yet.  Try: journal log pain lower back left 4 dull"
    yield ""
    yield _fluid(made)
    yield from _leave_out(made)
    for line in beside(made):
        yield from flag_words.wrapped(line, hang=2)
    yield from _flags(made.flags, made.folded)
    if made.marked:
        yield f"+{made.marked} acknowledged or snoozed: journal flags"
    if made.questions:
        yield ""
        yield "Not answered yet:"
    for question in made.questions:
        yield f"  {QUESTIONS.get(question, question.value)}"
        yield f"    journal log symptom {question.value} yes|no"
    # What is asked above is not said twice.
    asked = [one for one in made.insufficient if not made.questions or "symptom" not in one.subject]
    yield from flag_words.insufficient(asked)


def _whole(entry: Entry) -> str:
    """Time and effort of a strength workout as a whole; the words of its sets do not hold them."""
    if not isinstance(entry, Session) or entry.workout.kind in ENDURANCE_KINDS or not entry.sets:
        return ""
    workout = entry.workout
    minutes = "" if workout.duration_min is None else f"{workout.duration_min:g} min"
    effort = "" if workout.session_rpe is None else f"RPE {workout.session_rpe:g}"
    told = ", ".join(filter(None, (minutes, effort)))
    return f" ({told})" if told else ""


def _entry_json(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, Session):
        return words.row_json(entry.workout, entry.sets)
    return words.row_json(entry) if isinstance(entry, Record) else {}


def _clock(when: datetime, entry: Entry) -> str:
    record = entry.workout if isinstance(entry, Session) else entry
    if isinstance(record, CheckIn) and record.at is None:
        return "  -  "
    return "  -  " if getattr(record, "time_known", None) is False else f"{when:%H:%M}"


def _fluid(made: Today) -> str:
    fluid = made.fluid
    if fluid.low_ml is None or fluid.high_ml is None:
        return f"Fluid: {fluid.ml:,} ml (no range: there is no body weight of the last 30 days)"
    filled = min(_BAR, round(fluid.ml / fluid.low_ml * _BAR))
    return f"Fluid: {fluid.ml:,} ml of {fluid.low_ml:,} to {fluid.high_ml:,}  {'█' * filled}{'░' * (_BAR - filled)}"


def _leave_out(made: Today) -> Iterator[str]:
    if made.leave_out:
        yield "Leave out today:"
    for one in made.leave_out:
        yield from flag_words.wrapped(f"{leave_out_words(one)} ({', '.join(one.because)})", indent=2, hang=4)


def _flags(flags: Sequence[Flag], folded: int) -> Iterator[str]:
    for flag in flags:
        yield ""
        yield from flag_words.briefly(flag)
    more = f"+{folded} tip{'s' if folded > 1 else ''}; in full" if folded else "In full"
    if flags:
        yield ""
        yield f"{more}, with numbers and sources: journal flags"
        yield "Not a diagnosis."
