"""What can be said of the whole workout, and how."""

from datetime import timedelta
from uuid import UUID

import pytest

from journal.errors import Refused
from journal.records import Workout
from journal.tui.draft.details import DETAILS, read_detail, say_detail
from journal.vocabulary import FormFlag, Surface, WorkoutKind


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("warmup_min", "10", {"warmup_min": 10}),
        ("cooldown_min", "1h05", {"cooldown_min": 65}),
        ("surface", "trail", {"surface": Surface.TRAIL}),
        ("surface", "asp", {"surface": Surface.ASPHALT}),
        ("form_flags", "rounded, jerked", {"form_flags": (FormFlag.ROUNDED, FormFlag.JERKED)}),
        ("stopped_for_pain", "yes", {"stopped_for_pain": True}),
        ("stopped_for_pain", "no", {"stopped_for_pain": False}),
        ("kind", "sport", {"kind": WorkoutKind.SPORT}),
        ("note", "[/] knees", {"note": "[/] knees"}),
        ("warmup_min", "", {"warmup_min": None}),
        ("started_at", "", {}),
    ],
)
def test_a_line_reads_plain_words(name, text, said, writer, now):
    assert read_detail(name, text, writer, now.date()) == said


def test_a_time_belongs_to_the_day_of_the_page(writer, now):
    yesterday = now - timedelta(days=1)
    said = read_detail("started_at", "17:05", writer, yesterday.date())
    assert said == {"started_at": yesterday.replace(hour=17, minute=5), "time_known": None}


def test_a_time_may_name_another_day(writer, now):
    said = read_detail("started_at", "yesterday 9:00", writer, now.date())
    assert said["started_at"] == (now - timedelta(days=1)).replace(hour=9, minute=0)
    assert read_detail("started_at", "mon", writer, now.date())["time_known"] is False


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("started_at", "23:50", "2026-11-25 23:50 is in the future"),
        (
            "started_at",
            "soon",
            "'soon' is no time; write 17:30, yesterday 17:30, mon 9:00 or 2026-11-20 18:00",
        ),
        ("surface", "tra", "'tra' is not one of track, treadmill, trail, grass, asphalt, concrete, rugged"),
        ("stopped_for_pain", "maybe", "'maybe' is no answer; write yes or no"),
        ("warmup_min", "900", "'900' cannot be: it needs a number from 0 to 600 min"),
    ],
)
def test_what_is_not_understood_is_refused_in_one_sentence(name, text, sentence, writer, now):
    with pytest.raises(Refused) as refused:
        read_detail(name, text, writer, now.date())
    assert str(refused.value) == sentence


def test_lines_say_what_stands_there(now):
    workout = Workout(
        id=UUID(int=1),
        started_at=now,
        kind="run",
        warmup_min=10,
        surface="trail",
        form_flags=["rushed"],
        stopped_for_pain=False,
    )
    said = {one.name: say_detail(one.name, workout, now.date()) for one in DETAILS}
    assert said == {
        "started_at": "18:30",
        "warmup_min": "10 min",
        "cooldown_min": "",
        "surface": "trail",
        "form_flags": "rushed",
        "stopped_for_pain": "no",
        "kind": "run",
        "title": "",
        "note": "",
    }
    assert say_detail("started_at", workout, now.date() + timedelta(days=1)) == "Wed 25 Nov 2026 18:30"
