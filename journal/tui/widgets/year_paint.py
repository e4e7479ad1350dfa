"""The colours of the calendar: how much heat a day has, and how its sign and the sign of its flag look on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.style import Style
from textual.color import Color

from journal.tui.reading.year import DayOfYear, Year
from journal.tui.wording.year import Measure
from journal.vocabulary import Severity

TONES = (
    *("none", "mild", "middle", "severe", "load", "empty", "label", "chosen"),
    *(severity.value for severity in (Severity.URGENT, Severity.WARNING, Severity.CAUTION)),
)
"""The colours that the style sheet gives: of pain, of load, of days without either, of words, of flags."""

_BANDS = ((0, "none"), (3, "mild"), (6, "middle"), (10, "severe"))
"""The colours of the scores 0 to 10, each up to a score."""
_PAINS = (0.3, 0.28, 0.36, 0.44, 0.46, 0.54, 0.62, 0.82, 0.88, 0.94, 1.0)
"""How much of its colour each score has."""
_LOADS = (0.2, 0.38, 0.56, 0.9)
"""The same of the four quarters of the writer's own loads."""
_EMPTY = (0.08, 0.04)
"""How much months without colour stand out, by turns."""
_BRIGHT = 0.7
"""From here on what stands in a day is dark on light, or light on dark in a light theme."""
_STRONG = 0.45
"""From here on the sign of a day is bold where there are no tints."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Opaque colours by their names in `TONES`; with `has_tints` False none of them can be mixed."""

    plain: Style
    ground: Color
    ink: Color
    tones: Mapping[str, Color]
    has_tints: bool = True


@dataclass(slots=True)
class Paint:
    """Makes every style once."""

    palette: Palette
    _made: dict[tuple[str, float], Style] = field(default_factory=dict)

    @property
    def plain(self) -> Style:
        """How cells look that are no days."""
        return self.palette.plain

    def of_day(self, one: DayOfYear, year: Year, measure: Measure) -> Style:
        """How the sign of a day looks."""
        name, strength = _heat(one, year, measure)
        key = (name, strength or _EMPTY[one.day.month % 2])
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._style(*key)
        return made

    def of_flag(self, one: DayOfYear, measure: Measure, mark: Severity | None, on: Style) -> Style:
        """How the sign of a flag looks on a day: in its own colour where the day has none."""
        has_heat = bool(one.load) if measure is Measure.LOAD else one.worst is not None
        if mark is None or has_heat:
            return on
        return on + Style(color=self.palette.tones[mark.value].rich_color)

    def of_label(self, *, chosen: bool) -> Style:
        """How the names of months and weekdays look."""
        tone = self.palette.tones["chosen" if chosen else "label"]
        return self.palette.plain + Style(color=tone.rich_color, bold=chosen)

    def _style(self, name: str, strength: float) -> Style:
        palette = self.palette
        label = palette.tones["label"].rich_color
        if not palette.has_tints:
            color = label if name == "empty" else palette.tones[name].rich_color
            return palette.plain + Style(color=color, bold=strength > _STRONG)
        tint = palette.ground.blend(palette.tones[name], strength).rich_color
        if name == "empty":
            return Style(color=label, bgcolor=tint)
        is_bright = strength > _BRIGHT
        ink = palette.ground if is_bright else palette.ink
        return Style(color=ink.rich_color, bgcolor=tint, bold=is_bright)


def _heat(one: DayOfYear, year: Year, measure: Measure) -> tuple[str, float]:
    """The colour of a day and how much of it, 0 to 1."""
    if measure is Measure.LOAD:
        return ("load", _LOADS[year.band(one.load) - 1]) if one.load else ("empty", 0)
    if one.worst is None:
        return "empty", 0
    return next(name for most, name in _BANDS if one.worst <= most), _PAINS[one.worst]
