"""Which flags are about the pain of a place."""

from datetime import date

from journals import CATALOGUE, pain, symptom, when, workout

from journal.analysis.engine import evaluate
from journal.analysis.frames import Frames
from journal.analysis.pain.flags_about import flags_about
from journal.analysis.rows import Place

KNEE = Place("knee", "left")


def about(places, *records, first="2026-11-01", at="2026-11-22 20:00"):
    until = int(when(at).timestamp())
    frames = Frames.of(records, CATALOGUE, until=until)
    begin = date.fromisoformat(first).toordinal()
    return {flag.rule: flag for flag in flags_about(frames, evaluate(frames), places, begin, until)}


def hurting(region, **more):
    return [pain(f"2026-11-{day} 08:00", region, 5, **more) for day in (12, 14, 16, 18, 20, 22)]


def test_a_flag_that_names_the_place_is_and_one_of_the_other_side_is_not():
    left = hurting("knee", side="left")
    assert "pain-past-72h" in about([KNEE], *left)
    assert "pain-past-72h" not in about([Place("knee", "right")], *left)


def test_a_red_flag_always_is():
    told = about([KNEE], symptom("2026-11-20 08:00", "bladder-change"), pain("2026-11-20 08:00", score=3))
    assert told["rf-bladder-bowel"].severity == "urgent"


def test_one_that_ended_before_is_not_told():
    early = [pain(f"2026-11-0{day} 08:00", "knee", 5, side="left") for day in (1, 3, 5)]
    assert "pain-past-72h" in about([KNEE], *early)
    assert "pain-past-72h" not in about([KNEE], *early, first="2026-11-15")


def test_a_flag_about_training_alone_is_not():
    told = about(
        [KNEE], *hurting("knee", side="left"), *workout("2026-11-21 18:00", ("bench-press", 9, 8, 60))
    )
    assert not {"no-warmup", "muscle-rest-short"} & set(told)
