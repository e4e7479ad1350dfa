"""What reading a file gives: the records it holds, what was left out, and what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from journal.columns import one_line
from journal.errors import Refused
from journal.interchange.own.cells import shown
from journal.records import BY_TABLE, Record

_SHOWN = 60
"""Characters of a value that a sentence repeats."""


class Alike(NamedTuple):
    """What rows with reasons of their own have in common, so that one sentence can count them."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was understood and is no record, such as a rest timer."""

    line: int
    """Line of the file on which the row starts, from 1."""
    reason: str
    """Why it is no record: "rest timer, not a set"."""
    file: str = ""
    """Name of the file, when more than one was read."""
    alike: Alike | None = None
    """What it is counted as, with others of other reasons; None = by its reason."""
    came_in: bool = False
    """Whether it came in all the same, as something that has no sets."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A place of a file that could not be read; nothing is written while there is one."""

    line: int
    """Line of the file on which the row starts, from 1; 0 when the place is not a line."""
    column: str
    """Name of the column as the file has it, or the path in a JSON document: `tables.pain[3].score`."""
    value: str
    """What stood there."""
    reason: str
    """What is wrong with it and what would be accepted, without a full stop."""
    file: str = ""
    """Name of the file, when it is known."""

    @property
    def sentence(self) -> str:
        """The problem for a person: "pain.csv, line 3, score: '11'; it needs a whole number ..."."""
        place = [one_line(self.file), f"line {self.line}" if self.line else "", one_line(self.column)]
        shown = self.value if len(self.value) <= _SHOWN else self.value[: _SHOWN - 3] + "..."
        where = ", ".join(part for part in place if part)
        what = f"{shown!r}; {self.reason}" if shown else self.reason
        return f"{where}: {what}" if where else what


class Place(NamedTuple):
    """Where a row stands: a line of a file, or a path in a document."""

    file: str
    line: int = 0
    path: str = ""

    def problem(self, column: str, value: object, why: str) -> Problem:
        """A problem with one column of the row, or with the row itself when `column` is empty."""
        full = ".".join(part for part in (self.path, column) if part)
        return Problem(
            line=self.line,
            column=sayable(full),
            value=sayable(shown(value)),
            reason=why,
            file=sayable(self.file),
        )

    def __str__(self) -> str:
        return self.path or f"line {self.line} of {self.file}"


MOST_PROBLEMS = 50_000
"""With more, the file is not what it seems, and a list of them would fill the memory."""


def refuse_too_many(problems: Sequence[Problem], most: int = MOST_PROBLEMS) -> None:
    """`Refused` when more than so many places could not be read."""
    if len(problems) > most:
        raise Refused(
            f"{problems[0].sentence}; it is the first of more than {most:,} places that cannot be read, "
            "and at most so many are told"
        )


@dataclass(slots=True)
class Imported:
    """Everything that one file, or one folder of the journal's own files, gave."""

    source: str
    """Name of the format: journal, strong, hevy, ..."""
    looks_like: str = ""
    """What it was recognised as, for people; "" = its format was named, or is the journal's own."""
    records: list[Record] = field(default_factory=list)
    """Each after those it refers to; made only of rows without a problem."""
    rows: int = 0
    """Rows read, header lines and empty lines not counted."""
    skipped: list[Skipped] = field(default_factory=list)
    """Rows that are no record, in the order of the file."""
    problems: list[Problem] = field(default_factory=list)
    """Places that could not be read, in the order of the file."""
    units: dict[str, str] = field(default_factory=dict)
    """Units that the numbers were read in: weight kg or lb, distance km or mi."""
    new_exercises: list[str] = field(default_factory=list)
    """Names, as the file has them, that became the user's own exercises."""
    notes: list[str] = field(default_factory=list)
    """Other things that the user should know, one sentence each."""
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """Where the records were read, by table and key; an exercise that was made of a name stands nowhere."""

    def problem(self, table: str, key: str, why: str) -> Problem:
        """A problem with a record as a whole, such as one that the journal has with other content."""
        place, columns = self.places.get((table, key), Place("")), "/".join(BY_TABLE[table].KEY)
        is_told = place.path or place.file == f"{table}.csv"
        return place.problem(columns if is_told else f"{table}.{columns}", key, why)


def sayable(text: str) -> str:
    """The text without halves of characters, which JSON can hold and no output can."""
    return text.encode("utf-8", "backslashreplace").decode()
