"""The weekly report as plain text, at most 88 columns wide."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import timedelta

from journal.analysis.flags import Flag
from journal.analysis.pain.doms import State
from journal.analysis.pain.way_back import Stage
from journal.analysis.training.weeks import TrainingSum
from journal.report.weekly import EpisodeLine, Report
from journal.vocabulary import display

_WIDTH = 88
_BAR = 24
_STATES = {"open": "open", "settled": "settled", "lapsed": "no longer written of"}


def render(report: Report) -> str:
    """The whole report, ending in a line break."""
    parts = (
        _heading(report),
        _training(report),
        _muscles(report),
        _pain(report),
        _episodes(report),
        _fluid(report),
        _sleep(report),
        _flags(report),
        _gaps(report),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _heading(report: Report) -> Iterator[str]:
    so_far = ", so far" if report.so_far else ""
    days = f"{report.first:%a %d %b} to {report.last:%a %d %b %Y}"
    yield f"Week {report.week}{so_far}: {days}"
    yield "Not a diagnosis; what was not recorded is not guessed."


def _training(report: Report) -> Iterator[str]:
    yield "TRAINING"
    yield f"  {'week':<18}{'workouts':>9}{'minutes':>9}{'load':>9}{'tonnage kg':>12}{'run km':>8}"
    for one in report.before:
        yield _training_row(f"{one.first:%G-W%V}", one)
    yield _training_row(f"{report.week}{' so far' if report.so_far else ''}"[:18], report.training)
    yield "  Load is session RPE x minutes; * leaves out workouts of unknown effort or duration."
    change = _change(report.before[-1] if report.before else None, report.training)
    if change and not report.so_far:
        yield f"  Against the week before: {change}."
    context = report.context
    if context is not None and context.usual_low is not None and context.usual_high is not None:
        yield (
            f"  The last 7 days are {_number(context.load)} AU; your usual 7 days are "
            f"{_number(context.usual_low)} to {_number(context.usual_high)}."
        )
    for grown in report.growth:
        yield from _wrapped(f"{grown}.")


def _training_row(name: str, one: TrainingSum) -> str:
    if not one.known_days:
        return f"  {name:<18}{'nothing recorded':>18}"
    minutes = _number(one.minutes) + ("*" if one.minutes_unknown else "")
    load = _number(one.load) + ("*" if one.load_unknown else "")
    distance = f"{one.run_km:.1f}" if one.run_km else "-"
    tonnage = _number(one.tonnage_kg) if one.tonnage_kg else "-"
    return f"  {name:<18}{one.sessions:>9}{minutes:>9}{load:>9}{tonnage:>12}{distance:>8}"


def _change(before: TrainingSum | None, now: TrainingSum) -> str:
    if before is None:
        return ""
    pairs = (("load", before.load, now.load), ("minutes", before.minutes, now.minutes))
    told = [f"{name} {(new - old) / old:+.0%}" for name, old, new in pairs if old and new is not None]
    return ", ".join(told)


def _muscles(report: Report) -> Iterator[str]:
    if not report.sets:
        return
    yield "SETS PER MUSCLE (working sets; as a secondary muscle half a set)"
    most = max(report.sets.values())
    for muscle, sets in sorted(report.sets.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {display(muscle):<12}{sets:>6.1f}  {'█' * max(1, round(sets / most * _BAR))}"


def _pain(report: Report) -> Iterator[str]:
    yield "PAIN (the highest score of the day, 0 to 10; . = nothing written)"
    if not report.pain:
        yield "  No pain entry this week."
        return
    days = [report.first + timedelta(days=index) for index in range(7)]
    yield f"  {'':<22}{''.join(f'{day:%a}'.rjust(5) for day in days)}"
    for one in report.pain:
        cells = "".join(("." if score is None else str(score)).rjust(5) for score in one.scores)
        yield f"  {one.place!s:<22}{cells}"


_SORENESS: dict[State | None, str] = {
    State.TYPICAL: "it fits ordinary soreness",
    State.LATE: "it began like soreness and lasts longer",
    State.NOT: "it does not follow the course of soreness",
}
_STAGES: dict[Stage | None, str] = {
    Stage.SETTLING: "the place is settling",
    Stage.RETURNING: "the place is returning to training",
}


def _episodes(report: Report) -> Iterator[str]:
    if not report.episodes:
        return
    yield "EPISODES"
    for line in report.episodes:
        yield from _wrapped(_episode(line))


def _episode(line: EpisodeLine) -> str:
    place = " ".join(filter(None, (line.place.get("side", ""), line.place["region"].replace("-", " "))))
    after = "; it came within 72 h after a workout" if line.after_workout else ""
    days = f"{line.days} day{'s' if line.days != 1 else ''}"
    return (
        f"{place}: {_STATES[line.state]}, from {line.start:%a} {line.start:%d %b} for {days}, "
        f"peak {line.peak}, latest {line.latest}{after}{_course(line)}."
    )


def _course(line: EpisodeLine) -> str:
    """Whether it looks like soreness, and how far the place is on its way back, as the end of a sentence."""
    told = (_SORENESS.get(line.soreness), _STAGES.get(line.stage))
    return "".join(f"; {one}" for one in told if one)


def _fluid(report: Report) -> Iterator[str]:
    known = [one for one in report.fluid if one is not None]
    if not known:
        return
    yield "FLUID (ml)"
    days = [report.first + timedelta(days=index) for index in range(7)]
    yield f"  {'':<6}{''.join(f'{day:%a}'.rjust(7) for day in days)}"
    yield f"  {'':<6}{''.join(('.' if one is None else str(one)).rjust(7) for one in report.fluid)}"
    if report.fluid_range:
        yield f"  The day's range for your weight is {report.fluid_range[0]} to {report.fluid_range[1]} ml."


def _sleep(report: Report) -> Iterator[str]:
    nights = report.nights
    if nights.mean_h is None or nights.shortest_h is None:
        return
    yield "SLEEP"
    yield f"  {nights.mean_h:.1f} h on average of {nights.recorded} nights, the shortest {nights.shortest_h:.1f} h."


def _flags(report: Report) -> Iterator[str]:
    yield "FLAGS"
    still = {_name(flag) for flag in report.active}
    raised = {_name(flag) for flag in report.raised}
    before = [flag for flag in report.active if _name(flag) not in raised]
    yield from _flag_list("Raised this week:", report.raised, still)
    yield from _flag_list("From before, still active:", before, set())
    if not report.raised and not before:
        yield "  None."
    documents = dict.fromkeys(title for flag in (*report.raised, *before) for title in flag.documents)
    if documents:
        yield "  Made from:"
    for title in documents:
        yield from _wrapped(title, "    ")
    if report.insufficient:
        yield "  Not enough recorded to judge:"
        for one in report.insufficient:
            yield from _wrapped(f"{one.rule}: missing {', '.join(one.missing)}", "    ")


def _flag_list(title: str, flags: Sequence[Flag], still: set[tuple[object, ...]]) -> Iterator[str]:
    if flags:
        yield f"  {title}"
    for flag in flags:
        active = ", still active" if _name(flag) in still else ""
        since = f"{flag.since:%a %d %b %H:%M}"
        yield from _wrapped(
            f"{flag.severity.value}: {flag.message} ({flag.rule}, since {since}{active})", "    "
        )


def _name(flag: Flag) -> tuple[object, ...]:
    return (flag.rule, flag.since, *sorted(flag.subject.items()))


def _gaps(report: Report) -> Iterator[str]:
    if report.not_recorded:
        yield "NOT RECORDED"
    for line in report.not_recorded:
        yield from _wrapped(line)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def _wrapped(text: str, indent: str = "  ") -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
