"""Rounds of one verb on a server: killed at a random moment, the journal is as before or as after it, and goes on."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.storage import open_store
from journal.storage.doctor import examine
from journal.storage.schema import HEAD, KNOWN
from tests.crashes.content import ABSENT, DAMAGED, Content, content
from tests.crashes.databases import Databases, aged, content_of, halves_of, tokens_of
from tests.crashes.doomed import Ended, killed_within, run
from tests.crashes.journals import Journal
from tests.crashes.lines import Tally, log, note
from tests.crashes.rounds import Survived, is_unfinished, leftovers
from tests.crashes.verbs import IMPORT, begin, called, edit, give_import, migrate, redo, take_back

_LOOKED_THROUGH = 5
"""Of so many rounds in the last one every record is read, as `journal doctor` does."""


@dataclass(frozen=True, slots=True)
class ServerVerb:
    """One verb, the journal that it begins with, and what comes before it in the folder that its files go to."""

    name: str
    act: Callable[[Journal], int]
    begins_with: str
    prepare: Callable[[Path], object] = lambda folder: None


def verbs_of(databases: Databases, url: str, older: Path) -> Iterator[ServerVerb]:
    """What is killed on a server, with a journal of six months and a backup of an earlier state of it."""
    yield ServerVerb("a new journal", begin, databases.new())
    yield ServerVerb("import", IMPORT, url, give_import)
    yield ServerVerb("undo-import", called("undo-import", "1"), url)
    yield ServerVerb("edit and delete", edit, url)
    yield ServerVerb("undo", called("undo"), url)
    undone = databases.copy(url)
    take_back(undone)
    yield ServerVerb("redo", redo, undone)
    for revision in sorted(KNOWN - {HEAD}):
        yield ServerVerb(f"migration from {revision}", migrate, aged(databases, url, revision))
    yield ServerVerb("backup", called("backup", "copy.db", "--force"), url)
    yield ServerVerb("export", called("export", "csv", "--force"), url)
    yield ServerVerb("restore", called("restore", str(older)), url)
    yield ServerVerb("doctor", called("doctor"), url)


def survive(
    verb: ServerVerb, databases: Databases, folder: Path, rounds: int, chance: random.Random
) -> Survived:
    """Kill the verb that many times, each time on a copy of the journal that it begins with."""
    survived = Survived(verb.name)
    undisturbed = _prepared(verb, databases, folder / "undisturbed")
    before = content_of(undisturbed.url)
    ended = run(lambda: _act(verb, undisturbed), folder / "errors")
    after = content_of(undisturbed.url)
    if ended.status or DAMAGED in (before, after) or after == ABSENT:
        raise RuntimeError(f"{verb.name} fails by itself: {(folder / 'errors').read_text()}")
    for number in range(rounds):
        journal = _prepared(verb, databases, folder / f"{number}")
        end = killed_within(
            lambda journal=journal: _act(verb, journal),  # type: ignore[misc]
            journal.folder / "errors",
            ended.seconds * 1.1,
            chance,
        )
        databases.settle(journal.url)
        survived.rounds += 1
        survived.killed += end.killed
        survived.acknowledged += bool(end.lines)
        survived.unfinished += len(leftovers(journal.folder))
        faults = [*_judged(verb, journal, end, before, after)]
        if number % _LOOKED_THROUGH == 0:
            faults += [one.what for one in examine(journal.url).findings]
        survived.faults += [f"{verb.name}, round {number}: {one}" for one in faults]
        if not faults:
            databases.drop(journal.url)
            shutil.rmtree(journal.folder)
    return survived


def _prepared(verb: ServerVerb, databases: Databases, folder: Path) -> Journal:
    folder.mkdir(parents=True)
    verb.prepare(folder)
    return Journal(databases.copy(verb.begins_with), folder)


def _act(verb: ServerVerb, journal: Journal) -> int:
    os.environ["XDG_DATA_HOME"] = str(journal.folder)
    return verb.act(journal)


def _judged(
    verb: ServerVerb, journal: Journal, ended: Ended, before: Content, after: Content
) -> Iterator[str]:
    """What is wrong right after the kill, and what when the verb is done again."""
    errors = journal.folder / "errors"
    if not ended.killed and ended.status:
        yield f"it failed: {errors.read_text()[-300:]}"
    found = content_of(journal.url)
    if found not in (before, after):
        yield f"it is neither as before nor as after: {found[0]}"
    elif ended.lines and found != after:
        yield f"lost, although it was said: {ended.lines[0]}"
    yield from _copies(journal, before, after)
    if found == before:
        again = run(lambda: _act(verb, journal), errors)
        if again.status or content_of(journal.url) != after:
            yield f"it cannot be done again: {errors.read_text()[-300:]}"
        yield from _copies(journal, before, after)
    open_store(journal.url, create=False).close()
    yield from halves_of(journal.url)


def _copies(journal: Journal, before: Content, after: Content) -> Iterator[str]:
    """Copies of the journal, as of a backup, that hold something else."""
    for kept in journal.folder.rglob("*.db"):
        if not is_unfinished(kept) and content(kept) not in (before, after):
            yield f"{kept.name} is a copy, and not whole"


def survive_lines(
    databases: Databases, url: str, folder: Path, rounds: int, chance: random.Random
) -> Survived:
    """Kill `journal log` that many times, all on one journal."""
    survived, tally = Survived("log"), Tally()
    folder.mkdir()
    journal, errors = Journal(databases.copy(url), folder), folder / "errors"
    seconds = []
    for number in range(4 + rounds):
        act = lambda number=number: log(journal.url, number)  # noqa: E731
        if number < 4:  # how long it takes when nobody kills it
            ended = run(act, errors)
            seconds.append(ended.seconds)
        else:
            # Half of the kills fall into the writing, which is over long before what follows from it is said.
            within = sorted(seconds)[1] * (0.35 if number % 2 else 1.1)
            ended = killed_within(act, errors, within, chance)
            survived.rounds += 1
            survived.killed += ended.killed
            survived.acknowledged += bool(ended.lines)
        note(tally, number, ended)
        databases.settle(journal.url)
        faults = [] if ended.killed or not ended.status else [f"it failed: {errors.read_text()[-300:]}"]
        faults += [*tally.faults(tokens_of(journal.url)), *halves_of(journal.url)]
        if content_of(journal.url) == DAMAGED:
            faults.append("a record points to none")
        if number % (4 * _LOOKED_THROUGH) == 0:
            faults += [one.what for one in examine(journal.url).findings]
        survived.faults += [f"log, round {number}: {one}" for one in faults]
    return survived
