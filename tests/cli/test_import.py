"""`journal import`: what comes in, what is said of it, and that the same again adds nothing."""

import json
from pathlib import Path

import pytest

ROWS = ("05, Squat (Barbell), 1, 100, 5", "05, Squat (Barbell), 2, 100, 5", "06, Zercher Carry, 1, 60, 3")
KEYS = [
    *("batch", "source", "file", "dry_run", "read", "added", "already_there", "skipped", "problems", "units"),
    *("new_exercises", "guesses", "recognised", "notes", "first", "last"),
]
NO_LOAD = (
    "no load for any of the 2 workouts, as load is the RPE of the session x its minutes and is never guessed: "
    '2 without RPE; `journal log "session @7 60min" --at 2024-03-06` gives both to the last workout of that day'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    '"Legs","5 Mar 2024, 18:00","5 Mar 2024, 19:00","","Squat (Barbell)","","",0,"normal",100,5,"","",8\n'
)


@pytest.fixture
def imported(journal):
    """Imports and gives the JSON document."""

    def imported(*arguments):
        answer = journal("import", *arguments, "--format", "json")
        assert answer.status == 0, answer.err
        return answer.json

    return imported


def test_the_document_is_the_one_of_the_contract(imported, strong):
    document = imported(strong("strong.csv", *ROWS), "--weight-unit", "kg")
    assert list(document) == KEYS
    assert document == {
        "batch": 1,
        "source": "strong",
        "file": "strong.csv",
        "dry_run": False,
        "read": {"rows": 3},
        "added": {"workouts": 2, "sets": 3, "exercises": 1},
        "already_there": {"workouts": 0},
        "skipped": [],
        "problems": [],
        "units": {"weight": "kg"},
        "new_exercises": ["Zercher Carry"],
        "guesses": {},
        "recognised": "Strong",
        "notes": [NO_LOAD],
        "first": "2024-03-05",
        "last": "2024-03-06",
    }


def test_the_same_file_again_adds_nothing(imported, strong, content, db):
    name = strong("strong.csv", *ROWS)
    imported(name, "--weight-unit", "kg")
    before = content(db)
    again = imported(name, "--weight-unit", "kg")
    assert (again["batch"], again["added"]) == (None, {"workouts": 0, "sets": 0})
    assert again["already_there"] == {"workouts": 2, "sets": 3}
    assert content(db) == before


def test_a_longer_export_adds_what_is_new(imported, strong):
    imported(strong("strong.csv", *ROWS), "--weight-unit", "kg")
    longer = imported(strong("strong.csv", *ROWS, "07, Squat (Barbell), 1, 105, 5"), "--weight-unit", "kg")
    assert longer["added"] == {"workouts": 1, "sets": 1}
    assert longer["already_there"] == {"workouts": 2, "sets": 3}


def test_a_dry_run_says_the_same_and_writes_nothing(imported, strong, db):
    name = strong("strong.csv", *ROWS)
    dry = imported(name, "--weight-unit", "kg", "--dry-run")
    assert not db.exists()
    wet = imported(name, "--weight-unit", "kg")
    assert dry == wet | {"batch": None, "dry_run": True}


@pytest.mark.parametrize("options", [(), ("--from", "hevy"), ("--from", "auto")])
def test_hevy_is_recognised_or_named(imported, write, options):
    document = imported(write("whatever.csv", HEVY), *options)
    assert document["source"] == "hevy"
    assert document["added"] == {"workouts": 1, "sets": 1}


def test_rows_that_are_no_sets_are_listed(imported, strong):
    document = imported(
        strong("strong.csv", ROWS[0], "05, Squat (Barbell), Rest Timer, 0, 0"), "--weight-unit", "kg"
    )
    assert document["skipped"] == [{"line": 3, "reason": "rest timer, not a set"}]


