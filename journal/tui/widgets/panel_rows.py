"""Which panels of the trends are shown, and how the rows that there are become theirs."""

from collections.abc import Sequence
from enum import StrEnum

SCORE_ROWS = 11
"""From so many rows on pain is a chart: each score from 0 to 10 has its own row."""
_MOST_SCORE_ROWS = 21
_AXIS_ROWS = 3
_MOST_BAR_ROWS = 20


class Panel(StrEnum):
    """What one panel shows."""

    LOAD = "load"
    PAIN = "pain"
    FLUID = "fluid"
    SLEEP = "sleep"


_LEAST = {Panel.LOAD: 3, Panel.PAIN: 1, Panel.FLUID: 2, Panel.SLEEP: 2}
CHOICES: tuple[tuple[Panel, ...], ...] = (
    tuple(Panel),
    (Panel.LOAD, Panel.PAIN),
    *((panel,) for panel in Panel),
)
"""The panels that can be looked at together, in the order in which they are asked for."""


def heights(shown: Sequence[Panel], rows: int, places: int) -> dict[Panel, int]:
    """The rows of each panel, its title not counted, out of `rows` for all that is drawn.

    The last panels are left out where there is no room for all.
    """
    while len(shown) > 1 and rows < _AXIS_ROWS + sum(1 + _LEAST[panel] for panel in shown):
        shown = shown[:-1]
    free = max(rows - _AXIS_ROWS - len(shown), len(shown))
    others = [panel for panel in shown if panel is not Panel.PAIN]
    if Panel.PAIN not in shown:
        return _shared(others, free)
    pain = _pain_rows(free, sum(_LEAST[panel] for panel in others), places)
    rest = _shared(others, free - pain)
    return {panel: pain if panel is Panel.PAIN else rest[panel] for panel in shown}


def _pain_rows(free: int, others: int, places: int) -> int:
    """As a chart where the others keep what they need at least, else as strips."""
    if not others:
        return min(free, _MOST_SCORE_ROWS) if free >= SCORE_ROWS else max(min(free, places), 1)
    for least in (_MOST_SCORE_ROWS, SCORE_ROWS):
        if free - least >= others:
            return least
    return max(min(free - others, places), 1)


def _shared(others: Sequence[Panel], free: int) -> dict[Panel, int]:
    """What is left, a half more for the load, and to each an even number where it can be."""
    weights = {panel: 3 if panel is Panel.LOAD else 2 for panel in others}
    total = sum(weights.values())
    rows = {panel: max(free * weight // total, 1) for panel, weight in weights.items()}
    for panel in others:
        if sum(rows.values()) < free:
            rows[panel] += 1
    return {panel: min(count, _MOST_BAR_ROWS) for panel, count in rows.items()}
