"""One stored row as the rules see it: instants in seconds since 1970 UTC, dates as ordinals, words as text.

Every row carries its `id`, the instant `ts`, the writer's `offset` in seconds and the local `day`.  None (or "")
is *not recorded*, which is never the same as zero or no.
"""

from functools import cache
from typing import NamedTuple

from journal.place_names import spoken
from journal.vocabulary import BACK, UNPAIRED, Region


class Place(NamedTuple):
    """A region with its side; the side is "" where it makes no subject of its own or was not said."""

    region: str
    side: str = ""

    @property
    def subject(self) -> dict[str, str]:
        """The place as a flag's subject."""
        return {"region": self.region} | ({"side": self.side} if self.side else {})

    @property
    def is_back(self) -> bool:
        """Whether it is one of the three regions of the back."""
        return self.region in BACK

    def __str__(self) -> str:
        return spoken(self.region, self.side)


@cache
def places(region: str, side: str) -> tuple[Place, ...]:
    """The places that an entry counts for: `both` is left and right; an unanswered side is its own place."""
    if Region(region) in UNPAIRED:
        return (Place(region),)
    if side == "both":
        return (Place(region, "left"), Place(region, "right"))
    return (Place(region, side),)


class PainRow(NamedTuple):
    """A pain entry; `onset` is an instant or None."""

    id: str
    ts: int
    offset: int
    day: int
    time_known: bool
    region: str
    side: str
    score: int
    qualities: frozenset[str]
    context: str
    onset: int | None
    sudden: bool | None
    mechanism: str
    radiates_to: str
    pop_heard: bool | None
    bruising: bool | None
    swelling: bool | None
    limits_movement: bool | None
    flare: bool | None
    workout_id: str

    @property
    def is_painful(self) -> bool:
        """Whether it hurts at all; only an entry of 0 says that it does not."""
        return self.score >= 1

    @property
    def radiates(self) -> bool:
        """Whether it is said to run down the leg."""
        return self.radiates_to not in ("", "none")


class SymptomRow(NamedTuple):
    """A sign that is there (`present`), or was asked for and is not."""

    id: str
    ts: int
    offset: int
    day: int
    symptom: str
    side: str
    present: bool
    pain_id: str


class CareRow(NamedTuple):
    """Something done against a pain; minutes and mg."""

    id: str
    ts: int
    offset: int
    day: int
    time_known: bool
    kind: str
    region: str
    side: str
    minutes: float | None
    drug: str
    dose_mg: float | None
    wrapped: bool | None
    direct_pressure: bool | None


class DrinkRow(NamedTuple):
    """Something drunk, in ml."""

    id: str
    ts: int
    offset: int
    day: int
    ml: int


class UrineRow(NamedTuple):
    """A reading on the Armstrong scale."""

    id: str
    ts: int
    offset: int
    day: int
    color: int
    first_of_day: bool | None
    vitamin_b: bool | None


class CheckInRow(NamedTuple):
    """The state of a day; `id` is its date in ISO form, `ts` when it became known (07:00 where not said)."""

    id: str
    ts: int
    offset: int
    day: int
    body_weight_kg: float | None
    sleep_h: float | None
    sleep_quality: int | None
    sleep_position: str
    stress: int | None
    sitting_h: float | None
    cigarettes: int | None
    bed_rest_h: float | None


class ConditionRow(NamedTuple):
    """A condition from 00:00 of day `since` to 24:00 of day `until`; None = always, still."""

    id: str
    since: int | None
    until: int | None

    def holds_on(self, day: int) -> bool:
        """Whether it holds on that date."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class MarkRow(NamedTuple):
    """What the writer did with a flag: acknowledged it, or snoozed it until an instant."""

    id: str
    ts: int
    offset: int
    day: int
    rule: str
    subject: frozenset[tuple[str, str]]
    action: str
    until: int | None
    reason: str
