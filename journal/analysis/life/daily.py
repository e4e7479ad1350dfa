"""What check-ins tell of daily life, beside back pain: the newest that were known at an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from journal.analysis.flags import Evidence, Threshold
from journal.analysis.frames import Frames
from journal.analysis.instants import DAY, block_of, local_day, midnight, says_day
from journal.analysis.rows import CheckInRow, PainRow
from journal.analysis.rulebook import EVENT_DAYS, Occurrence
from journal.analysis.stretches import Point, Stretch, stretches
from journal.analysis.telling import evidence_of, tell_pain
from journal.vocabulary import BACK, Severity

WINDOW_DAYS = 28
"""A window that counts check-ins looks back at most so many dates."""

Test = Callable[[CheckInRow], bool]


class Occasion(NamedTuple):
    """An instant at which something became known that a rule judges by; `day` is its local date (ordinal).

    `checkin`: a check-in became known then, and not only a pain entry.
    """

    at: int
    checkin: bool
    offset: int
    day: int


class CheckIns:
    """The check-ins that tell a certain thing."""

    def __init__(self, frames: Frames, tells: Test) -> None:
        self.rows = [row for row in frames.checkins if tells(row)]
        self._days = [row.day for row in self.rows]

    def newest(self, occasion: Occasion, count: int, days: int = WINDOW_DAYS) -> list[CheckInRow]:
        """The last `count` that were known then, by date, of the `days` dates up to that of the occasion."""
        found: list[CheckInRow] = []
        # A check-in of tomorrow may be known: somewhere it is tomorrow.
        place = bisect_right(self._days, occasion.day + 1)
        while place and len(found) < count and self._days[place - 1] > occasion.day - days:
            place -= 1
            if self.rows[place].ts <= occasion.at:
                found.append(self.rows[place])
        return found[::-1]


class BackPain:
    """The entries of back pain from a score on, by date, those of a date in time order."""

    def __init__(self, frames: Frames, least_nrs: int) -> None:
        found = [row for row in frames.pain if row.score >= least_nrs and row.region in BACK]
        self.rows = sorted(found, key=lambda row: row.day)
        self._days = [row.day for row in self.rows]

    def among(self, first: int, last: int, at: int) -> list[PainRow]:
        """Those of the dates `[first, last]` that were known at an instant, by date."""
        rows = self.rows[bisect_left(self._days, first) : bisect_right(self._days, last)]
        return [row for row in rows if row.ts <= at]


def worst_of(rows: Iterable[PainRow]) -> PainRow:
    """The entry with the highest score; the earliest of equals."""
    return min(rows, key=lambda row: (-row.score, row.ts, row.id))


def occasions(checkins: CheckIns, pains: BackPain | None = None) -> list[Occasion]:
    """Every instant at which a check-in or an entry of back pain became known, in order."""
    told = [Occasion(row.ts, True, row.offset, local_day(row.ts, row.offset)) for row in checkins.rows]
    if pains is not None:
        told += [Occasion(row.ts, False, row.offset, row.day) for row in pains.rows]
    # Of one instant a check-in speaks, and the clock furthest to the east.
    return list({one.at: one for one in sorted(told)}.values())


class Beside(NamedTuple):
    """Some check-ins, those of them that count, and the worst back pain of the same time, as they were known."""

    occasion: Occasion
    rows: Sequence[CheckInRow]
    counted: Sequence[CheckInRow]
    worst: PainRow

    @property
    def share(self) -> str:
        """`3 of the last 7`."""
        return f"{len(self.counted)} of the last {len(self.rows)}"

    @property
    def span(self) -> str:
        """`Mon 9 Nov to Sun 15 Nov`."""
        return span_of(self.rows)


def newest_of(rows: Sequence[CheckInRow]) -> int:
    """When the newest of some check-ins became known."""
    return max(row.ts for row in rows)


def span_of(rows: Sequence[CheckInRow]) -> str:
    """The dates of some check-ins: `Mon 9 Nov to Sun 15 Nov`, `Sun 15 Nov`."""
    first, last = says_day(rows[0].day), says_day(rows[-1].day)
    return first if first == last else f"{first} to {last}"


def beside_pain(
    checkins: CheckIns,
    pains: BackPain,
    counts: Test,
    *,
    of: int,
    least: int,
    caution_nrs: int | None = None,
) -> Iterator[Stretch[Beside]]:
    """While `least` of the last `of` check-ins count and the back hurt on their dates, from the first to the last.

    A tip, and a caution while the worst entry of those dates is `caution_nrs` or more.
    """
    points = list(_beside_pain(checkins, pains, counts, of, least, caution_nrs))
    for level in (Severity.CAUTION, Severity.INFO):
        for found in stretches(one if one.level is level else one._replace(level=None) for one in points):
            if found.seen is not None:
                yield Stretch(found.since, found.until, found.level, found.seen)


def _beside_pain(
    checkins: CheckIns,
    pains: BackPain,
    counts: Test,
    of: int,
    least: int,
    caution_nrs: int | None,
) -> Iterator[Point[Beside | None]]:
    rows: list[CheckInRow] = []
    counted: list[CheckInRow] = []
    ends = 0
    for occasion in occasions(checkins, pains):
        if occasion.checkin:
            rows = checkins.newest(occasion, of)
            counted = [row for row in rows if counts(row)]
            ends = newest_of(rows) + EVENT_DAYS * DAY if rows else 0
        elif len(counted) < least or not rows[0].day <= occasion.day <= rows[-1].day:
            continue
        hurt = pains.among(rows[0].day, rows[-1].day, occasion.at) if len(counted) >= least else []
        if not hurt or ends <= occasion.at:
            yield Point(occasion.at, None, occasion.at, None)
            continue
        seen = Beside(occasion, rows, counted, worst_of(hurt))
        bad = caution_nrs is not None and seen.worst.score >= caution_nrs
        yield Point(occasion.at, Severity.CAUTION if bad else Severity.INFO, ends, seen)


def with_pain(
    occasion: Occasion,
    rows: Sequence[CheckInRow],
    counted: Sequence[CheckInRow],
    pains: BackPain,
    pain_days: int,
    days: int = 0,
) -> Point[Beside] | None:
    """The check-ins and the back pain of the last `pain_days` dates; None when there was none.

    It holds until the check-ins are seven days old, or, where they are a window of `days` dates, until the last of
    them leaves it; and never longer than the newest pain lies in its own window.
    """
    hurt = pains.among(occasion.day - pain_days + 1, occasion.day + 1, occasion.at)
    if not hurt:
        return None
    seen = Beside(occasion, rows, counted, worst_of(hurt))
    last = rows[-1]
    ends = midnight(last.day + days, last.offset) if days else newest_of(rows) + EVENT_DAYS * DAY
    painless = midnight(hurt[-1].day + pain_days, occasion.offset)
    return Point(occasion.at, Severity.INFO, min(ends, painless), seen)


def told_beside(
    found: Stretch[Beside], said: str, least: int, *, hurt: str = "hurt in that time"
) -> Occurrence:
    """What is said of check-ins beside back pain; `said` is the first part of the sentence."""
    seen = found.seen
    return Occurrence(
        subject={},
        since=found.since,
        until=found.until,
        severity=found.level,
        message=f"{said} ({seen.span}), and your back {hurt}: {tell_pain(seen.worst)}.",
        evidence=(*evidence_in(seen.counted), *evidence_of(seen.worst)),
        value=len(seen.counted),
        threshold=Threshold(">=", least),
        episode=each_time(found.since),
        offset=seen.occasion.offset,
    )


def each_time(since: int) -> str:
    """Each time counts by itself: what was so for a day must not keep quiet what is so for weeks soon after."""
    return f"@{since}"


def evidence_in(rows: Sequence[CheckInRow]) -> tuple[Evidence, ...]:
    """Check-ins as evidence."""
    return tuple(Evidence("checkins", row.id) for row in rows)


Seen = TypeVar("Seen")


def once_in(
    days: int, judged_on: Iterable[Occasion], judge: Callable[[Occasion], Point[Seen] | None]
) -> Iterator[Stretch[Seen]]:
    """The first occasion at which something held in each block of `days` dates, for as long as it did.

    That is at most `WINDOW_DAYS`, so that it does not stand all the time.  `judge` is asked only where it matters,
    and gives None where it does not hold.  What goes on from the block before stands for both.
    """
    told: set[int] = set()
    held: Stretch[Seen] | None = None
    for occasion in judged_on:
        block = block_of(occasion.day, days)
        over = held is None or occasion.at >= held.until
        if over and block in told:
            continue
        point = judge(occasion)
        if point is None or point.level is None or point.ends <= occasion.at:
            if held is not None and not over:
                held = Stretch(held.since, occasion.at, held.level, held.seen)
            continue
        told.add(block)
        if held is None or over:
            if held is not None:
                yield held
            held = Stretch(occasion.at, point.ends, point.level, point.seen)
        else:
            ends = min(max(held.until, point.ends), held.since + WINDOW_DAYS * DAY)
            held = Stretch(held.since, ends, held.level, held.seen)
    if held is not None:
        yield held
