"""Print how fast the journal is on this machine: `python -m tests.benchmarks` from the project's folder.

Parts of it by name, such as `python -m tests.benchmarks log report`; a wrong name lists them.  The programs of a ratio
take turns, so that other work on the machine slows down one as much as the other: read the ratios and whether they
meet their goals; the milliseconds depend on the machine.
"""

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.benchmarks import answers, exporting, importing, log, memory, screens, start, walking
from tests.benchmarks.figures import Figure, head
from tests.benchmarks.place import Place

PARTS: Mapping[str, Callable[[Place], Iterable[Figure]]] = {
    "paint": screens.paint,
    "table": walking.measure,
    "keys": screens.typing,
    "pages": screens.opening,
    "start": start.imports,
    "log": log.measure,
    "copies": start.copies,
    "report": answers.of_now,
    "rules": answers.of_all,
    "export": exporting.measure,
    "import": importing.measure,
    "apple": importing.apple,
    "memory": memory.measure,
}


def main(names: list[str]) -> int:
    """Measure the parts, all when none is named, and print one table.  The exit status is 2 for a wrong name."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"{', '.join(unknown)}: no such part; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    started = time.perf_counter()
    print(f"{machine}, Python {platform.python_version()}\n\n{head()}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        for name in names or PARTS:
            for figure in PARTS[name](place):
                print(figure.row, flush=True)
    print(f"\n{time.perf_counter() - started:.0f} seconds")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
