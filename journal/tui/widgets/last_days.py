"""The check-ins of the last two weeks as a small table, for comparing while today's is written."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.entry.said import plain
from journal.tui.reading.checkins import CheckInView
from journal.tui.wording.dates import in_short
from journal.vocabulary import KG_PER_LB, MassUnit

_COLUMNS = {
    "sleep_h": "sleep",
    "sleep_quality": "qual",
    "body_weight_kg": "",
    "color": "urine",
    "stress": "stress",
    "sitting_h": "sit",
    "cigarettes": "cig",
}
_DAY = 11
"""Cells of the column of days."""
_CELL = 7
"""Cells of the others."""


class LastDays(Static):
    """One row a day, the newest first; a dot where nothing was written."""

    view: reactive[CheckInView | None] = reactive(None)
    """What was answered."""
    unit: reactive[MassUnit] = reactive(MassUnit.KG)
    """The unit of the weights."""

    def watch_view(self, view: CheckInView | None) -> None:
        """Write the table."""
        if view is None:
            return
        self.set_class(any(one.answers for one in view.lately), "-filled")
        names = [name for name in _COLUMNS if name in view.used]
        head = [" " * _DAY, *(f"{_COLUMNS[name] or self.unit.value:>{_CELL}}" for name in names)]
        rows = [Content.styled("".join(head), "$quiet")]
        for one in view.lately:
            cells = [_cell(one.answers, name, self.unit) for name in names]
            day = in_short(one.day).rpartition(" ")[0]
            rows.append(Content.assemble((f"{day:<{_DAY}}", "$quiet"), *cells))
        self.update(Content("\n").join(rows))


def _cell(answers: Mapping[str, Any], name: str, unit: MassUnit) -> tuple[str, str]:
    if name not in answers:
        return f"{'·':>{_CELL}}", "$hairline"
    value = answers[name]
    if name == "sleep_h":
        minutes = round(value * 60)
        return f"{f'{minutes // 60}:{minutes % 60:02}':>{_CELL}}", ""
    if name == "body_weight_kg":
        value = round(value if unit is MassUnit.KG else value / KG_PER_LB, 1)
    return f"{plain(value):>{_CELL}}", ""
