"""What the importers of other programs' files share in reading: columns by name, cells, units asked for."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum

from journal.columns import clean_text
from journal.errors import Refused
from journal.exercises import Catalogue
from journal.interchange.not_told import NotTold, Question
from journal.interchange.rows import values
from journal.interchange.rows.sheet import Row
from journal.vocabulary import DistanceUnit, MassUnit

Tell = Callable[[int, int], None]
"""Takes how much of how much has been read; it may raise to end the reading."""


class DateOrder(StrEnum):
    """How dates such as 7/8/2024 are written."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def in_silence(done: int, of: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an importer cannot find in the file."""

    catalogue: Catalogue
    zone: tzinfo
    """Zone of times without an offset, which all of these files have."""
    weight_unit: MassUnit | None
    """Unit of weights that the file gives none for; None = not told."""
    distance_unit: DistanceUnit | None
    """Unit of distances that the file gives none for; None = not told."""
    today: date
    """Local date; rows of later days are problems."""
    file: str
    """The file's name, for sentences."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Fields of columns that only the user can name, by the file's name of the column."""
    date_order: DateOrder | None = None
    """How dates are written that can be read in two ways; None = not told."""
    tell: Tell = in_silence
    """Told now and then how far a long file has been read."""


class BadCell(Exception):
    """A cell that cannot be read: the field, and the reason with what would be accepted."""

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a file holds which field."""

    names: tuple[str, ...]
    """The columns as the file calls them, in order."""
    fields: tuple[str, ...]
    """The field of each column, "" for one that is not read."""
    units: Mapping[str, str]
    """Units that the names of the columns state, by field."""

    def name(self, field: str) -> str:
        """The file's name of the field's column; the field itself when the file has no such column."""
        return self.names[self.fields.index(field)] if field in self.fields else field


class Cells:
    """The cells of one row, by field."""

    __slots__ = ("_by_field", "layout", "line", "raw")

    def __init__(self, row: Row, layout: Layout) -> None:
        if len(row.cells) != len(layout.names):
            counts = f"the row has {len(row.cells)} cells and the header {len(layout.names)}"
            raise BadCell("", f"{counts}: it is cut, or a text with a delimiter in it is not quoted")
        self.line, self.layout, self.raw = row.line, layout, row.cells
        self._by_field = dict(zip(layout.fields, row.cells, strict=True))

    def text(self, field: str) -> str:
        """The cell without spaces around it; "" when it is empty or the file has no such column."""
        return self._by_field.get(field, "").strip()

    def words(self, field: str) -> str:
        """The same as the records will hold it: without control characters."""
        return clean_text(self._by_field.get(field, "")).strip()

    def name(self, field: str) -> str:
        """The same in one line, as a name is."""
        return " ".join(self.words(field).split())

    def number(self, field: str) -> float | None:
        """The number in the cell, None when it is empty."""
        cell = self._by_field.get(field)
        if not cell:
            return None
        try:
            return values.number(cell)
        except ValueError as error:
            raise BadCell(field, str(error)) from None

    def moment(self, field: str) -> values.Moment:
        """The date and time in the cell, which must not be empty."""
        try:
            return values.moment(self.text(field))
        except ValueError as error:
            raise BadCell(field, str(error)) from None

    def duration(self, field: str, *, plain_seconds: bool = False) -> int | None:
        """The duration in the cell in seconds, None when it is empty."""
        try:
            return values.duration(self.text(field), plain_seconds=plain_seconds)
        except ValueError as error:
            raise BadCell(field, str(error)) from None


@dataclass(slots=True)
class Measure:
    """The weights or the distances of one file, and the units that they come in."""

    what: str
    """weight or distance: the field, and the flag's name."""
    units: Mapping[str, tuple[str, float]]
    """Words for units -> the unit and its size in kg or km."""
    stated: str = ""
    """The unit that the column's name states."""
    given: str = ""
    """The unit that was given for numbers without one."""
    met: set[str] = field(default_factory=set)
    """Units that numbers came in."""
    given_used: bool = False
    """Whether a number needed the given unit."""
    without: str = ""
    """The first number that has no unit at all: "line 2: 80"."""

    def read(self, cells: Cells, field: str = "") -> float | None:
        """The kg or km of a row; None when it has none, zero, or one whose unit must still be asked for.

        `field` is the column's, when it is not called as the measure is.
        """
        amount = cells.number(field or self.what)
        if not amount:
            return None
        word = self.stated or cells.text(f"{self.what}_unit")
        if not word and not self.given:
            self.without = self.without or f"line {cells.line}: {cells.text(field or self.what)}"
            return None
        if word and word.casefold() not in self.units:
            raise BadCell(f"{self.what}_unit", f"it needs one of {', '.join(self._accepted())}")
        self.given_used |= not word
        unit, size = self.units[word.casefold() or self.given]
        self.met.add(unit)
        return amount * size

    def remark(self) -> str:
        """The sentence about a unit that was given and not needed; "" when it was needed, or none given."""
        if not self.given or self.given_used:
            return ""
        why = "the file states its units" if self.met else f"no row has a {self.what}"
        return f"--{self.what}-unit is not needed and was ignored: {why}"

    def question(self) -> Question | None:
        """What must be asked when numbers had no unit; None when none was without."""
        if not self.without:
            return None
        what = f"the unit of its {self.what}s ({self.without})"
        return Question(f"{self.what}-unit", what, tuple(self._accepted()[:2]))

    def _accepted(self) -> list[str]:
        return list(dict.fromkeys(unit for unit, _ in self.units.values()))


def measures(layout: Layout, options: Options) -> tuple[Measure, Measure]:
    """The weights and the distances of a file of that layout."""
    return (
        Measure("weight", values.WEIGHTS, layout.units.get("weight", ""), options.weight_unit or ""),
        Measure("distance", values.DISTANCES, layout.units.get("distance", ""), options.distance_unit or ""),
    )


def ask_for_units(measured: Sequence[Measure], file: str) -> None:
    """`NotTold` when a number had no unit: a guess would be wrong by a factor of two."""
    questions = {
        question.option: question for measure in reversed(measured) if (question := measure.question())
    }
    if questions:
        raise NotTold(file, list(reversed(questions.values())))


def lay_out(header: Sequence[str], known: Mapping[str, tuple[str, str]]) -> Layout:
    """Find the fields by the names of the columns; `known` has field and unit by name, see `plain`."""
    names = tuple(clean_text(name).strip() for name in header)
    found = [known.get(plain(name), ("", "")) for name in names]
    return Layout(names, tuple(field for field, _ in found), {field: unit for field, unit in found if unit})


def refuse_twins(layout: Layout, file: str) -> None:
    """`Refused` when two columns hold the same field: nothing says which of them is right."""
    for place, held in enumerate(layout.fields):
        first = layout.fields.index(held)
        if held and first != place:
            raise Refused(
                f"{file}: column {first + 1} ({layout.names[first]}) and column {place + 1} "
                f"({layout.names[place]}) are for the same; take one of them out"
            )


def plain(name: str) -> str:
    """The name of a column as it is looked up: lower case, one kind of apostrophe, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().replace("’", "'").split())
