"""What may be left out of the journal's own files, and what the rest then means."""

import json
from datetime import date
from uuid import UUID

import pytest

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange.own import csv_reading, journal_files, json_document
from journal.records import (
    Alias,
    CheckIn,
    Condition,
    OwnExercise,
    Pain,
    ProfileEntry,
    Set,
    SymptomEntry,
    TemplateSet,
    Workout,
)

_A, _B = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
_AT = "2026-11-20T18:30:00+01:00"


def _read(tmp_path, known, *, in_journal=None, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return csv_reading.read_folder(tmp_path, known, in_journal)


def _of(imported, kind):
    return [record for record in imported.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("workouts", f"id,started_at,kind\n{_A},{_AT},run\n"),
        ("sets", f"exercise,position,workout_id\nsquat,1,{_A}\n"),
        ("pain", f"id,at,region,score\n{_A},{_AT},knee,0\n"),
        ("symptoms", f"id,at,symptom,present\n{_A},{_AT},fever,no\n"),
        ("hydration", f"id,at,volume_ml\n{_A},{_AT},250\n"),
        ("urine", f"id,at,color\n{_A},{_AT},3\n"),
        ("care", f"id,at,kind\n{_A},{_AT},cold\n"),
        ("checkins", "date\n2026-11-20\n"),
        ("conditions", "condition\narthritis\n"),
        ("exercises", "slug\nzercher-carry\n"),
        ("aliases", "slug,name\nsquat,knee bend\n"),
        ("templates", "template,position,exercise\nA,1,squat\n"),
        ("profile", "key\nweight_unit\n"),
        ("flag_marks", f"id,at,rule,action\n{_A},{_AT},r,snooze\n"),
    ],
)
def test_the_required_columns_are_enough_in_any_order(built_in, tmp_path, table, text):
    imported = _read(tmp_path, built_in, **{table: text})
    assert (imported.source, imported.rows, imported.problems) == ("journal", 1, [])
    (record,) = imported.records
    assert table == record.TABLE
    if table != "aliases":  # without a source they look like exercises
        (tmp_path / "copy.csv").write_text(text)
        assert csv_reading.read_file(tmp_path / "copy.csv", built_in).records == [record]


def test_records_come_in_the_order_of_the_tables(built_in, tmp_path):
    imported = _read(
        tmp_path,
        built_in,
        checkins="date\n2026-11-20\n",
        sets=f"workout_id,position,exercise\n{_A},1,squat\n",
        workouts=f"id,started_at,kind\n{_A},{_AT},strength\n",
    )
    assert [type(record) for record in imported.records] == [Workout, Set, CheckIn]


def test_an_empty_folder_is_the_export_of_an_empty_journal(built_in, tmp_path):
    imported = journal_files.read(tmp_path, built_in)
    assert (imported.rows, imported.records, imported.problems, imported.notes) == (0, [], [], [])


def test_a_folder_may_hold_file_names_in_capitals(built_in, tmp_path):
    (tmp_path / "CheckIns.CSV").write_text("date\n2026-11-20\n")
    assert len(csv_reading.read_folder(tmp_path, built_in).records) == 1


@pytest.mark.parametrize("header", ["name,slug", "id,at,note", "foo"])
def test_a_file_whose_columns_fit_several_tables_or_none_must_be_named_as_one(built_in, tmp_path, header):
    (tmp_path / "x.csv").write_text(f"{header}\n")
    with pytest.raises(Refused, match=r"x\.csv: its columns do not say which file it is; .*aliases\.csv"):
        csv_reading.read_file(tmp_path / "x.csv", built_in)
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(Refused, match="do not say"):
        csv_reading.read_file(tmp_path / "empty.csv", built_in)


def test_what_was_not_recorded_stays_so(built_in, tmp_path):
    imported = _read(tmp_path, built_in, pain=f"id,at,region,score,sudden,side\n{_A},{_AT},knee,0,,\n")
    (entry,) = imported.records
    assert (entry.score, entry.sudden, entry.side, entry.time_known, entry.qualities) == (
        0,
        None,
        None,
        None,
        (),
    )


