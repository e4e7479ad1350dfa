"""Care as a form: what each kind is asked, what is offered, and the entry that comes of it."""

from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest

from journal.entry import Writer
from journal.entry.when import Moment
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import Care, Pain
from journal.tui.asking.care_help import CareHelp
from journal.tui.forms.care import FIELDS_OF, Asked, care_of, fields_of
from journal.tui.reading.care import CareView
from journal.tui.wording.care import parts_of
from journal.vocabulary import CareKind, Drug, Region, Side

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))
WRITER = Writer(now=NOW, zone=NOW.tzinfo, catalogue=catalogue())
YESTERDAY = NOW - timedelta(days=1)
HURTS = Pain(id=UUID(int=1), at=NOW, region=Region.KNEE, side=Side.LEFT, score=5)


def care(number: int = 1, **more) -> Care:
    return Care(**({"id": UUID(int=number), "at": YESTERDAY, "kind": CareKind.COLD} | more))


def asked(kind: CareKind, *rows: Care, **more) -> Asked:
    view = CareView(
        NOW.date(),
        last={row.kind: row for row in rows},
        doses=tuple(row for row in rows if row.kind is CareKind.ORAL_ANALGESIC),
        hurts=more.pop("hurts", None),
        record=more.pop("record", None),
    )
    return Asked(view, kind, **more)


def names(kind: CareKind) -> list[str]:
    return [one.name for one in fields_of(asked(kind), WRITER)[0]]


def ghosts(of: Asked) -> dict[str, str]:
    return {one.name: one.ghost.text for one in fields_of(of, WRITER)[0] if one.ghost is not None}


def facts(of: Asked, known: CareHelp | None = None, **answers) -> dict[str, tuple[str, ...]]:
    return {
        part.heading: part.lines for part in parts_of(of, known or CareHelp(), answers, NOW) if part.lines
    }


def test_every_kind_has_its_fields_and_a_note_and_a_time():
    assert set(FIELDS_OF) == set(CareKind)
    assert names(CareKind.COLD) == ["region", "side", "duration_min", "wrapped", "note", "when"]
    assert names(CareKind.MASSAGE) == ["region", "side", "duration_min", "direct_pressure", "note", "when"]
    assert names(CareKind.ORAL_ANALGESIC) == ["drug", "dose_mg", "note", "when"]
    assert names(CareKind.CLEARANCE) == ["region", "side", "note", "when"]


def test_what_hurts_most_is_offered_as_the_place_before_that_of_the_last_time():
    last = care(region=Region.SHOULDER, side=Side.RIGHT, duration_min=15, wrapped=True)
    assert ghosts(asked(CareKind.COLD, last)) == {
        "region": "shoulder",
        "side": "right",
        "duration_min": "15",
        "wrapped": "yes",
    }
    assert ghosts(asked(CareKind.COLD, last, hurts=HURTS))["region"] == "knee"
    assert ghosts(asked(CareKind.HEAT, last, hurts=HURTS)) == {"region": "knee", "side": "left"}


def test_the_last_dose_of_the_chosen_drug_is_offered():
    rows = [
        care(kind=CareKind.ORAL_ANALGESIC, drug=Drug.PARACETAMOL, dose_mg=1000),
        care(2, kind=CareKind.ORAL_ANALGESIC, drug=Drug.IBUPROFEN, dose_mg=400, at=NOW),
    ]
    kind = CareKind.ORAL_ANALGESIC
    assert ghosts(asked(kind, *rows)) == {"drug": "ibuprofen", "dose_mg": "400"}
    assert ghosts(asked(kind, *rows, drug=Drug.PARACETAMOL))["dose_mg"] == "1000"
    assert "dose_mg" not in ghosts(asked(kind, *rows, drug=Drug.NAPROXEN))


def test_nothing_is_offered_for_an_entry_that_is_changed():
    assert ghosts(asked(CareKind.COLD, care(duration_min=15), hurts=HURTS, record=care(2))) == {}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("region", "lower back", Region.LOWER_BACK),
        ("region", "Hamstring", Region.THIGH_BACK),
        ("duration_min", "1h30", 90),
        ("duration_min", "15 min", 15),
        ("wrapped", "no", False),
        ("when", "7:40", Moment(NOW.replace(hour=7, minute=40))),
    ],
)
def test_what_is_accepted(name, text, value):
    field = next(one for one in fields_of(asked(CareKind.COLD), WRITER)[0] if one.name == name)
    answer = field.answer(text)
    assert answer.at == value.at if isinstance(value, Moment) else answer == value


@pytest.mark.parametrize(
    ("kind", "name", "text", "sentence"),
    [
        (CareKind.COLD, "region", "back", "'back' is not one place: lower back, mid back, upper back?"),
        (CareKind.COLD, "region", "moon", "'moon' is no place: write such as lower back, knee or hamstring."),
        (CareKind.COLD, "duration_min", "long", "The time is minutes such as 15, or 1h30."),
        (CareKind.ORAL_ANALGESIC, "dose_mg", "2 pills", "'2 pills' of how many mg: write 2x200mg."),
    ],
)
def test_what_is_not_accepted_is_said_in_one_sentence(kind, name, text, sentence):
    field = next(one for one in fields_of(asked(kind), WRITER)[0] if one.name == name)
    with pytest.raises(Refused) as refused:
        field.answer(text)
    assert str(refused.value) == sentence


