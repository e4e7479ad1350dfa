"""Drinks, care and painkillers."""

from dataclasses import replace

import pytest

from journal.entry import parse
from journal.vocabulary import CareKind, Drug


@pytest.mark.parametrize(
    ("line", "drink", "ml"),
    [
        ("water", "water", 250),
        ("Coffee", "coffee", 250),
        ("water 300", "water", 300),
        ("water 30", "water", 30),
        ("water 300ml", "water", 300),
        ("water 300 ml", "water", 300),
        ("water 33cl", "water", 330),
        ("water 0,5l", "water", 500),
        ("water 1.5 l", "water", 1500),
        ("water 2 litres", "water", 2000),
        ("tea 1 cup", "tea", 240),
        ("tea 2cups", "tea", 480),
        ("milk 2 glasses", "milk", 500),
        ("juice 8oz", "juice", 237),
        ("green tea 200", "green tea", 200),
        ("sports drink 500", "isotonic", 500),
        ("coke 330", "cola", 330),
        ("drink 200", "", 200),
    ],
)
def test_a_drink_is_one_glass_or_the_amount(line, drink, ml, entry):
    one = entry(line)
    assert (one.drink, one.volume_ml) == (drink, ml)


def test_a_glass_is_the_writers(writer):
    ((one),) = parse("water 2 glasses", replace(writer, glass_ml=300))
    assert one.entry.volume_ml == 600


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("water 2", "2 what: glasses, cups or l?"),
        ("water 29", "29 what: glasses, cups or l?"),
        ("water 0,5", "0,5 what: glasses, cups or l?"),
        ("water 1 pint", "'pint': 473 or 568 ml?"),
        ("water pints", "'pints': 473 or 568 ml?"),
        ("water 1,500 ml", "'1,500': 1.5 ml or 1500 ml?"),
        ("water 1.500ml", "'1.500': 1.5 ml or 1500 ml?"),
        ("water 2 bottles", "'bottles' is no unit here: ml, cl, l, oz, cups or glasses"),
        ("water 8 fl oz", "'fl' is no unit here: ml, cl, l, oz, cups or glasses"),
        (
            "water 300 cold",
            "'cold' is not understood after 'water 300': the entry ends there, and another one stands after ;",
        ),
        (
            "water bottle",
            "'bottle' is not understood after 'water': here could stand an amount in ml, cl, l, oz, cups or glasses",
        ),
        (
            "water -200",
            "'-200' is not understood after 'water': here could stand an amount in ml, cl, l, oz, cups or glasses",
        ),
    ],
)
def test_doubts_about_a_drink(line, sentence, refused):
    assert refused(line).sentence == sentence


