"""A report as Markdown: headings, tables and lists, to be pasted into a note or a mail.

Everything between the marks of Markdown is text: what somebody wrote never becomes a heading, a link or markup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from journal.report.lines import Line, Look, Section
from journal.report.sections import sections
from journal.report.weekly import Report

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&@$]")
_ADDRESS = re.compile(r"(?<=/)/|:(?=//)|(?<=\w)\.(?=[^\W\d])")
"""Where an address, also a bare one, would become a link by itself."""
_BLOCK = re.compile(r"\A(\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+=]))")
"""What would begin a list or a heading at the beginning of a line."""


def render(report: Report) -> str:
    """The whole report, ending in a line break."""
    return lay_out(sections(report))


def lay_out(told: Sequence[Section]) -> str:
    """Some sections one below the other, the first one their heading; it ends in a line break."""
    heading, *parts = told
    blocks = [f"# {escape(heading.title)}", *(escape(line.whole) for line in heading.lines)]
    for part in parts:
        blocks += _part(part)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text as text, in one line: nothing in it is markup or becomes a link."""
    return _BLOCK.sub(r"\1\\", _inline(text))


def _inline(text: str) -> str:
    """The same where no line begins, as in the cell of a table."""
    plain = _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
    return _ADDRESS.sub(r"\\\g<0>", plain)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True) -> str:
    """A table whose first column names its rows; with `numbers` the others stand to the right.

    Rows with fewer cells are filled up.
    """
    dashes = ["---", *["---:" if numbers else "---"] * (len(columns) - 1)]
    lines = [_row(map(_inline, columns)), _row(dashes)]
    for row in rows:
        cells = [*row, *[""] * (len(columns) - len(row))]
        lines.append(_row(map(_inline, cells)))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _part(part: Section) -> Iterator[str]:
    yield f"## {escape(part.title.capitalize())}"
    if part.aside:
        yield escape(part.aside)
    if part.rows:
        are_numbers = all(line.look is not Look.PROSE for line in part.rows)
        yield table(part.columns, (line.row for line in part.rows), numbers=are_numbers)
    for head, lines in part.groups:
        if head:
            yield f"### {escape(head)}"
        yield "\n".join(map(_item, lines))


def _item(line: Line) -> str:
    label = f"**{escape(line.label)}:** " if line.label else ""
    aside = f" {escape(line.aside)}" if line.aside else ""
    return f"- {label}{escape(line.text)}{aside}"
