"""`journal rules`: the catalogue, or one rule in full."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from journal import config
from journal.cli import output
from journal.cli.flag_words import wrapped
from journal.cli.options import Db, Quiet
from journal.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.analysis.rulebook import Rule


_GRADES = {
    "●●●": "good evidence",
    "●●": "some evidence",
    "●": "weak evidence or expert opinion",
    "○": "the document's claim only",
}


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
        raise Refused(no_rule(identity, book))
    chosen = [book[identity]] if identity else list(book.values())
    if format is RulesFormat.JSON:
        document = chosen[0].as_json() if identity else {"rules": [one.as_json() for one in chosen]}
        output.document(document)
        return
    if format is RulesFormat.MARKDOWN:
        lines = _markdown(chosen) if identity else _page(chosen)
    else:
        lines = _full(chosen[0], _own(identity)) if identity else _text(chosen)
    for line in lines:
        output.tell(line)


def _own(identity: str) -> "Mapping[str, object]":
    """What the settings file says of a rule."""
    from journal.analysis.parameters import checked

    written = config.settings().rules
    return checked(written, str(config.settings_file())).get(identity, {}) if written else {}


def no_rule(identity: str, known: "Iterable[str]") -> str:
    """Why there is no rule of that name, and which ones are meant perhaps."""
    from difflib import get_close_matches

    alike = get_close_matches(identity, known, n=3)
    meant = f"did you mean {' or '.join(alike)}?" if alike else "`journal rules` lists them"
    return f"{identity!r} is no rule; {meant}"


def _severities(one: "Rule") -> str:
    return ", ".join(one.severity) or "never a flag: a line of `journal today`"


def _by_theme(chosen: "Sequence[Rule]") -> "dict[str, list[Rule]]":
    themes: dict[str, list[Rule]] = {}
    for one in chosen:
        themes.setdefault(one.theme, []).append(one)
    return themes


def _text(chosen: "Sequence[Rule]") -> "Iterator[str]":
    for theme, some in _by_theme(chosen).items():
        yield theme.upper()
        for one in some:
            yield f"  {one.id} ({_severities(one)})"
            yield from wrapped(f"{one.checks}: {one.threshold}", indent=6, hang=6)
            yield from wrapped(f"Source: {'; '.join(one.documents)}", indent=6, hang=6)
        yield ""
    yield "One in full: journal rules ID.  None of this is a diagnosis."


def _full(one: "Rule", own: "Mapping[str, object]") -> "Iterator[str]":
    from journal.analysis.marking import what_ends_urgent
    from journal.vocabulary import Severity

    ends = f"an urgent flag ends {what_ends_urgent('journal log doctor')}; else it stays 28 days"
    yield one.id
    told = [
        ("Checks", one.checks),
        ("Fires", one.threshold),
        ("Severity", _severities(one)),
        ("Advice", one.advice),
        *([("Ends", ends)] if Severity.URGENT in one.severity else []),
        *(("Source", title) for title in one.documents),
        ("Evidence", f"{one.grade} {_GRADES.get(one.grade, '')}".rstrip()),
        ("Looks at", f"the last {one.looks_back} days"),
        *(("Setting", setting) for setting in one.settings(own)),
        *(("Detail", f"{name}: {meaning}") for name, meaning in one.details.items()),
    ]
    for what, text in told:
        yield from wrapped(f"{what + ':':<11}{text}", indent=2, hang=13)
    if one.parameters:
        where = f"Settings stand in {config.settings_file()}, below [rules.{one.id}]."
        yield from wrapped(where, indent=2, hang=4)
    yield "  Not a diagnosis."


def _page(chosen: "Sequence[Rule]") -> "Iterator[str]":
    """The whole catalogue as a page for readers."""
    yield "# What the journal looks for\n"
    yield (
        f"{len(chosen)} rules, made from five documents on back pain after exercise and some sports science. "
        "Each flag says what was recorded, with numbers and dates, and where the advice comes from. "
        "None of it is a diagnosis, and no flag is no clearance.\n"
    )
    yield "Severities: urgent (see a doctor), warning (stop, seek advice), caution (change something), info.\n"
    yield (
        "A setting is changed in the settings file, under the name of its rule, such as `hours = 96` below "
        "`[rules.pain-past-72h]`.\n"
    )
    yield from _markdown(chosen)


def _markdown(chosen: "Sequence[Rule]") -> "Iterator[str]":
    for theme, some in _by_theme(chosen).items():
        yield f"## {theme[:1].upper()}{theme[1:]}\n"
        for one in some:
            yield f"### `{one.id}`\n"
            yield f"{one.checks[:1].upper()}{one.checks[1:]}: {one.threshold}.\n"
            yield f"- Severity: {_severities(one)}"
            yield f"- Evidence: {one.grade} {_GRADES.get(one.grade, '')}".rstrip()
            for title in one.documents:
                yield f"- Source: {title}"
            for name, value in one.parameters.items():
                yield f"- Setting: `{name}` = {value}"
            for name, meaning in one.details.items():
                yield f"- Detail `{name}`: {meaning}"
            yield f"\n> {one.advice}\n"
