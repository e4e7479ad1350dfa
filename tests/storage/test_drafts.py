"""What was begun and is not recorded yet: kept in the journal, and nothing that undo or an export looks at."""

from journal.records import RECORDS
from journal.storage import open_store


def test_a_draft_is_there_for_every_program_that_opens_the_journal(url):
    with open_store(url) as store, open_store(url) as other:
        store.keep_draft("2026-11-22", '{"sets": 1}')
        assert other.drafts() == {"2026-11-22": '{"sets": 1}'}
    with open_store(url) as later:
        assert later.drafts() == {"2026-11-22": '{"sets": 1}'}


def test_each_name_has_one_draft_which_the_next_one_takes_the_place_of(store):
    store.keep_draft("b", "first")
    store.keep_draft("a", "' OR 1=1; -- \n [/] 'tis")
    store.keep_draft("b", "second")
    assert store.drafts() == {"a": "' OR 1=1; -- \n [/] 'tis", "b": "second"}


def test_an_empty_draft_forgets_the_one_of_its_name(store):
    store.keep_draft("a", "first")
    store.keep_draft("b", "second")
    store.keep_draft("a", "")
    store.keep_draft("nothing", "")
    assert store.drafts() == {"b": "second"}


def test_a_draft_is_no_record_and_no_step(store, pain, now):
    store.record([pain("18:00", "knee", 3)], now=now)
    store.keep_draft("a", "begun")
    assert set(store.snapshot().tables) == {record.TABLE for record in RECORDS}
    assert store.undo(now=now).verb == "log"
    store.keep_draft("a", "gone on with")
    assert store.redo(now=now) is not None
    assert store.undo(now=now) is not None
    assert store.is_empty()
    assert store.drafts() == {"a": "gone on with"}


def test_a_backup_holds_the_drafts_too(store, tmp_path):
    store.keep_draft("a", "begun")
    store.backup(tmp_path / "copy.db")
    with open_store(str(tmp_path / "copy.db")) as copy:
        assert copy.drafts() == {"a": "begun"}


def test_a_draft_that_is_kept_is_no_news_to_the_store_that_did_it(tmp_path):
    with open_store(str(tmp_path / "journal.db")) as store:
        before = store.data_version()
        store.keep_draft("a", "begun")
        assert store.data_version() == before
