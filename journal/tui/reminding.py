"""Reminders of water and of the check-in while the journal is open: only what the profile asks for.

`reminders_water_min` and `reminders_checkin_at` are off until they are set.  Each reminds once, and not at all of
what was written meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_MORNING, _NIGHT = time(7), time(22)
"""Between these water is reminded of; earlier from the first entry of a day on."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What was written of the day: its first entry, its last drink, and whether there is a check-in."""

    first_entry: datetime | None = None
    last_drink: datetime | None = None
    checked_in: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """`words` for the writer; `key` is the id of the key that answers it, and `does` what that does."""

    words: str
    key: str
    does: str


class Reminding:
    """Remembers what it reminded of: `due` gives each reminder once."""

    def __init__(self) -> None:
        self._water_told: datetime | None = None
        self._checkin_told: date | None = None

    def due(self, profile: Mapping[str, str], so_far: SoFar, now: datetime) -> Reminder | None:
        """The reminder that is due at `now` (local time); the check-in comes before water."""
        return self._checkin(profile, so_far, now) or self._water(profile, so_far, now)

    def _checkin(self, profile: Mapping[str, str], so_far: SoFar, now: datetime) -> Reminder | None:
        at = profile.get("reminders_checkin_at", "")
        if (
            not at
            or so_far.checked_in
            or self._checkin_told == now.date()
            or now.time() < time.fromisoformat(at)
        ):
            return None
        self._checkin_told = now.date()
        return Reminder("The check-in of today is not written yet", "checkin", "opens it")

    def _water(self, profile: Mapping[str, str], so_far: SoFar, now: datetime) -> Reminder | None:
        every = timedelta(minutes=int(profile.get("reminders_water_min") or 0))
        begins = now.replace(hour=_MORNING.hour, minute=0, second=0, microsecond=0)
        begins = min(begins, so_far.first_entry or begins)
        if not every or not begins <= now or now.time() >= _NIGHT:
            return None
        drunk = so_far.last_drink
        if now - max(when for when in (begins, drunk, self._water_told) if when is not None) < every:
            return None
        self._water_told = now
        since = (
            f"{_span(now - drunk)} without a drink"
            if drunk is not None
            else "Nothing to drink is written today"
        )
        return Reminder(since, "drink", "records a glass")


def _span(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest or not hours else [])])
