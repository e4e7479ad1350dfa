"""Exports and backups on standard output, for a program that encrypts them: no plain byte touches the disk."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest


@pytest.fixture
def filled(journal):
    assert journal("log", "pain knee left 4 // the hill", "water 250").status == 0


@pytest.mark.parametrize(("form", "name"), [("json", "out.json"), ("daily-csv", "days.csv")])
def test_an_export_has_the_same_bytes_on_standard_output(journal, shell, filled, form, name):
    assert journal("export", name, "--format", form).status == 0
    done = shell(f"journal export - --format {form}")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == Path(name).read_bytes()


@pytest.mark.parametrize("call", ["backup -", "export - --format sqlite"])
def test_a_copy_on_standard_output_is_a_journal(journal, shell, filled, content, db, call):
    before = content(db)
    done = shell(f"journal {call}")
    assert (done.returncode, done.stderr) == (0, b"")
    Path("copy.db").write_bytes(done.stdout)
    with closing(sqlite3.connect("copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert journal("log", "water 500").status == 0
    assert journal("restore", "copy.db").status == 0
    assert content(db) == before


@pytest.mark.of_files("files beside the journal")
def test_nothing_else_is_written(shell, filled, tmp_path):
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert shell("journal backup - >/dev/null && journal export - --format json >/dev/null").returncode == 0
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_of_files_has_no_place_there(shell, filled):
    done = shell("journal export -")
    assert done.returncode == 2
    assert b"--format json" in done.stderr


def test_half_a_backup_is_no_success(shell, filled):
    done = shell("journal export - --format json > /dev/full")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_a_journal_that_is_not_there_is_not_replaced_by_an_empty_one(shell):
    for call in ("backup -", "export - --format json"):
        done = shell(f"journal {call} --db nowhere.db")
        assert done.returncode == 2
        assert done.stdout == b""


def test_a_terminal_is_spared(shell, filled):
    if shutil.which("script") is None:
        pytest.skip("there is no program script here")
    line = f'"{sys.executable}" -m journal export - --format json'
    done = shell(f"script -qec '{line}' /dev/null")
    assert b"not for a terminal" in done.stdout
    assert b"tables" not in done.stdout
