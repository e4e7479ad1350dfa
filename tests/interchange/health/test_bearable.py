"""Exports of Bearable: pains converted and marked so, signs, sleep and moods; the rest left out and counted."""

from datetime import date
from zoneinfo import ZoneInfo

import from_bytes
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import bearable as sample

from journal.errors import Refused
from journal.exercises import catalogue
from journal.interchange import Imported
from journal.interchange.health import bearable
from journal.interchange.health.bearable_words import meaning_of
from journal.interchange.recognise import recognise
from journal.interchange.rows.foreign import Options
from journal.records import CheckIn, Pain, SymptomEntry
from journal.vocabulary import Quality, Region, Side, Symptom

OPTIONS = Options(
    catalogue=catalogue(),
    zone=ZoneInfo("Europe/Berlin"),
    weight_unit=None,
    distance_unit=None,
    today=date(2026, 11, 22),
    file="bearable.csv",
)


def read(*readings: str, header: str = sample.HEADER) -> Imported:
    return read_whole("\n".join((header, *readings)) + "\n")


def read_whole(text: str | bytes) -> Imported:
    return from_bytes.read(bearable, text.encode() if isinstance(text, str) else text, OPTIONS)


def reading(
    category: str = "Symptom",
    amount: str = "2",
    detail: str = "Neck pain (Moderate)",
    *,
    day: str = "22nd Sep 2020",
    part: str = "am",
    notes: str = "",
) -> str:
    return f'"{day}","Tuesday","{part}","{category}","{amount}","{detail}","{notes}"'


def the(imported: Imported, kind: type) -> list:
    return [one for one in imported.records if isinstance(one, kind)]


# Both versions


@pytest.mark.parametrize("name", sample.samples())
def test_every_version_is_read(name, tmp_path):
    data = sample.samples()[name]
    (tmp_path / name).write_bytes(data)
    assert recognise(tmp_path / name) is bearable
    imported = read_whole(data)
    assert imported.problems == imported.skipped == []
    assert (imported.source, imported.rows) == ("bearable", 9)
    assert [
        (one.at.isoformat(), one.region, one.side, one.score, one.note) for one in the(imported, Pain)
    ] == [
        (
            "2020-09-22T06:00:00+02:00",
            Region.LOWER_BACK,
            None,
            5,
            "Bearable: Moderate (2 of 4), converted; Back (lower) pain; pre",
        ),
        (
            "2020-09-22T20:00:00+02:00",
            Region.KNEE,
            Side.LEFT,
            3,
            "Bearable: Mild (1 of 4), converted; Left knee pain; pm",
        ),
    ]
    assert [(one.symptom, one.present, one.note) for one in the(imported, SymptomEntry)] == [
        (Symptom.NAUSEA, True, "Bearable: Severe (3 of 4); Nausea; am")
    ]
    assert [(one.date, one.sleep_h, one.sleep_quality, one.note) for one in the(imported, CheckIn)] == [
        (date(2020, 9, 22), 7.75, 4, "mood: 7 (Bearable)")
    ]


def test_what_is_done_with_the_readings_and_what_is_left_out_is_said():
    assert read_whole(sample.export()).notes == [
        (
            "pain is rated 0 to 4 in Bearable: converted to 0, 3, 5, 8 and 10 (times 2.5, halves up); "
            "the notes have the original"
        ),
        "parts of the day stand at a stated hour: pre at 06:00, am at 09:00, mid at 14:00, pm at 20:00",
        "moods stand in the notes of the check-ins",
        "left out: symptoms that the journal does not ask for (1): Bloating",
        "left out: notes (2), Factors (1), Meds/Supplements (1), words beside moods (1)",
    ]


def test_private_text_stays_out():
    assert not any(
        "private" in str(record) or "Happy" in str(record) for record in read_whole(sample.export()).records
    )


# Pain


@pytest.mark.parametrize(
    ("rating", "word", "score"),
    [("0", "None", 0), ("1", "Mild", 3), ("2", "Moderate", 5), ("3", "Severe", 8), ("4", "Unbearable", 10)],
)
def test_a_rating_is_converted_and_the_original_kept(rating, word, score):
    (pain,) = the(read(reading(amount=rating, detail=f"Neck pain ({word})")), Pain)
    assert pain.score == score
    assert pain.note == f"Bearable: {word} ({rating} of 4), converted; Neck pain; am"


def test_without_a_rating_the_word_beside_the_name_counts():
    (pain,) = the(read(reading(amount="", detail="Neck pain (Severe)")), Pain)
    assert pain.score == 8


@pytest.mark.parametrize("rating", ["5", "-1", "2.5", "much", ""])
def test_a_rating_that_is_none_is_a_problem(rating):
    imported = read(reading(amount=rating, detail="Neck pain"), reading())
    (problem,) = imported.problems
    assert (problem.line, problem.column, problem.value) == (2, "rating/amount", rating)
    assert problem.reason.startswith("it needs a")
    assert len(the(imported, Pain)) == 1


