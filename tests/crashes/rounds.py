"""Rounds of one verb: killed at a random moment, the journal is as before or as after it, and goes on working."""

import os
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from journal.storage import open_store
from journal.storage.doctor import examine
from journal.storage.keeping import Backups
from tests.crashes.content import ABSENT, DAMAGED, Content, content, halves
from tests.crashes.doomed import Ended, killed_within, run
from tests.crashes.journals import NOW, Journal, copy
from tests.crashes.verbs import OLDER, Verb

_LOOKED_THROUGH = 5
"""Of so many rounds in the last one every record is read, as `journal doctor` does."""
_LATER = 2 * 3600
"""Seconds after which what was left unfinished is nobody's work any more."""


@dataclass(slots=True)
class Survived:
    """What the rounds of one verb showed."""

    name: str
    rounds: int = 0
    killed: int = 0
    acknowledged: int = 0
    unfinished: int = 0
    """Files that were left under a name of an unfinished one, and then taken away."""
    faults: list[str] = field(default_factory=list)


def survive(verb: Verb, template: Path, folder: Path, rounds: int, chance: random.Random) -> Survived:
    """Kill the verb that many times, each time on a copy of the template."""
    survived = Survived(verb.name)
    before, after, seconds = _undisturbed(verb, template, folder / "undisturbed")
    for number in range(rounds):
        place = folder / f"{number}"
        path = _prepared(verb, template, place)
        ended = killed_within(lambda path=path: verb.act(Journal.at(path)), place / "errors", seconds, chance)  # type: ignore[misc]
        survived.rounds += 1
        survived.killed += ended.killed
        survived.acknowledged += bool(ended.lines)
        faults = [*_judged(verb, path, ended, before, after), *_goes_on(verb, path, before, after, survived)]
        survived.faults += [f"{verb.name}, round {number}: {one}" for one in faults]
        if not faults:
            shutil.rmtree(place)
    return survived


def _prepared(verb: Verb, template: Path, place: Path) -> Path:
    path = copy(template, place)
    verb.prepare(path)
    return path


def _undisturbed(verb: Verb, template: Path, place: Path) -> tuple[Content, Content, float]:
    """The journal before and after the verb, and in how many seconds most of its work is done."""
    path = _prepared(verb, template, place)
    before = content(path)
    ended = run(lambda: verb.act(Journal.at(path)), place / "errors")
    if ended.status:
        raise RuntimeError(f"{verb.name} fails by itself: {(place / 'errors').read_text()}")
    after = content(path)
    if after in (DAMAGED, ABSENT) or (verb.gives and after != content(path.parent / verb.gives)):
        raise RuntimeError(f"{verb.name} does not give what it should, even when nobody kills it")
    return before, after, ended.seconds * 1.1


def _judged(verb: Verb, path: Path, ended: Ended, before: Content, after: Content) -> Iterator[str]:
    """What is wrong right after the kill."""
    if not ended.killed and ended.status:
        yield f"it failed: {(path.parent / 'errors').read_text()[-300:]}"
    found = content(path)
    if found not in (before, after):
        yield f"it is neither as before nor as after: {found[0]}"
    elif ended.lines and found != after:
        yield f"lost, although it was said: {ended.lines[0]}"
    older = content(path.parent / OLDER)
    for kept in path.parent.rglob("*.db"):
        if not is_unfinished(kept) and kept != path and content(kept) not in (before, after, older):
            yield f"{kept.name} is a copy, and not whole"


def _goes_on(verb: Verb, path: Path, before: Content, after: Content, survived: Survived) -> Iterator[str]:
    """What is wrong with the journal when the program is used again, and what it leaves for ever."""
    if content(path) == before:
        again = run(lambda: verb.act(Journal.at(path)), path.parent / "errors")
        if again.status or content(path) != after:
            yield f"it cannot be done again: {(path.parent / 'errors').read_text()[-300:]}"
    if content(path) == ABSENT:
        return
    with open_store(str(path), create=False) as store:
        unfinished = leftovers(path.parent)
        survived.unfinished += len(unfinished)
        for one in unfinished:
            os.utime(one, (time.time() - _LATER,) * 2)
        if unfinished:
            run(
                lambda: verb.act(Journal.at(path)), path.parent / "errors"
            )  # whoever writes there again clears up
        store.keep_today(Backups(), NOW.date() + timedelta(days=1))
    if unfinished and (left := leftovers(path.parent)):
        yield f"left for ever: {', '.join(one.name for one in left)}"
    yield from halves(path)
    if survived.rounds % _LOOKED_THROUGH == 0:
        yield from (one.what for one in examine(str(path)).findings)


def leftovers(folder: Path) -> list[Path]:
    """What was begun and not finished."""
    return [one for one in folder.rglob(".*") if is_unfinished(one)]


def is_unfinished(path: Path) -> bool:
    """Whether a file or folder, or one that it lies in, has the name of what is not finished."""
    return any(
        part.startswith(".") and ("restore-" in part or ".part" in part or part.endswith(".old"))
        for part in path.parts
    )
