"""Import an Apple Health export of any size, dry: `python -m tests.benchmarks.apple_health [MB]`, 1000 when not said.

Makes the file, as a phone and a watch fill it in some years, imports it by the command with `--dry-run` and prints
megabytes a second and the most memory that the process took, beside those of an export a tenth of that size.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.benchmarks.measure import python

DEVICE = (
    "&lt;&lt;HKDevice: 0x2812ab0c0&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "
    "hardware:Watch7,5, software:11.1&gt;"
)
WATCH, PHONE = "Apple Watch", "iPhone"
SLEEP = "HKCategoryValueSleepAnalysis"
BEATS_A_DAY = 1_800
FIRST = datetime(2016, 1, 1, tzinfo=UTC)


def main(megabytes: int) -> None:
    """Measure an export of that size, a tenth of it, and the large one packed; print one line of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in (max(megabytes // 10, 1), megabytes):
            export = folder / f"export-{size}.xml"
            made(export, size * 1_000_000)
            _measure(export, export.stat().st_size)
        packed = folder / "export.zip"
        with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(export, "apple_health_export/export.xml")
        _measure(packed, export.stat().st_size)


def made(path: Path, size: int) -> None:
    """Write an export of that many bytes, or one day more."""
    with path.open("w", encoding="utf-8") as file:
        written = file.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_US">\n')
        day = FIRST
        while written < size:
            written += file.write("".join(_day(day)))
            day += timedelta(days=1)
            if day.year > 2025:
                day = FIRST
        file.write("</HealthData>\n")


def _day(day: datetime) -> Iterator[str]:
    """What a day leaves behind: beats and steps, a night in stages, four drinks, a weight, a run."""
    for beat in range(BEATS_A_DAY):
        kind = ("HeartRate", "count/min") if beat % 3 else ("ActiveEnergyBurned", "kcal")
        yield _record(kind[0], day + timedelta(seconds=48 * beat), 48, kind[1], str(60 + beat % 50))
    for stretch in range(20):
        stage = ("Core", "Deep", "REM")[stretch % 3]
        start = day - timedelta(minutes=60 - 21 * stretch)
        yield _record("SleepAnalysis", start, 1260, "", f"{SLEEP}Asleep{stage}")
    yield _record("SleepAnalysis", day - timedelta(hours=1), 28_800, "", f"{SLEEP}InBed", PHONE)
    for drink in range(4):
        yield _record("DietaryWater", day + timedelta(hours=8 + 3 * drink), 0, "mL", "300", PHONE)
    yield _record("BodyMass", day + timedelta(hours=7), 0, "kg", f"{75 + day.day / 10}", PHONE)
    yield (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" '
        f'sourceName="{WATCH}" startDate="{_at(day + timedelta(hours=18))}" '
        f'endDate="{_at(day + timedelta(hours=18, minutes=30))}">\n'
        '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.2" unit="km"/>\n'
        " </Workout>\n"
    )


def _record(kind: str, start: datetime, seconds: int, unit: str, value: str, source: str = WATCH) -> str:
    prefix = "HKCategoryTypeIdentifier" if kind == "SleepAnalysis" else "HKQuantityTypeIdentifier"
    said = f' unit="{unit}"' if unit else ""
    return (
        f' <Record type="{prefix}{kind}" sourceName="{source}" sourceVersion="11.1" device="{DEVICE}"{said} '
        f'creationDate="{_at(start)}" startDate="{_at(start)}" '
        f'endDate="{_at(start + timedelta(seconds=seconds))}" value="{value}"/>\n'
    )


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} +0000"


def _measure(export: Path, size: int) -> None:
    """Import it dry in a process of its own and print how that went."""
    command = python("-m", "journal", "import", str(export), "--dry-run", "--format", "json", "--quiet")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--db", f"{folder}/journal.db"], stdout=subprocess.PIPE, env=os.environ | {"TZ": "UTC"}
        )
        told = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    found = json.loads(told) if process.returncode == 0 else {"read": {"rows": 0}, "added": {}}
    print(
        f"{export.name}: {size / 1e6:,.0f} MB of XML, {found['read']['rows']:,} elements in {taken:.1f} s: "
        f"{size / 1e6 / taken:.0f} MB/s, at most {used.ru_maxrss / 1024:.0f} MB of memory; "
        f"status {process.returncode}, added {found['added']}",
        flush=True,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
