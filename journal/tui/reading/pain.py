"""What the Pain page shows beside the body: where it hurt of late, how much, and what was trained before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from journal import clock
from journal.body import Place
from journal.columns import one_line
from journal.entry import Writer, say
from journal.records import Pain, Session
from journal.vocabulary import Context, Region, display

if TYPE_CHECKING:
    from journal.storage import Store

RECENT = 9
"""Recent places, one for each digit from 1."""
_RECENT_DAYS = 90
_CURRENT = timedelta(hours=72)
"""How long a score counts as how much the place hurts now."""
_TRAINED_DAYS = 17
"""Workouts that a pain can come after: its onset is believed for 14 days, and follows within 3."""
_LONGEST = timedelta(minutes=300)
"""A longer duration is a forgotten timer."""
_ASSUMED = timedelta(minutes=60)
"""How long a workout of unknown duration is taken to have lasted, as the rules do."""
_SHORTLY = timedelta(minutes=60)
"""How long after its end a workout makes a pain one of right after it."""
_HOURS_TOLD = 12
"""Up to so many hours an earlier day is told by hours."""
_NAMED = 2
"""Exercises of a workout that are named."""
_FIRST_PLACE = Place(Region.LOWER_BACK)


@dataclass(frozen=True, slots=True)
class Trained:
    """A workout that a pain may have come after; `ended` is assumed when its duration is not known."""

    id: UUID
    began: datetime
    ended: datetime
    time_known: bool
    words: str


@dataclass(frozen=True, slots=True)
class PainView:
    """What is known of pains at `at`.

    `recent` are the places of the last 90 days, latest first; `last` is the latest entry of each of them.
    `scores` are those of the last 72 hours.  `trained` are the workouts of the last days, latest first.
    """

    at: datetime
    recent: tuple[Place, ...] = (_FIRST_PLACE,)
    last: Mapping[Place, Pain] = field(default_factory=dict)
    scores: Mapping[Place, int] = field(default_factory=dict)
    trained: tuple[Trained, ...] = ()

    def last_at(self, place: Place | None) -> Pain | None:
        """The latest entry of a place; None when there is none of late."""
        return self.last.get(place) if place is not None else None

    def told(self, writer: Writer) -> Mapping[Place, str]:
        """What was last said of each place besides its score: `yesterday, dull, on waking`."""
        return {place: self._told(pain, writer) for place, pain in self.last.items()}

    def _told(self, pain: Pain, writer: Writer) -> str:
        _, _, rest = say(pain, writer).partition(f": {pain.score}")
        return f"{self.when(pain)}{rest}"

    def when(self, pain: Pain) -> str:
        """When an entry was: its time on the day that is shown, else how many days before."""
        days = (self.at.date() - pain.at.date()).days
        if days == 0:
            return "the same day" if pain.time_known is False else f"{pain.at:%H:%M}"
        return "yesterday" if days == 1 else f"{days} days ago"

    def ago(self, trained: Trained) -> str:
        """A workout with how long ago it ended: `squat, bench press …, 2 h ago`."""
        days = (self.at.date() - trained.began.date()).days
        hours = (self.at - trained.ended) / timedelta(hours=1)
        if days and (hours > _HOURS_TOLD or not trained.time_known):
            told = "yesterday" if days == 1 else f"{days} days ago"
        elif not trained.time_known:
            told = "the same day"
        elif hours < 0:
            told = "under way"
        else:
            told = f"{round(hours * 60)} min ago" if hours < 1 else f"{round(hours)} h ago"
        return f"{trained.words}, {told}"

    def around(self, at: datetime) -> Context | None:
        """Whether that moment lies in a workout or shortly after one; None when it does not."""
        for one in self.trained:
            if one.time_known and one.began <= at < one.ended:
                return Context.DURING
            if one.time_known and one.ended <= at <= one.ended + _SHORTLY:
                return Context.RIGHT_AFTER
        return None


def place_of(pain: Pain) -> Place:
    """Where a pain is."""
    return Place(pain.region, pain.side)


def read_pain(store: "Store", writer: Writer, day: date) -> PainView:
    """The pains and workouts before now, or before the end of a day that is past."""
    at = writer.now
    if day < at.date():
        at = clock.in_offset(datetime.combine(day, time(23, 59, 59)), writer.zone)
    pains = store.rows(Pain, since=day - timedelta(days=_RECENT_DAYS), until=day)
    last = {place_of(one): one for one in pains if one.at <= at}
    recent = sorted(last, key=lambda place: last[place].at, reverse=True)
    sessions = store.sessions(since=day - timedelta(days=_TRAINED_DAYS), until=day)
    trained = [_trained(one, writer) for one in sessions if one.workout.started_at <= at]
    return PainView(
        at=at,
        recent=tuple(recent[:RECENT]) or (_FIRST_PLACE,),
        last=last,
        scores={place: one.score for place, one in last.items() if at - one.at <= _CURRENT},
        trained=tuple(reversed(trained)),
    )


def _trained(session: Session, writer: Writer) -> Trained:
    workout = session.workout
    lasted = timedelta(minutes=workout.duration_min) if workout.duration_min is not None else _ASSUMED
    return Trained(
        id=workout.id,
        began=workout.started_at,
        ended=workout.started_at + (lasted if lasted <= _LONGEST else _ASSUMED),
        time_known=workout.time_known is not False,
        words=_words(session, writer),
    )


def _words(session: Session, writer: Writer) -> str:
    """What was done: the first exercises by their names."""
    slugs = [slug for slug, _ in groupby(session.sets, key=lambda one: one.exercise)]
    names = list(dict.fromkeys(_name(slug, writer) for slug in slugs))
    if not names:
        return one_line(session.workout.title) or display(session.workout.kind)
    return f"{', '.join(names[:_NAMED])}{' …' if len(names) > _NAMED else ''}"


def _name(slug: str, writer: Writer) -> str:
    exercise = writer.catalogue.get(slug)
    if exercise is None:
        return slug
    return exercise.name if exercise.own else exercise.name.lower()
