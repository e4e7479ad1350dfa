"""The way back to training after a pain, place by place: pain, settling, returning, normal.

A place is in pain when it hurts at 4 or more, when a warning or an urgent flag is raised on its open episode, or
when pain comes back after a workout while it is returning.  It settles once nothing above 3 was written for 24 h
and the newest entry lies clearly below the peak; silence settles it when the episode closes.  The first workout
that loads it again begins the return, which is over after 14 dates.  Ordinary soreness up to 3 never begins it.

At any instant a phase rests only on what was known then; its `until` may come of what came later.
"""

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from journal.analysis.frames import Frames
from journal.analysis.pain.doms import MILD, State, soreness
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.painful import open_episode
from journal.analysis.pain.way_back import Alarm, Phase, Setback, Stage, Way
from journal.analysis.rows import Place, places
from journal.analysis.rulebook import RULES, Found, Occurrence, Rule
from journal.vocabulary import Severity

_WARNED = frozenset({Severity.URGENT, Severity.WARNING})
_THEMES = frozenset({"red flags", "course of a pain"})

_Raised = dict[Place, list[Alarm]]
_LATELY: WeakKeyDictionary[Frames, tuple[_Raised, Setback, list[Phase]]] = WeakKeyDictionary()
"""What was made last of a journal: the rules of one evaluation all ask for the same."""


def rests_on_flags(one: Rule) -> bool:
    """The rules whose warnings put a place in pain: what a rule about phases rests on."""
    return one.theme in _THEMES and bool(_WARNED.intersection(one.severity))


def phases(frames: Frames, occurrences: Iterable[Occurrence], setback: Setback | None = None) -> list[Phase]:
    """The phases of every place that ever was in pain, by place and time.

    `occurrences` are what the rules found, in any order; those that do not matter here may be among them.
    """
    raised, limits = _raised(frames, occurrences), setback or Setback()
    lately = _LATELY.get(frames)
    if lately is None or lately[:2] != (raised, limits):
        made = [
            phase
            for place in sorted(frames.course)
            for phase in Way(frames, place, raised.get(place, ()), limits).phases()
        ]
        lately = _LATELY[frames] = (raised, limits, made)
    return lately[2]


def in_stage(stage: Stage, frames: Frames, found: Found, setback: Setback | None = None) -> Iterator[Phase]:
    """The phases of one stage, for a rule that rests on `rests_on_flags`."""
    warned = (one for name, some in found.items() if rests_on_flags(RULES[name]) for one in some)
    return (phase for phase in phases(frames, warned, setback) if phase.stage is stage)


def phase_at(made: Iterable[Phase], place: Place, instant: int) -> Phase | None:
    """The phase of a place at an instant; None when it has been normal all along."""
    return next(
        (
            phase
            for phase in made
            if phase.place == place
            and phase.since <= instant
            and (phase.until is None or instant < phase.until)
        ),
        None,
    )


def _raised(frames: Frames, occurrences: Iterable[Occurrence]) -> dict[Place, list[Alarm]]:
    """The warnings and urgent flags that were raised on an open episode of their place."""
    found: dict[Place, list[Alarm]] = {}
    for one in occurrences:
        if one.severity not in _WARNED or "region" not in one.subject or RULES[one.rule].theme not in _THEMES:
            continue
        for place in places(one.subject["region"], one.subject.get("side", "")):
            episode = open_episode(frames, place, one.since)
            at = None if episode is None else _not_mere_soreness(frames, episode, one)
            if episode is not None and at is not None:
                found.setdefault(place, []).append(Alarm(at, True, episode))
    return found


def _not_mere_soreness(frames: Frames, episode: Episode, one: Occurrence) -> int | None:
    """From when on the flag counts: not as long as the pain is mild and follows the course of soreness."""
    peak = episode.peak(one.since)
    if peak is None or peak.score > MILD:
        return one.since
    course = soreness(frames, episode)
    if course is None or course.verdict(one.since).state is not State.TYPICAL:
        return one.since
    ends = episode.closed_at if one.until is None else min(one.until, episode.closed_at)
    turns = (since for since, _, verdict in course.course if verdict.state is not State.TYPICAL)
    return next((since for since in turns if one.since < since < ends), None)
