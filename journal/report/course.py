"""The days up to a report's last one, as its pictures show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.flags import Flag
from journal.analysis.frames import Frames
from journal.analysis.rows import Place
from journal.analysis.series import Daily, RaisedOn, flags_by_day, load_by_day, pain_by_place
from journal.analysis.training.load import usual_load

MOST_WEEKS = 13
"""A picture day by day has no room for more; what is longer is told week by week."""


@dataclass(frozen=True, slots=True)
class Course:
    """Load (AU), the highest pain of each place (0 to 10) and the flags that began, for every date.

    `usual` is the usual range of the load of 7 dates, None with less than 8 weeks of them.
    """

    first: date
    last: date
    load: Daily
    pain: tuple[tuple[Place, Daily], ...]
    raised: Mapping[date, RaisedOn]
    usual: tuple[float, float] | None

    def days(self) -> Iterator[date]:
        """Every date."""
        return (self.first + timedelta(days=place) for place in range((self.last - self.first).days + 1))


def course(frames: Frames, flags: Iterable[Flag], first: date, last: date) -> Course:
    """The dates from `first` to `last`, both included, and no more than the last `MOST_WEEKS` weeks of them."""
    first = max(first, last - timedelta(days=last.weekday(), weeks=MOST_WEEKS - 1))
    return Course(
        first,
        last,
        load_by_day(frames, first, last),
        pain_by_place(frames, first, last),
        flags_by_day(flags, first, last),
        usual_load(frames, last.toordinal()),
    )
