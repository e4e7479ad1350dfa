"""`session ...` lines: they complete the latest workout of their local date, or open one of the kind they name."""

import pytest

from journal.errors import Refused
from journal.records import SessionDetails, Workout
from journal.vocabulary import FormFlag, Surface, WorkoutKind


def test_it_completes_the_latest_workout_of_the_date(store, line, at, now):
    early, late = line("08:00", "squat 5 100"), line("18:00", "run 1 0", kind="run")
    store.record([early, late], now=now)
    said = {"duration_min": 55, "session_rpe": 7, "warmup_min": 10, "form_flags": (FormFlag.ROUNDED,)}
    [recorded] = store.record([SessionDetails(at("18:30"), said)], now=now)
    assert recorded.completed
    assert not recorded.joined
    assert recorded.record == late.workout.but(**said)
    assert store.rows(Workout) == [early.workout, late.workout.but(**said)]


def test_what_it_does_not_say_stays(store, line, at, now):
    store.record([line("18:00", "squat 5 100", session_rpe=6, note="tired")], now=now)
    store.record([SessionDetails(at("19:00"), {"cooldown_min": 5})], now=now)
    store.record(
        [SessionDetails(at("19:01"), {"session_rpe": 8, "surface": Surface.TRACK, "note": "ok"})], now=now
    )
    [workout] = store.rows(Workout)
    assert (workout.cooldown_min, workout.session_rpe, workout.surface) == (5, 8, "track")
    assert workout.note == "tired\nok"


@pytest.mark.parametrize(
    ("there", "kind", "opens"),
    [
        ({"kind": "strength"}, "yoga", False),  # nothing is lost: the workout becomes what it was
        ({"kind": "strength", "duration_min": 60}, "yoga", True),
        ({"kind": "yoga", "duration_min": 60}, "yoga", False),
        ({"kind": "strength", "duration_min": 60}, None, False),
    ],
)
def test_another_kind_opens_a_workout_of_its_own_once_the_latest_is_complete(
    store, line, at, now, there, kind, opens
):
    store.record([line("10:00", **there)], now=now)
    said = {"duration_min": 30} | ({"kind": WorkoutKind(kind)} if kind else {})
    [recorded] = store.record([SessionDetails(at("18:00"), said)], now=now)
    assert recorded.completed is not opens
    assert len(store.rows(Workout)) == (2 if opens else 1)
    assert (recorded.record.duration_min, recorded.record.kind) == (30, kind or there["kind"])


def test_without_a_workout_on_its_date_a_kind_opens_one(store, line, at, now):
    store.record([line("2026-11-24 23:59", "squat 5 100")], now=now)
    said = {"kind": WorkoutKind.YOGA, "duration_min": 45}
    [recorded] = store.record([SessionDetails(at("12:00"), said, time_known=False)], now=now)
    assert (recorded.completed, recorded.joined, recorded.sets) == (False, False, ())
    assert recorded.record.started_at == at("12:00")
    assert (recorded.record.kind, recorded.record.duration_min, recorded.record.time_known) == (
        "yoga",
        45,
        False,
    )
    assert store.rows(Workout)[1] == recorded.record


def test_without_a_workout_and_without_a_kind_it_is_refused(store, line, at, now):
    store.record([line("2026-11-24 23:59", "squat 5 100")], now=now)
    with pytest.raises(Refused, match=r"there is no workout on 2026-11-25 to complete; .* name the kind"):
        store.record(
            [line("2026-11-24 10:00", "squat 5 100"), SessionDetails(at("12:00"), {"session_rpe": 7})],
            now=now,
        )
    assert len(store.rows(Workout)) == 1


def test_a_completed_workout_is_still_joined(store, line, at, now):
    store.record([line("18:00", "squat 5 100"), SessionDetails(at("18:30"), {"duration_min": 30})], now=now)
    assert store.record([line("18:40", "squat 5 100")], now=now)[0].joined