def test_times_are_of_the_profile_s_zone(journal, imported, strong, write):
    imported(write("profile.csv", "key,value\ntime_zone,America/New_York\n"))
    imported(strong("strong.csv", *ROWS), "--weight-unit", "kg")
    journal("export", "all.json", "--format", "json")
    workouts = json.loads(Path("all.json").read_text())["tables"]["workouts"]
    assert workouts[0]["started_at"] == "2024-03-05T18:00:00-05:00"


def test_a_unit_that_is_not_needed_is_ignored_with_a_note(imported, strong):
    document = imported(strong("strong.csv", *ROWS), "--weight-unit", "kg", "--distance-unit", "mi")
    assert any("--distance-unit" in note for note in document["notes"])


def test_pounds_become_kilograms_to_the_gram(journal, imported, strong):
    imported(strong("strong.csv", "05, Squat (Barbell), 1, 135, 5"), "--weight-unit", "lb")
    journal("export", "out")
    assert ",61.235," in Path("out/sets.csv").read_text()


def test_our_own_files_come_back_from_a_folder_a_file_and_a_document(journal, imported, log):
    log("pain left knee 3", "2024-03-05T18:30")
    journal("export", "out")
    journal("export", "all.json", "--format", "json")
    for number, name in enumerate(("out", "out/pain.csv", "all.json")):
        document = imported(name, "--db", f"{number}.db")
        assert document["source"] == "journal"
        assert document["added"] == {"workouts": 0, "sets": 0, "pain": 1}


def test_a_file_that_needs_another_one_finds_it_in_the_journal(imported, journal, log):
    log("squat 3x5 100kg", "2024-03-05T18:30")
    journal("export", "out")
    imported("out/workouts.csv", "--db", "new.db")
    assert imported("out/sets.csv", "--db", "new.db")["added"]["sets"] == 3


def test_an_unknown_exercise_becomes_an_own_one_and_it_is_said(imported, write):
    write(
        "out/workouts.csv",
        f"id,started_at,kind\n{'1' * 8}-1111-4111-8111-{'1' * 12},2024-03-05T18:00Z,strength\n",
    )
    write(
        "out/sets.csv", f"workout_id,position,exercise\n{'1' * 8}-1111-4111-8111-{'1' * 12},1,Zercher Carry\n"
    )
    document = imported("out")
    assert document["new_exercises"] == ["Zercher Carry"]
    assert document["added"]["exercises"] == 1


def test_the_text_says_the_same_in_words(journal, strong):
    said = journal("import", strong("strong.csv", *ROWS), "--weight-unit", "kg")
    assert said.lines == [
        "Imported strong.csv (looks like Strong): 3 rows read, 2024-03-05 to 2024-03-06.",
        "  added: 2 workouts, 3 sets, 1 exercise",
        "  units: weight in kg",
        "  new exercises: 1",
        "    Zercher Carry",
        f"  note: {NO_LOAD}",
        "  This is import 1; `journal undo-import 1` takes it back.",
    ]
    again = journal("import", "strong.csv", "--weight-unit", "kg")
    assert again.lines[0].startswith("Nothing new in strong.csv")


def test_a_name_of_a_file_is_only_ever_text(journal, strong):
    name = strong("a\x1b[31mb\n.csv", *ROWS)
    assert "\x1b" not in journal("import", name, "--weight-unit", "kg").out
    assert "\x1b" not in journal("imports").out
    assert "\x1b" not in journal("import", "c\x1b[31md.csv").err


def test_a_name_that_is_much_like_a_known_one_comes_with_the_option_that_means_it(journal, strong, imported):
    name = strong("strong.csv", ROWS[0], "05, Squattts, 2, 100, 5")
    said = journal("import", name, "--weight-unit", "kg", "--dry-run").lines
    assert "    Squattts: perhaps squat? --exercise Squattts=squat" in said
    document = imported(name, "--weight-unit", "kg", "--dry-run")
    assert (document["new_exercises"], document["guesses"]) == (["Squattts"], {"Squattts": "squat"})
    document = imported(name, "--weight-unit", "kg", "--exercise", "Squattts=Squat")
    assert document["added"] == {"workouts": 1, "sets": 2, "aliases": 1}
    assert (document["new_exercises"], document["guesses"]) == ([], {})


