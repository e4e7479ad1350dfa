"""Options that several commands share, and the journal that they open."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import typer

from journal.cli.desk import Desk, desk, given_db, url_of
from journal.cli.moments import read_date
from journal.errors import Refused

__all__ = [
    "AsOf",
    "Db",
    "Desk",
    "Format",
    "Quiet",
    "TextOrJson",
    "desk",
    "given_db",
    "named",
    "read_date",
    "url_of",
    "whole_number",
]


def named(options: str | tuple[str, ...], what: str, meaning: str) -> Any:
    """An option that takes text which is not empty.

    `--db "$UNSET"` must not quietly mean another journal, nor `--at ""` now.
    """

    names = (options,) if isinstance(options, str) else options

    def not_empty(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
        source = context.get_parameter_source(parameter.name or "")
        if not value.strip() and source is not None and source.name == "COMMANDLINE":
            raise Refused(f"{names[0]}: it needs a value that is not empty")
        return value

    return typer.Option(*names, metavar=what, help=meaning, show_default=False, callback=not_empty)


Db = Annotated[str, named("--db", "PATH|URL", "The journal to use, instead of $JOURNAL_DB or your own.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but what was asked for.")]
AsOf = Annotated[str, named("--as-of", "ISO-8601", "Judge this moment instead of now.")]


class TextOrJson(StrEnum):
    """Formats of most commands."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, typer.Option("--format", help="How to print it.")]


def whole_number(example: int) -> Callable[[str], int]:
    """What reads the whole number that an option or argument takes; the framework says which one it was."""

    def read(text: str) -> int:
        try:
            return int(text)
        except ValueError:
            raise Refused(f"{text!r} is no whole number; write it such as {example}") from None

    return read
