"""`journal import` of the strength programs: a preview, the import, the same again, elsewhere, and back."""

import pytest
from samples import fitbod, fitnotes, fitnotes_backup, strong_body, stronglifts

FILES = {
    name: (source, data)
    for source, samples in (
        ("fitnotes", fitnotes.samples()),
        ("fitnotes", fitnotes_backup.samples()),
        ("strong", strong_body.samples()),
        ("stronglifts", stronglifts.samples()),
        ("fitbod", fitbod.samples()),
    )
    for name, data in samples.items()
}
NOTHING = {"workouts": 0, "sets": 0}
OF_2019 = "fitbod_2019.csv"


@pytest.fixture
def imported(journal, tmp_path):
    """Imports a sample and gives the JSON document."""

    def imported(name, *arguments):
        path = tmp_path / name
        path.write_bytes(FILES[name][1])
        unit = ["--weight-unit", "kg"] if name == OF_2019 else []
        answer = journal("import", str(path), *unit, *arguments, "--format", "json")
        assert answer.status == 0, answer.err
        return answer.json

    return imported


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_recognised_and_comes_in_once(name, imported, journal):
    preview = imported(name, "--dry-run")
    assert journal("imports").out == "Nothing was imported yet.\n"
    first = imported(name)
    assert (first["source"], first["problems"]) == (FILES[name][0], [])
    assert first == preview | {"batch": first["batch"], "dry_run": False}
    again = imported(name, "--from", FILES[name][0])
    assert (again["batch"], again["added"], again["problems"]) == (None, NOTHING, [])
    if first["batch"]:
        assert journal("undo-import", "1").status == 0
        assert imported(name)["added"] == first["added"]


@pytest.mark.parametrize("name", FILES)
def test_after_an_export_and_an_import_elsewhere_the_file_adds_nothing(name, imported, journal, tmp_path):
    imported(name)
    assert journal("export", "out", "--format", "csv").status == 0
    elsewhere = ("--db", str(tmp_path / "other.db"))
    assert journal("import", "out", *elsewhere).status == 0
    assert imported(name, *elsewhere)["added"] == NOTHING


def test_the_unit_that_a_file_lacks_is_asked_for(journal, tmp_path):
    path = tmp_path / "fitbod.csv"
    path.write_bytes(FILES[OF_2019][1])
    answer = journal("import", str(path))
    assert (answer.status, answer.is_one_sentence) == (2, True)
    assert answer.err.endswith("(line 2: 80): add --weight-unit kg|lb.\n")


def test_a_file_that_is_not_what_was_named_is_refused(journal, tmp_path):
    path = tmp_path / "x"
    for name, (_, data) in FILES.items():
        for other in {"strong", "fitnotes", "stronglifts", "fitbod", "hevy"} - {FILES[name][0]}:
            path.write_bytes(data)
            answer = journal("import", str(path), "--from", other)
            assert (answer.status, answer.is_one_sentence) == (2, True), (name, other)


def test_a_day_that_was_changed_since_is_refused_and_nothing_is_doubled(imported, journal, tmp_path):
    imported("fitnotes_2017.csv")
    path = tmp_path / "later.csv"
    path.write_bytes(FILES["fitnotes_2017.csv"][1].replace(b"225.0", b"230.0"))
    answer = journal("import", str(path))
    assert (answer.status, answer.is_one_sentence) == (2, True)
    assert "later.csv, line 2" in answer.err
    assert len(journal("imports").lines) == 1


@pytest.mark.of_files("a server's journal is no file to import")
def test_a_journal_is_no_backup(imported, journal, db):
    imported("fitnotes_2017.csv")
    answer = journal("import", str(db))
    assert (answer.status, answer.is_one_sentence) == (2, True)
    assert "is a journal, not a file of another program" in answer.err
