"""Options that every command has, and calls that are wrong."""

import pytest

from journal.cli.commands import COMMANDS

READING = [name for name in COMMANDS if name not in ("demo", "report")]


@pytest.mark.parametrize(
    "call",
    [
        ("--db", "other.db", "log", "water"),
        ("--db=other.db", "log", "water"),
        ("log", "--db", "other.db", "water"),
        ("log", "water", "--db", "other.db"),
        ("log", "water", "--db=other.db"),
        ("--db", "third.db", "log", "water", "--db", "other.db"),
        ("log", "water", "--db", "sqlite:///other.db"),
    ],
)
def test_db_stands_before_or_after_the_command_and_the_one_after_it_holds(
    journal, db, content, tmp_path, call
):
    assert journal(*call).status == 0
    assert b'"drink": "water"' in content(tmp_path / "work" / "other.db")
    assert not db.exists()


def test_without_db_the_journal_is_the_one_of_the_environment(journal, db):
    journal("log", "water")
    assert db.exists()


def test_without_either_the_journal_lies_in_the_data_folder(journal, db, monkeypatch, tmp_path):
    monkeypatch.delenv("JOURNAL_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    journal("log", "water")
    assert (tmp_path / "data" / "journal" / "journal.db").exists()


@pytest.mark.of_files("permissions")
def test_a_journal_is_for_its_owner_alone(journal, db):
    journal("log", "water")
    assert db.stat().st_mode & 0o777 == 0o600
    assert db.parent.stat().st_mode & 0o777 == 0o700


def test_one_call_does_not_remember_the_journal_of_another(journal, db):
    journal("--db", "other.db", "imports")
    journal("log", "water")
    assert db.exists()


@pytest.mark.parametrize(
    "call",
    [
        ("log", "--db", "", "water"),
        ("--db", "", "log", "water"),
        ("today", "--db", " "),
        ("log", "water", "--at", ""),
        ("today", "--as-of", ""),
        ("export", "out", "--since", ""),
        ("report", "-o", ""),
    ],
)
def test_an_option_that_is_given_empty_is_refused(unchanged, call):
    """A variable that is not set must not mean another journal, or now."""
    assert "a value that is not empty" in unchanged(*call).err


@pytest.mark.parametrize(
    ("call", "names"),
    [
        (("nope",), "nope"),
        (("--nope",), "--nope"),
        (("lod", "water"), "did you mean log?"),
        (("today", "--nope"), "journal today --help"),
        (("today", "extra"), "extra"),
        (("today", "--format"), "--format"),
        (("today", "--format", "xml"), "'text', 'json'"),
        (("log", "water", "--format", "xml"), "'text', 'json'"),
        (("log", "water", "--format"), "--format"),
        (("log", "water", "--quiet=1"), "--quiet"),
        (("export",), "TARGET"),
        (("export", "out", "--format", "xlsx"), "daily-csv"),
        (("import",), "FILE_OR_FOLDER"),
        (("undo-import",), "'N'"),
        (("undo-import", "first"), "'N': 'first' is no whole number"),
        (("demo", "--seed", "first"), "'--seed': 'first' is no whole number"),
        (("report", "--weeks", "some"), "'--weeks': 'some' is no whole number"),
        (("--quiet", "today"), "--quiet"),
        (("--db",), "--db"),
    ],
)
def test_a_wrong_call_is_one_sentence_that_names_what_is_wrong(unchanged, call, names):
    answer = unchanged(*call)
    assert names in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    "moment", ["yesterday", "2024-02-30", "2024-03-06T25:00", "0001-01-01", "9999-12-31", "x"]
)
@pytest.mark.parametrize("command", ["today", "check", "flags"])
def test_an_as_of_that_is_no_moment_is_refused(unchanged, command, moment):
    assert repr(moment) in unchanged(command, "--as-of", moment).err


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2024-03-06T20:00", "2024-03-06T20:00:00+01:00"),
        ("2024-07-06 20:00:30", "2024-07-06T20:00:30+02:00"),
        ("2024-03-06", "2024-03-06T00:00:00+01:00"),
        ("2024-03-06T20:00Z", "2024-03-06T20:00:00+00:00"),
        ("2024-03-06T20:00-08:00", "2024-03-06T20:00:00-08:00"),
        ("20240306T2000", "2024-03-06T20:00:00+01:00"),
    ],
)
def test_a_naive_as_of_is_local_time_of_the_profile(journal, write, moment, shown):
    journal("import", write("profile.csv", "key,value\ntime_zone,Europe/Berlin\n"))
    assert journal("flags", "--format", "json", "--as-of", moment).json["as_of"] == shown


def test_without_a_profile_local_time_is_the_system_s(journal, monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    answer = journal("flags", "--format", "json", "--as-of", "2024-03-06T20:00")
    assert answer.json["as_of"] == "2024-03-06T20:00:00+09:00"


def test_the_help_lists_every_command_with_a_whole_line(journal):
    listed = journal("--help").out.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert not [line for line in listed if line.endswith("...") or len(line) > 79 or not line.endswith(".")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_its_help(journal, command):
    answer = journal(command, "--help")
    assert answer.status == 0
    assert answer.lines[0].startswith(f"Usage: journal {command} ")
    assert "--db PATH|URL" in answer.out
    assert "--quiet" in answer.out
    assert max(map(len, answer.lines)) < 80


def test_the_first_line_of_each_help_has_at_most_60_characters(journal):
    assert not [name for name in COMMANDS if len(journal(name, "--help").lines[2].strip()) > 60]


def test_the_version_is_printed(journal):
    from importlib.metadata import version

    assert journal("--version").out == version("pain-and-workout-journal") + "\n"


@pytest.mark.parametrize(
    "call",
    [
        ("log", "water", "--quiet"),
        ("undo", "--quiet"),
        ("export", "out", "--quiet"),
        ("backup", "copy.db", "--quiet"),
        ("import", "strong.csv", "--weight-unit", "kg", "--quiet"),
        ("undo-import", "1", "--quiet"),
    ],
)
def test_quiet_prints_nothing_of_what_was_done(journal, strong, call):
    journal("import", strong("first.csv", "05, Squat (Barbell), 1, 100, 5"), "--weight-unit", "kg")
    strong("strong.csv", "06, Squat (Barbell), 1, 100, 5")
    assert journal(*call) == type(journal("imports"))(0, "", "")


@pytest.mark.parametrize(
    "call",
    [
        ("log", "water", "--format", "json"),
        ("today",),
        ("today", "--short"),
        ("flags",),
        ("rules",),
        ("imports",),
        ("import", "strong.csv", "--weight-unit", "kg", "--format", "json"),
    ],
)
def test_quiet_prints_what_was_asked_for(journal, strong, call):
    strong("strong.csv", "05, Squat (Barbell), 1, 100, 5")
    assert journal(*call, "--quiet").out != ""
