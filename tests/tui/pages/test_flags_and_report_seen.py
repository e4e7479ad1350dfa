"""How the pages of flags and of the week look: pictures that were looked at before they were kept."""

from datetime import timedelta

import pytest

from journal.analysis.judge import flags_at
from journal.analysis.marking import marks_for
from journal.storage import Change
from journal.tui.keys import KEYS

SIZES = ((80, 24), (120, 40))
SNOOZE, PAST, EARLIER = (KEYS[name].keys.split(",")[0] for name in ("snooze", "past", "earlier"))


@pytest.fixture
def months(write, now):
    """Weeks of training with a knee that hurts now and then, and a back today."""
    for days in range(60, 0, -3):
        at = now - timedelta(days=days)
        kilograms = 80 + (60 - days) // 2
        write(
            f"16:05 squat 3x5 {kilograms}kg @8; bench 3x8 60; row 3x10 50",
            "session 55min @7",
            "08:00 water 500",
            at=at,
        )
    for days, score in ((40, 5), (39, 3), (16, 5), (9, 4), (8, 4), (6, 4), (4, 3), (2, 4)):
        write(f"17:10 pain left knee {score} dull", at=now - timedelta(days=days))
    write("16:05 squat 3x5 130kg @9", "session 40min @9")
    write(
        "17:10 pain lower back left 6 sharp during // on the last rep of the squat", "sleep 7:30 weight 80kg"
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_flags(months, seen, size):
    assert seen(size, page="flags")


@pytest.fixture
def marks(months, store, now):
    """Two of its flags are marked."""
    made = flags_at(lambda since: store.snapshot(since=since), now).flags
    warning, caution = (next(flag for flag in made if flag.severity == one) for one in ("warning", "caution"))
    acknowledged = marks_for([warning], made, at=now, reason="seen by the physio on Tuesday")
    snoozed = marks_for([caution], made, at=now, until=now + timedelta(days=3), reason="a light week")
    store.change([Change(None, one) for one in (*acknowledged, *snoozed)], now=now, verb="mark")


@pytest.mark.parametrize("size", SIZES)
def test_the_flags_that_are_marked_and_those_that_are_over(marks, seen, size):
    assert seen(size, PAST, *["up"] * 2, page="flags")


@pytest.mark.parametrize("size", SIZES)
def test_a_flag_in_full_over_the_page(marks, seen, size):
    assert seen(size, "down", "enter", page="flags")


@pytest.mark.parametrize("size", SIZES)
def test_no_flags(store, seen, size):
    assert seen(size, page="flags")


@pytest.mark.parametrize("size", SIZES)
def test_the_week(months, seen, size):
    assert seen(size, EARLIER, page="report")


@pytest.mark.parametrize("size", SIZES)
def test_the_flags_of_the_week(months, seen, size):
    assert seen(size, EARLIER, "end", "tab", page="report")


def test_the_week_in_the_light_theme(months, seen):
    assert seen((120, 40), EARLIER, page="report", theme="journal-light")


@pytest.mark.parametrize("size", SIZES)
def test_the_snooze_dialogue(months, seen, size):
    assert seen(size, SNOOZE, *"rest", "enter", page="flags")
