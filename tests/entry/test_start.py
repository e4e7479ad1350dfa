"""Quick entry is on the way to the first answer of the program: it brings nothing heavy with it."""

import subprocess
import sys

HEAVY = {"rapidfuzz", "sqlalchemy", "pandas", "textual", "alembic", "difflib", "hypothesis"}


def loaded_after(code):
    program = f"import sys\n{code}\nprint(' '.join(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_it_loads_nothing_heavy():
    assert not HEAVY & loaded_after("import journal.entry")


def test_an_exact_line_needs_nothing_heavy_and_a_near_miss_does():
    setup = (
        "from datetime import datetime, timezone\n"
        "from journal.entry import Writer, parse\n"
        "from journal.exercises import catalogue\n"
        "writer = Writer(datetime(2026, 11, 25, 18, 30, tzinfo=timezone.utc), timezone.utc, catalogue())\n"
    )
    assert "rapidfuzz" not in loaded_after(f"{setup}parse('squat 2x5 100kg; pain knee 3; run 5km', writer)")
    assert "rapidfuzz" in loaded_after(f"{setup}parse('squatt 2x5 100kg', writer)")