@pytest.mark.parametrize(
    ("detail", "region", "side", "qualities"),
    [
        ("Back (lower) pain", Region.LOWER_BACK, None, ()),
        ("Back (upper) pain", Region.UPPER_BACK, None, ()),
        ("Back (mid) pain", Region.MID_BACK, None, ()),
        ("Lower back pain", Region.LOWER_BACK, None, ()),
        ("Neck pain", Region.NECK, None, ()),
        ("Headache", Region.HEAD, None, ()),
        ("Tension headaches", Region.HEAD, None, ()),
        ("Migraine", Region.HEAD, None, ()),
        ("Left knee pain", Region.KNEE, Side.LEFT, ()),
        ("Knee pain (right)", Region.KNEE, Side.RIGHT, ()),
        ("Knee joint pain", Region.KNEE, None, ()),
        ("Both hips ache", Region.HIP, Side.BOTH, ()),
        ("Shoulder pain", Region.SHOULDER, None, ()),
        ("Chest pain", Region.CHEST, None, ()),
        ("Abdominal cramps/pain", Region.ABDOMEN, None, (Quality.CRAMP,)),
        ("Stomach ache", Region.ABDOMEN, None, ()),
        ("Stomachache", Region.ABDOMEN, None, ()),
        ("Burning foot pain", Region.FOOT, None, (Quality.BURNING,)),
        ("Calf cramps", Region.CALF, None, (Quality.CRAMP,)),
        ("Sore hamstrings", Region.THIGH_BACK, None, ()),
    ],
)
def test_a_pain_at_a_place_that_can_mean_one_thing(detail, region, side, qualities):
    meaning = meaning_of(f"{detail} (Mild)")
    assert (meaning.name, meaning.region, meaning.side, meaning.qualities) == (
        detail,
        region,
        side,
        qualities,
    )


@pytest.mark.parametrize(
    "detail",
    ["Back pain", "Joint pain", "Leg pain", "Generalized pain", "Eye pain", "Neck/shoulder pain", "Sciatica"],
)
def test_a_pain_without_one_place_stands_in_the_note_of_the_day(detail):
    imported = read(reading(detail=f"{detail} (Moderate)"))
    assert [(type(one), one.note) for one in imported.records] == [
        (CheckIn, f"Bearable: Moderate (2 of 4); {detail}; am")
    ]
    assert imported.notes == [
        "pains without a place that the journal has stand in the notes of the check-ins, without a score"
    ]


@pytest.mark.parametrize(
    "detail", ["Knee stiffness", "Bloating", "Brain fog", "Acne", "Chest infection", "Headband"]
)
def test_what_is_neither_pain_nor_a_sign_is_left_out(detail):
    imported = read(reading(detail=f"{detail} (Mild)", amount="1"))
    assert imported.records == []
    assert imported.notes == [f"left out: symptoms that the journal does not ask for (1): {detail}"]


# Signs


@pytest.mark.parametrize(
    ("detail", "symptom"),
    [
        ("Nausea", Symptom.NAUSEA),
        ("Fever", Symptom.FEVER),
        ("Dizziness", Symptom.DIZZY),
        ("Fatigue", Symptom.TIRED),
        ("Dry Mouth", Symptom.DRY_MOUTH),
        ("Shortness of breath", Symptom.BREATHLESS),
        ("Leg numbness", Symptom.LEG_NUMBNESS),
        ("Numbness (legs)", Symptom.LEG_NUMBNESS),
        ("Night pain", Symptom.NIGHT_PAIN),
    ],
)
def test_a_sign_that_the_journal_asks_for(detail, symptom):
    (entry,) = the(read(reading(detail=f"{detail} (Mild)", amount="1")), SymptomEntry)
    assert (entry.symptom, entry.present, entry.note) == (
        symptom,
        True,
        f"Bearable: Mild (1 of 4); {detail}; am",
    )


def test_a_sign_rated_none_is_not_there():
    (entry,) = the(read(reading(detail="Fever (None)", amount="0")), SymptomEntry)
    assert entry.present is False


# When


@pytest.mark.parametrize(
    ("day", "local"),
    [
        ("1st Mar 2021", "2021-03-01"),
        ("2nd March 2021", "2021-03-02"),
        ("3rd Sept 2021", "2021-09-03"),
        ("11th Aug 2021", "2021-08-11"),
        ("22nd Sep 2020", "2020-09-22"),
    ],
)
def test_days_are_ordinal(day, local):
    assert str(the(read(reading(day=day)), Pain)[0].day) == local


def test_a_day_in_iso_8601_is_preferred_when_it_is_one():
    for formatted, day in (("2020-09-23", "2020-09-23"), ("23/09/2020", "2020-09-22"), ("", "2020-09-22")):
        line = reading().replace('"Tuesday"', f'"{formatted}","Tuesday"')
        assert str(the(read(line, header=sample.NEWER), Pain)[0].day) == day


