"""`journal report`: the weekly trend report."""

import json
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from journal.cli import output
from journal.cli.delivery import FormatOption, Open, Out, ReportFormat, deliver, form_of, told_progress
from journal.cli.moments import FIRST_YEAR
from journal.cli.options import AsOf, Db, Quiet, desk, whole_number
from journal.cli.physio import For, Reader, Since, WhatPlace, file_name, given, page_of, refuse_mixed, written
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.report.weekly import Report

_FAR = 26
"""Weeks before that need history which the rules of the day do not: then all of it is read."""


def report(
    context: typer.Context,
    week: Annotated[
        str, typer.Option("--week", help="current, last or an ISO week such as 2026-W47.")
    ] = "current",
    weeks: Annotated[
        int,
        typer.Option(
            "--weeks",
            metavar="N",
            parser=whole_number(12),
            help="How many weeks before it stand beside it.",
        ),
    ] = 4,
    reader: For = None,
    since: Since = "",
    place: WhatPlace = "",
    format: FormatOption = None,  # noqa: A002 - the option's name
    out: Out = "",
    show: Open = False,
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Report the week: training, pain, fluid, sleep, flags.

    Training stands against the weeks before; what was not recorded is said too.

    \b
    Examples:
      journal report --open
      journal report --week last -o week.html
      journal report --for physio --since 2026-09-01 --open
    """
    from journal.analysis.judge import reading, whole
    from journal.report.weekly import weekly

    refuse_mixed(reader, given(context))
    if not 0 <= weeks <= 520:
        raise Refused(f"--weeks: {weeks} is not accepted; it needs a whole number from 0 to 520.")
    form = form_of(format, out, show)
    with desk(db) as here:
        here.remark_missing(quiet=quiet)
        moment = here.moment(as_of)
        if reader is Reader.PHYSIO:
            page = page_of(here, moment, since, place, quiet=quiet)
            told = written(page, form, to_file=bool(out))
            deliver(told, out, show=show, name=file_name(page), quiet=quiet)
            return
        first = _monday(week, moment.date())
        own = here.parameters()
        with told_progress(is_long=weeks > _FAR, quiet=quiet) as tell:
            read = whole if weeks > _FAR else partial(reading, first=first - timedelta(weeks=weeks))
            made = weekly(lambda at: read(here.read, at, own, tell), moment, first, weeks)
    deliver(
        _written(made, form, to_file=bool(out)), out, show=show, name=f"week-{made.week}.html", quiet=quiet
    )


def _written(made: "Report", form: ReportFormat, *, to_file: bool) -> str:
    if form is ReportFormat.JSON:
        from journal.report.document import as_json

        content = as_json(made)
        return (json.dumps(content, ensure_ascii=False) if to_file else output.encoded(content)) + "\n"
    if form is ReportFormat.HTML:
        from journal.report.html import week

        return week.render(made)
    from journal.report import markdown, text

    return markdown.render(made) if form is ReportFormat.MARKDOWN else text.render(made)


def _monday(week: str, today: date) -> date:
    from journal.analysis.series import monday_of

    this = monday_of(today)
    if week == "current":
        return this
    if week == "last":
        return this - timedelta(weeks=1)
    try:
        first = datetime.strptime(f"{week}-1", "%G-W%V-%u").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise Refused(
            f"--week: {week!r} is no week; write current, last or an ISO week such as 2026-W47."
        ) from None
    if first > this:
        raise Refused(f"--week: {week} is in the future; the newest is {this:%G-W%V}.")
    if first.year < FIRST_YEAR:
        raise Refused(f"--week: {week} is too far away; it needs a week from {FIRST_YEAR} on.")
    return first
