"""A plain call is read without the command framework, and exactly as the framework reads it."""

import re
import shutil

import pytest

from journal.cli import commands
from journal.cli.straight import call_of
from journal.errors import Refused

AT = ("--at", "2024-03-06T18:30")


@pytest.mark.of_files("the journal of the first reading is deleted")
@pytest.mark.parametrize(
    "call",
    [
        ("log", "water", *AT),
        ("log", *AT, "water"),
        ("log", "water", "300", *AT, "--format", "json"),
        ("log", "water", "300", "--format=text", "--at=2024-03-06"),
        ("log", "dips", "1x8", "-20kg", *AT, "--format=json"),
        ("log", "water 300", "pain left knee 3", *AT),
        ("log", *AT, "--", "water", "300"),
        ("log", *AT, "water", "--", "300"),
        ("log", "water", *AT, "//", "--note", "-x", "-"),
        ("log", "water", *AT, "--quiet"),
        (
            "log",
            "water",
            "--at",
            "2024-03-06",
            "--at",
            "2024-03-07T10:00",
            "--format",
            "json",
            "--format",
            "text",
        ),
        ("--db", "b.db", "log", "water", *AT),
        ("--db=b.db", "log", "water", *AT, "--db", "c.db"),
    ],
)
def test_both_readings_of_a_call_do_the_same(journal, db, capsys, call):
    assert call_of(call) is not None
    straight = journal(*call)
    for file in (db, *db.parent.parent.joinpath("work").glob("*.db")):
        file.unlink(missing_ok=True)
        shutil.rmtree(file.parent / "backups", ignore_errors=True)
    status = commands.invoke(call)
    framework = capsys.readouterr()

    def without_ids(text):
        return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)

    assert (straight.status, straight.err) == (status, framework.err)
    assert without_ids(straight.out) == without_ids(framework.out)


NOW = ("--as-of", "2024-03-07T12:00")


@pytest.fixture
def written(journal):
    """A journal in which something was logged."""
    journal("log", "pain left knee 4", *AT)
    journal("log", "squat 2x5 100kg", "water 300", "--at", "2024-03-07T10:00")


@pytest.mark.of_files("what is written lies in a folder beside the journal")
@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    "call",
    [
        ("export", "out"),
        ("export", "--quiet", "out"),
        ("export", "out", "--since", "2024-03-07", "--until=2024-03-07"),
        (
            "export",
            "out",
            "--format=csv",
            "--",
        ),
        ("export", "--", "--out"),
        ("export", "out.json", "--format", "json"),
        ("export", "-", "--format", "json"),
        ("export", "-", "--format", "csv"),
        ("export", "days.csv", "--format", "daily-csv"),
        ("export", "out", "--since", "yesterday"),
        ("export", "out", "--since", "2024-03-07", "--until", "2024-03-06"),
        ("export", "no/such/folder"),
        ("export", "out", "--force", "--db", "none.db"),
        ("today", *NOW),
        ("today", "--short", *NOW),
        ("today", "--format", "json", *NOW),
        ("today", "--as-of", "never"),
        ("flags", *NOW),
        ("flags", "--all", "--format=json", *NOW),
        ("--db", "none.db", "flags", *NOW),
    ],
)
def test_both_readings_of_a_call_that_only_reads_do_the_same(journal, db, capsys, call):
    assert call_of(call) is not None
    folder = db.parent.parent / "work"

    def left():
        files = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for entry in folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        return files

    straight, files = journal(*call), left()
    try:
        status, error = commands.invoke(call), ""
    except Refused as refused:
        status, error = 2, f"{refused}"
    framework = capsys.readouterr()
    assert (straight.status, straight.out) == (status, framework.out)
    assert straight.err.rstrip(".\n") == (framework.err + error).rstrip(".\n")
    assert files == left()


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("log",),
        ("log", "--help"),
        ("log", "water", "--help"),
        ("log", "water", "--at"),
        ("log", "water", "--at", ""),
        ("log", "water", "--at="),
        ("log", "water", "--format", "xml"),
        ("log", "water", "--format"),
        ("log", "water", "--quiet=yes"),
        ("--db", "log", "water"),
        ("--db", "", "log", "water"),
        ("--db=", "log", "water"),
        ("--db",),
        ("--version",),
        ("--nope", "log", "water"),
        ("check", "squat"),
        ("export",),
        ("export", ""),
        ("export", "one", "two"),
        ("export", "out", "-f"),
        ("export", "out", "--forc"),
        ("export", "out", "--force=yes"),
        ("export", "out", "--format", "CSV"),
        ("export", "out", "--since", ""),
        ("export", "--help", "out"),
        ("today", "now"),
        ("today", "--all"),
        ("flags", "--short"),
    ],
)
def test_whatever_is_not_plain_is_left_to_the_framework(call):
    assert call_of(call) is None
