"""What the page of profile and settings shows: the profile, conditions, templates, the file, the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from journal import config
from journal.entry import Writer
from journal.errors import Refused
from journal.records import CheckIn, Condition, TemplateSet
from journal.vocabulary import ConditionName

if TYPE_CHECKING:
    from journal.storage import Store


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition of the vocabulary, with its record when it was ever marked."""

    name: ConditionName
    record: Condition | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its name, its sets in order, and the names of its exercises."""

    name: str
    sets: tuple[TemplateSet, ...]
    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The journal itself: where it lies, its records by their kinds in words, its first and last day."""

    place: str
    counts: tuple[str, ...]
    days: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class SettingsView:
    """All that the journal knows of its writer; `weighed` is the latest check-in with a body weight."""

    profile: Mapping[str, str]
    weighed: CheckIn | None
    conditions: tuple[ConditionLine, ...]
    templates: tuple[Template, ...]
    about: About


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule's setting that the file changes: its own value and the program's."""

    rule: str
    setting: str
    own: Any
    default: Any


@dataclass(frozen=True, slots=True)
class FileView:
    """What the settings file says; `fault` is the sentence why it cannot be read, "" when it can."""

    path: Path
    is_there: bool
    says: config.Settings = field(default_factory=config.Settings)
    fault: str = ""


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all time zones; looked up once, on the disk."""
    return tuple(sorted(available_timezones()))


def read_settings(store: "Store", writer: Writer) -> SettingsView:
    """What the journal holds of it."""
    zone_names()  # here, where nobody waits for the disk
    there = {one.condition: one for one in store.rows(Condition)}
    weighed = [one for one in store.rows(CheckIn) if one.body_weight_kg is not None]
    return SettingsView(
        profile=store.profile(),
        weighed=weighed[-1] if weighed else None,
        conditions=tuple(ConditionLine(name, there.get(name)) for name in ConditionName),
        templates=read_templates(store, writer),
        about=about(store),
    )


def read_templates(store: "Store", writer: Writer) -> tuple[Template, ...]:
    """The templates by name."""
    sets: dict[str, list[TemplateSet]] = {}
    for one in store.rows(TemplateSet):
        sets.setdefault(one.template, []).append(one)
    return tuple(Template(name, tuple(some), _exercises(some, writer)) for name, some in sorted(sets.items()))


def _exercises(sets: list[TemplateSet], writer: Writer) -> tuple[str, ...]:
    slugs = dict.fromkeys(one.exercise for one in sets)
    known = (writer.catalogue.get(slug) for slug in slugs)
    return tuple(exercise.name if exercise else slug for slug, exercise in zip(slugs, known, strict=True))


def about(store: "Store") -> About:
    """Where the journal lies and what it holds; tables without a record are left out."""
    from journal.storage.words import count

    counts = tuple(count(name, number) for name, number in store.counts().items() if number)
    return About(store.url, counts, store.days())


def read_file(path: Path) -> FileView:
    """What the settings file says, read anew; it counts from the next start on."""
    is_there = path.is_file()
    try:
        says = config.settings(path)
    except Refused as refused:
        return FileView(path, is_there, fault=str(refused))
    return FileView(path, is_there, says)


def thresholds(rules: Mapping[str, Any], where: str) -> tuple[Threshold, ...]:
    """The settings of rules that differ from the program's own; `Refused` when one is wrong.

    Works in the rules' thread: the catalogue needs pandas.
    """
    from journal.analysis.engine import rulebook
    from journal.analysis.parameters import checked

    if not rules:
        return ()
    book = rulebook()
    return tuple(
        Threshold(rule, name, value, book[rule].parameters[name])
        for rule, values in checked(rules, where).items()
        for name, value in values.items()
        if value != book[rule].parameters[name]
    )
