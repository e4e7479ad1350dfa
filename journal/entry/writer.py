"""Who writes a line: their present, their zone, their exercises and their units."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from journal.exercises import Catalogue
from journal.vocabulary import DistanceUnit, MassUnit


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, when, and with which words.

    `now` carries a fixed offset, `zone` gives the offset of other times; the units are those of bare numbers.
    """

    now: datetime
    zone: tzinfo
    catalogue: Catalogue
    weight_unit: MassUnit = MassUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    glass_ml: int = 250
