"""Time as the rules count it: whole seconds since 1970 in UTC, and dates as ordinals.

Hour thresholds use elapsed seconds, day rules the local date of the record; neither knows a time zone.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

MINUTE = 60
HOUR = 3600
DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_BLOCKS_FROM = date(2000, 1, 3).toordinal()
UNSURE_H = 12
"""A record whose time is not known stands at noon: it may have been this many hours earlier or later."""
ASKED_DAYS = 28
"""What was not recorded once in so many days is not asked for: a rule without it does not apply."""
COUNT_DAYS = 28
"""A window that counts records, such as the last 5 sessions, looks back at most so many dates."""
TOLERANCE = 1e-9
"""Float noise must not fire a rule."""


def midnight(ordinal: int, offset: int) -> int:
    """The instant at which a local date begins, for a clock `offset` seconds east of UTC."""
    return (ordinal - _EPOCH) * DAY - offset


def local_day(instant: int, offset: int) -> int:
    """The ordinal of the local date of an instant."""
    return (instant + offset) // DAY + _EPOCH


def moment(instant: int, offset: int = 0) -> datetime:
    """The instant as a datetime with that offset (seconds east of UTC)."""
    return datetime.fromtimestamp(instant, UTC).astimezone(timezone(timedelta(seconds=offset)))


def says(instant: int, offset: int) -> str:
    """The instant for a message: `Sun 22 Nov, 19:01`."""
    minutes = (instant + offset) % DAY // MINUTE
    return f"{says_day(local_day(instant, offset))}, {minutes // 60:02}:{minutes % 60:02}"


@lru_cache(maxsize=10_000)
def says_day(ordinal: int) -> str:
    """The date for a message: `Sun 22 Nov`."""
    day = date.fromordinal(ordinal)
    weekday, month = day.ctime().split()[:2]  # in English whatever the locale
    return f"{weekday} {day.day} {month}"


def says_span(hours: float) -> str:
    """A span for a message: `72 h 1 min`, from four days on `7 days 19 h`."""
    whole, minutes = divmod(round(hours * 60), 60)
    if whole < 96:
        return f"{whole} h {minutes} min" if minutes else f"{whole} h"
    days, rest = divmod(round(hours), 24)
    return f"{days} days {rest} h" if rest else f"{days} days"


def block_of(ordinal: int, days: int) -> int:
    """The block of `days` dates that a date lies in: what is said once in 28 days is said once in a block.

    Blocks are counted from 3 January 2000.
    """
    return (ordinal - _BLOCKS_FROM) // days


def first_of_block(block: int, days: int) -> int:
    """The ordinal of the first date of a block, as `block_of` counts them; blocks of 7 dates begin on Mondays."""
    return _BLOCKS_FROM + block * days


def above(value: float, limit: float) -> bool:
    """`value > limit`, float noise aside."""
    return value > limit + TOLERANCE


def at_least(value: float, limit: float) -> bool:
    """`value >= limit`, float noise aside."""
    return value >= limit - TOLERANCE
