"""Workouts that cannot have taken so long: a timer that nobody stopped."""

from dataclasses import dataclass
from datetime import date

from journal.columns import one_line
from journal.interchange.imported import Imported
from journal.records import Workout

_PLAUSIBLE_MIN = 5 * 60
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Long:
    """A workout whose duration is not believed."""

    line: int
    """Where it stands in the file; 0 when that is no line."""
    day: date
    title: str
    minutes: float

    @property
    def sentence(self) -> str:
        """`line 17, 2024-02-03 Push: 234 h 29 min`."""
        hours, minutes = divmod(round(self.minutes), 60)
        where = f"line {self.line}, " if self.line else ""
        what = f"{self.day} {one_line(self.title)}".strip()
        return f"{where}{what}: {hours} h" + (f" {minutes} min" if minutes else "")


def too_long(read: Imported) -> list[Long]:
    """The workouts of more than 5 hours among what was read, the longest first."""
    found = [
        Long(
            read.places[key].line if key in read.places else 0,
            one.started_at.date(),
            one.title,
            one.duration_min,
        )
        for one in read.records
        if isinstance(one, Workout)
        and one.duration_min is not None
        and one.duration_min > _PLAUSIBLE_MIN
        and (key := (one.TABLE, one.key))
    ]
    return sorted(found, key=lambda one: (-one.minutes, one.day, one.line))


def remark(found: list[Long]) -> str:
    """Which of them are the longest, as a sentence; "" when there are none."""
    longest = "; ".join(one.sentence for one in found[:_SHOWN])
    return f"the longest durations: {longest}" if found else ""
