"""Files that were made to do harm: refused in one sentence, in bounded time and memory, and nothing is written.

Every import runs in a process of its own that the system ends when it takes more: a copy of one that has loaded the
program and has read nothing but a harmless file.
"""

import gzip
import json
import os
import sqlite3
import struct
import subprocess
import sys
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")

MEMORY_MB = 2_500
"""Of addresses; what the program loads before it reads anything takes a fifth of it."""
CPU_SECONDS = 20
SECONDS = 60
LIMITED = f"""
import json, os, resource, signal, sys, traceback
from journal.cli import run
run(["import", sys.argv[1], "--dry-run", "--quiet", "--weight-unit", "kg", "--db", sys.argv[2]])
for line in sys.stdin:
    asked = json.loads(line)
    if not os.fork():
        for number, name in enumerate((os.devnull, asked["out"], asked["err"])):
            os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC), number)
        os.chdir(asked["folder"])
        os.environ.update(asked["environment"])
        resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_MB} << 20,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, ({CPU_SECONDS},) * 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20,) * 2)
        signal.alarm({SECONDS})
        try:
            status = run(asked["arguments"])
        except BaseException:
            traceback.print_exc()
            status = 1
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # to take down the copy in good order would cost more than most imports
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
"""
STRONG = b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
SQUAT = b'2024-03-05 18:00:00,"Evening",1h 5m,"Squat",1,100,5,0,0,"","",\n'
PAIN = b"id,at,region,score\n"
GPX = b'<?xml version="1.0"?>\n%s<gpx version="1.1"><trk><name>%s</name>%s</trk></gpx>'
TCX = b'<?xml version="1.0"?>\n%s<TrainingCenterDatabase><Activities>%s</Activities></TrainingCenterDatabase>'
HEALTH = b'<?xml version="1.0"?>\n%s<HealthData locale="en_US">%s</HealthData>'
LAUGHS = b'<!DOCTYPE %%s [<!ENTITY a "ha">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + place, b"&%c;" % (97 + place) * 10) for place in range(12)
)
BLOWUP = b'<!DOCTYPE %%s [<!ENTITY m "%s">]>' % (b"x" * 100_000)
OUTSIDE = b'<!DOCTYPE %s [<!ENTITY m SYSTEM "file:///etc/passwd">]>'
ELSEWHERE = b'<!DOCTYPE %s [<!ENTITY %% x SYSTEM "http://127.0.0.1:9/x.dtd">%%x;]>'
MB = 1 << 20


