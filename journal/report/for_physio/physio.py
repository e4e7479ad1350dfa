"""What a physiotherapist wants to know of a pain: one frozen value, which the renderers only write down.

Nothing here judges or guesses: every number is counted from what was recorded, and what was not is None.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from journal.analysis.answers.answered import Answered, answers, other_signs
from journal.analysis.care.medication import Taken, taken
from journal.analysis.care.relief import MODERATE_NRS
from journal.analysis.care.response import Response, responses
from journal.analysis.flags import Flag
from journal.analysis.judge import Reading
from journal.analysis.pain.described import Described, Trend, described, trend
from journal.analysis.pain.episodes import Episode
from journal.analysis.pain.flags_about import flags_about
from journal.analysis.pain.onsets import DoneBefore, Onset, done_before, onsets
from journal.analysis.pain.returning import phases
from journal.analysis.pain.trained_through import TrainedThrough, trained_through
from journal.analysis.rows import ConditionRow, Place
from journal.analysis.training.weeks import PlacePain, pain_by_day
from journal.report.for_physio.annex import AnnexRow, annex
from journal.report.for_physio.both_sides import told_once, twins
from journal.report.weekly import EpisodeLine, episode_line

SPAN = timedelta(weeks=8)
"""How far back the page looks when nothing hurts now and nobody says since when."""

Read = Callable[[date], Reading]
"""Gives the journal as it is known now, read far enough to judge every instant from a date on."""


@dataclass(frozen=True, slots=True)
class PhysioEpisode:
    """An episode: its course in `line`, `entries` written in it, and what was told beside the scores.

    `early` and `late` are the medians of its first 24 h and of the 48 h up to its latest entry, which `trend`
    compares; None while less than 72 h lie between the first entry and the latest.
    """

    place: Place
    line: EpisodeLine
    entries: int
    peak_on: date
    latest_on: date
    trend: Trend
    early: float | None
    late: float | None
    told: Described

    @property
    def is_open(self) -> bool:
        """Whether it was open when the page was made."""
        return self.line.state == "open"


@dataclass(frozen=True, slots=True)
class PlaceOnsets:
    """The onsets of a place in time order, and the exercises that were done before them."""

    place: Place
    onsets: tuple[Onset, ...]
    done: tuple[DoneBefore, ...]


@dataclass(frozen=True, slots=True)
class Physio:
    """The pains of the local dates `[since, last]`, of some places when `about` says which.

    `episodes` are those that hurt on one of the dates, or are open still: open ones first, then the worst.  `pain`
    has the highest score of every date for each of their places.  Where both sides of a region were only written at
    once, they are one place.  `annex` are the records themselves.
    """

    as_of: datetime
    since: date
    last: date
    about: tuple[Place, ...]
    episodes: tuple[PhysioEpisode, ...]
    pain: tuple[PlacePain, ...]
    questions: tuple[Answered, ...]
    signs: tuple[Answered, ...]
    before: tuple[PlaceOnsets, ...]
    responses: tuple[Response, ...]
    trained: tuple[TrainedThrough, ...]
    conditions: tuple[ConditionRow, ...]
    taken: tuple[Taken, ...]
    flags: tuple[Flag, ...]
    annex: tuple[AnnexRow, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the episodes, in their order, each once."""
        return tuple(dict.fromkeys(one.place for one in self.episodes))

    @property
    def main(self) -> tuple[Place, ...]:
        """The places that matter most: they hurt now, or reached a score of 4; the first one when none did."""
        told = [one.place for one in self.episodes if one.is_open or one.line.peak >= MODERATE_NRS]
        return tuple(dict.fromkeys(told)) or self.places[:1]

    @property
    def days(self) -> int:
        """How many dates it is about."""
        return (self.last - self.since).days + 1


def physio(read: Read, as_of: datetime, since: date | None = None, about: Sequence[Place] = ()) -> Physio:
    """The page as of an instant, from the date `since` on, of all places or of those that it is to be about.

    Without it: from the beginning of the oldest episode that is open, or of the last 8 weeks when none is.
    """
    begin = as_of.date() - SPAN if since is None else since
    made = read(begin)
    if since is None:
        open_ones = [one.first_day for one in _wanted(made, about) if one.is_open(made.at)]
        oldest = date.fromordinal(min(open_ones)) if open_ones else begin
        if oldest < begin:
            made = read(oldest)
        begin = oldest
    return _page(made, as_of, begin, about)


def _wanted(made: Reading, about: Sequence[Place]) -> list[Episode]:
    return [
        one
        for one in made.frames.episodes
        if one.entries[0].ts <= made.at and (not about or one.place in about)
    ]


def _page(made: Reading, as_of: datetime, since: date, about: Sequence[Place]) -> Physio:
    frames, first, last = made.frames, since.toordinal(), as_of.date().toordinal()
    episodes = [one for one in _wanted(made, about) if one.painful[-1].day >= first or one.is_open(made.at)]
    stages = phases(frames, made.history.occurrences)
    lines = sorted(
        ((one, episode_line(one, made, stages)) for one in episodes),
        key=lambda pair: (pair[1].state != "open", -pair[1].peak, -pair[1].start.toordinal(), pair[0].place),
    )
    places = tuple(dict.fromkeys(one.place for one, _ in lines))
    pain = {one.place: one for one in pain_by_day(frames, since, as_of.date())}
    both = twins([one for one, _ in lines])
    return Physio(
        as_of=as_of,
        since=since,
        last=as_of.date(),
        about=tuple(about),
        episodes=tuple(told_once((_episode(one, line, made.at) for one, line in lines), both)),
        pain=tuple(told_once((pain[one] for one in places if one in pain), both)),
        questions=answers(frames, first),
        signs=other_signs(frames, first),
        before=tuple(
            replace(one, onsets=tuple(told_once(one.onsets, both)))
            for one in told_once((_before(made, one, first, last) for one in places), both)
        ),
        responses=responses(frames, episodes, first, last),
        trained=tuple(told_once(_trained(made, places, first, last), both)),
        conditions=tuple(
            one for one in frames.conditions if any(one.holds_on(day) for day in range(first, last + 1))
        ),
        taken=taken(frames, first, last),
        flags=flags_about(frames, made.history, places, first, made.at) if places else (),
        annex=annex(frames, first, last, about),
    )


def _episode(one: Episode, line: EpisodeLine, at: int) -> PhysioEpisode:
    early, late = one.windows(at) or (None, None)
    peak = max(one.entries, key=lambda entry: (entry.score, -entry.ts))
    return PhysioEpisode(
        place=one.place,
        line=line,
        entries=len(one.entries),
        peak_on=date.fromordinal(peak.day),
        latest_on=date.fromordinal(one.entries[-1].day),
        trend=trend(one, at),
        early=early,
        late=late,
        told=described(one.painful),
    )


def _before(made: Reading, place: Place, first: int, last: int) -> PlaceOnsets:
    began = onsets(made.frames, place, first, last, made.history.occurrences)
    return PlaceOnsets(place, began, done_before(made.frames, began, first, last))


def _trained(made: Reading, places: Sequence[Place], first: int, last: int) -> tuple[TrainedThrough, ...]:
    found = [one for place in places for one in trained_through(made.frames, place, first, last)]
    return tuple(sorted(found, key=lambda one: (one.bout.ts, places.index(one.place))))
