"""Every format, its files whole and damaged: a right import, problems with their places, or one sentence.

The samples are those of `samples/`: a module for each format with a small valid file of each version.
"""

import importlib
import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from journal.errors import CouldNot, Refused
from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.any_csv import generic
from journal.interchange.recognise import FOREIGN, Format, recognise
from journal.interchange.rows.foreign import Options
from journal.records import Record
from journal.vocabulary import DistanceUnit, MassUnit

NAMES = {str(one.__name__).rpartition(".")[2]: one.NAME for one in FOREIGN}
SAMPLES: dict[str, bytes] = {}
OWN: dict[str, str] = {}
"""What the format of a sample is called."""
for _path in sorted((Path(__file__).parent / "samples").glob("*.py")):
    _name = NAMES[_path.stem]
    for _sample, _data in importlib.import_module(f"samples.{_path.stem}").samples().items():
        SAMPLES[_sample] = _data
        OWN[_sample] = _name

TEXTS = [name for name, data in SAMPLES.items() if b"\0" not in data and not data.startswith(b"\x1f\x8b")]
TABLES = [name for name in TEXTS if b"<" not in SAMPLES[name][:64]]
"""Samples of rows and columns."""
HUGE = 300_000
"""Letters: more than the 131,072 at which Python's own reader of CSV gives up unless it is told otherwise."""
OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=MassUnit.KG,
    distance_unit=DistanceUnit.KM,
    today=date(2026, 11, 22),
    file="export",
)


@pytest.fixture
def put(tmp_path):
    """Puts content on the disk, in a file whose name says nothing."""

    def put(data: bytes) -> Path:
        path = tmp_path / "export"
        path.write_bytes(data)
        return path

    return put


@cache
def own(name: str) -> Format:
    """The module that knows the undamaged sample."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        path.write_bytes(SAMPLES[name])
        form = recognise(path)
    assert form is not None
    return form


def known_by(path: Path) -> list[Format]:
    """The formats that recognise a file, and which are not any CSV file."""
    head = path.read_bytes()[:65_536]
    return [form for form in FOREIGN if form.NAME != "csv" and form.recognises(path, head)]


def outcome(form: Format, path: Path) -> Imported | None:
    """What reading gives; None when it is refused in a sentence.  Anything else is a failure of the test."""
    try:
        imported = form.read(path, OPTIONS)
    except (Refused, CouldNot) as refused:
        sentence = str(refused)
        assert 10 < len(sentence) < 3000
        assert "\n" not in sentence
        assert "Traceback" not in sentence
        return None
    for problem in imported.problems:
        assert problem.reason
        assert problem.line > 0 or problem.column or problem.value or problem.file
        assert "\n" not in problem.sentence
    for skipped in imported.skipped:
        assert skipped.reason
    # What cannot be printed cannot be told.
    json.dumps([imported.notes, imported.new_exercises, imported.units], ensure_ascii=False).encode()
    places = {(record.TABLE, record.key) for record in imported.records}
    assert len(places) == len(imported.records)
    return imported


def damaged(name: str, path: Path) -> None:
    """What becomes of a damaged sample: by its own format, by whatever recognises it, and as any CSV file."""
    for form in {own(name), *known_by(path), generic}:
        outcome(form, path)


# Whole


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_recognised_as_its_own_format_and_no_other(put, name):
    form = recognise(path := put(SAMPLES[name]))
    assert form is not None
    assert OWN[name] == form.NAME
    # Any CSV file is what nothing else is.
    assert known_by(path) == ([] if form is generic else [form])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_whole(put, name):
    imported = outcome(own(name), put(SAMPLES[name]))
    assert imported is not None
    assert imported.problems == []
    assert imported.records or imported.skipped
    assert imported.source == OWN[name]
    for record in imported.records:
        if record.TABLE in ("workouts", "sets", "checkins", "pain", "hydration"):
            assert (record.TABLE, record.key) in imported.places


# Damaged


def cuts(data: bytes, dice: random.Random) -> Iterator[bytes]:
    """The beginning of a file, and a file without something in its middle."""
    for _ in range(2):
        place = dice.randrange(len(data))
        yield data[:place]
        yield data[:place] + data[place + dice.randrange(1, 20) :]
    yield b""


def rows(data: bytes, dice: random.Random) -> Iterator[bytes]:
    """Rows that are cut, doubled, moved, or longer than the header."""
    lines = data.split(b"\n")
    place = dice.randrange(len(lines))
    line = lines[place]
    for other in (
        [line[: len(line) // 2]],
        [line, line],
        [line + b',"more",9'],
        [],
        [line.replace(b",", b"\t")],
        [line, b'"'],
    ):
        yield b"\n".join([*lines[:place], *other, *lines[place + 1 :]])


def flipped(data: bytes, dice: random.Random) -> Iterator[bytes]:
    """Bytes that are others."""
    for count in (1, 2, 8, 40):
        wrong = bytearray(data)
        for _ in range(count):
            wrong[dice.randrange(len(wrong))] = dice.randrange(256)
        yield bytes(wrong)


@pytest.mark.parametrize("damage", [cuts, rows, flipped])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(put, name, damage: Callable):
    dice = random.Random(f"{name} {damage.__name__}")  # noqa: S311 - the same damage every time
    for data in damage(SAMPLES[name], dice):
        damaged(name, put(data))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-32", "cp037"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_file_in_another_encoding_is_read_or_refused_in_a_sentence(put, name, encoding):
    damaged(name, put(SAMPLES[name].decode("utf-8-sig").encode(encoding, "replace")))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("name", TABLES)
def test_a_table_in_any_unicode_is_the_same_table(put, name, encoding):
    assert _records(name, put(SAMPLES[name].decode("utf-8-sig").encode(encoding))) == _whole(name)


@pytest.mark.parametrize("name", TABLES)
def test_mixed_line_ends_do_not_matter(put, name):
    lines = SAMPLES[name].replace(b"\r\n", b"\n").splitlines()
    ends = [(b"\r\n", b"\n", b"\n\n")[place % 3] for place in range(len(lines))]
    # Not within a field that goes over two lines.
    ends = [b"\n" if line.count(b'"') % 2 else end for line, end in zip(lines, ends, strict=True)]
    mixed = b"".join(line + end for line, end in zip(lines, ends, strict=True))
    assert _records(name, put(mixed.rstrip(b"\n"))) == _whole(name)


@cache
def _whole(name: str) -> tuple[Record, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        path.write_bytes(SAMPLES[name])
        return _records(name, path)


def _records(name: str, path: Path) -> tuple[Record, ...]:
    read = outcome(own(name), path)
    assert read is not None
    return tuple(read.records)


LETTERS = (b"x", b"9", b'"', b"\xff", b"[/]", b"\0", b"=", b"(", b",", b"<a>", b" ")


@pytest.mark.parametrize(("name", "letter"), list(zip(SAMPLES, cycle(LETTERS), strict=False)))
def test_a_huge_field_is_read_or_refused_in_a_sentence(put, name, letter):
    data = SAMPLES[name]
    dice = random.Random(f"{name} {letter!r}")  # noqa: S311 - the same place every time
    place = dice.randrange(len(data))
    damaged(name, put(data[:place] + letter * (HUGE // len(letter)) + data[place:]))
