"""What the fuzzer packs and seals again is what it was: only then does it try what lies behind the checksums."""

import random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from samples import apple_health, fit, fitnotes_backup, gpx, tcx

from journal.interchange.recognise import recognise
from journal.records import Set
from tests.fuzz.behind import changed
from tests.fuzz.targets import OPTIONS

SAMPLES = {
    name: data
    for module in (apple_health, fit, fitnotes_backup, gpx, tcx)
    for name, data in module.samples().items()
}

DICE = random.Random(3)  # noqa: S311 - the same every time


@pytest.fixture
def read(tmp_path):
    """What is imported of a content."""

    def read(data):
        path = tmp_path / "export"
        path.write_bytes(data)
        imported = recognise(path).read(path, OPTIONS)
        return imported.records, imported.notes, imported.problems

    return read


def _as_it_is(data):
    return data


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_change_into_itself_is_read_as_before(read, sample):
    before = read(SAMPLES[sample])
    assert before[0]
    for _ in range(8):
        again = changed(SAMPLES[sample], _as_it_is, DICE)
        if not sample.endswith(".fitnotes"):  # of a database, some cells become odd
            assert read(again) == before


def _farther(data):
    return data.replace((500_000).to_bytes(4, "little"), (700_000).to_bytes(4, "little"))


def _is_farther(records):
    return any(isinstance(record, Set) and record.distance_km == 7 for record in records)


def test_a_fit_file_with_another_distance_has_checksums_that_fit(read):
    found = [read(changed(fit.run(), _farther, DICE)) for _ in range(20)]
    assert any(_is_farther(records) and "damaged" not in str(notes) for records, notes, _ in found)


def test_an_archive_with_another_activity_in_it_is_whole(read, tmp_path):
    with ZipFile(tmp_path / "all.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("activities/run.fit", fit.run())
    packed = (tmp_path / "all.zip").read_bytes()
    found = [read(changed(packed, _farther, DICE)) for _ in range(20)]
    assert any(_is_farther(records) for records, _, _ in found)
