"""A plain `journal log` is read without the command framework, and exactly as the framework reads it."""

import re
import shutil

import pytest

from journal.cli import commands
from journal.cli.straight import call_of

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
        ("today",),
        ("check", "squat"),
    ],
)
def test_whatever_is_not_plain_is_left_to_the_framework(call):
    assert call_of(call) is None
