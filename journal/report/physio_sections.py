"""The words of the physiotherapist's first page: the answer, short enough to be read in a minute.

What does not fit stands behind it: the annex has all of it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.answers.answered import Answer, Answered
from journal.analysis.care.medication import Taken
from journal.analysis.care.response import Response
from journal.analysis.flags import plain
from journal.analysis.pain.trained_through import TrainedThrough
from journal.analysis.rows import ConditionRow, Place
from journal.analysis.training.regions import loaded_regions
from journal.report.episode_words import episode_words, span_words
from journal.report.lines import Line, Look, Section
from journal.report.onset_words import onset_lines
from journal.report.physio import Physio, PhysioEpisode
from journal.report.physio_flags import flag_lines
from journal.report.score_grid import ScoreGrid, score_grid
from journal.report.work_words import bout_heading, counted, exercise_name, listed, on
from journal.vocabulary import CareKind, ConditionName, Drug, Region, display

PLACES = 3
"""So many places are told of one by one."""
CARE = 5
"""So many kinds of care are told of."""
TRAINED = 4
"""So many workouts through pain are told of, the newest."""
_EARLIER = 2
_PLACE = 20
_WHAT = 25
_MONTH = 28
"""Columns of more dates than this say their month and year, others their first date."""
_CAVEAT = "Not a diagnosis. It counts what was written down and guesses nothing."


def first_page(page: Physio) -> tuple[Section, ...]:
    """The first page; parts without anything to tell are left out, but for the red flags."""
    if not page.episodes:
        return (_heading(page), _red_flags(page), *_kept(_known(page)))
    return (
        _heading(page),
        *_kept(
            Section("WHERE, AND SINCE WHEN", tuple(_where(page)), "(scores 0 to 10)"),
            _course(page),
            _red_flags(page),
            Section(
                "BEFORE EACH ONSET",
                tuple(onset_lines(page)),
                "(load = RPE x minutes; coincidence possible)",
            ),
            _after_care(page),
            trained(page, newest_trained(page)),
            _known(page),
            Section("FLAGS RAISED ABOUT IT", tuple(flag_lines(page))),
        ),
    )


def _kept(*sections: Section) -> tuple[Section, ...]:
    return tuple(one for one in sections if one.lines)


def _heading(page: Physio) -> Section:
    named = about_words(page.about) or listed([str(one) for one in page.main], PLACES)
    title = "For the physiotherapist" + (f": {named}" if named else "")
    lines = [Line(f"{_full(page.since)} to {_full(page.last)}. {_CAVEAT}", indent=0)]
    if not page.episodes:
        where = f" of the {named}" if page.about else ""
        lines.append(Line(f"Nothing recorded of pain{where} since {_full(page.since)}.", indent=0))
    return Section(title, tuple(lines))


def about_words(about: Sequence[Place]) -> str:
    """The places that the page is to be about: `left knee`, or `knee` for both of them; "" for all places."""
    if len(about) == 1:
        return str(about[0])
    return ", ".join(dict.fromkeys(str(Place(one.region)) for one in about))


def _full(day: date) -> str:
    """`Tue 3 Nov 2026`."""
    return f"{on(day, day)} {day.year}"


def _where(page: Physio) -> Iterator[Line]:
    """The newest or open episode of each place, and those before it in one line."""
    by_place: dict[Place, list[PhysioEpisode]] = {}
    for one in page.episodes:
        by_place.setdefault(one.place, []).append(one)
    shown = [place for place in by_place if place in page.main][:PLACES]
    for place in shown:
        episodes = by_place[place]
        newest = max(episodes, key=lambda one: (one.is_open, one.line.start))
        yield Line(episode_words(newest, page.last), label=str(place))
        before = sorted(
            (one for one in episodes if one is not newest), key=lambda one: one.line.start, reverse=True
        )
        if before:
            told = [f"{span_words(one, page.last)}, peak {one.line.peak}" for one in before]
            yield Line(
                f"{listed(told, _EARLIER)}.", label=f"{counted(len(before), 'episode')} before it", indent=4
            )
    others = [(place, some) for place, some in by_place.items() if place not in shown]
    if others:
        told = [f"{place} ({_briefly(some)})" for place, some in others]
        yield Line(f"{', '.join(told)}.", label="Also")


def _briefly(episodes: Sequence[PhysioEpisode]) -> str:
    often = "" if len(episodes) == 1 else f"{counted(len(episodes), 'episode')}, "
    return f"{often}peak {max(one.line.peak for one in episodes)}"


def _course(page: Physio) -> Section:
    shown = page.pain[:PLACES]
    grid = score_grid(shown, page.since, page.last)
    is_long = grid.step > _MONTH
    months = _months(grid)
    days = [f"'{first.year % 100:02}" if is_long else str(first.day) for first in grid.firsts]
    width = 3 if grid.step < 7 else 4
    lines = [Line(_cells("", months, width), Look.COLUMNS), Line(_cells("", days, width), Look.COLUMNS)]
    for one, scores in zip(shown, grid.rows, strict=True):
        cells = ["." if score is None else str(score) for score in scores]
        name = str(one.place)
        lines.append(Line(_cells(name, cells, width), Look.SCORES, cells=_PLACE, row=(name, *cells)))
    names = tuple(f"{_month(first)} {first.year}" if is_long else _brief(first) for first in grid.firsts)
    since = grid.firsts[0]
    upto = "" if grid.step == 1 else f" from {_brief(since)}{f' {since.year}' if is_long else ''} on"
    aside = f"(the highest score of each {grid.column}{upto}; . = nothing written)"
    return Section("COURSE", tuple(lines) if shown else (), aside, ("place", *names))


def _cells(name: str, cells: Sequence[str], width: int) -> str:
    return f"{name:<{_PLACE}}{''.join(cell.rjust(width) for cell in cells)}".rstrip()


def _months(grid: ScoreGrid) -> list[str]:
    """The name of a month over the first column that begins in it; of two side by side the later one, if need be."""
    firsts = grid.firsts
    begins = [place == 0 or first.month != firsts[place - 1].month for place, first in enumerate(firsts)]
    follows = [grid.step < 7 and begin for begin in (*begins[1:], False)]
    return [
        _month(first) if begin and not after else ""
        for first, begin, after in zip(firsts, begins, follows, strict=True)
    ]


def _brief(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return day.ctime().split()[1]  # in English whatever the locale


def _red_flags(page: Physio) -> Section:
    return Section(
        "RED FLAGS ASKED AND ANSWERED", tuple(_answers(page)), '(what nobody answered is not "no")'
    )


def _answers(page: Physio) -> Iterator[Line]:
    known = (*page.questions, *page.signs)
    for answer in Answer:
        told = [_answered(one, page.last) for one in known if one.answer is answer]
        if told:
            yield Line(f"{', '.join(told)}.", label=answer.value)


def _answered(one: Answered, present: date) -> str:
    name = display(one.symptom)
    if one.answer is Answer.YES:
        row = next(row for row in reversed(one.rows) if row.present)
        side = f" {row.side}" if row.side else ""
        return f"{name}{side} ({on(date.fromordinal(row.day), present)})"
    if one.answer is Answer.NO:
        before = next((row for row in reversed(one.rows) if row.present), None)
        was = "" if before is None else f", yes on {on(date.fromordinal(before.day), present)}"
        again = "" if one.asked is None else ", asked again since"
        return f"{name} ({on(date.fromordinal(one.rows[-1].day), present)}{was}{again})"
    return name


def _after_care(page: Physio) -> Section:
    lines = [response(one) for one in page.responses[:CARE]]
    if len(page.responses) > CARE:
        lines.append(Line(f"and {len(page.responses) - CARE} more, in the annex."))
    return Section(
        "CARE, AND THE 24 HOURS AFTER IT",
        tuple(lines),
        "(pain down by 2 or more; coincidence possible)",
    )


def response(one: Response) -> Line:
    """How often the pain of a place fell after one kind of care."""
    what = display(CareKind(one.kind))
    name = f"{what} ({display(Drug(one.drug))})" if one.drug else what
    label = f"{name}, {one.place}"
    if not one.told:
        return Line(
            f"done {counted(one.times, 'time')}, never with a score before and after it.", label=label
        )
    rose = f", rose by 2 or more {counted(one.rose, 'time')}" if one.rose else ""
    left = one.times - one.told
    untold = f" ({left} not comparable)" if left else ""
    return Line(f"fell {one.fell} of {counted(one.told, 'time')}{rose}{untold}.", label=label)


def trained(page: Physio, shown: Sequence[TrainedThrough], title: str = "TRAINED THROUGH") -> Section:
    """Some of the workouts through pain, one row each; without lines when there is none."""
    return Section(
        title,
        tuple(_trained(page, shown)) if page.trained else (),
        "(scores before, during, 24 h after; * = loads the place)",
        ("workout", "place", "before", "during", "24 h after", "loads it", "what"),
    )


def _trained(page: Physio, shown: Sequence[TrainedThrough]) -> Iterator[Line]:
    total = len({one.bout.id for one in page.trained})
    loading = len({one.bout.id for one in page.trained if one.loads})
    all_of_it = "" if len(shown) == len(page.trained) else "; all of them in the annex"
    yield Line(f"{counted(total, 'workout')}, {loading} with work that loads a place that hurt{all_of_it}.")
    if shown:
        yield Line(f"{'':<11}{'':<{_PLACE}}before during after  what", Look.COLUMNS)
    for one in shown:
        day, place = _short(date.fromordinal(one.bout.day), page.last), str(one.place)
        scores = ["-" if score is None else str(score) for score in (one.before, one.during, one.after)]
        before, during, after = scores
        what, star = _what(one), "*" if one.loads else " "
        text = f"{day:<11}{place:<{_PLACE}}{before:>6} {during:>6} {after:>5} {star}{what}"
        row = (day, place, *scores, "yes" if one.loads else "no", what)
        yield Line(text, Look.ROW, cells=11 + _PLACE, row=row)


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


def _known(page: Physio) -> Section:
    conditions = [_condition(one, page.last) for one in page.conditions]
    lines = [Line(f"{', '.join(conditions) if conditions else 'none recorded'}.", label="Conditions")]
    lines += [_taken(one, page) for one in page.taken]
    if not page.taken:
        lines.append(Line("none recorded.", label="Painkillers"))
    return Section("CONDITIONS AND MEDICATION", tuple(lines))


def _condition(one: ConditionRow, present: date) -> str:
    told = [
        f"{word} {on(date.fromordinal(day), present)}"
        for word, day in (("since", one.since), ("until", one.until))
        if day is not None
    ]
    name = display(ConditionName(one.id))
    return f"{name} ({', '.join(told)})" if told else name


def _taken(one: Taken, page: Physio) -> Line:
    name = display(Drug(one.drug)) if one.drug else "painkiller, not told which"
    amounts = " or ".join(f"{plain(mg)}" for mg in one.single_mg)
    each = f", {amounts} mg each ({plain(one.total_mg)} mg in all)" if amounts else ""
    unknown = f", {one.unknown} without an amount" if one.unknown else ""
    last = on(date.fromordinal(one.rows[-1].day), page.last)
    return Line(
        f"{counted(len(one.rows), 'dose')} on {one.days} of {counted(page.days, 'day')}{each}{unknown}, "
        f"the last on {last}.",
        label=name.capitalize(),
    )
