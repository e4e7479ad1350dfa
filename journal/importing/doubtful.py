"""What cannot have been: a timer that nobody stopped, and distances in another unit than was said."""

from dataclasses import dataclass
from datetime import date

from journal.columns import one_line
from journal.interchange.imported import Imported
from journal.records import Set, Workout

_PLAUSIBLE_MIN = 5 * 60
_SHOWN = 3
_FASTEST_S_PER_KM = 10
"""Nobody is faster, with a hill or a sail either: the distance is in another unit than was said."""


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


def too_fast(read: Imported) -> str:
    """The sets whose distance nobody covers in their time, as a sentence; "" when there are none."""
    found = [
        (read.places[key].line if (key := (one.TABLE, one.key)) in read.places else 0, one)
        for one in read.records
        if isinstance(one, Set)
        and one.distance_km
        and one.duration_s
        and one.duration_s < one.distance_km * _FASTEST_S_PER_KM
    ]
    shown = "; ".join(_fast(line, one) for line, one in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
    return (
        f"nobody covers these distances in their time, so look at their unit: {shown}{more}" if found else ""
    )


def _fast(line: int, one: Set) -> str:
    """`line 100, farmers-walk: 40 km in 35 s`."""
    return f"{f'line {line}, ' if line else ''}{one.exercise}: {one.distance_km:g} km in {one.duration_s} s"
