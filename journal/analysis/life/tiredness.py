"""Signs of being worn out: a short or bad night, or tiredness that was ticked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journal.analysis.flags import Evidence
from journal.analysis.frames import Frames
from journal.analysis.instants import at_least
from journal.vocabulary import Symptom


class Sign(NamedTuple):
    """One sign: when it became known (seconds since 1970 UTC), by which clock, in words, and its record."""

    ts: int
    offset: int
    words: str
    evidence: Evidence


def worn_out(frames: Frames, sleep_h: float, sleep_quality: float) -> Mapping[int, Sequence[Sign]]:
    """The signs of each date (an ordinal) that has any, in the order in which they became known.

    A night of less than `sleep_h` hours, or one that was rated `sleep_quality` or worse, belongs to the date after it.
    """
    found: dict[int, list[Sign]] = {}
    for night in frames.checkins:
        words = []
        if night.sleep_h is not None and not at_least(night.sleep_h, sleep_h):
            words.append(f"{round(night.sleep_h, 1):g} h of sleep")
        if night.sleep_quality is not None and night.sleep_quality <= sleep_quality:
            words.append(f"sleep rated {night.sleep_quality} of 5")
        if words:
            sign = Sign(night.ts, night.offset, " and ".join(words), Evidence("checkins", night.id))
            found.setdefault(night.day, []).append(sign)
    for row in frames.symptoms:
        if row.symptom == Symptom.TIRED and row.present:
            sign = Sign(row.ts, row.offset, "tired", Evidence("symptoms", row.id))
            found.setdefault(row.day, []).append(sign)
    return {day: sorted(signs) for day, signs in found.items()}


def nights_told(frames: Frames) -> Mapping[int, int]:
    """The dates (ordinals) with a word on the night before, each with the instant at which it was known."""
    return {
        night.day: night.ts
        for night in frames.checkins
        if night.sleep_h is not None or night.sleep_quality is not None
    }


def asked(frames: Frames) -> Mapping[int, int]:
    """The dates with an answer on how worn out one is, whatever it says, each with the instant of the first."""
    first = dict(nights_told(frames))
    for row in frames.symptoms:
        if row.symptom == Symptom.TIRED:
            first[row.day] = min(row.ts, first.get(row.day, row.ts))
    return first
