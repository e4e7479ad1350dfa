"""What the journal knows about its writer: the keys of the profile, and what each accepts."""

import re
from zoneinfo import ZoneInfo

from journal.vocabulary import DistanceUnit, MassUnit

PROFILE_KEYS = {
    "weight_unit": "kg or lb",
    "distance_unit": "km or mi",
    "glass_ml": "a whole number from 30 to 2000",
    "time_zone": "the name of a time zone such as Europe/Berlin",
    "birth_year": "a year from 1900 to 2100",
    "target_weight_kg": "a number from 1 to 700",
    "weight_goal": "lose, keep, gain or none",
    "weight_hints": "yes or no",
    "drink_hints": "yes or no",
    "reminders_water_min": "a whole number from 0 to 1440",
    "reminders_checkin_at": "a time of day such as 07:30",
}
"""Keys of the profile that the program reads, and what each accepts."""

_WORDS = {
    "weight_unit": frozenset(MassUnit),
    "distance_unit": frozenset(DistanceUnit),
    "weight_goal": frozenset({"lose", "keep", "gain", "none"}),
    "weight_hints": frozenset({"yes", "no"}),
    "drink_hints": frozenset({"yes", "no"}),
}
_NUMBERS = {
    "glass_ml": (30, 2000),
    "birth_year": (1900, 2100),
    "reminders_water_min": (0, 1440),
}


def profile_value_fits(key: str, value: str) -> bool:
    """Whether a known key takes the value; an empty one takes the answer back."""
    if value == "":
        return True
    if key in _WORDS:
        return value in _WORDS[key]
    if key in _NUMBERS:
        low, high = _NUMBERS[key]
        return value.isascii() and value.isdigit() and low <= int(value) <= high
    if key == "target_weight_kg":
        return re.fullmatch(r"\d{1,3}(\.\d+)?", value) is not None and 1 <= float(value) <= 700
    if key == "reminders_checkin_at":
        return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII) is not None
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        return False
    return True
