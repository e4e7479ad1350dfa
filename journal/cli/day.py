"""`journal today` and `journal flags`."""

from typing import Annotated

import typer

from journal.cli import output
from journal.cli.options import AsOf, Db, Format, Quiet, TextOrJson, desk


def today(
    short: Annotated[bool, typer.Option("--short", help="One line of at most 80 columns.")] = False,
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Show the day: entries, fluid, flags, what to leave out.

    `--short` is for a status bar.
    """
    from journal.analysis.answers.today import today as answer
    from journal.cli import diary, flag_words

    with desk(db) as here:
        moment = here.moment(as_of)
        made = answer(here.read, moment, parameters=here.parameters())
        if format is TextOrJson.JSON:
            output.document(diary.as_json(made, diary.entries(here, moment)))
            return
        here.remark_missing(quiet=quiet)
        if short:
            output.tell(flag_words.short(made))
            return
        for line in diary.page(made, diary.entries(here, moment), here):
            output.tell(line)


def flags(
    all: Annotated[bool, typer.Option("--all", help="Past ones too, with their start and end.")] = False,  # noqa: A002
    format: Format = TextOrJson.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Show the active flags, worst first.

    Each with its numbers, the threshold, its advice and the document behind it.
    """
    from journal.analysis.judge import flags_at
    from journal.cli import flag_words

    with desk(db) as here:
        judgement = flags_at(here.read, here.moment(as_of), past=all, parameters=here.parameters())
        if format is TextOrJson.JSON:
            output.document(judgement.as_json())
            return
        here.remark_missing(quiet=quiet)
        nothing = "No flag was ever raised." if all else "No flag is active."
        for line in flag_words.judgement(judgement, nothing=nothing):
            output.tell(line)
