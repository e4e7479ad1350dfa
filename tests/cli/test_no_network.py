"""The program makes no network connection: everything that it can do is done while sockets are refused.

What is refused is also written down, so that nothing that catches errors can hide it.  Processes that the program
starts are watched as well.
"""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import os, sys


def watch(event, arguments):
    asked = event.startswith(("socket.getaddrinfo", "socket.gethostby", "socket.getnameinfo", "socket.connect",
                              "socket.bind", "socket.sendto", "urllib.Request", "http.client", "ftplib", "smtplib"))
    if event == "socket.__new__":
        import socket
        asked = arguments[1] in (socket.AF_INET, socket.AF_INET6)
    # Programs on the same machine may talk through a file.
    if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], (str, bytes)):
        asked = False
    if asked:
        with open(os.environ["REFUSED"], "a") as file:
            file.write(f"{event} {arguments!r}\\n")
        raise PermissionError(f"{event}: there is no network here")


sys.addaudithook(watch)
with open(os.environ["REFUSED"] + ".watched", "a") as file:
    file.write("one process\\n")
"""
COMMANDS = """
import json, sys
from journal.cli import run
for arguments in json.loads(sys.argv[1]):
    status = run(arguments)
    if status != 0:
        sys.exit(f"{arguments}: status {status}")
"""
SCREENS = """
import asyncio, os
from journal.tui.app import JournalApp


async def main():
    app = JournalApp(os.environ["JOURNAL_DB"])
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for page in ("today", "pain", "workout", "trends", "calendar", "flags", "report", "exercises", "settings"):
            await app.go(page)
            await pilot.pause()
        while app.screen_stack[0].answer is None:
            await pilot.pause(0.05)


asyncio.run(main())
"""


@pytest.fixture
def offline(db, tmp_path):
    """Runs Python code where no socket can be had; what was asked for all the same is the answer."""
    (hook := tmp_path / "hook").mkdir()
    (hook / "sitecustomize.py").write_text(WATCHED)
    refused = tmp_path / "refused"

    def offline(code, *arguments):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(hook), str(Path(__file__).parents[2])]),
                "REFUSED": str(refused),
                "BROWSER": "true %s",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert Path(f"{refused}.watched").exists()
        return refused.read_text() if refused.exists() else ""

    return offline


def samples(folder: Path) -> list[str]:
    """A file of every format that can be imported."""
    folder.mkdir()
    made = []
    for module in sorted((Path(__file__).parents[1] / "interchange" / "samples").glob("*.py")):
        for name, data in importlib.import_module(f"samples.{module.stem}").samples().items():
            file = folder / f"{len(made)}-{''.join(letter for letter in name if letter.isalnum())}"
            file.write_bytes(data)
            made.append(str(file))
    return made


def test_the_watch_would_notice(offline):
    code = (
        "import socket\n"
        "for ask in (lambda: socket.socket(), lambda: socket.getaddrinfo('localhost', 9)):\n"
        "    try:\n        ask()\n    except PermissionError:\n        pass\n"
    )
    assert offline(code).count("\n") == 2


def test_no_command_asks_for_the_network(offline, tmp_path):
    calls = [
        ["log", "squat 5x5 100kg @8; pain lower back left 4; water 500"],
        ["today"],
        ["today", "--format", "json"],
        ["check", "squat 5x5 120kg"],
        ["flags", "--all"],
        ["rules", "--format", "markdown"],
        *[["report", "--format", form] for form in ("text", "markdown", "html", "json")],
        ["report", "--for", "physio", "--format", "html"],
        ["report", "--open"],
        ["export", "out"],
        ["export", "out.json", "--format", "json"],
        ["export", "days.csv", "--format", "daily-csv"],
        ["export", "copy.db", "--format", "sqlite"],
        ["import", "out.json"],
        ["imports"],
        ["undo"],
        ["backup", "backup.db"],
        ["restore", "backup.db"],
        ["doctor"],
    ]
    assert offline(COMMANDS, json.dumps(calls)) == ""


def test_no_import_asks_for_the_network(offline, tmp_path):
    told = ["--weight-unit", "kg", "--distance-unit", "km", "--skip-bad-rows", "--date-order", "dmy"]
    calls = [["import", file, *told] for file in samples(tmp_path / "samples")]
    assert len(calls) > 20
    assert offline(COMMANDS, json.dumps(calls)) == ""


def test_no_page_asks_for_the_network(offline):
    assert offline(COMMANDS, json.dumps([["log", "squat 5x5 100kg", "pain knee left 3"]])) == ""
    assert offline(SCREENS) == ""
