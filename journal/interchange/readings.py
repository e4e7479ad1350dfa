"""Single readings of another program -> records: drinks, pains, check-ins, activities; each with its id and place.

Files of sets go through `assembly`; everything else that is read one by one goes through here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from journal.clock import in_offset
from journal.columns import InvalidRecord
from journal.interchange.ids import id_of
from journal.interchange.imported import Imported, Place, Skipped
from journal.interchange.own.cells import shown
from journal.interchange.rows.exercise_names import ExerciseNames
from journal.interchange.rows.foreign import Options
from journal.records import CheckIn, Record, Set, Workout


@dataclass(frozen=True, slots=True)
class _Reading:
    """One record to be: everything but its id, which depends on what else stands in the file."""

    kind: type[Record]
    at: datetime
    """With an offset."""
    same: tuple[str, str, str, str]
    """Source, start and end as the file has them, and title: what its id is made of."""
    values: dict[str, Any]
    sets: tuple[Mapping[str, Any], ...]
    place: Place

    @property
    def content(self) -> str:
        """Its values, in a text that tells equals apart whatever the order of the file."""
        return repr((sorted(self.values.items(), key=lambda item: item[0]), self.sets))


class Readings:
    """Readings on their way to an `Imported`; `source` is the importer's name."""

    def __init__(self, source: str, options: Options) -> None:
        self.imported = Imported(source)
        self._options = options
        self._readings: list[_Reading] = []
        self._checkins: dict[date, tuple[dict[str, Any], Place]] = {}

    def add(
        self,
        kind: type[Record],
        at: datetime,
        place: Place,
        /,
        *,
        title: str = "",
        start: str = "",
        end: str = "",
        sets: Sequence[Mapping[str, Any]] = (),
        **values: Any,
    ) -> None:
        """Take one reading of that time.

        A naive `at` is local, and one with an offset keeps it: a file that always writes UTC has to be read into
        the writer's zone first.

        `title` (which a workout keeps) and `end` tell readings of the same time apart.  `start` is the time as
        an id is made of it, when that is not `at`: in UTC for a file that always writes UTC.  `sets` are the sets of a
        workout by the fields of `records.Set`, in order; their `exercise` is a name.
        """
        moment = at if at.tzinfo is not None else in_offset(at, self._options.zone)
        if self._is_future(moment.date(), place, at.isoformat(" ")):
            return
        same = (self.imported.source, start or at.isoformat(), end, title)
        if kind is Workout:
            values["title"] = title
        self._readings.append(_Reading(kind, moment, same, values, tuple(sets), place))

    def checkin(self, day: date, place: Place, **values: Any) -> None:
        """Take what was read about a day; of several values of one field the first one is kept."""
        if self._is_future(day, place, day.isoformat()):
            return
        known, _ = self._checkins.setdefault(day, ({}, place))
        for field, value in values.items():
            if known.setdefault(field, value) != value:
                self.skip(place, f"another {field} of {day}: {shown(value)}; the first one is kept")

    def skip(self, place: Place, reason: str, *, came_in: bool = False) -> None:
        """Take note of something that was understood and is no record, or (`came_in`) one without sets."""
        self.imported.skipped.append(Skipped(place.line, reason, came_in=came_in))

    def problem(self, place: Place, column: str, value: object, reason: str) -> None:
        """Take note of something that could not be read; `reason` says what would be accepted."""
        self.imported.problems.append(place.problem(column, value, reason))

    def note(self, sentence: str) -> None:
        """Take note of something else that the user should know."""
        self.imported.notes.append(sentence)

    def finish(self) -> Imported:
        """Everything, oldest first."""
        imported = self.imported
        names = ExerciseNames(self._options.catalogue, self._options.file)
        # Sorted, so that the slugs of new exercises do not depend on the order of the file.
        for name in sorted({one["exercise"] for reading in self._readings for one in reading.sets}):
            names.slug(name)
        made = list(self._made(names))
        used = {record.exercise for record in made if isinstance(record, Set)}
        new = [exercise for exercise in names.new if exercise.slug in used]
        imported.new_exercises += [exercise.name for exercise in new]
        imported.records += [*new, *made, *self._days()]
        imported.problems.sort(key=attrgetter("line"))
        imported.skipped.sort(key=attrgetter("line"))
        return imported

    def _made(self, names: ExerciseNames) -> Iterator[Record]:
        seen: dict[tuple[type[Record], tuple[str, ...]], int] = {}
        for reading in sorted(self._readings, key=lambda one: (one.at, one.same, one.content)):
            key = (reading.kind, reading.same)
            nth = seen[key] = seen.get(key, 0) + 1
            source, start, end, title = reading.same
            # A workout has the same id whether it was read by its sets or as a whole.
            source = source if reading.kind is Workout else f"{source} {reading.kind.TABLE}"
            yield from self._records(reading, id_of(source, start, end, title, nth), names)

    def _records(self, reading: _Reading, id: UUID, names: ExerciseNames) -> list[Record]:  # noqa: A002
        place, source = reading.place, self.imported.source
        when = {reading.kind.WHEN: reading.at, "id": id, "source": source}
        try:
            records = [reading.kind(**when, **reading.values)]
            for position, one in enumerate(reading.sets, start=1):
                amounts = {**one, "exercise": names.slug(one["exercise"])}
                records.append(Set(workout_id=id, position=position, **amounts))
        except InvalidRecord as error:
            self.problem(place, error.column, error.value, error.accepted)
            return []
        self.imported.places |= {(record.TABLE, record.key): place for record in records}
        return records

    def _days(self) -> Iterator[CheckIn]:
        for day, (values, place) in sorted(self._checkins.items()):
            try:
                checkin = CheckIn(date=day, source=self.imported.source, **values)
            except InvalidRecord as error:
                self.problem(place, error.column, error.value, error.accepted)
            else:
                self.imported.places[CheckIn.TABLE, checkin.key] = place
                yield checkin

    def _is_future(self, day: date, place: Place, shown_as: str) -> bool:
        today = self._options.today
        if day > today:
            self.problem(place, "", shown_as, f"it is in the future (today is {today})")
        return day > today
