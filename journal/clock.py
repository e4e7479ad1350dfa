"""The only place that reads the time, and the only one that knows time zones."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo


class SystemZone(tzinfo):
    """The zone that the operating system is set to (`TZ` is honoured), with its daylight-saving rules."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        """The system's offset at that local time."""
        return None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, when: datetime | None) -> timedelta | None:
        """Not told apart from the offset."""
        return None if when is None else timedelta(0)

    def tzname(self, when: datetime | None) -> str | None:
        """The system's short name of the zone at that local time."""
        return None if when is None else when.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, when: datetime) -> datetime:
        """The local time of a UTC time."""
        return when.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)


def zone(name: str = "") -> tzinfo:
    """The zone of that name (such as Europe/Berlin); the system's when there is no name."""
    return ZoneInfo(name) if name else SystemZone()


def now(in_zone: tzinfo | None = None) -> datetime:
    """The present instant, to the second, with the offset of `in_zone` (default: the system's)."""
    return in_offset(datetime.now(UTC), in_zone or SystemZone())


def in_offset(instant: datetime, in_zone: tzinfo) -> datetime:
    """The same instant with the offset that `in_zone` has then; a naive one is local to that zone."""
    local = instant.replace(tzinfo=in_zone) if instant.tzinfo is None else instant.astimezone(in_zone)
    return local.replace(microsecond=0, tzinfo=timezone(local.utcoffset() or timedelta(0)), fold=0)
