"""`journal report --for physio`: the page that one brings along."""

import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from journal.cli import output
from journal.cli.delivery import ReportFormat, told_progress
from journal.cli.options import Desk, named, read_date
from journal.errors import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from journal.analysis.rows import Place
    from journal.report.for_physio.physio import Physio

_LONG_DAYS = 180
"""A page of more days than this takes so long that its progress is told."""


class Reader(StrEnum):
    """Who a report is for, when it is not for oneself."""

    PHYSIO = "physio"


For = Annotated[
    Reader | None,
    typer.Option(
        "--for", help="Instead of the week: since when it hurts, with what was done before and after."
    ),
]
Since = Annotated[
    str,
    named(
        "--since",
        "DATE",
        "With --for physio: from this day on; without it from the beginning of what hurts now, or 8 weeks.",
    ),
]
WhatPlace = Annotated[
    str, named("--place", "WORDS", 'With --for physio: of this place alone, such as "left knee".')
]


def given(context: typer.Context) -> tuple[str, ...]:
    """The options that the call itself names, as they are written in full."""
    return tuple(
        parameter.opts[0]
        for parameter in context.command.params
        if (source := context.get_parameter_source(parameter.name or "")) is not None
        and source.name == "COMMANDLINE"
    )


def refuse_mixed(reader: Reader | None, given: Sequence[str]) -> None:
    """`Refused` when options of the week and of the physiotherapist's page are `given` together."""
    strangers = ("--week", "--weeks") if reader else ("--since", "--place")
    for option in strangers:
        if option in given and reader:
            raise Refused(
                f"{option} chooses a week, which --for {reader} has none of; write --since 2026-09-01"
            )
        if option in given:
            raise Refused(f"{option} needs --for physio; a week is chosen with --week")


def page_of(here: Desk, moment: "datetime", since: str, place: str, *, quiet: bool) -> "Physio":
    """The page as of a moment; `Refused` says what is wrong with the date or with the place."""
    first, about = _since(since, moment.date()), _about(place)
    from journal.analysis.judge import reading
    from journal.report.for_physio.physio import physio

    own = here.parameters()
    is_long = first is not None and (moment.date() - first).days > _LONG_DAYS
    with told_progress(is_long=is_long, quiet=quiet) as tell:
        return physio(lambda begin: reading(here.read, moment, own, tell, first=begin), moment, first, about)


def written(page: "Physio", form: ReportFormat, *, to_file: bool) -> str:
    """The page in one of its forms."""
    if form is ReportFormat.JSON:
        from journal.report.for_physio.physio_json import as_json

        content = as_json(page)
        return (json.dumps(content, ensure_ascii=False) if to_file else output.encoded(content)) + "\n"
    if form is ReportFormat.HTML:
        from journal.report.html import physio

        return physio.render(page)
    from journal.report import markdown, text
    from journal.report.for_physio.physio_annex import annex_sections
    from journal.report.for_physio.physio_sections import first_page

    told = (*first_page(page), *annex_sections(page))
    return markdown.lay_out(told) if form is ReportFormat.MARKDOWN else text.lay_out(told, output.WIDTH)


def file_name(page: "Physio") -> str:
    """What the page is called when nobody names it."""
    return f"physio-{page.last.isoformat()}.html"


def _since(text: str, today: date) -> date | None:
    first = read_date(text, "--since")
    if first is not None and first > today:
        raise Refused(f"--since: {first} is in the future; it needs a date up to {today}")
    return first


def _about(words: str) -> "tuple[Place, ...]":
    """The places that the words name; one of which no side is said may be either, or neither was told."""
    if not words:
        return ()
    from journal.analysis.rows import Place, places
    from journal.interchange.health.body_places import place_of
    from journal.vocabulary import UNPAIRED, Side

    try:
        region, side = place_of(words)
    except ValueError as error:
        raise Refused(f"--place: {words!r} is not accepted; {error}") from None
    if side is None and region not in UNPAIRED:
        return (*places(region, Side.BOTH), Place(region))
    return places(region, side or "")
