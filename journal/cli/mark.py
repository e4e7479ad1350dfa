"""`journal mark`: a flag is acknowledged, or snoozed for a while."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from journal.cli import output
from journal.cli.options import Db, Desk, Quiet, desk, named
from journal.errors import Refused
from journal.records import FlagMark
from journal.vocabulary import MarkAction

if TYPE_CHECKING:
    from journal.analysis.flags import Flag

_SPAN = re.compile(r"(\d{1,4})\s*(h|d|w)")
_HOURS = {"h": 1, "d": 24, "w": 168}
_LONGEST = timedelta(days=366)


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
        chosen = _chosen(rule, " ".join(subject or ()), here)
        _record(chosen, here, until=None if span is None else here.now + span, reason=reason)
        if not quiet:
            done = "Acknowledged" if span is None else f"Snoozed until {here.now + span:%Y-%m-%d %H:%M}"
            output.tell(f"{done}: {', '.join(_named(flag) for flag in chosen)}.")


def _span(text: str) -> timedelta:
    found = _SPAN.fullmatch(text.strip().lower())
    span = timedelta(hours=int(found[1]) * _HOURS[found[2]]) if found else timedelta()
    if not timedelta() < span <= _LONGEST:
        raise Refused(f"--snooze: {text!r} is not accepted; write hours, days or weeks such as 12h, 3d or 2w")
    return span


def _chosen(rule: str, subject: str, here: Desk) -> "list[Flag]":
    """The flag meant, and the milder ones that it speaks for; `Refused` when none or several fit."""
    from journal.analysis.engine import rulebook
    from journal.analysis.families import spoken_for
    from journal.analysis.judge import reading
    from journal.cli.rules import no_rule

    book = rulebook()
    if rule not in book:
        raise Refused(no_rule(rule, book))
    active = reading(here.read, here.now, here.parameters()).all_active()
    flags = [flag for flag in active if flag.rule == rule]
    if not flags:
        raise Refused(f"{rule} has no active flag to mark; `journal flags` lists those that are")
    meant = [flag for flag in flags if _fits(flag, subject)]
    if len(meant) != 1:
        there = "; ".join(_subject(flag) for flag in flags)
        said = f"{subject!r} fits {len(meant) or 'none'} of" if subject else f"{len(flags)} are active of"
        raise Refused(f"{said} {rule}; name one of: {there}")
    if meant[0].is_urgent:
        raise Refused(
            f"{rule} is urgent: it cannot be acknowledged or snoozed; `journal rules {rule}` says what ends it"
        )
    return [meant[0], *spoken_for(meant[0], active)]


def _fits(flag: "Flag", subject: str) -> bool:
    from journal.analysis.flags import subject_text

    if not subject or subject == subject_text(flag.subject):
        return True
    told = {word for value in flag.subject.values() for word in (value, *value.split("-"))}
    return set(subject.lower().replace(",", " ").split()) <= told


def _record(flags: "Sequence[Flag]", here: Desk, *, until: datetime | None, reason: str) -> None:
    from journal.analysis.flags import subject_text
    from journal.storage import Change

    marks = [
        FlagMark(
            id=uuid4(),
            at=here.now,
            rule=flag.rule,
            subject=subject_text(flag.subject),
            since=flag.since,
            action=MarkAction.ACKNOWLEDGE if until is None else MarkAction.SNOOZE,
            until=until,
            reason=reason,
        )
        for flag in flags
    ]
    here.store.change([Change(before=None, after=one) for one in marks], now=here.now, verb="mark")


def _named(flag: "Flag") -> str:
    return f"{flag.rule} ({_subject(flag)})" if flag.subject else flag.rule


def _subject(flag: "Flag") -> str:
    from journal.analysis.flags import subject_text

    return subject_text(flag.subject)
