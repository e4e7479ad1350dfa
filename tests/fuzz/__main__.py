"""Fuzzing: `python -m tests.fuzz [quick-entry|journal|FORMAT...] [SECONDS]` from the project's folder.

Coverage-guided by atheris where that is installed (`pip install atheris`), else random changes of the inputs to
begin with; both also change what lies behind checksums and packing.  Each target has `SECONDS` (60).  What raises is
kept in `fuzz-found/`, once for each place that raised, and told; a copy in `tests/fuzz/kept/TARGET/` makes it a test.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).parents[1] / "interchange"))
FOUND = Path("fuzz-found")
SLOW_SECONDS = 5
_LONGEST = 60_000
"""Bytes of an input: what is cut off the end of an archive or a database makes it none."""
_ALONE = "--one"


def main(arguments: list[str]) -> int:
    """Fuzz what is named, or everything; status 1 when anything was found."""
    if arguments[:1] == [_ALONE]:
        return _one(arguments[1], int(arguments[2]))
    from tests.fuzz.targets import targets

    seconds = int(arguments.pop()) if arguments and arguments[-1].isdecimal() else 60
    found = 0
    for name in arguments or targets():
        # A process for each: what one does to memory and to the finder of coverage stays its own.
        FOUND.mkdir(exist_ok=True)
        with (FOUND / f"{name}.log").open("wb") as log:
            call = [sys.executable, "-m", "tests.fuzz", _ALONE, name, str(seconds)]
            found += subprocess.run(call, stderr=log, check=False).returncode
    return int(found > 0)


def _one(name: str, seconds: int) -> int:
    guided = _atheris()
    from tests.fuzz.targets import targets

    target = targets()[name]
    trial = Trial(name, target.takes)
    for seed in target.seeds:
        trial.take(seed)
    if guided:
        _guided(trial, target.seeds, seconds)
    _random(trial, target.seeds, seconds)
    return trial.tell()


def _atheris() -> bool:
    """Whether atheris is there; then everything of the journal that is imported from here on is watched."""
    try:
        import atheris
    except ImportError:
        return False
    with atheris.instrument_imports(include=["journal"], enable_loader_override=False):
        import tests.fuzz.targets  # noqa: F401
    return True


class Trial:
    """Gives inputs to a target, counts them, and keeps those that it could not take."""

    def __init__(self, name: str, takes: Callable[[bytes], None]) -> None:
        self.name, self._takes = name, takes
        self.count = 0
        self._places: set[str] = set()
        self._slowest = (0.0, b"")

    def take(self, data: bytes) -> None:
        """Try one input."""
        self.count += 1
        before = time.perf_counter()
        try:
            self._takes(data)
        except Exception as error:  # noqa: BLE001 - anything that is raised is what is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(data, f"{type(error).__name__}: {error} ({last.filename}:{last.lineno})")
        taken = time.perf_counter() - before
        if taken > self._slowest[0]:
            self._slowest = (taken, data)

    def _keep(self, data: bytes, what: str) -> None:
        place = what[-80:]
        if place in self._places:
            return
        self._places.add(place)
        folder = FOUND / self.name
        folder.mkdir(parents=True, exist_ok=True)
        (file := folder / sha256(data).hexdigest()[:12]).write_bytes(data)
        print(f"FOUND in {self.name}: {what[:300]}: {file}", flush=True)

    def tell(self) -> int:
        """Say how it went; how many places raised."""
        seconds, data = self._slowest
        if seconds > SLOW_SECONDS:
            self._keep(data, f"it took {seconds:.1f} s")
        print(
            f"{self.name}: {self.count:,} inputs, {len(self._places)} found, the slowest took {seconds:.2f} s",
            flush=True,
        )
        return len(self._places)


def _guided(trial: Trial, seeds: tuple[bytes, ...], seconds: int) -> NoReturn:
    import atheris

    from tests.fuzz.behind import changed

    folder = tempfile.TemporaryDirectory()
    for number, seed in enumerate(seeds):
        (Path(folder.name) / str(number)).write_bytes(seed)
    until = time.monotonic() + seconds

    def watched(data: bytes) -> None:
        if time.monotonic() > until:
            folder.cleanup()
            # The library never returns; what it would say at an ordinary end is of no use here.
            os._exit(trial.tell())
        trial.take(data)

    def mutated(data: bytes, longest: int, number: int) -> bytes:
        made = changed(data, lambda content: bytes(atheris.Mutate(content, longest)), random.Random(number))  # noqa: S311
        return made if len(made) <= longest else bytes(atheris.Mutate(data, longest))

    options = [f"-max_len={_LONGEST}", "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={FOUND}/"]
    atheris.Setup(["fuzz", *options, folder.name], watched, custom_mutator=mutated)
    atheris.Fuzz()
    raise SystemExit


def _random(trial: Trial, seeds: tuple[bytes, ...], seconds: int) -> None:
    from tests.fuzz.behind import changed

    dice = random.Random(trial.name)  # noqa: S311 - the same changes every time
    kept = [seed for seed in seeds if seed] or [b"a,b\n1,2\n"]

    def mixed(content: bytes) -> bytes:
        data = bytearray(content)
        for _ in range(dice.choice([1, 1, 2, 4, 16])):
            _change(data, dice, kept)
        return bytes(data[:_LONGEST])

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        trial.take(changed(dice.choice(kept), mixed, dice))


def _change(data: bytearray, dice: random.Random, seeds: list[bytes]) -> None:
    place = dice.randrange(len(data) + 1)
    length = dice.choice([1, 1, 2, 4, 10, 100])
    other = dice.choice(seeds)
    start = dice.randrange(len(other))
    match dice.randrange(5):
        case 0:
            data[place : place + 1] = bytes([dice.randrange(256)])
        case 1:
            del data[place : place + length]
        case 2:
            data[place:place] = other[start : start + length]
        case 3:
            data[place : place + length] = other[start : start + length]
        case _:
            data[place : place + length] = dice.choice(
                [
                    b"-1",
                    b"0",
                    b"9" * 20,
                    b"1e999",
                    b"nan",
                    b"\0",
                    b"\n",
                    b'"',
                    b",",
                    b"\xff",
                    "½".encode(),
                    b"",
                ]
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
