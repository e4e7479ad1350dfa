"""Kill the program, and the server, while journals lie on PostgreSQL: `python -m tests.crashes.server [ROUNDS] [SEED]`.

From the project's folder; Linux, with Debian's `postgresql`: a server of its own is started on the loopback.  What
`python -m tests.crashes` does to files happens here to journals on that server, and they are looked at with the driver
alone.  Left out is what is about files (a damaged and a deleted journal).  Besides, the server dies in the midst of
four writers (`pg_ctl -m immediate stop`) and is started again.  Exits 1 when anything was lost or half there.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.crashes import journals
from tests.crashes.cluster import Cluster
from tests.crashes.databases import Databases, filled
from tests.crashes.rounds import Survived
from tests.crashes.server_rounds import survive, survive_lines, verbs_of
from tests.crashes.server_writers import survive_deaths, survive_writers
from tests.crashes.table import chance_of, numbers, told
from tests.crashes.verbs import import_everything


def main(rounds: int, seed: int) -> int:
    """Run all rounds, print a table, and give the exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # who is told to end takes the server along
    folder = Path(tempfile.mkdtemp(prefix="journal-crashes-"))
    os.environ |= {"XDG_CONFIG_HOME": str(folder / "no-settings"), "TZ": "UTC"}
    cluster = Cluster()
    try:
        status = told(_all(Databases(cluster), folder, rounds, seed))
    finally:
        cluster.remove()
    if status:
        print(f"What is left of them is in {folder}.")
    else:
        shutil.rmtree(folder)
    return status


def _all(databases: Databases, folder: Path, rounds: int, seed: int) -> Iterator[Survived]:
    template = folder / "template"
    template.mkdir()
    journals.make(template)
    import_everything(template, folder / "whole")
    url = filled(databases, template / journals.NAME, folder)
    older = template / "elsewhere" / "older.db"
    yield survive_lines(databases, url, folder / "log", 4 * rounds, chance_of(seed, "log"))
    for verb in verbs_of(databases, url, older):
        place = folder / verb.name.replace(" ", "-")
        yield survive(verb, databases, place, rounds, chance_of(seed, verb.name))
    several = max(1, rounds // 2)
    yield survive_writers(databases, url, folder / "writers", several, chance_of(seed, "writers"))
    yield survive_deaths(databases, url, folder / "deaths", several, chance_of(seed, "deaths"))


if __name__ == "__main__":
    sys.exit(main(*numbers(sys.argv[1:])))
