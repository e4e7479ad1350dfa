"""A round of every verb that is killed, and of four writers at once; `python -m tests.crashes` does hundreds.

The same on a server, which dies as well (`python -m tests.crashes.server`), where `JOURNAL_TEST_POSTGRES` is set: it
is a server of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed where there are signals")
@pytest.mark.parametrize("module", ["tests.crashes", "tests.crashes.server"])
def test_whoever_is_killed_loses_nothing_that_was_acknowledged_and_leaves_nothing_half_done(module, tmp_path):
    if module == "tests.crashes.server" and not os.environ.get("JOURNAL_TEST_POSTGRES"):
        pytest.skip("JOURNAL_TEST_POSTGRES is unset")
    done = subprocess.run(
        [sys.executable, "-m", module, "1", "7"],
        capture_output=True,
        text=True,
        cwd=TOP,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    total = done.stdout.splitlines()[-1].replace(" ", "").split("|")
    assert total[1] == "all"
    assert int(total[2]) >= 15
    assert total[5] == "0"
    assert list(tmp_path.iterdir()) == []
