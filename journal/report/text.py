"""The weekly report as plain text, at most 88 columns wide."""

import textwrap
from collections.abc import Iterator, Sequence

from journal.report.lines import Line, Look, Section
from journal.report.sections import sections
from journal.report.weekly import Report

_WIDTH = 88


def render(report: Report) -> str:
    """The whole report, ending in a line break."""
    return lay_out(sections(report))


def lay_out(told: Sequence[Section], width: int = _WIDTH) -> str:
    """Some sections one below the other, sentences wrapped at `width` columns, ending in a line break."""
    return "\n\n".join("\n".join(_laid_out(section, width)) for section in told) + "\n"


def _laid_out(section: Section, width: int) -> Iterator[str]:
    yield from textwrap.wrap(
        " ".join(filter(None, (section.title, section.aside))),
        width,
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    for line in section.lines:
        yield from _wrapped(line, width) if line.look is Look.PROSE else [f"{' ' * line.indent}{line.whole}"]


def _wrapped(line: Line, width: int) -> list[str]:
    first = " " * line.indent
    # The name of a rule stays in one piece: somebody may look it up.
    return textwrap.wrap(
        line.whole, width, initial_indent=first, subsequent_indent=f"{first}  ", break_on_hyphens=False
    )