def test_an_exercise_without_a_name_is_called_as_its_slug(built_in, tmp_path):
    own = _read(tmp_path, built_in, exercises="slug,name\nzercher-carry,\nx,Y\n").records
    assert [(record.slug, record.name) for record in own] == [("zercher-carry", "zercher carry"), ("x", "Y")]


class TestExercises:
    """A cell may hold a slug or any name that the catalogue or the files themselves know."""

    @pytest.mark.parametrize("name", ["squat", "Squat", "back squat", "Squat (Barbell)"])
    def test_names_of_the_catalogue_become_slugs(self, built_in, tmp_path, name):
        imported = _read(
            tmp_path,
            built_in,
            sets=f"workout_id,position,exercise\n{_A},1,{name}\n",
            templates=f"template,position,exercise\nA,1,{name}\n",
        )
        assert [_of(imported, Set)[0].exercise, _of(imported, TemplateSet)[0].exercise] == ["squat", "squat"]
        assert (imported.new_exercises, _of(imported, OwnExercise)) == ([], [])

    def test_unknown_names_become_the_users_own_without_muscles_and_are_told(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            sets=(
                "workout_id,position,exercise\n"
                f"{_A},1,Sandbag Waltz\n{_A},2,sandbag waltz\n{_A},3,sandbag-waltz\n{_A},4,'=Ünder=\n"
            ),
        )
        waltz, under = _of(imported, OwnExercise)
        assert imported.new_exercises == ["Sandbag Waltz", "=Ünder="]
        assert waltz == OwnExercise(slug="sandbag-waltz", name="Sandbag Waltz")
        assert (under.name, under.primary_muscles, under.kind) == ("=Ünder=", (), None)
        assert [one.exercise for one in _of(imported, Set)] == ["sandbag-waltz"] * 3 + [under.slug]

    def test_exercises_of_the_same_folder_are_known_by_slug_and_name(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            exercises="slug,name\nwaltz,Sandbag Waltz\n",
            sets=f"workout_id,position,exercise\n{_A},1,waltz\n{_A},2,Sandbag waltz\n",
        )
        assert [one.exercise for one in _of(imported, Set)] == ["waltz", "waltz"]
        assert imported.new_exercises == []

    def test_aliases_of_the_same_folder_are_known_and_their_slugs_are_settled_too(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            aliases="name,slug\nWaltz,Sandbag Waltz\nknee bend,Squat\n",
            sets=f"workout_id,position,exercise\n{_A},1,waltz\n{_A},2,Knee Bend\n",
        )
        assert [one.exercise for one in _of(imported, Set)] == ["sandbag-waltz", "squat"]
        assert [alias.slug for alias in _of(imported, Alias)] == ["sandbag-waltz", "squat"]
        assert imported.new_exercises == ["Sandbag Waltz"]

    def test_the_journals_own_exercises_and_aliases_are_known(self, tmp_path):
        known = catalogue([OwnExercise(slug="waltz", name="Sandbag Waltz")], [Alias(name="sw", slug="waltz")])
        imported = _read(
            tmp_path,
            known,
            sets=f"workout_id,position,exercise\n{_A},1,waltz\n{_A},2,sandbag waltz\n{_A},3,SW\n",
        )
        assert [one.exercise for one in _of(imported, Set)] == ["waltz"] * 3
        assert _of(imported, OwnExercise) == []

    def test_a_slug_written_exactly_wins_over_a_name_and_an_alias_over_a_name(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            exercises="slug,name\nmy-squat,squat\nwaltz,Waltz Step\n",
            aliases="name,slug\nwaltz step,my-squat\n",
            sets=f"workout_id,position,exercise\n{_A},1,squat\n{_A},2,Squat\n{_A},3,Waltz Step\n",
        )
        assert [one.exercise for one in _of(imported, Set)] == ["squat", "squat", "my-squat"]

    def test_two_names_whose_slug_would_be_the_same_stay_two(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            exercises="slug,name\nodd-lift,Something else\n",
            sets=f"workout_id,position,exercise\n{_A},1,Odd Lift\n{_A},2,odd-lift\n",
        )
        assert [one.exercise for one in _of(imported, Set)] == ["odd-lift-2", "odd-lift"]


