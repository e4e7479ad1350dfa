"""Automatic backups: one a day of use, thinned out to days, weeks and months."""

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal.errors import CouldNot
from journal.records import Pain
from journal.storage import open_store
from journal.storage.keeping import Backups, all_copies, copies_of, folder_of, left_of, to_keep

DAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.db"


def copies(path, backups=Backups()):  # noqa: B008
    return sorted(copy.name for copy in copies_of(path, backups).values())


def test_the_first_use_of_a_day_is_copied_and_only_that(path, pain, now):
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        copy = store.keep_today(Backups(), DAY)
        assert copy == path.parent / "backups" / "journal-2026-11-22.db"
        assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)
        store.record([pain("19:00", "knee", 5)], now=now)
        assert store.keep_today(Backups(), DAY) is None
        assert store.keep_today(Backups(), DAY + timedelta(days=1)) is not None
    with open_store(str(copy)) as kept:
        assert len(kept.rows(Pain)) == 1
    assert copies(path) == ["journal-2026-11-22.db", "journal-2026-11-23.db"]


@pytest.mark.parametrize(
    ("backups", "kept"),
    [
        (Backups(daily=3, weekly=0, monthly=0), ["11-22", "11-21", "11-20"]),
        (
            Backups(daily=0, weekly=2, monthly=0),
            ["11-22", "11-15"],
        ),  # the Sundays: each is the newest of its week
        (Backups(daily=0, weekly=0, monthly=3), ["11-22", "10-31", "09-30"]),
        (Backups(daily=2, weekly=2, monthly=2), ["11-22", "11-21", "11-15", "10-31"]),
    ],
)
def test_the_newest_days_weeks_and_months_stay(backups, kept):
    days = [DAY - timedelta(days=back) for back in range(120)]
    assert to_keep(days, backups) == {date.fromisoformat(f"2026-{day}") for day in kept}


def test_after_years_of_use_the_usual_copies_are_left(path):
    with open_store(str(path)) as store:
        copy = store.keep_today(Backups(), DAY)
        for back in range(1, 800):
            os.link(copy, copy.with_name(f"journal-{DAY - timedelta(days=back)}.db"))
        store.keep_today(Backups(), DAY + timedelta(days=1))
    left = copies_of(path, Backups())
    assert len(left) == 7 + 2 + 11  # of the 4 weeks and 12 months the newest ones are among the days already
    assert min(left) == date(2025, 12, 31)


def test_other_files_in_the_folder_are_left_alone(path):
    folder = path.parent / "backups"
    folder.mkdir()
    names = {"journal-schema-0001.db", "journal-2020-01-01-101112.db", "other-2020-01-01.db", "notes.txt"}
    for name in names:
        (folder / name).write_text("mine")
    with open_store(str(path)) as store:
        store.keep_today(Backups(daily=1, weekly=0, monthly=0), DAY)
    assert {file.name for file in folder.iterdir()} == {*names, "journal-2026-11-22.db"}


def test_the_folder_and_the_numbers_can_be_chosen(path, tmp_path):
    with open_store(str(path)) as store:
        assert store.keep_today(Backups(daily=0), DAY) is None
        elsewhere = Backups(folder=tmp_path / "disk" / "copies", daily=1, weekly=0, monthly=0)
        for later in range(3):
            store.keep_today(elsewhere, DAY + timedelta(days=later))
    assert copies(path, elsewhere) == ["journal-2026-11-24.db"]
    assert not (path.parent / "backups").exists()


def test_a_copy_before_a_migration_lies_in_the_same_folder(tmp_path):
    path = tmp_path / "journal.db"
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as journal, journal:
        journal.execute("DROP TABLE drafts")
        journal.execute("UPDATE alembic_version SET version_num = '0002'")
    elsewhere = Backups(folder=tmp_path / "copies")
    open_store(str(path), backups=elsewhere).close()
    assert [file.name for file in (tmp_path / "copies").iterdir()] == ["journal-schema-0002.db"]


def test_what_a_program_left_unfinished_is_taken_away_later(path):
    folder = path.parent / "backups"
    folder.mkdir()
    old, new = folder / ".journal-2026-11-20.db.abc.part", folder / ".journal-2026-11-21.db.def.part"
    beside = path.parent / ".journal-replaced-2026-11-20-101112.db.abc.part"
    for part in (old, new, beside):
        part.write_text("half")
    for part in (old, beside):
        os.utime(part, (1_000_000_000, 1_000_000_000))
    with open_store(str(path)) as store:
        store.keep_today(Backups(), DAY)
    assert not old.exists()
    assert not beside.exists()
    assert new.exists()


def test_a_damaged_journal_is_not_copied_and_older_copies_stay(path, pain, now):
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4, note="x" * 900) for _ in range(200)], now=now)
        store.keep_today(Backups(daily=1, weekly=0, monthly=0), DAY)
    content = bytearray(path.read_bytes())
    content[-60_000:-20_000] = os.urandom(40_000)
    path.write_bytes(content)
    with open_store(str(path)) as store, pytest.raises(CouldNot, match="damaged"):
        store.keep_today(Backups(daily=1, weekly=0, monthly=0), DAY + timedelta(days=1))
    assert copies(path) == ["journal-2026-11-22.db"]


def spoil(copy, how):
    """Make a copy one that is not whole."""
    if how == "text":
        copy.write_text("no journal")
        return
    statements = {
        "a table less": "DROP TABLE pain",
        "a column less": "ALTER TABLE pain DROP COLUMN note",
        "a record that points to none": "INSERT INTO open_workouts VALUES ('nobody', 0)",
    }
    with closing(sqlite3.connect(copy)) as spoilt, spoilt:
        spoilt.execute(statements[how])