def test_rows_that_are_left_out_are_told_once_for_each_reason(journal, strong):
    rests = [f"05, Squat (Barbell), Rest Timer, 0, {n}" for n in range(5)]
    said = journal("import", strong("strong.csv", ROWS[0], *rests), "--weight-unit", "kg").lines
    place = said.index("  left out: 5")
    assert said[place + 1] == "    5 × rest timer, not a set (lines 3, 4, 5, ...)"


def test_durations_of_forgotten_timers_are_told_with_their_lines(imported, write):
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
    rows = [
        f"2024-03-{day:02} 18:00:00,Legs,{took},Squat,1,100,5,0,0,,,"
        for day, took in ((1, "6h"), (2, "1h"), (3, "234h 29m"), (4, "26h"), (5, "5h 1m"), (6, "0s"))
    ]
    document = imported(write("strong.csv", "\n".join([header, *rows])), "--weight-unit", "kg")
    assert document["notes"][:-1] == [
        "4 workouts are longer than 5 h: their duration is not used for load",
        "1 workout took 0 s: its duration was left out (line 7)",
        (
            "the longest durations: line 4, 2024-03-03 Legs: 234 h 29 min; "
            "line 5, 2024-03-04 Legs: 26 h; line 2, 2024-03-01 Legs: 6 h"
        ),
    ]


def test_columns_of_any_csv_are_told(imported, write):
    name = write("blatt.csv", "Wann;Was;Last;Wdh\n13.8.2024;Kniebeuge;100;5\n")
    options = ("--map", "Wann=date", "--map", "was=exercise", "--map", "Last=weight_kg", "--map", "Wdh=reps")
    document = imported(name, *options)
    assert (document["source"], document["added"]) == ("csv", {"workouts": 1, "sets": 1})


def test_the_order_of_dates_is_told(journal, imported, write):
    name = write("log.csv", "date,exercise,reps\n7/8/2024,Squat,5\n")
    answer = journal("import", name)
    assert (answer.status, "add --date-order dmy|mdy" in answer.err) == (2, True)
    assert imported(name, "--date-order", "mdy")["first"] == "2024-07-08"


def test_a_session_that_another_program_has_is_left_out_until_it_is_to_be_kept(imported, strong, write):
    imported(strong("strong.csv", *ROWS), "--weight-unit", "kg")
    name = write("hevy.csv", HEVY)
    document = imported(name)
    assert document["added"] == {"workouts": 0, "sets": 0}
    assert document["skipped"] == [
        {
            "line": 2,
            "reason": "2024-03-05 18:00, Legs: looks like Evening from Strong, 18:00",
        }
    ]
    assert imported(name, "--keep-doubles")["added"] == {"workouts": 1, "sets": 1}


def test_many_sessions_of_another_program_are_told_in_one_line_with_the_option_that_brings_them_in(
    journal, imported, strong, write
):
    rows = [f"{day:02}, Squat (Barbell), 1, 100, 5" for day in range(1, 9)]
    imported(strong("strong.csv", *rows), "--weight-unit", "kg")
    titles, *_ = HEVY.splitlines()
    sessions = [
        f'"Legs","{day} Mar 2024, 18:00","{day} Mar 2024, 19:00","","Squat (Barbell)",,"",{n},"normal",100,5,,,'
        for day in range(1, 9)
        for n in range(2)
    ]
    said = journal("import", write("hevy.csv", "\n".join([titles, *sessions]))).lines
    assert said[0] == "Nothing new in hevy.csv (looks like Hevy): 16 rows read."
    place = said.index("  left out: 16")
    assert said[place + 1 : place + 8] == [
        "    8 sessions that the journal seems to have already; --keep-doubles brings them in",
        *(
            f"      2024-03-{day:02} 18:00, Legs: looks like Evening from Strong, 18:00"
            for day in range(1, 6)
        ),
        "      and 3 more",
    ]
