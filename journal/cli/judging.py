"""What `journal today` and `journal flags` do: judge a moment, and print what holds then.

Nothing here loads the command framework.
"""

from journal.cli import output
from journal.cli.desk import desk


def today(
    *,
    short: bool = False,
    format: str = "text",  # noqa: A002 - the option's name
    as_of: str = "",
    db: str = "",
    quiet: bool = False,
) -> None:
    """Print the day: entries, fluid, flags, what to leave out; with `short` in one line."""
    from journal.analysis.answers.today import today as answer
    from journal.cli import diary, flag_words

    with desk(db) as here:
        moment = here.moment(as_of)
        made = answer(here.read, moment, parameters=here.parameters())
        if format == "json":
            output.document(diary.as_json(made, diary.entries(here, moment)))
            return
        here.remark_missing(quiet=quiet)
        if short:
            output.tell(flag_words.short(made))
            return
        for line in diary.page(made, diary.entries(here, moment), here):
            output.tell(line)


def flags(
    *,
    all: bool = False,  # noqa: A002 - the option's name
    format: str = "text",  # noqa: A002 - the option's name
    as_of: str = "",
    db: str = "",
    quiet: bool = False,
) -> None:
    """Print the flags that are active, with `all` past ones too."""
    from journal.analysis.judge import flags_at
    from journal.cli import flag_words

    with desk(db) as here:
        judgement = flags_at(here.read, here.moment(as_of), past=all, parameters=here.parameters())
        if format == "json":
            output.document(judgement.as_json())
            return
        here.remark_missing(quiet=quiet)
        nothing = "No flag was ever raised." if all else "No flag is active."
        for line in flag_words.judgement(judgement, nothing=nothing):
            output.tell(line)
