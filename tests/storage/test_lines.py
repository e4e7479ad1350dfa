"""The lines that were written last: kept in the journal, and nothing that undo, an export or the rules look at."""

import pytest

from journal.records import RECORDS
from journal.storage import open_store


def test_lines_are_kept_in_their_order_for_every_program_that_opens_the_journal(url):
    with open_store(url) as store, open_store(url) as other:
        store.remember("water 300")
        other.remember("pain knee left 3")
        assert store.lines() == ["water 300", "pain knee left 3"]
    with open_store(url) as later:
        assert later.lines() == ["water 300", "pain knee left 3"]
        assert later.lines(limit=1) == ["pain knee left 3"]


def test_a_line_that_is_written_again_stands_once_at_the_end(store):
    for line in ("water 300", "coffee 200", "water 300"):
        store.remember(line)
    assert store.lines() == ["coffee 200", "water 300"]


def test_the_last_two_hundred_are_kept_however_often_one_is_repeated(store):
    for number in range(205):
        store.remember(f"water {number + 100}")
        store.remember("coffee 200")
    assert store.lines() == [*(f"water {number + 100}" for number in range(6, 205)), "coffee 200"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("pain knee 3 // [/] [@click=app.quit]x[/]", ["pain knee 3 // [/] [@click=app.quit]x[/]"]),
        ("pain knee 3 // \x1b]0;x\x07 \u202eevil", ["pain knee 3 // ]0;x evil"]),
        ("water 300\nwater 200", ["water 300 water 200"]),
        ("  squat 2x5  100kg ", ["squat 2x5  100kg"]),
        ("' OR 1=1; --", ["' OR 1=1; --"]),
        (f"pain knee 3 // {'long ' * 2000}end", [f"pain knee 3 // {'long ' * 2000}end"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_whatever_was_written_is_kept_as_one_line_of_plain_text(store, written, kept):
    store.remember(written)
    assert store.lines() == kept


def test_a_line_is_no_record_and_no_step(store, pain, now):
    store.record([pain("18:00", "knee", 3)], now=now)
    store.remember("pain knee 3")
    assert set(store.snapshot().tables) == {record.TABLE for record in RECORDS}
    assert store.undo(now=now).verb == "log"
    assert store.is_empty()
    assert store.undo(now=now) is None
    assert store.redo(now=now) is not None
    assert store.lines() == ["pain knee 3"]


def test_a_backup_holds_the_lines_too(store, tmp_path):
    store.remember("water 300")
    store.backup(tmp_path / "copy.db")
    with open_store(str(tmp_path / "copy.db")) as copy:
        assert copy.lines() == ["water 300"]


def test_what_is_remembered_is_no_news_to_the_store_that_did_it(tmp_path):
    with open_store(str(tmp_path / "journal.db")) as store:
        before = store.data_version()
        store.remember("water 300")
        assert store.data_version() == before
