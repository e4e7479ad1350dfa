"""Who may import whom: each room, loaded by itself in a fresh process, brings along nothing that it must not know."""

import subprocess
import sys
from functools import cache

import pytest

HEAVY = (
    "sqlalchemy",
    "alembic",
    "pandas",
    "numpy",
    "textual",
    "rapidfuzz",
    "typer",
    "jinja2",
    "fitdecode",
)


@cache
def loaded_by(*modules: str) -> set[str]:
    """What stands in `sys.modules` after importing these."""
    code = f"import sys, {', '.join(modules)}; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("module", "may_load"),
    [
        ("journal.records", ()),
        ("journal.config", ()),
        ("journal.clock", ()),
        ("journal.exercises", ()),
        ("journal.entry", ()),
        ("journal.interchange.recognise", ()),
        ("journal.interchange.own.csv_files", ()),
        ("journal.importing.arrivals", ()),
        ("journal.analysis.flags", ()),
        ("journal.demo", ()),
        ("journal.storage.store", ("sqlalchemy",)),
        ("journal.storage.plain", ()),
        ("journal.analysis.judge", ("pandas", "numpy")),
        ("journal.report.text", ("pandas", "numpy")),
        ("journal.report.html.week", ("pandas", "numpy")),
        ("journal.cli.commands", ("typer",)),
        ("journal.cli.calling", ()),
        ("journal.cli.exporting", ()),
        ("journal.cli.judging", ()),
        ("journal.cli.recording", ()),
        ("journal.tui.app", ("textual",)),
    ],
)
def test_a_room_loads_only_its_own_library(module: str, may_load: tuple[str, ...]) -> None:
    loaded = loaded_by(module)
    assert [name for name in HEAVY if name in loaded and name not in may_load] == []


@pytest.mark.parametrize(
    ("module", "strangers"),
    [
        (
            "journal.storage.store",
            ("journal.entry", "journal.interchange", "journal.analysis", "journal.cli", "journal.tui"),
        ),
        (
            "journal.entry",
            ("journal.storage", "journal.interchange", "journal.analysis", "journal.cli", "journal.tui"),
        ),
        (
            "journal.interchange.recognise",
            ("journal.storage", "journal.entry", "journal.analysis", "journal.cli"),
        ),
        (
            "journal.importing.arrivals",
            ("journal.storage", "journal.entry", "journal.analysis", "journal.cli", "journal.tui"),
        ),
        (
            "journal.analysis.answers.today",
            ("journal.storage", "journal.entry", "journal.interchange", "journal.config"),
        ),
        (
            "journal.report.text",
            ("journal.storage", "journal.entry", "journal.interchange", "journal.config"),
        ),
    ],
)
def test_a_room_does_not_know_its_neighbours(module: str, strangers: tuple[str, ...]) -> None:
    loaded = loaded_by(module)
    assert [name for name in strangers if name in loaded] == []


def test_storage_needs_no_object_mapper() -> None:
    assert "sqlalchemy.orm" not in loaded_by("journal.storage")
