"""How a test asks one rule about a journal at a time."""

from collections.abc import Callable, Iterable

import pytest
from journals import CATALOGUE, when

from journal.analysis.engine import evaluate
from journal.analysis.flags import Flag, Judgement
from journal.analysis.frames import Frames
from journal.records import Record

Judged = Callable[..., Judgement]


@pytest.fixture
def judged() -> Judged:
    """`judged("rf-fever", "2026-11-20 18:00", *records)`: what that rule says of those records then."""

    def judge(rule: str, at: str, *records: Record | Iterable[Record], past: bool = False) -> Judgement:
        made = [one for some in records for one in ([some] if isinstance(some, Record) else some)]
        history = evaluate(Frames.of(made, CATALOGUE), rules=[rule])
        return history.judge(int(when(at).timestamp()), offset=3600, past=past)

    return judge


@pytest.fixture
def flag(judged: Judged) -> Callable[..., Flag]:
    """The only flag that the rule then has."""

    def only(rule: str, at: str, *records: Record | Iterable[Record], past: bool = False) -> Flag:
        (found,) = judged(rule, at, *records, past=past).flags
        return found

    return only


@pytest.fixture
def level(judged: Judged) -> Callable[..., str]:
    """The severities of the rule's flags then, worst first: "", "urgent", "urgent warning"."""

    def severities(rule: str, at: str, *records: Record | Iterable[Record]) -> str:
        return " ".join(found.severity for found in judged(rule, at, *records).flags)

    return severities
