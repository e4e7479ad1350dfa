"""The workout that a pain would be linked to, as the rules link it: a job for their thread."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from journal.body import Place, places
from journal.records import Pain
from journal.tui.asking.at_work import AtWork
from journal.tui.forms.pain import Draft

_BACK = timedelta(days=24)
"""How far back the rules must read: an onset is believed for 14 days, and follows a workout within days."""


def pains_of_every_place(draft: Draft, recent: Iterable[Place], at: datetime) -> list[Pain]:
    """What is to be asked of `came_after`: a pain of that moment for each place that may be chosen."""
    asked = dict.fromkeys([*places(), *recent, *filter(None, [draft.place])])
    pains = [Pain(id=uuid4(), at=at, region=one.region, side=one.side, score=1) for one in asked]
    if draft.record is None:
        return pains
    own = draft.record.but(at=max(at, draft.record.onset_at or at))
    return [own if one.region is own.region and one.side is own.side else one for one in pains]


def came_after(pains: Iterable[Pain]) -> Callable[[AtWork], Mapping[Place, str]]:
    """The id of the workout behind each pain, if it were recorded now; pains without one are left out.

    One that is in the journal already is taken as it is given here.
    """
    return partial(_came_after, tuple(pains))


def _came_after(asked: tuple[Pain, ...], at_work: AtWork) -> Mapping[Place, str]:
    from journal.analysis.frames import Frames
    from journal.analysis.judge import frames_since
    from journal.analysis.pain.episodes import episodes_of
    from journal.analysis.rows import places as places_of

    frames = frames_since(at_work.rows, at_work.at, at_work.at.date() - _BACK)
    linked: dict[Place, str] = {}
    # A pain of 0 opens no episode: it is asked where a pain of that place and moment would belong.
    asking = Frames.of([one.but(score=max(one.score, 1)) for one in asked], frames.catalogue)
    by_id = {row.id: row for row in asking.pain}
    for pain in asked:
        row = by_id[str(pain.id)]
        at = places_of(row.region, row.side)[0]
        others = [one for one in frames.entries.get(at, ()) if one.id != row.id]
        for episode in episodes_of({at: [*others, row]}, frames.bouts):
            if row in episode.entries and episode.workout is not None:
                linked[Place(pain.region, pain.side)] = episode.workout.id
    return linked
