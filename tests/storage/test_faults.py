"""When it cannot be done: one sentence that names the journal, without the driver's words and the password."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

from journal.errors import CouldNot, Refused
from journal.records import Alias, Pain
from journal.storage import open_store, place
from journal.storage.damaged import Damaged
from journal.storage.faults import sentence
from journal.storage.place import place_of
from journal.storage.tables import TABLES


@pytest.fixture
def impatient(monkeypatch):
    """Stores that wait a twentieth of a second for their turn."""
    monkeypatch.setattr(place, "BUSY_SECONDS", 0.05)


@contextmanager
def _ordinary_user():
    """Not the superuser, whom no permission stops."""
    if os.name != "posix":
        pytest.skip("permissions are another matter here")
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def open_to_all():
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def test_a_journal_that_another_program_keeps_busy_is_told_after_a_while(impatient, url, pain, now):
    with open_store(url) as store, open_store(url) as other:
        with (
            other._writing(),
            pytest.raises(CouldNot, match="another program is writing to it; try again") as failure,
        ):
            store.record([pain("18:00", "knee", 4)], now=now)
        assert store.url in str(failure.value)
        store.record([pain("18:00", "knee", 4)], now=now)
        assert len(other.rows(Pain)) == 1


def test_readers_do_not_wait_for_a_writer(impatient, url):
    with open_store(url) as store, open_store(url) as other, other._writing():
        assert store.is_empty()
        store.snapshot()


@pytest.mark.parametrize("what", ["deleted", "moved", "replaced"])
def test_a_journal_that_is_gone_is_told_instead_of_written_into(what, tmp_path, pain, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        path.rename(tmp_path / "aside.db")
        if what == "deleted":
            (tmp_path / "aside.db").unlink()
        elif what == "replaced":
            path.write_bytes(b"")
        with pytest.raises(CouldNot, match=r"journal\.db: the file was deleted, moved or replaced"):
            store.record([pain("19:00", "knee", 5)], now=now)
        with pytest.raises(CouldNot, match=r"journal\.db: the file was deleted, moved or replaced"):
            store.rows(Pain)
        assert path.exists() == (what == "replaced")


def test_a_journal_that_was_put_back_is_written_again(tmp_path, pain, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        path.rename(tmp_path / "aside.db")
        with pytest.raises(CouldNot):
            store.record([pain("18:00", "knee", 4)], now=now)
        (tmp_path / "aside.db").rename(path)
        store.record([pain("18:00", "knee", 4)], now=now)
        assert len(store.rows(Pain)) == 1


def test_a_full_disk_is_told_and_nothing_is_written(tmp_path, pain, now):
    with open_store(str(tmp_path / "journal.db")) as store:
        pages = store._writing_connection().exec_driver_sql("PRAGMA page_count").scalar()
        store._writing_connection().commit()
        store._writing_connection().connection.driver_connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(CouldNot, match=r"journal.db: the disk is full; make room and try again"):
            store.record([pain("18:00", "knee", 4, note="x" * 100_000)], now=now)
        assert store.is_empty()


def test_a_journal_that_may_only_be_read_is_told(open_to_all, pain, now):
    path = open_to_all / "journal.db"
    open_store(str(path)).close()
    path.chmod(0o444)
    with _ordinary_user(), open_store(str(path)) as store:
        assert store.is_empty()
        with pytest.raises(CouldNot, match=f"{path}: it may not be written; check the permissions"):
            store.record([pain("18:00", "knee", 4)], now=now)


def test_a_folder_that_may_not_be_written_is_told(open_to_all):
    closed = open_to_all / "closed"
    closed.mkdir(mode=0o755)
    open_store(str(closed / "old.db")).close()
    (closed / "old.db").chmod(0o666)
    closed.chmod(0o555)
    with _ordinary_user():
        with pytest.raises(CouldNot, match=f"{closed / 'new.db'}: Permission denied"):
            open_store(str(closed / "new.db"))
        with pytest.raises(CouldNot, match=f"{closed / 'old.db'}: "):
            open_store(str(closed / "old.db"))


def test_a_journal_damaged_while_it_is_open_is_told(tmp_path, line, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        for minute in range(60):
            store.record([line(f"2026-01-01 10:{minute:02}", "squat 5 100", note="x" * 500)], now=now)
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CouldNot, match="the file is damaged; `journal doctor` names the way back"):
        open_store(str(path))


def test_a_damaged_text_is_told_as_damage(tmp_path, pain, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            connection.execute("UPDATE pain SET note = CAST(x'b026' AS TEXT)")
            connection.commit()
        with pytest.raises(CouldNot, match=r"damaged: pain .* of 2026-11-25 cannot be read: its note is b'"):
            store.rows(Pain)


def test_a_value_that_no_version_wrote_is_told_with_its_record(tmp_path, pain, now):
    path, entry = tmp_path / "journal.db", pain("18:00", "knee", 4)
    with open_store(str(path)) as store:
        store.record([entry], now=now)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            connection.execute("UPDATE pain SET region = 'nose'")
            connection.commit()
        with pytest.raises(
            CouldNot,
            match=f"the journal is damaged: pain {entry.id} of 2026-11-25 cannot be read: its region is 'nose'",
        ):
            store.rows(Pain)


def test_escape_characters_that_another_program_wrote_do_not_come_out(tmp_path, pain, now):
    path = tmp_path / "journal.db"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4, note="two\nlines")], now=now)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE pain SET note = note || char(27) || ']0;x'")
            connection.commit()
        assert store.rows(Pain)[0].note == "two\nlines]0;x"


def test_a_failed_verb_leaves_a_store_that_works(store, pain, now):
    entry = pain("18:00", "knee", 4)
    with pytest.raises(Refused):
        store.record([entry, entry], now=now)
    with pytest.raises(RuntimeError), store._writing():
        raise RuntimeError
    store.record([entry], now=now)
    assert store.rows(Pain) == [entry]


def test_a_naive_now_is_refused(store, pain, now):
    with pytest.raises(Refused, match="has no offset"):
        store.record([pain("18:00", "knee", 4)], now=now.replace(tzinfo=None))
    assert store.is_empty()


def test_a_server_that_is_not_there_is_told_without_the_password():
    with pytest.raises(
        CouldNot, match=r"postgresql\+psycopg://me:\*\*\*@127.0.0.1:9/x: the server cannot be reached"
    ) as failure:
        open_store("postgresql://me:s3cret-word@127.0.0.1:9/x")
    assert "s3cret-word" not in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_database_that_the_server_does_not_have_is_told(server_url):
    url = make_url(server_url).set(database="no_such_database").render_as_string(False)
    with pytest.raises(CouldNot, match="the server"):
        open_store(url)


def test_a_name_longer_than_a_server_can_hold_is_refused(server_url, now):
    with open_store(server_url) as store:
        name = "".join(map(chr, range(0x4E00, 0x4E00 + 5000)))
        with pytest.raises(Refused, match="cannot hold this record"):
            store.record([Alias(name=name, slug="squat")], now=now)
        assert store.is_empty()


def test_without_the_driver_of_a_server_the_extra_is_named(tmp_path):
    script = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from journal.storage import open_store\n"
        "try: open_store('postgresql+psycopg://me:secret@127.0.0.1:9/x')\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(
        "CouldNot postgresql+psycopg://me:***@127.0.0.1:9/x needs the psycopg driver"
    )


class _ServerError(Exception):
    def __init__(self, state, words="relation pw-word is odd\nLINE 1: more"):
        super().__init__(words)
        self.sqlstate = state


@pytest.mark.parametrize(
    ("state", "kind", "words"),
    [
        ("08006", CouldNot, "the server cannot be reached"),
        ("25006", CouldNot, "the server only lets it be read"),
        ("28P01", CouldNot, "the server refuses the user name or the password"),
        ("3D000", CouldNot, "the server has no such database"),
        ("42501", CouldNot, "the server does not allow this user to do that"),
        ("53100", CouldNot, "the server's disk is full; make room and try again"),
        ("53300", CouldNot, "the server has no room left"),
        ("55P03", CouldNot, "another program is writing to it; try again in a moment"),
        ("40P01", CouldNot, "another program is writing to it; try again in a moment"),
        ("57P01", CouldNot, "the server ended the connection; try again"),
        ("58030", CouldNot, "the server's disk did not read or write as it should"),
        ("XX001", Damaged, "the server's data is damaged; `journal doctor` names the way back"),
        ("42P01", CouldNot, r"relation \*\*\* is odd: another version of the program may have changed"),
        ("23505", Refused, "already has a record with this key"),
        ("23514", Refused, r"cannot hold this record: relation \*\*\* is odd$"),
        ("22P05", Refused, "cannot hold this record"),
    ],
)
def test_what_a_server_complains_about_is_one_sentence(state, kind, words):
    here = place_of("postgresql://me:pw-word@host/db")
    error = sentence(here, _ServerError(state))
    assert type(error) is kind
    with pytest.raises(kind, match=words):
        raise error
    assert "pw-word" not in str(error)


def test_a_complaint_without_a_code_is_of_the_way_to_the_server_or_of_the_value():
    here = place_of("postgresql://me@host/db")
    assert "cannot be reached" in str(sentence(here, ValueError("no"), reached=False))
    assert (
        str(sentence(here, ValueError("a NUL")))
        == "postgresql+psycopg://me@host/db cannot hold this record: a NUL"
    )
    assert isinstance(sentence(here, None), Refused)


def test_what_sqlite_complains_about_without_a_known_code_is_passed_on(tmp_path):
    here = place_of(str(tmp_path / "journal.db"))
    assert str(sentence(here, sqlite3.OperationalError("near x: syntax"))) == f"{here.name}: near x: syntax"
    assert str(sentence(here, OSError("odd"))) == f"{here.name}: odd"


def test_a_disk_that_fails_is_told_to_be_full_perhaps(tmp_path):
    here = place_of(str(tmp_path / "journal.db"))
    error = sqlite3.OperationalError("disk I/O error")
    # The log beside the file cannot grow: the driver calls that a failing disk.
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert str(sentence(here, error)).endswith("the disk did not read or write as it should; it may be full")


def test_a_row_that_is_there_already_is_refused_by_the_tables_themselves(store, now):
    row = ("bp", "bench-press", "")
    sentence = f"{re.escape(store.url)} already has a record with this key"
    with pytest.raises(Refused, match=sentence), store._writing() as step:
        step.add(TABLES["aliases"], [row, row])
    assert store.is_empty()
