"""Who writes, and what was written last: what new entries begin with."""

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import Alias, OwnExercise, Pain
from journal.vocabulary import BACK, DistanceUnit, MassUnit, Region

if TYPE_CHECKING:
    from journal.storage import Store

_ASKED_DAYS = 14
_ASKED_AT = BACK | {Region.BUTTOCK, Region.HIP}


def writer_of(store: "Store", now: datetime, zone: tzinfo) -> Writer:
    """Who writes, with the units and names that the journal knows."""
    profile = store.profile()
    return Writer(
        now=now,
        zone=zone,
        catalogue=catalogue(store.rows(OwnExercise), store.rows(Alias)),
        weight_unit=MassUnit(profile.get("weight_unit") or MassUnit.KG),
        distance_unit=DistanceUnit(profile.get("distance_unit") or DistanceUnit.KM),
        glass_ml=int(profile.get("glass_ml") or 250),
    )


def asked_pain(store: "Store", writer: Writer) -> Pain | None:
    """The latest entry of the kind that red-flag questions are asked of; None when there is none of late."""
    entries = store.rows(Pain, since=writer.now.date() - timedelta(days=_ASKED_DAYS))
    return next((one for one in reversed(entries) if one.region in _ASKED_AT and one.score), None)
