"""The weekly report as a page: what the text says, and the pictures of its numbers beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from journal.analysis.flags import Flag, in_words
from journal.report.html.course import flag_sign
from journal.report.html.marks import Mark
from journal.report.html.page import page
from journal.report.html.week_figures import day_by_day, figures, worst
from journal.report.lines import Line, Section
from journal.report.sections import MADE_FROM, NOT_ENOUGH, number, sections
from journal.report.weekly import Report
from journal.vocabulary import Act, Severity

_ORDER = ("FLAGS", "PAIN", "TRAINING", "SETS PER MUSCLE", "FLUID", "SLEEP", "NOT RECORDED")
"""What is to be acted on comes first; the numbers behind it follow."""
_ACTS = {
    Act.NOW: "see a doctor now; in an emergency, your local emergency number",
    Act.TODAY: "see a doctor today",
    Act.THIS_WEEK: "see a doctor or physiotherapist this week",
}
_SIGNS = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True, slots=True)
class Tile:
    """One number of the week, with what it is and what stands beside it."""

    name: str
    value: str
    aside: str = ""


def render(report: Report) -> str:
    """The whole page, ending in a line break."""
    heading, *parts = sections(report)
    week, _, days = heading.title.partition(": ")
    by_title = {part.title: part for part in parts}
    return page(
        "week.html",
        title=heading.title,
        week=week,
        days=days,
        caveat=heading.lines[0].text,
        tiles=tuple(_tiles(report)),
        course=day_by_day(report),
        parts=[by_title[title] for title in _ORDER if title in by_title],
        groups=partial(_groups, by_title),
        figures=figures(report),
        shares=_shares(report),
        severity=_severity,
        observed=observed,
        act=_act,
        episodes=by_title.get("EPISODES"),
        made_at=f"{report.as_of:%a} {report.as_of.day} {report.as_of:%b %Y, %H:%M}",
    )


def _groups(parts: Mapping[str, Section], part: Section) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The prose of a part under its headings.

    The list of documents is left out, since each flag names its own.  What could not be judged is what was not
    recorded, and stands there: between the flags it would be in the way.
    """
    if part.title == "FLAGS":
        moved = {MADE_FROM, NOT_ENOUGH} if "NOT RECORDED" in parts else {MADE_FROM}
        return tuple(group for group in part.groups if group[0] not in moved)
    if part.title == "NOT RECORDED":
        return (*part.groups, *(group for group in parts["FLAGS"].groups if group[0] == NOT_ENOUGH))
    return part.groups


def observed(flag: Flag) -> str:
    """A flag's own number against its line, such as `188 h; the line is > 168 h`; "" when it has none."""
    if flag.value is None:
        return ""
    seen = in_words(flag.value, flag.unit)
    if flag.threshold is None:
        return seen
    line = in_words(flag.threshold.value, flag.threshold.unit)
    return f"{seen}; the line is {_SIGNS.get(flag.threshold.op, flag.threshold.op)} {line}"


def _act(flag: Flag) -> str:
    """How soon a doctor is to be seen; "" for a flag that asks for less training and not for a doctor."""
    from journal.analysis.engine import rulebook

    if flag.act is None or not (flag.is_urgent or rulebook()[flag.rule].is_about_pain):
        return ""
    return f": {_ACTS[flag.act]}"


def _severity(severity: Severity) -> Mark:
    return flag_sign(severity, (0, 0))


def _tiles(report: Report) -> Iterator[Tile]:
    """The week in a few numbers."""
    training, nights = report.training, report.nights
    if training.known_days:
        yield Tile("Workouts", str(training.sessions), f"{number(training.minutes)} min")
        unknown = training.load is None and training.load_unknown
        how = "RPE or minutes not recorded" if unknown else "session RPE x minutes"
        yield Tile("Load", "–" if training.load is None else number(training.load), how)
    else:
        yield Tile("Workouts", "–", "nothing recorded")
    place, score = max(worst(report).items(), key=lambda one: one[1], default=("", None))
    if score is not None:
        yield Tile("Highest pain", f"{score} of 10", str(place))
    else:
        yield Tile("Highest pain", "–", "no pain entry")
    if nights.mean_h is not None:
        yield Tile("Sleep", f"{nights.mean_h:.1f} h", f"on average of {nights.recorded} nights")
    else:
        yield Tile("Sleep", "–", "not recorded")
    yield Tile("Flags raised", str(len(report.raised)), f"{len(report.active)} active")


def _shares(report: Report) -> Mapping[str, float]:
    """How long the bar of each muscle is, by the row of the table of sets: 100 for the most."""
    most = max(report.sets.values(), default=0)
    return {f"{sets:.1f}": round(100 * sets / most, 1) for sets in report.sets.values()}
