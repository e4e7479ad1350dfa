"""Where it hurts at an instant."""

from journals import CATALOGUE, pain, when

from journal.analysis.frames import Frames
from journal.analysis.pain.painful import active_back_pain, active_back_pains, before_workout, open_episode
from journal.analysis.rows import Place

BACK = Place("lower-back")


def ts(at):
    return int(when(at).timestamp())


def frames(*records):
    return Frames.of(records, CATALOGUE)


def test_the_worst_region_of_the_back_speaks_for_it():
    made = frames(
        pain("2026-11-20 12:00", score=5),
        pain("2026-11-20 13:00", "upper-back", 6),
        pain("2026-11-20 14:00", "mid-back", 3),
        pain("2026-11-20 15:00", "knee", 9),
    )

    assert active_back_pain(made, ts("2026-11-20 18:00")).episode.place == Place("upper-back")
    assert [one.entry.score for one in active_back_pains(made, ts("2026-11-20 18:00"))] == [5, 6]
    assert active_back_pain(made, ts("2026-11-20 11:59")) is None


def test_an_episode_is_open_from_its_first_entry_until_it_closed():
    made = frames(pain("2026-11-20 12:00"), pain("2026-11-20 14:00", score=0), pain("2026-11-25 12:00"))

    assert open_episode(made, BACK, ts("2026-11-20 11:59")) is None
    assert open_episode(made, BACK, ts("2026-11-21 13:59")) == made.episodes[0]
    assert open_episode(made, BACK, ts("2026-11-21 14:00")) is None
    assert open_episode(made, BACK, ts("2026-11-25 12:00")) == made.episodes[1]
    assert open_episode(made, Place("knee", "left"), ts("2026-11-20 12:00")) is None


def test_the_before_workout_of_a_place_is_the_newest_by_then():
    made = frames(pain("2026-11-20 12:00", score=4), pain("2026-11-20 14:00", score=0))

    assert before_workout(made, BACK, ts("2026-11-20 11:59")) is None
    assert before_workout(made, BACK, ts("2026-11-20 13:59")).score == 4
    assert before_workout(made, BACK, ts("2026-11-20 14:00")).score == 0


def test_what_hurt_during_the_workout_was_not_there_when_it_started():
    at = "2026-11-20 18:00"
    made = frames(pain("2026-11-20 12:00", score=4), pain(at, score=7, context="during"))

    assert before_workout(made, BACK, ts(at)).score == 4
    assert [one.entry.score for one in active_back_pains(made, ts(at), workout=True)] == [4]
    assert [one.entry.score for one in active_back_pains(made, ts(at))] == [7]
