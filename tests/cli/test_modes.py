"""Nobody else on the machine can read what the program writes, whatever the umask is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")

STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-03-05 18:00:00,"Evening",1h 5m,"Squat",1,100,5,0,0,"","",
"""
CALLS = [
    ("log", "water 250"),
    ("today",),
    ("import", "given/strong.csv", "--weight-unit", "kg", "--distance-unit", "km"),
    ("export", "out"),
    ("export", "out", "--force"),
    ("export", "out.json", "--format", "json"),
    ("export", "out.json", "--format", "json", "--force"),
    ("export", "days.csv", "--format", "daily-csv"),
    ("export", "copy.db", "--format", "sqlite"),
    ("report", "-o", "week.html"),
    ("report", "-o", "week.html"),
    ("report", "-o", "week.md"),
    ("report", "-o", "week.txt"),
    ("report", "-o", "week.json"),
    ("report", "--for", "physio", "-o", "physio.html"),
    ("report", "--open"),
    ("backup", "backup.db"),
    ("backup", "backup.db", "--force"),
    ("backup",),
    ("restore", "backup.db"),
    ("doctor",),
]
PROGRAM = """
import json, os, stat, sys
from pathlib import Path

from journal.cli import run
from journal.storage import open_store

root, given = Path(sys.argv[1]), set(sys.argv[3:])


def look(when):
    for path in root.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        if str(path) not in given and mode != (0o700 if path.is_dir() else 0o600):
            print(f"{path.relative_to(root)} {mode:o} after {when}", file=sys.stderr)


for arguments in json.loads(sys.argv[2]):
    if (status := run(arguments)) != 0:
        print(f"{arguments}: status {status}", file=sys.stderr)
    look(arguments)
with open_store(os.environ["JOURNAL_DB"]) as store:
    store.remember("water")
    look("writing while it is open: " + " ".join(path.name for path in root.rglob("journal.db*")))
    print(*sorted(path.name for path in root.rglob("*")))
"""
"""Makes the calls, and after each says what others could read."""


@pytest.mark.parametrize("umask", [0o000, 0o022], ids=["umask 000", "umask 022"])
def test_everything_that_is_written_is_for_its_owner_alone(tmp_path, umask):
    for folder in ("work", "work/given", "temporary"):
        (tmp_path / folder).mkdir()
    (tmp_path / "work" / "given" / "strong.csv").write_text(STRONG)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), json.dumps(CALLS), *map(str, tmp_path.rglob("*"))],
        cwd=tmp_path / "work",
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "JOURNAL_DB": str(tmp_path / "home" / "deep" / "journal.db"),
            "TMPDIR": str(tmp_path / "temporary"),
            # Shows nothing, and is content.
            "BROWSER": "true %s",
        },
        umask=umask,
        capture_output=True,
        text=True,
        check=True,
    )
    wrong = [line for line in done.stderr.splitlines() if not line.startswith("The page is in")]
    assert wrong == []
    written = done.stdout.splitlines()[-1].split()
    for name in (
        "journal.db-wal",
        "journal.db-shm",
        "journal.db.lock",
        "backups",
        "sets.csv",
        "week.html",
        "copy.db",
    ):
        assert name in written
    assert any(name.startswith("journal-replaced-") for name in written)
    assert any(name.startswith("journal-report-") for name in written)


@pytest.mark.of_files("permissions")
def test_a_journal_that_others_can_read_is_found_by_doctor(db, journal):
    assert journal("log", "water 250").status == 0
    db.chmod(0o644)
    answer = journal("doctor")
    assert answer.status == 1
    assert "others on this machine can read" in answer.out
