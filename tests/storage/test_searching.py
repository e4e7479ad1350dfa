"""Words are found in all that belongs to a day, the newest first, and the same on every database."""

from datetime import date
from uuid import uuid4

import pytest

from journal.matching import words_asked
from journal.records import Care, CheckIn, Drink, FlagMark, Session, SymptomEntry, Urine

NAMES = {"squat": "Back squat Kniebeuge", "bench-press": "Bench press"}


@pytest.fixture
def find(store, now):
    """Record entries, and look for words: what was found, the newest first, and how many there are."""

    def find(entries, text, limit=50):
        store.record(entries, now=now)
        found = store.search(words_asked(text), limit=limit, names=NAMES)
        assert found.total >= len(found.entries)
        return list(found.entries)

    return find


@pytest.fixture
def one_of_each(at, line, pain):
    """An entry of every kind, by a name."""
    return {
        "workout": line("10:00", "squat 5 100", "bench-press 5 60", title="Leg day", note="slept badly"),
        "pain": pain("11:00", "lower-back", 6, side="left", qualities=("dull",), radiates_to="thigh"),
        "symptom": SymptomEntry(id=uuid4(), at=at("12:01"), symptom="saddle-numbness", present=False),
        "drink": Drink(id=uuid4(), at=at("13:00"), volume_ml=250, drink="grüner Tee"),
        "urine": Urine(id=uuid4(), at=at("14:00"), color=3, note="after vitamins"),
        "care": Care(id=uuid4(), at=at("15:00"), kind="oral-analgesic", drug="ibuprofen", dose_mg=400),
        "checkin": CheckIn(date=date(2026, 11, 24), sleep_position="stomach", note="TRÄUME"),
        "mark": FlagMark(
            id=uuid4(), at=at("16:00"), rule="x", action="acknowledge", reason="my physio knows"
        ),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("squat", "workout"),
        ("KNIEBEUGE", "workout"),
        ("leg day", "workout"),
        ("leg bench badly", "workout"),
        ("strength", "workout"),
        ("lower back", "pain"),
        ("lower-back", "pain"),
        ("back left dull", "pain"),
        ("thigh", "pain"),
        ("numbness where you sit", "symptom"),
        ("saddle no", "symptom"),
        ("gruner TEE", "drink"),
        ("vitamin", "urine"),
        ("ibuprofen", "care"),
        ("painkiller", "care"),
        ("traume", "checkin"),
        ("stomach", "checkin"),
        ("physio", "mark"),
    ],
)
def test_every_kind_of_entry_is_found_by_its_words_and_its_text(find, one_of_each, text, name):
    assert find(list(one_of_each.values()), text) == [one_of_each[name]]


@pytest.mark.parametrize("text", ["squat knee", "kneee", "ibuprofen badly", "saddle yes"])
def test_all_words_must_occur_in_one_entry(find, one_of_each, text):
    assert find(list(one_of_each.values()), text) == []


def test_the_newest_comes_first_and_of_very_many_only_the_newest(find, store, pain):
    older = [pain(f"2026-11-{day:02} 10:00", "knee", 4) for day in range(1, 21)]
    assert find(older, "knee", limit=3) == older[:-4:-1]
    assert store.search(("knee",), limit=3).total == 20


def test_without_words_the_notes_are_given(find, line, pain):
    noted = pain("10:00", "knee", 4, note="  on the stairs ")
    titled = line("2026-11-24 09:00", "squat 5 100", title="Leg day")
    wrote = line("2026-11-23 09:00", "squat 5 100", title="Leg day")
    wrote = Session(wrote.workout, tuple(one.but(note="felt light") for one in wrote.sets))
    assert find([noted, pain("11:00", "hip", 4), wrote, titled], "") == [noted, wrote]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("Mein RÜCKEN", "rücken"),
        ("Mein Ru\u0308cken", "rücken"),
        ("Mein Rücken", "RUCKEN"),
        ("Straße", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("腰が痛い", "腰"),
        ("100 % of_it", "100 % f_"),
        ("[red]x[/]", "[red]"),
        ("'; DROP TABLE pain; --", "'; drop"),
        ("a\\b", "\\"),
    ],
)
def test_letters_are_compared_the_same_way_on_every_database(find, pain, note, text):
    entry = pain("10:00", "knee", 4, note=note)
    assert find([entry, pain("11:00", "knee", 4, note="100 ab of it")], text) == [entry]


def test_what_a_database_takes_for_any_letter_is_itself(find, pain):
    assert find([pain("10:00", "knee", 4, note="ab")], "a_b") == []
    assert find([pain("10:30", "knee", 4, note="ab")], "a%") == []


def test_an_empty_journal_has_nothing(store):
    assert store.search((), limit=5).entries == ()
    assert store.search(("knee",), limit=5).total == 0
