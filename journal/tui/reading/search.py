"""What is found of some words: exercises, templates, conditions, and entries with their days.

Works in the store's thread.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from journal.columns import one_line
from journal.entry import Writer, say
from journal.matching import folded, has_all, words_asked
from journal.records import Condition, FlagMark, Pain, Record, Session, TemplateSet
from journal.tui.wording.dates import in_short
from journal.vocabulary import display

if TYPE_CHECKING:
    from journal.exercises import Exercise
    from journal.storage import Store

SHOWN = 200
"""Entries listed at most, the newest ones."""
_EXERCISES = 5
_LONGEST = 240
"""Characters of a row; of a longer text the part with the first of the words is shown."""
_BEFORE = 60
"""Characters shown before it."""


@dataclass(frozen=True, slots=True)
class Result:
    """One row: a page to open with what it is to be given, a label ("Wed 25 Nov 2026", "exercise") and the words."""

    page: str
    about: Mapping[str, object]
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Results:
    """What was found of `words` (none: the newest notes).  `total` entries there are, of which some are listed."""

    words: tuple[str, ...]
    named: tuple[Result, ...] = ()
    entries: tuple[Result, ...] = ()
    total: int = 0


def search(text: str) -> "Callable[[Store, Writer], Results]":
    """All that has every word of the text, whatever its case and accents; the newest first."""

    def reader(store: "Store", writer: Writer) -> Results:
        words = words_asked(text)
        names = _names(writer)
        found = store.search(words, limit=SHOWN, names=names)
        named = (
            *_exercises(store, writer, names, words),
            *_templates(store, writer, names, words),
            *_conditions(store, words),
        )
        return Results(
            words,
            named if words else (),
            tuple(_result(entry, words, names, writer) for entry in found.entries),
            found.total,
        )

    return reader


def _names(writer: Writer) -> dict[str, str]:
    """All that each exercise is called, by its slug."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, slug in writer.catalogue.names.items():
        names[slug].append(name)
    return {one.slug: " ".join([one.name, *one.aliases, *names[one.slug]]) for one in writer.catalogue}


# What belongs to no day.


def _exercises(
    store: "Store", writer: Writer, names: Mapping[str, str], words: Sequence[str]
) -> Iterator[Result]:
    """Exercises that were done, the last one first, and own ones."""
    found = [one for one in writer.catalogue if has_all(f"{one.slug} {names[one.slug]}", words)]
    use = store.use() if found and words else {}

    def newest(one: "Exercise") -> tuple[date, str]:
        return (use[one.slug].last if one.slug in use else date.min), one.slug

    known = sorted((one for one in found if one.slug in use or one.own), key=newest, reverse=True)
    for one in known[:_EXERCISES]:
        done = use.get(one.slug)
        told = f"{_workouts(done.workouts)}, last {in_short(done.last)}" if done else "not done yet"
        yield Result("exercises", {"slug": one.slug}, "exercise", f"{one.name}: {told}")


def _workouts(count: int) -> str:
    return "1 workout" if count == 1 else f"{count} workouts"


def _templates(
    store: "Store", writer: Writer, names: Mapping[str, str], words: Sequence[str]
) -> Iterator[Result]:
    rows = sorted(store.rows(TemplateSet), key=lambda one: (one.template, one.position))
    for template, sets in groupby(rows, key=lambda one: one.template):
        slugs = list(dict.fromkeys(one.exercise for one in sets))
        if has_all(
            " ".join(["template", template, *(f"{slug} {names.get(slug, '')}" for slug in slugs)]), words
        ):
            said = ", ".join(_exercise_name(slug, writer) for slug in slugs)
            yield Result(
                "workout", {"template": template}, "template", _excerpt(f"{template}: {said}", words)
            )


def _exercise_name(slug: str, writer: Writer) -> str:
    exercise = writer.catalogue.get(slug)
    return exercise.name if exercise is not None else slug


def _conditions(store: "Store", words: Sequence[str]) -> Iterator[Result]:
    for one in store.rows(Condition):
        told = _noted(display(one.condition), one.note)
        if has_all(f"condition {one.condition} {told}", words):
            yield Result("settings", {}, "condition", _excerpt(told, words))


# Entries.


def _result(
    entry: Session | Record, words: Sequence[str], names: Mapping[str, str], writer: Writer
) -> Result:
    if isinstance(entry, Session):
        record: Record = entry.workout
        told = _workout(entry, words, names, writer)
    else:
        record, told = entry, _noted(_said(entry, writer), getattr(entry, "note", ""))
    day = record.day
    about = {"day": day, "choose": f"{record.TABLE}/{record.key}"}
    return Result("today", about, in_short(day) if day is not None else "", _excerpt(told, words))


def _said(record: Record, writer: Writer) -> str:
    if isinstance(record, FlagMark):
        return _noted(f"flag: {record.action}", record.reason)
    return f"pain {say(record, writer)}" if isinstance(record, Pain) else say(record, writer)


def _workout(session: Session, words: Sequence[str], names: Mapping[str, str], writer: Writer) -> str:
    """The exercises that have one of the words, all of them where none has; without words those with a note."""
    workout = session.workout
    told = []
    for slug, group in groupby(session.sets, key=lambda one: one.exercise):
        sets = tuple(group)
        notes = " ".join(one.note for one in sets if one.note)
        part = _noted(say(Session(workout, sets), writer), notes)
        told.append((part, f"{part} {slug} {names.get(slug, '')}" if words else notes))
    meant = [part for part, named in told if any(word in folded(named) for word in words or ("",) if named)]
    parts = meant or [part for part, _ in told if words]
    head = one_line(workout.title) or ("" if parts else display(workout.kind))
    return _noted(": ".join(filter(None, (head, "; ".join(parts)))), workout.note)


def _noted(said: str, note: str) -> str:
    return f"{said} // {note}" if note.strip() else said


def _excerpt(text: str, words: Sequence[str]) -> str:
    """The text in one row; of a long one, where the first word stands that is not at its beginning."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    head = text[: _LONGEST - 1]
    late = [place for word in words if word not in folded(head) and (place := folded(text).find(word)) >= 0]
    if not late:
        return f"{head}…"
    start = max(min(late) - _BEFORE, 0)
    opening = text[:_BEFORE].rsplit(" ", 1)[0]
    return f"{opening} … {text[start : start + _LONGEST - _BEFORE]}…"
