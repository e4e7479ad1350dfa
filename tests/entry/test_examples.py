"""The lines of the grammar's own table: what each is recorded as, and the doubt in those that are refused."""

import json
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest

from journal.entry import parse
from journal.records import Entry, Record, Session, SessionDetails

RECORDED = [
    (
        "squat 2x5 100kg @8",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"squat","reps":5,"weight_kg":100,"rpe":8},{"exercise":"squat","reps":5,"weight_kg":100,"rpe":8}]}]',
    ),
    (
        "bench 2x8 60",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"bench-press","reps":8,"weight_kg":60},{"exercise":"bench-press","reps":8,"weight_kg":60}]}]',
    ),
    (
        "bench 1x8 135lb; row 1x10 50",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"bench-press","reps":8,"weight_kg":61.235}]},{"table":"workouts","kind":"strength","sets":[{"exercise":"barbell-row","reps":10,"weight_kg":50}]}]',
    ),
    (
        "deadlift 100kg 5,4",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"deadlift","reps":5,"weight_kg":100},{"exercise":"deadlift","reps":4,"weight_kg":100}]}]',
    ),
    (
        "deadlift 100kg 5/4",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"deadlift","reps":5,"weight_kg":100},{"exercise":"deadlift","reps":4,"weight_kg":100}]}]',
    ),
    (
        "curl 1x8 22,5",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"dumbbell-curl","reps":8,"weight_kg":22.5}]}]',
    ),
    (
        "curl 22,5kg 8,7",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"dumbbell-curl","reps":8,"weight_kg":22.5},{"exercise":"dumbbell-curl","reps":7,"weight_kg":22.5}]}]',
    ),
    (
        "pull up 2x8",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"pull-up","reps":8},{"exercise":"pull-up","reps":8}]}]',
    ),
    (
        "pull up 1x5 +10",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"pull-up","reps":5,"weight_kg":10}]}]',
    ),
    (
        "dips 1x8 -20kg",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"dip","reps":8,"weight_kg":-20}]}]',
    ),
    (
        "squat 60kg 5 80kg 5,3",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"squat","reps":5,"weight_kg":60},{"exercise":"squat","reps":5,"weight_kg":80},{"exercise":"squat","reps":3,"weight_kg":80}]}]',
    ),
    (
        "squat 1x5 60kg warmup",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"squat","reps":5,"weight_kg":60,"kind":"warmup"}]}]',
    ),
    (
        "plank 2x45s",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"plank","duration_s":45},{"exercise":"plank","duration_s":45}]}]',
    ),
    (
        "run 5km 28:30 @6",
        '[{"table":"workouts","kind":"run","duration_min":28.5,"session_rpe":6,"sets":[{"exercise":"run","distance_km":5,"duration_s":1710}]}]',
    ),
    (
        "run 21.1km 1:45:00 trail",
        '[{"table":"workouts","kind":"run","duration_min":105,"surface":"trail","sets":[{"exercise":"run","distance_km":21.1,"duration_s":6300}]}]',
    ),
    (
        "run 5 28:30",
        '[{"table":"workouts","kind":"run","duration_min":28.5,"sets":[{"exercise":"run","distance_km":5,"duration_s":1710}]}]',
    ),
    (
        "run 30min @4",
        '[{"table":"workouts","kind":"run","duration_min":30,"session_rpe":4,"sets":[{"exercise":"run","duration_s":1800}]}]',
    ),
    (
        "row 2km 8:10",
        '[{"table":"workouts","kind":"row","duration_min":8.167,"sets":[{"exercise":"row-erg","distance_km":2,"duration_s":490}]}]',
    ),
    (
        "pain lower back left 4 sharp",
        '[{"table":"pain","region":"lower-back","side":"left","score":4,"qualities":["sharp"]}]',
    ),
    (
        "pain left knee 3 dull after",
        '[{"table":"pain","side":"left","region":"knee","score":3,"context":"right-after","qualities":["dull"]}]',
    ),
    (
        "pain lower back 0",
        '[{"table":"pain","region":"lower-back","score":0}]',
    ),
    (
        "pain low back 6 -> left thigh radiating",
        '[{"table":"pain","region":"lower-back","score":6,"side":"left","radiates_to":"thigh"}]',
    ),
    (
        "pain lower back 7 sudden stabbing during no pop since 17:40",
        '[{"table":"pain","region":"lower-back","score":7,"sudden":true,"context":"during","pop_heard":false,"onset_at":"2026-11-25T17:40:00+01:00","qualities":["stabbing"]}]',
    ),
    (
        "water",
        '[{"table":"hydration","drink":"water","volume_ml":250}]',
    ),
    (
        "water 2 cups",
        '[{"table":"hydration","drink":"water","volume_ml":480}]',
    ),
    (
        "ice lower back 15m wrapped",
        '[{"table":"care","kind":"cold","region":"lower-back","duration_min":15,"wrapped":true}]',
    ),
    (
        "ibuprofen 2x200mg",
        '[{"table":"care","kind":"oral-analgesic","drug":"ibuprofen","dose_mg":400}]',
    ),
    (
        "sleep 7:30 stress 4 weight 80kg urine 3",
        '[{"table":"checkins","sleep_h":7.5,"stress":4,"body_weight_kg":80},{"table":"urine","color":3}]',
    ),
    (
        "symptom fever",
        '[{"table":"symptoms","symptom":"fever","present":true}]',
    ),
    (
        "wed squat 1x5 100",
        '[{"table":"workouts","kind":"strength","sets":[{"exercise":"squat","reps":5,"weight_kg":100}],"at":"2026-11-25T18:30:00+01:00"}]',
    ),
    (
        "yesterday run 5km 27:00",
        '[{"table":"workouts","kind":"run","duration_min":27,"sets":[{"exercise":"run","distance_km":5,"duration_s":1620}],"at":"2026-11-24T12:00:00+01:00","time_known":false}]',
    ),
    (
        "2h ago ibuprofen 400",
        '[{"table":"care","kind":"oral-analgesic","drug":"ibuprofen","dose_mg":400,"at":"2026-11-25T16:30:00+01:00"}]',
    ),
    (
        "session 55min @7 warmup 10 rounded",
        '[{"table":"workouts","duration_min":55,"session_rpe":7,"warmup_min":10,"form_flags":["rounded"]}]',
    ),
]
REFUSED = [
    ("curl 22,5 8", "'22,5': a weight (22.5kg) or two sets (22/5)?"),
    ("squat 100x5", "100 sets? the weight is written 100kg"),
    ("squat 5x5 @100", "'@100': RPE is 0 to 10; a weight is written 100kg"),
    ("run 30m", "'30m': 30 minutes (write 30min) or metres (write 0.030km)?"),
    ("run 1:30", "shorter than 5 minutes: write 1h30 or 1:30:00"),
    ("pain back 4", "'back' is not one place: lower back, mid back, upper back?"),
    ("pain lower back left 5 to right foot", "the pain is left but goes down right"),
    ("water 2", "2 what: glasses, cups or l?"),
    ("23:50 water 300", "2026-11-25 23:50 is in the future"),
]