def test_an_entry_without_answers_is_the_kind_alone_and_now():
    made = care_of(asked(CareKind.COLD, hurts=HURTS), {}, WRITER)
    assert made == Care(id=made.id, at=NOW, kind=CareKind.COLD)


def test_on_a_day_that_is_past_the_time_is_not_known_unless_told():
    past = Asked(CareView(YESTERDAY.date()), CareKind.COLD)
    made = care_of(past, {}, WRITER)
    assert (made.at, made.time_known) == (YESTERDAY.replace(hour=12, minute=0), False)
    at = YESTERDAY.replace(hour=20, minute=0)
    assert care_of(past, {"when": Moment(at)}, WRITER).time_known is None


def test_of_an_entry_that_is_changed_what_is_not_asked_stays():
    there = care(source="app", at=NOW.replace(second=7), region=Region.KNEE, wrapped=True)
    of = asked(CareKind.COLD, record=there)
    answers = {one.name: one.value for one in fields_of(of, WRITER)[0]}
    assert care_of(of, answers, WRITER) == there
    assert care_of(of, answers | {"wrapped": None}, WRITER) == there.but(wrapped=None)


def test_another_kind_has_no_answers_to_what_it_is_not_asked():
    there = care(region=Region.KNEE, wrapped=True, duration_min=10)
    of = asked(CareKind.MASSAGE, record=there)
    answers = {one.name: one.value for one in fields_of(of, WRITER)[0]}
    assert care_of(of, answers, WRITER) == there.but(kind=CareKind.MASSAGE, wrapped=None)


def test_a_time_that_is_taken_out_is_not_known_any_more():
    there = care(at=NOW.replace(hour=8))
    of = asked(CareKind.COLD, record=there)
    made = care_of(of, {}, WRITER)
    assert (made.at, made.time_known) == (NOW, None)
    past = Asked(CareView(YESTERDAY.date(), record=care()), CareKind.COLD)
    assert care_of(past, {}, WRITER).time_known is False


def test_the_facts_of_a_painkiller_are_what_was_taken_within_a_day():
    dose = care(kind=CareKind.ORAL_ANALGESIC, drug=Drug.IBUPROFEN, dose_mg=400, at=NOW - timedelta(hours=8))
    of, known = asked(CareKind.ORAL_ANALGESIC, dose), CareHelp(most_mg={Drug.IBUPROFEN: 1200})
    last = "last painkiller: Wed 25 Nov, 10:30, ibuprofen, 400 mg"
    assert facts(of)["So far"] == ("ibuprofen last 24 h: 400 mg", last)
    assert facts(of, known, drug=Drug.IBUPROFEN, dose_mg=400)["So far"] == (
        "ibuprofen last 24 h: 400 mg, with this one 800 mg, a flag over 1200 mg",
        last,
    )
    assert facts(asked(CareKind.ORAL_ANALGESIC))["So far"] == ("no painkiller in the last 24 h",)


def test_what_raises_a_flag_is_said_while_it_is_typed():
    known = CareHelp(most_min=20, most_mg={Drug.IBUPROFEN: 1200})
    dose = care(kind=CareKind.ORAL_ANALGESIC, drug=Drug.IBUPROFEN, dose_mg=1000, at=NOW - timedelta(hours=8))
    pills = asked(CareKind.ORAL_ANALGESIC, dose)
    assert facts(asked(CareKind.COLD), known, duration_min=25)["Now"] == (
        "◆ 25 min are more than 20: that raises a flag",
    )
    assert facts(pills, known, drug=Drug.IBUPROFEN, dose_mg=400)["Now"] == (
        "◆ 1400 mg in 24 h are more than 1200: that raises a flag",
    )
    assert "Now" not in facts(asked(CareKind.COLD), known, duration_min=20)
    assert "Now" not in facts(asked(CareKind.MASSAGE), known, duration_min=25)
    assert "Now" not in facts(pills, known, drug=Drug.IBUPROFEN, dose_mg=200)


def test_a_dose_without_a_time_is_named_as_such():
    dose = care(kind=CareKind.ORAL_ANALGESIC, drug=Drug.IBUPROFEN, dose_mg=400, time_known=False)
    told = facts(asked(CareKind.ORAL_ANALGESIC, dose))["So far"]
    assert "the time of one of these is not known" in told


def test_what_a_visit_and_a_clearance_do_is_said_in_a_line():
    assert "ends the red flags" in facts(asked(CareKind.DOCTOR))["Does"][0]
    assert "train again" in facts(asked(CareKind.CLEARANCE))["Does"][0]
    assert "Does" not in facts(asked(CareKind.COLD))


def test_what_the_rules_say_stands_beside_the_form():
    known = CareHelp(
        relief=("child's pose (30 to 60 s)", "cat-cow"),
        looked_at={CareKind.COLD: ("cold on bare skin",)},
        most_min=20,
    )
    told = facts(asked(CareKind.COLD), known)
    assert told["Relief"] == ("child's pose (30 to 60 s), cat-cow",)
    assert told["Flagged"] == ("more than 20 min at a time; cold on bare skin",)
    assert facts(asked(CareKind.COLD), CareHelp(doctor="See a doctor before training"))["First"]
    waiting = {part.heading: part.lines for part in parts_of(asked(CareKind.COLD), None, {}, NOW)}
    assert waiting["Relief"] == ("looking at what is recorded …",)
