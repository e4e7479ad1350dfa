"""Places that may only be read, or are gone: one sentence, exit status 1, and nothing is changed."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from journal.cli import run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions are another matter here")


@contextmanager
def ordinary_user():
    """Not the superuser, whom no permission stops."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


CALLS = ["log water 300", "undo", "restore copy.db", "today", "export out", "export o.json --format json"]


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """Everything is imported before: an ordinary user may not be allowed to read the superuser's Python."""
    folder = tmp_path_factory.mktemp("imported")
    for call in ("log pain left knee 4", "backup copy.db", *CALLS, "today --short", "doctor"):
        words = [
            str(folder / word) if word in ("copy.db", "out", "o.json") else word for word in call.split()
        ]
        run([*words, "--db", str(folder / "journal.db")])


@pytest.fixture
def home(monkeypatch, imported):
    """A folder of an ordinary user's, with a journal and a backup of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("JOURNAL_DB", str(folder / "own" / "journal.db"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
        with ordinary_user():
            assert run(["log", "--quiet", "pain left knee 4"]) == 0
            assert run(["backup", "--quiet", "copy.db"]) == 0
            shutil.rmtree(folder / "own" / "backups")
            yield folder


@pytest.fixture
def fails(capsys):
    """Makes a call that must fail in one sentence."""

    def fails(*call):
        capsys.readouterr()
        assert run(call) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1, said.err
        assert "Traceback" not in said.err
        return said.err

    return fails


@pytest.mark.parametrize("call", CALLS)
def test_a_journal_in_a_folder_that_may_only_be_read_says_so(home, fails, call):
    (home / "own").chmod(0o500)
    before = (home / "own" / "journal.db").read_bytes()
    said = fails(*call.split())
    assert str(home / "own") in said
    assert (home / "own" / "journal.db").read_bytes() == before
    (home / "own").chmod(0o700)
    assert run(["log", "--quiet", "water 300"]) == 0


@pytest.mark.parametrize("call", ["log water 300", "undo", "restore copy.db"])
def test_a_journal_that_may_only_be_read_says_so_and_can_be_read(home, fails, call):
    (home / "own" / "journal.db").chmod(0o400)
    assert "it may not be written; check the permissions" in fails(*call.split())
    assert run(["today", "--short"]) == 0
    assert [one.name for one in (home / "own").glob("*replaced*")] == []


def test_a_backup_or_an_export_into_a_folder_that_may_only_be_read_leaves_the_journal_alone(home, fails):
    (home / "shut").mkdir(mode=0o500)
    for call in ("backup shut/copy.db", "export shut/all", "export shut/all.json --format json"):
        assert "shut" in fails(*call.split())
    assert list((home / "shut").iterdir()) == []


@pytest.mark.parametrize("call", ["backup drop/it", "export drop/it", "export drop/it --format json"])
def test_a_folder_that_may_be_written_and_not_be_read_takes_a_copy(home, call):
    (home / "drop").mkdir(mode=0o300)
    assert run(call.split()) == 0
    (home / "drop").chmod(0o700)
    assert [one.name for one in (home / "drop").iterdir()] == ["it"]


def test_a_folder_of_backups_that_is_gone_or_shut_stops_nobody(home, capsys):
    settings = home / "journal" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text(f'[backups]\nfolder = "{home}/drive/copies"\n')
    (home / "drive").mkdir(mode=0o500)
    assert run(["log", "water 300"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Recorded ")
    assert said.err.startswith("No backup was made today: ")
    (home / "drive").chmod(0o700)
    assert run(["log", "water 300"]) == 0
    assert len(list((home / "drive" / "copies").rglob("*.db"))) == 1


def test_a_journal_whose_folder_is_gone_is_not_there_and_can_be_restored(home, capsys):
    shutil.rmtree(home / "own")
    assert run(["today", "--short"]) == 0
    assert not (home / "own").exists()
    assert run(["doctor"]) == 1
    assert run(["restore", "copy.db"]) == 0
    assert run(["doctor"]) == 0
