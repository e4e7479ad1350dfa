"""The columns of a file that no program is known for, as rows of which each can be said to hold something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from journal.columns import one_line
from journal.interchange.any_csv.generic_look import Column
from journal.tui.widgets.act_list import Row
from journal.tui.widgets.hanging import Hanging

_LABEL = 13
_SAMPLE = 30
"""Characters of a value that is shown beside its column."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Say what the column of that name holds."""

    column: str


def unread_told(name: str, lacks: str, columns: Sequence[Column], key: str) -> Iterator[Row]:
    """A file that cannot be read before more of its columns are known; `key` chooses one."""
    yield Row(Content.assemble((one_line(name), "bold"), f" has {one_line(lacks)}."))
    yield Row(
        Content.styled(
            f"What does each column hold?  The date, and what is to be recorded; {key} says it.", "$quiet"
        )
    )
    yield Row(Content(""))
    yield from columns_told(columns)


def columns_told(columns: Sequence[Column]) -> Iterator[Row]:
    """Each column with what it is read as, and one of its values."""
    for one in columns:
        known = f"  is {one.word}" if one.word else "  is not read"
        sample = one_line(one.sample)
        shown = sample if len(sample) <= _SAMPLE else f"{sample[: _SAMPLE - 1]}…"
        words = Content.assemble(
            (one_line(one.name), "bold"),
            known if one.word else (known, "$quiet"),
            (f"  such as {shown}" if shown else "", "$quiet"),
        )
        yield Row(Hanging(Content.styled("column", "$quiet"), words, _LABEL), Hold(one.name))
