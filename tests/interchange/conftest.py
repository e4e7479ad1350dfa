"""Random journals made of the columns themselves, so that a new column is in them without a word here."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import strategies as st

from journal.columns import Column, InvalidRecord, Kind
from journal.exercises import Catalogue, catalogue
from journal.profile import PROFILE_KEYS
from journal.records import (
    RECORDS,
    Alias,
    OwnExercise,
    Pain,
    ProfileEntry,
    Record,
    Set,
    SymptomEntry,
    TemplateSet,
    Workout,
    columns,
)

Journal = dict[type[Record], list[Record]]

SLUGS = ("squat", "bench-press", "run", "plank", "deadlift")

HOSTILE = (
    "=1+1",
    "+1",
    "-20kg felt light",
    "@SUM(A1)",
    "\t=cmd",
    "'quoted'",
    "'=1",
    "''",
    'she said "no"',
    "one,two;three",
    "line one\nline two\r\nline three\rfour",
    "[/] [@click=app.quit]x[/]",
    "<script>alert(1)</script>",
    "\x1b]0;PWNED\x07 \x00 \x9b31m",
    "\u202eabc\u2066",
    "\u2028\u2029\ufeff",
    "💪🏽 Übung 深蹲",
    " spaces around ",
    "\n",
    "x" * 10_000,
    '"' * 50,
    "{}{{%s}}",
)

_TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
_NAMES = _TEXT.filter(lambda text: any(letter.isalnum() for letter in text))
_INSTANTS = st.builds(
    lambda when, minutes: when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime.fromisoformat("1901-01-01"), datetime.fromisoformat("2199-01-01")),
    st.integers(-14 * 60, 14 * 60),
)


def _numbers(column: Column) -> st.SearchStrategy[Any]:
    low, high = int((column.low or 0) * column.scale), int((column.high or 0) * column.scale)
    near = st.integers(max(low, -100 * column.scale), min(high, 100 * column.scale))
    return st.one_of(near, st.integers(low, high)).map(lambda whole: whole / column.scale)


_VALUES: dict[Kind, Callable[[Column], st.SearchStrategy[Any]]] = {
    Kind.ID: lambda column: st.uuids(),
    Kind.TEXT: lambda column: _TEXT,
    Kind.KEY: lambda column: _NAMES,
    Kind.INSTANT: lambda column: _INSTANTS,
    Kind.DATE: lambda column: st.dates(date(1901, 1, 1), date(2199, 1, 1)),
    Kind.WHOLE: lambda column: st.integers(int(column.low or 0), int(column.high or 0)),
    Kind.NUMBER: _numbers,
    Kind.YES_NO: lambda column: st.booleans(),
    Kind.WORD: lambda column: st.sampled_from(list(column.words or ())),
    Kind.WORDS: lambda column: st.lists(st.sampled_from(list(column.words or ())), max_size=3).map(tuple),
}


@st.composite
def records(draw: st.DrawFn, kind: type[Record], **given: st.SearchStrategy[Any]) -> Record:
    """Any record of that class; columns that contradict another one are left empty."""
    values: dict[str, Any] = {}
    for column in columns(kind):
        value = given[column.name] if column.name in given else _VALUES[column.kind](column)
        values[column.name] = draw(value if column.required else st.none() | value)
    while True:
        try:
            return kind(**values)
        except InvalidRecord as wrong:
            contradicting = wrong.column
        values.pop(contradicting)


def _ids(rows: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from([row.id for row in rows] or [None])


@st.composite
def _journals(draw: st.DrawFn) -> Journal:
    """A journal in which every reference leads somewhere."""
    journal: Journal = {}
    slugs = st.sampled_from(SLUGS)
    given: dict[type[Record], dict[str, st.SearchStrategy[Any]]] = {
        OwnExercise: {"slug": st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)},
        ProfileEntry: {"key": st.sampled_from([*PROFILE_KEYS, "colour_of_socks"])},
    }
    for kind in (OwnExercise, *(kind for kind in RECORDS if kind is not OwnExercise)):
        known = dict(given.get(kind, {}))
        if kind in (Set, TemplateSet):
            known["exercise"] = slugs
        if kind is Alias:
            known["slug"] = slugs
        if kind in (Set, Pain):
            known["workout_id"] = _ids(journal[Workout])
        if kind is SymptomEntry:
            known["pain_id"] = _ids(journal[Pain])
        possible = kind is not Set or journal[Workout]
        rows = draw(st.lists(records(kind, **known), max_size=4)) if possible else []
        journal[kind] = list({row.key: row for row in rows}.values())
        if kind is OwnExercise:
            slugs = st.sampled_from([*SLUGS, *(row.key for row in rows)])
    return journal


@pytest.fixture(scope="session")
def journals() -> st.SearchStrategy[Journal]:
    """Journals of every kind of record, with hostile text in them."""
    return _journals()


@pytest.fixture(scope="session")
def built_in() -> Catalogue:
    """The catalogue as a new journal has it."""
    return catalogue()


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    """Text that would run, break out or blow up where it is not handled as plain text."""
    return HOSTILE
