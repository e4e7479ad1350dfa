"""The commands as somebody types them, each test in a journal and a folder of its own."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.cli import run


@dataclass(frozen=True)
class Answer:
    """What a call said."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def is_one_sentence(self):
        """Whether standard error is one line that ends as a sentence does."""
        return self.err.count("\n") == 1 and self.err.rstrip("\n").endswith((".", "?")) and len(self.err) > 15


class OnServer:
    """A journal on a server, which can be asked what the tests ask of a path; its `str` is the URL."""

    def __init__(self, url):
        self._url = url

    def __str__(self):
        return self._url

    @property
    def parent(self):
        """No folder is around it: what holds of the folder holds of the journal."""
        return self

    def exists(self):
        """Whether a journal was made there, or any table."""
        return bool(self._tables())

    def read_bytes(self):
        """All that it holds."""
        return repr(self._tables()).encode()

    def _tables(self):
        from sqlalchemy import create_engine, inspect, text

        engine = create_engine(self._url)
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            rows = {
                name: connection.execute(text(f"SELECT * FROM {name}")).fetchall() for name in sorted(names)
            }
        engine.dispose()
        return {name: sorted(some, key=repr) for name, some in rows.items()}


@pytest.fixture
def db(tmp_path, new_journal, monkeypatch):
    """Where the journal lies; there is none yet.  The working folder is an empty one; the clock shows UTC."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    place = new_journal("home/journal")
    monkeypatch.setenv("JOURNAL_DB", place)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield OnServer(place) if "://" in place else Path(place)
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def journal(db, capsys):
    """`journal("log", "water")` is what `journal log water` answers."""

    def journal(*arguments):
        capsys.readouterr()
        status = run(arguments)
        return Answer(status, *capsys.readouterr())

    return journal


@pytest.fixture
def shell(db):
    """Runs a line of the shell in which `journal` is the program."""

    def shell(line):
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", f'journal() {{ "{sys.executable}" -m journal "$@"; }}; {line}'],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )

    return shell


@pytest.fixture
def log(journal):
    """Logs a line for a time, which must be understood; gives what was recorded, as JSON."""

    def log(line, at):
        answer = journal("log", line, "--at", at, "--format", "json")
        assert answer.status == 0, answer.err
        return answer.json["recorded"]

    return log


@pytest.fixture
def diary(journal):
    """Logs lines that each begin with their time, in one call."""

    def diary(*lines):
        answer = journal("log", "--quiet", *lines)
        assert answer.status == 0, answer.err

    return diary


@pytest.fixture
def content(journal, tmp_path):
    """Everything in the journal, as the bytes of an export; empty when there is no journal."""

    def content(db):
        if not db.exists():
            return b""
        target = tmp_path / "content.json"
        assert journal("export", str(target), "--format", "json", "--force", "--db", str(db)).status == 0
        return target.read_bytes()

    return content


@pytest.fixture
def unchanged(db, journal):
    """Makes a call, and fails when it is not refused in one sentence or when a byte of the journal differs."""

    def bytes_of():
        return db.read_bytes() if db.exists() else b""

    def unchanged(*arguments):
        before = bytes_of()
        answer = journal(*arguments)
        assert answer.status == 2, answer
        assert answer.is_one_sentence, answer.err
        assert bytes_of() == before
        return answer

    return unchanged


@pytest.fixture
def write(db):
    """Writes a text file into the working folder and gives its name."""

    def write(name, text):
        path = Path.cwd() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


@pytest.fixture
def strong(write):
    """Writes an export of Strong: its rows are `day, exercise, order, weight, reps`."""

    def strong(name, *rows):
        lines = [
            f'2024-03-{day} 18:00:00,"Evening",1h 5m,"{exercise}",{order},{weight},{reps},0,0,"","",\n'
            for day, exercise, order, weight, reps in (row.split(", ") for row in rows)
        ]
        return write(name, STRONG + "".join(lines))

    return strong