@dataclass(frozen=True)
class Told:
    """What an import in a limited process said."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    """Runs the program in a limited process, in the folder and the environment of the test."""
    folder = tmp_path_factory.mktemp("limited")
    (folder / "strong.csv").write_bytes(STRONG + SQUAT)
    out, err = folder / "out", folder / "err"

    def run(*arguments):
        asked = {
            "folder": str(Path.cwd()),
            "environment": dict(os.environ),
            "out": str(out),
            "err": str(err),
            "arguments": arguments,
        }
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        status = int(process.stdout.readline())
        return Told(status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))

    with subprocess.Popen(
        [sys.executable, "-c", LIMITED, folder / "strong.csv", folder / "home" / "journal.db"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        yield run
        process.stdin.close()


@pytest.fixture
def bring_in(limited, db, tmp_path):
    """Imports a file or folder in a limited process; the files beside it must be the same afterwards."""

    def bring_in(path, *more):
        before = _all_files(tmp_path)
        told = limited("import", str(path), *more)
        assert all(db.parent in file.parents for file in _all_files(tmp_path) - before)
        assert not Path("/tmp/evil.gpx").exists()  # noqa: S108 - where a trick would put it
        names = [file.name for file in (Path(path), *Path(path).rglob("*"))]
        assert told.status != 2 or any(name in told.err for name in names), told.err
        return told

    return bring_in


def _all_files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.is_dir()}


def refused(told: Told, *words: str) -> None:
    """Whether it was refused in one sentence that has all of the words."""
    assert told.status == 2, told
    assert told.err.count("\n") == 1, told.err
    assert len(told.err) < 700
    for word in words:
        assert word in told.err, told.err


def sparse(path: Path, head: bytes, size: int) -> Path:
    """A file that begins so and claims a size, without taking room on the disk."""
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


# Too large


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("strong.csv", STRONG + SQUAT),
        ("any.csv", b"Date,Exercise,Weight (kg),Reps\n" + b"2024-03-05,Squat,100,5\n" * 3000),
        ("pain.csv", PAIN),
        ("journal.json", b'{"format": 1, "tables": {"pain": ['),
        ("run.gpx", GPX[:60]),
        ("run.fit", b"\x0e\x20\x00\x00\x00\x00\x00\x40.FIT\0\0"),
    ],
)
def test_a_line_of_a_gigabyte_is_not_read(bring_in, tmp_path, name, head):
    refused(bring_in(sparse(tmp_path / name, head, 1 << 30)), "larger than 64 MB")


def test_a_folder_with_a_file_of_a_gigabyte_is_not_read(bring_in, tmp_path):
    (folder := tmp_path / "export").mkdir()
    sparse(folder / "pain.csv", PAIN, 1 << 30)
    refused(bring_in(folder), "pain.csv", "larger than 64 MB")


def test_a_note_of_twenty_megabytes_is_read_or_refused(bring_in, tmp_path):
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG + SQUAT.replace(b'"","",', b'"' + b"long " * (4 * MB) + b'","",'))
    told = bring_in(path, "--weight-unit", "kg", "--distance-unit", "km")
    assert told.status in (0, 1, 2)
    assert "Traceback" not in told.err
    assert told.err.count("\n") <= 1


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("wide.csv", (b"", b"a,", 10_000_000), ""),
        ("wide.csv", (STRONG, b"ab,", 10_000_000), "columns"),
        ("long.csv", (STRONG, b"x\n", 1_100_000), "rows"),
        ("pain.csv", (PAIN, b"\n", 1_100_000), "rows"),
        ("pain.json", (b'{"tables": {"pain": [', b"{},", 4_000_000), "JSON"),
        ("deep.json", (b'{"format": 1, "tables": ', b"[", 10_000_000), "deep"),
        ("deep.json", (b"", b'{"tables":', 1_000_000), "deep"),
        ("digits.json", (b'{"format": 1', b"0", 10_000_000), "digits"),
        ("nul.csv", (b"", b"\0", 3_000_000), ""),
        ("quotes.csv", (STRONG, b'"', 3_000_001), ""),
    ],
)
def test_more_than_anybody_writes_is_refused(bring_in, tmp_path, name, content, word):
    path = tmp_path / name
    head, again, times = content
    path.write_bytes(head + again * times)
    refused(bring_in(path, "--weight-unit", "kg", "--distance-unit", "km"), word)


@pytest.mark.parametrize("name", ["Lift %d", "举重%d"])
def test_more_exercises_than_anybody_does_are_refused(bring_in, tmp_path, name):
    names = (name.replace("%d", str(number)) for number in range(20_000))
    rows = "".join(f'2024-03-05 18:00:00,"Evening",1h,"{one}",1,100,5,0,0,"","",\n' for one in names)
    (tmp_path / "strong.csv").write_text(STRONG.decode() + rows, encoding="utf-8")
    told = bring_in(tmp_path / "strong.csv", "--weight-unit", "kg")
    refused(told, "strong.csv names more than 5,000 exercises that nobody knows")


def test_a_document_with_more_records_than_anybody_writes_is_refused(bring_in, tmp_path):
    path = tmp_path / "journal.json"
    path.write_bytes(b'{"format": 1, "tables": {"pain": [%s{}]}}' % (b"{}," * 1_000_000))
    refused(bring_in(path), "1,000,001 records")


@pytest.mark.parametrize(
    ("name", "head", "row"),
    [
        ("pain.csv", PAIN, b"x,y,z,9\n"),
        ("strong.csv", STRONG, b"2024-03-05,x,y,z\n"),
        ("any.csv", b"Date,Exercise,Weight (kg),Reps\n", b"2024-03-05,Squat,abc,def\n"),
    ],
)
def test_a_list_of_faults_does_not_fill_the_memory(bring_in, tmp_path, name, head, row):
    (path := tmp_path / name).write_bytes(head + row * 55_000)
    refused(bring_in(path, "--skip-bad-rows"), "more than 50,000 places", "line 2")


def test_nul_bytes_are_taken_out_of_a_table(bring_in, journal, tmp_path):
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG + SQUAT.replace(b"Squat", b"Sq\0uat"))
    assert bring_in(path, "--weight-unit", "kg", "--distance-unit", "km").status == 0
    assert journal("export", "out", "--quiet").status == 0
    assert ",squat," in Path("out/sets.csv").read_text(encoding="utf-8")


# XML


@pytest.mark.parametrize(
    ("name", "form", "root"),
    [
        ("run.gpx", GPX, b"gpx"),
        ("run.tcx", TCX, b"TrainingCenterDatabase"),
        ("export.xml", HEALTH, b"HealthData"),
    ],
)
@pytest.mark.parametrize(
    "trick", [LAUGHS, BLOWUP, OUTSIDE, ELSEWHERE], ids=["laughs", "blowup", "file", "address"]
)
def test_declared_entities_are_refused(bring_in, tmp_path, name, form, root, trick):
    fill = (trick % root, b"&m;" * 10_000, b"")[: form.count(b"%s")]
    (path := tmp_path / name).write_bytes(form % fill)
    refused(bring_in(path), "entities")


@pytest.mark.parametrize(
    ("name", "form"),
    [("run.gpx", GPX), ("run.tcx", TCX), ("export.xml", HEALTH)],
    ids=["gpx", "tcx", "health"],
)
def test_elements_within_elements_without_end_are_refused(bring_in, tmp_path, name, form):
    fill = (b"", b"<a>" * 10_000_000, b"")[: form.count(b"%s")]
    (path := tmp_path / name).write_bytes(form % fill)
    refused(bring_in(path), "nests its elements")


def test_elements_without_number_are_refused(bring_in, tmp_path):
    (path := tmp_path / "run.gpx").write_bytes(GPX % (b"", b"Run", b"<a/>" * 2_100_000))
    refused(bring_in(path), "elements")


# Archives


def archive(path: Path, members: dict[str, bytes]) -> Path:
    """A packed archive."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_an_archive_that_would_fill_the_disk_is_refused(bring_in, tmp_path):
    path = tmp_path / "export.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as file, file.open("apple_health_export/export.xml", "w") as member:
        member.write(HEALTH[:40])
        for _ in range(100):
            member.write(b" " * MB)
    refused(bring_in(path), "times its size")