def columns_of(record: Record, now: datetime) -> dict[str, Any]:
    """The columns as the table writes them: without ids, the time of now, and what is empty."""
    row: dict[str, Any] = {}
    for name in (field.name for field in fields(record)):
        value = getattr(record, name)
        if name == record.WHEN and value in (now, now.date()):
            continue
        if value is None or value in ("", (), now) or isinstance(value, UUID) or name == "position":
            continue
        row["at" if name == "started_at" else name] = value
    return row


def as_json(entry: Entry, now: datetime) -> dict[str, Any]:
    """An entry as the table writes it."""
    if isinstance(entry, SessionDetails):
        return {"table": "workouts"} | entry.changes
    if isinstance(entry, Session):
        sets = [columns_of(one, now) for one in entry.sets]
        return {"table": "workouts"} | columns_of(entry.workout, now) | {"sets": sets}
    return {"table": entry.TABLE} | columns_of(entry, now)


def written(value: object) -> object:
    """A value as JSON writes it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, (date, datetime)) else value


@pytest.mark.parametrize(("line", "recorded"), RECORDED, ids=[line for line, _ in RECORDED])
def test_the_line_is_recorded_as_the_table_says(line, recorded, writer):
    entries = [as_json(one.entry, writer.now) for one in parse(line, writer)]
    expected = json.loads(recorded)
    for entry in expected:
        # The table shows the time of a Wednesday's "wed" although it is now.
        if entry.get("at") == writer.now.isoformat():
            del entry["at"]
    assert json.loads(json.dumps(entries, default=written)) == expected


@pytest.mark.parametrize(("line", "doubt"), REFUSED, ids=[line for line, _ in REFUSED])
def test_the_line_is_refused_with_the_words_of_the_table(line, doubt, refused):
    assert refused(line).sentence == doubt
