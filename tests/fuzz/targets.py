"""What is fuzzed: the quick entry and the reader of every format, each with inputs to begin with.

A target takes any bytes.  It returns when they were understood or refused in a sentence, and raises when not.
"""

import importlib
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo
from zoneinfo import ZoneInfo

from journal.entry import NotUnderstood, Writer, complete, parse, spell
from journal.errors import CouldNot, Refused
from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.any_csv import generic
from journal.interchange.own import journal_files
from journal.interchange.recognise import FOREIGN, recognise
from journal.interchange.rows.foreign import Options
from journal.vocabulary import DistanceUnit, MassUnit

QUICK_ENTRY = "quick-entry"
OWN = "journal"
_ZONE = ZoneInfo("Europe/Berlin")
_WRITER = Writer(datetime.fromisoformat("2026-11-25T18:30:00+01:00"), _ZONE, catalogue())
OPTIONS = Options(
    catalogue=catalogue(),
    zone=_ZONE,
    weight_unit=MassUnit.KG,
    distance_unit=DistanceUnit.KM,
    today=date(2026, 11, 22),
    file="export",
)
LINES = """
squat 60kg 5 warmup, 5x5 100kg @8 // slow
bench 60kg 8,8,7; row 1x10 135lb drop
pull up 1x5 +10
dips 1x8 -20kg failure
plank 2x45s
run 5km 28:30 @6 trail
session 55min @7 warmup 10 cooldown 5 rushed stopped
pain lower back left 4 dull after since 2026-11-20 lift
pain low back 6/10 to left thigh sharp sudden no pop
symptom saddle-numbness no left
ice lower back 15min wrapped
ibuprofen 2x200mg
water 2 cups; coffee 0,5l; tea 8 oz
urine 4 first vitamins
sleep 7:30 quality 4 on side stress 4 weight 80kg sitting 8h cigarettes 2
yesterday 18:00 run 5km 27:00; pain knee left 2 // after the hill
2h ago yoga 1h30
""".strip().splitlines()
_ID = "00000000-0000-4000-8000-000000000001"
_AT = "2026-11-20T18:30:00+01:00"
OWN_FILES = (
    f"id,at,time_known,region,side,score,qualities,context,note\n{_ID},{_AT},yes,knee,left,4,dull;ache,at-rest,'=1\n",
    f"id,started_at,kind,duration_min,form_flags\n{_ID},{_AT},strength,28.5,arched;rushed\n",
    'date,at,body_weight_kg,sleep_h,stress,note\n2026-11-20,,61.235,7.5,3,"a\nb"\n',
    json.dumps(
        {
            "format": 1,
            "schema": "pain-and-workout-journal/1",
            "tables": {
                "pain": [{"id": _ID, "at": _AT, "region": "knee", "score": 4}],
                "profile": [{"key": "birth_year", "value": "1980"}],
            },
        }
    ),
)


@dataclass(frozen=True)
class Target:
    """Something that takes any bytes."""

    name: str
    seeds: tuple[bytes, ...]
    takes: Callable[[bytes], None]


@cache
def targets() -> dict[str, Target]:
    """All of them by name: the quick entry, the journal's own files, and every module of another format."""
    found = [
        Target(QUICK_ENTRY, tuple(line.encode() for line in LINES), _quick_entry),
        Target(OWN, tuple(text.encode() for text in OWN_FILES), _own),
    ]
    for form in FOREIGN:
        name = form.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
        found.append(Target(name, tuple(_samples(name)), _reader(form)))
    return {target.name: target for target in found}


def _samples(name: str) -> Iterator[bytes]:
    if name == "activity_folder":
        yield from _archives()
        return
    try:
        module = importlib.import_module(f"samples.{name}")
    except ModuleNotFoundError:
        return
    yield from module.samples().values()


def _archives() -> Iterator[bytes]:
    """Activities in an archive, plain and packed."""
    for how in (ZIP_STORED, ZIP_DEFLATED):
        made = io.BytesIO()
        with ZipFile(made, "w", how) as archive:
            for kind in ("gpx", "tcx", "fit"):
                for number, data in enumerate(_samples(kind)):
                    archive.writestr(ZipInfo(f"activities/{number}.{kind}"), data, how)
        yield made.getvalue()


def _quick_entry(data: bytes) -> None:
    line = data.decode("utf-8", "ignore")
    complete(line, _WRITER)
    try:
        understood = parse(line, _WRITER)
    except NotUnderstood as doubt:
        _is_a_sentence(doubt.sentence)
        if not 0 <= doubt.start <= doubt.end <= len(doubt.line):
            raise
        return
    for one in understood:
        assert one.words
        assert "\n" not in one.words
        written = spell(one.entry, _WRITER)
        assert [spell(again.entry, _WRITER) for again in parse(written, _WRITER)] == [written], written


def _own(data: bytes) -> None:
    def read(path: Path) -> None:
        told = journal_files.read(path, catalogue(), lambda kind, key: False)
        _check(told)

    _with_file(data, read)


def _reader(form: object) -> Callable[[bytes], None]:
    def takes(data: bytes) -> None:
        def read(path: Path) -> None:
            _check(form.read(path, OPTIONS))  # type: ignore[attr-defined]
            known = recognise(path)
            if known is None or known is generic:
                _check(generic.read(path, OPTIONS))

        _with_file(data, read)

    return takes


def _with_file(data: bytes, read: Callable[[Path], None]) -> None:
    handle, name = tempfile.mkstemp(dir=_IN_MEMORY)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        read(path)
    except (Refused, CouldNot) as refused:
        _is_a_sentence(str(refused))
    finally:
        path.unlink()


_IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - files with names of their own


def _is_a_sentence(text: str) -> None:
    assert 5 < len(text) < 3000
    assert "\n" not in text
    text.encode()


def _check(read: Imported) -> None:
    """Whether what was read can be told and written."""
    for problem in read.problems:
        assert problem.reason
        assert "\n" not in problem.sentence
    for skipped in read.skipped:
        assert skipped.reason
    json.dumps([read.notes, read.new_exercises, read.units], ensure_ascii=False).encode()
    places = {(record.TABLE, record.key) for record in read.records}
    assert len(places) == len(read.records)
