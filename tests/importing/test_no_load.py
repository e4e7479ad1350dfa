"""Workouts without RPE or minutes have no load: an import that brings some says so once, and how to give them."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from journal.importing.no_load import without_load
from journal.interchange.imported import Imported
from journal.records import Workout

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
HOW = '`journal log "session @7 60min" --at 2024-08-0{}` gives both to the last workout of that day'
MADE_OF = "as load is the RPE of the session x its minutes and is never guessed"


def strong(*durations):
    return HEADER + "".join(
        f"2024-08-0{day} 18:00:00,Legs,{took},Squat (Barbell),1,100,5,0,0,,,\n"
        for day, took in enumerate(durations, 1)
    )


@pytest.mark.parametrize(
    ("durations", "said"),
    [
        (["1h"], f"no load for the workout, {MADE_OF}: 1 without RPE; {HOW.format(1)}"),
        (
            ["1h", "", "50m"],
            f"no load for any of the 3 workouts, {MADE_OF}: 3 without RPE and 1 without minutes; {HOW.format(3)}",
        ),
    ],
    ids=["no RPE", "no RPE, and minutes of some"],
)
def test_the_note_says_what_is_missing_and_how_to_give_it(bring, durations, said):
    assert bring("strong.csv", strong(*durations)).read.notes == [said]


def test_workouts_that_have_both_are_counted_and_not_told():
    start = datetime(2024, 8, 1, 18, tzinfo=UTC)
    known = Workout(id=uuid4(), started_at=start, kind="run", duration_min=30, session_rpe=5)
    lacking = known.but(id=uuid4(), duration_min=None)

    said = without_load(Imported("apple-health", records=[known, lacking]))

    assert said == f"no load for 1 of 2 workouts, {MADE_OF}: 1 without minutes; {HOW.format(1)}"
    assert without_load(Imported("apple-health", records=[known])) == ""


def test_it_is_not_said_again_of_a_file_that_adds_nothing(bring):
    bring("strong.csv", strong("1h"))

    assert bring("strong.csv", strong("1h")).read.notes == []


def test_nothing_is_said_of_files_without_workouts_or_of_the_journals_own(bring):
    own = "id,started_at,kind\n7a0e9c1e-0000-4000-8000-000000000001,2024-08-01T18:00:00+00:00,run\n"

    assert bring("workouts.csv", own).read.notes == []
    assert bring("checkins.csv", "date,sleep_h\n2024-08-01,7\n").read.notes == []
