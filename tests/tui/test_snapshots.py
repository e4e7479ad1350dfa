"""How the screens look, at 80x24 and at 120x40: pictures that were looked at before they were kept.

What the rules say is given by hand here, so that a picture changes only when the look of a screen does.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial

import pytest

from journal.analysis.answers.questions import QUESTIONS
from journal.analysis.flags import Evidence, Flag, Fluid, Insufficient, LeaveOut, Threshold, Today
from journal.tui.reading.views import Behind, FlagInFull
from journal.tui.screens.flag import FlagScreen
from journal.tui.screens.questions import Questions
from journal.vocabulary import Act, ExerciseTag, Severity, Symptom

SIZES = ((80, 24), (120, 40))
NOW = datetime(2026, 11, 25, 18, 30, tzinfo=timezone(timedelta(hours=1)))
DAY = (
    "weight 80kg",
    "sleep 7:30 quality 4 on side stress 4",
    "07:10 water 250",
    "07:20 pain lower back left 3 stiff waking",
    "9:30 urine 3",
    "12:00 ice lower back 15m wrapped",
    "12:40 water 500",
    "16:05 squat 2x5 100kg @8; bench 2x8 60; row 3x10 50",
    "session 55min @7 warmup 10",
    "17:10 pain lower back left 6 sharp during to thigh // on the last rep of the squat",
)


def flag(rule: str, severity: Severity, message: str, **more) -> Flag:
    settings = {
        "subject": {"region": "lower-back"},
        "advice": "Stop what provokes it, and have it looked at before you load it again.",
        "documents": ("What Causes Back Pain After Working Out and How to Prevent It",),
        "evidence": (Evidence("pain", "1"),),
    }
    since = NOW.replace(hour=17, minute=10)
    return Flag(rule=rule, severity=severity, message=message, since=since, until=None, **(settings | more))


FLAGS = (
    flag("one", Severity.URGENT, "Pain runs down both legs (Wed 25 Nov, 17:10).", act=Act.NOW),
    flag("two", Severity.WARNING, "Lower back: sharp, 6 of 10, in the workout of 16:05."),
    flag(
        "three",
        Severity.CAUTION,
        "Squat: jumped from 80 kg to 100 kg since Wed 18 Nov, 25 % more.",
        subject={},
    ),
    flag("four", Severity.INFO, "750 ml so far; the article's lower mark for 80 kg is 2607 ml.", subject={}),
)
ANSWER = Today(
    as_of=NOW,
    day=NOW.date(),
    headline="See a doctor before training",
    fluid=Fluid(750, 2607, 5216),
    flags=FLAGS,
    insufficient=(Insufficient("pain-unimproved-1w", {"region": "lower-back"}, ("an entry in 72 h",)),),
    leave_out=tuple(
        LeaveOut(("avoid-while-painful",), tag=tag)
        for tag in (ExerciseTag.HIGH_IMPACT, ExerciseTag.AXIAL_LOAD, ExerciseTag.CORE_INTENSE)
    ),
    questions=(Symptom.FEVER, Symptom.RECENT_TRAUMA),
    notes=("Load of the last 7 days: 1486 AU; usually 1520 to 2382.",),
    folded=4,
)
IN_FULL = FlagInFull(
    flag(
        "rf-radiating-leg",
        Severity.WARNING,
        "Pain of 6 of 10 in the lower back runs into the left thigh (Wed 25 Nov, 17:10).",
        act=Act.THIS_WEEK,
        value=6,
        unit="of 10",
        threshold=Threshold(">=", 4, "of 10"),
    ),
    title="pain that runs down one leg",
    behind=(
        Behind("pain lower back, left: 6, sharp, during, goes down to the thigh", NOW.date(), "17:10"),
        Behind("pain lower back, left: 3, stiff, on waking", NOW.date(), "07:20"),
    ),
    also=("core work while the back hurts",),
)


@pytest.fixture
def looks(seen) -> Callable[..., bool]:
    """The page of the day with this answer of the rules."""
    return partial(seen, answer=ANSWER)


@pytest.fixture
def day(write) -> None:
    """A day with all that can be written down."""
    write(*DAY)


@pytest.mark.parametrize("size", SIZES)
def test_today(day, looks, size):
    assert looks(size)


def test_today_in_the_light_theme(day, looks):
    assert looks((120, 40), theme="journal-light")


@pytest.mark.parametrize("size", SIZES)
def test_first_start(url, looks, size):
    assert looks(size)


@pytest.mark.parametrize("size", SIZES)
def test_a_day_without_entries(store, looks, size):
    assert looks(size, "left_square_bracket")


@pytest.mark.parametrize("size", SIZES)
def test_a_flag(day, looks, size):
    assert looks(size, show=FlagScreen(IN_FULL))


@pytest.mark.parametrize("size", SIZES)
def test_the_questions(day, looks, size):
    assert looks(size, "n", "n", "y", "l", "n", show=Questions(tuple(QUESTIONS)))


@pytest.mark.parametrize("size", SIZES)
def test_the_help(day, looks, size):
    assert looks(size, "question_mark")


@pytest.mark.parametrize("size", SIZES)
def test_the_open_bar(day, looks, size):
    assert looks(size, "colon", typed="18:00 pain knee left 3 dull; squat 2x5 100kg; water 2")
