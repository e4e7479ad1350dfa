"""`journal report` and `journal demo` as somebody types them."""

import os
import pty
import stat
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def week(diary):
    """The eighth ISO week of 2024: two workouts, a knee, some water."""
    diary(
        "2024-02-19 18:00 squat 3x5 100kg",
        "2024-02-19 19:00 session 60min @7",
        "2024-02-20 08:00 pain left knee 3 dull",
        "2024-02-20 09:00 water 500",
        "2024-02-22 07:00 run 5km 28:30 @5",
    )


def test_it_is_the_week_of_the_moment_judged_headed_so_far(journal, week):
    answer = journal("report", "--as-of", "2024-02-22T12:00")
    assert answer.out.startswith("Week 2024-W08, so far: Mon 19 Feb to Sun 25 Feb 2024\n")


@pytest.mark.parametrize(
    ("asked", "name"), [("current", "2024-W09"), ("last", "2024-W08"), ("2024-W01", "2024-W01")]
)
def test_another_week_is_asked_for_by_its_name(journal, week, asked, name):
    document = journal("report", "--week", asked, "--as-of", "2024-02-28T12:00", "--format", "json").json
    assert document["week"] == name


def test_the_numbers_of_text_and_json_are_the_same(journal, week):
    asked = ("report", "--week", "last", "--as-of", "2024-02-28T12:00")
    document = journal(*asked, "--format", "json").json
    assert document["training"]["load"] == 7 * 60 + 5 * 28.5
    assert document["training"]["run_km"] == 5
    assert document["pain"][0]["days"]["2024-02-20"] == 3
    row = next(line for line in journal(*asked).lines if line.strip().startswith("2024-W08"))
    assert row.split() == ["2024-W08", "2", "88", "562", "1,500", "5.0"]


def test_weeks_says_how_many_stand_beside_it(journal, week):
    document = journal("report", "--weeks", "2", "--as-of", "2024-02-28T12:00", "--format", "json").json
    assert [one["week"] for one in document["weeks_before"]] == ["2024-W07", "2024-W08"]


def test_it_is_written_to_a_file_that_only_its_owner_reads(journal, week, tmp_path):
    target = tmp_path / "week.txt"
    answer = journal("report", "-o", str(target), "--as-of", "2024-02-22T12:00")
    assert (answer.status, answer.out) == (0, "")
    assert target.read_text().startswith("Week 2024-W08")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_whose_folder_is_not_there_is_refused(unchanged, week, tmp_path):
    unchanged("report", "-o", str(tmp_path / "nowhere" / "week.txt"), "--as-of", "2024-02-22T12:00")


def test_an_earlier_report_is_replaced_and_a_journal_is_not(journal, week, unchanged, db, tmp_path):
    target = tmp_path / "week.txt"
    target.write_text("the week before")
    assert journal("report", "-o", str(target), "--as-of", "2024-02-22T12:00").status == 0
    assert target.read_text().startswith("Week 2024-W08")
    unchanged("report", "-o", str(db), "--as-of", "2024-02-22T12:00")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("week.html", "<!doctype html>\n"),
        ("week.MD", "# Week 2024-W08, so far"),
        ("week.json", '{"as_of": '),
        ("week.txt", "Week 2024-W08, so far"),
        ("week", "Week 2024-W08, so far"),
    ],
)
def test_the_name_of_the_file_says_the_form_when_no_option_does(journal, week, tmp_path, name, begins):
    target = tmp_path / name
    assert journal("report", "-o", str(target), "--as-of", "2024-02-22T12:00").status == 0
    assert target.read_text().startswith(begins)
    asked = journal("report", "-o", str(target), "--as-of", "2024-02-22T12:00", "--format", "text")
    assert asked.status == 0
    assert target.read_text().startswith("Week 2024-W08, so far")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--week", "2024-W60"),
        ("--week", "next"),
        ("--week", "2024-W20"),
        ("--week", "0001-W02"),
        ("--weeks", "-1"),
        ("--weeks", "many"),
        ("--format", "pdf"),
        ("--format", "json", "--open"),
        ("--as-of", "yesterday"),
    ],
)
def test_what_is_no_week_is_refused(unchanged, week, wrong):
    moment = () if "--as-of" in wrong else ("--as-of", "2024-02-22T12:00")
    unchanged("report", *wrong, *moment)


