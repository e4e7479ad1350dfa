"""What the page of trends shows, read in the rules' thread: one value a day and a week, and the flags on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.tui.wording.spans import Span
from journal.vocabulary import Severity

if TYPE_CHECKING:
    from journal.analysis.rows import Place
    from journal.analysis.series import Daily, RaisedOn, Weekly
    from journal.tui.asking.at_work import AtWork

_WORST = {Severity.URGENT: "urgent flag", Severity.WARNING: "warning", Severity.CAUTION: "caution"}


@dataclass(frozen=True, slots=True)
class Trends:
    """The numbers of a span of weeks, up to the day on which they were read."""

    span: Span
    load_of_week: "Weekly"
    load: "Daily"
    pain: "tuple[tuple[str, Daily], ...]"
    fluid: "Daily"
    sleep: "Daily"


def read_trends(at_work: "AtWork", span: Span) -> Trends:
    """The numbers of a span, which is not to begin after the day of the reading."""
    from journal.analysis import series
    from journal.analysis.judge import frames_since

    at_work.tell(0, 1)
    frames = frames_since(at_work.rows, at_work.at, span.first)
    at_work.tell(1, 1)
    first, last = span.first, min(span.last, at_work.at.date())
    return Trends(
        span=span,
        load_of_week=series.load_by_week(frames, first, last),
        load=series.load_by_day(frames, first, last),
        pain=_paired(series.pain_by_place(frames, first, last)),
        fluid=series.fluid_by_day(frames, first, last),
        sleep=series.sleep_by_day(frames, first, last),
    )


def _paired(found: "Sequence[tuple[Place, Daily]]") -> "tuple[tuple[str, Daily], ...]":
    """The places by their names; the two sides of one that had the same course are one."""
    named: dict[tuple[str, Daily], list[Place]] = {}
    for place, daily in found:
        named.setdefault((place.region, daily), []).append(place)
    return tuple(
        (str(places[0]) if len(places) == 1 else f"left and right {places[0]._replace(side='')}", daily)
        for (_, daily), places in named.items()
    )


def read_flags(at_work: "AtWork") -> "Mapping[date, RaisedOn]":
    """On which days flags began, in all of the journal; tips are left out."""
    from journal.analysis import series
    from journal.analysis.judge import flags_at

    judged = flags_at(at_work.rows, at_work.at, parameters=at_work.parameters, past=True, tell=at_work.tell)
    return series.flags_by_day(judged.flags, date.min, date.max)


def said_of(day: date, trends: Trends, flags: "Mapping[date, RaisedOn]") -> str:
    """The values of a day in one line: `load 385 AU, left lower back 4, 1,750 ml, slept 7.5 h, 1 warning`."""
    words = [*_load_words(day, trends), *_pain_words(day, trends)]
    fluid, sleep = trends.fluid.on(day), trends.sleep.on(day)
    if fluid is not None:
        words.append(f"{fluid:,.0f} ml")
    if sleep is not None:
        words.append(f"slept {round(sleep, 1):g} h")
    if day in flags:
        words.append(flag_words(flags[day]))
    return ", ".join(words) or "nothing recorded"


def week_of(day: date, trends: Trends) -> str:
    """The load of the week of a day: `week 1,305 AU`; "" when nothing is known of it."""
    week = trends.load_of_week.of(day)
    if week is None or (week.value is None and not week.unknown):
        return ""
    load = "load not known" if week.value is None else f"{week.value:,.0f} AU"
    if week.value is not None and week.unknown:
        load += f" without {week.unknown} of {week.sessions} workouts"
    return f"week {load}"


def _load_words(day: date, trends: Trends) -> Iterator[str]:
    load, unknown = trends.load.on(day), "training of unknown load"
    if load:
        yield f"load {load:,.0f} AU" + (f" and {unknown}" if day in trends.load.partial else "")
    elif day in trends.load.partial:
        yield unknown
    elif load == 0:
        yield "no training"


def _pain_words(day: date, trends: Trends) -> Iterator[str]:
    for place, daily in trends.pain:
        score = daily.on(day)
        if score is not None:
            yield f"{place} {score:.0f}"


def flag_words(raised: "RaisedOn") -> str:
    """How many flags began on a day, the worst one named: `1 warning`, `3 flags, the worst a warning`."""
    worst = _WORST[raised.worst]
    if raised.count == 1:
        return f"1 {worst}"
    article = "an" if worst[0] in "aeiou" else "a"
    return f"{raised.count} flags, the worst {article} {worst}"
