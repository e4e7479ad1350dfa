"""How the training of a week compares with the week before, by its own history and as it was known by then.

A week is the 7 dates that end with a date; the week before is the 7 dates before those.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from journal.analysis.coverage import UNKNOWN_SHARE, covered_at
from journal.analysis.flags import plain
from journal.analysis.frames import Frames
from journal.analysis.instants import above, at_least, says_day
from journal.analysis.training.load import (
    UNITS,
    WEEK,
    Marks,
    Metric,
    Numbers,
    amount,
    by_date,
    trailing_sums,
    week_of,
)
from journal.vocabulary import Severity

HISTORY_DAYS = 180
"""How far back weeks are looked at for what is usual."""
RECENT_DAYS = 34
"""A jump must stand out from every week that ended within this many dates."""
KNOWN_DAYS = 28
NEEDED = 8
"""What is usual needs at least this many weeks."""
SHARES = {Severity.INFO: 0.10, Severity.CAUTION: 0.30, Severity.WARNING: 1.00}
"""Growth above this share of the week before is worth a line, a caution, a warning."""
STANDS_OUT = {Severity.CAUTION: 1.10, Severity.WARNING: 1.50}
"""A caution or warning needs a week of more than this many times every recent one."""

_NEEDS = {
    Metric.LOAD: "the effort and the minutes of every session",
    Metric.RUNNING_KM: "the distance of every run",
    Metric.TONNAGE: "the sets",
    Metric.MINUTES: "the minutes of every session",
}


class WeekChange(NamedTuple):
    """One metric of one week beside the week before.

    `now` and `before` are sums in the metric's unit; `share` is the growth (0.3 = 30 % more), None when one of
    the two weeks is not known or the week before was empty: `missing` then says what is not recorded ("" when
    the metric is not recorded at all).  `level` is how much the growth matters, None when it does not.
    """

    metric: Metric
    day: int
    now: float
    before: float
    share: float | None
    level: Severity | None
    missing: str = ""

    @property
    def unit(self) -> str:
        """The unit of the two sums."""
        return UNITS[self.metric]

    def __str__(self) -> str:
        name = self.metric.value.replace("-", " ").capitalize()
        growth = "" if self.share is None else f" ({self.share * 100:+.0f} %)"
        # A load has no unit that a person would know.
        what, unit = (" (effort x minutes)", "") if self.metric is Metric.LOAD else ("", f" {self.unit}")
        return (
            f"{name} of the 7 days to {says_day(self.day)}{what}: {plain(round(self.now, 2)):,}{unit}, "
            f"after {plain(round(self.before, 2)):,}{unit} in the 7 days before{growth}"
        )


def week_changes(
    frames: Frames,
    points: Sequence[tuple[int, int]],
    shares: Mapping[Severity, float] = SHARES,
) -> list[tuple[WeekChange, ...]]:
    """Every metric of the weeks that end with some dates, as it was known at some instants.

    `points` are (ordinal of the date, seconds since 1970 UTC); the answer has a row of all metrics for each.
    `shares` are those of `SHARES`, or the reader's own.
    """
    if not points:
        return []
    history = _History(frames, points)
    sums = [history.two_weeks(metric, points) for metric in Metric]
    grown = [
        place
        for place in range(len(points))
        if any(above(one[place].share or 0.0, shares[Severity.INFO]) for one in sums)
    ]
    covered = covered_at(frames.recorded_from, [points[place] for place in grown], HISTORY_DAYS + WEEK)
    written = trailing_sums(~covered) <= UNKNOWN_SHARE * WEEK
    made: list[tuple[WeekChange, ...]] = list(zip(*sums, strict=True))
    for row, place in enumerate(grown):
        made[place] = tuple(
            history.judged(change, covered[row], written[row], shares) for change in made[place]
        )
    return made


class _History:
    """The sums of every metric around some points, and what was known of them then."""

    def __init__(self, frames: Frames, points: Sequence[tuple[int, int]]) -> None:
        self._first = first = min(day for day, _ in points) - HISTORY_DAYS - 2 * WEEK
        last = max(day for day, _ in points)
        self._bouts = frames.bouts
        self._amounts = {metric: [amount(bout, metric) for bout in frames.bouts] for metric in Metric}
        self._weeks = [week_of(frames, day, instant) for day, instant in points]
        covered = covered_at(frames.recorded_from, points, 2 * WEEK)
        self._gaps = (~covered).reshape(-1, 2, WEEK).sum(axis=2)
        self._daily = {metric: by_date(frames.bouts, self._amounts[metric], first, last) for metric in Metric}
        self._trailing = {metric: trailing_sums(one.sums) for metric, one in self._daily.items()}
        self._certain = {metric: trailing_sums(one.unknown) == 0 for metric, one in self._daily.items()}
        self._trained = np.zeros(last - first + 1, dtype=bool)
        self._trained[[bout.day - first for bout in frames.bouts if first <= bout.day <= last]] = True

    def two_weeks(self, metric: Metric, points: Sequence[tuple[int, int]]) -> list[WeekChange]:
        """The sums of the two weeks at each point, and their growth."""
        amounts = self._amounts[metric]
        weeks_before = np.array([day for day, _ in points]) - 2 * WEEK + 1 - self._first
        before = self._trailing[metric][weeks_before]
        is_known = (self._gaps <= UNKNOWN_SHARE * WEEK).all(axis=1) & self._certain[metric][weeks_before]
        columns = (
            points,
            self._weeks,
            self._gaps.tolist(),
            before.tolist(),
            (is_known & (before > 0)).tolist(),
        )
        made: list[WeekChange] = []
        for (day, _), week, gaps, past, known in zip(*columns, strict=True):
            values = [amounts[place] for place in week]
            if known and None not in values:
                now = sum(filter(None, values))
                made.append(WeekChange(metric, day, now, past, (now - past) / past, None))
            else:
                made.append(self._two_weeks(metric, day, week, *gaps))
        return made

    def _two_weeks(
        self, metric: Metric, day: int, week: Sequence[int], gaps_before: int, gaps_now: int
    ) -> WeekChange:
        amounts = [self._amounts[metric][place] for place in week]
        now = sum(filter(None, amounts))
        unknown = 0
        if None in amounts:
            days = (self._bouts[place].day for place in week)
            unknown = len({one for one, value in zip(days, amounts, strict=True) if value is None})
        ended = day - WEEK - self._first
        before = float(self._trailing[metric][ended - WEEK + 1])
        earlier = bool(self._daily[metric].sums[ended - 3 * WEEK + 1 : ended + 1].any())
        missing, in_use = "", earlier or now > 0
        if unknown + gaps_now > UNKNOWN_SHARE * WEEK:
            missing = self._lacks(metric, day, gaps_now)
            in_use = earlier if gaps_now > UNKNOWN_SHARE * WEEK else in_use
        elif gaps_before > UNKNOWN_SHARE * WEEK:
            missing, in_use = self._lacks(metric, day - WEEK, gaps_before), earlier
        elif not self._certain[metric][ended - WEEK + 1]:
            missing = self._lacks(metric, day - WEEK, gaps_before)
        elif not before > 0:
            missing = f"training in the 7 days to {says_day(day - WEEK)} to compare with"
        share = None if missing else (now - before) / before
        # Nobody is asked for what they have not been writing down: a new journal misses nothing.
        return WeekChange(metric, day, now, before, share, None, missing if in_use else "")

    def _lacks(self, metric: Metric, day: int, gaps: int) -> str:
        what = "entries on most dates" if gaps > UNKNOWN_SHARE * WEEK else _NEEDS[metric]
        return f"{what} in the 7 days to {says_day(day)}"

    def judged(
        self, change: WeekChange, covered: Marks, written: Marks, shares: Mapping[Severity, float]
    ) -> WeekChange:
        """The change with its level.

        `covered` are the 187 dates that end with its own, `written` whether enough of each 7 of them are covered.
        """
        if change.share is None or not above(change.share, shares[Severity.INFO]):
            return change
        ended = change.day - WEEK - self._first
        spans = slice(ended - HISTORY_DAYS + 1, ended - WEEK + 2)
        known = written[: HISTORY_DAYS - WEEK + 1] & self._certain[change.metric][spans]
        sums = self._trailing[change.metric][spans]
        usual = sums[known & self._trained[spans.start + WEEK - 1 : spans.stop + WEEK - 1]]
        if len(usual) >= NEEDED and not at_least(change.now, _quarter(usual)):
            return change
        level, grown = Severity.INFO, [worse for worse in STANDS_OUT if above(change.share, shares[worse])]
        recent = RECENT_DAYS - WEEK + 1
        highest = float(sums[-recent:][known[-recent:]].max()) if grown else 0.0
        for worse in grown:
            if not above(change.now, STANDS_OUT[worse] * highest):
                continue
            dates = slice(ended - recent + 1, ended + 1)
            recorded = covered[-recent - WEEK : -WEEK] & ~self._daily[change.metric].unknown[dates]
            if worse is Severity.CAUTION or int(recorded.sum()) >= KNOWN_DAYS:
                level = worse
        return change._replace(level=level)


def _quarter(values: Numbers) -> float:
    """The 25th percentile, between the two nearest values."""
    ordered = np.sort(values)
    place = (len(ordered) - 1) / 4
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))
