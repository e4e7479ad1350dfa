"""What the table needs to know beside the draft: the writer's words, and what was done before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from journal.tui.draft.cells import Units
from journal.tui.draft.model import LastTime
from journal.tui.draft.naming import Offer

if TYPE_CHECKING:
    from journal.entry import Writer


@dataclass(frozen=True, slots=True)
class AtHand:
    """`day` is the day of the page, `times` what exercises had last time, `recent` their slugs, latest first.

    `whole` are workouts that may be begun with instead of an exercise.
    """

    writer: "Writer"
    day: date
    times: Mapping[str, LastTime] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    whole: tuple[Offer, ...] = ()

    @property
    def units(self) -> Units:
        """The writer's units."""
        return Units(self.writer.weight_unit, self.writer.distance_unit)
