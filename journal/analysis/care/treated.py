"""What was done against a pain: for which place, and how sure its time is."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from journal.analysis.frames import Frames
from journal.analysis.instants import ASKED_DAYS, DAY, HOUR, UNSURE_H, above, at_least
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import open_episode
from journal.analysis.rows import CareRow, PainRow, Place, places
from journal.analysis.rulebook import EVENT_DAYS, Missing
from journal.analysis.telling import says_when
from journal.analysis.timeline import Timeline
from journal.place_names import spoken
from journal.vocabulary import CareKind, Region, Side, display

HEAT = frozenset({CareKind.HEAT, CareKind.WARM_BATH})
"""What warms a place."""
PACKS = frozenset({CareKind.COLD, CareKind.HEAT})
"""What is put on for some minutes; a bath is not."""
COLD_OR_HEAT = PACKS | HEAT

NOT_HERE = frozenset({Region.HEAD, Region.CHEST, Region.ABDOMEN})
"""Places whose pain nobody should be told to treat with cold or heat: it may not be a muscle."""

_OTHER = (("left", "right"), ("right", "left"))


SKIN = (
    " Keep a cloth between the pack and the skin, and use neither cold nor heat on numb skin, while you sleep, or "
    "with poor circulation."
)
"""What every advice about cold or heat adds."""


def unsure(*known: bool) -> int:
    """By how many seconds a span may be wrong, given whether the time of each of its ends is known."""
    return sum(UNSURE_H * HOUR for one in known if not one)


def start_known(episode: Episode) -> bool:
    """Whether the time at which the episode began is known: by a told onset, or by that of its first entry."""
    return episode.start < episode.entries[0].ts or episode.entries[0].time_known


def is_early(row: CareRow, episode: Episode, hours: float) -> bool | None:
    """Whether less than `hours` had passed since the pain began; None when that depends on an unknown time."""
    age, doubt = row.ts - episode.start, unsure(row.time_known, start_known(episode))
    answers = {at >= 0 and not at_least(at / HOUR, hours) for at in (age - doubt, age + doubt)}
    return answers.pop() if len(answers) == 1 else None


def is_for(row: CareRow, place: Place) -> bool:
    """Whether it was done for that place: the same region, and not the other side of it.

    A side that was not said, or both, fits either.
    """
    return row.region == place.region and (row.side, place.side) not in _OTHER


def subjects(row: CareRow) -> tuple[dict[str, str], ...]:
    """What a flag about the application itself is about: its place, each of two sides, or its kind."""
    if not row.region:
        return ({"kind": row.kind},)
    return tuple(place.subject for place in places(row.region, row.side))


def applied(row: CareRow) -> str:
    """`Heat on the left knee (Sun 22 Nov, 19:01)`; without a place when none was told."""
    what = display(CareKind(row.kind)).capitalize()
    lies = "on" if row.kind in COLD_OR_HEAT else "of"
    if not row.region:
        where = ""
    elif row.side == Side.BOTH:
        where = f" {lies} the {spoken(row.region, row.side)}"
    else:
        where = f" {lies} the {places(row.region, row.side)[0]}"
    return f"{what}{where} ({says_when(row)})"


def done(frames: Frames, kinds: Collection[str]) -> list[CareRow]:
    """The care of these kinds, in time order."""
    return [row for row in frames.care if row.kind in kinds]


class Open:
    """The episodes that are open when something is done."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._places: dict[str, list[Place]] = {}
        for place in sorted(frames.course):
            self._places.setdefault(place.region, []).append(place)

    def at(self, row: CareRow) -> Iterator[Episode]:
        """Those of the place that it was done for; of any place when none was told."""
        regions = [row.region] if row.region else self._places
        for region in regions:
            for place in self._places.get(region, ()):
                if not row.region or is_for(row, place):
                    episode = open_episode(self._frames, place, row.ts)
                    if episode is not None:
                        yield episode


class Done:
    """Care by place: what was done for it, or for no place in particular."""

    def __init__(self, rows: Collection[CareRow]) -> None:
        self._rows = rows
        self._by_place: dict[Place, list[CareRow]] = {}

    def between(self, place: Place, first: int, last: int) -> list[CareRow]:
        """The care of `[first, last]` for that place; what has no time counts when it may lie there."""
        rows = self._of(place)
        near = rows[bisect_left(rows, first - unsure(False), key=_ts) : bisect_right(rows, last, key=_ts)]
        return [row for row in near if row.ts >= first or not row.time_known]

    def _of(self, place: Place) -> list[CareRow]:
        if place not in self._by_place:
            self._by_place[place] = [row for row in self._rows if not row.region or is_for(row, place)]
        return self._by_place[place]


def followed_by(row: CareRow, entries: Timeline[PainRow], hours: float) -> Iterator[tuple[PainRow, bool]]:
    """The entries at most `hours` after something was done, each with whether that is sure.

    Where a time is not known, those that may have come so soon after it.
    """
    reach = unsure(False, False)
    for entry in entries.between(row.ts - reach, row.ts + int(hours * HOUR) + reach):
        elapsed, doubt = entry.ts - row.ts, unsure(row.time_known, entry.time_known)
        if elapsed + doubt > 0 and not above((elapsed - doubt) / HOUR, hours):
            yield entry, not doubt


def _ts(row: CareRow) -> int:
    return row.ts


def not_told(row: CareRow, told: Timeline[CareRow], what: str) -> Iterator[Missing]:
    """That something of an application was not told, when it was at least once in the 28 days before."""
    if told.last(row.ts, ASKED_DAYS * DAY) is not None:
        for subject in subjects(row):
            yield Missing(subject=subject, since=row.ts, until=row.ts + EVENT_DAYS * DAY, what=(what,))


def time_missing(place: Place, since: int, whose: str) -> Missing:
    """That a span in hours cannot be told, because a time is not known."""
    return missing(place, since, f"the time of the {whose}")


def missing(place: Place, since: int, what: str) -> Missing:
    """That something about a place is not recorded, for seven days."""
    return Missing(subject=place.subject, since=since, until=since + EVENT_DAYS * DAY, what=(what,))
