"""The program as it is installed elsewhere brings an old journal up: `python -m tests.crashes.wheel`.

Builds the wheel, installs it with all that it needs into a new environment (the network, or what pip keeps, is needed),
and opens there, from another folder, a journal of each older schema.  Exits 1 when a row is missing.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from journal.storage.schema import HEAD, KNOWN
from tests.crashes import journals
from tests.crashes.content import Content, content

TOP = Path(__file__).parents[2]


def main() -> int:
    """Build, install, bring every old journal up, and say what became of it."""
    with tempfile.TemporaryDirectory(prefix="journal-wheel-") as name:
        folder = Path(name)
        journal = installed(folder)
        template = folder / "template"
        template.mkdir()
        journals.make(template)
        return max(_brought_up(journal, template, folder, revision) for revision in sorted(KNOWN))


def installed(folder: Path) -> Path:
    """The program, installed from its wheel."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    _run([*pip, "wheel", "--no-deps", "-w", str(folder / "dist"), str(TOP)])
    [wheel] = (folder / "dist").glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    _run([str(scripts / "pip"), "install", "-q", "-c", str(TOP / "constraints.txt"), str(wheel)])
    return scripts / "journal"


def _brought_up(journal: Path, template: Path, folder: Path, revision: str) -> int:
    path = journals.copy(template, folder / f"from-{revision}")
    if revision != HEAD:
        journals.age_to(path, revision)
    before = content(path)
    _run([str(journal), "doctor", "--db", str(path)])
    _run([str(journal), "today", "--short", "--db", str(path)])
    after = content(path)
    lost = _records(before) - _records(after)
    copies = len(list((path.parent / "backups").glob("*schema*.db")))
    print(
        f"{before[0]} -> {after[0]}: {len(_records(before))} rows, {len(lost)} lost, {copies} copies made before"
    )
    return int(bool(lost) or after[0] != HEAD or copies != (revision != HEAD))


def _records(found: Content) -> frozenset[tuple[str, tuple[object, ...]]]:
    """The rows of what was found, without its revision and without the names of the tables."""
    return frozenset((table, row) for table, row in found[1] if row and table != "alembic_version")


def _run(words: list[str]) -> None:
    """Run it in a folder where nothing of the project is."""
    subprocess.run(words, cwd=tempfile.gettempdir(), check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
