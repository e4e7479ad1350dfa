"""Local times of an Apple Health export.

The phone writes every time with one offset: the one that its clock has while it exports.  A winter's evening stands
an hour later in an export of the summer, and all of it elsewhere in one of a journey.  So a time is read into the
zone that its element names, or else into the writer's: then two exports tell of the same hour, and of the same day.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from functools import lru_cache

from journal import clock
from journal.interchange.health.apple_health_amounts import moment
from journal.interchange.health.apple_health_xml import Element

_ZONE = "HKTimeZone"
"""The key of the zone in which a workout or a night was recorded; most records have none."""


class Clock:
    """The clock of the writer, and what is to be said of it."""

    def __init__(self, home: tzinfo) -> None:
        self._home = home
        self.remark = ""
        """What the user should know: "" = the phone's clock was the journal's."""

    def local(self, element: Element, name: str) -> datetime:
        """The time in an attribute of an element, at the place where it was."""
        at = moment(element.attributes, name)
        return clock.in_offset(at, _named(_zone_name(element.inside)) or self._home)

    def exported(self, element: Element) -> None:
        """Take the time of the export: it tells whether the phone's clock is the journal's."""
        at = moment(element.attributes, "value")
        here = clock.in_offset(at, self._home)
        if at.utcoffset() != here.utcoffset():
            self.remark = (
                f"the phone's clock was at {at:%z} when it exported and the journal's is at {here:%z}: times "
                "are those of the journal's zone (time_zone of the profile), unless the file names another one"
            )


def _zone_name(inside: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    return next(
        (
            said.get("value", "")
            for tag, said in inside
            if tag == "MetadataEntry" and said.get("key") == _ZONE
        ),
        "",
    )


@lru_cache(maxsize=256)
def _named(name: str) -> tzinfo | None:
    """The zone of that name, None when this system knows none."""
    if not name:
        return None
    try:
        zone = clock.zone(name)
        return zone if datetime(2000, 1, 1, tzinfo=zone).utcoffset() is not None else None
    except (ValueError, KeyError, OSError):
        return None
