"""Which columns of any CSV file hold the date and the time of day, where their names leave it open."""

import re
from collections.abc import Callable, Mapping, Sequence

from journal.interchange.rows.sheet import Row

DATE, CLOCK, LENGTH = "date", "time_of_day", "duration"
"""What such a column can hold, in the words of `generic_meanings.MEANINGS`."""

_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(\s*[ap]\.?m\.?)?", re.IGNORECASE)
_CLOCK_TO_THE_SECOND = re.compile(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s*[ap]\.?m\.?)?", re.IGNORECASE)
_TIME_WITHIN = re.compile(r"[0-9]:[0-9]{2}|[0-9]\s*[ap]\.?m\b", re.IGNORECASE)


def by_content(words: Mapping[int, str], called_time: int | None, rows: Sequence[Row]) -> dict[int, str]:
    """The words of the columns, by place, after a look at what stands in the rows.

    Of several columns of dates, one that holds times of day alone is the clock beside the others; of these the
    first with a time is taken.  The column that is `called_time` is the clock when each row has a time of day in
    it and no date has one: a length is not written for every set, and rarely in hours and minutes.
    """
    found = dict(words)
    dates = [place for place, word in words.items() if word == DATE]
    if len(dates) > 1:
        for place in dates:
            if _all(rows, place, _CLOCK_TO_THE_SECOND.fullmatch):
                found[place] = CLOCK
        left = [place for place in dates if found[place] == DATE]
        best = next(
            (place for place in left if _any(rows, place, _TIME_WITHIN.search)), left[0] if left else None
        )
        found = {place: word for place, word in found.items() if word != DATE or place == best}
    dates = [place for place, word in found.items() if word == DATE]
    if called_time is not None and CLOCK not in found.values() and dates:
        others = any(word in ("seconds", "minutes") for word in found.values())
        shape = _CLOCK_TO_THE_SECOND if others else _CLOCK
        timed = _any(rows, dates[0], _TIME_WITHIN.search)
        if not timed and _all(rows, called_time, shape.fullmatch, every=True):
            found[called_time] = CLOCK
    return found


Match = Callable[[str], object]


def _cells(rows: Sequence[Row], place: int) -> list[str]:
    return [row.cells[place].strip() for row in rows if place < len(row.cells)]


def _all(rows: Sequence[Row], place: int, match: Match, *, every: bool = False) -> bool:
    """Whether all cells that hold something, or with `every` all cells, are so; False when none is."""
    cells = [cell for cell in _cells(rows, place) if cell or every]
    return bool(cells) and all(match(cell) for cell in cells)


def _any(rows: Sequence[Row], place: int, match: Match) -> bool:
    return any(match(cell) for cell in _cells(rows, place))
