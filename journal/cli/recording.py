"""What `journal log` does: understand, write, acknowledge, and only then judge.

Nothing here loads the command framework or the analysis before the entry is acknowledged.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.cli import moments, output, words
from journal.cli.desk import Desk, desk
from journal.errors import CouldNot, Refused
from journal.records import Entry, Session, SessionDetails

if TYPE_CHECKING:
    from datetime import datetime

    from journal.analysis.engine import Parameters
    from journal.analysis.flags import Flag
    from journal.entry import Understood
    from journal.storage import Recorded
    from journal.vocabulary import Symptom

    Consequences = tuple[tuple[Symptom, ...], tuple[Flag, ...]]


def log(
    text: Sequence[str],
    *,
    at: str = "",
    format: str = "text",  # noqa: A002 - the option's name
    db: str = "",
    quiet: bool = False,
) -> None:
    """Record the entries of a call, all or none, and print what they are and what they call for."""
    with desk(db) as here:
        lines = words.lines_of(text)
        understood = _understand(lines, at, here)
        recorded = here.made().record([one.entry for one in understood], now=here.now)
        try:
            if format == "json":
                _in_json(recorded, lines, here)
            else:
                _in_text(understood, recorded, lines, here, quiet=quiet)
        except CouldNot as error:
            # Whoever reads only the error must not log it again.
            raise CouldNot(f"it is recorded, but not all could be said of it: {error}") from error


def _understand(lines: Sequence[str], at: str, here: Desk) -> "list[Understood]":
    from dataclasses import replace

    from journal.entry import parse

    if not lines:
        raise Refused("there is nothing to log; write it such as: journal log pain lower back left 4 dull")
    writer = here.writer()
    if not at:
        return [one for line in lines for one in parse(line, writer)]
    moment = moments.at(at, writer)
    writer = replace(writer, zone=moments.zone_of(moment.at, here.zone))
    understood = [one for line in lines for one in parse(line, writer, at=moment.at, at_known=moment.known)]
    late = max((when for one in understood if (when := _when(one.entry))), default=moment.at)
    if moment.known and late > moment.at:
        raise Refused(f"{late:%Y-%m-%d %H:%M} is in the future, seen from --at {moment.at:%Y-%m-%d %H:%M}")
    return understood


def _when(entry: Entry) -> "datetime | None":
    """The instant that an entry was written for."""
    if isinstance(entry, Session):
        return entry.workout.started_at
    return entry.at if isinstance(entry, SessionDetails) else entry.instant


def _in_text(
    understood: "Sequence[Understood]",
    recorded: "Sequence[Recorded]",
    lines: Sequence[str],
    here: Desk,
    *,
    quiet: bool,
) -> None:
    if not quiet:
        # The acknowledgement is out before anything else is computed: the entry is safe.
        for one, done in zip(understood, recorded, strict=True):
            output.tell(words.acknowledged(one, done))
    _remember(lines, here)
    questions, flags = _consequences(recorded, here)
    from journal.cli import flag_words

    if quiet:
        for flag in flags:
            if flag.is_urgent:
                # Urgent is never hidden; standard output stays what was asked for.
                output.remark(flag_words.line(flag))
        return
    for line in flag_words.questions(questions):
        output.tell(line)
    for flag in flags:
        output.tell()
        for line in flag_words.told(flag):
            output.tell(line)


def _in_json(recorded: "Sequence[Recorded]", lines: Sequence[str], here: Desk) -> None:
    """One document, but its first part goes out when the entries are safe, before anything is judged."""
    rows = [words.row_json(one.record, one.sets) for one in recorded]
    output.tell(output.encoded({"recorded": rows})[:-1], end=", ")
    _remember(lines, here)
    questions, flags = _consequences(recorded, here)
    rest = {
        "questions": [question.value for question in questions],
        "flags": [flag.as_json() for flag in flags],
    }
    output.tell(output.encoded(rest)[1:])


def _remember(lines: Sequence[str], here: Desk) -> None:
    """Keep the lines for the entry bar of the terminal UI; the entries are safe and acknowledged before."""
    for line in lines:
        here.store.remember(line)


def _consequences(recorded: "Sequence[Recorded]", here: Desk) -> "Consequences":
    from journal.analysis.answers.consequences import consequences

    records = [one.record for one in recorded]
    sets = [one for entry in recorded for one in entry.sets]
    return consequences(here.read, [*records, *sets], here.now, parameters=_parameters(here))


def _parameters(here: Desk) -> "Parameters":
    """The writer's own thresholds; where they are wrong that is said, and the program's own stand for them.

    A slip of the pen in the settings must not keep a red flag from being told.
    """
    try:
        return here.parameters()
    except Refused as error:
        output.remark(f"{error}. It is recorded, and judged by the program's own thresholds.")
        return {}
