"""What the rules say, as plain values: flags, what is missing, and the day's answer.

Nothing here computes; the module needs no pandas, so a screen can know these types before any are made.
`as_json` gives the documents of the command line, whose names are fixed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from journal.vocabulary import Act, ExerciseTag, MarkAction, Region, Severity, Side, Status, Symptom

if TYPE_CHECKING:
    from journal.analysis.care.relief import Relief
    from journal.exercises import Exercise

Subject = Mapping[str, str]
"""What a flag is about: some of region, side, muscle, exercise, workout, condition, drug, kind, date, metric,
symptom; empty when it is about the whole day or week."""


_UNIT_WORDS = {
    "NRS": "of 10",
    "NRS/d": "points of 10 a day",
    "RPE": "of 10 (effort)",
    "AU": "(effort x minutes)",
}
"""Units of a flag that a person would not know, in words; the JSON keeps the unit itself."""
_OF_ONE = {
    "NRS/d": "point of 10 a day",
    "sessions": "session",
    "dates": "date",
    "days": "day",
    "nights": "night",
    "runs": "run",
    "signs": "sign",
    "readings": "reading",
}
"""Units of the number one."""


class Evidence(NamedTuple):
    """A record behind a flag: its table and its key (`workout_id/position` for a set, the date of a check-in)."""

    table: str
    id: str


class Threshold(NamedTuple):
    """The line that was crossed: `op` is one of > >= < <= =; `unit` is "" for a plain count."""

    op: str
    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the writer did with a flag, and why."""

    action: MarkAction
    at: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning: its numbers, its threshold, its documents and the records that make it true.

    `since` and `until` are instants; `until` is None while it still holds.  `value` and `threshold` are in
    the units they name.  `also` are rules of the same family that this flag stands for.
    """

    rule: str
    severity: Severity
    subject: Subject
    since: datetime
    until: datetime | None
    message: str
    advice: str
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    act: Act | None = None
    status: Status = Status.ACTIVE
    value: float | None = None
    unit: str = ""
    threshold: Threshold | None = None
    also: tuple[str, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
    mark: Mark | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether it must never be hidden, muted or merged."""
        return self.severity is Severity.URGENT

    def as_json(self) -> dict[str, Any]:
        """The flag as the command line prints it."""
        observed = {"value": None if self.value is None else plain(self.value), "unit": self.unit}
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "act": self.act.value if self.act else None,
            "status": self.status.value,
            "subject": dict(self.subject),
            "since": iso(self.since),
            "until": iso(self.until),
            "observed": observed,
            "threshold": _threshold_json(self.threshold),
            "message": self.message,
            "advice": self.advice,
            "sources": [{"document": title} for title in self.documents],
            "evidence": [{"table": one.table, "id": one.id} for one in self.evidence],
            "also": list(self.also),
            "details": dict(self.details),
            "mark": _mark_json(self.mark),
        }


@dataclass(frozen=True, slots=True)
class Insufficient:
    """A rule that had an occasion to judge, and could not for want of data."""

    rule: str
    subject: Subject
    missing: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"rule": self.rule, "subject": dict(self.subject), "missing": list(self.missing)}


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Something better left out today, and the rules that say so.  Exactly one of the three is set."""

    because: tuple[str, ...]
    tag: ExerciseTag | None = None
    exercise: str = ""
    region: Region | None = None
    side: Side | None = None

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        what: dict[str, str] = {}
        if self.tag:
            what["tag"] = self.tag.value
        if self.exercise:
            what["exercise"] = self.exercise
        if self.region:
            what["region"] = self.region.value
        if self.side:
            what["side"] = self.side.value
        return {"what": what, "because": list(self.because)}


@dataclass(frozen=True, slots=True)
class Fluid:
    """What was drunk on a day, in ml, and the day's range; no range without a recent body weight."""

    ml: int
    low_ml: int | None = None
    high_ml: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"ml": self.ml, "low_ml": self.low_ml, "high_ml": self.high_ml}


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that the rules say at one instant.  Flags are sorted worst first, then newest, then by rule."""

    as_of: datetime
    flags: tuple[Flag, ...] = ()
    insufficient: tuple[Insufficient, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The document of `journal flags`, `journal check` and of the flags part of others."""
        return {
            "as_of": iso(self.as_of),
            "flags": [flag.as_json() for flag in self.flags],
            "insufficient": [one.as_json() for one in self.insufficient],
        }


@dataclass(frozen=True, slots=True)
class Today:
    """The answer to "can I train today, and what should I leave out?".

    `questions` are red-flag questions not answered yet.  `nothing_against` are exercises of the last weeks that
    nothing recorded speaks against, `relief` those that may ease a hurting back.  `notes` are lines that are no
    flags, such as the usual weekly load or gentler exercises to do instead.  `folded` counts the tips that are not
    shown, `marked` the flags that are not because they were acknowledged or snoozed.  `act` says how soon a doctor
    is to be seen, when one is.
    """

    as_of: datetime
    day: date
    headline: str
    fluid: Fluid
    flags: tuple[Flag, ...] = ()
    insufficient: tuple[Insufficient, ...] = ()
    leave_out: tuple[LeaveOut, ...] = ()
    nothing_against: "tuple[Exercise, ...]" = ()
    relief: "tuple[Relief, ...]" = ()
    questions: tuple[Symptom, ...] = ()
    notes: tuple[str, ...] = ()
    folded: int = 0
    marked: int = 0
    act: Act | None = None

    @property
    def said(self) -> str:
        """The headline with how soon, when a doctor is to be seen at once."""
        return f"{self.headline}: now" if self.act is Act.NOW else self.headline


def subject_text(subject: Subject) -> str:
    """A subject as a mark keeps it: `region=knee;side=left`."""
    return ";".join(f"{key}={value}" for key, value in sorted(subject.items()))


def subject_of(text: str) -> frozenset[tuple[str, str]]:
    """The subject that a mark kept."""
    parts = (part.partition("=") for part in text.split(";") if part)
    return frozenset((key, value) for key, _, value in parts)


def plain(number: float) -> float:
    """A number for output: whole ones as int, others rounded to 4 places."""
    rounded = round(number, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def in_words(value: float, unit: str) -> str:
    """A value of a flag for a person: `1,486 (effort x minutes)`, `7.25 h`, `1 point of 10 a day`."""
    shown = plain(round(value, 1 if abs(value) >= 10 else 2))
    words = _UNIT_WORDS.get(unit, unit)
    return f"{shown:,} {_OF_ONE.get(unit, words) if shown == 1 else words}".rstrip()


def iso(instant: datetime | None) -> str | None:
    """An instant in ISO 8601, or None."""
    return None if instant is None else instant.isoformat()


def _threshold_json(threshold: Threshold | None) -> dict[str, Any] | None:
    if threshold is None:
        return None
    return {"op": threshold.op, "value": plain(threshold.value), "unit": threshold.unit}


def _mark_json(mark: Mark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {
        "action": mark.action.value,
        "at": iso(mark.at),
        "until": iso(mark.until),
        "reason": mark.reason,
    }
