"""What the benchmarks print: a figure, its goal, whether it is met, and how it was measured."""

from dataclasses import dataclass

_ROW = "| {:<64} | {:>14} | {:>12} | {:>9} | {:<40} |"


@dataclass(frozen=True)
class Figure:
    """One row of the table."""

    what: str
    taken: str
    """The value with its unit, "" for a ratio alone."""
    how: str = ""
    ratio: float | None = None
    goal: str = ""
    """What the ratio, or the value, is to be, such as "at most 1.20"; "" when there is no goal."""
    met: bool | None = None

    @property
    def row(self) -> str:
        """The row of the table."""
        shown = f"{self.taken}, {self.ratio:.2f}" if self.ratio is not None else self.taken
        return _ROW.format(self.what, shown, self.goal, _MET[self.met], self.how)


_MET = {None: "", True: "met", False: "NOT MET"}


def head() -> str:
    """The first two lines of the table."""
    names = _ROW.format("what", "figure, ratio", "goal", "", "measured")
    return f"{names}\n{_ROW.format('---', '---:', '---', '---', '---')}"


def duration(what: str, seconds: float, how: str = "") -> Figure:
    """How long something took, with no goal."""
    return Figure(what, _milliseconds(seconds), how)


def against(what: str, seconds: float, other: float, most: float | None = None, how: str = "") -> Figure:
    """How long something took, its ratio to something else and the largest ratio that is well."""
    ratio = seconds / other
    goal = "" if most is None else f"at most {most:.2f}"
    met = None if most is None else round(ratio, 2) <= most
    return Figure(what, _milliseconds(seconds), how, ratio, goal, met)


def within(what: str, seconds: float, worst: float, most: float, how: str = "") -> Figure:
    """How long something took most often, and whether the worst of it stays within the most that is well."""
    goal, met = f"worst {most * 1000:.0f} ms", round(worst, 3) <= most
    return Figure(what, _milliseconds(seconds), f"{how}, worst {worst * 1000:.0f} ms", goal=goal, met=met)


def speed(what: str, value: float, unit: str, least: float | None = None, how: str = "") -> Figure:
    """How much is done in a second, and the least that is well."""
    goal = "" if least is None else f"{least:,.0f} or more"
    return Figure(
        what, f"{value:,.0f} {unit}/s", how, goal=goal, met=None if least is None else value >= least
    )


def memory(what: str, megabytes: float, other: float | None = None, how: str = "") -> Figure:
    """The most memory that something took, in MB, and its ratio to something else; no goal is set."""
    return Figure(what, f"{megabytes:.0f} MB", how, None if other is None else megabytes / other)


def skipped(what: str, why: str) -> Figure:
    """What could not be measured here."""
    return Figure(what, "skipped", why)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.02 else f"{seconds * 1000:,.0f} ms"
