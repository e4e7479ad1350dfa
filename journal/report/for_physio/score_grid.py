"""The course of some pains as a small table: one column a day, two, a week or more, whichever still fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.analysis.training.weeks import PlacePain

STEPS = ((1, 18), (2, 18), (7, 14), (28, 14))
"""How many dates a column holds, and how many such columns fit; for more dates a multiple of the last."""


@dataclass(frozen=True, slots=True)
class ScoreGrid:
    """The highest score of each column for every place; None where nothing was written in it.

    `firsts` are the first dates of the columns, `step` is how many dates each holds; the last one ends with the
    last date of the span, and the first one may begin before it.
    """

    step: int
    firsts: tuple[date, ...]
    rows: tuple[tuple[int | None, ...], ...]

    @property
    def column(self) -> str:
        """What a column is: `day`, `2 days`, `week`, `4 weeks`."""
        if self.step == 1:
            return "day"
        if self.step == 2:
            return "2 days"
        return "week" if self.step == 7 else f"{self.step // 7} weeks"


def score_grid(pains: Sequence[PlacePain], since: date, last: date) -> ScoreGrid:
    """The table of the dates `[since, last]`; the scores of the places begin with `since`."""
    days = (last - since).days + 1
    longest, most = STEPS[-1]
    as_many = longest * -(-days // (longest * most))
    step = next((one for one, columns in STEPS if days <= one * columns), as_many)
    count = -(-days // step)
    before = count * step - days
    firsts = tuple(since + timedelta(days=place * step - before) for place in range(count))
    rows = tuple(
        tuple(
            _highest(one.scores[max(0, place * step - before) : (place + 1) * step - before])
            for place in range(count)
        )
        for one in pains
    )
    return ScoreGrid(step, firsts, rows)


def _highest(scores: Sequence[int | None]) -> int | None:
    return max((score for score in scores if score is not None), default=None)
