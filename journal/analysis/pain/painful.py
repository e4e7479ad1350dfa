"""Where it hurts at an instant, and what a hurting back speaks against."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from journal.analysis.frames import Frames
from journal.analysis.instants import HOUR
from journal.analysis.pain.episodes import NOT_DULL, Episode
from journal.analysis.rows import PainRow, Place
from journal.vocabulary import BACK, Context, Quality
from journal.vocabulary import ExerciseTag as Tag

SHARP = frozenset({Quality.SHARP, Quality.STABBING, Quality.SHOOTING})
"""Qualities of a pain that is sharp."""
ACTIVE_H = 48
"""An entry of at most this age keeps back pain active."""
ACTIVE_NRS = 4
"""From this score on an entry does so by itself."""
ACTIVE_NOT_DULL_NRS = 2
"""From this score on it does so when it is sharp, nervous or radiating; dull pain below 4 may be trained through."""

LEAVE_OUT_TAGS = (
    Tag.HIGH_IMPACT,
    Tag.JUMP,
    Tag.AXIAL_LOAD,
    Tag.PRONE_ARCH,
    Tag.CORE_INTENSE,
    Tag.SEATED_FOLD,
    Tag.LOADED_TWIST,
    Tag.TWIST,
)
"""What to leave out while the back hurts; twisting without weight, the last, is only worth knowing."""
BACK_PLACES = tuple(Place(region) for region in sorted(BACK))


class ActivePain(NamedTuple):
    """An open episode of the back, and the worst entry of the last 48 h that makes it active."""

    episode: Episode
    entry: PainRow


def open_episode(frames: Frames, place: Place, instant: int) -> Episode | None:
    """The episode of that place that is open then; None when there is none."""
    started = bisect_right(frames.opened.get(place, ()), instant)
    if not started:
        return None
    latest = frames.course[place][started - 1]
    return latest if latest.is_open(instant) else None


def began_with(entry: PainRow, instant: int) -> bool:
    """Whether the entry is of the workout that starts at that very instant, and not of the time before it.

    Who logs a workout and what hurt during it in one go gives both the same time.
    """
    return entry.ts == instant and entry.context in (Context.DURING, Context.RIGHT_AFTER)


def before_workout(frames: Frames, place: Place, start: int) -> PainRow | None:
    """The newest entry of that place that was there when a workout started."""
    entries = frames.entries.get(place, [])
    known = bisect_right(frames.written.get(place, ()), start)
    while known and began_with(entries[known - 1], start):
        known -= 1
    return entries[known - 1] if known else None


def active_back_pains(frames: Frames, instant: int, *, workout: bool = False) -> Iterator[ActivePain]:
    """Active back pain by place, at most one for each of the three regions of the back.

    With `workout` a workout starts at that instant: what hurt during it was not there before.
    """
    for place in BACK_PLACES:
        episode = open_episode(frames, place, instant)
        if episode is None:
            continue
        recent = episode.between(instant - ACTIVE_H * HOUR, instant)
        telling = [
            entry for entry in recent if is_telling(entry) and not (workout and began_with(entry, instant))
        ]
        if telling:
            yield ActivePain(episode, max(telling, key=lambda entry: (entry.score, entry.ts, entry.id)))


def active_back_pain(frames: Frames, instant: int) -> ActivePain | None:
    """The worst active back pain at that instant; None when the back is not in active pain.

    Active: an open episode of the back with, in the last 48 h (inclusive), an entry of 4 or more, or one of 2 or
    more that is sharp, stabbing, shooting, burning, tingling, numb or radiating.
    """
    return max(
        active_back_pains(frames, instant),
        key=lambda active: (active.entry.score, active.entry.ts),
        default=None,
    )


def is_telling(entry: PainRow) -> bool:
    """Whether such an entry makes back pain active."""
    strange = bool(entry.qualities & NOT_DULL) or entry.radiates
    return entry.score >= (ACTIVE_NOT_DULL_NRS if strange else ACTIVE_NRS)
