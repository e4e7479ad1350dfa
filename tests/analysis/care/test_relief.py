"""The relief exercises of the documents, and which of them to offer somebody whose back hurts."""

import pytest
from journals import CATALOGUE, care, pain, symptom, when, workout

from journal.analysis.care.relief import BY_SLUG, LIBRARY, relief_for
from journal.analysis.frames import Frames
from journal.records import Condition, Record
from journal.vocabulary import ExerciseTag as Tag

NOW = "2026-11-20 18:00"

TAGS = {
    "standing-back-bend": {Tag.RELIEF, Tag.STRETCH},
    "knees-to-chest": {Tag.RELIEF, Tag.STRETCH},
    "bird-dog": {Tag.CORE_GENTLE, Tag.RELIEF},
    "childs-pose": {Tag.RELIEF, Tag.STRETCH},
    "cat-cow": {Tag.RELIEF, Tag.CORE_GENTLE},
    "kneeling-lunge": {Tag.RELIEF, Tag.STRETCH},
    "wall-slide": {Tag.RELIEF},
    "glute-bridge": {Tag.CORE_GENTLE, Tag.RELIEF},
    "plank": {Tag.CORE_GENTLE},
    "gentle-yoga": {Tag.RELIEF},
}
HOLDS = {"knees-to-chest": "20 s", "bird-dog": "5 s", "childs-pose": "30 to 60 s"}


def offered(*records, at=NOW):
    """The slugs of what is offered."""
    made = [one for some in records for one in ([some] if isinstance(some, Record) else some)]
    return [one.slug for one in relief_for(Frames.of(made, CATALOGUE), int(when(at).timestamp()))]


ALL = [one.slug for one in LIBRARY]
NO_STRENGTHENING = [slug for slug in ALL if slug != "plank"]


@pytest.mark.parametrize("slug", TAGS)
def test_every_one_stands_in_the_catalogue_with_its_tags_and_name(slug):
    exercise = CATALOGUE.get(slug)

    assert exercise is not None
    assert exercise.tags == TAGS[slug]
    assert CATALOGUE.find(BY_SLUG[slug].name) == exercise
    assert BY_SLUG[slug].hold_words == HOLDS.get(slug, "")


def test_the_library_is_that_of_the_documents():
    assert sorted(ALL) == sorted(TAGS)
    assert BY_SLUG["childs-pose"].words == "child's pose, hold 30 to 60 s"
    assert all(one.documents and one.stop and one.dose for one in LIBRARY)
    assert all(one.hold_words in one.dose for one in LIBRARY)


@pytest.mark.parametrize(
    ("entry", "slugs"),
    [
        (pain("2026-11-20 17:00", score=1), ALL),
        (pain("2026-11-20 17:00", score=3), ALL),
        (pain("2026-11-20 17:00", score=4), NO_STRENGTHENING),
        (pain("2026-11-20 17:00", "upper-back", score=6), NO_STRENGTHENING),
        (pain("2026-11-20 17:00", score=7), []),
        (pain("2026-11-20 17:00", score=2, qualities=("sharp",)), []),
        (pain("2026-11-20 17:00", score=2, qualities=("tingling",)), []),
        (pain("2026-11-20 17:00", score=2, qualities=("dull", "stiff")), ALL),
        (pain("2026-11-20 17:00", score=2, radiates_to="thigh"), []),
        (pain("2026-11-20 17:00", score=2, radiates_to="none"), ALL),
        (pain("2026-11-20 17:00", score=0), []),
        (pain("2026-11-20 17:00", "knee", score=3), []),
        (pain("2026-11-20 18:01", score=3), []),
        (pain("2026-11-17 18:01", score=3), ALL),
        (pain("2026-11-17 18:00", score=3), []),
    ],
    ids=[
        *("1 of 10", "3 of 10", "4 of 10", "upper back", "severe", "sharp", "tingling", "dull", "radiates"),
        *("does not radiate", "no pain", "not the back", "not yet", "still open", "lapsed"),
    ],
)
def test_what_is_offered_for_a_pain(entry, slugs):
    assert offered(entry) == slugs


def test_nothing_is_offered_to_an_empty_journal():
    assert offered() == []


