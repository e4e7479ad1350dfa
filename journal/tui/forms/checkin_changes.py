"""What becomes of a day's check-in when its form is saved: which records change, and how that is said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from journal.entry import Writer, say
from journal.entry.when import Moment
from journal.records import CheckIn, Record, Urine
from journal.tui.forms.form_reading import at_noon
from journal.tui.reading.checkins import OF_DAY, OF_URINE, CheckInView

Pairs = list[tuple[Record | None, Record | None]]
"""Records before and after: None before = new, None after = taken out."""


def changes_of(view: CheckInView, answers: Mapping[str, Any], writer: Writer) -> Pairs:
    """The records that the answers make of what is there: only what differs, and nothing of what is empty."""
    pairs: Pairs = [
        (view.checkin, _checkin(view, answers, writer)),
        (view.urine, _urine(view, answers, writer)),
    ]
    return [(before, after) for before, after in pairs if before != after]


def told(pairs: Pairs, writer: Writer) -> str:
    """The changes in words: what is new, what becomes something else, and what is taken out."""
    return "; ".join(filter(None, (_told(before, after, writer) for before, after in pairs)))


def _checkin(view: CheckInView, answers: Mapping[str, Any], writer: Writer) -> CheckIn | None:
    there = view.checkin
    told = {name: answers.get(name) for name in OF_DAY} | {"note": answers.get("note") or ""}
    if all(value in (None, "") for value in told.values()):
        return None
    moment = answers.get("when")
    if there is not None:
        return there.but(**told, at=None if moment is None else _known(moment))
    now = writer.now if view.day == writer.now.date() else None
    return CheckIn(date=view.day, at=now if moment is None else _known(moment), **told)


def _known(moment: Moment) -> datetime | None:
    return moment.at if moment.known else None


def _urine(view: CheckInView, answers: Mapping[str, Any], writer: Writer) -> Urine | None:
    told: dict[str, Any] = {name: answers.get(name) for name in OF_URINE}
    if told["color"] is None:
        return None
    if view.urine is not None:
        return view.urine.but(**told)
    # A time that stood there before is that of the check-in, not of this reading.
    moment = answers.get("when") if view.checkin is None else None
    at = moment.at if moment is not None else at_noon(view.day, writer).at
    return Urine(id=uuid4(), at=at, **told)


def _told(before: Record | None, after: Record | None, writer: Writer) -> str:
    if after is None:
        return f"no {'check-in' if isinstance(before, CheckIn) else 'urine colour'} any more"
    if not (isinstance(before, CheckIn) and isinstance(after, CheckIn)):
        return ", ".join(filter(None, (say(after, writer), _note(after))))
    changed = [name for name in OF_DAY if getattr(before, name) != getattr(after, name)]
    gone = _some_of(before, [name for name in changed if getattr(after, name) is None], writer)
    noted = _note(after) or "no note" if before.note != after.note else ""
    parts = (_some_of(after, changed, writer), gone and f"no longer {gone}", noted)
    return ", ".join(filter(None, parts)) or "written at another time"


def _some_of(checkin: CheckIn, names: list[str], writer: Writer) -> str:
    return say(CheckIn(date=checkin.date, **{name: getattr(checkin, name) for name in names}), writer)


def _note(record: Record) -> str:
    note = " ".join(getattr(record, "note", "").split())
    return f"note: {note}" if note else ""
