"""What a program that was ended left unfinished is taken away when somebody writes there again, and only that."""

import os
import time

import pytest

from journal.abandoned import take_away, unfinished

OLD = ".journal-2026-11-20.db.abc.part"


@pytest.fixture
def fresh(tmp_path):
    """A file that was written just now, with these beside it that nobody has touched for a day."""

    def fresh(*names):
        for name in names:
            (tmp_path / name).write_text("half")
            os.utime(tmp_path / name, (time.time() - 86_400,) * 2)
        (tmp_path / "journal-2026-11-22.db").write_text("whole")
        return tmp_path / "journal-2026-11-22.db"

    return fresh


def names(folder):
    return {one.name for one in folder.iterdir()}


def test_what_is_old_goes_with_what_sqlite_kept_beside_it(fresh, tmp_path):
    made = fresh(OLD, f"{OLD}-wal", f"{OLD}-journal", ".journal-2026.old")
    assert len(unfinished(tmp_path, ".journal-")) == 4
    take_away(made, ".journal-")
    assert names(tmp_path) == {made.name}


def test_a_folder_goes_with_all_that_is_in_it(fresh, tmp_path):
    made = fresh()
    (tmp_path / ".journal-restore-x.part" / "sub").mkdir(parents=True)
    (tmp_path / ".journal-restore-x.part" / "sub" / "ready.db").write_text("half")
    os.utime(tmp_path / ".journal-restore-x.part", (time.time() - 86_400,) * 2)
    take_away(made, ".journal-")
    assert names(tmp_path) == {made.name}


def test_what_may_be_under_way_and_what_is_not_ours_stays(fresh, tmp_path):
    others = {".other.db.abc.part", ".journal-notes", "journal-2026.part", ".journal-.partly"}
    made = fresh(*others)
    (tmp_path / OLD).write_text("somebody is at it")
    take_away(made, ".journal-")
    assert names(tmp_path) == {made.name, OLD, *others}


def test_where_there_is_no_folder_nothing_is_unfinished(tmp_path):
    assert unfinished(tmp_path / "none", ".journal-") == []