@pytest.mark.parametrize(
    ("part", "clock", "known"),
    [
        ("pre", "06:00", None),
        ("am", "09:00", None),
        ("mid", "14:00", None),
        ("pm", "20:00", None),
        ("3:04", "03:04", None),
        ("23:32", "23:32", None),
        ("all day", "12:00", False),
        ("", "12:00", False),
    ],
)
def test_the_time_of_day(part, clock, known):
    (pain,) = the(read(reading(part=part)), Pain)
    assert (f"{pain.at:%H:%M}", pain.time_known) == (clock, known)


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        (reading(day="31st Feb 2021"), "date", "there is no such date"),
        (reading(day="soon"), "date", "it needs a date"),
        (reading(part="25:00"), "time of day", "it needs a time such as 23:32"),
        (reading(part="later"), "time of day", "it needs a time such as 23:32"),
        (reading(day="23rd Nov 2026"), "", "it is in the future"),
        (reading("Sleep", "8", ""), "rating/amount", "it needs hours and minutes such as 7:30"),
        (reading("Sleep", "8:75", ""), "rating/amount", "it needs hours and minutes such as 7:30"),
        (reading("Mood", "fine", ""), "rating/amount", "it needs a number such as 62.5"),
        (reading(detail="(Mild)"), "detail", "it needs the name of a symptom"),
        ('"22nd Sep 2020","Tuesday"', "", "the row has 2 cells and the header 7"),
    ],
)
def test_what_cannot_be_read_is_a_problem_of_its_line(line, column, reason):
    imported = read(line, reading())
    (problem,) = imported.problems
    assert (problem.file, problem.line, problem.column) == ("bearable.csv", 2, column)
    assert problem.reason.startswith(reason)
    assert len(the(imported, Pain)) == 1


# Sleep and mood


def test_only_the_amount_of_all_sleep_counts():
    imported = read(
        reading("Sleep", "7:30", "Sleep"),
        reading("Sleep", "1:10", "Deep sleep"),
        reading("Sleep", "9:00", "Time in bed"),
    )
    assert [one.sleep_h for one in the(imported, CheckIn)] == [7.5]
    assert imported.notes == ["left out: Deep sleep (1), Time in bed (1)"]


def test_a_second_amount_of_a_day_is_left_out_with_its_reason():
    imported = read(reading("Sleep", "7:30", ""), reading("Sleep", "6:00", ""))
    assert [one.sleep_h for one in the(imported, CheckIn)] == [7.5]
    assert [one.reason for one in imported.skipped] == [
        "another sleep_h of 2020-09-22: 6.0; the first one is kept"
    ]


def test_a_quality_on_another_scale_is_left_out_and_said():
    imported = read(reading("Sleep quality", "4", ""), reading("Sleep quality", "9", "", day="23rd Sep 2020"))
    assert imported.records == []
    assert "the quality of sleep is not rated from 1 to 5 in this file (9): it is left out" in imported.notes


def test_several_moods_of_a_day_stand_in_order():
    imported = read(
        reading("Mood", "7", "", part="pm"),
        reading("Mood", "4", "", part="am"),
        reading("Mood", "5", "", part=""),
    )
    assert [one.note for one in the(imported, CheckIn)] == [
        "mood: 5 (Bearable)\nmood (am): 4 (Bearable)\nmood (pm): 7 (Bearable)"
    ]


# Files


def test_the_same_reading_twice_has_two_ids_and_the_order_does_not_matter():
    lines = [reading(), reading(), reading(part="pm"), reading(detail="Headache (Mild)", amount="1")]
    imported = read(*lines)
    assert len({one.id for one in the(imported, Pain)}) == 4
    assert read(*reversed(lines)).records == imported.records


def test_an_id_is_the_same_for_ever():
    assert str(the(read(reading()), Pain)[0].id) == "7eccaff9-6939-59e8-ad01-be5717075e42"


@pytest.mark.parametrize(
    "data", [b"", b"date,category\n", b"date,weekday,time of day,category\n", b"\xff\xfe\0"]
)
def test_other_files_are_refused_in_a_sentence(data):
    assert not from_bytes.recognises(bearable, data)
    with pytest.raises(
        Refused, match=r"^bearable\.csv is not an export of Bearable: it needs the columns date"
    ):
        read_whole(data)


GOOD = sample.export().encode()


@given(
    place=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    there=st.one_of(
        st.binary(max_size=20),
        st.sampled_from([b'"', b"\n", b"\r", b",", b"\0", b"\xfe\xff", b"9" * 5000, b"\x80", b"(", b"-1e9"]),
    ),
)
def test_however_a_file_is_damaged_it_is_read_or_refused(place, length, there):
    data = GOOD[:place] + there + GOOD[place + length :]
    from_bytes.recognises(bearable, data)
    try:
        imported = read_whole(data)
    except Refused:
        return
    assert len(imported.records) + len(imported.problems) <= imported.rows


@given(cells=st.lists(st.text(max_size=12), min_size=5, max_size=5))
def test_whatever_stands_in_the_cells_the_row_is_read_or_a_problem(cells):
    part, category, amount, detail, note = (one.replace('"', '""') for one in cells)
    imported = read_whole(
        f"{sample.HEADER}\n{reading(category, amount, detail, part=part, notes=note)}\n".encode(
            "utf-8", "surrogatepass"
        )
    )
    assert len(imported.records) + len(imported.problems) <= 1