def test_more_than_a_record_holds_is_refused_with_its_bounds(refused):
    sentence = refused("water 200000 l").sentence
    assert sentence.startswith(
        "hydration.volume_ml: '200000000' is not accepted; it needs a number from 0 to"
    )


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("ice", {"kind": "cold"}),
        ("cold pack", {"kind": "cold"}),
        ("heat", {"kind": "heat"}),
        ("heat pack low back", {"kind": "heat", "region": "lower-back"}),
        ("hot water bottle 20min", {"kind": "heat", "duration_min": 20}),
        ("bath 20 min", {"kind": "warm-bath", "duration_min": 20}),
        ("massage left calf 10m", {"kind": "massage", "region": "calf", "side": "left", "duration_min": 10}),
        ("massage no direct", {"kind": "massage", "direct_pressure": False}),
        ("massage 1h direct", {"kind": "massage", "duration_min": 60, "direct_pressure": True}),
        ("ice 12:30 knee r", {"kind": "cold", "region": "knee", "side": "right", "duration_min": 12.5}),
        ("ice no wrapped", {"kind": "cold", "wrapped": False}),
        ("ice 15m, wrapped", {"kind": "cold", "duration_min": 15, "wrapped": True}),
        ("voltaren gel knee", {"kind": "topical", "region": "knee"}),
        ("cream shoulder", {"kind": "topical", "region": "shoulder"}),
        ("stretch hamstring 5min", {"kind": "stretch", "region": "thigh-back", "duration_min": 5}),
        ("relief exercises 10min", {"kind": "relief-exercise", "duration_min": 10}),
        ("bed rest 2h", {"kind": "bed-rest", "duration_min": 120}),
        ("bed rest 1h30", {"kind": "bed-rest", "duration_min": 90}),
        ("bed rest 1h 30min", {"kind": "bed-rest", "duration_min": 90}),
        ("bed rest 1.5h", {"kind": "bed-rest", "duration_min": 90}),
        ("ice 90s", {"kind": "cold", "duration_min": 1.5}),
        ("physio lower back", {"kind": "physio", "region": "lower-back"}),
        ("chiro", {"kind": "chiropractic"}),
        ("acupuncture", {"kind": "acupuncture"}),
        ("doctor", {"kind": "doctor"}),
        ("cleared", {"kind": "clearance"}),
        ("ibuprofen", {"kind": "oral-analgesic", "drug": "ibuprofen"}),
        ("Advil 400", {"kind": "oral-analgesic", "drug": "ibuprofen", "dose_mg": 400}),
        ("nurofen 2x200mg", {"kind": "oral-analgesic", "drug": "ibuprofen", "dose_mg": 400}),
        ("tylenol 0,5g", {"kind": "oral-analgesic", "drug": "paracetamol", "dose_mg": 500}),
        ("acetaminophen 1 g", {"kind": "oral-analgesic", "drug": "paracetamol", "dose_mg": 1000}),
        ("aleve 220 mg", {"kind": "oral-analgesic", "drug": "naproxen", "dose_mg": 220}),
        ("voltaren 2 x 12.5 mg", {"kind": "oral-analgesic", "drug": "diclofenac", "dose_mg": 25}),
        ("painkiller", {"kind": "oral-analgesic"}),
        ("other painkiller 30", {"kind": "oral-analgesic", "drug": "other", "dose_mg": 30}),
    ],
)  # fmt: skip
def test_care_and_painkillers(line, fields, entry):
    care = entry(line)
    names = ("kind", "region", "side", "duration_min", "drug", "dose_mg", "wrapped", "direct_pressure")
    assert {name: getattr(care, name) for name in names if getattr(care, name) is not None} == fields


@pytest.mark.parametrize("kind", [kind for kind in CareKind if kind is not CareKind.ORAL_ANALGESIC])
def test_every_care_goes_by_its_own_word(kind, entry):
    assert entry(kind.value).kind is kind
    assert entry(kind.value.replace("-", " ")).kind is kind


@pytest.mark.parametrize("drug", Drug)
def test_every_painkiller_goes_by_its_own_word(drug, entry):
    assert entry(f"{drug} 100").drug is drug


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("ice back 15m", "'back' is not one place: lower back, mid back, upper back?"),
        ("ice 0:90", "'0:90' is not a time: minutes:seconds such as 28:30, or 1:45:00"),
        ("ice 15", "15 what: write 15min for minutes"),
        ("ice 15min 10min", "two times: '15min' and '10min'; only one can stand"),
        ("ice wrapped no wrapped", "two answers: 'wrapped' and 'no wrapped'; only one can stand"),
        (
            "ice knee 4",
            "4 what: write 4min for minutes",
        ),
        (
            "ice blue",
            (
                "'blue' is not understood after 'ice': "
                "here could stand a place, a side, a time such as 15min, wrapped or direct"
            ),
        ),
        ("paracetamol 1,000mg", "'1,000': 1 mg or 1000 mg?"),
        ("paracetamol 2x1.000", "'1.000': 1 mg or 1000 mg?"),
        ("ibuprofen 0,4", "'0,4' is less than 1 mg: write it such as 400mg or 0.4g"),
        ("ibuprofen 0x400mg", "'0x400mg' is less than 1 mg: write it such as 400mg or 0.4g"),
        ("ibuprofen 2 tablets", "'2 tablets' of how many mg: write 2x200mg"),
        (
            "ibuprofen much",
            "'much' is not understood after 'ibuprofen': here could stand a dose such as 400mg, 2x200mg or 1g",
        ),
        (
            "ibuprofen 400 knee",
            "'knee' is not understood after 'ibuprofen 400': the entry ends there, and another one stands after ;",
        ),
    ],
)
def test_doubts_about_care(line, sentence, refused):
    assert refused(line).sentence == sentence
