"""Rows a second of each format, whole processes from an empty journal; and megabytes of an Apple Health export."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import apple_health, formats, made_up
from tests.benchmarks.figures import Figure, memory, speed
from tests.benchmarks.memory import peak
from tests.benchmarks.place import Place, journal
from tests.benchmarks.turns import ended

SETS = 20_000
ROWS = 5_000
FILES = 200
MEGABYTES = 150
_UNITS = ("--weight-unit", "kg", "--distance-unit", "km")


def measure(place: Place) -> Iterator[Figure]:
    """Strong with its goal, then every other format."""
    strong = _written(place.folder / "strong.csv", made_up.strong_csv(SETS))
    taken = min(_imported(place, strong) for _ in range(2))
    yield speed(
        f"import of {SETS:,} sets of Strong", SETS / taken, "sets", 5000, "least of 2, whole processes"
    )
    how = f"{ROWS:,} rows, one whole process"
    for name, lines in formats.FILES.items():
        file = _written(place.folder / f"{lines.__name__}.csv", "\n".join(lines(ROWS)) + "\n")
        yield speed(f"import of {name}", ROWS / _imported(place, file), "rows", how=how)
    out = place.folder / "to-import"
    ended(journal("export", str(out), "--db", str(place.one)))()
    rows = sum(len(file.read_bytes().splitlines()) - 1 for file in out.iterdir())
    yield speed(
        "import of the journal's own CSV", rows / _imported(place, out), "rows", how=f"{rows:,} rows, once"
    )
    files = _runs(place.folder)
    taken = _imported(place, *files)
    yield speed(
        "import of GPX files in one call", FILES / taken, "files", how=f"{FILES} files of 200 points, once"
    )


def apple(place: Place) -> Iterator[Figure]:
    """A large export and one a third of it: memory does not grow with the file."""
    for size in (MEGABYTES // 3, MEGABYTES):
        export = place.folder / "export.xml"
        apple_health.made(export, size * 1_000_000)
        megabytes = export.stat().st_size / 1e6
        call = journal("import", str(export), "--dry-run", "--quiet", *_new(place, "apple.db"))
        how = f"{megabytes:.0f} MB, --dry-run, once"
        yield speed("import of Apple Health", megabytes / ended(call)(), "MB", how=how)
        yield memory("most memory of it", peak(call), how=how)


def _imported(place: Place, *files: Path) -> float:
    """Seconds of an import into a journal that is made for it, in a folder of its own."""
    call = journal("import", *map(str, files), "--quiet", *_UNITS, *_new(place, "import.db"))
    return ended(call)()


def _new(place: Place, name: str) -> Sequence[str]:
    """A journal that is not there yet."""
    number = sum(1 for _ in place.folder.glob("new-*"))
    folder = place.folder / f"new-{number}"
    folder.mkdir()
    return "--db", str(folder / name)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _runs(folder: Path) -> list[Path]:
    """Runs of 200 points, one a day."""
    point = '<trkpt lat="{:.4f}" lon="11.0"><ele>520</ele><time>{}T15:{:02d}:{:02d}Z</time></trkpt>'
    files = list[Path]()
    for number in range(FILES):
        day = f"20{16 + number // 336}-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
        points = "".join(point.format(48 + n / 10_000, day, n // 12, n % 12 * 5) for n in range(200))
        track = f"<trk><name>Run</name><type>running</type><trkseg>{points}</trkseg></trk>"
        space = 'version="1.1" xmlns="http://www.topografix.com/GPX/1/1"'
        files.append(_written(folder / f"run-{number}.gpx", f"<gpx {space}>{track}</gpx>"))
    return files
