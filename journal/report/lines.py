"""What the words of the report are made of: sections of lines, as plain values that a screen may know."""

from dataclasses import dataclass
from enum import Enum, auto

from journal.analysis.flags import Flag


class Look(Enum):
    """What a line is, so that a renderer knows how to show it."""

    PROSE = auto()
    """A sentence, to be wrapped."""
    HEAD = auto()
    """Stands over the lines that follow it."""
    COLUMNS = auto()
    """The names of a table's columns.  Rows of a table are as wide as they are, and are never wrapped."""
    ROW = auto()
    PRESENT = auto()
    """The row of the week itself, below the weeks before it."""
    SCORES = auto()
    """A row of pain scores."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `label: text aside`, `indent` columns from the left.

    The cells of a table's row begin at column `cells` of its text.  `row` are the same cells one by one, the name
    of the row first; a row with fewer cells than its table has columns has nothing to say in the others.
    `flag` is the flag that the line tells.
    """

    text: str
    look: Look = Look.PROSE
    indent: int = 2
    label: str = ""
    aside: str = ""
    cells: int = 0
    flag: Flag | None = None
    row: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All of it, not indented."""
        told = f"{self.label}: {self.text}" if self.label else self.text
        return f"{told} {self.aside}" if self.aside else told


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under its title; `aside` explains the title, in brackets.

    `columns` are the names of the columns of its table, when some of its lines are rows of one.
    """

    title: str
    lines: tuple[Line, ...]
    aside: str = ""
    columns: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Line, ...]:
        """The lines that are rows of its table."""
        return tuple(line for line in self.lines if line.row)

    @property
    def prose(self) -> tuple[Line, ...]:
        """The other lines, without the names of the columns."""
        return tuple(line for line in self.lines if not line.row and line.look is not Look.COLUMNS)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The prose under the lines that stand over it, "" where none does; none is empty."""
        found: list[tuple[str, list[Line]]] = [("", [])]
        for line in self.prose:
            if line.look is Look.HEAD:
                found.append((line.text.rstrip(":"), []))
            else:
                found[-1][1].append(line)
        return tuple((head, tuple(lines)) for head, lines in found if lines)