@pytest.fixture
def program(db):
    """Runs the program in a process of its own, with another environment."""

    def program(*arguments, **environment):
        line = [sys.executable, "-m", "journal", *arguments]
        kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "BROWSER")}
        return subprocess.run(
            line, capture_output=True, text=True, env={**kept, **environment}, cwd=ROOT, check=False
        )

    return program


def test_open_shows_the_page_from_a_folder_that_only_its_owner_reads(program, week, tmp_path):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/shown\n')
    browser.chmod(0o700)
    answer = program("report", "--open", BROWSER=f"{browser} %s", TMPDIR=str(tmp_path))

    assert (answer.returncode, answer.stdout) == (0, "")
    page = Path(unquote(urlsplit((tmp_path / "shown").read_text().strip()).path))
    assert answer.stderr == f"The page is in {page}.\n"
    assert page.read_text().startswith("<!doctype html>\n")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (page, page.parent)] == [0o600, 0o700]


def test_without_a_browser_that_is_said_and_only_a_file_that_was_named_is_kept(program, week, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    nothing = {"PATH": str(tmp_path), "TMPDIR": str(temporary)}
    answer = program("report", "--open", **nothing)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert "no browser" in answer.stderr
    assert list(temporary.iterdir()) == []

    named = program("report", "--open", "-o", str(tmp_path / "week.html"), **nothing)
    assert named.returncode == 1
    assert str(tmp_path / "week.html") in named.stderr
    assert (tmp_path / "week.html").read_text().startswith("<!doctype html>\n")


def test_an_empty_journal_has_a_report_too(journal):
    answer = journal("report", "--as-of", "2024-02-22T12:00")
    assert answer.status == 0
    assert "No pain entry this week." in answer.out
    assert answer.err.startswith("There is no journal at ")
    quiet = journal("report", "--as-of", "2024-02-22T12:00", "--quiet")
    assert (quiet.out, quiet.err) == (answer.out, "")


def test_a_week_long_before_the_journal_is_an_empty_one(journal, week):
    answer = journal("report", "--week", "1900-W02", "--weeks", "520", "--as-of", "2024-02-22T12:00")
    assert answer.status == 0
    assert "  1890-W" in answer.out


def test_the_demo_is_written_where_it_is_told_and_only_once(journal, tmp_path):
    there = str(tmp_path / "demo.db")
    assert journal("demo", "--db", there).status == 0
    assert journal("imports", "--db", there).out.count("strong.csv") == 1
    again = journal("demo", "--db", there)
    assert again.status == 2
    assert again.is_one_sentence


def test_the_demo_has_something_to_say(journal, tmp_path):
    there = str(tmp_path / "demo.db")
    journal("demo", "--db", there, "--quiet")
    rules = {
        flag["rule"] for flag in journal("flags", "--all", "--format", "json", "--db", there).json["flags"]
    }
    assert {"sharp-during-exercise", "spike-session-distance", "spike-session-weight"} <= rules


@pytest.mark.parametrize(("weeks", "is_told"), [("40", True), ("4", False)])
def test_what_takes_long_shows_its_progress_on_a_terminal(db, week, tmp_path, weeks, is_told):
    ours, theirs = pty.openpty()
    line = [sys.executable, "-m", "journal", "report", "--weeks", weeks, "-o", str(tmp_path / "week.txt")]
    done = subprocess.run(line, stderr=theirs, stdout=subprocess.PIPE, cwd=ROOT, check=False)
    os.write(theirs, b"end")
    said = b""
    while not said.endswith(b"end"):
        said += os.read(ours, 65_536)
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (b"The rules read all of the journal" in said) is is_told
