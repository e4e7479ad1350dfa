"""The day of now, read before anything else is there: in the process beside the terminal UI."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.storage import Store
    from journal.tui.reading.views import DayView


def first_look(store: "Store") -> "DayView":
    """What is written of today, in the zone of the profile."""
    from journal import clock
    from journal.tui.reading.day import read_day
    from journal.tui.reading.writing import writer_of

    zone = clock.zone(store.profile().get("time_zone", ""))
    now = clock.now(zone)
    return read_day(store, now.date(), writer_of(store, now, zone))
