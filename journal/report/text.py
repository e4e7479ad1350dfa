"""The weekly report as plain text, at most 88 columns wide."""

import textwrap
from collections.abc import Iterator

from journal.report.lines import Line, Look, Section
from journal.report.sections import sections
from journal.report.weekly import Report

_WIDTH = 88


def render(report: Report) -> str:
    """The whole report, ending in a line break."""
    return "\n\n".join("\n".join(_laid_out(section)) for section in sections(report)) + "\n"


def _laid_out(section: Section) -> Iterator[str]:
    yield " ".join(filter(None, (section.title, section.aside)))
    for line in section.lines:
        yield from _wrapped(line) if line.look is Look.PROSE else [f"{' ' * line.indent}{line.whole}"]


def _wrapped(line: Line) -> list[str]:
    first = " " * line.indent
    return textwrap.wrap(line.whole, _WIDTH, initial_indent=first, subsequent_indent=f"{first}  ")
