"""What was done on the day of each onset and on the two days before it, in the words of a report."""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.flags import plain
from journal.analysis.pain.onsets import DayBefore, DoneBefore, Onset
from journal.analysis.rulebook import Occurrence
from journal.report.for_physio.physio import Physio, PlaceOnsets
from journal.report.for_physio.work_words import counted, exercise_name, listed, on, workout_words
from journal.report.lines import Line, Look

ONSETS = 2
"""So many onsets of the main places are told day by day on the first page; the others in the annex."""
_EXERCISES = 3
BACK = ("that day", "the day before", "two days before")
_JUMPS = {
    "spike-session-distance": "a run longer than usual",
    "spike-session-weight": "more weight than usual",
    "spike-session-volume": "more volume than usual",
    "spike-week-load": "a week of more than usual",
    "spike-intensity": "harder than usual",
    "return-too-heavy": "heavy for a return",
    "return-step-too-big": "a big step on the way back",
    "first-after-layoff": "the first after a break",
    "hard-start-new": "a hard start",
    "monotony-high": "little variation",
}


def onset_lines(page: Physio) -> Iterator[Line]:
    """How many onsets each place had and what was done before most of them, then the newest ones day by day."""
    shown = newest(page)
    for before in page.before:
        if any(one in shown for one in before.onsets):
            left = sum(one not in shown for one in before.onsets)
            more = f"; {counted(left, 'older one')} in the annex" if left else ""
            if len(before.onsets) > 1:
                onsets = counted(len(before.onsets), "onset")
                yield Line(f"{onsets}{more}.{_often(before)}", label=str(before.place))
    for one in shown:
        yield from onset(one, page.last)


def newest(page: Physio) -> list[Onset]:
    """The onsets of the first page: the newest of each main place, then the newest of all while there is room."""
    main = [before for before in page.before if before.place in page.main]
    last = [before.onsets[-1] for before in main if before.onsets][:ONSETS]
    others = sorted(
        (one for before in main for one in before.onsets if one not in last), key=lambda one: -one.at
    )
    return [*last, *others[: ONSETS - len(last)]]


def onset(one: Onset, present: date) -> Iterator[Line]:
    """One onset, a line for each of its dates."""
    yield Line(f"{onset_heading(one, present)}:", Look.HEAD)
    for before in one.days:
        yield Line(day_words(before), label=BACK[before.back], indent=4)


def load_words(page: Physio) -> str:
    """What the load of the workouts before the onsets is, or why it is not told, as the beginning of an aside."""
    onsets = [one for place in page.before for one in place.onsets]
    loads = [bout.load for one in onsets for day in one.days for bout in day.bouts]
    if not loads:
        return ""
    if all(load is None for load in loads):
        return "no load: RPE or minutes of these workouts are not recorded; "
    unknown = ", not known where one of them is missing" if None in loads else ""
    return f"load = RPE x minutes{unknown}; "


def onset_heading(one: Onset, present: date) -> str:
    """`left knee, onset on Sat 14 Nov, score 4`."""
    what = "flare" if one.flare else "onset"
    return f"{one.place}, {what} on {on(date.fromordinal(one.day), present)}, score {one.entry.score}"


def day_words(before: DayBefore) -> str:
    """What is known of one of the dates: workouts, jumps in training, sitting and sleep."""
    work = [workout_words(bout) for bout in before.bouts]
    none = "no workout before it" if before.back == 0 else "no workout"
    told = work or [none if before.recorded else "nothing recorded"]
    if not before.order_known:
        told.append("whether it came before the pain is not known")
    if before.jumps:
        jumps = dict.fromkeys(_jump(one, before) for one in before.jumps)
        told.append(f"JUMP: {', '.join(jumps)}")
    if before.sitting_h is not None:
        told.append(f"sat {plain(round(before.sitting_h, 1))} h")
    if before.sleep_h is not None:
        told.append(f"slept {plain(round(before.sleep_h, 1))} h")
    return f"{'; '.join(told)}."


def _jump(one: Occurrence, day: DayBefore) -> str:
    words = _JUMPS.get(one.rule, one.rule.replace("-", " "))
    slug = one.subject.get("exercise", "")
    names = (
        exercise_name(work.exercise) for bout in day.bouts for work in bout.work if work.exercise.slug == slug
    )
    exercise = next(names, slug.replace("-", " "))
    return f"{words} ({exercise})" if exercise else words


def _often(before: PlaceOnsets) -> str:
    """The exercises that came before more than one onset, beside how often they are done anyway."""
    told = [_done(one) for one in before.done if one.onsets > 1]
    return f" Done in the three days up to it: {listed(told, _EXERCISES)}." if told else ""


def _done(one: DoneBefore) -> str:
    usual = "" if one.ordinary_pct is None else f" (other days: {one.ordinary_pct:.0f} %)"
    return f"{one.exercise.name} {one.onsets} of {one.of}{usual}"


def older(page: Physio) -> Sequence[PlaceOnsets]:
    """The onsets that the first page has no room for."""
    shown = newest(page)
    left = [
        PlaceOnsets(one.place, tuple(each for each in one.onsets if each not in shown), one.done)
        for one in page.before
    ]
    return [one for one in left if one.onsets]
