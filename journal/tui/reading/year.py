"""A year of days: what was recorded on each, and the flags that held.  Works in the rules' thread."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from statistics import quantiles
from typing import TYPE_CHECKING

from journal.tui.asking.at_work import AtWork
from journal.vocabulary import Severity

if TYPE_CHECKING:
    from journal.analysis.flags import Flag


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """What is known of one day.

    `places` are the places with a pain entry, the worst first, each with its highest score (0 to 10); `load` is
    in AU, None when it is not known; `is_partial`: some session's load is not.  `is_recorded`: there is any entry.
    """

    day: date
    places: tuple[tuple[str, int], ...] = ()
    load: float | None = None
    is_partial: bool = False
    is_recorded: bool = False

    @property
    def worst(self) -> int | None:
        """The highest pain score of the day; None when no pain entry was written."""
        return self.places[0][1] if self.places else None


@dataclass(frozen=True, slots=True)
class Year:
    """All days of a calendar year that are not to come; `today` is the present day.

    `quarters` are the three loads (AU) that divide the writer's own days of training into quarters.
    """

    number: int
    today: date
    days: tuple[DayOfYear, ...] = ()
    quarters: tuple[float, float, float] | None = None

    def on(self, day: date) -> DayOfYear:
        """What is known of a day; nothing of one that is to come or of another year."""
        place = day.timetuple().tm_yday - 1
        return self.days[place] if day.year == self.number and place < len(self.days) else DayOfYear(day)

    def band(self, load: float) -> int:
        """In which quarter of the writer's own days of training a load lies, 1 to 4."""
        if self.quarters is None:
            return 1
        return 1 + (bisect_left(self.quarters, load) + bisect_right(self.quarters, load)) // 2


@dataclass(frozen=True, slots=True)
class HeldFlag:
    """A flag as the calendar tells it: `title` is what its rule looks for.  `last` is its last day, None = still."""

    severity: Severity
    title: str
    message: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class FlagsOfYear:
    """The flags that held in a year by the day on which they began, the worst first."""

    began: Mapping[date, tuple[HeldFlag, ...]] = field(default_factory=dict)

    def mark(self, day: date) -> Severity | None:
        """The worst of the flags that began on a day, tips aside; None when none did."""
        began = self.began.get(day, ())
        return began[0].severity if began and began[0].severity is not Severity.INFO else None

    def held_on(self, day: date) -> tuple[HeldFlag, ...]:
        """The flags that began before a day and still held on it, the worst first."""
        held = (
            flag
            for first, flags in self.began.items()
            if first < day
            for flag in flags
            if flag.last is None or flag.last >= day
        )
        return tuple(sorted(held, key=_order))


def read_year(number: int) -> Callable[[AtWork], Year]:
    """The numbers of a year up to the moment that is judged: what the charts and the report have."""
    return partial(_read_year, number)


def _read_year(number: int, at_work: AtWork) -> Year:
    from journal.analysis.judge import frames_since
    from journal.analysis.series import load_by_day, pain_by_place

    first, last = date(number, 1, 1), min(date(number, 12, 31), at_work.at.date())
    frames = frames_since(at_work.rows, at_work.at, first)
    load, places = load_by_day(frames, first, last), pain_by_place(frames, first, last)
    days = []
    for place in range((last - first).days + 1):
        day = first + timedelta(days=place)
        pains = [(str(where), int(score)) for where, one in places if (score := one.on(day)) is not None]
        days.append(
            DayOfYear(
                day,
                tuple(sorted(pains, key=lambda pain: -pain[1])),
                load.on(day),
                day in load.partial,
                day.toordinal() in frames.recorded_days,
            )
        )
    return Year(number, at_work.at.date(), tuple(days), quarters_of(load.values))


def flags_of_year(number: int) -> Callable[[AtWork], FlagsOfYear]:
    """The flags that held in a year, as known at the moment that is judged."""
    return partial(_flags_of_year, number)


def _flags_of_year(number: int, at_work: AtWork) -> FlagsOfYear:
    from journal.analysis.engine import rulebook
    from journal.analysis.judge import held_since

    held = held_since(
        at_work.rows,
        date(number, 1, 1),
        at_work.at,
        parameters=at_work.parameters,
        tell=at_work.tell,
    )
    titles = {name: rule.checks for name, rule in rulebook().items()}
    return by_day(_told(flag, titles.get(flag.rule, flag.rule)) for flag in held)


def by_day(flags: Iterable[HeldFlag]) -> FlagsOfYear:
    """Flags by the day on which they began."""
    began: dict[date, list[HeldFlag]] = {}
    for flag in flags:
        began.setdefault(flag.first, []).append(flag)
    return FlagsOfYear({day: tuple(sorted(found, key=_order)) for day, found in began.items()})


def quarters_of(loads: Iterable[float | None]) -> tuple[float, float, float] | None:
    """What divides the loads above 0 into quarters; None when there are none."""
    known = [load for load in loads if load]
    if not known:
        return None
    low, middle, high = quantiles(known * 2 if len(known) == 1 else known, n=4, method="inclusive")
    return low, middle, high


def _told(flag: "Flag", title: str) -> HeldFlag:
    return HeldFlag(flag.severity, title, flag.message, flag.since.date(), _last_day(flag.until))


def _last_day(until: datetime | None) -> date | None:
    return None if until is None else (until - timedelta(seconds=1)).date()


def _order(flag: HeldFlag) -> tuple[int, date, str]:
    return list(Severity).index(flag.severity), flag.first, flag.title
