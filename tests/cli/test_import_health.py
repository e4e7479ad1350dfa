"""`journal import` of Apple Health, Daylio and Bearable: a preview, the import, the same again, elsewhere, and back."""

import pytest
from samples import apple_health, bearable, daylio

FILES = {
    name: (module.__name__.rsplit(".", 1)[-1].replace("_", "-"), data)
    for module in (apple_health, bearable, daylio)
    for name, data in module.samples().items()
}
ONE_EACH = ("export.zip", "daylio_export_2025.csv", "bearable-2023.csv")
NOTHING = {"workouts": 0, "sets": 0}


@pytest.fixture
def imported(journal, tmp_path):
    """Imports a sample and gives the JSON document."""

    def imported(name, *arguments):
        path = tmp_path / name
        path.write_bytes(FILES[name][1])
        answer = journal("import", str(path), *arguments, "--format", "json")
        assert answer.status == 0, answer.err
        return answer.json

    return imported


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_recognised_and_comes_in_once(name, imported, journal):
    preview = imported(name, "--dry-run")
    assert journal("imports").out == "Nothing was imported yet.\n"
    first = imported(name)
    assert (first["source"], first["problems"]) == (FILES[name][0], [])
    assert first == preview | {"batch": 1, "dry_run": False}
    again = imported(name, "--from", FILES[name][0])
    assert (again["batch"], again["added"], again["problems"]) == (None, NOTHING, [])
    assert journal("undo-import", "1").status == 0
    assert imported(name)["added"] == first["added"]


@pytest.mark.parametrize("name", ONE_EACH)
def test_after_an_export_and_an_import_elsewhere_the_file_adds_nothing(name, imported, journal, tmp_path):
    imported(name)
    assert journal("export", "out", "--format", "csv").status == 0
    elsewhere = ("--db", str(tmp_path / "other.db"))
    assert journal("import", "out", *elsewhere).status == 0
    assert imported(name, *elsewhere)["added"] == NOTHING


@pytest.mark.parametrize("name", ONE_EACH)
def test_a_file_that_was_cut_leaves_nothing_half_done(name, journal, tmp_path):
    path, data = tmp_path / name, FILES[name][1]
    for part in (0.3, 0.6, 0.9):
        path.write_bytes(data[: int(len(data) * part)])
        answer = journal("import", str(path))
        if answer.status:
            assert (answer.status, answer.is_one_sentence) == (2, True)
            assert journal("imports").out == "Nothing was imported yet.\n"
        else:
            assert journal("undo").status == 0
            return


def test_a_file_that_is_not_what_was_named_is_refused(journal, tmp_path):
    path = tmp_path / "x"
    for source, data in dict(FILES.values()).items():
        path.write_bytes(data)
        for other in {"apple-health", "daylio", "bearable", "strong"} - {source}:
            answer = journal("import", str(path), "--from", other)
            assert (answer.status, answer.is_one_sentence) == (2, True), (source, other)


def test_files_of_three_programs_come_in_together_and_one_check_in_is_kept_a_day(journal, tmp_path):
    night = apple_health.asleep("2018-09-08 01:00:00 +0000", "2018-09-08 08:00:00 +0000")
    (tmp_path / "export.xml").write_text(apple_health.export(night), encoding="utf-8")
    (tmp_path / "daylio.csv").write_text(daylio.diary(daylio.ISO), encoding="utf-8")
    answer = journal("import", str(tmp_path / "export.xml"), str(tmp_path / "daylio.csv"), "--format", "json")
    assert answer.status == 0, answer.err
    health, diary = answer.json
    assert (health["added"]["checkins"], diary["added"]["checkins"]) == (1, 1)


def test_pains_of_bearable_are_pains_of_the_journal(imported, journal):
    imported("bearable-2023.csv")
    shown = journal("today", "--as-of", "2020-09-22T21:00:00+02:00")
    assert shown.status == 0
    assert "lower back" in shown.out