HOW = ["text", "a table less", "a column less", "a record that points to none"]


@pytest.mark.parametrize("how", HOW)
def test_copies_that_are_not_whole_take_the_place_of_no_other_and_stay(path, how):
    few = Backups(daily=2, weekly=1, monthly=1)
    with open_store(str(path)) as store:
        good = [store.keep_today(Backups(), DAY + timedelta(days=later)) for later in range(2)]
        bad = [store.keep_today(Backups(), DAY + timedelta(days=later)) for later in range(2, 5)]
        for copy in bad:
            spoil(copy, how)
        newest = store.keep_today(few, DAY + timedelta(days=5))
        assert copies(path) == [copy.name for copy in (good[1], *bad, newest)]
        last = store.keep_today(few, DAY + timedelta(days=6))
        assert copies(path) == [copy.name for copy in (*bad, newest, last)]


def test_the_newest_whole_day_of_a_week_or_month_stays_where_a_newer_one_is_not_whole():
    days = [DAY - timedelta(days=back) for back in range(60)]
    bad = {DAY, DAY - timedelta(days=7), date(2026, 10, 31)}
    kept = to_keep(days, Backups(daily=1, weekly=2, monthly=2), lambda day: day not in bad)
    assert kept - bad == {date(2026, 11, 21), date(2026, 11, 14), date(2026, 10, 30)}
    assert bad <= kept


@pytest.mark.parametrize("how", HOW)
def test_an_emptied_journal_is_offered_the_latest_backup_that_is_whole(path, how):
    with open_store(str(path)) as store:
        whole = store.keep_today(Backups(), DAY)
        for later in (1, 2):
            spoil(store.keep_today(Backups(), DAY + timedelta(days=later)), how)
    path.write_bytes(b"")
    with pytest.raises(CouldNot, match=f"`journal restore {whole}` brings the latest back"):
        open_store(str(path))
    spoil(whole, "text")
    with pytest.raises(CouldNot, match="there are backups of it: none of them is whole; to begin anew"):
        open_store(str(path))
    path.unlink()
    assert left_of(str(path), Backups()).endswith("one that was there: none of them is whole")


def test_what_only_looks_like_a_copy_is_none(path):
    with open_store(str(path)) as store:
        whole = store.keep_today(Backups(), DAY)
    folder = path.parent / "backups"
    (folder / "journal-2026-11-23.db").mkdir()
    (folder / "journal-2026-11-24.db").symlink_to(folder / "nowhere")
    assert all_copies(path, Backups()) == [whole]


def test_a_folder_for_backups_that_is_a_file_holds_none(path):
    (path.parent / "backups").write_text("in the way")
    assert all_copies(path, Backups()) == []
    with open_store(str(path)) as store, pytest.raises(CouldNot, match="cannot be a folder for backups"):
        store.keep_today(Backups(), DAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [("a/b", "a-b"), ("a-b/c", "a/b-c"), ("x" * 90 + "/1/" + "y" * 90, "x" * 90 + "/2/" + "y" * 90)],
)
def test_journals_of_one_name_never_share_a_folder(tmp_path, one, other):
    chosen = Backups(folder=tmp_path / "chosen", home=tmp_path / "home")
    first, second = (folder_of(tmp_path / where / "journal.db", chosen) for where in (one, other))
    assert first != second
    assert {first.parent, second.parent} == {tmp_path / "chosen"}


def test_an_emptied_journal_does_not_pass_for_a_new_one(path):
    with open_store(str(path)) as store:
        copy = store.keep_today(Backups(), DAY)
    path.write_bytes(b"")
    with pytest.raises(CouldNot, match=f"is empty, and there are backups of it: `journal restore {copy}`"):
        open_store(str(path))
    assert path.read_bytes() == b""
    path.unlink()
    open_store(str(path)).close()


def test_an_emptied_journal_without_backups_does_not_pass_for_a_new_one_either(path):
    open_store(str(path)).close()
    path.write_bytes(b"")
    with pytest.raises(
        CouldNot, match="is empty, and was a journal; there is no backup of it; to begin anew, delete"
    ):
        open_store(str(path))
    assert path.read_bytes() == b""
    path.unlink()
    open_store(str(path)).close()


def test_an_empty_file_without_backups_becomes_a_journal(path):
    path.write_bytes(b"")
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as made:
        assert made.execute("SELECT count(*) FROM pain").fetchone() == (0,)


def test_a_server_keeps_its_own_backups(server_url):
    with open_store(server_url) as store:
        assert store.keep_today(Backups(folder=Path("/nowhere")), DAY) is None


@pytest.mark.parametrize("days", [-1, -30, -4000])
def test_a_clock_set_back_costs_no_copy_and_makes_one_a_day(path, days):
    with open_store(str(path)) as store:
        for later in range(10):
            store.keep_today(Backups(), DAY + timedelta(days=later))
        before = set(copies(path))
        back = DAY + timedelta(days=days)
        made = store.keep_today(Backups(), back)
        assert made is not None
        assert made.exists()
        assert store.keep_today(Backups(), back) is None
        assert before <= set(copies(path))


def test_copies_of_days_to_come_do_not_take_the_place_of_real_days(path):
    with open_store(str(path)) as store:
        for later in range(40):  # the clock went wrong for a while
            store.keep_today(Backups(), date(2099, 1, 1) + timedelta(days=later))
        for later in range(7):
            store.keep_today(Backups(), DAY + timedelta(days=later))
    found = copies_of(path, Backups())
    assert {DAY + timedelta(days=later) for later in range(7)} <= found.keys()
    assert len(found) <= 2 * (7 + 4 + 12)
