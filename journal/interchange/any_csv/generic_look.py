"""The columns of a file as somebody is shown them who may say what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journal.columns import clean_text
from journal.errors import Refused
from journal.interchange.any_csv.generic_columns import columns_of, word_of
from journal.interchange.any_csv.generic_meanings import WORDS, key
from journal.interchange.disk import head
from journal.interchange.rows.sheet import read_sheet

_OTHER = (b"PK", b"SQLite format", b"<", b"{", b"[")
"""How files begin that are no tables."""
_MOST = 60
"""Columns that are shown: who has more of them has another program for it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its name, the word of what it is read as ("" = it is not read), and a value of it."""

    name: str
    word: str
    sample: str


def look(file: Path, told: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns that have a name of their own; none for a file that is no table.

    `told` holds words of `MEANINGS` by names of columns, as `--map` does.
    """
    beginning = head(file)
    sheet = read_sheet(beginning)
    if beginning.lstrip().startswith(_OTHER) or len(sheet.rows) < 2 or len(sheet.rows[0].cells) < 2:
        return ()
    first, *rows = sheet.rows
    names = [" ".join(clean_text(name).split()) for name in first.cells]
    try:
        layout = columns_of(first.cells, rows, told, file.name)
        words = [word_of(layout, place) for place in range(len(names))]
    except Refused:
        # Names that stand twice: what was told is shown all the same.
        words = [told.get(name, "") for name in names]
    return tuple(
        Column(name, words[place], _sample([row.cells[place] for row in rows if len(row.cells) > place]))
        for place, name in enumerate(names)
        if name and names.count(name) == 1
    )[:_MOST]


def _sample(cells: list[str]) -> str:
    return next((cell.strip() for cell in cells if cell.strip()), "")


def also_told(told: Mapping[str, str], column: str, word: str) -> dict[str, str]:
    """What is told of columns once one more is: of several that would hold the same, only the newest is."""
    field = WORDS[key(word)].field
    others = {
        name: said
        for name, said in told.items()
        if name != column and (not field or WORDS[key(said)].field != field)
    }
    return {**others, column: word}
