"""Kill the program at random moments and count what is lost: `python -m tests.crashes [ROUNDS] [SEED]`.

From the project's folder; Linux and macOS.  ROUNDS (default 100) is how often each verb is killed; `journal log` four
times as often, and half as often four writers at once.  Exits 1 when anything was lost, half there, or left for ever;
what was found then stays in a folder that is named.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.crashes import journals
from tests.crashes.lines import survive_lines
from tests.crashes.rounds import Survived, survive
from tests.crashes.table import chance_of, numbers, told
from tests.crashes.verbs import VERBS, import_everything
from tests.crashes.writers import survive_writers


def main(rounds: int, seed: int) -> int:
    """Run all rounds, print a table, and give the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="journal-crashes-"))
    os.environ |= {"XDG_CONFIG_HOME": str(folder / "no-settings"), "TZ": "UTC"}
    template = folder / "template"
    template.mkdir()
    journals.make(template)
    import_everything(template, folder / "whole")
    status = told(_all(template, folder, rounds, seed))
    if status:
        print(f"What is left of them is in {folder}.")
    else:
        shutil.rmtree(folder)
    return status


def _all(template: Path, folder: Path, rounds: int, seed: int) -> Iterator[Survived]:
    yield survive_lines(template, folder, 4 * rounds, chance_of(seed, "log"))
    for verb in VERBS:
        place = folder / verb.name.replace(" ", "-")
        yield survive(verb, template, place, rounds, chance_of(seed, verb.name))
    yield survive_writers(template, folder, max(1, rounds // 2), chance_of(seed, "writers"))


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:])))
