"""The words of the physiotherapist's first page: the answer, short enough to be read in a minute.

What does not fit stands behind it: the annex has all of it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from journal.analysis.answers.answered import Answer, Answered
from journal.analysis.rows import Place
from journal.report.for_physio.care_words import after_care, known
from journal.report.for_physio.episode_words import episode_words, span_words
from journal.report.for_physio.onset_words import load_words, onset_lines
from journal.report.for_physio.physio import Physio, PhysioEpisode
from journal.report.for_physio.physio_flags import flag_lines
from journal.report.for_physio.score_grid import ScoreGrid, score_grid
from journal.report.for_physio.training_words import PLACE, newest_trained, trained
from journal.report.for_physio.work_words import counted, listed, on
from journal.report.lines import Line, Look, Section
from journal.vocabulary import display

PLACES = 3
"""So many places are told of one by one."""
_EARLIER = 2
_MONTH = 28
"""Columns of more dates than this say their month and year, others their first date."""
_CAVEAT = "Not a diagnosis. It counts what was written down and guesses nothing."


def first_page(page: Physio) -> tuple[Section, ...]:
    """The first page; parts without anything to tell are left out, but for the red flags."""
    if not page.episodes:
        return (_heading(page), _red_flags(page), *_kept(known(page)))
    return (
        _heading(page),
        *_kept(
            Section("WHERE, AND SINCE WHEN", tuple(_where(page)), "(scores 0 to 10)"),
            _course(page),
            _red_flags(page),
            Section(
                "BEFORE EACH ONSET",
                tuple(onset_lines(page)),
                f"({load_words(page)}coincidence possible)",
            ),
            after_care(page),
            trained(page, newest_trained(page)),
            known(page),
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
        name = str(one.place).removesuffix(" sides")  # `knee, both`, for which the column is wide enough
        lines.append(Line(_cells(name, cells, width), Look.SCORES, cells=PLACE, row=(name, *cells)))
    names = tuple(f"{_month(first)} {first.year}" if is_long else _brief(first) for first in grid.firsts)
    since = grid.firsts[0]
    upto = "" if grid.step == 1 else f" from {_brief(since)}{f' {since.year}' if is_long else ''} on"
    aside = f"(the highest score of each {grid.column}{upto}; . = nothing written)"
    return Section("COURSE", tuple(lines) if shown else (), aside, ("place", *names))


def _cells(name: str, cells: Sequence[str], width: int) -> str:
    return f"{name:<{PLACE}}{''.join(cell.rjust(width) for cell in cells)}".rstrip()


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
