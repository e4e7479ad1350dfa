"""Moments given to options: `--as-of`, `--at` and those that take a day."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from journal import clock
from journal.errors import Refused

if TYPE_CHECKING:
    from journal.entry import Writer
    from journal.entry.when import Moment

_ISO = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[T ][0-9]", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1900, 2199


def as_of(text: str, zone: tzinfo, now: datetime) -> datetime:
    """The moment to judge: `now` when none is given; a naive one is local to `zone`, a bare date is its 00:00."""
    if not text:
        return now
    moment = _iso(text, zone)
    if moment is None:
        raise Refused(
            f"--as-of: {text!r} is no moment; write it such as 2026-11-20T18:30 or 2026-11-20T18:30+01:00"
        )
    return moment


def read_date(text: str, option: str) -> date | None:
    """A date given to an option; None when it was not given."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option}: {text!r} is no date; write it such as 2026-11-20") from None


def at(text: str, writer: "Writer") -> "Moment":
    """The moment of `--at`: ISO 8601, or a time in the words of quick entry; `Refused` for the future.

    A bare date of the past is its 12:00, time not known.
    """
    from journal.entry.when import Moment

    moment = _iso(text, writer.zone) if _ISO.match(text.strip()) else None
    if moment is None:
        return _in_words(text, writer)
    if moment > writer.now:
        raise Refused(f"--at: {moment:%Y-%m-%d %H:%M} is in the future; it needs a moment up to now")
    return Moment(moment)


def zone_of(moment: datetime, zone: tzinfo) -> tzinfo:
    """The zone whose clock shows `moment`: the writer's, or else the bare offset that it was given with."""
    local = clock.in_offset(moment, zone)
    return zone if local.utcoffset() == moment.utcoffset() else timezone(moment.utcoffset() or timedelta(0))


def _in_words(text: str, writer: "Writer") -> "Moment":
    from journal.entry.cursor import Cursor
    from journal.entry.doubt import NotUnderstood
    from journal.entry.when import Times

    cursor = Cursor(text)
    cursor.between(0, len(cursor.line))
    try:
        moment = Times(writer.now, writer.now, writer.zone).take(cursor)
    except NotUnderstood as doubt:
        raise Refused(f"--at: {doubt.sentence}") from None
    if moment is None or not cursor.done:
        raise Refused(
            f"--at: {text!r} is no moment; write it such as 2026-11-20T18:30, 2026-11-20, 18:30, "
            "yesterday evening or 2h ago"
        )
    return moment


def _iso(text: str, zone: tzinfo) -> datetime | None:
    """The instant, with the offset it was given with, else with the zone's; None when it is no ISO 8601."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Refused(f"{text!r} is too far away; it needs a year from {FIRST_YEAR} to {LAST_YEAR}")
    offset = moment.utcoffset()
    if offset is None:
        return _local(moment.replace(microsecond=0), zone)
    return moment.replace(microsecond=0, tzinfo=timezone(offset), fold=0)


def _local(naive: datetime, zone: tzinfo) -> datetime:
    moment = clock.in_offset(naive, zone)
    if clock.in_offset(moment, zone).replace(tzinfo=None) != naive:
        raise Refused(
            f"{naive:%Y-%m-%d %H:%M} does not exist: the clocks went forward; write a time before or after that"
        )
    return moment
