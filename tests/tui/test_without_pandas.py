"""The rules work in a process beside the screens': what the screens themselves load does not bring pandas in."""

import subprocess
import sys

_LOADED = """
import pkgutil, sys
from importlib import import_module
from journal import tui

sys.modules["pandas"] = None  # whoever imports it fails
for module in pkgutil.walk_packages(tui.__path__, "journal.tui."):
    import_module(module.name)
"""
_DRAWN = """
import sys
from journal.analysis.answers.leaving_out import beside, leave_out_words

print("pandas" in sys.modules)
"""


def test_no_page_and_no_part_of_one_loads_pandas():
    done = subprocess.run([sys.executable, "-c", _LOADED], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_to_leave_out_is_told_without_pandas():
    done = subprocess.run([sys.executable, "-c", _DRAWN], check=False, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr
