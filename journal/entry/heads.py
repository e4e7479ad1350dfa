"""The words that an entry begins with, other than the name of an exercise, and what reads on from each."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from journal.entry.care import CARES, DRUGS, read_care, read_drug
from journal.entry.checkin import FIELDS, read_checkin
from journal.entry.cursor import Cursor, Phrases
from journal.entry.drink import DRINKS, read_drink
from journal.entry.pain import read_pain
from journal.entry.session import read_session
from journal.entry.symptom import read_symptom
from journal.entry.when import Moment, Times
from journal.entry.writer import Writer
from journal.records import Entry
from journal.vocabulary import CareKind, Drug


class Topic(Enum):
    """What an entry is about, by its first word."""

    PAIN = "pain"
    DRINK = "drink"
    CARE = "care"
    DRUG = "drug"
    CHECKIN = "check-in"
    SYMPTOM = "symptom"
    SESSION = "session"


class Here(NamedTuple):
    """Where the reading of an entry stands: behind its first word, for this moment and this writer."""

    cursor: Cursor
    moment: Moment
    times: Times
    writer: Writer


class Head(NamedTuple):
    """What the first word of an entry says: its topic, and how the rest is read."""

    topic: Topic
    read: Callable[[Here], Sequence[Entry]]


def _pain(here: Here) -> Sequence[Entry]:
    return (read_pain(here.cursor, here.moment, here.times),)


def _symptom(here: Here) -> Sequence[Entry]:
    return (read_symptom(here.cursor, here.moment),)


def _session(here: Here) -> Sequence[Entry]:
    return (read_session(here.cursor, here.moment),)


def _drink(drink: str) -> Head:
    def read(here: Here) -> Sequence[Entry]:
        return (read_drink(here.cursor, drink, here.moment, here.writer.glass_ml),)

    return Head(Topic.DRINK, read)


def _care(kind: CareKind) -> Head:
    def read(here: Here) -> Sequence[Entry]:
        return (read_care(here.cursor, kind, here.moment),)

    return Head(Topic.CARE, read)


def _drug(drug: Drug | None) -> Head:
    def read(here: Here) -> Sequence[Entry]:
        return (read_drug(here.cursor, drug, here.moment),)

    return Head(Topic.DRUG, read)


def _checkin(field: str) -> Head:
    def read(here: Here) -> Sequence[Entry]:
        return read_checkin(here.cursor, field, here.moment, here.writer.weight_unit)

    return Head(Topic.CHECKIN, read)


HEADS = Phrases[Head](
    {word: _drink(drink) for word, drink in DRINKS.items()}
    | {word: _care(kind) for word, kind in CARES.items()}
    | {word: _drug(drug) for word, drug in DRUGS.items()}
    | {word: _checkin(field) for word, field in FIELDS.items()}
    | {
        "pain": Head(Topic.PAIN, _pain),
        "symptom": Head(Topic.SYMPTOM, _symptom),
        "session": Head(Topic.SESSION, _session),
    }
)
"""Every such word."""
