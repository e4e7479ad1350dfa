"""What was told of a pain beside its scores: how it feels, when, how far it runs, and what set it off."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.analysis.instants import at_least
from journal.analysis.pain.episodes import MCID_PTS, Episode
from journal.analysis.rows import PainRow
from journal.vocabulary import Mechanism, Radiation

_FAR = [one.value for one in Radiation]

Told = tuple[tuple[str, int], ...]
"""Words of a closed list, each with how many entries told it, the most frequent first."""


class Trend(StrEnum):
    """Where a pain is going: its first 24 hours against the 48 hours up to its latest entry."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "much the same"
    EARLY = "too early to tell"


def trend(episode: Episode, instant: int) -> Trend:
    """How an episode went so far; `EARLY` while less than 72 h lie between its first and its latest entry.

    Better is what `Episode.improved` says; worse is a median that is higher by the smallest change that matters.
    """
    windows = episode.windows(instant)
    if windows is None:
        return Trend.EARLY
    if episode.improved(instant):
        return Trend.BETTER
    early, late = windows
    return Trend.WORSE if at_least(late - early, MCID_PTS) else Trend.SAME


@dataclass(frozen=True, slots=True)
class Described:
    """What some entries told; an answer is None when nobody gave it, and yes when it was yes once.

    `radiates_to` is the farthest that it was said to run, `none` when it was only denied, "" when never told.
    """

    qualities: Told
    contexts: Told
    mechanisms: Told
    radiates_to: str
    sudden: bool | None
    pop_heard: bool | None
    bruising: bool | None
    swelling: bool | None
    limits_movement: bool | None


def described(entries: Sequence[PainRow]) -> Described:
    """What these entries of one pain told beside their scores."""
    told = [entry.radiates_to for entry in entries if entry.radiates_to]
    return Described(
        qualities=_counted(word for entry in entries for word in sorted(entry.qualities)),
        contexts=_counted(entry.context for entry in entries),
        mechanisms=_counted(entry.mechanism for entry in entries if entry.mechanism != Mechanism.NONE),
        radiates_to=max(told, key=_FAR.index, default=""),
        sudden=_ever(entry.sudden for entry in entries),
        pop_heard=_ever(entry.pop_heard for entry in entries),
        bruising=_ever(entry.bruising for entry in entries),
        swelling=_ever(entry.swelling for entry in entries),
        limits_movement=_ever(entry.limits_movement for entry in entries),
    )


def _counted(words: Iterable[str]) -> Told:
    counts = Counter(filter(None, words))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _ever(answers: Iterable[bool | None]) -> bool | None:
    given = [answer for answer in answers if answer is not None]
    return any(given) if given else None
