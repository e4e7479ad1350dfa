"""What stands in the list of a day: order, clock times, words."""

from datetime import date, timedelta
from uuid import UUID

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import Pain, Session, Set, Workout
from journal.tui.reading.day import read_day


def shown(store, now, day: date | None = None) -> list[tuple[str, str, tuple[str, ...]]]:
    writer = Writer(now=now, zone=now.tzinfo, catalogue=catalogue())
    return [(line.label, line.words, line.more) for line in read_day(store, day or now.date(), writer).lines]


def test_entries_stand_in_the_order_of_time_and_the_night_comes_first(store, write, now):
    write("12:00 ice lower back 15m wrapped", "07:10 water 250", "sleep 7:30 stress 4", "9:30 urine 3")
    assert shown(store, now) == [
        ("night", "sleep 7.5 h, stress 4", ()),
        ("07:10", "water 250 ml", ()),
        ("09:30", "urine colour 3", ()),
        ("12:00", "cold, lower back, 15 min, wrapped", ()),
    ]


def test_a_time_that_is_not_known_is_left_empty(store, write, now):
    write("yesterday pain knee left 3 dull", "yesterday run 5km 27:00")
    yesterday = now.date() - timedelta(days=1)
    assert shown(store, now, yesterday) == [
        ("", "run 5 km in 27:00", ()),
        ("", "pain knee, left: 3, dull", ()),
    ]


def test_a_workout_is_one_entry_with_a_row_for_each_exercise(store, write, now):
    write("16:05 squat 2x5 100kg @8; bench 2x8 60", "session 55min @7 warmup 10 rounded")
    assert shown(store, now) == [
        (
            "16:05",
            "strength, 55 min, RPE 7, warm-up 10 min, rounded",
            ("squat, 2 × 5 × 100 kg, RPE 8", "bench press, 2 × 8 × 60 kg"),
        )
    ]


def test_a_single_exercise_without_more_needs_one_row(store, write, now):
    write("16:05 squat 2x5 100kg @8")
    assert shown(store, now) == [("16:05", "squat, 2 × 5 × 100 kg, RPE 8", ())]


def test_a_workout_with_a_title_is_called_by_it(store, now):
    workout = Workout(
        id=UUID(int=1), started_at=now, kind="strength", title="Push\n\tday", note="tired\nand late"
    )
    squat = Set(workout_id=workout.id, position=1, exercise="squat", reps=5, weight_kg=100)
    store.record([Session(workout, (squat,))], now=now)
    assert shown(store, now) == [("18:30", "Push day", ("squat, 1 × 5 × 100 kg", "// tired and late"))]


def test_the_answers_of_one_round_stand_in_one_row(store, now):
    from journal.tui.screens.questions import Answer, as_entries
    from journal.vocabulary import Side, Symptom

    pain = Pain(id=UUID(int=2), at=now, region="lower-back", score=7)
    answers = (Answer(Symptom.FEVER, False), Answer(Symptom.LEG_NUMBNESS, True, Side.LEFT))
    store.record([pain, *as_entries(answers, now, pain)], now=now)
    assert shown(store, now) == [
        ("18:30", "pain lower back: 7", ()),
        ("18:30", "leg numbness, left: yes; fever: no", ()),
    ]


def test_a_note_stands_behind_the_entry_in_one_row_and_a_long_one_is_cut(store, write, now):
    write(f"pain knee left 3 dull // {'word ' * 2000}")
    (_, words, _), *_ = shown(store, now)
    assert words.startswith("pain knee, left: 3, dull // word word")
    assert len(words) < 420
    assert words.endswith("…")