@pytest.mark.parametrize(
    ("before", "slugs"),
    [
        (pain("2026-11-19 18:00", score=8), []),
        (pain("2026-11-19 17:59", score=8), ALL),
        (pain("2026-11-20 12:00", score=2, qualities=("stabbing",)), []),
        (pain("2026-11-20 12:00", "mid-back", score=8), []),
    ],
    ids=["severe within 24 h", "severe before", "sharp this morning", "severe beside it"],
)
def test_a_day_must_have_passed_since_it_was_bad(before, slugs):
    assert offered(before, pain("2026-11-20 17:00", score=2)) == slugs


@pytest.mark.parametrize(
    ("records", "slugs"),
    [
        ([symptom("2026-11-20 12:00", "leg-weakness")], []),
        ([symptom("2026-11-13 18:00", "fever")], []),
        ([symptom("2026-11-13 17:59", "fever")], ALL),
        ([symptom("2026-11-20 12:00", "leg-weakness", present=False)], ALL),
        ([symptom("2026-11-20 12:00", "tired")], ALL),
        ([symptom("2026-11-19 12:00", "fever"), symptom("2026-11-20 12:00", "fever", present=False)], ALL),
        ([symptom("2026-11-19 12:00", "fever"), symptom("2026-11-20 12:00", "chills", present=False)], []),
        (
            [
                symptom("2026-11-19 12:00", "leg-numbness", side="left"),
                symptom("2026-11-20 12:00", "leg-numbness", present=False, side="right"),
            ],
            [],
        ),
        ([symptom("2026-11-19 12:00", "fever"), care("2026-11-20 09:00", "doctor")], ALL),
        ([symptom("2026-11-19 12:00", "fever"), care("2026-11-18 09:00", "doctor")], []),
    ],
    ids=[
        *(
            "weak leg",
            "fever 7 days ago",
            "fever before",
            "answered no",
            "tired",
            "gone",
            "another answered no",
        ),
        *("the other side answered no", "seen by a doctor", "seen before"),
    ],
)
def test_a_sign_that_a_doctor_should_see_speaks_against_all(records, slugs):
    assert offered(pain("2026-11-20 17:00", score=2), *records) == slugs


@pytest.mark.parametrize(
    ("condition", "slugs"),
    [("herniated-disc", ["gentle-yoga"]), ("osteoporosis", ["gentle-yoga"]), ("fluid-limit", ALL)],
)
def test_with_a_condition_of_the_spine_only_easy_yoga(condition, slugs):
    hurts = pain("2026-11-20 17:00", score=2)
    held = Condition(condition=condition, since=when("2026-11-01 12:00").date())

    assert offered(hurts, held) == slugs
    assert offered(hurts, held.but(until=when("2026-11-19 12:00").date())) == ALL


@pytest.mark.parametrize(
    ("done", "after", "without"),
    [
        (["childs-pose"], pain("2026-11-20 12:00", score=3), ["childs-pose"]),
        (["childs-pose"], pain("2026-11-20 12:00", score=2), []),
        (["childs-pose", "cat-cow"], pain("2026-11-20 12:00", score=3), ["childs-pose", "cat-cow"]),
        (["childs-pose", "deadlift"], pain("2026-11-20 12:00", score=3), []),
        (["childs-pose"], pain("2026-11-20 17:00", "mid-back", score=3), []),
    ],
    ids=["2 more", "1 more", "any of them", "after a deadlift", "elsewhere"],
)
def test_what_was_followed_by_more_pain_is_not_offered_again(done, after, without):
    first = pain("2026-11-20 08:00", score=1)
    session = workout("2026-11-20 09:00", *((slug, 1, 1) for slug in done), kind="mobility", minutes=10)

    assert offered(first, session, after) == [slug for slug in ALL if slug not in without]


def test_pain_of_the_next_day_is_not_put_down_to_it():
    first = pain("2026-11-19 08:00", score=1)
    session = workout("2026-11-19 09:00", ("childs-pose", 1, 1), kind="mobility", minutes=10)

    assert "childs-pose" not in offered(first, session, pain("2026-11-20 09:10", score=3))
    assert "childs-pose" in offered(first, session, pain("2026-11-20 09:11", score=3))