def test_the_same_packed_bytes_listed_a_thousand_times_are_not_read_a_thousand_times(bring_in, tmp_path):
    packer = zlib.compressobj(wbits=-15)
    data = GPX[:50] + b" " * (60 * MB)
    packed = packer.compress(data) + packer.flush()
    facts = (zlib.crc32(data), len(packed), len(data), 5)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, *facts, 0) + b"a.gpx" + packed
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, *facts, 0, 0, 0, 0, 0, 0) + b"a.gpx"
    listed = entry * 1000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1000, 1000, len(listed), len(local), 0)
    (path := tmp_path / "export.zip").write_bytes(local + listed + end)
    refused(bring_in(path), "export.zip")


def test_what_is_packed_twice_is_not_unpacked_without_end(bring_in, tmp_path):
    bomb = gzip.compress(gzip.compress(b" " * (100 * MB)))
    path = archive(tmp_path / "export.zip", {f"{place}.gpx.gz": bomb for place in range(1000)})
    refused(bring_in(path), "export.zip")


def test_an_archive_in_an_archive_is_not_opened(bring_in, tmp_path):
    inner = archive(tmp_path / "inner.zip", {"run.gpx": GPX % (b"", b"Run", b"")}).read_bytes()
    refused(bring_in(archive(tmp_path / "export.zip", {"inner.zip": inner})), "export.zip")


def test_a_table_of_contents_without_end_is_refused(bring_in, tmp_path):
    entry = (
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0) + b"a.gpx"
    )
    listed = entry * 1_000_000
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 65535, 65535, len(listed), 4, 0)
    (path := tmp_path / "export.zip").write_bytes(b"PK\3\4" + listed + end)
    refused(bring_in(path), "export.zip")


