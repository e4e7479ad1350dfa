"""A pain as it is being written: what the digits mean, and which record comes out."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from journal.body import Place
from journal.entry import Writer
from journal.errors import Refused
from journal.exercises import catalogue
from journal.records import Pain
from journal.tui.forms.pain import Draft, as_pain, context_of, draft_of, in_words, suggested
from journal.tui.reading.pain import PainView, Trained
from journal.vocabulary import Context, Quality, Radiation, Region, Side

KNEE = Place(Region.KNEE, Side.RIGHT)
BACK = Place(Region.LOWER_BACK, Side.LEFT)
RECENT = (KNEE, BACK)


@pytest.fixture
def writer(now):
    return Writer(now=now, zone=now.tzinfo, catalogue=catalogue())


@pytest.fixture
def view(now):
    return PainView(at=now, recent=RECENT)


@pytest.fixture
def full(now):
    """A record in which every field is told, also those that no row shows."""
    return Pain(
        id=uuid4(),
        at=now - timedelta(hours=3, seconds=17),
        region=Region.LOWER_BACK,
        side=Side.LEFT,
        score=6,
        qualities=(Quality.SHARP, Quality.DULL),
        context=Context.DURING,
        onset_at=now - timedelta(days=2, seconds=5),
        sudden=True,
        mechanism="lift",
        radiates_to=Radiation.THIGH,
        pop_heard=False,
        limits_movement=True,
        workout_id=uuid4(),
        note="first\n\nsecond  row",
        source="elsewhere",
    )


@pytest.mark.parametrize(
    ("digits", "place", "score"),
    [
        ([], None, None),
        ([1], KNEE, None),
        ([2], BACK, None),
        ([3], None, None),
        ([0], None, None),
        ([1, 4], KNEE, 4),
        ([2, 0], BACK, 0),
        ([1, 1], KNEE, 1),
        ([1, 1, 0], KNEE, 10),
        ([1, 1, 0, 0], KNEE, 0),
        ([1, 1, 1], KNEE, 1),
        ([1, 4, 6], KNEE, 6),
        ([1, 2, 0], KNEE, 0),
    ],
)
def test_digits_choose_the_place_and_then_the_score(digits, place, score):
    draft = Draft()
    for digit in digits:
        draft = draft.typed(digit, RECENT)
    assert (draft.place, draft.score) == (place, score)


def test_what_is_missing_is_said(writer, view):
    with pytest.raises(Refused, match="Where does it hurt"):
        as_pain(Draft(), view, writer, writer.now.date())
    with pytest.raises(Refused, match=r"How bad is it.*knee, right"):
        as_pain(Draft(place=KNEE), view, writer, writer.now.date())


def test_nothing_is_recorded_that_was_not_said(writer, view, now):
    pain = as_pain(Draft(place=KNEE, score=4), view, writer, now.date())
    assert pain == Pain(id=pain.id, at=now, region="knee", side="right", score=4)


@pytest.mark.parametrize(
    ("hour", "changes", "context"),
    [
        (9, {}, Context.ON_WAKING),
        (0, {}, Context.ON_WAKING),
        (10, {}, None),
        (9, {"when": "8:00"}, None),
        (9, {"when": "yesterday 8:00"}, None),
        (9, {"context_told": True}, None),
        (9, {"context_told": True, "context": Context.LATER}, Context.LATER),
        (18, {"context_told": True, "context": Context.LATER}, Context.LATER),
    ],
)
def test_a_pain_of_now_before_ten_is_one_of_waking_up_unless_told_otherwise(
    writer, view, hour, changes, context
):
    writer = replace(writer, now=writer.now.replace(hour=hour))
    draft = replace(Draft(place=KNEE, score=4), **changes)
    assert context_of(draft, view, writer, writer.now.date()) is context


def test_a_day_that_is_past_has_no_waking_up_of_its_own(writer, view):
    writer = replace(writer, now=writer.now.replace(hour=8))
    day = writer.now.date() - timedelta(days=1)
    pain = as_pain(Draft(place=KNEE, score=4), view, writer, day)
    assert (pain.day, pain.time_known, pain.context) == (day, False, None)


def test_who_trained_this_morning_is_offered_that_instead(writer, now):
    early = now.replace(hour=8, minute=0)
    trained = Trained(uuid4(), early - timedelta(hours=1), early - timedelta(minutes=20), True, "run")
    view, writer = PainView(at=early, trained=(trained,)), replace(writer, now=early)
    draft = Draft(place=KNEE, score=4)
    assert context_of(draft, view, writer, early.date()) is None
    assert suggested(draft, view, writer, early.date()) is Context.RIGHT_AFTER
    assert suggested(replace(draft, when="7:10"), view, writer, early.date()) is Context.DURING
    assert suggested(replace(draft, when="nonsense"), view, writer, early.date()) is None


@pytest.mark.parametrize(
    ("when", "days", "clock", "known"),
    [
        ("", 0, "18:30", None),
        ("14:30", 0, "14:30", None),
        ("yesterday 18:00", 1, "18:00", None),
        ("2h ago", 0, "16:30", None),
        ("yesterday", 1, "12:00", False),
        ("2026-11-20 7:05", 5, "07:05", None),
    ],
)
def test_a_pain_can_be_back_dated(writer, view, now, when, days, clock, known):
    pain = as_pain(Draft(place=KNEE, score=4, when=when), view, writer, now.date())
    assert (pain.day, f"{pain.at:%H:%M}") == (now.date() - timedelta(days=days), clock)
    assert pain.time_known is known


@pytest.mark.parametrize("when", ["23:50", "soon", "14:30 pain neck 3", "2026-02-31", "7:99"])
def test_a_time_that_is_none_or_to_come_is_refused(writer, view, now, when):
    with pytest.raises(Refused):
        as_pain(Draft(place=KNEE, score=4, when=when), view, writer, now.date())


@pytest.mark.parametrize(
    ("began", "onset"), [("17:40", "25 17:40"), ("yesterday", "24 12:00"), ("today", "25 18:30")]
)
def test_when_it_began(writer, view, now, began, onset):
    pain = as_pain(Draft(place=KNEE, score=4, began=began), view, writer, now.date())
    assert f"{pain.onset_at:%d %H:%M}" == onset


def test_it_cannot_have_begun_later_than_it_was_felt(writer, view, now):
    with pytest.raises(Refused):
        as_pain(Draft(place=KNEE, score=4, when="16:00", began="17:00"), view, writer, now.date())


def test_an_entry_that_is_not_changed_stays_exactly_as_it_is(full, writer, view):
    assert as_pain(draft_of(full), view, writer, full.day) == full


def test_only_what_was_changed_is_changed(full, writer, view):
    draft = replace(draft_of(full), score=2, qualities=())
    assert as_pain(draft, view, writer, full.day) == full.but(score=2, qualities=())
    draft = replace(draft_of(full), note="other", began="", when="17:00")
    changed = as_pain(draft, view, writer, full.day)
    assert (changed.note, changed.onset_at, f"{changed.at:%H:%M}") == ("other", None, "17:00")
    assert (changed.source, changed.id) == (full.source, full.id)


def test_a_date_whose_time_is_not_known_stays_one(full, writer, view):
    dated = full.but(at=full.at.replace(hour=12, minute=0, second=0), time_known=False, onset_at=None)
    assert as_pain(replace(draft_of(dated), score=1), view, writer, dated.day) == dated.but(score=1)


def test_it_is_said_in_words_what_will_be_recorded(writer, view, now):
    draft = Draft(
        place=BACK, score=4, qualities=(Quality.DULL,), context=Context.ON_WAKING, context_told=True
    )
    pain = as_pain(draft, view, writer, now.date())
    assert in_words(draft, pain, writer) == "pain lower back, left: 4, dull, on waking"
    draft = replace(draft, when="yesterday 18:00", note="a [b] note", workout_id=uuid4())
    words = in_words(draft, as_pain(draft, view, writer, now.date()), writer)
    assert words.endswith(", linked to the workout (yesterday 18:00) // a [b] note")
    draft = replace(draft, when="2026-11-20", note="", workout_id=None)
    words = in_words(draft, as_pain(draft, view, writer, now.date()), writer)
    assert words.endswith("(5 days ago, time not known)")
