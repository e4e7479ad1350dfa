"""`journal mark`: a flag is acknowledged, or snoozed for a while."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from journal.cli import output
from journal.cli.options import Db, Desk, Quiet, desk, named
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.analysis.flags import Flag


def mark(
    rule: Annotated[str, typer.Argument(metavar="RULE", hidden=True)],
    subject: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUBJECT]", hidden=True),
    ] = None,
    acknowledge: Annotated[bool, typer.Option("--acknowledge", help="You know of it.")] = False,
    snooze: Annotated[str, named("--snooze", "SPAN", "Not to be told for a while: 12h, 3d or 2w.")] = "",
    reason: Annotated[str, named("--reason", "TEXT", "Why; it is kept with the flag.")] = "",
    db: Db = "",
    quiet: Quiet = False,
) -> None:
    """Acknowledge or snooze a flag, with a reason.

    RULE is as flags name it; SUBJECT, such as left knee, says which one where there are several.  The flag stays
    in `journal flags`, but the day no longer tells it: an acknowledged one for as long as it
    lasts, a snoozed one until the span is over or it gets worse.  An urgent flag cannot be marked.  `journal
    undo` takes a mark back.

    \b
    Examples:
      journal mark muscle-rest-short back --acknowledge --reason "light week"
      journal mark pain-past-72h left knee --snooze 3d --reason "physio soon"
    """
    if acknowledge == bool(snooze):
        raise Refused("a flag is marked with either --acknowledge or --snooze SPAN, such as --snooze 3d")
    if not reason.strip():
        raise Refused('a mark needs its reason, such as --reason "seeing the physio on Friday"')
    span = _span(snooze) if snooze else None
    with desk(db) as here:
        from journal.analysis.marking import marks_for
        from journal.storage import Change

        chosen, active = _chosen(rule, " ".join(subject or ()), here)
        until = None if span is None else here.now + span
        marks = marks_for(chosen, active, at=here.now, until=until, reason=reason)
        here.store.change([Change(before=None, after=one) for one in marks], now=here.now, verb="mark")
        if not quiet:
            done = "Acknowledged" if until is None else f"Snoozed until {until:%Y-%m-%d %H:%M}"
            which = [f"{one.rule} ({one.subject})" if one.subject else one.rule for one in marks]
            output.tell(f"{done}: {', '.join(which)}.")


def _span(text: str) -> timedelta:
    from journal.analysis.marking import span_of

    try:
        return span_of(text)
    except Refused as error:
        raise Refused(f"--snooze: {error}") from None


def _chosen(rule: str, subject: str, here: Desk) -> "tuple[Sequence[Flag], Sequence[Flag]]":
    """The flag meant, or those that are told as one, and all that are active; `Refused` when none or several fit."""
    from journal.analysis.engine import rulebook
    from journal.analysis.joint import jointly
    from journal.analysis.judge import reading
    from journal.analysis.marking import why_not
    from journal.cli.rules import no_rule

    book = rulebook()
    if rule not in book:
        raise Refused(no_rule(rule, book))
    active = reading(here.read, here.now, here.parameters()).all_active()
    flags = [flag for flag in active if flag.rule == rule]
    if not flags:
        raise Refused(f"{rule} has no active flag to mark; `journal flags` lists those that are")
    meant = [flag for flag in flags if _fits(flag, subject)]
    if len(jointly(meant)) != 1:
        there = "; ".join(_subject(flag) for flag in flags)
        said = f"{subject!r} fits {len(meant) or 'none'} of" if subject else f"{len(flags)} are active of"
        raise Refused(f"{said} {rule}; name one of: {there}")
    refusal = why_not(meant[0], more=f"; `journal rules {rule}` says what ends it")
    if refusal:
        raise Refused(refusal)
    return meant, active


def _fits(flag: "Flag", subject: str) -> bool:
    from journal.analysis.flags import subject_text

    if not subject or subject == subject_text(flag.subject):
        return True
    told = {word for value in flag.subject.values() for word in (value, *value.split("-"))}
    return set(subject.lower().replace(",", " ").split()) <= told


def _subject(flag: "Flag") -> str:
    from journal.analysis.flags import subject_text

    return subject_text(flag.subject)
