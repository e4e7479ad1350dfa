"""What was done on the day a pain began and on the two days before, and how often it was done anyway."""

from datetime import date

import pytest
from journals import CATALOGUE, checkin, pain, run, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.pain.onsets import done_before, onsets
from journal.analysis.rows import Place

BACK = Place("lower-back")


def ordinal(day):
    return date.fromisoformat(day).toordinal()


def found(records, place=BACK, first="2026-11-01", last="2026-11-30"):
    frames = Frames.of(records, CATALOGUE, until=int(when(f"{last} 23:59").timestamp()))
    return frames, onsets(frames, place, ordinal(first), ordinal(last), evaluate(frames).occurrences)


def test_it_is_told_on_the_date_itself_and_on_the_two_before_the_nearest_first():
    _, (onset,) = found(
        [
            *workout("2026-11-16 18:00", ("bench-press", 3, 8, 60)),
            *workout("2026-11-17 18:00", ("deadlift", 3, 5, 120)),
            *run("2026-11-18 18:00", 5),
            *workout("2026-11-19 18:00", ("squat", 3, 5, 100)),
            pain("2026-11-19 20:00", score=5),
        ]
    )
    assert (date.fromordinal(onset.day), onset.entry.score, onset.flare) == (date(2026, 11, 19), 5, False)
    assert [one.back for one in onset.days] == [0, 1, 2]
    done = [[work.exercise.slug for bout in day.bouts for work in bout.work] for day in onset.days]
    assert done == [["squat"], ["run"], ["deadlift"]]


def test_what_was_done_after_the_pain_began_came_not_before_it():
    _, (onset,) = found(
        [pain("2026-11-19 08:00", score=5), *workout("2026-11-19 18:00", ("squat", 3, 5, 100))]
    )
    assert onset.bouts == ()


@pytest.mark.parametrize("untimed", ["pain", "workout"])
def test_where_a_time_is_not_known_it_may_have_come_before(untimed):
    _, (onset,) = found(
        [
            pain("2026-11-19 12:00", score=5, time_known=untimed != "pain"),
            *workout("2026-11-19 18:00", ("squat", 3, 5, 100), time_known=untimed != "workout"),
        ]
    )
    assert [bout.work[0].exercise.slug for bout in onset.bouts] == ["squat"]
    assert [day.order_known for day in onset.days] == [False, True, True]


def test_an_onset_that_was_told_later_counts_on_its_own_date():
    _, (onset,) = found(
        [
            *workout("2026-11-18 18:00", ("squat", 3, 5, 100)),
            pain("2026-11-19 07:00", score=4, onset_at=when("2026-11-18 22:30")),
        ]
    )
    assert date.fromordinal(onset.day) == date(2026, 11, 18)
    assert len(onset.days[0].bouts) == 1


def test_a_date_without_a_workout_was_a_rest_day_only_where_somebody_wrote():
    _, (onset,) = found([pain("2026-11-19 20:00", score=5), checkin("2026-11-18", sleep_h=7, sitting_h=9)])
    assert [one.recorded for one in onset.days] == [True, True, False]
    assert [(one.sleep_h, one.sitting_h) for one in onset.days] == [(None, None), (7, 9), (None, None)]


def test_a_jump_in_training_stands_on_the_date_of_its_workout():
    runs = [one for day in range(1, 17, 3) for one in run(f"2026-11-{day:02} 07:00", 5, minutes=30)]
    _, (onset,) = found(
        [*runs, *run("2026-11-18 07:00", 14, minutes=80), pain("2026-11-19 08:00", "knee", 5, side="left")],
        Place("knee", "left"),
    )
    assert "spike-session-distance" in [jump.rule for jump in onset.days[1].jumps]
    assert onset.days[0].jumps == ()


def test_a_flare_is_an_onset_of_its_own_and_the_first_day_of_an_episode_is_none():
    scores = [2, 2, 2, 2, 2, 2, 6, 5]
    _, made = found(
        [pain(f"2026-11-{day:02} 20:00", score=score) for day, score in enumerate(scores, 10)],
    )
    assert [(date.fromordinal(one.day).day, one.flare) for one in made] == [(10, False), (16, True)]


def test_one_entry_is_one_onset_also_when_it_is_called_a_flare_days_after_it_began():
    _, made = found([pain("2026-11-19 07:00", score=6, flare=True, onset_at=when("2026-11-16 08:00"))])
    assert [(date.fromordinal(one.day).day, one.flare) for one in made] == [(16, False)]


def test_only_the_dates_asked_for_count():
    records = [pain("2026-11-02 08:00", score=5), pain("2026-11-12 08:00", score=5)]
    assert len(found(records)[1]) == 2
    assert len(found(records, first="2026-11-03")[1]) == 1
    assert len(found(records, last="2026-11-11")[1]) == 1


def test_an_exercise_that_came_before_the_onsets_stands_beside_how_often_it_is_done_anyway():
    records = []
    for day in (2, 9, 16):
        records += workout(f"2026-11-{day:02} 18:00", ("deadlift", 3, 5, 120), ("childs-pose", 1, 1))
        records.append(pain(f"2026-11-{day + 1:02} 08:00", score=5))
        records.append(pain(f"2026-11-{day + 2:02} 08:00", score=0))
        records.append(checkin(f"2026-11-{day + 4:02}", sleep_h=8))
    frames, made = found(records, last="2026-11-20")
    (deadlift,) = done_before(frames, made, ordinal("2026-11-02"), ordinal("2026-11-20"))

    assert (deadlift.exercise.slug, deadlift.onsets, deadlift.of) == ("deadlift", 3, 3)
    # Of the other 16 recorded dates the 3 on which it was done, and the 3 two days after.
    assert deadlift.ordinary_days == len(frames.covered) - 3
    assert deadlift.ordinary_pct == pytest.approx(100 * 6 / deadlift.ordinary_days)


def test_relief_exercises_are_done_because_it_hurts_and_are_left_out():
    frames, made = found(
        [*workout("2026-11-18 18:00", ("childs-pose", 1, 1)), pain("2026-11-19 08:00", score=5)]
    )
    assert done_before(frames, made, ordinal("2026-11-01"), ordinal("2026-11-30")) == ()
