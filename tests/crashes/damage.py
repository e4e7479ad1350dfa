"""Damage files at random and see who notices: `python -m tests.crashes.damage [ROUNDS] [SEED]`.

From the project's folder.  Journals, their logs and their backups are damaged, each ROUNDS (default 100) times.  A
fault is: a trace, more than one sentence, a damaged journal that passes for an empty one, other rows than were written
while the doctor finds nothing wrong, an entry that was acknowledged and is not there, a backup that is kept or brought
back and does not hold everything, or a refusal that changes something.  Exits 1 when there is any; what was found then
stays in a folder that is named.
"""

import os
import random
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from journal.cli import run
from journal.errors import CouldNot, Refused
from journal.records import RECORDS
from journal.storage import open_store
from tests.crashes import journals

ROW = "| {:<9} | {:>6} | {:>7} | {:>7} | {:>6} |"
CALLS = ("today", "flags", "report", "export out --force", "log water 300")

_PENDING = 40
"""Entries that are still in the log, each a transaction of its own."""

Counts = dict[str, int]


def flipped(content: bytearray, chance: random.Random) -> None:
    """Some bits are other ones."""
    for _ in range(chance.choice((1, 1, 3, 30))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def emptied(content: bytearray, chance: random.Random) -> None:
    """A sector reads as zeros."""
    place = chance.randrange(0, len(content), 512)
    content[place : place + 512] = bytes(len(content[place : place + 512]))


def misplaced(content: bytearray, chance: random.Random) -> None:
    """A page was written to where another one stood."""
    here, there = (chance.randrange(0, max(1, len(content) - 4095), 4096) for _ in range(2))
    content[here : here + 4096] = content[there : there + 4096]


def cut(content: bytearray, chance: random.Random) -> None:
    """The end is not there; of a log nobody can tell that: so it looks where a write was interrupted."""
    del content[chance.randrange(len(content)) :]


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (flipped, flipped, emptied, misplaced, cut)


class Said:
    """What a call of the program said, and how it ended."""

    def __init__(self, call: str) -> None:
        self.call, out, err = call, StringIO(), StringIO()
        self.fault = ""
        try:
            with redirect_stdout(out), redirect_stderr(err):
                self.status = run(call.split())
        except Exception as error:  # noqa: BLE001 - whatever comes through is what is looked for
            self.status, self.fault = -1, f"{call}: {type(error).__name__}: {error}"
        self.out, self.err = out.getvalue(), err.getvalue()
        if not self.fault and (self.status not in (0, 1) or (self.status and self.err.count("\n") != 1)):
            self.fault = f"{call}: status {self.status}: {self.err}"


def counts(path: Path) -> Counts | None:
    """How many records the program reads of each kind; None when it says that it cannot."""
    try:
        with open_store(str(path), create=False) as store:
            return {record.TABLE: len(store.rows(record)) for record in RECORDS}
    except (CouldNot, Refused):
        return None


def judge_journal(path: Path, doctor: Said, expected: Counts) -> Iterator[str]:
    """What is wrong with how a damaged journal is dealt with, before and after it is written to."""
    copies = set((path.parent / "backups").iterdir())
    found = counts(path)
    if found is not None and found != expected and not doctor.status:
        yield f"other rows, and the doctor finds nothing: {_differences(found, expected)}"
    if found is None and not doctor.status:
        yield "it cannot be read, and the doctor finds nothing"
    said = [doctor, *map(Said, CALLS)]
    yield from (one.fault for one in said if one.fault)
    later = counts(path)
    if later is not None and sum(later.values()) <= 1:
        yield "it passes for an empty one"
    yield from (f"{one} was acknowledged and is not there" for one in _lost(path, said[-1].out))
    for copy in set((path.parent / "backups").iterdir()) - copies:
        kept = counts(copy)
        if kept is None or (kept != expected and not doctor.status):
            yield f"a copy was kept that does not hold everything: {copy.name}"


def _lost(path: Path, acknowledged: str) -> list[str]:
    """The entries that the program said to have recorded, and that are not in the file."""
    with closing(sqlite3.connect(path)) as file:
        return [
            one
            for one in re.findall(r"\[hydration (\S+)\]", acknowledged)
            if not file.execute("SELECT 1 FROM hydration WHERE id = ?", (one,)).fetchone()
        ]


def judge_backup(path: Path, copy: Path, doctor: Said, expected: Counts) -> Iterator[str]:
    """What is wrong with how a damaged backup is dealt with."""
    before = path.read_bytes()
    restored = Said(f"restore {copy}")
    yield from (one.fault for one in (doctor, restored) if one.fault and "status 2" not in one.fault)
    if restored.status:
        if path.read_bytes() != before:
            yield "it was refused, and the journal is another one"
        if not doctor.status:
            yield "it was refused, and the doctor finds nothing wrong with it"
    elif counts(path) != expected:
        yield f"what was brought back is not everything: {_differences(counts(path) or {}, expected)}"
    elif doctor.status:
        yield f"it was brought back, and the doctor finds it not whole: {doctor.out}"


def _differences(found: Counts, expected: Counts) -> str:
    return ", ".join(
        f"{name} {found.get(name)} of {expected[name]}"
        for name in expected
        if found.get(name) != expected[name]
    )


def prepare(folder: Path) -> Counts:
    """A journal of six months with a backup, and a second state of it whose last day is still in the log."""
    folder.mkdir()
    journals.make(folder)
    path = folder / journals.NAME
    (folder / "backups").mkdir()
    with open_store(str(path)) as store:
        store.backup(folder / "backups" / "journal-2020-01-01.db")
    expected = counts(path) or {}
    pending = folder / "pending"
    shutil.copytree(folder / "backups", pending / "backups")
    path = Path(shutil.copy(path, folder / "with-log.db"))
    with open_store(str(path)) as store, closing(sqlite3.connect(path)) as writer, writer:
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(_PENDING):
            writer.execute(
                "INSERT INTO hydration SELECT printf('%08d', ?) || substr(id, 9), at, at_offset, volume_ml, drink, "
                "note, source, day FROM hydration ORDER BY id LIMIT 1",
                (number,),
            )
            writer.commit()
        store.is_empty()
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", pending / f"{journals.NAME}{ending}")
    return expected


def survive(
    what: str, template: Path, place: Path, expected: Counts, chance: random.Random
) -> tuple[list[str], bool]:
    """One round: the faults that it showed, and whether anybody noticed the damage."""
    source = template / "pending" if what == "log" else template
    shutil.copytree(
        source, place, ignore=shutil.ignore_patterns("pending", "elsewhere", "with-log.db*", "*-shm")
    )
    path = place / journals.NAME
    copy = place / "backups" / "journal-2020-01-01.db"
    if what == "log":
        expected = expected | {"hydration": expected["hydration"] + _PENDING}
    for file in (path, copy, Path(f"{path}-wal")):
        if file.exists():
            file.chmod(0o600)
    target = {"journal": path, "log": Path(f"{path}-wal"), "backup": copy}[what]
    content = bytearray(target.read_bytes())
    chance.choice(DAMAGES[:-1] if what == "log" else DAMAGES)(content, chance)
    if content == target.read_bytes():
        return [], False
    target.write_bytes(content)
    os.environ["JOURNAL_DB"] = str(path)
    os.chdir(place)
    doctor = Said("doctor")
    if what == "backup":
        return list(judge_backup(path, copy, doctor, expected)), bool(doctor.status)
    return list(judge_journal(path, doctor, expected)), bool(doctor.status)


def main(rounds: int, seed: int) -> int:
    """Run all rounds, print a table, and give the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="journal-damage-"))
    os.environ |= {"XDG_CONFIG_HOME": str(folder / "no-settings"), "XDG_DATA_HOME": str(folder), "TZ": "UTC"}
    expected = prepare(folder / "template")
    print(ROW.format("damaged", "rounds", "noticed", "passed", "faults"))
    print(ROW.format("---", "---:", "---:", "---:", "---:"))
    all_faults = []
    for what in ("journal", "log", "backup"):
        chance, noticed, faults = random.Random(f"{seed} {what}"), 0, []  # noqa: S311 - damage, no secrets
        for number in range(rounds):
            place = folder / f"{what}-{number}"
            found, was_noticed = survive(what, folder / "template", place, expected, chance)
            noticed += was_noticed
            faults += [f"{what}, round {number}: {one}" for one in found]
            os.chdir(folder)
            if not found:
                shutil.rmtree(place)
        print(ROW.format(what, rounds, noticed, rounds - noticed, len(faults)), flush=True)
        all_faults += faults
    for fault in all_faults[:40]:
        print(fault)
    if all_faults:
        print(f"What is left of them is in {folder}.")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    given = [*map(int, sys.argv[1:]), *(100, 1)[len(sys.argv) - 1 :]]
    sys.exit(main(*given))
