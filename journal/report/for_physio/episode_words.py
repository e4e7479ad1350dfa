"""An episode in the words of a report: since when, how bad, where it is going, and what it feels like."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.analysis.flags import plain
from journal.analysis.pain.described import Described, Told, Trend
from journal.report.for_physio.physio import PhysioEpisode
from journal.report.for_physio.work_words import counted, on, span_of
from journal.report.sections import course_words
from journal.vocabulary import Context, Mechanism, Quality, Radiation, display

_QUALITIES = 4
_ANSWERS = (
    ("sudden", "began suddenly", "not sudden"),
    ("pop_heard", "with a pop", "no pop"),
    ("bruising", "bruised", "not bruised"),
    ("swelling", "swollen", "not swollen"),
    ("limits_movement", "limits movement", "does not limit movement"),
)
_CONTEXTS = {
    Context.DURING: "during training",
    Context.RIGHT_AFTER: "right after training",
    Context.LATER: "later after training",
    Context.AT_REST: "at rest",
    Context.ON_WAKING: "on waking",
}


def episode_words(one: PhysioEpisode, present: date) -> str:
    """The episode in two sentences: its course, then what was told of it."""
    told = "; ".join(_described(one.told))
    course = f"{_course(one, present)}{course_words(one.line)}."
    return f"{course} {told[:1].upper()}{told[1:]}." if told else course


def span_words(one: PhysioEpisode, present: date) -> str:
    """From its first to its last painful date: `Tue 3 Nov to Mon 9 Nov`."""
    return span_of(one.line.start, one.line.start + timedelta(days=one.line.days - 1), present)


def _course(one: PhysioEpisode, present: date) -> str:
    line = one.line
    peak = f"peak {line.peak} ({on(one.peak_on, present)})"
    entries = counted(one.entries, "entry").replace("entrys", "entries")
    if one.is_open:
        # As in the JSON and everywhere: pain lasts up to its last painful entry, and silence is not pain.
        last = line.start + timedelta(days=line.days - 1)
        ended = f" up to {on(last, present)}" if line.start < last < present else ""
        days = f"{counted(line.days, 'day')}{ended}"
        now = f"now {line.latest} ({on(one.latest_on, present)})"
        return f"open since {on(line.start, present)} ({days}, {entries}), {peak}, {now}: {_trend(one)}"
    ended = "settled" if line.state == "settled" else "no longer written of"
    return f"{ended}, {span_words(one, present)} ({counted(line.days, 'day')}, {entries}), {peak}"


def _trend(one: PhysioEpisode) -> str:
    if one.trend is Trend.EARLY or one.early is None or one.late is None:
        return Trend.EARLY.value
    return f"{one.trend.value} (first 24 h {plain(one.early)}, last 48 h {plain(one.late)})"


def _described(told: Described) -> Iterator[str]:
    yield from filter(
        None,
        (
            _words(told.qualities, {one: display(one) for one in Quality}),
            _words(told.contexts, _CONTEXTS),
            _words(told.mechanisms, {one: f"set off by {display(one)}" for one in Mechanism}),
        ),
    )
    if told.radiates_to == Radiation.NONE:
        yield "said not to run down the leg"
    elif told.radiates_to:
        yield f"runs down to: {display(Radiation(told.radiates_to))}"
    for name, yes, no in _ANSWERS:
        answer = getattr(told, name)
        if answer is not None:
            yield yes if answer else no


def _words(told: Told, words: "dict[Quality, str] | dict[Context, str] | dict[Mechanism, str]") -> str:
    named: dict[str, str] = {str(key): value for key, value in words.items()}
    return ", ".join(named[word] for word, _ in told[:_QUALITIES])
