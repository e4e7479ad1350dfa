"""What is written when a flag is acknowledged or snoozed, and when that is refused.

One definition for the command line and the screens.  A mark is set on the flag and on the milder ones that it
speaks for; an urgent flag never has one.  `marks` says which flags a mark then holds for.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from journal.analysis.families import spoken_for
from journal.analysis.flags import Flag, subject_text
from journal.analysis.joint import parts
from journal.errors import Refused
from journal.records import FlagMark
from journal.vocabulary import MarkAction, Side, Status

LONGEST = timedelta(days=366)
"""A flag is put aside for at most this long."""

_SPAN = re.compile(r"(\d{1,4})\s*(h|d|w)")
_HOURS = {"h": 1, "d": 24, "w": 168}


def span_of(text: str) -> timedelta:
    """How long a flag is put aside: `12h`, `3d` or `2w`; `Refused` when it is no such span, or too long."""
    found = _SPAN.fullmatch(text.strip().lower())
    span = timedelta(hours=int(found[1]) * _HOURS[found[2]]) if found else timedelta()
    if not timedelta() < span <= LONGEST:
        raise Refused(f"{text!r} is not accepted; write hours, days or weeks such as 12h, 3d or 2w")
    return span


def what_ends_urgent(doctor: str) -> str:
    """What ends an urgent flag, as the end of a sentence; `doctor` is how a visit to one is written down."""
    return (
        f"by an answer that contradicts it, a visit to a doctor ({doctor}), a clearance, "
        "or the certain end of the pain that it is about"
    )


def why_not(flag: Flag, *, more: str = "") -> str:
    """Why a flag cannot be marked, in a sentence that ends with `more`; "" when it can be."""
    if flag.is_urgent:
        return f"{flag.rule} is urgent: it cannot be acknowledged or snoozed{more}"
    if flag.status is Status.PAST:
        return f"{flag.rule} is over: only what is active is acknowledged or snoozed"
    return ""


def meant(flag: Flag, active: Sequence[Flag]) -> list[Flag]:
    """The active flags that a shown one stands for.

    That is itself, what was told as one with it, or both of what was told once for left and right.
    """
    alike = [other for other in active if other.rule == flag.rule]
    exact = [other for other in alike if dict(other.subject) == dict(flag.subject)] or parts(flag, alike)
    if exact or flag.subject.get("side") != Side.BOTH:
        return exact
    rest = {**flag.subject, "side": ""}
    return [other for other in alike if {**other.subject, "side": ""} == rest and other.subject.get("side")]


def marks_for(
    flags: Iterable[Flag],
    active: Sequence[Flag],
    *,
    at: datetime,
    until: datetime | None = None,
    reason: str,
) -> tuple[FlagMark, ...]:
    """The marks that acknowledge the flags (or snooze them `until` then) with the milder ones they speak for.

    `active` are all flags of that instant, each by itself.  `Refused` when one of them cannot be marked, or when
    there is no reason.
    """
    if not reason.strip():
        raise Refused("a mark needs its reason")
    marked: dict[tuple[str, str], Flag] = {}
    for flag in flags:
        refusal = why_not(flag)
        if refusal:
            raise Refused(refusal)
        for one in (flag, *spoken_for(flag, active)):
            marked[one.rule, subject_text(one.subject)] = one
    return tuple(
        FlagMark(
            id=uuid4(),
            at=at,
            rule=rule,
            subject=subject,
            since=one.since,
            action=MarkAction.ACKNOWLEDGE if until is None else MarkAction.SNOOZE,
            until=until,
            reason=reason,
        )
        for (rule, subject), one in marked.items()
    )


def marks_on(
    flags: Iterable[Flag], active: Sequence[Flag], marks: Iterable[FlagMark], now: datetime
) -> tuple[FlagMark, ...]:
    """The marks to take away, so that the flags, and the milder ones they speak for, are told again.

    They are those that were set on these flags, and snoozes of earlier ones that are not over.
    """
    since = {
        (one.rule, subject_text(one.subject)): one.since
        for flag in flags
        for one in (flag, *spoken_for(flag, active))
    }
    return tuple(
        mark
        for mark in marks
        if (begun := since.get((mark.rule, mark.subject))) is not None
        and (mark.at >= begun or (mark.until is not None and mark.until > now))
    )
