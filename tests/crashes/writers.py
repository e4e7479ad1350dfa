"""Four writers at once on one journal, each killed at a random moment: log, import, the screens' verbs, undo."""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from journal.cli import run as command
from journal.errors import Refused
from journal.records import Pain, Record, Set
from journal.storage import Change, open_store
from journal.storage.doctor import examine
from tests.crashes.content import DAMAGED, content, halves, tokens
from tests.crashes.doomed import Doomed, Ended
from tests.crashes.journals import NOW, Journal, copy
from tests.crashes.lines import Tally, lines_of, log
from tests.crashes.rounds import Survived

_ROWS = 5
"""Rows of each file that is imported."""


@dataclass(slots=True)
class Known:
    """What all writers have said so far."""

    tally: Tally = field(default_factory=Tally)
    taken_back: set[str] = field(default_factory=set)
    unsaid: int = 0
    """Undos that were killed: each may have taken one more step back without saying so."""

    def listen(self, ends: Iterable[Ended]) -> int:
        """What writers said before they ended; how many of their entries were acknowledged."""
        return sum(self._note(one) for one in ends)

    def _note(self, ended: Ended) -> int:
        begun, acknowledged = "", 0
        for line in [*ended.lines, "begins"]:
            word, *rest = line.split() or [""]
            if word == "begins":
                if begun == "undo":
                    self.unsaid += 1
                elif begun:
                    self.tally.note(begun, _rows(begun), acknowledged=False)
                begun = rest[0] if rest else ""
            elif word == "undone":
                self.taken_back.update(rest)
                begun = ""
            elif begun and word in ("Recorded", "imported", "edited"):
                self.tally.note(begun, _rows(begun), acknowledged=True)
                acknowledged += 1
                begun = ""
        return acknowledged

    def faults(self, found: Mapping[str, int]) -> list[str]:
        """What of it is lost, there twice, or half there, among the tokens that were found."""
        faults = list(self.tally.faults(found, frozenset(self.taken_back)))
        unexplained = [one for one in faults if not one.endswith("; 0 are there")]
        # Whoever was killed in an undo may have taken one step back, and one only.
        return faults if unexplained or len(faults) > self.unsaid else []


def _logs(journal: Journal, first: int) -> int:
    """Log until the end, a line of its own each time."""
    for number in range(first, first + 1000):
        print(f"begins #{number}", flush=True)
        if log(journal.url, number):
            return 1
    return 0


def _imports(journal: Journal, first: int) -> int:
    """Import one small file after the other."""
    for number in range(first, first + 1000):
        file = journal.folder / f"{number}.csv"
        rows = [f"{uuid4()},2026-01-01T10:00:0{row}+00:00,100,#{number}" for row in range(_ROWS)]
        file.write_text("\n".join(["id,at,volume_ml,note", *rows]) + "\n")
        target = journal.folder / f"import-{number}"
        target.mkdir()
        file.rename(target / "hydration.csv")
        print(f"begins #{number}", flush=True)
        if command(["import", str(target), "--quiet", "--db", journal.url]):
            return 1
        print(f"imported #{number}", flush=True)
    return 0


def _edits(journal: Journal, first: int) -> int:
    """Record, edit, and keep a draft, through the store as the screens do."""
    with open_store(journal.url) as store:
        for number in range(first, first + 1000):
            at = NOW + timedelta(seconds=number)
            entry = Pain(id=uuid4(), at=at, region="hip", score=1, note=f"#{number}")
            print(f"begins #{number}", flush=True)
            store.record([entry], now=NOW)
            print(f"edited #{number}", flush=True)
            with suppress(Refused):  # whoever undoes may have been faster
                store.change([Change(entry, replace(entry, score=2))], now=NOW, verb="edit")
            store.keep_draft("today", f"draft {number}")
    return 0


def _undoes(journal: Journal, _: int) -> int:
    """Take the newest step back now and then, whoever did it."""
    with open_store(journal.url) as store:
        while True:
            print("begins undo", flush=True)
            step = store.undo(now=NOW)
            new = [change.after for change in step.changes if change.before is None] if step else []
            print("undone", *sorted({_token(one) for one in new if one is not None}), flush=True)
            time.sleep(0.03)


def _token(record: Record) -> str:
    """The token of a record that one of these writers wrote."""
    if isinstance(record, Set):
        return f"#{round((record.weight_kg or 0) * 1000) - 1_000_000}"
    return str(getattr(record, "note", None) or "")


WRITERS: list[Callable[[Journal, int], int]] = [_logs, _imports, _edits, _undoes]


def survive_writers(template: Path, folder: Path, rounds: int, chance: random.Random) -> Survived:
    """Let four write at once that many times on one journal, and kill each of them."""
    survived, known = Survived("four writers at once"), Known()
    path = copy(template, folder / "writers")
    errors = path.parent / "errors"
    for number in range(rounds):
        running = begun(Journal.at(path), number, errors)
        kill_each(running, chance)
        ends = [one.ended() for one in running]
        survived.rounds += 1
        survived.killed += sum(one.killed for one in ends)
        survived.acknowledged += known.listen(ends)
        faults = [f"a writer failed: {errors.read_text()[-300:]}" for one in ends if not one.killed]
        faults += _judged(path, known)
        survived.faults += [f"four writers, round {number}: {one}" for one in faults]
    return survived


def begun(journal: Journal, number: int, errors: Path) -> list[Doomed]:
    """Four processes that write to a journal; their tokens are those of that round."""
    firsts = [1 + 4000 * number + 1000 * place for place in range(len(WRITERS))]
    return [
        Doomed(lambda write=write, first=first: write(journal, first), errors)  # type: ignore[misc]
        for write, first in zip(WRITERS, firsts, strict=True)
    ]


def kill_each(running: Sequence[Doomed], chance: random.Random) -> None:
    """Kill them one after the other within about a second."""
    moments = sorted((chance.uniform(0.05, 1.2), place) for place in range(len(running)))
    began = time.monotonic()
    for moment, place in moments:
        time.sleep(max(0.0, began + moment - time.monotonic()))
        running[place].kill()


def _rows(token: str) -> int:
    """How many rows a token has: by the thousand of its number it is known who wrote it."""
    number = int(token[1:])
    writer = (number - 1) % 4000 // 1000
    return (sum(rows for _, rows in lines_of(number)), _ROWS, 1)[writer]


def _judged(path: Path, known: Known) -> Iterator[str]:
    if content(path) == DAMAGED:
        yield "the file is damaged"
        return
    yield from known.faults(tokens(path))
    yield from halves(path)
    yield from (one.what for one in examine(str(path)).findings)
