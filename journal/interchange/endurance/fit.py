"""FIT: what watches and bike computers record.  Each session is a workout, with its sets when it has some.

Of a file only the summary of each session, the sets and the time zone are read.  Times are UTC; where the file
tells the local time as well, the workout keeps that offset, else it is that of the journal's time zone.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

from journal.clock import in_offset
from journal.errors import Refused
from journal.interchange.endurance.activities import Activities, Activity
from journal.interchange.endurance.fit_frames import Frames, frames, is_fit
from journal.interchange.endurance.fit_sets import Sets
from journal.interchange.endurance.fit_values import number, text, words
from journal.interchange.endurance.packed import beginning, whole
from journal.interchange.endurance.sports import OTHER, Sport, known_sport, sport
from journal.interchange.imported import Imported, Place
from journal.interchange.rows.foreign import Options

NAME = "fit"
"""What the format is called."""
TITLE = "FIT"
"""What it is called in a sentence."""

Message = Mapping[str, Any]
"""The fields of a message by their names in the format's description."""

_FILE_ID, _SESSION, _WORKOUT, _ACTIVITY, _SET, _EXERCISE_TITLE = 0, 18, 26, 34, 225, 264
_MOST_RECORDS = 50_000
"""A day of strength training has some hundreds."""
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_FIRST_S = 0x10000000
"""Seconds below this count from when the watch was switched on: it did not know the time."""
_WIDEST_S = 14 * 3600
_QUARTER_S = 900
_OTHER_FILES = {28: "monitoring of a day", 44: "health readings", 49: "sleep", 68: "heart rate variability"}
"""Kinds of files that the library has no word for."""


def recognises(file: Path, head: bytes) -> bool:  # noqa: ARG001 - its content tells
    """Whether a file that begins so is a FIT file."""
    return is_fit(beginning(head))


def read(file: Path, options: Options) -> Imported:
    """The workouts of a FIT file; `Refused` when it is none, or holds something else than workouts."""
    return understand(whole(file, options), options)


def understand(data: bytes, options: Options) -> Imported:
    """The same of the content of a file."""
    if not is_fit(data):
        raise Refused(f"{options.file} is not a FIT file: it needs '.FIT' at its ninth byte")
    wanted = frames(data, {_FILE_ID, _SESSION, _WORKOUT, _ACTIVITY, _SET, _EXERCISE_TITLE}, _MOST_RECORDS)
    if wanted.records > _MOST_RECORDS:
        raise Refused(
            f"{options.file} has more sessions and sets than anybody trains: at most {_MOST_RECORDS:,} are read"
        )
    found = _Found(options)
    for name, message in _decoded(wanted):
        found.take(name, message)
    if not found.sessions:
        raise Refused(f"{options.file} {found.why_none(wanted)}")
    imported = found.activities(wanted.others > 0)
    if not (wanted.whole and wanted.sound):
        imported.notes.append("the file is damaged: what could be read of it was taken, look at its numbers")
    return imported


def _decoded(wanted: Frames) -> Iterator[tuple[str, Message]]:
    """The messages as the library decodes them, until one that it cannot."""
    from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitError, FitReader

    with FitReader(
        wanted.as_file(), processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
    ) as reader:
        try:
            for frame in reader:
                if isinstance(frame, FitDataMessage):
                    # Fields of an app on the watch come last and may be called like those of the watch.
                    yield frame.name, {one.name: one.value for one in reversed(frame.fields)}
        except (FitError, ArithmeticError, AssertionError, LookupError, TypeError, ValueError):
            # The library checks the frame of a message; what damage puts into its fields, it runs into.
            wanted.whole = False


class _Found:
    """What the messages of one file say."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._type: object = None
        self._title = ""
        self._zone: tzinfo | None = None
        self._sets = Sets(options.catalogue)
        self.sessions: list[Message] = []

    def take(self, name: str, message: Message) -> None:
        """Take one message."""
        match name:
            case "file_id":
                self._type = message.get("type")
            case "session" if message.get("sport") != "transition":
                self.sessions.append(message)
            case "workout":
                self._title = text(message.get("wkt_name")) or self._title
            case "activity":
                self._zone = _zone(message) or self._zone
            case "set":
                self._sets.take(message)
            case "exercise_title":
                self._sets.learn(message)

    def why_none(self, wanted: Frames) -> str:
        """Why there is no workout in it."""
        if self._type not in (None, "activity"):
            kind = _OTHER_FILES.get(self._type, "") if isinstance(self._type, int) else words(self._type)
            return f"holds no workout: it is a file of {kind or 'another kind'}"
        if not wanted.whole:
            return "is cut or damaged: it ends before the summary of its workout"
        return "holds no workout: it has no session"

    def activities(self, measured_on_the_way: bool) -> Imported:
        """Each session as a workout."""
        activities = Activities(NAME, self._options)
        activities.measured_on_the_way = measured_on_the_way
        place = Place(self._options.file)
        dated = sorted(
            (
                (start, at)
                for at, session in enumerate(self.sessions)
                if (start := _start(session)) is not None
            ),
        )
        for _ in range(len(self.sessions) - len(dated)):
            activities.readings.skip(place, "a session without a date: the watch did not know the time")
        sets = self._sets.by_session([start for start, _ in dated])
        for (start, at), done in zip(dated, sets, strict=True):
            session = self.sessions[at]
            seconds = number(session.get("total_timer_time")) or number(session.get("total_elapsed_time"))
            metres = number(session.get("total_distance"))
            began = _EPOCH + timedelta(seconds=start)
            activities.add(
                Activity(
                    began if self._zone is None else in_offset(began, self._zone),
                    place,
                    _sport(session, self._options),
                    title=self._title,
                    duration_s=seconds,
                    distance_km=None if metres is None else metres / 1000,
                    end="" if seconds is None else f"{seconds:g}",
                    sets=done,
                )
            )
        if self._sets.rests:
            activities.readings.skip(place, f"rests between sets, which are no sets: {self._sets.rests}")
        return activities.finish()


def _start(session: Message) -> int | None:
    """When a session began, in seconds of the format; None when its watch did not know."""
    start = number(session.get("start_time"))
    return None if start is None or start < _FIRST_S else int(start)


def _zone(activity: Message) -> tzinfo | None:
    """The writer's offset; None when the file does not tell it."""
    local, utc = number(activity.get("local_timestamp")), number(activity.get("timestamp"))
    if not local or not utc:
        return None
    # Watches write the two with a second between them now and then.
    offset = round((local - utc) / _QUARTER_S) * _QUARTER_S
    return timezone(timedelta(seconds=offset)) if abs(offset) <= _WIDEST_S else None


def _sport(session: Message, options: Options) -> Sport:
    """What a session was: its sub-sport says more than its sport, where anybody knows it."""
    main, sub = words(session.get("sport")), words(session.get("sub_sport"))
    sub = "" if sub == "generic" else sub
    for said in (f"{main} {sub}".strip(), sub, main):
        known = known_sport(said, options.catalogue) if said else None
        if known is not None:
            return known
    return sport(sub or main, options.catalogue) if main else OTHER
