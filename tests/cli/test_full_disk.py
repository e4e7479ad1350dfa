"""A disk without room: one sentence, exit status 1, and the journal and everything beside it as before."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager

import pytest

from journal.abandoned import unfinished
from journal.cli import run

resource = pytest.importorskip("resource", reason="the size of files is limited by the system's own means")

NOTE = "x" * 3000


@contextmanager
def _limited(room, folder):
    """No file may become larger than the journal and this room: as a disk that fails in the middle of a write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _filled(room, folder):
    """A disk with so much room."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            os.ftruncate(file.fileno(), max(0, file.tell() - room // 4096 * 4096))
    try:
        yield
    finally:
        filler.unlink()


@pytest.fixture(params=["a limit", "a full disk"])
def disk(request, tmp_path, monkeypatch):
    """A folder to work in, and what makes it small."""
    folder = tmp_path / "disk"
    folder.mkdir()
    monkeypatch.setenv("JOURNAL_DB", str(folder / "journal.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    if request.param == "a limit":
        monkeypatch.chdir(folder)
        yield folder, _limited
        return
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        with monkeypatch.context() as inside:
            inside.chdir(folder)
            yield folder, _filled
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A folder with a journal of some 300 KB, its copy of the day, a backup of it, and something to import."""
    folder = tmp_path_factory.mktemp("written")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("JOURNAL_DB", str(folder / "journal.db"))
        here.setenv("XDG_CONFIG_HOME", str(folder / "no settings"))
        for score in (3, 4):
            assert run(["log", "--quiet", *(f"pain left knee {score} // {NOTE} {n}" for n in range(8))]) == 0
        assert run(["backup", "--quiet", str(folder / "before.db")]) == 0
        assert run(["undo", "--quiet"]) == 0
    (folder / "new").mkdir()
    rows = [f"00000000-0000-4000-8000-{n:012},2026-01-01T10:00:00Z,100,{NOTE}" for n in range(100)]
    (folder / "new" / "hydration.csv").write_text("\n".join(["id,at,volume_ml,note", *rows]) + "\n")
    return folder


@pytest.fixture
def filled(disk, written):
    """All of that on the small disk."""
    folder, _ = disk
    shutil.copytree(written, folder, dirs_exist_ok=True)


def _content(path):
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return list(file.iterdump())


def _names(folder):
    return sorted(
        str(one.relative_to(folder)) for one in folder.rglob("*") if not one.name.endswith(("-wal", "-shm"))
    )


CALLS = [
    ["log", f"water 300 // {NOTE * 40}"],
    ["undo"],
    ["import", "new"],
    ["undo-import", "1"],
    ["backup", "copy.db"],
    ["restore", "before.db"],
    ["export", "folder"],
    ["export", "one.json", "--format", "json"],
    ["export", "copy.db", "--format", "sqlite"],
    ["export", "days.csv", "--format", "daily-csv"],
    ["report", "-o", "page.html"],
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call)[:16])
def test_what_does_not_fit_is_said_in_one_sentence_and_nothing_is_written(disk, filled, call, capsys):
    folder, make_small = disk
    if call[0] == "undo-import":
        assert run(["import", "new"]) == 0
        capsys.readouterr()
    before, names = _content("journal.db"), _names(folder)
    for room in (0, 4096, 20_480, 81_920):
        with make_small(room, folder):
            status = run(call)
        said = capsys.readouterr()
        if status == 0:  # a little was enough for a little
            assert room
            return
        assert status == 1, said
        assert said.err.count("\n") == 1, said.err
        assert "Traceback" not in said.err
        assert said.out == ""
        assert _content("journal.db") == before
        assert _names(folder) == names
    assert run(call) == 0


def test_a_journal_that_cannot_be_migrated_stays_what_it_was(disk, filled, capsys):
    folder, make_small = disk
    with closing(sqlite3.connect("journal.db")) as journal, journal:
        journal.execute("DROP TABLE drafts")
        journal.execute("UPDATE alembic_version SET version_num = '0002'")
    before = _content("journal.db")
    for room in (0, 4096, 8192, 20_480):
        with make_small(room, folder):
            assert run(["today"]) == 1
        said = capsys.readouterr()
        assert said.err.count("\n") == 1, said.err
        assert _content("journal.db") == before
        assert unfinished(folder / "backups", ".") == []
    assert run(["today"]) == 0
    assert sorted(one.name for one in (folder / "backups").glob("*schema*")) == ["journal-schema-0002.db"]


def test_a_new_journal_that_does_not_fit_is_begun_when_there_is_room(disk, capsys):
    folder, make_small = disk
    for room in (0, 4096, 20_480):
        with make_small(room, folder):
            assert run(["log", "water 300"]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert [
            one.name for one in folder.iterdir() if one.suffix != ".lock"
        ] == []  # nothing that is half there
    assert run(["log", "water 300"]) == 0


def test_an_entry_is_recorded_although_its_copy_of_the_day_does_not_fit(disk, filled, capsys):
    folder, make_small = disk
    shutil.rmtree(folder / "backups")
    with make_small(150_000, folder):
        assert run(["log", "water 300"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Recorded ")
    assert said.err.startswith("No backup was made today: ")
    assert said.err.count("\n") == 1
    assert list((folder / "backups").iterdir()) == []
    assert run(["today", "--short"]) == 0
    assert len(list((folder / "backups").iterdir())) == 1
