"""A journal that a newer version of the program changed while this one had it open: right words, nothing lost."""

from threading import Event, Thread

import pytest
from sqlalchemy import text

from journal.errors import CouldNot
from journal.records import Pain, Workout
from journal.storage import Change, open_store
from journal.storage.place import migration_engine, place_of, transaction

NEWER = (
    "brought to the schema 9999 by another, newer version .* nothing was written; close it, and open it with"
)


@pytest.fixture
def upgrade(url):
    """Does to the journal what a newer version's migration does, as one transaction."""

    def upgrade(change="ALTER TABLE workouts ADD COLUMN mood INTEGER"):
        with transaction(migration_engine(place_of(url))) as connection:
            connection.execute(text(change))
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    return upgrade


EVERY_VERB = {
    "record": lambda store, pain, now: store.record([pain("19:00", "hip", 2)], now=now),
    "change": lambda store, pain, now: store.change(
        [Change(None, pain("19:00", "hip", 2))], now=now, verb="edit"
    ),
    "undo": lambda store, pain, now: store.undo(now=now),
    "redo": lambda store, pain, now: store.redo(now=now),
    "import": lambda store, pain, now: store.bring_in(
        [pain("19:00", "hip", 2)], now=now, source="test", file="a"
    ),
    "remember": lambda store, pain, now: store.remember("water 300"),
    "draft": lambda store, pain, now: store.keep_draft("one", "{}"),
}


@pytest.mark.parametrize("verb", EVERY_VERB)
def test_nothing_is_written_into_a_schema_that_this_version_does_not_know(
    store, everything, upgrade, pain, now, verb
):
    store.record([pain("18:00", "knee", 4)], now=now)
    before = everything(store), store.lines(), store.drafts()
    upgrade()
    with pytest.raises(CouldNot, match=NEWER):
        EVERY_VERB[verb](store, pain, now)
    assert (everything(store), store.lines(), store.drafts()) == before


def test_that_it_was_changed_is_noticed_without_writing(store, upgrade, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    version = store.data_version()
    upgrade()
    assert store.data_version() != version


def test_what_cannot_be_read_any_more_is_one_sentence(store, upgrade, pain, now):
    store.record([pain("18:00", "knee", 4)], now=now)
    upgrade("ALTER TABLE workouts DROP COLUMN title")
    assert len(store.rows(Pain)) == 1
    with pytest.raises(CouldNot, match="title") as said:
        store.rows(Workout)
    assert "\n" not in str(said.value)


def test_it_is_not_opened_by_this_version_any_more(store, url, upgrade):
    upgrade()
    with pytest.raises(CouldNot, match="written by a newer version of this program"):
        open_store(url)


def test_an_entry_of_a_writer_is_there_or_refused_while_it_is_upgraded(store, upgrade, pain, now):
    acknowledged, refused, going = [], [], Event()

    def write():
        for minute in range(60):
            entry = pain(f"18:{minute:02}", "knee", 4)
            try:
                store.record([entry], now=now)
            except CouldNot as error:
                refused.append(error)
                return
            acknowledged.append(entry)
            going.set()

    writer = Thread(target=write)
    writer.start()
    assert going.wait(30)
    upgrade()
    writer.join(60)
    assert store.rows(Pain) == acknowledged
    assert len(acknowledged) == 60 or "newer version" in str(refused[0])
