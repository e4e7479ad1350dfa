"""Dates such as 7/8/2024: which number is the day is decided over the whole column, or asked for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.interchange.not_told import NotTold, Question
from journal.interchange.rows.foreign import DateOrder

_SLASHED = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Decided:
    """How the dates of a file are written."""

    order: DateOrder | None = None
    """None = no date of the file needs it."""
    note: str = ""
    """What to say of an order that was told and not needed."""

    def iso(self, text: str) -> str:
        """The date and time with its date in ISO 8601 when it was slashed; any other text as it is."""
        found = _SLASHED.match(text.strip())
        if found is None:
            return text
        first, _, second, year = found.groups()
        day, month = (second, first) if self.order is DateOrder.MONTH_FIRST else (first, second)
        return f"{year}-{month}-{day}{text.strip()[found.end() :]}"


def decided(dates: Iterable[tuple[int, str]], told: DateOrder | None, file: str) -> Decided:
    """The order of day and month in the dates of a file, each with its line.

    A number above 12 is no month, and decides for all.  `NotTold` when no date decides it, or when two
    contradict each other, and it was not told either.
    """
    proofs: dict[DateOrder, str] = {}
    doubtful = ""
    for line, text in dates:
        found = _SLASHED.match(text.strip())
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        where = f"line {line}: {found[0]}"
        if first > _MONTHS >= second:
            proofs.setdefault(DateOrder.DAY_FIRST, where)
        elif second > _MONTHS >= first:
            proofs.setdefault(DateOrder.MONTH_FIRST, where)
        elif first != second:
            doubtful = doubtful or where
    if len(proofs) == 1:
        ((order, where),) = proofs.items()
        return Decided(order, _remark(told, f"the file shows it ({where})"))
    if not (proofs or doubtful):
        return Decided(told, _remark(told, "no date leaves it open"))
    if told is None:
        raise NotTold(file, [_question([*proofs.values()] or [doubtful])])
    return Decided(told)


def _remark(told: DateOrder | None, why: str) -> str:
    return f"--date-order is not needed and was ignored: {why}" if told is not None else ""


def _question(places: Sequence[str]) -> Question:
    what = f"the order of day and month in its dates ({' and '.join(places)})"
    return Question("date-order", what, tuple(DateOrder))
