"""The flags that were raised about the pain of some places."""

from collections.abc import Collection

from journal.analysis.engine import History, rulebook
from journal.analysis.flags import Flag
from journal.analysis.frames import Frames
from journal.analysis.rows import Place

_OPPOSITE = {"left": "right", "right": "left"}


def flags_about(
    frames: Frames, history: History, places: Collection[Place], first: int, at: int
) -> tuple[Flag, ...]:
    """The flags that held from the local date `first` up to the instant `at` and are about one of the places.

    They name it, or rest on an entry of it; red flags always count.  The first one first.
    """
    entries = {entry.id for place in places for entry in frames.entries.get(place, ())}
    book = rulebook()
    return tuple(
        flag
        for flag in history.held_since(first, at)
        if book[flag.rule].theme == "red flags"
        or any(_names(flag, place) for place in places)
        or any(one.table == "pain" and one.id in entries for one in flag.evidence)
    )


def _names(flag: Flag, place: Place) -> bool:
    side = flag.subject.get("side", "")
    return flag.subject.get("region") == place.region and _OPPOSITE.get(side, "?") != place.side
