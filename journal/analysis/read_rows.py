"""Stored tables become the rows of the rules: column by column, as ten years have tens of thousands of them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar, cast

import pandas as pd

from journal.analysis.flags import subject_of
from journal.analysis.instants import DAY, local_day
from journal.analysis.rows import (
    CareRow,
    CheckInRow,
    ConditionRow,
    DrinkRow,
    MarkRow,
    PainRow,
    SymptomRow,
    UrineRow,
)
from journal.analysis.stored import ordinal

Value = TypeVar("Value")


class Columns:
    """The columns of a stored table as lists of plain values; None (or "") where nothing was recorded."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def texts(self, name: str) -> list[str]:
        """Texts; "" when missing."""
        return ["" if value is None else value for value in self._made(name, str)]

    def wholes(self, name: str) -> list[int | None]:
        """Whole numbers."""
        return self._made(name, int)

    def answers(self, name: str) -> list[bool | None]:
        """Yes, no or not answered."""
        return self._made(name, bool)

    def numbers(self, name: str, scale: int = 1) -> list[float | None]:
        """Numbers in the unit that is `scale` of the stored one."""
        return self._made(name, lambda value: float(value) / scale)

    def words(self, name: str) -> list[frozenset[str]]:
        """Words that are stored as one text."""
        texts = self.texts(name)
        split = {text: frozenset(filter(None, text.split(";"))) for text in set(texts)}
        return [split[text] for text in texts]

    def times_known(self) -> list[bool]:
        """Whether the time of day was told; empty = yes."""
        return [answer is not False for answer in self.answers("time_known")]

    def whens(self, name: str = "at") -> tuple[list[str], list[int], list[int], list[int]]:
        """The id, instant, offset and local day of every row; `name` is the column of the instant."""
        instants = self._frame[name].astype("int64")
        offsets = self._frame[f"{name}_offset"].astype("int64")
        days = (instants + offsets) // DAY + local_day(0, 0)
        return self._frame["id"].tolist(), instants.tolist(), offsets.tolist(), days.tolist()

    def _made(self, name: str, make: Callable[[Any], Value]) -> list[Value | None]:
        values: list[Any] = self._frame[name].tolist()
        if values.count(None) == len(values):
            return values
        # NaN is the only value that differs from itself.
        return [None if value is None or value != value else make(value) for value in values]


def _rows(make: Callable[[Iterable[Any]], Value], *columns: Iterable[Any]) -> list[Value]:
    return list(map(make, zip(*columns, strict=True)))


def pain_rows(frame: pd.DataFrame) -> list[PainRow]:
    """Pain entries, in the order of the table."""
    of = Columns(frame)
    return _rows(
        PainRow._make,
        *of.whens(),
        of.times_known(),
        of.texts("region"),
        of.texts("side"),
        of.wholes("score"),
        of.words("qualities"),
        of.texts("context"),
        of.wholes("onset_at"),
        of.answers("sudden"),
        of.texts("mechanism"),
        of.texts("radiates_to"),
        of.answers("pop_heard"),
        of.answers("bruising"),
        of.answers("swelling"),
        of.answers("limits_movement"),
        of.answers("flare"),
        of.texts("workout_id"),
    )


def symptom_rows(frame: pd.DataFrame) -> list[SymptomRow]:
    """Signs, in the order of the table."""
    of = Columns(frame)
    present = map(bool, of.answers("present"))
    return _rows(
        SymptomRow._make, *of.whens(), of.texts("symptom"), of.texts("side"), present, of.texts("pain_id")
    )


def care_rows(frame: pd.DataFrame) -> list[CareRow]:
    """Care, in the order of the table."""
    of = Columns(frame)
    return _rows(
        CareRow._make,
        *of.whens(),
        of.times_known(),
        of.texts("kind"),
        of.texts("region"),
        of.texts("side"),
        of.numbers("duration_s", 60),
        of.texts("drug"),
        of.numbers("dose_mg"),
        of.answers("wrapped"),
        of.answers("direct_pressure"),
    )


def drink_rows(frame: pd.DataFrame) -> list[DrinkRow]:
    """Drinks, in the order of the table."""
    of = Columns(frame)
    return _rows(DrinkRow._make, *of.whens(), of.wholes("volume_ml"))


def urine_rows(frame: pd.DataFrame) -> list[UrineRow]:
    """Readings of the urine colour, in the order of the table."""
    of = Columns(frame)
    return _rows(
        UrineRow._make, *of.whens(), of.wholes("color"), of.answers("first_of_day"), of.answers("vitamin_b")
    )


def mark_rows(frame: pd.DataFrame) -> list[MarkRow]:
    """What the writer did with flags, in the order of the table."""
    of = Columns(frame)
    subjects = map(subject_of, of.texts("subject"))
    return _rows(
        MarkRow._make,
        *of.whens(),
        of.texts("rule"),
        subjects,
        of.texts("action"),
        of.wholes("until"),
        of.texts("reason"),
    )


def condition_rows(frame: pd.DataFrame) -> list[ConditionRow]:
    """Long-lasting conditions, in the order of the table."""
    since, until = (map(ordinal, frame[name]) for name in ("since", "until"))
    return _rows(ConditionRow._make, Columns(frame).texts("condition"), since, until)


def checkin_rows(frame: pd.DataFrame, morning: Callable[[int], tuple[int, int]]) -> list[CheckInRow]:
    """Check-ins, in the order of the table.

    `morning` gives the instant from which one without a time is known, and its offset, from its date.
    """
    of = Columns(frame)
    days = cast("list[int]", [ordinal(value) for value in frame["date"]])
    timed = [
        morning(day) if at is None or offset is None else (at, offset)
        for day, at, offset in zip(days, of.wholes("at"), of.wholes("at_offset"), strict=True)
    ]
    return _rows(
        CheckInRow._make,
        (date.fromordinal(day).isoformat() for day in days),
        (at for at, _ in timed),
        (offset for _, offset in timed),
        days,
        of.numbers("body_weight_g", 1000),
        of.numbers("sleep_s", 3600),
        of.wholes("sleep_quality"),
        of.texts("sleep_position"),
        of.wholes("stress"),
        of.numbers("sitting_s", 3600),
        of.wholes("cigarettes"),
        of.numbers("bed_rest_s", 3600),
    )
