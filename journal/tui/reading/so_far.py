"""What was written of today, for the reminders.  Works in the store's thread."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.entry import Writer
from journal.records import Care, CheckIn, Drink, Pain, Record, SymptomEntry, Urine, Workout
from journal.tui.reminding import SoFar

if TYPE_CHECKING:
    from journal.storage import Store

_ENTRIES: tuple[type[Record], ...] = (Workout, Pain, SymptomEntry, Drink, Urine, Care, CheckIn)


def so_far(store: "Store", writer: Writer) -> tuple[Mapping[str, str], SoFar]:
    """The profile, and what was written of the writer's today; read only where a reminder was asked for."""
    profile = store.profile()
    if not (profile.get("reminders_checkin_at") or int(profile.get("reminders_water_min") or 0)):
        return profile, SoFar()
    today = writer.now.date()
    entries = [one for kind in _ENTRIES for one in store.rows(kind, since=today, until=today)]
    instants = [when for one in entries if (when := one.instant) is not None and when <= writer.now]
    drinks = [one.at for one in entries if isinstance(one, Drink) and one.at <= writer.now]
    return profile, SoFar(
        first_entry=min(instants, default=None),
        last_drink=max(drinks, default=None),
        checked_in=any(isinstance(one, CheckIn) for one in entries),
    )
