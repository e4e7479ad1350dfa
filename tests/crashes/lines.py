"""Rounds of `journal log`: what it has acknowledged is there, once and whole, after every kill."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journal.cli import run as command
from journal.storage import open_store
from journal.storage.doctor import examine
from tests.crashes.content import DAMAGED, content, halves, tokens
from tests.crashes.doomed import Ended, killed_within, run
from tests.crashes.journals import copy
from tests.crashes.rounds import Survived, leftovers


def lines_of(number: int) -> list[tuple[str, int]]:
    """The lines of one call, each with the rows that its token `#N` shall have."""
    grams = 1_000_000 + number
    kinds: Sequence[tuple[str, int]] = (
        (f"water 300 // #{number}", 1),
        (f"pain left knee 4 // #{number}", 1),
        (f"squat 3x5 {grams / 1000:.3f}kg", 3),
    )
    both = [(f"water 250 // #{number}", 1), (f"pain lower back 2 // #{number}", 1)]
    return both if number % 4 == 3 else [kinds[number % 4]]


@dataclass(slots=True)
class Tally:
    """What must be in the journal: rows by token, of what was acknowledged and of what only may be there."""

    sure: dict[str, int] = field(default_factory=dict)
    perhaps: dict[str, int] = field(default_factory=dict)

    def note(self, token: str, rows: int, *, acknowledged: bool) -> None:
        """Remember what a call was to write."""
        (self.sure if acknowledged else self.perhaps)[token] = rows

    def faults(self, found: Mapping[str, int], taken_back: frozenset[str] = frozenset()) -> Iterator[str]:
        """What of it is lost, there twice, or half there, among the tokens that were found."""
        for token, rows in self.sure.items():
            wanted = 0 if token in taken_back else rows
            if found.get(token, 0) != wanted:
                yield f"{token} was acknowledged with {rows} rows; {found.get(token, 0)} are there"
        for token, rows in self.perhaps.items():
            if found.get(token, 0) not in (0, rows):
                yield f"{token} is half there: {found[token]} of {rows} rows"
        for token in found.keys() - self.sure.keys() - self.perhaps.keys():
            yield f"{token} was never written"


def log(url: str, number: int) -> int:
    """One call of `journal log`."""
    return command(["log", *(line for line, _ in lines_of(number)), "--db", url])


def survive_lines(template: Path, folder: Path, rounds: int, chance: random.Random) -> Survived:
    """Kill `journal log` that many times, all on one journal."""
    survived, tally = Survived("log"), Tally()
    path = copy(template, folder / "log")
    errors = path.parent / "errors"
    seconds = _seconds(path, tally, errors)
    for number in range(10, 10 + rounds):
        if number % 5 == 0:  # a new day: the copy of the day is made at the end of the call
            for kept in (path.parent / "backups").glob("*.db"):
                kept.unlink()
        # Half of the kills fall into the writing, which is over long before what follows from it is said.
        within = seconds * (0.35 if number % 2 else 1.1)
        ended = killed_within(lambda number=number: log(str(path), number), errors, within, chance)  # type: ignore[misc]
        note(tally, number, ended)
        survived.rounds += 1
        survived.killed += ended.killed
        survived.acknowledged += bool(ended.lines)
        survived.faults += [
            f"log, round {number}: {one}" for one in _judged(path, tally, whole=number % 20 == 0)
        ]
    survived.unfinished = len(leftovers(path.parent))
    return survived


def _seconds(path: Path, tally: Tally, errors: Path) -> float:
    """How long a call takes when nobody kills it."""
    taken = []
    for number in range(4):
        ended = run(lambda number=number: log(str(path), number), errors)  # type: ignore[misc]
        if ended.status:
            raise RuntimeError(f"journal log fails by itself: {errors.read_text()}")
        note(tally, number, ended)
        taken.append(ended.seconds)
    return sorted(taken)[1]


def note(tally: Tally, number: int, ended: Ended) -> None:
    """All lines of a call are one step: the first acknowledgement stands for all of them."""
    rows = sum(count for _, count in lines_of(number))
    tally.note(f"#{number}", rows, acknowledged=bool(ended.lines and ended.lines[0].startswith("Recorded ")))


def _judged(path: Path, tally: Tally, *, whole: bool) -> Iterator[str]:
    if content(path) == DAMAGED:
        yield "the file is damaged"
        return
    yield from tally.faults(tokens(path))
    yield from halves(path)
    open_store(str(path), create=False).close()
    if whole:
        yield from (one.what for one in examine(str(path)).findings)
