"""`journal rules`: the catalogue, or one rule in full."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from journal.cli import output
from journal.cli.options import Db, Quiet
from journal.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal.analysis.rulebook import Rule


class RulesFormat(StrEnum):
    """Formats of the catalogue."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def rules(
    identity: Annotated[str, typer.Argument(metavar="[ID]", help="One rule in full.")] = "",
    format: Annotated[RulesFormat, typer.Option("--format", help="How to print it.")] = RulesFormat.TEXT,  # noqa: A002
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Explain the rules: threshold, severity, source.

    All of them, or one in full by its ID, as flags name it.
    """
    from journal.analysis.engine import rulebook

    book = rulebook()
    if identity and identity not in book:
        raise Refused(_no_rule(identity, book))
    chosen = [book[identity]] if identity else list(book.values())
    if format is RulesFormat.JSON:
        document = chosen[0].as_json() if identity else {"rules": [one.as_json() for one in chosen]}
        output.document(document)
        return
    lines = _markdown(chosen) if format is RulesFormat.MARKDOWN else _text(chosen, whole=bool(identity))
    for line in lines:
        output.tell(line)


def _no_rule(identity: str, known: "Iterable[str]") -> str:
    from difflib import get_close_matches

    alike = get_close_matches(identity, known, n=3)
    meant = f"did you mean {' or '.join(alike)}?" if alike else "`journal rules` lists them"
    return f"{identity!r} is no rule; {meant}"


def _text(chosen: "Sequence[Rule]", *, whole: bool) -> "Iterator[str]":
    theme = ""
    for one in chosen:
        if whole:
            yield from _full(one)
            return
        if one.theme != theme:
            theme = one.theme
            yield f"\n{theme}"
        yield f"  {one.id} ({', '.join(one.severity)})"
        yield f"      {one.checks}: {one.threshold}"
    yield ""
    yield "One in full: journal rules ID.  None of this is a diagnosis."


def _full(one: "Rule") -> "Iterator[str]":
    yield one.id
    yield f"  Checks:    {one.checks}"
    yield f"  Fires:     {one.threshold}"
    yield f"  Severity:  {', '.join(one.severity)}"
    yield f"  Advice:    {one.advice}"
    for title in one.documents:
        yield f"  Source:    {title}"
    yield f"  Evidence:  {one.grade}"
    yield f"  Looks at:  the last {one.looks_back} days"
    for name, value in one.parameters.items():
        yield f"  Setting:   {name} = {value}"
    for name, meaning in one.details.items():
        yield f"  Detail:    {name}: {meaning}"
    yield "  Not a diagnosis."


def _markdown(chosen: "Sequence[Rule]") -> "Iterator[str]":
    theme = ""
    for one in chosen:
        if one.theme != theme:
            theme = one.theme
            yield f"\n## {theme}\n"
        yield f"### `{one.id}`\n"
        yield f"{one.checks}: {one.threshold}.\n"
        yield f"- Severity: {', '.join(one.severity)}"
        yield f"- Evidence: {one.grade}"
        for title in one.documents:
            yield f"- Source: {title}"
        for name, value in one.parameters.items():
            yield f"- Setting: `{name}` = {value}"
        yield f"\n> {one.advice}\n"
