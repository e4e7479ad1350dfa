"""Opening a journal: where it may lie, what is made, and what is refused without being touched."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from journal.errors import CouldNot, Refused
from journal.records import Pain
from journal.storage import open_store
from journal.storage.plain import PlainFile


def _names(folder):
    return {file.name for file in folder.iterdir()}


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_journal_and_its_folders_are_for_the_user_alone(tmp_path, pain, now):
    old_mask = os.umask(0o022)
    try:
        path = tmp_path / "one" / "two" / "journal.db"
        with open_store(str(path)) as store:
            store.record([pain("18:00", "knee", 4)], now=now)
            files = {file.name: _mode(file) for file in path.parent.iterdir()}
        names = ("journal.db", "journal.db-wal", "journal.db-shm", "journal.db.lock")
        assert files == dict.fromkeys(names, 0o600)
        assert (_mode(path.parent), _mode(path.parent.parent)) == (0o700, 0o700)
        assert _names(path.parent) == {"journal.db", "journal.db.lock"}
    finally:
        os.umask(old_mask)


def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    open_store(str(tmp_path / "journal.db")).close()
    assert _mode(tmp_path) == 0o755


@pytest.mark.parametrize(
    "name",
    ["plain.db", "100% mine.db", "what?.db", "a#b.db", "it's.db", "Übung 深蹲.db", "no-suffix", "a;b.db"],
)
def test_a_path_is_taken_as_it_is(tmp_path, pain, now, name):
    for _ in range(2):
        with open_store(str(tmp_path / name)) as store:
            store.record([pain("18:00", "knee", 4)], now=now)
            assert store.url == str(tmp_path / name)
    assert _names(tmp_path) == {name, f"{name}.lock"}


def test_somebody_whose_home_nobody_knows_is_a_name_like_any_other(tmp_path, pain, now, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_store("~nobody.of.this.name") as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        store.backup(Path("~nobody.of.this.name.copy"))
    with PlainFile("~nobody.of.this.name") as file:
        assert len(file.rows(Pain)) == 1
    assert _names(tmp_path) == {f"~nobody.of.this.name{end}" for end in ("", ".lock", ".copy")}


def test_paths_and_urls_name_the_same_journal(tmp_path, pain, now, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_store("journal.db") as store:
        store.record([pain("18:00", "knee", 4)], now=now)
    for name in (
        "sqlite:///journal.db",
        f"sqlite:///{tmp_path}/journal.db",
        "~/journal.db",
        str(tmp_path / "journal.db"),
    ):
        with open_store(name, create=False) as store:
            assert len(store.rows(Pain)) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "'' is not a place for a journal"),
        (":memory:", "':memory:' is not a place for a journal"),
        ("sqlite:///:memory:", "':memory:' is not a place"),
        ("sqlite://", "sqlite:// is not a place for a journal"),
        ("sqlite:///x.db?mode=ro", "is not a place for a journal"),
        (
            "mysql://me:secret@host/db",
            r"mysql://me:\*\*\*@host/db is not a place for a journal; write a path",
        ),
        ("postgresql+psycopg2://me:secret@host/db", r"me:\*\*\*@host/db is not a place"),
        ("://", "the journal's URL cannot be read; write a path"),
        ("a\0b", "is not a place for a journal"),
    ],
)
def test_a_place_that_cannot_hold_a_journal_is_refused(name, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        open_store(name)
    assert "secret" not in str(refusal.value)


def test_a_journal_that_is_not_there_is_refused_when_none_shall_be_made(url, tmp_path):
    with pytest.raises(Refused, match="there is no journal at "):
        open_store(url, create=False)
    assert list(tmp_path.iterdir()) == []
    open_store(url).close()
    open_store(url, create=False).close()


def test_an_empty_file_becomes_a_journal(tmp_path):
    path = tmp_path / "journal.db"
    path.touch()
    with pytest.raises(Refused, match="there is no journal at "):
        open_store(str(path), create=False)
    with open_store(str(path)) as store:
        assert store.is_empty()


def test_a_new_journal_has_nothing_of_the_log_of_one_that_is_gone(tmp_path, pain, now):
    path, log = tmp_path / "journal.db", tmp_path / "journal.db-wal"
    with open_store(str(path)) as store:
        store.record([pain("18:00", "knee", 4)], now=now)
        left = log.read_bytes()
        assert left
    path.unlink()
    log.write_bytes(left)
    with open_store(str(path)) as store:
        assert store.is_empty()


def test_a_link_to_a_journal_that_is_not_there_yet_stays_one(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link, path = tmp_path / "journal.db", tmp_path / "elsewhere" / "mine.db"
    link.symlink_to(path)
    open_store(str(link)).close()
    assert link.is_symlink()
    assert path.is_file()


def test_a_database_without_tables_becomes_a_journal(tmp_path):
    path = tmp_path / "journal.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert path.stat().st_size > 0
    with open_store(str(path)) as store:
        assert store.is_empty()


def _other_program(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE workouts (id); CREATE TABLE alembic_version (version_num)")


def _other_program_with_log(path):
    _other_program(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(os.urandom(5000)), "the file is not a journal"),
        (lambda path: path.write_text("x"), "the file is not a journal"),
        (lambda path: path.write_text("SQLite format 3\0 and no more of it" * 40), "journal.db: "),
        (_other_program, "is not a journal: it holds tables of another program, and was left alone"),
        (
            _other_program_with_log,
            "is not a journal: it holds tables of another program, and was left alone",
        ),
    ],
    ids=["random bytes", "text", "a cut file", "another program's", "another program's, with a log"],
)
def test_what_is_not_a_journal_is_left_alone(tmp_path, make, sentence):
    path = tmp_path / "journal.db"
    make(path)
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(CouldNot, match=sentence) as failure:
        open_store(str(path))
    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)
    assert list(tmp_path.iterdir()) == [path]


def test_a_pending_log_of_another_program_stays_pending(tmp_path):
    path = tmp_path / "theirs.db"
    _other_program_with_log(path)
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("INSERT INTO workouts VALUES (1)")
        theirs.commit()
        before = path.read_bytes(), Path(f"{path}-wal").read_bytes()
        with pytest.raises(CouldNot, match="another program"):
            open_store(str(path))
        assert (path.read_bytes(), Path(f"{path}-wal").read_bytes()) == before


def test_a_folder_is_no_journal(tmp_path):
    with pytest.raises(CouldNot, match=f"{tmp_path} is not a file; a journal is one"):
        open_store(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CouldNot, match=r"journal.db: (Not a directory|File exists)"):
        open_store(str(tmp_path / "file" / "sub" / "journal.db"))


def test_a_journal_that_does_not_say_its_schema_is_left_alone(url):
    with open_store(url) as store, store._writing() as step:
        step.connection.exec_driver_sql("DELETE FROM alembic_version")
    with pytest.raises(CouldNot, match="does not say which schema it has, so it was left alone"):
        open_store(url)


def test_tables_of_another_program_on_a_server_are_left_alone(server_url):
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(server_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num text)"))
    with pytest.raises(CouldNot, match="it holds tables of another program, and was left alone"):
        open_store(server_url)
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_tables_that_do_not_collide_are_no_hindrance_on_a_server(server_url):
    from sqlalchemy import create_engine, text

    engine = create_engine(server_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE spatial_ref_sys (id text)"))
    engine.dispose()
    with open_store(server_url) as store:
        assert store.is_empty()


def test_a_closed_store_gives_its_file_back(tmp_path, pain, now):
    store = open_store(str(tmp_path / "journal.db"))
    store.record([pain("18:00", "knee", 4)], now=now)
    store.close()
    store.close()
    assert _names(tmp_path) == {"journal.db", "journal.db.lock"}


def test_what_is_written_is_on_the_disk_before_it_is_acknowledged(tmp_path):
    with open_store(str(tmp_path / "journal.db")) as store:
        connection = store._writing_connection()
        wanted = {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "foreign_keys": 1}
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted
