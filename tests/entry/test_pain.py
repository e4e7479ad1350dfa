"""Pain entries: every part, in any order, each once."""

import pytest

from journal.records import columns
from journal.vocabulary import Radiation, Region, Side


@pytest.mark.parametrize(
    ("place", "region", "side"),
    [
        ("low back", "lower-back", None),
        ("lower back", "lower-back", None),
        ("lower-back", "lower-back", None),
        ("lumbar", "lower-back", None),
        ("middle back", "mid-back", None),
        ("middle lower back", "lower-back", "center"),
        ("mid back", "mid-back", None),
        ("hamstring", "thigh-back", None),
        ("back of the thigh", "thigh-back", None),
        ("left quad", "thigh-front", "left"),
        ("r calf", "calf", "right"),
        ("knee l", "knee", "left"),
        ("knees both", "knee", "both"),
        ("shoulder blade", "upper-back", None),
        ("NECK Center", "neck", "center"),
        ("glutes", "buttock", None),
    ],
)
def test_places_go_by_their_everyday_names(place, region, side, entry):
    pain = entry(f"pain {place} 4")
    assert (pain.region, pain.side) == (region, side)


@pytest.mark.parametrize("region", Region)
def test_every_place_goes_by_its_own_word(region, entry):
    assert entry(f"pain {region} 0").region is region
    assert entry(f"pain {region.replace('-', ' ')} 0").region is region


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("4", {}),
        ("4/10", {}),
        ("4 / 10", {}),
        ("dull 4 aching", {"qualities": ("dull", "ache")}),
        ("4, sharp, pins and needles", {"qualities": ("sharp", "tingling")}),
        ("4 during", {"context": "during"}),
        ("4 after", {"context": "right-after"}),
        ("4 right-after", {"context": "right-after"}),
        ("4 later", {"context": "later"}),
        ("4 rest", {"context": "at-rest"}),
        ("4 at rest", {"context": "at-rest"}),
        ("4 waking", {"context": "on-waking"}),
        ("4 sudden pop bruised", {"sudden": True, "pop_heard": True, "bruising": True}),
        ("4 swollen limits flare", {"swelling": True, "limits_movement": True, "flare": True}),
        ("4 no sudden no pop no bruised", {"sudden": False, "pop_heard": False, "bruising": False}),
        (
            "4 no swelling no limits no flare up",
            {"swelling": False, "limits_movement": False, "flare": False},
        ),
        ("4 lift", {"mechanism": "lift"}),
        ("4 twisting", {"mechanism": "twist"}),
        ("4 none", {"mechanism": "none"}),
        ("4 to buttock", {"radiates_to": "buttock"}),
        ("4 into thigh", {"radiates_to": "thigh"}),
        ("4 ->foot", {"radiates_to": "foot"}),
        ("4 → below knee", {"radiates_to": "below-knee"}),
        ("4 to calf", {"radiates_to": "below-knee"}),
        ("4 to shin", {"radiates_to": "below-knee"}),
        ("4 to leg", {"radiates_to": "below-knee"}),
        ("4 radiating to thigh", {"radiates_to": "thigh"}),
        ("4 no radiating", {"radiates_to": "none"}),
        ("4 to right foot", {"radiates_to": "foot", "side": "right"}),
        ("right 4 to right foot", {"radiates_to": "foot", "side": "right"}),
        ("4 to foot left", {"radiates_to": "foot", "side": "left"}),
        ("left 4 right after", {"side": "left", "context": "right-after"}),
    ],
)
def test_the_parts_stand_in_any_order(words, fields, entry):
    pain = entry(f"pain hip {words}")
    empty = {column.name: None if column.name != "qualities" else () for column in columns(type(pain))}
    for name in ("id", "at", "region", "score", "note", "source"):
        del empty[name]
    assert {name: getattr(pain, name) for name in empty} == empty | fields
    assert pain.score == 4


def test_the_place_may_come_after_the_score(entry):
    assert entry("pain 4 left knee").region is Region.KNEE


@pytest.mark.parametrize(
    ("line", "onset"),
    [
        ("pain hip 4 since 17:40", "2026-11-25T17:40:00+01:00"),
        ("pain hip 4 since yesterday", "2026-11-24T12:00:00+01:00"),
        ("pain hip 4 since mon 18:00", "2026-11-23T18:00:00+01:00"),
        ("pain hip 4 since 2h ago", "2026-11-25T16:30:00+01:00"),
        ("pain hip 4 since 2026-11-01", "2026-11-01T12:00:00+01:00"),
        ("pain hip 4 since today", "2026-11-25T18:30:00+01:00"),
        ("pain hip 4 since morning sharp", "2026-11-25T08:00:00+01:00"),
        # a clock is of the day of the entry
        ("yesterday 18:00 pain hip 4 since 17:40", "2026-11-24T17:40:00+01:00"),
        # a day alone is never later than a pain of that day
        ("8:00 pain hip 4 since today", "2026-11-25T08:00:00+01:00"),
        ("8:00 pain hip 4 since wed", "2026-11-25T08:00:00+01:00"),
        ("yesterday 9:00 pain hip 4 since yesterday", "2026-11-24T09:00:00+01:00"),
        ("yesterday 18:00 pain hip 4 since yesterday", "2026-11-24T12:00:00+01:00"),
    ],
)
def test_since_says_when_it_began(line, onset, entry):
    assert entry(line).onset_at.isoformat() == onset


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("pain lower back", "the score is missing, 0 to 10: pain lower back 4"),
        ("pain l knee sharp", "the score is missing, 0 to 10: pain left knee 4"),
        ("pain hip 4 5", "two scores: '4' and '5'; only one can stand"),
        ("pain hip 4 4", "two scores: '4' and '4'; only one can stand"),
        ("pain hip 11", "'11': a score is a whole number, 0 to 10"),
        ("pain hip 4.5", "'4.5': a score is a whole number, 0 to 10"),
        ("pain hip -1", "'-1': a score is a whole number, 0 to 10"),
        ("pain hip 3/5", "'3/5': a score is a whole number, 0 to 10"),
        ("pain", "pain where: lower back, left knee, ...?"),
        ("pain 4", "pain where: lower back, left knee, ...?"),
        ("pain hip knee 4", "two places: 'hip' and 'knee'; only one can stand"),
        ("pain left hip right 4", "two sides: 'left' and 'right'; only one can stand"),
        ("pain hip 4 during later", "two moments: 'during' and 'later'; only one can stand"),
        ("pain hip 4 lift fall", "two causes: 'lift' and 'fall'; only one can stand"),
        ("pain hip 4 pop no pop", "two answers: 'pop' and 'no pop'; only one can stand"),
        ("pain hip 4 to thigh to foot", "two targets: 'to thigh' and 'to foot'; only one can stand"),
        ("pain hip 4 radiating", "radiating where to: buttock, thigh, below knee or foot?"),
        ("pain hip 4 radiating no radiating", "radiating where to: buttock, thigh, below knee or foot?"),
        ("pain hip 4 to", "radiating where to: buttock, thigh, below knee or foot?"),
        ("pain hip 4 to knee", "radiating where to: buttock, thigh, below knee or foot?"),
        ("pain hip 4 no", "no what: sudden, pop, bruised, swollen, limits, flare or radiating?"),
        ("pain hip 4 no lift", "no what: sudden, pop, bruised, swollen, limits, flare or radiating?"),
        ("pain hip 4 since", "since when: 17:40, yesterday, mon 18:00, 2026-11-20 or 3d ago?"),
        ("pain hip 4 since 23:00", "2026-11-25 23:00 is in the future"),
        (
            "yesterday pain hip 4 since 17:40",
            "a pain of 2026-11-24 12:00 cannot begin later, at 2026-11-24 17:40",
        ),
        (
            "yesterday 9:00 pain hip 4 since yesterday 9:01",
            "a pain of 2026-11-24 09:00 cannot begin later, at 2026-11-24 09:01",
        ),
        (
            "yesterday pain hip 4 since today",
            "a pain of 2026-11-24 12:00 cannot begin later, at 2026-11-25 18:30",
        ),
        ("pain hip right 4 to left foot", "the pain is right but goes down left"),
        ("pain hip both 4 to left foot", "the pain is both but goes down left"),
        (
            "pain knee right after 3",
            "'right after': the right side (write right before the place), or after training (write after)?",
        ),
        ("pain back 4", "'back' is not one place: lower back, mid back, upper back?"),
        ("pain thigh 4", "'thigh' is not one place: front thigh, back thigh?"),
        ("pain Leg 4", "'Leg' is not one place: front thigh, back thigh, knee, shin, calf?"),
        ("pain arm 4", "'arm' is not one place: upper arm, elbow, forearm?"),
    ],
)
def test_doubts(line, sentence, refused):
    assert refused(line).sentence == sentence


def test_an_unknown_word_is_named_with_what_could_stand_there(refused):
    doubt = refused("pain lower back 4 blue")
    assert doubt.sentence.startswith(
        "'blue' is not understood after 'pain lower back 4': here could stand a side,"
    )
    assert doubt.line[doubt.start : doubt.end] == "blue"


def test_before_a_place_is_named_it_is_what_is_missing(refused):
    assert refused("pain in hip 4").sentence.startswith(
        "'in' is not understood after 'pain': here could stand a place (lower back, knee, ...), a side,"
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("lowerback", "lower back"),
        ("lowr back", "lower back"),
        ("Sholder", "shoulder"),
        ("hamstrng", "thigh back"),
        ("left kne", "knee"),
    ],
)
def test_a_place_that_is_misspelt_is_asked_for_and_never_taken(words, place, refused):
    doubt = refused(f"pain {words} 4")
    assert doubt.sentence == f"'{words.removeprefix('left ')}' is not a place: {place}?"
    assert doubt.candidates == (place,)


def test_what_the_program_says_back_of_a_pain_is_read(said):
    words = said("pain lower back left 4 sharp")
    assert said(f"pain {words}") == words


def test_candidates_of_an_ambiguous_place_are_places(refused, entry):
    for word in ("back", "spine", "thigh", "leg", "lower leg", "arm"):
        candidates = refused(f"pain {word} 4").candidates
        assert len(candidates) >= 2
        for candidate in candidates:
            assert isinstance(entry(f"pain {candidate} 4").region, Region)


def test_the_side_of_the_spread_becomes_the_side_of_the_pain(entry):
    pain = entry("pain lower back 5 to left thigh")
    assert (pain.side, pain.radiates_to) == (Side.LEFT, Radiation.THIGH)
