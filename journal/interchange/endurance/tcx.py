"""TCX: activities of Garmin's Training Center and those who write its files.  Each is a workout, its laps summed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.xmlreader import AttributesImpl

from journal.interchange.endurance.activities import Activity
from journal.interchange.endurance.activity_xml import Wanting, activities_in, amount, instant, root
from journal.interchange.endurance.packed import beginning, whole
from journal.interchange.endurance.sports import sport
from journal.interchange.imported import Imported, Place
from journal.interchange.rows.foreign import Options

NAME = "tcx"
"""What the format is called."""
TITLE = "TCX"
"""What it is called in a sentence."""

_WANTING = Wanting(
    other="is not TCX: it needs the element TrainingCenterDatabase",
    empty="has no activity: a course or a planned workout is none",
    undated="does not say when its activity was: it needs an Id or a StartTime with a time",
    skipped="an activity without a start: its day is not known",
)


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - its content tells
    """Whether a file that begins so holds activities of a training centre."""
    return root(beginning(head)) == "TrainingCenterDatabase"


def read(file: Path, options: Options) -> Imported:
    """The workouts of a TCX file; `Refused` when it has none."""
    return understand(whole(file, options), options)


def understand(data: bytes, options: Options) -> Imported:
    """The same of the content of a file."""
    found = _Found(options)
    activities = activities_in(data, options, NAME, found, _WANTING)
    if found.notes:
        activities.readings.note(f"notes that were not read: {found.notes}")
    return activities.finish()


@dataclass(slots=True)
class _Activity:
    """One activity while it is read."""

    place: Place
    sport: str
    start: datetime | None = None
    seconds: float = 0.0
    metres: float = 0.0
    first: datetime | None = None
    """Time of its first point."""
    last: datetime | None = None
    furthest: float = 0.0
    """Metres at its points, which count on from lap to lap."""

    def take(self, at: datetime) -> None:
        """Take the time of a point, in whatever order they come."""
        self.first = at if self.first is None else min(self.first, at)
        self.last = at if self.last is None else max(self.last, at)

    def activity(self, start: datetime, options: Options) -> Activity:
        """Its laps together; where they have no time or distance, what its points have."""
        seconds = self.seconds
        if not seconds and self.first is not None and self.last is not None:
            seconds = (self.last - self.first).total_seconds()
        return Activity(
            start,
            self.place,
            sport(self.sport, options.catalogue),
            duration_s=seconds,
            distance_km=(self.metres or self.furthest) / 1000,
            end=f"{seconds:g}",
        )


class _Found:
    """The activities of one file."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.is_one = False
        self.has_points = False
        self.notes = 0
        self.every: list[_Activity] = []

    def opened(self, path: list[str], attributes: AttributesImpl) -> None:
        """An activity or a lap begins."""
        match path:
            case ["TrainingCenterDatabase"]:
                self.is_one = True
            case [*_, "Activity"]:
                self.every.append(_Activity(Place(self._options.file), attributes.get("Sport", "")))
            case [*_, "Activity", "Lap", "Track", "Trackpoint"]:
                self.has_points = True
            case [*_, "Activity", "Lap"] if self.every[-1].start is None:
                self.every[-1].start = instant(attributes.get("StartTime", ""), self._options)

    def closed(self, path: list[str], text: str) -> None:
        """A start, a lap's time or distance, or a point's has been read."""
        match path:
            case [*_, "Activity", "Id"]:
                self.every[-1].start = instant(text, self._options)
            case [*_, "Activity", "Notes"] | [*_, "Activity", "Lap", "Notes"]:
                self.notes += bool(text)
            case [*_, "Activity", "Lap", "TotalTimeSeconds"]:
                self.every[-1].seconds += amount(text) or 0
            case [*_, "Activity", "Lap", "DistanceMeters"]:
                self.every[-1].metres += amount(text) or 0
            case [*_, "Activity", "Lap", "Track", "Trackpoint", "Time"]:
                at = instant(text, self._options)
                if at is not None:
                    self.every[-1].take(at)
            case [*_, "Activity", "Lap", "Track", "Trackpoint", "DistanceMeters"]:
                here = self.every[-1]
                here.furthest = max(here.furthest, amount(text) or 0)
