"""How a flag looks in a list, and a rule that could not judge: the same on every page."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from journal.analysis.subjects import about
from journal.tui.themes import GLYPHS, WORDS, colour
from journal.tui.widgets.hanging import Hanging
from journal.tui.wording.dates import in_short
from journal.vocabulary import MarkAction

if TYPE_CHECKING:
    from journal.analysis.flags import Flag, Insufficient, Mark

LABEL = 11
"""Cells of the column of signs and severity words."""


def flag_row(flag: "Flag", more: str = "") -> Hanging:
    """Sign and word of its severity, then what was seen; `more` stands below it, dimmed."""
    label = f"{GLYPHS[flag.severity]} {WORDS[flag.severity]}"
    body = Content(said(flag))
    if more:
        body = Content("\n").join([body, Content.styled(more, "$quiet")])
    return Hanging(Content.styled(label, f"{colour(flag.severity)} bold"), body, LABEL)


def gap_row(gap: "Insufficient") -> Hanging:
    """A rule that could not judge, and what it needs."""
    where = about(gap.subject)
    words = f"{gap.rule}{f' ({where})' if where else ''} needs {', '.join(gap.missing)}"
    return Hanging(Content.styled("– not judged", "$quiet"), Content.styled(words, "$quiet"), LABEL + 3)


def said(flag: "Flag") -> str:
    """The message, with the place before it when it does not name it itself; an urgent one says what to do."""
    if flag.is_urgent:
        return f"{flag.message} {flag.advice}"
    region = flag.subject.get("region", "").replace("-", " ")
    if not region or region in flag.message.lower():
        return flag.message
    where = about(flag.subject)
    return f"{where[:1].upper()}{where[1:]}: {flag.message}"


def mark_words(mark: "Mark") -> str:
    """What was done with a flag, until when, and why, in one row."""
    reason = " ".join(mark.reason.split())
    done = (
        f"snoozed until {moment_words(mark.until)}"
        if mark.action is MarkAction.SNOOZE and mark.until is not None
        else f"acknowledged {moment_words(mark.at)}"
    )
    return f"{done}: {reason}" if reason else done


def span_words(flag: "Flag") -> str:
    """From when to when a flag that is over held, without the years, and why it ended where that is known."""
    until = "" if flag.until is None else f" to {_briefly(flag.until)}"
    ended = str(flag.details.get("ended", ""))
    return f"{_briefly(flag.since)}{until}{f', {ended}' if ended else ''}"


def moment_words(instant: datetime) -> str:
    """`Wed 25 Nov 2026, 18:30`."""
    return f"{in_short(instant.date())}, {instant:%H:%M}"


def _briefly(instant: datetime) -> str:
    return f"{in_short(instant.date())[:-5]} {instant:%H:%M}"
