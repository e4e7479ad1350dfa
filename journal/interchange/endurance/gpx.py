"""GPX: the track of a satellite receiver.  Each track that has times is a workout.

How far it went is measured from point to point; how long it took, from the first time to the last, pauses
included.  Times are UTC, so that the day is that of the journal's time zone.
"""

from dataclasses import dataclass
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.sax.xmlreader import AttributesImpl

from journal.interchange.endurance.activities import Activity
from journal.interchange.endurance.activity_xml import Wanting, activities_in, instant, root
from journal.interchange.endurance.packed import beginning, whole
from journal.interchange.endurance.sports import known_sport, sport
from journal.interchange.imported import Imported, Place
from journal.interchange.rows.foreign import Options

NAME = "gpx"
"""What the format is called."""
TITLE = "GPX"
"""What it is called in a sentence."""

_EARTH_KM = 6371.0088
"""Mean radius of the earth."""
_WANTING = Wanting(
    other="is not GPX: it needs the element gpx",
    empty="has no track: points and routes without a track are no workout",
    undated="has no times, so that the day of the workout is not known; export it with them",
    skipped="a track without times: its day is not known",
)


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - its content tells
    """Whether a file that begins so holds a track."""
    return root(beginning(head)) == "gpx"


def read(file: Path, options: Options) -> Imported:
    """The workouts of a GPX file; `Refused` when it has no track with times."""
    return understand(whole(file, options), options)


def understand(data: bytes, options: Options) -> Imported:
    """The same of the content of a file."""
    tracks = _Tracks(options)
    activities = activities_in(data, options, NAME, tracks, _WANTING)
    guessed = sum(track.start is not None and track.is_guessed(options) for track in tracks.every)
    if guessed:
        activities.readings.note(f"the sport is not stated: taken from the name of {guessed} of the tracks")
    return activities.finish()


@dataclass(slots=True)
class _Track:
    """One track while it is read."""

    place: Place
    name: str = ""
    type: str = ""
    start: datetime | None = None
    end: datetime | None = None
    km: float = 0.0

    def take(self, at: datetime) -> None:
        """Take the time of a point, in whatever order they come."""
        self.start = at if self.start is None else min(self.start, at)
        self.end = at if self.end is None else max(self.end, at)

    def is_guessed(self, options: Options) -> bool:
        """Whether only its name says what it was."""
        known = None if self.type else known_sport(self.name, options.catalogue)
        return known is not None and known.exercise != ""

    def activity(self, start: datetime, options: Options) -> Activity:
        """The track as a whole."""
        end = self.end or start
        done = sport(self.type, options.catalogue)
        if self.is_guessed(options):
            done = sport(self.name, options.catalogue)
        return Activity(
            start,
            self.place,
            done,
            title=self.name,
            duration_s=(end - start).total_seconds(),
            distance_km=self.km,
            end=end.isoformat(),
        )


class _Tracks:
    """The tracks of one file."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.is_one = False
        self.has_points = True
        self.every: list[_Track] = []
        self._name = ""
        self._before: tuple[float, float] | None = None

    def opened(self, path: list[str], attributes: AttributesImpl) -> None:
        """A track, a stretch of it or a point begins."""
        match path:
            case ["gpx"]:
                self.is_one = True
            case ["gpx", "trk"]:
                self.every.append(_Track(Place(self._options.file), self._name))
            case ["gpx", "trk", "trkseg"]:
                self._before = None
            case ["gpx", "trk", "trkseg", "trkpt"]:
                self._point(attributes)

    def closed(self, path: list[str], text: str) -> None:
        """A name, a sport or a time has been read."""
        match path:
            case ["gpx", "metadata", "name"] | ["gpx", "name"]:
                self._name = " ".join(text.split())
            case ["gpx", "trk", "name"]:
                self.every[-1].name = " ".join(text.split())
            case ["gpx", "trk", "type"]:
                self.every[-1].type = text
            case ["gpx", "trk", "trkseg", "trkpt", "time"]:
                at = instant(text, self._options)
                if at is not None:
                    self.every[-1].take(at)

    def _point(self, attributes: AttributesImpl) -> None:
        try:
            here = radians(float(attributes["lat"])), radians(float(attributes["lon"]))
        except (KeyError, ValueError):
            return
        if not (abs(here[0]) <= radians(90) and abs(here[1]) <= radians(360)):
            return
        if self._before is not None:
            self.every[-1].km += _apart(self._before, here)
        self._before = here


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """km between two points, latitude and longitude in radians, along the surface."""
    height, width = sin((other[0] - one[0]) / 2), sin((other[1] - one[1]) / 2)
    chord = height * height + cos(one[0]) * cos(other[0]) * width * width
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))
