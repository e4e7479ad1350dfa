"""How alike the days of a week are: Foster's monotony and strain (Foster 1998, MSSE 30:1164).

The standard deviation is that of the population: of these days themselves, not of days like them.
"""

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

NO_VARIATION = "no-variation"
"""Why there is no number for days that are all alike: it would be endless."""
_ALIKE = 1e-9
"""A spread below this share of the mean is float noise."""


class Monotony(NamedTuple):
    """What some daily loads (AU) amount to: their `mean`, their `spread` around it, and how alike they are.

    `value` is mean / spread and `strain` (AU) the sum of the loads times that; both are None where there is no
    number, and `reason` then says why: `NO_VARIATION`, or "" when there was no load at all.
    """

    mean: float
    spread: float
    value: float | None = None
    strain: float | None = None
    reason: str = ""


def monotony(loads: Sequence[float]) -> Monotony:
    """The monotony of the daily loads of a week in AU; a day of rest is a load of 0 and counts."""
    if not loads or not any(loads):
        return Monotony(0.0, 0.0)
    total = fsum(loads)
    mean = total / len(loads)
    # Each week by itself: a running deviation carries rounding along, and calls equal days nearly equal.
    spread = sqrt(fsum((load - mean) ** 2 for load in loads) / len(loads))
    if spread <= _ALIKE * mean:
        return Monotony(mean, 0.0, reason=NO_VARIATION)
    return Monotony(mean, spread, mean / spread, total * mean / spread)
