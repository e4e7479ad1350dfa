"""Every test that takes `store` or `url` runs on SQLite, and on PostgreSQL where JOURNAL_TEST_POSTGRES says so."""

import shutil
from datetime import date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import strategies as st

from journal.columns import InvalidRecord, Kind
from journal.profile import PROFILE_KEYS
from journal.records import OwnExercise, Pain, ProfileEntry, Session, Set, Workout, columns
from journal.storage import open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """A place without a journal."""
    if request.param == "sqlite":
        return str(tmp_path / "journal.db")
    return request.getfixturevalue("server_url")


@pytest.fixture
def store(request, url):
    """An open, empty journal: a copy of one that was made once."""
    if "://" in url:
        request.getfixturevalue("server").make(url)
    else:
        shutil.copy(request.getfixturevalue("empty_journal"), url)
    with open_store(url) as opened:
        yield opened


@pytest.fixture(scope="session")
def at():
    """A time one hour east of UTC: `18:30` is on Wednesday 2026-11-25, another day is written out."""

    def at(written):
        written = written if len(written) > 5 else f"2026-11-25 {written}"
        return datetime.fromisoformat(written).replace(tzinfo=timezone(timedelta(hours=1)))

    return at


@pytest.fixture(scope="session")
def now(at):
    """When the verbs of a test are done, unless it says otherwise."""
    return at("20:00")


@pytest.fixture(scope="session")
def line(at):
    """An exercise line as quick entry hands it over: `line("18:30", "squat 5 100", "squat 5 100")`."""

    def line(when, *sets, kind="strength", **fields):
        workout = Workout(id=uuid4(), started_at=at(when), kind=kind, **fields)
        made = []
        for position, words in enumerate(sets, start=1):
            exercise, reps, weight = words.split()
            made.append(
                Set(
                    workout_id=workout.id,
                    position=position,
                    exercise=exercise,
                    reps=int(reps),
                    weight_kg=float(weight),
                )
            )
        return Session(workout, tuple(made))

    return line


@pytest.fixture(scope="session")
def pain(at):
    """A pain entry: `pain("18:30", "knee", 4)`."""

    def pain(when, region, score, **fields):
        return Pain(id=uuid4(), at=at(when), region=region, score=score, **fields)

    return pain


@pytest.fixture(scope="session")
def everything():
    """All that a store hands out, to compare before and after."""

    def everything(store):
        return {name: rows.rows for name, rows in store.snapshot().tables.items()}

    return everything


@pytest.fixture(scope="session")
def any_record():
    """Random records of a class, made of its columns; `links` are the ids that its references may hold."""

    def any_record(record, links=()):
        fields = {column.name: _values(column, links) for column in columns(record)}
        if record is ProfileEntry:
            fields["key"] = st.from_regex("[a-z][a-z0-9_]*", fullmatch=True).filter(
                lambda key: key not in PROFILE_KEYS
            )
        if record is OwnExercise:
            fields["slug"] = st.from_regex("[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
        return st.fixed_dictionaries(fields).map(lambda values: _made(record, values)).filter(bool)

    return any_record


def _made(record, values):
    try:
        return record(**values)
    except InvalidRecord:
        return None  # two fields contradict each other


def _values(column, links):
    if column.references:
        given = st.sampled_from([UUID(str(link)) for link in links])
    elif column.kind in (Kind.WHOLE, Kind.NUMBER):
        low, high = round(column.low * column.scale), round(column.high * column.scale)
        given = st.one_of(st.integers(low, high), st.sampled_from([low, high])).map(
            lambda number: round(number / column.scale, column.decimals) if column.scale > 1 else number
        )
    elif column.words is not None:
        word = st.sampled_from(list(column.words))
        given = st.lists(word, unique=True) if column.kind is Kind.WORDS else word
    else:
        given = _PLAIN[column.kind]
    return given if column.required else st.one_of(st.none(), given)


_WORDS = st.one_of(
    st.text(), st.sampled_from(["[/]", "\x1b]0;x\x07", "=1+1", "a/b", "é", "e\u0301", "'; --", "%s :x"])
)
_PLAIN = {
    Kind.ID: st.uuids(),
    Kind.TEXT: _WORDS,
    Kind.KEY: _WORDS,
    Kind.INSTANT: st.builds(
        lambda naive, offset: naive.replace(microsecond=0, tzinfo=timezone(timedelta(seconds=offset))),
        st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30)),  # noqa: DTZ001 - the offset is drawn
        st.one_of(st.integers(-50_400, 50_400), st.sampled_from([0, 3600, 20_700, -12_600, 86_340, -86_340])),
    ),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    Kind.YES_NO: st.booleans(),
}
