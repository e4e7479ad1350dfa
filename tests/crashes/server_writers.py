"""Four writers at once on a server: each killed at a random moment, or the server killed in their midst."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

from journal.storage.doctor import examine
from tests.crashes.content import DAMAGED
from tests.crashes.databases import Databases, content_of, halves_of, tokens_of
from tests.crashes.journals import Journal
from tests.crashes.rounds import Survived
from tests.crashes.writers import Known, begun, kill_each


def survive_writers(
    databases: Databases, url: str, folder: Path, rounds: int, chance: random.Random
) -> Survived:
    """Let four write at once that many times on one journal, and kill each of them."""
    survived, known = Survived("four writers at once"), Known()
    folder.mkdir()
    journal, errors = Journal(databases.copy(url), folder), folder / "errors"
    for number in range(rounds):
        running = begun(journal, number, errors)
        kill_each(running, chance)
        ends = [one.ended() for one in running]
        databases.settle(journal.url)
        survived.rounds += 1
        survived.killed += sum(one.killed for one in ends)
        survived.acknowledged += known.listen(ends)
        faults = [f"a writer failed: {errors.read_text()[-300:]}" for one in ends if not one.killed]
        faults += _judged(journal, known)
        survived.faults += [f"{survived.name}, round {number}: {one}" for one in faults]
    return survived


def survive_deaths(
    databases: Databases, url: str, folder: Path, rounds: int, chance: random.Random
) -> Survived:
    """Kill the server that many times while four write, and start it again; the killed are servers."""
    survived, known = Survived("the server itself"), Known()
    folder.mkdir()
    journal, errors = Journal(databases.copy(url), folder), folder / "errors"
    for number in range(rounds):
        running = begun(journal, number, errors)
        time.sleep(chance.uniform(0.1, 1.0))
        databases.cluster.die()
        databases.cluster.start()
        kill_each(running, chance)  # those that did not give up while it was away
        ends = [one.ended() for one in running]
        databases.settle(journal.url)
        survived.rounds += 1
        survived.killed += 1
        survived.acknowledged += known.listen(ends)
        survived.faults += [f"{survived.name}, round {number}: {one}" for one in _judged(journal, known)]
    return survived


def _judged(journal: Journal, known: Known) -> Iterator[str]:
    if content_of(journal.url) == DAMAGED:
        yield "a record points to none"
    yield from known.faults(tokens_of(journal.url))
    yield from halves_of(journal.url)
    yield from (one.what for one in examine(journal.url).findings)
