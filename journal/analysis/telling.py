"""How a message names the records behind a flag."""

from collections.abc import Sequence
from typing import Protocol

from journal.analysis.flags import Evidence
from journal.analysis.instants import says, says_day
from journal.analysis.rows import PainRow, SymptomRow
from journal.place_names import spoken
from journal.vocabulary import Side, Symptom, display

TIME_OF = "the time of "
"""How it begins when what is lacking is a time of day."""
TIME_OF_ENTRY = f"{TIME_OF}the pain entry"
TIME_OF_WORKOUT = f"{TIME_OF}the workout"


class Dated(Protocol):
    """A record of an instant, whose time of day may not be known."""

    @property
    def ts(self) -> int:
        """Seconds since 1970 UTC."""

    @property
    def offset(self) -> int:
        """The writer's clock, in seconds east of UTC."""

    @property
    def day(self) -> int:
        """The ordinal of the local date."""

    @property
    def time_known(self) -> bool:
        """Whether the time of day was told."""


def says_when(one: Dated) -> str:
    """`Thu 19 Nov, 18:00`; `Thu 19 Nov` where the time of day is not known."""
    return says(one.ts, one.offset) if one.time_known else says_day(one.day)


def says_start(start: int, first: Dated) -> str:
    """The same of a pain that began at an instant: its first entry, or what that entry told as its onset."""
    return says(start, first.offset) if start < first.ts else says_when(first)


def tell_pain(entry: PainRow) -> str:
    """`right lower back: 5 of 10 (Thu 19 Nov, 18:00)`."""
    return f"{spoken(entry.region, entry.side)}: {entry.score} of 10 ({says_when(entry)})"


def tell_sign(row: SymptomRow) -> str:
    """`leg weakness, left (Thu 19 Nov, 18:00)`."""
    side = f", {display(Side(row.side))}" if row.side else ""
    return f"{display(Symptom(row.symptom))}{side} ({says(row.ts, row.offset)})"


def in_a_row(words: Sequence[str]) -> str:
    """`one, two and three`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def dates(days: Sequence[int]) -> str:
    """Ordinals of dates: `Mon 2 Nov, Wed 4 Nov and Fri 6 Nov`."""
    return in_a_row([says_day(day) for day in days])


def sentence(text: str) -> str:
    """The text as a sentence: its first letter a capital, a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."


def evidence_of(*records: PainRow | SymptomRow) -> tuple[Evidence, ...]:
    """The records as evidence, each once, in the order given."""
    named = (Evidence("pain" if isinstance(row, PainRow) else "symptoms", row.id) for row in records)
    return tuple(dict.fromkeys(named))


def latest(*records: PainRow | SymptomRow) -> PainRow | SymptomRow:
    """The record that came last: the one that makes it true."""
    return max(records, key=lambda row: row.ts)
