"""What is recorded: one frozen dataclass per table, which checks itself when it is made.

Field names, units and words are those of the journal's own CSV files.  A field left out is *not recorded*,
which is never the same as zero or no.  `RECORDS` lists the tables in the order of the files.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, ClassVar
from uuid import UUID

from journal.columns import (
    Column,
    InvalidRecord,
    Kind,
    day,
    distance,
    hours,
    identity,
    instant,
    key,
    mass,
    minutes,
    number,
    reference,
    rpe,
    text,
    whole,
    word,
    words,
    yes_no,
)
from journal.profile import PROFILE_KEYS, profile_value_fits
from journal.record import Record, columns, record
from journal.vocabulary import (
    CareKind,
    ConditionName,
    Context,
    Drug,
    ExerciseTag,
    FormFlag,
    MarkAction,
    Mechanism,
    Muscle,
    Quality,
    Radiation,
    Region,
    SetKind,
    Side,
    SleepPosition,
    Surface,
    Symptom,
    WorkoutKind,
)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@record
class Workout(Record):
    """One training session."""

    TABLE: ClassVar[str] = "workouts"
    WHEN: ClassVar[str] = "started_at"

    id: UUID = identity("the workout")
    started_at: datetime = instant("when it began")
    time_known: bool | None = yes_no("no: only the date is known, and started_at is 12:00")
    duration_min: float | None = minutes("how long it took, rests included", 60_000, stored="duration_s")
    title: str = text("what the writer calls it")
    kind: WorkoutKind = word("what it was as a whole", WorkoutKind, required=True)
    session_rpe: float | None = rpe("how hard the whole session was, CR-10")
    warmup_min: float | None = minutes("minutes of warming up; 0 = none", 600, stored="warmup_s")
    cooldown_min: float | None = minutes("minutes of cooling down; 0 = none", 600, stored="cooldown_s")
    surface: Surface | None = word("what it was done on", Surface)
    form_flags: tuple[FormFlag, ...] = words("what went wrong with technique", FormFlag)
    stopped_for_pain: bool | None = yes_no("whether pain ended it")
    weight_before_kg: float | None = mass("body weight before", 1, 700, stored="weight_before_g")
    weight_after_kg: float | None = mass("body weight after", 1, 700, stored="weight_after_g")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class Set(Record):
    """One set of an exercise, or one stretch of an endurance workout."""

    TABLE: ClassVar[str] = "sets"
    KEY: ClassVar[tuple[str, ...]] = ("workout_id", "position")

    workout_id: UUID = reference("the workout it belongs to", "workouts", required=True)
    position: int = whole("its place in the workout, from 1", 1, 100_000, required=True)
    exercise: str = key("slug of the exercise")
    kind: SetKind | None = word("what it was for; empty = a working set", SetKind)
    reps: int | None = whole("repetitions", 0, 100_000)
    weight_kg: float | None = mass("load; negative = assistance", -1000, 2000, stored="weight_g")
    distance_km: float | None = distance("how far", 20_000, stored="distance_m")
    duration_s: int | None = number("time", 0, 3_600_000, unit="s")
    rpe: float | None = rpe("how hard the set was, CR-10")
    note: str = text("anything else")

    @property
    def is_working(self) -> bool:
        """Whether the set counts as work: every kind but warm-up does."""
        return self.kind is not SetKind.WARMUP


MOST_PAIN = 10
"""The highest score of a pain."""


@record
class Pain(Record):
    """How much one place hurts at one moment, NRS-11."""

    TABLE: ClassVar[str] = "pain"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the entry")
    at: datetime = instant("when it was felt")
    time_known: bool | None = yes_no("no: only the date is known, and at is 12:00")
    region: Region = word("where", Region, required=True)
    side: Side | None = word("on which side", Side)
    score: int = whole(
        "NRS-11: 0 = no pain now, a real entry; 10 = the worst imaginable", 0, MOST_PAIN, required=True
    )
    qualities: tuple[Quality, ...] = words("what it feels like", Quality)
    context: Context | None = word("when, seen from training", Context)
    onset_at: datetime | None = instant("when it began", required=False)
    sudden: bool | None = yes_no("whether it came suddenly")
    mechanism: Mechanism | None = word("what set it off", Mechanism)
    radiates_to: Radiation | None = word("how far down it runs", Radiation)
    pop_heard: bool | None = yes_no("whether a pop was heard")
    bruising: bool | None = yes_no("whether it is bruised")
    swelling: bool | None = yes_no("whether it is swollen")
    limits_movement: bool | None = yes_no("whether it limits movement or daily life")
    flare: bool | None = yes_no("the writer calls it a flare")
    workout_id: UUID | None = reference("the workout it came from", "workouts")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")

    def check(self) -> None:
        """The pain cannot have begun after it was felt."""
        if self.onset_at is not None and self.onset_at > self.at:
            raise self.refuse("onset_at", f"it cannot be after at ({self.at.isoformat()})")


@record
class SymptomEntry(Record):
    """A sign that is there, or was asked for and is not."""

    TABLE: ClassVar[str] = "symptoms"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the entry")
    at: datetime = instant("when it was noticed or answered")
    symptom: Symptom = word("which sign", Symptom, required=True)
    side: Side | None = word("on which side", Side)
    present: bool = yes_no("yes: it is there; no: asked, and it is not", required=True)
    pain_id: UUID | None = reference("the pain entry it was asked with", "pain")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class Drink(Record):
    """Something drunk."""

    TABLE: ClassVar[str] = "hydration"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the entry")
    at: datetime = instant("when it was drunk")
    volume_ml: int = number("how much", 0, 100_000, unit="ml", required=True)
    drink: str = text("what it was")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class Urine(Record):
    """A reading of the urine colour, Armstrong scale."""

    TABLE: ClassVar[str] = "urine"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the entry")
    at: datetime = instant("when it was read")
    color: int = whole("Armstrong scale: 1 = pale, 8 = brownish green", 1, 8, required=True)
    first_of_day: bool | None = yes_no("whether it was the first of the morning")
    vitamin_b: bool | None = yes_no("whether vitamins coloured it")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class Care(Record):
    """Something done against a pain."""

    TABLE: ClassVar[str] = "care"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the entry")
    at: datetime = instant("when it was done")
    time_known: bool | None = yes_no("no: only the date is known, and at is 12:00")
    kind: CareKind = word("what was done", CareKind, required=True)
    region: Region | None = word("where", Region)
    side: Side | None = word("on which side", Side)
    duration_min: float | None = minutes("how long", 60_000, stored="duration_s")
    drug: Drug | None = word("which painkiller", Drug)
    dose_mg: int | None = number("how much of it", 0, 100_000, unit="mg")
    wrapped: bool | None = yes_no("whether the pack was wrapped")
    direct_pressure: bool | None = yes_no("whether a massage pressed on the sore spot")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class CheckIn(Record):
    """The state of a day: sleep of the night before, weight, stress, sitting."""

    TABLE: ClassVar[str] = "checkins"
    KEY: ClassVar[tuple[str, ...]] = ("date",)
    WHEN: ClassVar[str] = "date"

    date: date = day("the day", required=True)
    at: datetime | None = instant("when it was written; empty = 07:00 of the date", required=False)
    body_weight_kg: float | None = mass("body weight", 1, 700, stored="body_weight_g")
    sleep_h: float | None = hours("hours slept the night before", 24, stored="sleep_s")
    sleep_quality: int | None = whole("1 = very bad, 5 = very good", 1, 5)
    sleep_position: SleepPosition | None = word("how one lay", SleepPosition)
    stress: int | None = whole("0 = none, 10 = extreme", 0, 10)
    sitting_h: float | None = hours("hours spent sitting", 24, stored="sitting_s")
    cigarettes: int | None = whole("cigarettes smoked", 0, 1000)
    bed_rest_h: float | None = hours("waking hours spent in bed", 24, stored="bed_rest_s")
    note: str = text("anything else")
    source: str = text("the importer's name; empty for own entries")


@record
class Condition(Record):
    """A long-lasting condition that changes what the rules say."""

    TABLE: ClassVar[str] = "conditions"
    KEY: ClassVar[tuple[str, ...]] = ("condition",)

    condition: ConditionName = word("which", ConditionName, required=True)
    since: date | None = day("first day; empty = always")
    until: date | None = day("last day; empty = still so")
    note: str = text("anything else")

    def check(self) -> None:
        """It cannot end before it began."""
        if self.since is not None and self.until is not None and self.until < self.since:
            raise self.refuse("until", f"it cannot be before since ({self.since})")


@record
class OwnExercise(Record):
    """An exercise that the catalogue does not have."""

    TABLE: ClassVar[str] = "exercises"
    KEY: ClassVar[tuple[str, ...]] = ("slug",)

    slug: str = key("its key: lower-case words joined by hyphens")
    name: str = key("its name")
    kind: WorkoutKind | None = word("what kind of work it is", WorkoutKind)
    primary_muscles: tuple[Muscle, ...] = words("muscles it trains first", Muscle)
    secondary_muscles: tuple[Muscle, ...] = words("muscles it trains as well", Muscle)
    tags: tuple[ExerciseTag, ...] = words("what it does to the body", ExerciseTag)

    def check(self) -> None:
        """A slug is what the files and the flags name it by."""
        if not _SLUG.fullmatch(self.slug):
            raise self.refuse("slug", "it needs lower-case letters and digits joined by hyphens")


@record
class Alias(Record):
    """Another name of an exercise, learnt at import or given by the user."""

    TABLE: ClassVar[str] = "aliases"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: str = key("the name as it is written")
    slug: str = key("slug of the exercise")
    source: str = text("the importer's name; empty for own entries")


@record
class TemplateSet(Record):
    """One planned set of a named workout."""

    TABLE: ClassVar[str] = "templates"
    KEY: ClassVar[tuple[str, ...]] = ("template", "position")

    template: str = key("name of the template")
    position: int = whole("its place in the template, from 1", 1, 100_000, required=True)
    exercise: str = key("slug of the exercise")
    kind: SetKind | None = word("what it is for; empty = a working set", SetKind)
    reps: int | None = whole("repetitions", 0, 100_000)
    weight_kg: float | None = mass("load; negative = assistance", -1000, 2000, stored="weight_g")
    distance_km: float | None = distance("how far", 20_000, stored="distance_m")
    duration_s: int | None = number("time", 0, 3_600_000, unit="s")
    rpe: float | None = rpe("how hard, CR-10")


@record
class ProfileEntry(Record):
    """One thing that the journal knows about its writer."""

    TABLE: ClassVar[str] = "profile"
    KEY: ClassVar[tuple[str, ...]] = ("key",)

    key: str = key("what; see PROFILE_KEYS")
    value: str = text("the answer")

    def check(self) -> None:
        """The known keys hold only what the program can use."""
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.key):
            raise self.refuse("key", "it needs lower-case letters, digits and underscores")
        accepted = PROFILE_KEYS.get(self.key)
        if accepted is not None and not profile_value_fits(self.key, self.value):
            raise self.refuse("value", f"{self.key} needs {accepted}")


@record
class FlagMark(Record):
    """A flag that was acknowledged or snoozed, and why."""

    TABLE: ClassVar[str] = "flag_marks"
    WHEN: ClassVar[str] = "at"

    id: UUID = identity("the mark")
    at: datetime = instant("when it was set")
    rule: str = key("id of the rule")
    subject: str = text("the flag's subject, such as region=knee;side=left")
    since: datetime | None = instant("since when the marked flag was so", required=False)
    action: MarkAction = word("what was done", MarkAction, required=True)
    until: datetime | None = instant("end of a snooze", required=False)
    reason: str = text("why")

    def check(self) -> None:
        """A snooze cannot end before it was set."""
        if self.until is not None and self.until < self.at:
            raise self.refuse("until", f"it cannot be before at ({self.at.isoformat()})")


RECORDS: tuple[type[Record], ...] = (
    Workout,
    Set,
    Pain,
    SymptomEntry,
    Drink,
    Urine,
    Care,
    CheckIn,
    Condition,
    OwnExercise,
    Alias,
    TemplateSet,
    ProfileEntry,
    FlagMark,
)
"""Every record that is exported, in the order of the files."""

BY_TABLE: dict[str, type[Record]] = {record.TABLE: record for record in RECORDS}
"""The record class of each table."""


@dataclass(frozen=True, slots=True)
class Session:
    """A workout together with its sets, in order: what one exercise line or one imported workout is."""

    workout: Workout
    sets: tuple[Set, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """What a `session ...` line says of the latest workout of its local date: that workout's fields to set.

    `at` is the time that the line was written for; `changes` holds fields of `Workout` by name.
    """

    at: datetime
    changes: dict[str, Any]
    time_known: bool | None = None


Entry = Session | SessionDetails | Record
"""What quick entry makes of one entry of a line."""


def checkin_at(checkin: CheckIn, zone: tzinfo) -> datetime:
    """When a check-in became known: its own `at`, else 07:00 of its date in `zone`."""
    if checkin.at is not None:
        return checkin.at
    return datetime.combine(checkin.date, datetime.min.time(), tzinfo=zone) + timedelta(hours=7)


__all__ = ["BY_TABLE", "RECORDS", "Column", "Entry", "InvalidRecord", "Kind", "Record", "columns"]