def test_names_in_an_archive_lead_nowhere(bring_in, tmp_path):
    track = GPX % (b"", b"Run", b"")
    link = ZipInfo("link.gpx")
    link.external_attr = 0o120777 << 16
    names = ("../../evil.gpx", "/tmp/evil.gpx", "C:\\evil.gpx", "a/../../../evil.gpx", "\x1b[31mevil.gpx")  # noqa: S108
    path = tmp_path / "export.zip"
    with ZipFile(path, "w") as file:
        file.writestr(link, "/etc/passwd")
        for name in names:
            file.writestr(name, track)
    told = bring_in(path)
    refused(told, "export.zip")
    assert "root:" not in told.err
    assert "\x1b" not in told.err


# SQLite


@pytest.mark.parametrize(
    "statements",
    [
        # A view that never ends, in the place of the log.
        (
            "CREATE VIEW training_log AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS exercise_id, i AS date, i AS metric_weight, i AS reps FROM n;"
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
        ),
        # A column that is computed, in the place of a text.
        (
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT AS (hex(zeroblob(400000000))));"
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps);"
            "INSERT INTO exercise (_id) VALUES (1);"
        ),
        # A constraint that takes for ever to check.
        (
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps);"
            "PRAGMA ignore_check_constraints = ON;"
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT CHECK (length(hex(zeroblob(400000000))) = 1));"
            "INSERT INTO exercise VALUES (1, 'a');"
        ),
    ],
    ids=["a view", "a computed column", "a constraint"],
)
def test_nothing_in_a_database_is_run(bring_in, tmp_path, statements):
    path = tmp_path / "FitNotes.fitnotes"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
        connection.commit()
    told = bring_in(path)
    assert told.status in (0, 2), told
    assert told.err.count("\n") <= 1


def test_triggers_of_a_database_never_fire(bring_in, tmp_path):
    path = tmp_path / "FitNotes.fitnotes"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps);"
            "INSERT INTO exercise VALUES (1, 'Squat');"
            "INSERT INTO training_log VALUES (1, 1, '2024-03-05', 100, 5);"
            "CREATE TRIGGER t AFTER INSERT ON exercise BEGIN DELETE FROM training_log; END;"
        )
    before = path.read_bytes()
    assert bring_in(path).status == 0
    assert path.read_bytes() == before


# What is no file


@pytest.mark.parametrize("source", ["auto", "journal", "apple-health", "activities"])
def test_pipes_and_devices_are_refused_at_once(bring_in, tmp_path, source):
    os.mkfifo(pipe := tmp_path / "pipe")
    refused(bring_in(pipe, "--from", source))
    refused(bring_in("/dev/zero", "--from", source))


def test_a_pipe_in_a_folder_is_not_waited_for(bring_in, tmp_path):
    (folder := tmp_path / "export").mkdir()
    os.mkfifo(folder / "pain.csv")
    refused(bring_in(folder), "pain.csv")


def test_links_that_lead_to_themselves_lead_nowhere(bring_in, tmp_path):
    (loop := tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    refused(bring_in(loop), "loop.csv")
    (folder := tmp_path / "folder").mkdir()
    (folder / "activities").symlink_to(folder)
    (folder / "run.gpx").write_bytes(GPX % (b"", b"Run", b""))
    assert bring_in(folder).status == 2


def test_a_file_that_is_longer_than_it_says_is_read_to_its_end():
    from journal.interchange.disk import read_bytes

    status = Path("/proc/self/status")
    assert status.stat().st_size == 0
    assert read_bytes(status).startswith(b"Name:")
    assert len(read_bytes(status)) > 500


def test_formulas_of_a_file_leave_as_text(bring_in, journal, tmp_path):
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG + SQUAT.replace(b'"","",', b'"=HYPERLINK(""http://a.b"")","@SUM(A1)",'))
    assert bring_in(path, "--weight-unit", "kg", "--distance-unit", "km").status == 0
    assert journal("export", "out", "--quiet").status == 0
    said = [file.read_text(encoding="utf-8") for file in Path("out").iterdir()]
    assert any("'=HYPERLINK" in text for text in said)
    assert any("'@SUM" in text for text in said)
    assert not any(",=" in text or ',"=' in text or ",@" in text for text in said)
