"""Dates and amounts as attributes of Apple Health's elements hold them, each amount with a unit of its own."""

from collections.abc import Mapping
from datetime import datetime

from journal.interchange.rows import values
from journal.vocabulary import KG_PER_LB, KM_PER_MI

MASSES: Mapping[str, float] = {
    "kg": 1,
    "g": 0.001,
    "lb": KG_PER_LB,
    "oz": KG_PER_LB / 16,
    "st": KG_PER_LB * 14,
}
"""Units of body mass -> kg."""
VOLUMES: Mapping[str, float] = {
    "ml": 1,
    "cl": 10,
    "dl": 100,
    "l": 1000,
    "fl_oz_us": 29.5735295625,
    "fl_oz_imp": 28.4130625,
    "cup_us": 236.5882365,
    "cup_imp": 284.130625,
    "pt_us": 473.176473,
    "pt_imp": 568.26125,
}
"""Units of water -> ml, in small letters."""
LENGTHS: Mapping[str, float] = {
    "km": 1,
    "m": 0.001,
    "mi": KM_PER_MI,
    "yd": 0.0009144,
    "ft": 0.0003048,
    "cm": 0.00001,
}
"""Units of distance -> km."""
TIMES: Mapping[str, float] = {"s": 1, "sec": 1, "min": 60, "hr": 3600, "h": 3600}
"""Units of duration -> seconds."""


class Unreadable(Exception):
    """An attribute that cannot be read: its name, what stands there, and what would be accepted."""

    def __init__(self, name: str, value: str, reason: str) -> None:
        self.name, self.value, self.reason = name, value, reason
        super().__init__(reason)


def moment(said: Mapping[str, str], name: str) -> datetime:
    """The date and time in an attribute, with the offset that stands there."""
    try:
        found = values.moment(said.get(name, ""))
    except ValueError as error:
        raise Unreadable(name, said.get(name, ""), str(error)) from None
    if not found.time_known or found.at.tzinfo is None:
        reason = "it needs a date, a time and an offset such as 2026-11-20 18:30:00 +0100"
        raise Unreadable(name, said.get(name, ""), reason)
    return found.at


def amount(said: Mapping[str, str], name: str) -> float:
    """The number in an attribute, which must be there."""
    try:
        found = values.number(said.get(name, ""))
    except ValueError as error:
        raise Unreadable(name, said.get(name, ""), str(error)) from None
    if found is None:
        raise Unreadable(name, "", "it needs a number such as 62.5")
    return found


def measured(said: Mapping[str, str], name: str, unit: str, units: Mapping[str, float]) -> float:
    """The number in an attribute times its unit, which another attribute holds."""
    size = units.get(said.get(unit, "").casefold())
    if size is None:
        raise Unreadable(unit, said.get(unit, ""), f"it needs one of {', '.join(units)}")
    return amount(said, name) * size
