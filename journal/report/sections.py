"""The words of the weekly report, part by part; a renderer lays them out and says nothing of its own."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from journal.analysis.flags import Flag, Insufficient
from journal.analysis.instants import says_day
from journal.analysis.pain.doms import State
from journal.analysis.pain.way_back import Stage
from journal.analysis.rows import Place
from journal.analysis.subjects import about
from journal.analysis.training.weeks import TrainingSum
from journal.report.for_physio.work_words import span_of
from journal.report.lines import Line, Look, Section
from journal.report.weekly import EpisodeLine, Report
from journal.vocabulary import display

MADE_FROM = "Made from"
"""Stands over the documents of the flags."""
NOT_ENOUGH = "Not enough recorded to judge"
"""Stands over the rules that could not judge."""
_TRAINING = ("week", "workouts", "minutes", "load", "tonnage kg", "run km")
_WIDTHS = (9, 9, 9, 12, 8)
_NOTHING = "nothing recorded"
_BAR = 24
_PLACE = 22
_STATES = {"open": "open", "settled": "settled", "lapsed": "no longer written of"}
_SORENESS: dict[State | None, str] = {
    State.TYPICAL: "it fits ordinary soreness",
    State.LATE: "it began like soreness and lasts longer",
    State.NOT: "it does not follow the course of soreness",
}
_STAGES: dict[Stage | None, str] = {
    Stage.SETTLING: "the place is settling",
    Stage.RETURNING: "the place is returning to training",
}


def sections(report: Report) -> tuple[Section, ...]:
    """The whole report; parts without anything to tell are left out.  The first one is its heading."""
    return tuple(
        section
        for section in (
            _heading(report),
            Section("TRAINING", tuple(_training(report)), columns=_TRAINING),
            Section(
                "SETS PER MUSCLE",
                tuple(_muscles(report)),
                "(working sets; as a secondary muscle half a set)",
                ("muscle", "sets"),
            ),
            Section(
                "PAIN",
                tuple(_pain(report)),
                "(the highest score of the day, 0 to 10; . = nothing written)",
                ("place", *_names(report)),
            ),
            Section("EPISODES", tuple(_episode(one, report.last) for one in report.episodes)),
            Section("FLUID", tuple(_fluid(report)), "(ml)", ("ml", *_names(report))),
            Section("SLEEP", tuple(_sleep(report))),
            Section("FLAGS", tuple(_flags(report))),
            Section("NOT RECORDED", tuple(Line(one) for one in report.not_recorded)),
        )
        if section.lines
    )


def _heading(report: Report) -> Section:
    so_far = ", so far" if report.so_far else ""
    days = f"{_day(report.first)} to {_day(report.last)} {report.last.year}"
    caveat = Line("Not a diagnosis; what was not recorded is not guessed.", indent=0)
    return Section(f"Week {report.week}{so_far}: {days}", (caveat,))


def _training(report: Report) -> Iterator[Line]:
    yield Line(_laid_out(_TRAINING), Look.COLUMNS)
    for one in report.before:
        yield _training_row(f"{one.first:%G-W%V}", one, Look.ROW)
    name = f"{report.week}{' so far' if report.so_far else ''}"[:18]
    yield _training_row(name, report.training, Look.PRESENT)
    yield Line(_what_load_is((*report.before, report.training)))
    change = _change(report.before[-1] if report.before else None, report.training)
    if change and not report.so_far:
        yield Line(f"Against the week before: {change}.")
    context = report.context
    if context is not None and context.usual_low is not None and context.usual_high is not None:
        yield Line(
            f"The last 7 days are {number(context.load)} AU; your usual 7 days are "
            f"{number(context.usual_low)} to {number(context.usual_high)}."
        )
    for grown in report.growth:
        yield Line(f"{grown}.")


def _training_row(name: str, one: TrainingSum, look: Look) -> Line:
    if not one.known_days:
        return Line(f"{name:<18}{_NOTHING:>18}", look, cells=18, row=(name, _NOTHING))
    row = (
        name,
        str(one.sessions),
        _sum(one.minutes, one.minutes_unknown),
        _sum(one.load, one.load_unknown),
        number(one.tonnage_kg) if one.tonnage_kg else "-",
        f"{one.run_km:.1f}" if one.run_km else "-",
    )
    return Line(_laid_out(row), look, cells=18, row=row)


def _sum(value: float | None, unknown: int) -> str:
    return number(value) + ("*" if unknown and value is not None else "")


def _what_load_is(weeks: Sequence[TrainingSum]) -> str:
    """What the column tells, and why it is empty where it is."""
    if any(one.load_unknown for one in weeks) and not any(one.load for one in weeks):
        return "Load is session RPE x minutes: not known, as no workout of these weeks has both."
    return "Load is session RPE x minutes; * leaves out workouts without RPE or minutes."


def _laid_out(row: tuple[str, ...]) -> str:
    """A row of the table of training in its columns."""
    name, *cells = row
    return f"{name:<18}{''.join(cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))}"


def _change(before: TrainingSum | None, now: TrainingSum) -> str:
    if before is None:
        return ""
    pairs = (("load", before.load, now.load), ("minutes", before.minutes, now.minutes))
    told = [f"{name} {(new - old) / old:+.0%}" for name, old, new in pairs if old and new is not None]
    return ", ".join(told)


def _muscles(report: Report) -> Iterator[Line]:
    most = max(report.sets.values(), default=0)
    for muscle, sets in sorted(report.sets.items(), key=lambda item: (-item[1], item[0])):
        bar = "█" * max(1, round(sets / most * _BAR))
        name = display(muscle)
        yield Line(f"{name:<12}{sets:>6.1f}  {bar}", Look.ROW, cells=12, row=(name, f"{sets:.1f}"))


def _pain(report: Report) -> Iterator[Line]:
    if not report.pain:
        yield Line("No pain entry this week.")
        return
    yield Line(f"{'':<{_PLACE}}{''.join(name.rjust(5) for name in _names(report))}", Look.COLUMNS)
    for one in report.pain:
        name, scores = str(one.place), ["." if score is None else str(score) for score in one.scores]
        cells = "".join(score.rjust(5) for score in scores)
        yield Line(f"{name:<{_PLACE}}{cells}", Look.SCORES, cells=_PLACE, row=(name, *_seven(scores)))


def _episode(line: EpisodeLine, present: date) -> Line:
    place = str(Place(line.place["region"], line.place.get("side", "")))
    after = "; it came within 72 h after a workout" if line.after_workout else ""
    days = f"{line.days} day{'s' if line.days != 1 else ''}"
    span = span_of(line.start, line.start + timedelta(days=line.days - 1), present)
    return Line(
        f"{_STATES[line.state]}, {span} ({days}), "
        f"peak {line.peak}, latest {line.latest}{after}{course_words(line)}.",
        label=place,
    )


def course_words(line: EpisodeLine) -> str:
    """Whether it looks like soreness, and how far the place is on its way back, as the end of a sentence."""
    told = (_SORENESS.get(line.soreness), _STAGES.get(line.stage))
    return "".join(f"; {one}" for one in told if one)


def _fluid(report: Report) -> Iterator[Line]:
    known = [one for one in report.fluid if one is not None]
    if not known:
        return
    yield Line(f"{'':<6}{''.join(name.rjust(7) for name in _names(report))}", Look.COLUMNS)
    drunk = ["." if one is None else number(one) for one in report.fluid]
    text = f"{'':<6}{''.join(one.rjust(7) for one in drunk)}"
    yield Line(text, Look.ROW, cells=6, row=("drunk", *_seven(drunk)))
    if report.fluid_range:
        low, high = report.fluid_range
        yield Line(f"The day's range for your weight is {number(low)} to {number(high)} ml.")


def _sleep(report: Report) -> Iterator[Line]:
    nights = report.nights
    if nights.mean_h is not None and nights.shortest_h is not None:
        yield Line(
            f"{nights.mean_h:.1f} h on average of {nights.recorded} nights, "
            f"the shortest {nights.shortest_h:.1f} h."
        )


def _flags(report: Report) -> Iterator[Line]:
    still = {_name(flag) for flag in report.active}
    raised = {_name(flag) for flag in report.raised}
    before = [flag for flag in report.active if _name(flag) not in raised]
    yield from _flag_list("Raised this week:", report.raised, still)
    yield from _flag_list("From before, still active:", before, set())
    if not report.raised and not before:
        yield Line("None.")
    documents = dict.fromkeys(title for flag in (*report.raised, *before) for title in flag.documents)
    if documents:
        yield Line(f"{MADE_FROM}:", Look.HEAD)
    for title in documents:
        yield Line(title, indent=4)
    if report.insufficient:
        yield Line(f"{NOT_ENOUGH}:", Look.HEAD)
        for one in report.insufficient:
            yield Line(f"missing {', '.join(one.missing)}", label=_rule(one), indent=4)


def _rule(one: Insufficient) -> str:
    """The rule and what it could not judge."""
    subject = about(one.subject)
    return f"{one.rule} ({subject})" if subject else one.rule


def _flag_list(title: str, flags: Sequence[Flag], still: set[tuple[object, ...]]) -> Iterator[Line]:
    if flags:
        yield Line(title, Look.HEAD)
    for flag in flags:
        active = ", still active" if _name(flag) in still else ""
        aside = f"({flag.rule}, since {_day(flag.since)} {flag.since:%H:%M}{active})"
        yield Line(flag.message, label=flag.severity.value, aside=aside, indent=4, flag=flag)


def _names(report: Report) -> tuple[str, ...]:
    """The days of the week."""
    return tuple(f"{report.first + timedelta(days=index):%a}" for index in range(7))


def _seven(cells: Sequence[str]) -> Iterator[str]:
    """A cell for each day of the week; those of days to come are empty."""
    yield from cells
    yield from [""] * (7 - len(cells))


def _name(flag: Flag) -> tuple[object, ...]:
    return (flag.rule, flag.since, *sorted(flag.subject.items()))


def _day(day: date) -> str:
    return says_day(day.toordinal())


def number(value: float | None) -> str:
    """A whole number with its thousands apart, or a dash for what is not known: `1,305`."""
    return "-" if value is None else f"{value:,.0f}"
