"""What the rules and the report say of now, beside a journal of one year, and of ten years at once."""

from collections.abc import Iterator

from tests.benchmarks.figures import Figure, against, duration
from tests.benchmarks.measure import numbers, python
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import ended, least

AS_OF = "2026-11-22T20:00:00+00:00"
ROUNDS = 3
_HOW = f"least of {ROUNDS} turns, whole processes"


def of_now(place: Place) -> Iterator[Figure]:
    """`flags` and `report` of now: they read as far back as the rules look, not the history."""
    commands = ("flags", "report", "today")
    calls = [
        journal(command, "--as-of", AS_OF, "--db", str(path))
        for command in commands
        for path in (place.one, place.ten)
    ]
    taken = iter(least([ended(call) for call in calls], ROUNDS))
    for command, short, long in zip(commands, taken, taken, strict=True):
        yield duration(f"journal {command}, 1 year", short, _HOW)
        yield against(f"journal {command}, 10 years, to 1 year", long, short, 1.25, _HOW)


def of_all(place: Place) -> Iterator[Figure]:
    """All rules over all of ten years."""
    reading, judging = numbers(python("-m", "tests.benchmarks.all_rules", str(place.ten)))
    how = "median of 7 turns, processor time"
    yield duration("reading 10 years into pandas", reading / 1000, how)
    yield against("all rules over 10 years, to reading them", judging / 1000, reading / 1000, 8, how)
    call = journal("flags", "--all", "--as-of", AS_OF, "--db", str(place.ten))
    (whole,) = least([ended(call)], 1)
    yield duration("journal flags --all, 10 years", whole, "one whole process after one")
