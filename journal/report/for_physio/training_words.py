"""What was trained through a pain, in the rows of the physiotherapist's page."""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.pain.trained_through import TrainedThrough
from journal.analysis.training.regions import loaded_regions
from journal.report.for_physio.physio import Physio
from journal.report.for_physio.work_words import bout_heading, counted, exercise_name, listed, on
from journal.report.lines import Line, Look, Section
from journal.vocabulary import Region

TRAINED = 4
"""So many workouts through pain are told of on the first page, the newest."""
PLACE = 20
"""Columns of the name of a place."""
_WHAT = 25


def trained(page: Physio, shown: Sequence[TrainedThrough], title: str = "TRAINED THROUGH") -> Section:
    """Some of the workouts through pain, one row each; without lines when there is none."""
    return Section(
        title,
        tuple(_trained(page, shown)) if page.trained else (),
        "(the scores before it, during it, and in the 24 h after)",
        ("workout", "place", "before", "during", "24 h after", "loads it", "what"),
    )


def _trained(page: Physio, shown: Sequence[TrainedThrough]) -> Iterator[Line]:
    total = len({one.bout.id for one in page.trained})
    loading = len({one.bout.id for one in page.trained if one.loads})
    all_of_it = "" if len(shown) == len(page.trained) else "; all of them in the annex"
    yield Line(f"{counted(total, 'workout')}, {loading} with work that loads a place that hurt{all_of_it}.")
    if shown:
        yield Line(f"{'':<11}{'':<{PLACE}}before during after  what (* loads the place)", Look.COLUMNS)
    for one in shown:
        day, place = _short(date.fromordinal(one.bout.day), page.last), str(one.place)
        scores = ["-" if score is None else str(score) for score in (one.before, one.during, one.after)]
        before, during, after = scores
        what, star = _what(one), "*" if one.loads else " "
        text = f"{day:<11}{place:<{PLACE}}{before:>6} {during:>6} {after:>5} {star}{what}"
        row = (day, place, *scores, "yes" if one.loads else "no", what)
        yield Line(text, Look.ROW, cells=11 + PLACE, row=row)


def _short(day: date, present: date) -> str:
    """A date in the column of a table."""
    return on(day, present) if day.year == present.year else day.isoformat()


def newest_trained(page: Physio) -> tuple[TrainedThrough, ...]:
    """The newest workouts through pain that loaded a main place, or after which it hurt more."""
    telling = [one for one in page.trained if one.place in page.main and (one.loads or _rose(one))]
    return tuple(telling[-TRAINED:])


def _rose(one: TrainedThrough) -> bool:
    known = [score for score in (one.during, one.after) if score is not None]
    return one.before is not None and any(score > one.before for score in known)


def _what(one: TrainedThrough) -> str:
    """What it was: the work that loads the place by name, in so few words that they stand in a row."""
    loading = [
        exercise_name(work.exercise)
        for work in one.bout.work
        if Region(one.place.region) in loaded_regions(work.exercise)
    ]
    words = listed(loading, 1) if loading else bout_heading(one.bout).partition(",")[0]
    return words if len(words) <= _WHAT else f"{words[: _WHAT - 1]}…"