class TestReferences:
    """Records that a file names may stand in the folder or in the journal itself."""

    SETS = f"workout_id,position,exercise\n{_A},1,squat\n{_A},2,squat\n{_B},1,run\n"

    def test_a_set_without_a_workout_is_a_problem_with_its_line(self, built_in, tmp_path):
        imported = _read(
            tmp_path,
            built_in,
            in_journal=lambda kind, key: False,
            workouts=f"id,started_at,kind\n{_A},{_AT},strength\n",
            sets=self.SETS,
        )
        (problem,) = imported.problems
        assert (problem.file, problem.line, problem.column, problem.value) == (
            "sets.csv",
            4,
            "workout_id",
            _B,
        )
        assert problem.reason == "there is no such record in workouts, neither here nor in the journal"
        assert [one.key for one in _of(imported, Set)] == [f"{_A}/1", f"{_A}/2"]

    def test_a_workout_may_be_in_the_journal_already_and_is_asked_for_once(self, built_in, tmp_path):
        asked = []

        def in_journal(kind, key):
            asked.append((kind, key))
            return key == _A

        imported = _read(tmp_path, built_in, in_journal=in_journal, sets=self.SETS)
        assert asked == [(Workout, _A), (Workout, _B)]
        assert [problem.line for problem in imported.problems] == [4]

    def test_without_a_journal_to_ask_the_store_is_left_to_judge(self, built_in, tmp_path):
        imported = _read(tmp_path, built_in, sets=self.SETS)
        assert (len(imported.records), imported.problems) == (3, [])

    def test_other_references_that_lead_nowhere_are_left_out_and_told(self, built_in, tmp_path):
        files = {
            "pain": f"id,at,region,score,workout_id\n{_A},{_AT},knee,1,{_B}\n{_B},{_AT},knee,1,\n",
            "symptoms": f"id,at,symptom,present,pain_id\n{_A},{_AT},fever,no,{_A}\n",
        }
        imported = _read(tmp_path, built_in, in_journal=lambda kind, key: False, **files)
        assert [one.workout_id for one in _of(imported, Pain)] == [None, None]
        assert [one.pain_id for one in _of(imported, SymptomEntry)] == [UUID(_A)]
        assert imported.problems == []
        assert imported.notes == [
            "1 in pain had a workout_id that is neither here nor in the journal; they were read without it."
        ]
        kept = _read(tmp_path, built_in, in_journal=lambda kind, key: True, **files)
        assert [one.workout_id for one in _of(kept, Pain)] == [UUID(_B), None]


def test_a_document_may_hold_any_subset_of_tables_and_columns_and_nulls(built_in, tmp_path):
    path = tmp_path / "anything.txt"
    tables = {
        "profile": [{"key": "weight_unit", "value": "kg"}],
        "conditions": [{"condition": "arthritis", "since": None, "until": "2026-01-01"}],
        "pain": [],
    }
    path.write_text("\ufeff" + json.dumps({"tables": tables, "format": 1, "schema": "x"}), encoding="utf-8")
    for read in (json_document.read_document, journal_files.read):
        imported = read(path, built_in)
        assert imported.records == [
            Condition(condition="arthritis", until=date(2026, 1, 1)),
            ProfileEntry(key="weight_unit", value="kg"),
        ]
        assert (imported.source, imported.rows, imported.problems) == ("journal", 2, [])


def test_a_document_takes_names_of_exercises_and_keeps_no_strange_characters(built_in, tmp_path):
    path = tmp_path / "x.json"
    row = {
        "workout_id": _A,
        "position": 1.0,
        "exercise": "Squat (Barbell)",
        "note": "a\ud800\u202e\r\nb\u0000",
    }
    path.write_text(json.dumps({"format": 1, "tables": {"sets": [row]}}))
    (record,) = json_document.read_document(path, built_in).records
    assert (record.exercise, record.position, record.note) == ("squat", 1, "a\nb")
