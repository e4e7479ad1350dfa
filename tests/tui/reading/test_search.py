"""What is found of some words, and how it is told."""

from uuid import uuid4

import pytest

from journal.entry import Writer
from journal.exercises import catalogue
from journal.records import (
    Alias,
    Condition,
    Drink,
    FlagMark,
    OwnExercise,
    Pain,
    Session,
    Set,
    TemplateSet,
    Workout,
)
from journal.storage import Change
from journal.tui.reading.search import SHOWN, search


@pytest.fixture
def keep(store, now):
    def keep(*records):
        store.change([Change(None, record) for record in records], now=now, verb="log")

    return keep


@pytest.fixture
def find(store, now):
    """What is found of a text, with the names that the journal has by now."""

    def find(text):
        known = catalogue(store.rows(OwnExercise), store.rows(Alias))
        return search(text)(store, Writer(now=now, zone=now.tzinfo, catalogue=known))

    return find


def rows(found):
    return [(one.label, one.words) for one in (*found.named, *found.entries)]


def test_an_exercise_is_found_by_any_of_its_names_and_opens_its_history(write, keep, find):
    write("2026-11-18 18:00 squat 2x5 100kg; bench 1x5 60", "2026-11-20 18:00 squat 1x5 100kg")
    keep(Alias(name="Kniebeuge", slug="squat"), OwnExercise(slug="zercher-carry", name="Zercher Carry"))

    found = find("KNIEBEUGE")
    assert rows(found) == [
        ("exercise", "Squat: 2 workouts, last Fri 20 Nov 2026"),
        ("Fri 20 Nov 2026", "squat, 1 × 5 × 100 kg"),
        ("Wed 18 Nov 2026", "squat, 2 × 5 × 100 kg"),
    ]
    assert (found.named[0].page, found.named[0].about) == ("exercises", {"slug": "squat"})
    assert rows(find("zercher")) == [("exercise", "Zercher Carry: not done yet")]
    assert find("front squat").named == ()


def test_an_entry_opens_its_day_with_itself_chosen(keep, find, now):
    pain = Pain(id=uuid4(), at=now, region="knee", side="left", score=4, note="on  the\nstairs")
    keep(pain)

    (one,) = find("knee stairs").entries
    assert (one.label, one.words) == ("Wed 25 Nov 2026", "pain knee, left: 4 // on the stairs")
    assert (one.page, one.about) == ("today", {"day": now.date(), "choose": f"pain/{pain.id}"})


def test_of_a_workout_the_exercises_are_told_that_have_the_words(keep, find, now):
    workout = Workout(id=uuid4(), started_at=now, kind="strength", title="Leg day", note="slept badly")
    squat = Set(workout_id=workout.id, position=1, exercise="squat", reps=5, note="felt light")
    bench = Set(workout_id=workout.id, position=2, exercise="bench-press", reps=8)
    keep(workout, squat, bench)

    said = {text: rows(find(text))[-1][1] for text in ("squat", "badly", "leg bench", "")}
    assert said == {
        "squat": "Leg day: squat, 1 × 5 // felt light // slept badly",
        "badly": "Leg day: squat, 1 × 5 // felt light; bench press, 1 × 8 // slept badly",
        "leg bench": "Leg day: bench press, 1 × 8 // slept badly",
        "": "Leg day: squat, 1 × 5 // felt light // slept badly",
    }


def test_templates_and_conditions_are_found_too(keep, find, now):
    keep(
        TemplateSet(template="Legs", position=1, exercise="squat", reps=5),
        TemplateSet(template="Legs", position=2, exercise="leg-curl", reps=12),
        Condition(condition="herniated-disc", note="L5, MRI of 2024"),
        FlagMark(id=uuid4(), at=now, rule="x", action="acknowledge", reason="my physio knows"),
    )

    assert rows(find("legs")) == [("template", "Legs: Squat, Leg curl")]
    assert find("legs").named[0].about == {"template": "Legs"}
    assert rows(find("disc mri")) == [("condition", "herniated disc // L5, MRI of 2024")]
    assert rows(find("physio")) == [("Wed 25 Nov 2026", "flag: acknowledge // my physio knows")]


def test_of_a_long_note_the_part_with_the_words_is_shown(keep, find, now):
    note = f"it began {'on and on ' * 400}until the chiropractor {'and so on ' * 400}"
    keep(Pain(id=uuid4(), at=now, region="knee", score=4, note=note))

    (one,) = find("chiropractor").entries
    assert one.words.startswith("pain knee: 4 // it began on and on")
    assert "until the chiropractor and so on" in one.words
    assert len(one.words) < 260


def test_of_very_many_entries_the_newest_are_listed(keep, find, now):
    keep(*(Drink(id=uuid4(), at=now, volume_ml=250, drink="water") for _ in range(SHOWN + 7)))

    found = find("water")
    assert (len(found.entries), found.total) == (SHOWN, SHOWN + 7)


def test_without_words_the_newest_notes_are_shown_and_nothing_else(write, find):
    write("2026-11-18 18:00 squat 1x5 100kg", "2026-11-19 8:00 pain knee 3 // older", "pain hip 3 // newer")

    found = find("   ")
    assert rows(found) == [
        ("Wed 25 Nov 2026", "pain hip: 3 // newer"),
        ("Thu 19 Nov 2026", "pain knee: 3 // older"),
    ]


def test_the_words_that_were_looked_for_are_handed_back(store, find):
    assert find("  Rücken  LINKS ").words == ("rucken", "links")


@pytest.mark.parametrize("title", ["[/]", "[@click=app.quit]x[/]", "$x {y} %s", "日本語"])
def test_what_somebody_wrote_stays_as_it_is(keep, find, now, title):
    workout = Workout(id=uuid4(), started_at=now, kind="other", title=title)
    keep(workout, Set(workout_id=workout.id, position=1, exercise="own-thing", reps=5))
    assert rows(find(title))[0][1] == f"{title}: own-thing, 1 × 5"
    assert isinstance(find("own-thing").entries[0].about["choose"], str)
    assert Session(workout).workout.title == title
