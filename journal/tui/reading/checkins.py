"""The check-in of a day, and what was answered on the days before it.  Works in the store's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from journal.entry import Writer
from journal.records import CheckIn, Record, Urine

if TYPE_CHECKING:
    from journal.storage import Store

R = TypeVar("R", bound=Record)

GHOST_DAYS = 14
"""An answer of so many days before is offered again."""
USED_DAYS = 28
"""Somebody who answered within so many days uses the field."""
ALWAYS = frozenset({"sleep_h", "body_weight_kg", "stress"})
"""What everybody is asked."""
OF_DAY = (
    "sleep_h",
    "sleep_quality",
    "sleep_position",
    "body_weight_kg",
    "stress",
    "sitting_h",
    "cigarettes",
    "bed_rest_h",
)
OF_URINE = ("color", "first_of_day", "vitamin_b")


@dataclass(frozen=True, slots=True)
class Before:
    """The latest answer before the day, and whose day it was."""

    value: Any
    day: date


@dataclass(frozen=True, slots=True)
class DayBefore:
    """A date before the day, with its answers by their fields; none where nothing was written."""

    day: date
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CheckInView:
    """A day's check-in as far as it is written, with the answers before it and the fields that are in use.

    `lately` are the `GHOST_DAYS` dates before it, the newest first.

    `urine` is the day's first reading, the one of the morning if one is called so.
    """

    day: date
    checkin: CheckIn | None = None
    urine: Urine | None = None
    before: Mapping[str, Before] = field(default_factory=dict)
    used: frozenset[str] = ALWAYS
    lately: tuple[DayBefore, ...] = ()

    def answer(self, name: str) -> Any:
        """What the day has for a field of `CheckIn` or, for those of `OF_URINE`, of `Urine`."""
        record = self.urine if name in OF_URINE else self.checkin
        return None if record is None else getattr(record, name)


def read_checkin(store: "Store", writer: Writer, day: date) -> CheckInView:
    """The check-in of `day`; `writer` is only there because every reading has one."""
    del writer
    since = day - timedelta(days=USED_DAYS)
    checkins = store.rows(CheckIn, since=since, until=day)
    urines = store.rows(Urine, since=since, until=day)
    first = [one for one in urines if one.first_of_day] or urines
    names = ((checkins, OF_DAY), (first, OF_URINE))
    before = {
        name: found
        for rows, of in names
        for name in of
        if (found := _latest(rows, name, day - timedelta(days=GHOST_DAYS), day)) is not None
    }
    used = {name for rows, of in ((checkins, OF_DAY), (urines, OF_URINE)) for name in of if _any(rows, name)}
    return CheckInView(
        day=day,
        checkin=_first(checkins, day),
        urine=_first([one for one in urines if one.first_of_day], day) or _first(urines, day),
        before=before,
        used=ALWAYS | used,
        lately=tuple(
            DayBefore(date_before, _answers(date_before, checkins, urines))
            for date_before in (day - timedelta(days=back) for back in range(1, GHOST_DAYS + 1))
        ),
    )


def _answers(day: date, checkins: Sequence[CheckIn], urines: Sequence[Urine]) -> Mapping[str, Any]:
    """What was answered on a date."""
    found: dict[str, Any] = {}
    for row, names in ((_first(checkins, day), OF_DAY), (_first(urines, day), OF_URINE)):
        found |= {name: value for name in names if (value := getattr(row, name, None)) is not None}
    return found


def _first(rows: Sequence[R], day: date) -> R | None:
    return next((row for row in rows if row.day == day), None)


def _latest(rows: Sequence[Record], name: str, since: date, until: date) -> Before | None:
    """The newest answer to one field from `since` on and before `until`."""
    for row in reversed(rows):
        value = getattr(row, name)
        if value is not None and row.day is not None and since <= row.day < until:
            return Before(value, row.day)
    return None


def _any(rows: Sequence[Record], name: str) -> bool:
    return any(getattr(row, name) is not None for row in rows)
