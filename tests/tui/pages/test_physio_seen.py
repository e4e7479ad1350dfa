"""How the page for the physiotherapist looks: pictures that were looked at before they were kept."""

from datetime import timedelta

import pytest

from journal.tui.keys import KEYS

SIZES = ((80, 24), (120, 40))
PHYSIO = KEYS["physio"].keys


@pytest.fixture
def months(write, now):
    """Eight weeks of training, with a back that hurt twice and does now."""
    for days in range(56, 0, -4):
        at = now - timedelta(days=days)
        write(f"16:05 squat 3x5 {80 + (60 - days) // 2}kg @8; bench 3x8 60", "session 55min @7", at=at)
    for days, score in ((40, 5), (39, 3), (38, 0), (24, 6), (23, 4), (22, 2), (21, 0)):
        write(f"17:10 pain lower back {score} sharp", at=now - timedelta(days=days))
    for days, score in ((11, 3), (10, 1)):
        write(f"17:10 pain left knee {score} ache", at=now - timedelta(days=days))
    for days, score in ((7, 6), (6, 7), (5, 5), (3, 4), (1, 3)):
        write(f"17:10 pain lower back {score} stiff waking no sudden", at=now - timedelta(days=days))
        write("18:15 heat lower back 15 min", at=now - timedelta(days=days))
    write("12:00 ibuprofen 400mg", "18:00 symptom leg-numbness no", at=now - timedelta(days=6))


@pytest.mark.parametrize("size", SIZES)
def test_the_episodes_to_choose_from(months, seen, size):
    assert seen(size, PHYSIO, "down", page="report")


@pytest.mark.parametrize("size", SIZES)
def test_the_page(months, seen, size):
    assert seen(size, PHYSIO, "enter", page="report")


def test_its_end(months, seen):
    assert seen((120, 40), PHYSIO, "enter", "end", page="report")


def test_on_a_narrow_terminal(months, seen):
    assert seen((60, 20), PHYSIO, "enter", page="report")
