"""What a line of quick entry means on the day that is shown: for the entry bar, on every key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from journal import clock
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.records import Entry
    from journal.storage import Store

LIVE_LIMIT = 1000
"""Characters up to which a line is read on every key; a longer one is read when Enter is pressed."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A line as the program would say it back, entry by entry; or the sentence that says why not.

    `words` of a line that is refused are those of the entries before the fault.  `begun`: the doubt is
    about the last word, which may still be being typed.
    """

    words: tuple[str, ...] = ()
    entries: "tuple[Entry, ...]" = ()
    problem: str = ""
    begun: bool = False


def understand(line: str, writer: "Writer", day: date) -> Understanding:
    """Read a line that is meant for `day`: a day that is past stands for now, at noon with the time not known."""
    from journal.entry import NotUnderstood, parse

    past = day != writer.now.date()
    noon = clock.in_offset(datetime.combine(day, time(12)), writer.zone) if past else None
    try:
        understood = parse(line, writer, at=noon, at_known=not past)
    except NotUnderstood as error:
        begun = error.end >= len(line.rstrip())
        before = tuple(one.words for one in error.understood)
        return Understanding(words=before, problem=error.sentence, begun=begun)
    except Refused as error:
        return Understanding(problem=str(error))
    return Understanding(
        words=tuple(one.words for one in understood), entries=tuple(one.entry for one in understood)
    )


def completions(line: str, writer: "Writer", recent: Sequence[str] = ()) -> tuple[str, ...]:
    """Whole lines that the line could become, best first."""
    from journal.entry import complete

    if not line.strip() or len(line) > LIVE_LIMIT:
        return ()
    return tuple(complete(line, writer, recent))


def read_first(_: "Store", writer: "Writer") -> None:
    """Read a line of which no word is known: all that this needs is loaded by then, and no key waits for it."""
    understand("nothing like it", writer, writer.now.date())
    completions("nothing like it", writer)


def spelled(entries: "Sequence[Entry]", writer: "Writer") -> str:
    """The line that an entry is edited as; `Refused` when quick entry has no words for it.

    What no line can say (a title, the note of a set, line breaks, weighings around a workout) is left out;
    editing keeps it.
    """
    from journal.entry import spell

    return "; ".join(spell(_sayable(entry), writer) for entry in entries)


def _sayable(entry: "Entry") -> "Entry":
    from journal.records import Care, CheckIn, Drink, Pain, Session, SymptomEntry, Urine

    if isinstance(entry, Session):
        workout = entry.workout.but(
            title="", note=_one_row(entry.workout.note), weight_before_kg=None, weight_after_kg=None
        )
        return Session(workout, tuple(one.but(note="") for one in entry.sets))
    if isinstance(entry, Pain | SymptomEntry | Drink | Urine | Care | CheckIn):
        return entry.but(note=_one_row(entry.note))
    return entry


def _one_row(note: str) -> str:
    return " ".join(note.split())
